"""Who opened the atlas before an update goes on with the files that belong to it, for a day."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.settings import SettingError, keep
from geo.wire import former
from geo.wire.assets import Asset, current_assets
from geo.wire.former import A_DAY_S, MOST, Former, keep_files
from geo.wire.routes import PREFIX, ROUTES

NAMES = ["atlas.js", "core/key.mjs", "europe.json", "small-2004-dark.png"]
OLD, NEW = "0" * 16, "1" * 16


class Edition:
    """As much of an edition's files as is kept."""

    def __init__(self, digest: str, names: list[str] = NAMES) -> None:
        self.digest, self.names = digest, names

    def file(self, name: str) -> Asset:
        return Asset(name, f"{self.digest} {name}".encode())


class Clock:
    """A time that the test sets."""

    def __init__(self) -> None:
        self.at = 1_800_000_000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Former:
    return Former(tmp_path / "kept", clock)


def body(kept: Former, digest: str, name: str) -> bytes | None:
    found = kept.file(digest, name)
    return found and found.body


def test_a_former_edition_is_there_for_a_day_after_the_next_began(kept: Former, clock: Clock) -> None:
    kept.begin(Edition(OLD))
    clock.at += 30 * A_DAY_S  # however long it was the current one
    kept.begin(Edition(NEW))
    for name in NAMES[:3]:
        assert body(kept, OLD, name) == f"{OLD} {name}".encode()
    clock.at += A_DAY_S - 1
    kept.begin(Edition(NEW))  # another process starts, or the same again
    assert kept.has(OLD)
    assert body(kept, OLD, "atlas.js")
    clock.at += 2
    assert body(kept, OLD, "atlas.js") is None
    assert not kept.has(OLD)
    assert body(kept, NEW, "atlas.js")


def test_what_is_over_is_removed_at_the_next_start(kept: Former, clock: Clock, tmp_path: Path) -> None:
    kept.begin(Edition(OLD))
    kept.begin(Edition(NEW))
    clock.at += A_DAY_S + 1
    kept.begin(Edition(NEW))
    assert [path.name for path in (tmp_path / "kept").iterdir()] == [NEW]


def test_an_edition_that_comes_back_is_former_no_more(kept: Former, clock: Clock) -> None:
    kept.begin(Edition(OLD))
    kept.begin(Edition(NEW))
    kept.begin(Edition(OLD))
    clock.at += 3 * A_DAY_S
    assert body(kept, OLD, "atlas.js")


def test_only_so_many_are_kept(kept: Former, clock: Clock, tmp_path: Path) -> None:
    for at in range(MOST + 4):
        clock.at += 1
        kept.begin(Edition(f"{at:016x}"))
    left = sorted(path.name for path in (tmp_path / "kept").iterdir())
    assert left == [f"{at:016x}" for at in range(3, MOST + 4)]


@pytest.mark.parametrize(
    ("digest", "name"),
    [
        (OLD, "../../secret"),
        (OLD, "/etc/passwd"),
        (OLD, ".ended"),
        (OLD, "core"),
        (OLD, ""),
        (OLD, "a\0b"),
        (OLD, "small-2004-dark.png"),
        ("..", "secret"),
        ("", "secret"),
        (f".{OLD}.1", "atlas.js"),
        ("2" * 16, "atlas.js"),
    ],
)
def test_nothing_else_is_found(kept: Former, tmp_path: Path, digest: str, name: str) -> None:
    (tmp_path / "secret").write_text("secret")
    kept.begin(Edition(OLD))
    (tmp_path / "kept" / f".{OLD}.1").mkdir()
    (tmp_path / "kept" / f".{OLD}.1" / "atlas.js").write_text("half")
    kept.begin(Edition(NEW))
    assert body(kept, digest, name) is None


def test_a_new_process_serves_what_the_old_one_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EASTWARD_KEEP", str(tmp_path / "kept"))
    keep_files(Edition(OLD))
    keep_files(Edition(NEW))
    picture = Asset("small-2004-dark.png", b"picture")
    monkeypatch.setattr(type(current_assets()), "file", lambda _self, _name: picture)
    client = TestClient(Starlette(routes=ROUTES))
    found = client.get(f"/{PREFIX}/{OLD}/europe.json")
    assert (found.status_code, found.text) == (200, f"{OLD} europe.json")
    assert found.headers["Cache-Control"].endswith("immutable")
    drawn = client.get(f"/{PREFIX}/{OLD}/small-2004-dark.png")
    assert (drawn.content, drawn.headers["Cache-Control"]) == (b"picture", "no-cache")
    assert client.get(f"/{PREFIX}/{OLD}/nothing.json").status_code == 404
    assert client.get(f"/{PREFIX}/{'2' * 16}/europe.json").status_code == 404
    assert client.get(f"/{PREFIX}/{'2' * 16}/small-2004-dark.png").status_code == 404


def test_a_folder_that_cannot_be_written_is_told_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("EASTWARD_KEEP", str(tmp_path / "file"))
    keep_files(Edition(OLD))
    assert "Files cannot be kept for readers during an update" in caplog.text


@pytest.fixture
def setting(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda text: monkeypatch.setenv("EASTWARD_KEEP", text)


def test_where_files_are_kept_is_a_setting(setting: Callable[[str], None], tmp_path: Path) -> None:
    setting("")
    assert keep() is None
    assert former.folder() is None or former.folder().name == "eastward"
    setting("none")
    assert former.folder() is None
    setting(str(tmp_path))
    assert former.folder() == tmp_path
    setting("somewhere")
    with pytest.raises(SettingError, match="EASTWARD_KEEP: 'somewhere'; expected the whole path of a folder, or none"):
        keep()
