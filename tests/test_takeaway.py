"""What leaves the house is opened by programs that are not ours: maps, panel, package, descriptions, lines to copy."""

import csv
import gzip
import io
import json
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest
import rdflib
import shapely
import uvicorn
from frictionless import Package, validate
from starlette.applications import Starlette

from data.copy_lines import copy_lines
from data.names import Names
from data.package import package_zip
from data.panel import COLUMNS, PANEL_COLUMNS
from data.picture import picture_on
from data.schema import SCHEMA
from data.tables import current_tables
from data.words import words
from geo.wire.downloads import ROUTES
from geo.wire.maps import map_gpkg

TABLES = current_tables()
GOLDEN = Path(__file__).parent / "golden"
BUCHAREST = date(2008, 4, 3)
MOST_BYTES, MOST_PACKED = 3_000_000, 1_000_000
START_S = 20
LINK = re.compile(r'https?://[^"\s)]+')
JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    """The address of the folder of the downloads, on a server of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=ROUTES), port=port, log_level="error", ws="none"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + START_S
    while not server.started:
        assert time.monotonic() < deadline, "the server did not start"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}/data/"
    server.should_exit = True
    thread.join()


def fetched(address: str, **headers: str) -> bytes:
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
        body: bytes = answer.read()
        return body


# ---------------------------------------------------------------------- the map of a day


@pytest.fixture(scope="module")
def bucharest(base: str) -> gpd.GeoDataFrame:
    """The map of a day as GeoPandas reads it from its address."""
    return gpd.read_file(f"{base}map.geojson?date={BUCHAREST}").set_index("unit", drop=False)


def test_the_map_tells_what_the_picture_of_the_day_tells(bucharest: gpd.GeoDataFrame) -> None:
    picture, names = picture_on(BUCHAREST, TABLES), Names.of(TABLES)
    assert list(bucharest["unit"]) == list(TABLES.units["unit"])
    for unit, here in picture.units.items():
        row = bucharest.loc[unit]
        assert (row["status"], row["state"], row["relation"], row["since"], row["name"]) == (
            here.status, here.state, here.relation, here.since, here.name,
        )  # fmt: skip
        assert row["state_name"] == names.of_state(here.state, BUCHAREST)
        assert (row["joined_on"] != "") == (here.status == "member")
    assert list(bucharest.columns.drop(["id", "geometry"])) == list(COLUMNS)


def test_the_map_lies_where_it_should_and_its_borders_fit(bucharest: gpd.GeoDataFrame) -> None:
    assert bucharest.crs == "EPSG:4326"
    assert bucharest.geometry.is_valid.all()
    assert not bucharest.geometry.is_empty.any()
    assert shapely.coverage_is_valid(bucharest.geometry.to_numpy())
    west, south, east, north = bucharest.total_bounds
    assert (west, east) == (-180, 180)
    assert south < -55
    assert north > 80
    polygons = bucharest.geometry.explode()
    assert polygons.exterior.is_ccw.all()
    warsaw, simferopol = shapely.Point(21.01, 52.23), shapely.Point(34.1, 44.95)
    assert list(bucharest.index[bucharest.contains(warsaw)]) == ["POL"]
    assert list(bucharest.index[bucharest.contains(simferopol)]) == ["UKR-CRIMEA"]


def test_the_map_has_the_numbers_of_unit_and_state(base: str) -> None:
    told = json.loads(fetched(f"{base}map.geojson?date=1991-12-25"))
    assert (told["date"], told["tolerance_degrees"], told["version"]) == ("1991-12-25", 0.02, TABLES.version)
    by_unit = {feature["id"]: feature["properties"] for feature in told["features"]}
    ukraine = by_unit["UKR"]
    assert (ukraine["gw"], ukraine["state_gw"], ukraine["m49"], ukraine["state"]) == (369, 365, "804", "SUN")
    assert by_unit["GRL"]["gw"] is None
    assert by_unit["DEU-EAST"]["joined_on"] == "1955-05-06"


def test_the_map_is_small_enough_to_fetch(base: str) -> None:
    address = f"{base}map.geojson?date={BUCHAREST}"
    plain, packed = fetched(address), fetched(address, **{"Accept-Encoding": "gzip"})
    assert len(plain) < MOST_BYTES
    assert len(packed) < MOST_PACKED
    assert gzip.decompress(packed) == plain


def test_a_geopackage_opens_in_gdal_and_in_sqlite(base: str, bucharest: gpd.GeoDataFrame, tmp_path: Path) -> None:
    path = tmp_path / "map.gpkg"
    path.write_bytes(fetched(f"{base}map.gpkg?date={BUCHAREST}"))
    assert pyogrio.list_layers(path).tolist() == [["units", "MultiPolygon"]]
    read = gpd.read_file(path, layer="units").set_index("unit", drop=False)
    assert read.crs == "EPSG:4326"
    told = [name for name in COLUMNS if name not in ("gw", "cow", "state_gw", "state_cow")]
    pd.testing.assert_frame_equal(pd.DataFrame(read[told]), pd.DataFrame(bucharest[told]))
    assert read.loc["UKR", "gw"] == 369
    assert read.geometry.geom_equals(bucharest.geometry.reindex(read.index)).all()
    with sqlite3.connect(path) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert opened.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"GPKG"),)
        kept = opened.execute("SELECT table_name, srs_id, last_change FROM gpkg_contents").fetchall()
        assert kept == [("units", 4326, f"{TABLES.as_of}T00:00:00.000Z")]
        assert opened.execute("SELECT status FROM units WHERE unit = 'HRV'").fetchone() == ("invitee",)
    opened.close()


def test_a_geopackage_is_the_same_each_time() -> None:
    assert map_gpkg(BUCHAREST, TABLES) == map_gpkg(BUCHAREST, TABLES)


# ---------------------------------------------------------------------- the panel


def test_the_panel_is_the_same_as_parquet_and_as_csv(base: str) -> None:
    table = pq.read_table(io.BytesIO(fetched(f"{base}status.parquet")))
    assert table.column_names == list(PANEL_COLUMNS)
    assert str(table.schema.field("day").type) == "date32[day]"
    assert str(table.schema.field("gw").type) == "int16"
    assert table.schema.metadata[b"as_of"] == str(TABLES.as_of).encode()
    parquet = pd.read_parquet(io.BytesIO(fetched(f"{base}status.parquet")))
    text = pd.read_csv(io.BytesIO(fetched(f"{base}panel.csv")), dtype=str, keep_default_na=False)
    assert len(parquet) == len(TABLES.units) * (TABLES.last_year - TABLES.first_year + 1)
    as_text = parquet.astype("object").where(parquet.notna(), "").astype(str)
    pd.testing.assert_frame_equal(as_text, text, check_dtype=False)


def test_every_column_of_the_panel_is_explained() -> None:
    assert list(words()["panel_column"]) == list(PANEL_COLUMNS)


@pytest.mark.parametrize(
    ("unit", "year", "status", "state", "state_gw", "joined_on"),
    [
        ("POL", 1998, "invitee", "POL", 290, ""),
        ("POL", 1999, "member", "POL", 290, "1999-03-12"),
        ("DEU", 1955, "member", "FRG", 260, "1955-05-06"),
        ("DEU-EAST", 1989, "eastern_bloc", "DDR", 265, ""),
        ("DEU-EAST", 1990, "member", "DEU", 260, "1955-05-06"),
        ("DZA", 1961, "member", "FRA", 220, "1949-08-24"),
        ("UKR", 1990, "eastern_bloc", "SUN", 365, ""),
    ],
)
def test_the_panel_tells_where_a_unit_stood(
    base: str, unit: str, year: int, status: str, state: str, state_gw: int, joined_on: str
) -> None:
    whole = pd.read_csv(io.BytesIO(fetched(f"{base}panel.csv")), keep_default_na=False)
    (row,) = whole[(whole["unit"] == unit) & (whole["year"] == year)].itertuples()
    assert (row.status, row.state, int(row.state_gw), row.joined_on) == (status, state, state_gw, joined_on)


# ---------------------------------------------------------------------- the package and its descriptions


def test_the_descriptor_is_a_data_package_of_version_2(base: str) -> None:
    told = json.loads(fetched(f"{base}datapackage.json"))
    assert told["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [told["licenses"][0]["name"], told["contributors"], told["version"]] == [
        "CC-BY-4.0", [{"title": "Eastward", "roles": ["creator"]}], TABLES.version,
    ]  # fmt: skip
    fields = {f["name"]: f for f in next(r for r in told["resources"] if r["name"] == "statuses")["schema"]["fields"]}
    assert fields["status"]["categories"][:3] == ["invited", "applied", "map"]
    assert (fields["source_ids"]["type"], fields["source_ids"]["delimiter"]) == ("list", ";")
    assert len(told["sources"]) == len(TABLES.sources)


def test_frictionless_reads_the_descriptor_where_it_is_served(base: str) -> None:
    package = Package(f"{base}datapackage.json")
    assert [resource.name for resource in package.resources] == list(SCHEMA)
    poland = next(row for row in package.get_resource("codes").read_rows() if row["code"] == "POL")
    assert (poland["gw"], poland["m49"], poland["wikidata"]) == (290, "616", "Q36")
    assert "S400" in poland["source_ids"]


def test_frictionless_holds_the_descriptor_to_version_2(tmp_path: Path) -> None:
    zipfile.ZipFile(io.BytesIO(package_zip(TABLES))).extractall(tmp_path)
    path = tmp_path / "datapackage.json"
    assert validate(str(path)).valid
    told = json.loads(path.read_text(encoding="utf-8"))
    told["resources"][0]["schema"]["missingValues"] = [{"value": "", "label": "unknown"}]
    path.write_text(json.dumps(told), encoding="utf-8")
    assert validate(str(path)).valid  # a form that only version 2 has
    del told["$schema"], told["resources"][0]["$schema"], told["resources"][0]["schema"]["$schema"]
    path.write_text(json.dumps(told), encoding="utf-8")
    assert not validate(str(path)).valid


def croissant_says(*arguments: str) -> subprocess.CompletedProcess[str]:
    """MLCommons' own program, in a process of its own: it warns and logs as it likes."""
    command = [sys.executable, "-c", "from mlcroissant.scripts.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.slow
def test_mlcroissant_validates_and_reads_the_package(tmp_path: Path) -> None:
    zipfile.ZipFile(io.BytesIO(package_zip(TABLES))).extractall(tmp_path)
    path = tmp_path / "croissant.json"
    done = croissant_says("validate", "--jsonld", str(path))
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    read = croissant_says("load", "--jsonld", str(path), "--record_set", "accessions", "--num_records", "1")
    assert "'accessions/iso3': b'BEL'" in read.stdout, read.stderr
    assert "'accessions/order_of_joining': 1" in read.stdout
    spoilt = json.loads(path.read_text(encoding="utf-8"))
    spoilt["recordSet"][0]["field"][0]["source"]["fileObject"]["@id"] = "nowhere.csv"
    path.write_text(json.dumps(spoilt), encoding="utf-8")
    assert croissant_says("validate", "--jsonld", str(path)).returncode != 0


def test_croissant_names_the_files_where_they_are_served(base: str) -> None:
    told = json.loads(fetched(f"{base}croissant.json"))
    assert told["url"] == base
    assert [file["contentUrl"] for file in told["distribution"]] == [f"{base}{name}.csv" for name in SCHEMA]
    for field in (field for records in told["recordSet"] for field in records["field"]):
        assert len(field["description"]) > 10


def described(base: str) -> dict[str, Any]:
    """The description for search engines, as it stands in the page."""
    (found,) = JSON_LD.findall(fetched(base).decode())
    told: dict[str, Any] = json.loads(found)
    return told


def faults_of(told: dict[str, Any]) -> list[str]:
    """What schema.org's vocabulary has against a description, read as RDF.

    Its validator is a service on the web and no program to install, so what counts is the vocabulary itself, of which
    `schema_org.csv` is an extract, as the package msgspec-schemaorg 0.2.1 has it.
    """
    expects = {(row["type"], row["property"]): set(row["expects"].split(";")) for row in rows_of("schema_org.csv")}
    local = {**told, "@context": {"@vocab": "https://schema.org/"}}  # the same names, without the network
    graph = rdflib.Graph().parse(data=json.dumps(local), format="json-ld")
    schema = "https://schema.org/"
    kinds = {node: str(kind).removeprefix(schema) for node, _, kind in graph.triples((None, rdflib.RDF.type, None))}
    faults = []
    for node, name, value in graph:
        if name == rdflib.RDF.type:
            continue
        wanted = expects.get((kinds[node], str(name).removeprefix(schema)))
        if isinstance(value, rdflib.Literal):
            fits = wanted and {
                "Boolean": isinstance(value.value, bool),
                "Date": bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)),
                "URL": str(value).startswith(("http://", "https://")),
                "Text": isinstance(value.value, str),
            }
            good = bool(fits) and any(fits.get(kind, False) for kind in wanted or ())
        else:
            good = bool(wanted) and kinds.get(value) in (wanted or ())
        if not good:
            faults.append(f"{kinds[node]}.{name} is {value}; expected {wanted}")
    return faults


