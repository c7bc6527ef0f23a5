"""A start reads what an earlier start of the same edition made, and makes what it does not find whole."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.tables import current_tables
from geo.publish import class_page
from geo.publish.class_page import Reader, current_class_page, packed_pages
from geo.publish.whole_page import packed_well, ready
from geo.wire import assets as assets_module
from geo.wire.assets import Assets
from geo.wire.made_before import MOST, MadeBefore, keep_made, made_before, use

OLD, NEW = "0" * 16, "1" * 16
FACTS = gzip.compress(b"facts")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    use(tmp_path / "kept")
    yield tmp_path / "kept"
    use(None)


def test_what_was_kept_is_found_by_edition_and_name(folder: Path) -> None:
    assert made_before(OLD, "facts.json") is None
    keep_made(OLD, [("facts.json", FACTS)])
    assert made_before(OLD, "facts.json") == FACTS
    assert made_before(OLD, "europe.json") is None
    assert made_before(NEW, "facts.json") is None
    assert [path.name for path in folder.iterdir()] == [f"made-{OLD}.zip"]


def test_what_is_not_whole_is_made_anew(folder: Path) -> None:
    keep_made(OLD, [("facts.json", FACTS)])
    archive = folder / f"made-{OLD}.zip"
    whole = archive.read_bytes()
    for spoilt in (b"", whole[: len(whole) // 2], whole.replace(FACTS, FACTS[::-1])):
        archive.write_bytes(spoilt)
        assert made_before(OLD, "facts.json") is None


def test_what_cannot_be_made_leaves_nothing_behind(folder: Path) -> None:
    def broken() -> Iterator[tuple[str, bytes]]:
        yield "facts.json", FACTS
        raise KeyError

    with pytest.raises(KeyError):
        keep_made(OLD, broken())
    assert list(folder.iterdir()) == []


def test_only_so_many_editions_are_kept(folder: Path) -> None:
    for at in range(MOST + 3):
        MadeBefore(folder).keep(f"{at:016x}", [])
    assert len(list(folder.iterdir())) == MOST


def test_a_folder_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for nowhere in (tmp_path / "file", None):
        use(nowhere)
        keep_made(OLD, [("facts.json", FACTS)])
        assert made_before(OLD, "facts.json") is None
    use(None)


def test_the_next_start_serves_the_same_and_makes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Assets(current_tables())
    europe = first.file("europe.json")
    keep_made(first.digest, [("europe.json", europe.gzipped)])
    monkeypatch.setattr(assets_module, "view_payload", lambda *_: pytest.fail("drawn again"))
    again = Assets(current_tables()).file("europe.json")
    assert (again.body, again.gzipped) == (europe.body, europe.gzipped)


def test_all_that_takes_time_is_worth_keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Assets, "file", lambda _self, name: assets_module.Asset(name, name.encode()))
    kept = {name for name, _ in Assets(current_tables()).worth_keeping()}
    assert kept >= {"facts.json", "europe.json", "arctic.json", "atlas.js", "atlas.css", "search.json"}
    assert not {name for name in kept if name.endswith((".mjs", ".png"))}


def test_a_class_page_comes_as_it_was_packed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = packed_well(ready(b"<html><script>1</script></html>"))
    monkeypatch.setattr(class_page, "_current", {(Reader.PUPIL, ""): page})
    keep_made(class_page.current_assets().digest, packed_pages())
    monkeypatch.setattr(class_page, "_current", {})
    monkeypatch.setattr(class_page, "class_html", lambda *_, **__: pytest.fail("made again"))
    assert current_class_page() == page
