"""Files that are whole or not there: written beside their place, then moved into it."""

from collections.abc import Mapping
from os import getpid
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file; where that fails, as on a full disk, what was there stays, and nothing is left beside it."""
    write_together({path: content})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write some files, each whole; where one of them cannot be written, none is moved into its place."""
    parts = {path: path.with_name(f"{path.name}.{getpid()}.part") for path in files}
    try:
        for path, content in files.items():
            parts[path].write_bytes(content)
        for path, part in parts.items():
            part.replace(path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
