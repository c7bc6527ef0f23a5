"""The one way out to CSV, for every table, download and command.

A cell of text that a spreadsheet could take for a formula gets a leading apostrophe; `plain_csv` takes it away again.
"""

import csv
import io
import re
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_QUOTES = re.compile(r'[",\r\n]')
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def as_csv(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Rows of text as CSV under a header, formula-like text guarded."""
    return _written([_guarded(cell) for cell in row] for row in (header, *rows))


def frame_as_csv(frame: pd.DataFrame, decimals: int | None = None) -> str:
    """A frame as CSV without its index, formula-like text guarded.

    Parameters
    ----------
    frame
        Any columns; what is missing becomes an empty cell.
    decimals
        The most digits behind the point of a number; all that it has where not given.
    """
    rows = ((cell_text(cell, decimals) for cell in row) for row in frame.itertuples(index=False, name=None))
    return as_csv(map(str, frame.columns), rows)


def cell_text(value: Any, decimals: int | None = None) -> str:
    """The text of a cell: numbers in their shortest form, `true` or `false`, nothing for what is missing."""
    if isinstance(value, str):
        return value
    if pd.isna(value):
        return ""
    if isinstance(value, bool | np.bool_):
        return "true" if value else "false"
    if isinstance(value, float | np.floating):
        return np.format_float_positional(value, precision=decimals, trim="-")
    return str(value)


def plain_csv(text: str) -> str:
    """An exported CSV without the guarding apostrophes: what a file in `data/` would hold."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    return _written([cell[1:] if _GUARDED.match(cell) else cell for cell in row] for row in rows)


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _written(rows: Iterable[Iterable[str]]) -> str:
    return "".join(",".join(map(_quoted, row)) + "\n" for row in rows)


def _quoted(cell: str) -> str:
    """Quoted where need be; csv.writer would leave a carriage return bare, and a reader ends the row there."""
    return '"' + cell.replace('"', '""') + '"' if _QUOTES.search(cell) else cell
