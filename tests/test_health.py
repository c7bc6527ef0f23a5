"""`/healthz` is good only where all that readers are sent holds together, and says what does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.tables import current_tables
from geo.errors import JoinError
from geo.shapes import extract
from geo.wire import health


@pytest.fixture
def client() -> Iterator[TestClient]:
    health._found_whole.cache_clear()
    with TestClient(Starlette(routes=[health.HEALTH])) as opened:
        yield opened
    health._found_whole.cache_clear()


def test_it_names_the_edition_where_all_is_well(client: TestClient) -> None:
    answer = client.get("/healthz")
    tables = current_tables()
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert answer.text == f"ok: edition {tables.version}, facts up to {tables.as_of}\n"


@pytest.mark.parametrize("part", ["current_tables", "make_views", "current_class_page", "current_embed_page"])
def test_it_fails_with_each_part_and_says_why(client: TestClient, monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    def broken(*_: object) -> None:
        raise JoinError("no shape in units.fgb.zip for unit NORWAY")

    with monkeypatch.context() as patched:
        patched.setattr(health, part, broken)
        answer = client.get("/healthz")
        assert (answer.status_code, answer.headers["Cache-Control"]) == (503, "no-store")
        assert "no shape in units.fgb.zip for unit NORWAY" in answer.text
    assert client.get("/healthz").status_code == 200  # asked anew once it is mended


def test_it_fails_where_a_setting_cannot_be_used(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EASTWARD_FRAMES", "everybody; please")
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert "a setting of this instance cannot be used" in answer.text


@pytest.mark.parametrize("content", [None, b"", b"no archive"])
def test_shapes_that_cannot_be_read_are_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    file = tmp_path / "units.fgb.zip"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr(extract, "EXTRACT", file)
    extract._read.cache_clear()
    with pytest.raises(JoinError, match=r"units\.fgb\.zip cannot be read; expected the shapes"):
        extract.read_land()
    extract._read.cache_clear()
