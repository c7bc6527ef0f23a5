"""The land the North Atlantic Treaty covers: which units lie in its area on a day, and when that changes."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from data.rows import in_force, rows, rows_with
from data.tables import Tables, current_tables
from data.timeline import segment_on, segments
from data.vocabulary import Effect, Status, UnitKind


def nato_land(day: date, tables: Tables | None = None) -> list[str]:
    """The units that counted as NATO land on a day.

    These are the units with a member's status, the Algerian departments to 1962 and Malta to 1964 among them. A
    dependency counts only while `territory_changes` has it in the treaty area: Greenland, the Faroes, Svalbard, Åland,
    Gibraltar, Bermuda, Saint Pierre and Miquelon. The bases on Cyprus, which are disputed, and Guernsey, Jersey and the
    Isle of Man, of which it says nothing, are left out.
    """
    tables = tables or current_tables()
    changes = in_force(rows_with(tables, "territory_changes", "effect", Effect.IN_AREA), day)
    covered = {unit for row in changes for unit in row.unit}
    return [
        row.unit
        for row in rows(tables, "units")
        if segment_on(tables, row.unit, day).status == Status.MEMBER
        and (row.kind != UnitKind.DEPENDENCY or row.unit in covered)
    ]


def territories(effect: Effect, day: date, tables: Tables) -> tuple[str, ...]:
    """The territories that had an effect on the area on a day, as the table names them."""
    return tuple(row.territory for row in in_force(rows_with(tables, "territory_changes", "effect", effect), day))


@lru_cache(maxsize=8)
def days_of_change(tables: Tables) -> tuple[date, ...]:
    """Every day on which the set of members or the land of the treaty area changed, in order."""
    turns = {part.start_day for history in segments(tables).values() for part in history}
    turns |= {day for row in rows(tables, "territory_changes") for day in (row.start_day, row.end_day)}
    return tuple(_changed(sorted(day for day in turns if tables.first_day <= day <= tables.as_of), tables))


def _changed(days: list[date], tables: Tables) -> Iterator[date]:
    before: list[str] = []
    for day in days:
        land = nato_land(day, tables)
        if land != before:
            yield day
        before = land
