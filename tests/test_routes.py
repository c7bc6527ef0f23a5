"""The atlas's files have addresses that never change their content, and travel compressed."""

import gzip
import re
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.tables import current_tables
from geo.assets import TYPES, Assets, current_assets
from geo.routes import PREFIX, ROUTES

ASSETS = current_assets()


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=ROUTES)) as opened:
        yield opened


def address(name: str, digest: str = ASSETS.digest) -> str:
    return f"/{PREFIX}/{digest}/{name}"


NAMES = [name for name in ASSETS.names if not name.startswith("small-")] + ["small-2004-dark.png"]


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_served_under_the_hash_of_its_edition(client: TestClient, name: str) -> None:
    response = client.get(address(name))
    assert response.status_code == 200
    assert response.content == ASSETS.file(name).body
    assert response.headers["Content-Type"].partition(";")[0] == TYPES[f".{name.rpartition('.')[2]}"]


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_a_file_may_be_kept_for_ever_in_each_encoding(client: TestClient, encoding: str) -> None:
    headers = client.get(address("facts.json"), headers={"Accept-Encoding": encoding}).headers
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert headers["Vary"] == "Accept-Encoding"


def test_a_file_travels_compressed_to_whoever_can_read_it(client: TestClient) -> None:
    packed = client.get(address("europe.json"), headers={"Accept-Encoding": "gzip, deflate, br"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) < len(ASSETS.file("europe.json").body) / 2
    plain = client.get(address("europe.json"), headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers
    assert packed.content == plain.content


def test_the_drawing_stays_within_its_hundred_kilobytes() -> None:
    assert len(ASSETS.file("europe.json").gzipped) <= 100_000


def test_packing_twice_gives_the_same_bytes() -> None:
    file = ASSETS.file("atlas.css")
    assert file.gzipped == gzip.compress(file.body, 9, mtime=0)
    assert gzip.decompress(file.gzipped) == file.body


@pytest.mark.parametrize(
    "path",
    [
        address("facts.json", "0" * 16),
        address("nothing.json"),
        address("loader.js"),
        address("../assets.py"),
        address("%2e%2e%2fassets.py"),
        f"/{PREFIX}/facts.json",
    ],
)
def test_another_edition_or_another_name_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_hash_follows_the_content() -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", ASSETS.digest)
    assert Assets(current_tables()).digest == ASSETS.digest


def test_the_hash_changes_with_the_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.assets.facts_payload", lambda _: {"version": "another"})
    assert Assets(current_tables()).digest != ASSETS.digest


def test_the_modules_are_all_there() -> None:
    assert ASSETS.modules == sorted(name for name in ASSETS.names if name.endswith(".mjs"))
    assert "atlas.mjs" in ASSETS.modules
