"""Files of former editions, kept for a day: who opened the atlas before an update goes on with what belongs to it.

The facts of memberships are kept once somebody has asked for them: all of them would take seconds of every start. Files
lie in a folder of this machine, by digest, so that a new process finds what an old one served.
"""

import logging
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from os import environ, getpid
from pathlib import Path

from data.settings import keep
from data.whole_file import write_whole
from data.words import phrase
from geo.wire.assets import Asset, Assets, membership_of_file

A_DAY_S = 24 * 60 * 60
MOST = 8
"""Former editions, of 3 MB each."""
ENDED = ".ended"
DIGEST = re.compile(r"[0-9a-f]{16}", re.ASCII)
_log = logging.getLogger(__name__)


class Former:
    """The files of the current edition and of former ones in a folder; who may write there decides what is served."""

    def __init__(self, folder: Path, now: Callable[[], float] = time.time) -> None:
        self._folder, self._now = folder, now

    def begin(self, assets: Assets) -> None:
        """Keep an edition's files from now on; from now on all others count as former, and old ones go."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._write(assets)
        (self._folder / assets.digest / ENDED).unlink(missing_ok=True)
        former = [each for each in self._editions() if each.name != assets.digest]
        for each in former:
            if not (each / ENDED).exists():
                (each / ENDED).write_text(str(int(self._now())), encoding="ascii", newline="\n")
        former.sort(key=self._ended, reverse=True)
        for place, each in enumerate(former):
            if place >= MOST or self._now() - self._ended(each) > A_DAY_S:
                shutil.rmtree(each, ignore_errors=True)

    def add(self, digest: str, file: Asset) -> None:
        """Keep a file that was made late with the others of its edition, if those are kept."""
        folder = self._folder / digest
        if folder.is_dir() and not (folder / file.name).exists():
            write_whole(folder / file.name, file.body)

    def file(self, digest: str, name: str) -> Asset | None:
        """A file of a former edition, or None where it is not kept, or no longer."""
        folder = self._folder / digest
        if not DIGEST.fullmatch(digest) or "\0" in name or self._now() - self._ended(folder) > A_DAY_S:
            return None
        path = (folder / name).resolve()
        if path.name == ENDED or not path.is_relative_to(folder.resolve()) or not path.is_file():
            return None
        return Asset(name, path.read_bytes())

    def has(self, digest: str) -> bool:
        """Whether an edition is kept still."""
        return bool(DIGEST.fullmatch(digest)) and self._now() - self._ended(self._folder / digest) <= A_DAY_S

    def _write(self, assets: Assets) -> None:
        if (self._folder / assets.digest).exists():
            return
        part = self._folder / f".{assets.digest}.{getpid()}"
        shutil.rmtree(part, ignore_errors=True)
        for name in (name for name in assets.names if not name.endswith(".png") and not membership_of_file(name)):
            path = part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(assets.file(name).body)
        try:
            part.replace(self._folder / assets.digest)
        except OSError:  # another process of the same edition was first
            shutil.rmtree(part, ignore_errors=True)

    def _editions(self) -> Iterator[Path]:
        for each in self._folder.iterdir():
            if DIGEST.fullmatch(each.name):
                yield each
            elif each.name.startswith(".") and self._now() - each.stat().st_mtime > A_DAY_S:
                shutil.rmtree(each, ignore_errors=True)  # a process ended while it wrote

    def _ended(self, edition: Path) -> float:
        """When an edition was followed by another, in seconds; long ago for one that is not here."""
        try:
            return float((edition / ENDED).read_text(encoding="ascii"))
        except FileNotFoundError:
            return self._now() if edition.is_dir() else float("-inf")
        except (OSError, ValueError):
            return float("-inf")


def folder() -> Path | None:
    """Where files are kept: the setting, else the user's folder for such things; None where they are not to be."""
    if (asked := keep()) is not None:
        return Path(asked) if asked else None
    try:
        homes = {"darwin": Path.home() / "Library" / "Caches", "win32": Path(environ.get("LOCALAPPDATA", Path.home()))}
        home = homes.get(sys.platform, Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"))
    except RuntimeError:  # a user without a home
        return None
    return home / "eastward"


def keep_files(assets: Assets) -> None:
    """Keep the files of the current edition for those who will have it open after an update; the log says if not."""
    if (place := folder()) is None:
        return
    try:
        Former(place).begin(assets)
    except OSError as error:
        _log.warning("%s", phrase("server", "not_kept", error=error))


def keep_late(digest: str, file: Asset) -> None:
    """Keep the facts of a membership, which somebody has open now; the log says if not."""
    if membership_of_file(file.name) is None or (place := folder()) is None:
        return
    try:
        Former(place).add(digest, file)
    except OSError as error:
        _log.warning("%s", phrase("server", "not_kept", error=error))


def former_file(digest: str, name: str) -> Asset | None:
    """A file of a former edition that is kept still, or None."""
    place = folder()
    return None if place is None else Former(place).file(digest, name)


def is_kept(digest: str) -> bool:
    """Whether a former edition is kept still."""
    place = folder()
    return place is not None and Former(place).has(digest)
