"""Folders for work that needs real files, and what becomes of those whose process was killed."""

import shutil
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

PREFIX = "eastward-film-"
LONGEST_S = 60 * 60
"""A folder that nobody has written to for so long belongs to nobody."""


def working_folder() -> "TemporaryDirectory[str]":
    """A folder of one's own, gone when its block ends."""
    return TemporaryDirectory(prefix=PREFIX)


def clear_leftovers() -> None:
    """Remove the folders that were left behind."""
    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # another user's, or gone already
            if time.time() - max(path.stat().st_mtime for path in (folder, *folder.iterdir())) > LONGEST_S:
                shutil.rmtree(folder)
