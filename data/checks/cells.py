"""Whether each cell holds what its column asks for."""

import math
import re

from data.checks.rows import Problems, Row
from data.dates import first_day
from data.schema import Column, Kind

WHOLE = re.compile(r"\d{1,9}", re.ASCII)
NUMBER = re.compile(r"\d{1,12}(\.\d{1,20})?", re.ASCII)


def check_cell(row: Row, column: Column) -> Problems:
    cell = row[column.name]
    if cell != cell.strip():
        yield row.problem(f"{column.name} is {cell!r}", "no blanks at its edges")
    elif not cell:
        if column.required:
            yield row.problem(f"{column.name} is empty", "a value")
    elif expected := _expected(cell, column):
        yield row.problem(f"{column.name} is {cell!r}", expected)


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
        case Kind.WHOLE if not (cell.isascii() and cell.isdigit()):
            return "a whole number"
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
    try:
        value = float(cell)
    except ValueError:
        return False
    return math.isfinite(value) and abs(value) <= limit