def rows_of(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own parser uses it
def test_the_page_describes_itself_in_the_words_of_schema_org(base: str) -> None:
    told = described(base)
    assert told["@context"] == "https://schema.org/"
    assert faults_of(told) == []
    assert faults_of({**told, "licence": "x"})
    assert faults_of({**told, "dateModified": "today"})
    assert faults_of({**told, "creator": "Eastward"})
    assert 50 <= len(told["description"]) <= 5000  # what Google's search for data sets asks for


# ---------------------------------------------------------------------- the list and the lines to copy


def test_every_address_of_the_list_answers_in_its_form(base: str) -> None:
    told = json.loads(fetched(f"{base}index.json"))
    assert [each["example"].removeprefix(base).partition("?")[0] for each in told["addresses"]] == [
        "accessions.csv", *(route.path.removeprefix("/data/") for route in ROUTES[2:-1]),
    ]  # fmt: skip
    assert told["tables"] == list(SCHEMA)
    page = fetched(base).decode()
    assert not re.search(r"object at 0x|\{[a-z]+\}(?!\.csv)", page.partition("</style>")[2])
    for each in told["addresses"]:
        assert len(each["says"]) > 10
        with urllib.request.urlopen(each["example"]) as answer:
            assert answer.headers["Content-Type"] == each["media_type"]
        assert f'href="{each["example"].removeprefix(base)}"' in page
    assert {each["contentUrl"] for each in described(base)["distribution"]} == {
        each["example"] for each in told["addresses"]
    }


def members_by_hand() -> dict[int, int]:
    return {int(row["year"]): int(row["members"]) for row in rows_of("members_by_year.csv")}


def test_the_lines_for_pandas_count_the_members(base: str) -> None:
    (lines,) = (each.lines for each in copy_lines(base) if each.language == "python")
    space: dict[str, Any] = {}
    exec(compile(lines, "copied", "exec"), space)
    assert space["members"].to_dict() == members_by_hand()


def test_the_lines_for_r_read_the_same_and_choose_the_same(base: str) -> None:
    """R is not here: the address answers, and the columns and words that the lines name are there."""
    (lines,) = (each.lines for each in copy_lines(base) if each.language == "r")
    (address,) = LINK.findall(lines)
    panel = pd.read_csv(address)
    assert {*re.findall(r"panel\$(\w+)|states\$(\w+)", lines)} == {("", "year"), ("", "status")}
    named = panel[(panel["kind"] == "country") & panel["relation"].isna() & (panel["status"] == "member")]
    assert named.groupby("year").size().to_dict() == members_by_hand()
    assert 'subset(panel, kind == "country" & is.na(relation))' in lines


def test_the_line_for_a_spreadsheet_reads_a_table(base: str) -> None:
    (lines,) = (each.lines for each in copy_lines(base) if each.language is None)
    assert lines.startswith('=IMPORTDATA("')
    (address,) = LINK.findall(lines)
    read = list(csv.DictReader(fetched(address).decode().splitlines()))
    assert {row["unit"]: row["status"] for row in read}["HRV"] == "invitee"
