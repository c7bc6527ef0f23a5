"""A file of comma-separated rows, read strictly: its rows by column name, or sentences that say what is wrong."""

import csv
import io
from pathlib import Path

from data.checks.rows import Row

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_sheet(path: Path, columns: tuple[str, ...], problems: list[str], file: str = "") -> list[Row] | None:
    """The rows of a file, or None where it cannot be read at all.

    Parameters
    ----------
    path
        The file.
    columns
        The names that its header has to hold, in any order.
    problems
        Gets a sentence for each line that does not hold.
    file
        What the sentences call the file; its name where not given.
    """
    name = file or path.name
    text = _text(path, name, problems)
    return None if text is None else rows_of(text, name, columns, problems)


def rows_of(text: str, file: str, columns: tuple[str, ...], problems: list[str]) -> list[Row] | None:
    """The rows of a text, wherever it comes from; None where its header or its quotes do not hold."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    header: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            if header is None:
                header = cells
                if not _header_fits(file, header, columns, problems):
                    return None
            elif len(cells) != len(header):
                found = f"{len(cells)} cells" if cells else "an empty line"
                problems.append(f"{file} line {line}: {found}; expected {len(header)} cells as in the header")
            else:
                rows.append(Row(file, line, dict(zip(header, cells, strict=True))))
            line = reader.line_num + 1
    except csv.Error as error:
        problems.append(f"{file} line {line}: {error}; expected comma-separated cells with closed quotes")
        return None
    if header is None:
        problems.append(f"{file}: empty; expected a header")
        return None
    return rows


def _text(path: Path, file: str, problems: list[str]) -> str | None:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        problems.append(f"{file}: not found in {path.parent}; expected a table")
        return None
    except OSError as error:
        problems.append(f"{file}: {error.strerror}; expected a file that can be read")
        return None
    if raw.startswith(BYTE_ORDER_MARK):
        problems.append(f"{file} line 1: begins with a byte order mark; expected UTF-8 without one")
        raw = raw.removeprefix(BYTE_ORDER_MARK)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.append(f"{file} line {line}: byte 0x{raw[error.start]:02x} is not UTF-8; expected UTF-8 text")
        return None


def _header_fits(file: str, header: list[str], columns: tuple[str, ...], problems: list[str]) -> bool:
    twice = sorted({name for name in header if header.count(name) > 1})
    missing = [name for name in columns if name not in header]
    unknown = [name for name in header if name not in columns]
    if twice:
        problems.append(f"{file} line 1: column {', '.join(twice)} stands twice; expected each column once")
    if missing:
        problems.append(f"{file} line 1: no column {', '.join(missing)}; expected {', '.join(columns)}")
    if unknown:
        problems.append(f"{file} line 1: unknown column {', '.join(map(repr, unknown))}; expected {', '.join(columns)}")
    return not (twice or missing or unknown)
