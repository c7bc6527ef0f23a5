"""What held from when: lists of `(from, value)`, half-open, each until the next.

The browser gets everything that history decides about a picture in this form, and only looks it up.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from data.tables import Tables

Value = TypeVar("Value")
Runs = list[tuple[int, Value]]
"""`(from, value)` with `from` in whole days since 1 January of the first year; the first begins at 0."""


def day_number(day: date, tables: Tables) -> int:
    """Whole days from 1 January of the first year."""
    return (day - tables.first_day).days


def runs_of(days: Iterable[date], value_on: Callable[[date], Value], tables: Tables) -> Runs[Value]:
    """The runs of a value, asked for on the days on which it may change, the first day of the tables among them."""
    runs: Runs[Value] = []
    for day in days:
        value = value_on(day)
        if not runs or (runs[-1][1] is not value and runs[-1][1] != value):
            runs.append((day_number(day, tables), value))
    return runs


def value_at(runs: Sequence[tuple[int, Value]], number: int) -> Value:
    """The value on a day, by its number."""
    return runs[bisect_right(runs, number, key=lambda run: run[0]) - 1][1]
