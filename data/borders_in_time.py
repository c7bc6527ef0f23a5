"""Borders of their time: which state a unit belonged to, which borders lie inside one state, where the front line ran.

From the tables alone; no shapes.
"""

from datetime import date
from enum import StrEnum

from data.runs import Runs, runs_of
from data.tables import Tables, current_tables
from data.timeline import Segment, segment_on, segments
from data.vocabulary import Bloc, Status

RUSSIA = "RUS"
RUSSIAN_STATES = {RUSSIA, "SUN"}
FACING_BLOCS = {Bloc.WARSAW_PACT, Bloc.CSTO}


class Front(StrEnum):
    """What a member faces across a land border: Russia or the Soviet Union; another state of the Pact or the CSTO."""

    RUSSIA = "russia"
    BLOC = "bloc"


def state_of(unit: str, day: date, tables: Tables | None = None) -> str:
    """The code of the state that a unit belonged to on a day, colonies under their power."""
    return segment_on(tables or current_tables(), unit, day).state


def is_inner(one: str, other: str, day: date, tables: Tables | None = None) -> bool:
    """Whether a border between two units lay inside one state on a day, and so is not drawn.

    That of a colony or a protectorate with land that was part of its power does not.
    """
    tables = tables or current_tables()
    first, second = (segment_on(tables, unit, day) for unit in (one, other))
    return first.state == second.state and first.is_state == second.is_state


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


def front_runs(one: str, other: str, tables: Tables | None = None) -> Runs[str]:
    """The front of a border in time, "" for none; empty for a border that never was one."""
    tables = tables or current_tables()
    runs = runs_of(_turns(one, other, tables), lambda day: str(front_of(one, other, day, tables) or ""), tables)
    return runs if any(front for _, front in runs) else []


def inner_runs(one: str, other: str, tables: Tables | None = None) -> Runs[bool]:
    """Whether a border lay inside one state, in time; empty for one that never did."""
    tables = tables or current_tables()
    runs = runs_of(_turns(one, other, tables), lambda day: is_inner(one, other, day, tables), tables)
    return runs if any(inner for _, inner in runs) else []


def _turns(one: str, other: str, tables: Tables) -> list[date]:
    """The days on which something begins for one of two units."""
    return sorted({part.start_day for unit in (one, other) for part in segments(tables)[unit]})


def russian_state(day: date, tables: Tables | None = None) -> str:
    """The code of the state that Moscow was the capital of on a day."""
    return state_of(RUSSIA, day, tables)
