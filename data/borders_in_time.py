"""Borders of their time: which state a unit belonged to, which borders lie inside one state, where the front line ran.

From the tables alone; no shapes.
"""

from datetime import date
from enum import StrEnum

from data.membership import picture_day
from data.tables import Tables, current_tables
from data.timeline import Segment, segment_on, segments
from data.vocabulary import Bloc, Status

RUSSIAN_STATES = {"RUS", "SUN"}
FACING_BLOCS = {Bloc.WARSAW_PACT, Bloc.CSTO}


class Front(StrEnum):
    """What a member faces across a land border: Russia or the Soviet Union; another state of the Pact or the CSTO."""

    RUSSIA = "russia"
    BLOC = "bloc"


def state_of(unit: str, day: date, tables: Tables | None = None) -> str:
    """The code of the state that a unit belonged to on a day, colonies under their power."""
    return segment_on(tables or current_tables(), unit, day).state


def is_inner(one: str, other: str, day: date, tables: Tables | None = None) -> bool:
    """Whether a border between two units lay inside one state on a day, and so is not drawn."""
    return state_of(one, day, tables) == state_of(other, day, tables)


def front_of(one: str, other: str, day: date, tables: Tables | None = None) -> Front | None:
    """What kind of front line the border between two units was on a day; None if it was none."""
    tables = tables or current_tables()
    first, second = (segment_on(tables, unit, day) for unit in (one, other))
    return _faces(first, second) or _faces(second, first)


def is_ever_front(one: str, other: str, tables: Tables) -> bool:
    """Whether the border between two units was front line on any day."""
    days = {part.start_day for unit in (one, other) for part in segments(tables)[unit]}
    return any(front_of(one, other, day, tables) for day in days)


def _faces(member: Segment, other: Segment) -> Front | None:
    if member.status != Status.MEMBER or other.status == Status.MEMBER:
        return None
    if other.state in RUSSIAN_STATES:
        return Front.RUSSIA
    return Front.BLOC if FACING_BLOCS & set(other.formats) else None


def front_runs(one: str, other: str, tables: Tables | None = None) -> list[tuple[int, str]]:
    """`(year, front)` whenever the front of a border changes from picture to picture; "" for none.

    Empty for a border that never was one.
    """
    tables = tables or current_tables()
    runs: list[tuple[int, str]] = [(tables.first_year, "")]
    for year in range(tables.first_year, tables.last_year + 1):
        front = front_of(one, other, picture_day(year, tables), tables) or ""
        if front != runs[-1][1]:
            runs.append((year, str(front)))
    return [] if len(runs) == 1 else (runs[1:] if runs[1][0] == tables.first_year else runs)
