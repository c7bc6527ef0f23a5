"""Whether each cell holds what its column asks for."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial

from data.checks.rows import Row
from data.dates import first_day
from data.gate.text import first_unfit, named, shown
from data.kept_short import kept_short
from data.schema import Column, Kind

WHOLE = re.compile(r"0|[1-9]\d{0,8}", re.ASCII)
NUMBER = re.compile(r"\d{1,12}(\.\d{1,20})?", re.ASCII)
DEGREES = re.compile(r"-?\d{1,3}(\.\d{1,20})?", re.ASCII)


def cells_checked(columns: Iterable[Column]) -> Callable[[Row], list[str]]:
    """What tells of the rows of a table what is wrong with their cells, a sentence each."""
    readers = [_reader(column) for column in columns]

    def problems(row: Row) -> list[str]:
        cells = row.cells
        found = [fault for name, fault_in in readers if (fault := fault_in(cells[name]))]
        return [row.problem(*fault) for fault in found]

    return problems


def cells_hold(columns: Iterable[Column], rows: Sequence[Row]) -> bool:
    """Whether no cell of a table is wrong: each that stands in many rows is looked at once."""
    readers = [_reader(column) for column in columns]
    return not any(fault_in(cell) for name, fault_in in readers for cell in {row.cells[name] for row in rows})


@cache
def _reader(column: Column) -> tuple[str, Callable[[str], tuple[str, str] | None]]:
    """The name of a column, and what finds the fault of a cell in it; most cells of a table occur many times."""
    return column.name, kept_short(1 << 12)(partial(_fault, column))


def _fault(column: Column, cell: str) -> tuple[str, str] | None:
    """What was found and what was expected, where a cell is wrong."""
    if unfit := first_unfit(cell):
        return f"{column.name} has {named(unfit)}", "text in one line without control characters"
    if cell != cell.strip():
        return f"{column.name} is {shown(cell)}", "no blanks at its edges"
    if not cell:
        return (f"{column.name} is empty", "a value") if column.required else None
    if expected := _expected(cell, column):
        return f"{column.name} is {shown(cell)}", expected
    return None


def _expected(cell: str, column: Column) -> str:
    """What the cell should have been, or nothing where it is right."""
    match column.kind:
        case Kind.DATE:
            try:
                first_day(cell)
            except ValueError:
                return "a date of the calendar as YYYY, YYYY-MM or YYYY-MM-DD"
        case Kind.WORD if cell not in column.words:
            return f"one of {', '.join(column.words)}"
        case Kind.FLAG if cell not in ("true", "false"):
            return "true or false"
        case Kind.WHOLE if not WHOLE.fullmatch(cell):
            return "a whole number of at most 9 digits"
        case Kind.NUMBER if not NUMBER.fullmatch(cell):
            return "a number of 0 or more, such as 1226.4"
        case Kind.DEGREES if not _within(cell, column.limit):
            return f"degrees from -{column.limit} to {column.limit}"
        case Kind.LIST if len(set(parts := cell.split(";"))) < len(parts) or not all(
            part and part == part.strip() for part in parts
        ):
            return "entries joined by ';', none empty, none twice"
    return ""


def _within(cell: str, limit: float) -> bool:
    return bool(DEGREES.fullmatch(cell)) and abs(float(cell)) <= limit
