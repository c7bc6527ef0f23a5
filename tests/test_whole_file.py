"""What is written is whole or not there, and what a killed process left is cleared away."""

import errno
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.whole_file import write_together, write_whole
from geo import picture, tactile
from geo.publish import __main__ as publish
from geo.publish import unfinished

ROOT = Path(__file__).parent.parent


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def write(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write)


def test_a_file_is_written_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    path.write_text("old")
    write_whole(path, b"new")
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("full_disk")
@pytest.mark.parametrize(
    ("command", "name"),
    [
        (lambda path: picture.main(["--year", "2004", "-o", str(path)]), "map.svg"),
        (lambda path: publish.main(["class", "-o", str(path)]), "class.html"),
    ],
)
def test_a_full_disk_leaves_the_old_file(command, name: str, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    path = tmp_path / name
    with path.open("w") as file:
        file.write("old")
    assert command(path) == 2
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
    assert "No space left on device" in capsys.readouterr().err


def test_what_a_killed_process_left_is_cleared_and_what_is_at_work_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unfinished, "gettempdir", lambda: str(tmp_path))
    old, at_work, other = (tmp_path / name for name in ("eastward-film-a", "eastward-film-b", "somebody-else"))
    long_ago = time.time() - unfinished.LONGEST_S - 60
    for folder in (old, at_work, other):
        folder.mkdir()
        (folder / "film.mp4").write_bytes(b"half")
        os.utime(folder / "film.mp4", (long_ago, long_ago))
        os.utime(folder, (long_ago, long_ago))
    os.utime(at_work / "film.mp4")
    unfinished.clear_leftovers()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["eastward-film-b", "somebody-else"]


def test_without_the_encoder_there_are_still_moving_pictures() -> None:
    code = (
        "import sys; sys.modules['av'] = None; from geo.publish.film import KINDS, film; "
        "print(KINDS, len(film('gif', [1949])))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    ).stdout
    assert told.startswith("('gif',) ")
    assert int(told.split()[-1]) > 10_000


def tactile_in(folder: Path) -> int:
    return tactile.main(["--day", "2004-05-01", "-o", str(folder / "map.svg")])


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_leaves_every_old_file_of_a_map_to_be_felt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tactile, "tactile_files", lambda _: [("map.svg", b"1" * 20), ("map-key.txt", b"2" * 20)])
    old = {tmp_path / name: name for name in ("map.svg", "map-key.txt")}
    for path, text in old.items():
        with path.open("w") as file:
            file.write(text)
    assert tactile_in(tmp_path) == 2
    assert {path: path.read_text() for path in tmp_path.iterdir()} == old
    assert "No space left on device" in capsys.readouterr().err


def test_where_the_second_of_two_files_cannot_be_written_the_first_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {tmp_path / name: b"old" for name in ("a", "b")}
    for path, content in old.items():
        path.write_bytes(content)
    write = Path.write_bytes

    def fails_at_b(path: Path, content: bytes) -> int:
        if path.name.startswith("b"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", fails_at_b)
    with pytest.raises(OSError, match="No space"):
        write_together(dict.fromkeys(old, b"new"))
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == old


WRITES = re.compile(r"\.write_(?:bytes|text)\(|open\([^)]*\"[wax]b?\"")
BY_HAND = {
    "data/natural_earth/build.py",
    "data/natural_earth/build_world.py",
    "data/cldr/build.py",
    "data/own_table/build_codes.py",
    "geo/publish/typeface.py",
}
"""Run by hand, into the project itself."""
ALREADY = {"data/whole_file.py", "geo/wire/former.py", "geo/publish/film.py", "geo/publish/questions/anki.py"}
"""The one way; a folder that is moved as a whole; a folder of one's own."""


def test_there_is_one_way_to_write_a_file() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for room in ("data", "geo", "pages")
        for path in (ROOT / room).rglob("*.py")
        if WRITES.search(path.read_text(encoding="utf-8"))
    }
    assert found <= BY_HAND | ALREADY
