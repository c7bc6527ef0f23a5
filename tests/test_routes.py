"""The atlas's files have addresses that never change their content, and travel compressed."""

import gzip
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from each import for_each
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.schema import SCHEMA
from data.tables import current_tables
from geo.wire.answers import tag_of
from geo.wire.assets import ATLAS, ROOT, TYPES, Assets, current_assets, digest_of, edition_digest, files_of
from geo.wire.look import LOOK, TOPICS
from geo.wire.routes import PREFIX, ROUTES

ASSETS = current_assets()
FILES = list(files_of(ROOT))
DIGEST = digest_of(FILES)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=ROUTES)) as opened:
        yield opened


def address(name: str, digest: str = ASSETS.digest) -> str:
    return f"/{PREFIX}/{digest}/{name}"


NAMES = [name for name in ASSETS.names if not name.startswith(("small-", "facts-", "over-"))]
NAMES += ["small-2004-dark.png", "facts-csto.json", "over-nato.json"]


@for_each("name", NAMES)
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


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rooms as another machine has them, at another place."""
    root = tmp_path_factory.mktemp("copy")
    for name, content in files_of(ROOT):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


def test_the_digest_is_the_same_elsewhere(copied: Path) -> None:
    assert edition_digest(current_tables(), copied) == ASSETS.digest


def test_digest_and_content_are_the_same_in_another_process() -> None:
    code = (
        "from geo.wire.answers import tag_of\nfrom geo.wire.assets import current_assets\n"
        "print(current_assets().digest)\nfor name in sys.argv[1:]: print(tag_of(current_assets().file(name).body))"
    )
    names = ("facts.json", "europe.json", "world.json")
    command = [sys.executable, "-c", f"import sys\n{code}", *names]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    assert told.stdout.split("\n")[:-1] == [ASSETS.digest, *(tag_of(ASSETS.file(name).body) for name in names)]


def test_a_change_of_any_file_changes_the_digest() -> None:
    short = [(name, content[:64]) for name, content in FILES]  # all that is read would take its time for each
    before = digest_of(short)
    for at, (name, content) in enumerate(short):
        changed = [*short[:at], (name, content + b" "), *short[at + 1 :]]
        assert digest_of(changed) != before, name


@pytest.mark.parametrize("at", [0, -1])
def test_a_change_at_the_end_of_a_file_changes_the_digest(at: int) -> None:
    largest = sorted(FILES, key=lambda file: len(file[1]))[at]
    changed = [(name, content + b" " * ((name, content) == largest)) for name, content in FILES]
    assert digest_of(changed) != DIGEST


def test_every_kind_of_input_is_among_the_files() -> None:
    names = {name for name, _ in FILES}
    assert {"geo/drawing/views.py", "geo/atlas/look/map.css", "geo/classroom/class.mjs"} <= names
    assert "data/words/en/browser/atlas.toml" in names
    assert {"data/statements.csv", "data/captions.toml", "data/natural_earth/units.fgb.zip"} <= names


@for_each("name", [name for name in SCHEMA if len(getattr(current_tables(), name))])
def test_a_change_of_any_table_changes_the_digest(name: str) -> None:
    rows = getattr(current_tables(), name)
    assert edition_digest(replace(current_tables(), **{name: rows.iloc[:-1]})) != ASSETS.digest


def test_a_statement_that_moves_changes_the_digest() -> None:
    moved = current_tables().statements.assign(lon=lambda rows: rows["lon"] + 5)
    assert edition_digest(replace(current_tables(), statements=moved)) != ASSETS.digest


def test_another_release_of_what_draws_changes_the_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.wire.assets.version", lambda package: f"{package} next")
    assert Assets(current_tables()).digest != ASSETS.digest


def test_the_modules_are_all_there() -> None:
    on_disk = {path.relative_to(ATLAS).as_posix() for path in ATLAS.rglob("*.mjs")}
    assert {name for name in ASSETS.names if name.endswith(".mjs")} == on_disk
    assert "atlas.mjs" in on_disk


def test_the_look_is_joined_whole() -> None:
    assert sorted(TOPICS) == sorted(path.stem for path in LOOK.glob("*.css"))
