"""The measures: what is stored is what the shapes say, and what the shapes say is near what is published."""

import csv
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import shapely
from each import for_each
from pytest import approx
from shapely.geometry.base import BaseGeometry

from data.tables import FOLDER, Tables, current_tables, read_tables
from data.timeline import picture_day
from data.treaty_area import nato_land
from data.vocabulary import City
from geo.shapes.extract import read_shapes
from geo.shapes.geodesic import area_km2, distance_km
from geo.shapes.measures import REFERENCE_POINTS, front_borders, main, measured_borders, nearest_land

TABLES = current_tables()
MEASURES = TABLES.measures.set_index("year")
BORDERS = TABLES.borders.set_index("border")
FRONT = front_borders(TABLES)
NEAREST = nearest_land(TABLES)
YEARS = range(TABLES.first_year, TABLES.last_year + 1)
HALF_A_TENTH_KM = 0.05


def front(year: int, kind: str = "russia") -> set[str]:
    return set(FRONT.loc[(FRONT["year"] == year) & (FRONT["front"] == kind), "border"])


# ---------------------------------------------------------------------- stored and computed agree


def spoil(path: Path, is_computed: Callable[[str], bool]) -> None:
    """Put a wrong number in every computed cell of a table."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        row.update({column: "1" for column in row if is_computed(column)})
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def test_the_stored_tables_are_what_the_shapes_and_the_tables_give(tmp_path: Path) -> None:
    """All of it is measured again, over wrong numbers. Where this fails, run `python -m geo.shapes.measures`."""
    for path in [*FOLDER.glob("*.csv"), FOLDER / "edition.toml"]:
        shutil.copy(path, tmp_path)
    spoil(tmp_path / "borders.csv", lambda column: column == "computed_km")
    spoil(tmp_path / "unit_measures.csv", lambda column: column == "area_km2")
    spoil(tmp_path / "measures.csv", lambda column: column.endswith(("_km", "_km2", "members")))
    assert main([str(tmp_path)]) == 0
    for name in ("borders.csv", "unit_measures.csv", "measures.csv"):
        assert (tmp_path / name).read_text(encoding="utf-8") == (FOLDER / name).read_text(encoding="utf-8"), name


def test_faulty_tables_are_not_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "edition.toml: not found" in capsys.readouterr().err


def test_every_year_has_its_measures_on_the_day_of_its_picture() -> None:
    assert MEASURES.index.tolist() == list(YEARS)
    assert MEASURES["day"].tolist() == [picture_day(year, TABLES).isoformat() for year in YEARS]


def test_members_are_the_accessions_so_far() -> None:
    for year, members in MEASURES["members"].items():
        assert members == sum(day <= picture_day(year, TABLES) for day in TABLES.accessions["joined_day"])


# ---------------------------------------------------------------------- the front line


@pytest.mark.parametrize(
    ("years", "added", "removed"),
    [
        ((1949, 1951), {"NOR|RUS"}, set()),
        ((1952, 1990), {"ARM|TUR", "AZE|TUR", "GEO|TUR"}, set()),
        ((1991, 1998), set(), {"ARM|TUR", "AZE|TUR", "GEO|TUR"}),
        ((1999, 2003), {"POL|RUS"}, set()),
        ((2004, 2022), {"EST|RUS", "LTU|RUS", "LVA|RUS"}, set()),
        ((2023, 2026), {"FIN|RUS"}, set()),
    ],
)
def test_the_front_line_with_russia_or_the_soviet_union(
    years: tuple[int, int], added: set[str], removed: set[str]
) -> None:
    first, last = years
    before = front(first - 1) if first > TABLES.first_year else set()
    for year in range(first, last + 1):
        assert front(year) == (before | added) - removed


BALKANS = {"BGR|GRC", "BGR|TUR"}
GERMANY = {"CZE|DEU", "DEU|DEU-EAST"}
BELARUS = {"BLR|LTU", "BLR|LVA", "BLR|POL"}


@pytest.mark.parametrize(
    ("years", "bloc"),
    [
        ((1949, 1954), set()),
        ((1955, 1967), {"ALB|GRC", *BALKANS, *GERMANY}),
        ((1968, 1989), {*BALKANS, *GERMANY}),
        ((1990, 1990), {*BALKANS, "CZE|DEU", "CZE|DEU-EAST", "DEU-EAST|POL"}),
        ((1991, 2001), set()),
        ((2002, 2003), {"ARM|TUR", "BLR|POL"}),
        ((2004, 2026), {"ARM|TUR", *BELARUS}),
    ],
)
def test_the_front_line_with_the_rest_of_the_pact_or_the_csto(years: tuple[int, int], bloc: set[str]) -> None:
    for year in range(years[0], years[1] + 1):
        assert front(year, "bloc") == bloc


def test_the_member_comes_first() -> None:
    sides = set(zip(FRONT["border"], FRONT["member"], FRONT["other"], strict=True))
    assert ("FIN|RUS", "FIN", "RUS") in sides
    assert ("ARM|TUR", "TUR", "ARM") in sides
    assert ("DEU-EAST|POL", "DEU-EAST", "POL") in sides
    assert len(sides) == len(BORDERS)


def test_every_border_listed_was_once_in_a_picture() -> None:
    assert set(FRONT["border"]) == set(BORDERS.index)


def test_a_new_member_brings_its_borders_without_code() -> None:
    last = TABLES.accessions.tail(1)
    joined = last.assign(iso3="UKR", name="Ukraine", joined_on="2026-02-01", joined_day=date(2026, 2, 1))
    tables = replace(TABLES, accessions=pd.concat([TABLES.accessions, joined], ignore_index=True))
    assert set(measured_borders(tables)) - set(BORDERS.index) == {"BLR|UKR", "RUS|UKR"}


# ---------------------------------------------------------------------- lengths


@pytest.mark.parametrize(
    ("border", "computed_km", "official_km", "short_by"),
    [
        # What is known of the 10m shapes; how far below the official length the computed one may stay. The shapes cut
        # the bends of rivers (Norway, Latvia) short and leave lagoons (Lithuania) out, by up to a quarter.
        ("NOR|RUS", 165, 197.7, 0.18),
        ("FIN|RUS", 1226, 1290, 0.05),
        ("EST|RUS", 284, 336.2, 0.16),
        ("LVA|RUS", 213, 283.6, 0.25),
        ("LTU|RUS", 201, 253.7, 0.21),
        ("POL|RUS", 206, 210, 0.02),
    ],
)
def test_computed_lengths_are_near_the_official_ones(
    border: str, computed_km: float, official_km: float, short_by: float
) -> None:
    row = BORDERS.loc[border]
    assert row["computed_km"] == approx(computed_km, abs=1)
    assert row["official_km"] == official_km
    assert official_km * (1 - short_by) <= row["computed_km"] <= official_km * 1.02
    assert row["official_of"]
    assert row["confidence"] == "verified"


def test_a_length_without_a_source_stays_empty() -> None:
    unknown = BORDERS[BORDERS["official_km"].isna()]
    assert {"ALB|GRC", "DEU|DEU-EAST", "DEU-EAST|POL"} <= set(unknown.index)
    assert (unknown[["official_of", "confidence"]] == "").all(axis=None)


def test_the_border_with_russia_about_doubles_in_2023() -> None:
    before, after = (MEASURES.loc[year, "russia_border_computed_km"] for year in (2022, 2023))
    assert 2.0 < after / before < 2.3
    assert after - before == approx(BORDERS.loc["FIN|RUS", "computed_km"])


@pytest.mark.parametrize(
    ("year", "computed_km", "official_km", "rest_km"),
    [
        (1949, 165, 197.7, 0),
        (1952, 667, 197.7, 502.1),
        (1999, 371, 407.7, 0),
        (2004, 1068, 1281.2, 0),
        (2024, 2294, 2571.2, 0),
    ],
)
def test_official_and_computed_lengths_stand_side_by_side(
    year: int, computed_km: float, official_km: float, rest_km: float
) -> None:
    row = MEASURES.loc[year]
    assert row["russia_border_computed_km"] == approx(computed_km, abs=1)
    assert row["russia_border_official_km"] == official_km
    assert row["russia_border_rest_km"] == approx(rest_km, abs=1)
    assert row["russia_official_complete"] == (rest_km == 0)


@pytest.mark.parametrize("name", ["russia", "wide"])
def test_no_official_sum_is_called_complete_while_a_border_lacks_one(name: str) -> None:
    assert (MEASURES[f"{name}_official_complete"] == (MEASURES[f"{name}_border_rest_km"] == 0)).all()
    assert (MEASURES[f"{name}_border_computed_km"] >= MEASURES[f"{name}_border_rest_km"]).all()


def test_the_wide_front_line_holds_the_one_with_russia() -> None:
    for basis in ("computed", "official", "rest"):
        assert (MEASURES[f"wide_border_{basis}_km"] >= MEASURES[f"russia_border_{basis}_km"]).all()


# ---------------------------------------------------------------------- distances


@for_each(
    "city, years, unit, place, distance_km",
    [
        ("moscow", (1949, 1998), "DNK", "Bornholm", 1417),
        ("moscow", (1999, 2003), "POL", "near Sejny", 923),
        ("moscow", (2004, 2026), "LVA", "near Zilupe", 589),
        ("st_petersburg", (1949, 1998), "NOR", "Trysil", 963),
        ("st_petersburg", (1999, 2003), "POL", "north of Suwałki", 761),
        ("st_petersburg", (2004, 2026), "EST", "Narva", 135),
        ("minsk", (1949, 1998), "DNK", "Bornholm", 814),
        ("minsk", (1999, 2003), "POL", "east of Białystok", 257),
        ("minsk", (2004, 2026), "LTU", "near Dieveniškės", 121),
        ("kyiv", (1949, 1951), "DNK", "Bornholm", 1155),
        ("kyiv", (1952, 1998), "TUR", "Cape Kerempe", 962),
        ("kyiv", (1999, 2003), "POL", "near Zosin", 453),
        ("kyiv", (2004, 2026), "ROU", "on the Prut in Botoșani county", 361),
    ],
)
def test_the_nearest_nato_land(city: str, years: tuple[int, int], unit: str, place: str, distance_km: float) -> None:
    """Moscow and St Petersburg to the kilometre against values found independently of this code.

    A different point in the city would move them by a few kilometres.
    """
    rows = NEAREST[(NEAREST["city"] == city) & NEAREST["year"].between(*years)]
    assert len(rows) == years[1] - years[0] + 1
    assert set(rows["unit"]) == {unit}
    assert set(rows["place"]) == {place}
    assert rows["distance_km"].tolist() == approx([distance_km] * len(rows), abs=1)


def test_each_place_lies_on_the_edge_of_its_unit_at_the_distance_told() -> None:
    shapes = read_shapes(TABLES.units).geometry
    for row in NEAREST.drop_duplicates(["city", "unit"]).itertuples():
        point = REFERENCE_POINTS[City(row.city)]
        assert (row.city_lon, row.city_lat) == point
        assert shapes[row.unit].boundary.distance(shapely.Point(row.lon, row.lat)) < 0.0001
        assert distance_km(point, (row.lon, row.lat)) == approx(row.distance_km, abs=2 * HALF_A_TENTH_KM)


def test_nato_land_only_comes_nearer() -> None:
    for _, rows in NEAREST.sort_values("year").groupby("city"):
        assert rows["distance_km"].is_monotonic_decreasing


# ---------------------------------------------------------------------- land and area


def land(year: int) -> set[str]:
    return set(nato_land(picture_day(year, TABLES), TABLES))


def test_dependencies_count_where_the_treaty_area_covers_them() -> None:
    assert {"GRL", "FRO", "SJM", "BMU", "SPM", "GIB"} <= land(1949)
    assert {"GUF", "REU", "FLK", "PRI", "GUM", "GBR-AKROTIRI", "GBR-DHEKELIA"} & land(2024) == set()
    assert ("ALA" in land(2022), "ALA" in land(2023)) == (False, True)


def test_land_follows_the_treaty_area() -> None:
    assert ("DZA" in land(1961), "DZA" in land(1962)) == (True, False)
    assert ("MLT" in land(1963), "MLT" in land(1964)) == (True, False)
    assert ("DEU-EAST" in land(1989), "DEU-EAST" in land(1990)) == (False, True)
    assert {"CYP", "MAR", "TUN"} & land(1949) == set()


@pytest.mark.parametrize(
    ("year", "grown_by_km2", "tolerance"),
    [
        (1990, 108_000, 0.02),  # the five Länder and East Berlin; with West Berlin here
        (1962, -2_382_000, 0.04),  # Algeria, of which the shapes have three per cent less
        (1999, 312_700 + 93_000 + 78_900, 0.01),  # Poland, Hungary, Czechia
        (2023, 338_400, 0.02),  # Finland with Åland
        (2024, 450_000, 0.02),  # Sweden with its lakes
    ],
)
def test_what_a_year_added_is_near_the_published_areas(year: int, grown_by_km2: float, tolerance: float) -> None:
    before, after = MEASURES.loc[year - 1], MEASURES.loc[year]
    for column in ("area_km2", "area_outside_america_km2"):
        assert after[column] - before[column] == approx(grown_by_km2, rel=tolerance)


def test_america_is_what_lies_west_of_the_middle_of_the_atlantic() -> None:
    shapes = read_shapes(TABLES.units).geometry
    west: list[BaseGeometry] = [shapes[unit] for unit in ("USA", "CAN", "GRL", "BMU", "SPM")]
    found = MEASURES["area_km2"] - MEASURES["area_outside_america_km2"]
    assert found.to_numpy() == approx(sum(map(area_km2, west)), abs=1)


def test_readers_take_the_tables_they_are_given(tmp_path: Path) -> None:
    for path in [*FOLDER.glob("*.csv"), FOLDER / "edition.toml"]:
        shutil.copy(path, tmp_path)
    borders = tmp_path / "borders.csv"
    text = borders.read_text(encoding="utf-8")
    borders.write_text(text.replace(',1290,"land, rivers and lakes",', ",1340,whole,"), encoding="utf-8")
    tables: Tables = read_tables(tmp_path)
    lines = front_borders(tables).set_index(["year", "border"])
    assert lines.loc[(2023, "FIN|RUS"), "official_km"] == 1340
    assert len(nearest_land(tables)) == len(YEARS) * len(City)


def test_an_official_length_is_the_word_of_a_state_that_has_the_border() -> None:
    tables = current_tables()
    producers = dict(zip(tables.sources["id"], tables.sources["producer"], strict=True))
    named = tables.borders[tables.borders["official_km"].notna()]
    assert len(named) > 0
    for row in named.itertuples():
        assert "CIA" not in {producers[source] for source in row.source_ids}, row.border
