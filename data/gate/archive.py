"""Archives from outside: packages of tables, and the workbooks XLSX and ODS, which are ZIPs of XML."""

import io
import zipfile
import zlib
from collections.abc import Container
from typing import IO

from data.gate.files import within
from data.gate.limits import MOST_ENTRIES, MOST_PACKED_BYTES, MOST_UNPACKED_BYTES
from data.gate.problems import GateError
from data.gate.text import plain

UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
"""What the standard reader raises for an archive that is broken, locked, or packed in another way."""
STEP = 65_536
END = b"PK\x05\x06"
COUNT = slice(10, 12)
"""Where the end of an archive says how many entries it has."""


def unpacked(raw: bytes, name: str, wanted: Container[str] | None = None) -> dict[str, bytes]:
    """The files of an archive by name, or those wanted; GateError for what is no ZIP or would be too much.

    What an entry says of its size is not believed: it is unpacked step by step, and no further than the limit.
    """
    within(raw, name, MOST_PACKED_BYTES)
    where = plain(name)
    # Counted before the standard reader makes an object of each.
    end = raw.rfind(END)
    if end >= 0 and int.from_bytes(raw[end:][COUNT], "little") > MOST_ENTRIES:
        raise GateError(f"{where}: more than {MOST_ENTRIES} entries; expected at most as many")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _files(archive, where, wanted)
    except UNREADABLE as error:
        if isinstance(error, GateError):
            raise
        raise GateError(f"{where}: {plain(str(error))}; expected a ZIP archive that can be read") from None


def _files(archive: zipfile.ZipFile, where: str, wanted: Container[str] | None) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise GateError(f"{where}: {len(entries):,} entries; expected at most {MOST_ENTRIES}")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED_BYTES:
        raise GateError(f"{where}: more than {MOST_UNPACKED_BYTES:,} bytes unpacked; expected at most as many")
    files: dict[str, bytes] = {}
    left = MOST_UNPACKED_BYTES
    for entry in entries:
        if wanted is not None and entry.filename not in wanted:
            continue
        if entry.filename in files:
            raise GateError(f"{where}: {plain(entry.filename)} stands twice; expected each entry once")
        with archive.open(entry) as file:
            files[entry.filename] = _read(file, left, where)
        left -= len(files[entry.filename])
    return files


def _read(file: IO[bytes], most: int, where: str) -> bytes:
    parts: list[bytes] = []
    while part := file.read(STEP):
        most -= len(part)
        if most < 0:
            raise GateError(f"{where}: more than {MOST_UNPACKED_BYTES:,} bytes unpacked; expected at most as many")
        parts.append(part)
    return b"".join(parts)
