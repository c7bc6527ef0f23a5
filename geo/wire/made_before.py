"""What an earlier start made of the same edition: files and pages, compressed, so that the next start only reads them.

An archive for each edition, named by the digest of all that goes in, lies in the folder of `former.py`; it may be taken
away at any time. Where nothing can be kept, each start makes everything itself.
"""

import os
import time
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_STORED, BadZipFile, ZipFile

MOST = 4
"""Editions that are kept, of 2 MB each: those of two releases, and of two settings."""
A_DAY_S = 24 * 60 * 60
UNREADABLE = (OSError, EOFError, KeyError, BadZipFile, zlib.error)

Packed = tuple[str, bytes]
"""A name and what is called so, compressed."""


class MadeBefore:
    """The archives of a folder; who may write there decides what is served."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def found(self, digest: str, name: str) -> bytes | None:
        """What was kept of an edition under a name, compressed; None where that is not here, or not whole."""
        try:
            with ZipFile(self._archive(digest)) as archive:
                return archive.read(name)
        except UNREADABLE:
            return None

    def has(self, digest: str) -> bool:
        """Whether an edition was kept."""
        return self._archive(digest).is_file()

    def keep(self, digest: str, made: Iterable[Packed]) -> None:
        """Keep an edition from now on, whole or not at all; raises OSError where nothing can be written."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = self._folder / f".{self._archive(digest).name}.{os.getpid()}"
        try:
            with ZipFile(part, "w", ZIP_STORED) as archive:
                for name, packed in made:
                    archive.writestr(name, packed)
            part.replace(self._archive(digest))
        finally:
            part.unlink(missing_ok=True)
        self._clear()

    def _archive(self, digest: str) -> Path:
        return self._folder / f"made-{digest}.zip"

    def _clear(self) -> None:
        """Remove what there is too much of, and what a process left that ended while it wrote."""
        archives = sorted(self._folder.glob("made-*.zip"), key=lambda path: path.stat().st_mtime, reverse=True)
        left = (path for path in self._folder.glob(".made-*") if time.time() - path.stat().st_mtime > A_DAY_S)
        for path in (*archives[MOST:], *left):
            with suppress(OSError):
                path.unlink()


_used: list[MadeBefore] = []


def use(folder: Path | None) -> None:
    """Look into a folder from now on, as a server does; None for nowhere."""
    _used[:] = [] if folder is None else [MadeBefore(folder)]


def made_before(digest: str, name: str) -> bytes | None:
    """What an earlier start made, compressed; None where it is to be made anew."""
    return _used[0].found(digest, name) if _used else None


def keep_made(digest: str, made: Iterable[Packed]) -> None:
    """Keep what this start has made for the next, unless that is kept already or cannot be."""
    if _used and not _used[0].has(digest):
        with suppress(OSError):  # the log tells of the folder where former editions are kept
            _used[0].keep(digest, made)
