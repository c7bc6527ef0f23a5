"""Whether a table holds together in itself: keys, intervals, nothing after the day of the edition."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from data.checks.rows import Problems, Row
from data.dates import end_day, first_day
from data.keys import INTERVALS, KEYS
from data.schema import SCHEMA, Column, Kind
from data.vocabulary import Relation


def check_keys(name: str, rows: list[Row]) -> Problems:
    if name in KEYS:
        yield from keys_hold(rows, KEYS[name])


def keys_hold(rows: list[Row], columns: tuple[str, ...]) -> Problems:
    """What stands twice in columns that tell the rows apart."""
    first: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = tuple(row[column] for column in columns)
        if key in first:
            yield row.problem(f"{' '.join(key)} stands in line {first[key].line} too", "each once")
        first.setdefault(key, row)


def check_intervals(name: str, rows: list[Row]) -> Problems:
    if name in INTERVALS:
        yield from intervals_hold(rows, INTERVALS[name])


def intervals_hold(rows: list[Row], columns: tuple[str, ...]) -> Problems:
    """Intervals that end before they start, and those of one key in these columns that hold at one time."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        key = tuple(row[column] for column in columns)
        called = " ".join(key)
        start, end = row["start_on"], row["end_on"]
        if end_day(end) <= first_day(start):
            before = "before" if end_day(end) < first_day(start) else "on the day"
            yield row.problem(f"{called} ends {end}, {before} it starts {start}", "a later end")
        elif all(key) and row.cells.get("relation") != Relation.OCCUPATION:
            groups.setdefault(key, []).append(row)
    for key, group in groups.items():
        group.sort(key=lambda row: first_day(row["start_on"]))
        for earlier, later in pairwise(group):
            if end_day(earlier["end_on"]) > first_day(later["start_on"]):
                found = f"{' '.join(key)} starts {later['start_on']} while line {earlier.line} still holds"
                yield later.problem(found, f"a start on or after its end, {earlier['end_on'] or 'open'}")


def check_as_of(name: str, rows: list[Row], as_of: date) -> Problems:
    if name != "sources":
        yield from check_days(rows, SCHEMA[name], as_of)


def check_days(rows: list[Row], columns: Iterable[Column], as_of: date) -> Problems:
    """Dates after the day up to which the facts were checked, but for what is planned."""
    dates = [column.name for column in columns if column.kind is Kind.DATE]
    for row in rows:
        if row.cells.get("planned") == "true":
            continue
        for column in dates:
            if row[column] and first_day(row[column]) > as_of:
                yield row.problem(f"{column} is {row[column]}", f"nothing after {as_of}, the edition's as_of")
