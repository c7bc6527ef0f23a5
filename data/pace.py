"""How long a year rests on the screen while the years play: the longer, the more happened in it."""

from enum import StrEnum

from data.rows import rows
from data.tables import Tables
from data.timeline import picture_day, segment_on
from data.vocabulary import Status, UnitKind

STEP_MS = {"slow": 1100, "normal": 550, "fast": 220}
"""A year by speed, before its share."""


class Pace(StrEnum):
    """What happened between the picture of a year and that of the year before."""

    JOINED = "joined"
    CHANGED = "changed"
    EMPTY = "empty"


SHARES = {Pace.JOINED: 3, Pace.CHANGED: 1.5, Pace.EMPTY: 0.35}
"""One to stop and look, one with a change of status, one that passes quickly."""


def pace_of(year: int, tables: Tables) -> Pace:
    """Joined where a state joined or the treaty area changed, else changed where a status did, else empty.

    Dependencies follow their state, so that they make no year one of joining. Raises ValueError for a year the tables
    do not cover.
    """
    day = picture_day(year, tables)
    if year == tables.first_year:
        return Pace.EMPTY
    before = picture_day(year - 1, tables)
    kind = Pace.EMPTY
    for unit in rows(tables, "units"):
        was, now = (segment_on(tables, unit.unit, at).status for at in (before, day))
        if was != now:
            kind = Pace.CHANGED
            if unit.kind != UnitKind.DEPENDENCY and Status.MEMBER in (was, now):
                return Pace.JOINED
    return kind


def dwell_ms(pace: Pace, speed: str = "normal") -> int:
    """How long a year of that pace is shown."""
    return round(STEP_MS[speed] * SHARES[pace])
