"""Rows of a table from outside: CSV and TSV read within limits, and the limits for rows that were read elsewhere."""

import csv
import io
from collections.abc import Iterable, Iterator

from data.gate.limits import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from data.gate.problems import GateError
from data.gate.text import plain

Numbered = tuple[int, list[str]]
"""The line or row in which cells begin, and the cells."""
SIGN_NAMES = {",": "comma-separated cells", "\t": "cells separated by tabs", ";": "cells separated by semicolons"}


def delimited(text: str, name: str, sign: str = ",") -> Iterator[Numbered]:
    """The rows of a text, each with its line; GateError for one that breaks off or is too much."""
    return rows_within(_read(text, name, sign), name)


def rows_within(rows: Iterable[Numbered], name: str) -> Iterator[Numbered]:
    """The same rows; GateError at the first that is one too many, too wide, or has a cell that is too long.

    The first row is the header.
    """
    header: list[str] = []
    for number, (line, cells) in enumerate(rows):
        where = f"{plain(name)} line {line}"
        if number > MOST_ROWS:
            raise GateError(f"{where}: more than {MOST_ROWS:,} rows; expected at most as many")
        if len(cells) > MOST_COLUMNS:
            raise GateError(f"{where}: {len(cells):,} cells; expected at most {MOST_COLUMNS}")
        long = next((at for at, cell in enumerate(cells) if len(cell) > LONGEST_CELL), None)
        if long is not None:
            which = plain(header[long]) if long < len(header) else f"cell {long + 1}"
            raise GateError(f"{where}: {which} has {len(cells[long]):,} characters; expected at most {LONGEST_CELL:,}")
        header = header or cells
        yield line, cells


def _read(text: str, name: str, sign: str) -> Iterator[Numbered]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=sign)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise GateError(f"{plain(name)} line {line}: {error}; expected {SIGN_NAMES[sign]} with closed quotes") from None
