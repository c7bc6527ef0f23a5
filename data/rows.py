"""The rows of a table as values, read once: a rule asked on hundreds of days must not search a frame each time."""

from datetime import date
from functools import lru_cache
from typing import Any

from data.tables import Tables


@lru_cache(maxsize=512)
def rows(tables: Tables, name: str) -> tuple[Any, ...]:
    """Every row of a table, its columns as attributes."""
    return tuple(getattr(tables, name).itertuples(index=False))


@lru_cache(maxsize=512)
def rows_with(tables: Tables, name: str, column: str, value: str) -> tuple[Any, ...]:
    """The rows of a table with this value in a column."""
    return tuple(row for row in rows(tables, name) if getattr(row, column) == value)


def in_force(found: tuple[Any, ...], day: date) -> tuple[Any, ...]:
    """Those of some rows of an interval table that hold on a day."""
    return tuple(row for row in found if row.start_day <= day < row.end_day)
