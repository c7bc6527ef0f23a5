"""Which pieces of the map wear a status: countries, land told apart from its state, and what belonged to states gone.

A membership speaks of states, the map of units. Countries that the atlas has no unit for are told by rows of their own
alone, in the borders of today: what they belonged to before is in none of its tables. Days before the atlas's own
tables are told by their first day, days after by their last.
"""

from datetime import date, timedelta
from functools import lru_cache, partial

from data.kept_with import kept_with
from data.memberships.answers import NOTHING, days_of_change, row_on, within
from data.memberships.checks import countries
from data.memberships.dependencies import dependencies
from data.memberships.value import Membership, Stretch
from data.names import Names
from data.rows import rows
from data.runs import Runs, runs_of
from data.tables import Tables
from data.timeline import Segment, segments, segments_on
from data.vocabulary import UnitKind


def ground_on(membership: Membership, day: date) -> dict[str, str]:
    """By unit, the key of the status it wears on a day; units without one are left out."""
    told = {unit: unit_status_on(membership, unit, day) for unit in units_of(membership)}
    return {unit: key for unit, key in told.items() if key}


@kept_with()
def units_of(membership: Membership) -> tuple[str, ...]:
    """The units of the map that a membership is shown on: the atlas's, then the other countries of the world."""
    return (*membership.tables.units["unit"], *countries())


def unit_status_on(membership: Membership, unit: str, day: date) -> str:
    """The key of the status that a unit of the map wears on a day, "" for none."""
    row = unit_row_on(membership, unit, day)
    return row.status if row else NOTHING


def unit_row_on(membership: Membership, unit: str, day: date) -> Stretch | None:
    """The row by which a unit of the map wears its status on a day: its own, or that of the state it belongs to."""
    own = membership.rows_of.get(unit, ())
    if any(row.holds_on(day) for row in own):
        return row_on(membership, unit, day)
    if any(row.of for row in own) or unit in membership.apart:
        return None
    state = _state_on(membership, unit, day)
    return row_on(membership, code_of(membership, state), day) if state else None


def _state_on(membership: Membership, unit: str, day: date) -> str:
    """The state whose status a unit without a row of its own shares on a day, "" where it shares none."""
    if unit in countries():
        return dependencies().get(unit, "") if unit in membership.with_state else ""
    part = _segment_on(membership, unit, day)
    return part.state if shares(membership, unit, part) else ""


def code_of(membership: Membership, state: str) -> str:
    """Under which code a membership has a state: under that of the country where that is the same ground.

    West Germany is `DEU` in a membership that reunited Germany kept.
    """
    if state in membership.rows_of:
        return state
    return same_ground(membership.tables).get(state, state)


@lru_cache(maxsize=8)
def same_ground(tables: Tables) -> dict[str, str]:
    """States of their time that were one country of today, by code, each with that country."""
    names = Names.of(tables)
    countries = [row.unit for row in rows(tables, "units") if row.kind == UnitKind.COUNTRY]
    states = set(tables.historical_states["state_code"])
    return {state: unit for state in states for unit in countries if names.is_same_ground(unit, state)}


def shares(membership: Membership, unit: str, part: Segment) -> bool:
    """Whether a unit has the status of the state it belonged to: never as a colony, as a dependency on demand."""
    is_dependency = kinds_of(membership)[unit] == UnitKind.DEPENDENCY
    return unit in membership.with_state if is_dependency else part.is_state


@kept_with()
def kinds_of(membership: Membership) -> dict[str, str]:
    """By unit its kind; a dependency that the atlas has no unit for is a country where it has rows in its own right."""
    dependent = dependencies().keys() - set(membership.countries)
    others = {code: UnitKind.DEPENDENCY if code in dependent else UnitKind.COUNTRY for code in countries()}
    return {**others, **{row.unit: row.kind for row in rows(membership.tables, "units")}}


def _segment_on(membership: Membership, unit: str, day: date) -> Segment:
    return segments_on(membership.tables, within(membership.tables, day))[unit]


def ground_runs(membership: Membership) -> dict[str, Runs[str]]:
    """By unit, the status it wears from when on, "" for none; units that never wear one are left out."""
    return {unit: runs for unit, runs in all_runs(membership).items() if any(key for _, key in runs)}


@kept_with()
def all_runs(membership: Membership) -> dict[str, Runs[str]]:
    """The same of every unit, those that never wear one too; not to be changed."""
    last = membership.as_of + timedelta(days=1)
    histories, found = segments(membership.tables), {}
    for unit in units_of(membership):
        turns = {part.start_day for part in histories.get(unit, ()) if membership.first_day < part.start_day < last}
        days = sorted({*days_of_change(membership), *turns})
        found[unit] = runs_of(days, partial(unit_status_on, membership, unit), membership.tables)
    return found
