"""Files that are whole or not there: written beside their place, then moved into it."""

from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file; where that fails, as on a full disk, what was there stays, and nothing is left beside it."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
