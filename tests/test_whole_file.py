"""What is written is whole or not there, and what a killed process left is cleared away."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.whole_file import write_whole
from geo import picture
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
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert told.startswith("('gif',) ")
    assert int(told.split()[-1]) > 10_000
