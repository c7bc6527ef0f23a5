"""How long play rests on a year: it hurries through years in which nothing changed."""

from enum import StrEnum

from data.rows import rows
from data.tables import Tables
from data.timeline import picture_day, segment_on
from data.vocabulary import Status, UnitKind


class Pace(StrEnum):
    """What sort of year it is to watch."""

    EMPTY = "empty"
    CHANGED = "changed"
    JOINED = "joined"


STEP_MS = {"slow": 1100, "normal": 550, "fast": 220}
"""By speed."""
SHARES = {Pace.EMPTY: 0.35, Pace.CHANGED: 1.5, Pace.JOINED: 3}
"""A year stays for so many times the step."""


def pace_of(year: int, tables: Tables) -> Pace:
    """What happened between the pictures of two years: land came to NATO or left it, a status changed, or nothing."""
    if year == tables.first_year:
        return Pace.EMPTY
    before, day, pace = picture_day(year - 1, tables), picture_day(year, tables), Pace.EMPTY
    for row in rows(tables, "units"):
        was, now = (segment_on(tables, row.unit, at).status for at in (before, day))
        if was != now and Status.MEMBER in (was, now) and row.kind != UnitKind.DEPENDENCY:
            return Pace.JOINED
        if was != now:
            pace = Pace.CHANGED
    return pace
