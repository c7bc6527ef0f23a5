"""The editions that were published: a list of them, and the tables of each as a package.

`edition.toml` tells of the current edition. It is open while the list does not have it: its tables may change.
Published it stands in the list with the digest of its tables, and they lie in `editions/<number>.zip`.
"""

import csv
import hashlib
import io
import json
import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path

from data.errors import DataError
from data.gate.archive import unpacked
from data.gate.files import in_utf8, read_within
from data.gate.limits import MOST_PACKED_BYTES, MOST_TABLE_BYTES
from data.gate.problems import GateError
from data.gate.rows import delimited
from data.gate.text import cut, shown
from data.schema import SCHEMA
from data.zipped import zipped

LIST = "editions.csv"
PACKAGES = "editions"
EDITION = "edition.toml"
NUMBER = re.compile(r"(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})", re.ASCII)
DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
Files = Mapping[str, bytes]


class EditionError(DataError):
    """An edition cannot be read or made; the text says where, what was found and what was expected."""


@dataclass(frozen=True)
class Edition:
    """One published edition: a row of the list."""

    number: str
    day: date
    as_of: date
    changed: str
    digest: str


COLUMNS = ("number", "date", "as_of", "changed", "digest")


def numbered(number: str) -> tuple[int, int]:
    """A number to compare by: 1.10 comes after 1.9. ValueError for anything but two whole numbers with a point."""
    match = NUMBER.fullmatch(number)
    if match is None:
        raise ValueError(f"{shown(number)} is no number of an edition; expected one such as 1.1")
    return int(match[1]), int(match[2])


# ---------------------------------------------------------------------- the list


def published(folder: Path) -> list[Edition]:
    """Every published edition of a folder, in the order of its list, none where it has none; raises EditionError."""
    try:
        raw = read_within(folder / LIST, MOST_TABLE_BYTES)
        rows = list(delimited(in_utf8(raw, LIST, "a list of editions in UTF-8"), LIST))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise EditionError(f"{LIST}: {error.strerror}; expected a list of editions in UTF-8") from error
    except GateError as error:
        raise EditionError(str(error)) from error
    header = rows[0][1] if rows else []
    if tuple(header) != COLUMNS:
        raise EditionError(f"{LIST} line 1: {cut(', '.join(header))}; expected {', '.join(COLUMNS)}")
    return [_edition(line, row) for line, row in rows[1:]]


def _edition(line: int, row: list[str]) -> Edition:
    try:
        number, day, as_of, changed, digest = row
        numbered(number)
        found = Edition(number, date.fromisoformat(day), date.fromisoformat(as_of), changed, digest)
    except ValueError as error:
        raise EditionError(f"{LIST} line {line}: {cut(str(error))}; expected {', '.join(COLUMNS)}") from error
    if not DIGEST.fullmatch(digest):
        raise EditionError(f"{LIST} line {line}: digest is {shown(digest)}; expected 64 digits and letters a to f")
    return found


def list_text(editions: list[Edition]) -> str:
    """The list as CSV, as it stands in its file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([COLUMNS, *map(astuple, editions)])
    return text.getvalue()


def edition_text(version: str, as_of: date, day: date, changed: str, note: str) -> str:
    """What `edition.toml` tells of an edition."""
    version, changed, note = (json.dumps(text, ensure_ascii=False) for text in (version, changed, note))
    return f"version = {version}\nas_of = {as_of}\ndate = {day}\nchanged = {changed}\nnote = {note}\n"


# ---------------------------------------------------------------------- the tables of an edition


def edition_files(folder: Path) -> dict[str, bytes]:
    """What makes an edition, as it lies in a folder, by name: the tables and `edition.toml`."""
    return {name: (folder / name).read_bytes() for name in (*(f"{table}.csv" for table in SCHEMA), EDITION)}


def digest_of(files: Files) -> str:
    """The digest of the tables among some files: that of what `sha256sum *.csv` prints of them."""
    tables = sorted(name for name in files if name.endswith(".csv"))
    lines = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in tables)
    return hashlib.sha256(lines.encode()).hexdigest()


def package_path(folder: Path, number: str) -> Path:
    """Where the package of an edition lies."""
    return folder / PACKAGES / f"{number}.zip"


def package(files: Files, day: date) -> bytes:
    """The files of an edition of a day as its package."""
    return zipped(sorted(files.items()), day)


def read_package(folder: Path, number: str) -> dict[str, bytes]:
    """The files of a published edition; raises EditionError where its package cannot be read."""
    path = package_path(folder, number)
    name = f"{PACKAGES}/{path.name}"
    try:
        return unpacked(read_within(path, MOST_PACKED_BYTES), name)
    except GateError as error:
        raise EditionError(str(error)) from error
    except OSError as error:
        found = "not found" if isinstance(error, FileNotFoundError) else error.strerror
        raise EditionError(f"{name}: {found}; expected the tables of edition {number}") from error
