"""A file of comma-separated rows, read strictly: its rows by column name, or sentences that say what is wrong."""

from pathlib import Path

from data.checks.rows import Row
from data.gate.files import BYTE_ORDER_MARK, in_utf8, missing, read_within
from data.gate.limits import MOST_LISTED, MOST_TABLE_BYTES
from data.gate.problems import GateError, first_told
from data.gate.rows import delimited
from data.gate.text import cut


def read_sheet(path: Path, columns: tuple[str, ...], problems: list[str], file: str = "") -> list[Row] | None:
    """The rows of a file, or None where it cannot be read at all.

    Parameters
    ----------
    path
        The file.
    columns
        The names that its header has to hold, in any order.
    problems
        Gets a sentence for each line that does not hold, up to a limit.
    file
        What the sentences call the file; its name where not given.
    """
    name = file or path.name
    found: list[str] = []
    rows: list[Row] | None = None
    try:
        raw = read_within(path, MOST_TABLE_BYTES, name)
        if raw.startswith(BYTE_ORDER_MARK):
            found.append(f"{name} line 1: begins with a byte order mark; expected UTF-8 without one")
            raw = raw.removeprefix(BYTE_ORDER_MARK)
        rows = _rows(in_utf8(raw, name, "UTF-8 text"), name, columns, found)
    except FileNotFoundError:
        found = [missing(path, "a table", name)]
    except OSError as error:
        found = [f"{name}: {error.strerror}; expected a file that can be read"]
    except GateError as error:
        found.append(str(error))
    problems += first_told(found, MOST_LISTED)
    return rows


def rows_of(text: str, file: str, columns: tuple[str, ...], problems: list[str]) -> list[Row] | None:
    """The rows of a text, wherever it comes from; None where its header, its quotes or its size do not hold."""
    found: list[str] = []
    rows: list[Row] | None = None
    try:
        rows = _rows(text, file, columns, found)
    except GateError as error:
        found.append(str(error))
    problems += first_told(found, MOST_LISTED)
    return rows


def _rows(text: str, file: str, columns: tuple[str, ...], problems: list[str]) -> list[Row] | None:
    lines = delimited(text, file)
    first = next(lines, None)
    if first is None:
        problems.append(f"{file}: empty; expected a header")
        return None
    _, header = first
    if not _header_fits(file, header, columns, problems):
        return None
    rows: list[Row] = []
    for line, cells in lines:
        if len(cells) != len(header):
            found = f"{len(cells)} cells" if cells else "an empty line"
            problems.append(f"{file} line {line}: {found}; expected {len(header)} cells as in the header")
        else:
            rows.append(Row(file, line, dict(zip(header, cells, strict=True))))
    return rows


def _header_fits(file: str, header: list[str], columns: tuple[str, ...], problems: list[str]) -> bool:
    twice = sorted({name for name in header if header.count(name) > 1})
    lacking = [name for name in columns if name not in header]
    unknown = [name for name in header if name not in columns]
    if twice:
        problems.append(f"{file} line 1: column {cut(', '.join(twice))} stands twice; expected each column once")
    for word, names in (("no", ", ".join(lacking)), ("unknown", cut(", ".join(map(repr, unknown))))):
        if names:
            problems.append(f"{file} line 1: {word} column {names}; expected {', '.join(columns)}")
    return not (twice or lacking or unknown)
