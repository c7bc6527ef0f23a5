"""The tables have plain addresses that a notebook can read."""

import io
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pandas as pd
import pytest
from each import for_each
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.testclient import TestClient

from data.__main__ import main
from data.export import table_csv
from data.package import package_zip
from data.schema import SCHEMA
from data.tables import Tables, current_tables
from geo.wire.downloads import ROUTES
from geo.wire.offers import Asks, Offer

TABLES = current_tables()
DAY = "1999-12-31"
STATUS = f"/data/status.csv?date={DAY}"


@pytest.fixture
def client() -> Iterator[TestClient]:
    packed = [Middleware(GZipMiddleware, minimum_size=1000)]
    with TestClient(Starlette(routes=ROUTES, middleware=packed)) as opened:
        yield opened


@for_each("name", SCHEMA)
def test_every_table_has_an_address(client: TestClient, name: str) -> None:
    response = client.get(f"/data/{name}.csv")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.text == table_csv(name, TABLES)
    assert len(pd.read_csv(io.BytesIO(response.content))) == len(getattr(TABLES, name))


def test_the_status_of_a_day_is_what_the_command_prints(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--date", DAY]) == 0
    response = client.get(STATUS)
    assert response.text == capsys.readouterr().out
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert pd.read_csv(io.BytesIO(response.content), index_col="unit").loc["POL", "status"] == "member"


def test_the_package_travels_as_it_is(client: TestClient) -> None:
    response = client.get("/data/eastward.zip", headers={"Accept-Encoding": "gzip"})
    assert response.headers["Content-Type"] == "application/zip"
    assert "Content-Encoding" not in response.headers
    assert response.content == package_zip(TABLES)
    assert zipfile.ZipFile(io.BytesIO(response.content)).testzip() is None


@for_each(
    "path",
    [
        "/data/events.csv",
        STATUS,
        "/data/eastward.zip",
        f"/data/map.geojson?date={DAY}",
        f"/data/map.gpkg?date={DAY}",
        "/data/status.parquet",
        "/data/panel.csv",
        "/data/datapackage.json",
        "/data/croissant.json",
        "/data/index.json",
        "/data/",
    ],
)
def test_head_and_unchanged(client: TestClient, path: str) -> None:
    full = client.get(path)
    head = client.head(path, headers={"Accept-Encoding": "identity"})
    assert (head.status_code, head.content) == (200, b"")
    assert int(head.headers["Content-Length"]) == len(full.content)
    assert head.headers["ETag"] == full.headers["ETag"]
    assert full.headers["Cache-Control"] == "no-cache"
    again = client.get(path, headers={"If-None-Match": full.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_table_travels_compressed_to_whoever_can_read_it(client: TestClient) -> None:
    packed = client.get("/data/events.csv", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/data/events.csv", headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.content == plain.content


@pytest.mark.parametrize("file", ["wars.csv", "events", "events.json", "..%2fschema.py", "edition.toml"])
def test_an_unknown_file_is_told_the_known_ones(client: TestClient, file: str) -> None:
    response = client.get(f"/data/{file}")
    assert response.status_code == 404
    if "%2f" not in file:
        assert response.text.startswith(f"no table {file!r}; expected one of accessions.csv, statuses.csv, ")
        assert "; status.csv?date=YYYY-MM-DD, map.geojson?date=YYYY-MM-DD, " in response.text


@for_each(
    "address, sentence",
    [
        ("status.csv", "no date; expected ?date=YYYY-MM-DD, such as ?date=1999-12-31"),
        ("status.csv?date=", "'' is no day; expected one of the calendar as YYYY-MM-DD"),
        ("status.csv?date=1999", "'1999' is no day; expected one of the calendar as YYYY-MM-DD"),
        ("status.csv?date=1999-02-29", "'1999-02-29' is no day; expected one of the calendar as YYYY-MM-DD"),
        (
            "status.csv?date=1948-12-31",
            f"1948-12-31 is outside the tables; expected a day from 1949-01-01 to {TABLES.as_of}",
        ),
        ("status.csv?date=1999-12-31&date=2000-01-01", "date stands 2 times; expected once"),
        ("status.csv?date=1999-12-31&unit=POL", "unknown parameter 'unit'; expected date"),
        ("map.geojson", "no date; expected ?date=YYYY-MM-DD, such as ?date=1999-12-31"),
        ("map.gpkg?date=today", "'today' is no day; expected one of the calendar as YYYY-MM-DD"),
        (
            "map.geojson?date=2099-01-01",
            f"2099-01-01 is outside the tables; expected a day from 1949-01-01 to {TABLES.as_of}",
        ),
        ("map.geojson?date=1999-12-31&view=europe", "unknown parameter 'view'; expected date"),
        ("panel.csv?year=1999", "unknown parameter 'year'; expected none"),
        ("?page=2", "unknown parameter 'page'; expected none"),
        ("events.csv?year=1999", "unknown parameter 'year'; expected none"),
        ("eastward.zip?x", "unknown parameter 'x'; expected none"),
    ],
)
def test_a_bad_question_gets_a_sentence(client: TestClient, address: str, sentence: str) -> None:
    response = client.get(f"/data/{address}")
    assert (response.status_code, response.text) == (400, sentence)
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"


@for_each(
    "address, media_type, file",
    [
        ("map.geojson?date=2008-04-03", "application/geo+json", "map-2008-04-03.geojson"),
        ("map.gpkg?date=2008-04-03", "application/geopackage+sqlite3", "map-2008-04-03.gpkg"),
        ("tactile.svg?date=2008-04-03", "image/svg+xml", "tactile-2008-04-03.svg"),
        ("status.csv?date=2008-04-03", "text/csv; charset=utf-8", "status-2008-04-03.csv"),
        ("status.parquet", "application/vnd.apache.parquet", "status.parquet"),
        ("panel.csv", "text/csv; charset=utf-8", "panel.csv"),
        ("datapackage.json", "application/json", "datapackage.json"),
        ("croissant.json", "application/ld+json", "croissant.json"),
        ("index.json", "application/json", "index.json"),
    ],
)
def test_a_file_says_what_it_is_and_how_to_save_it(
    client: TestClient, address: str, media_type: str, file: str
) -> None:
    headers = client.get(f"/data/{address}").headers
    assert headers["Content-Type"] == media_type
    assert headers["Content-Disposition"] == f'attachment; filename="{file}"'


def test_the_list_is_a_page_or_json_as_asked(client: TestClient) -> None:
    page = client.get("/data/", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Vary"] == "Accept, Accept-Encoding"
    assert "Content-Disposition" not in page.headers
    told = client.get("/data/", headers={"Accept": "application/json"})
    assert told.json() == client.get("/data/index.json").json()
    assert client.get("/data").url.path == "/data/"


def test_only_the_last_few_days_are_kept() -> None:
    made: list[int] = []
    offer = Offer("geojson", "x.json", "text/plain", lambda _, day: made.append(day) or b"x", Asks.DAY)
    for day in (1, 2, 3, 4, 1, 5, 1, 2):
        offer.made(day)
    assert made == [1, 2, 3, 4, 5, 2]


def test_what_many_ask_for_at_once_is_made_once() -> None:
    made: list[int] = []

    def slowly(_: Tables, day: int) -> bytes:
        sleep(0.05)
        made.append(day)
        return b"x"

    offer = Offer("geojson", "x.json", "text/plain", slowly, Asks.DAY)
    with ThreadPoolExecutor(8) as pool:
        assert len({id(each) for each in pool.map(offer.made, [1] * 8)}) == 1
    assert made == [1]
