"""What changed between two days, in a sentence computed from the tables."""

from datetime import date

from data.headlines import when_on
from data.membership import members_on
from data.names import Names
from data.rounds import all_joiners
from data.sentences import in_sentence, listed
from data.tables import Tables, current_tables
from data.timeline import check_day, segment_on
from data.vocabulary import Status, UnitKind
from data.words import phrase

STRIP_YEARS = (1949, 1955, 1982, 1990, 1999, 2004, 2009, 2020, 2024)
"""The years that a strip of still maps shows: the founding, the rounds that changed the map most, 1990."""


def changes(one: date, other: date, tables: Tables | None = None) -> str:
    """The sentence for two days in either order; the day of a year's picture is told by its year.

    Raises ValueError for a day the tables do not cover.
    """
    tables = tables or current_tables()
    days = min(one, other), max(one, other)
    for day in days:
        check_day(day, tables)
    first, last = (when_on(day, tables) for day in days)
    if first == last:
        return phrase("changes", "same", when=first)
    joined = [joiner for joiner in all_joiners(tables) if days[0] < joiner.joined_on <= days[1]]
    before = len(members_on(days[0], tables))
    numbers = {"first": first, "last": last, "before": before, "after": before + len(joined)}
    if joined:
        parts = [phrase("changes", "joined", who=listed([in_sentence(joiner.name) for joiner in joined]), **numbers)]
    else:
        parts = [phrase("changes", "unchanged", **numbers)]
    parts += _states(days, tables)
    moved = _moved(days, tables)
    if moved:
        parts.append(phrase("changes", "moved", n=moved))
    return ". ".join(part[:1].upper() + part[1:] for part in parts) + "."


def _states(days: tuple[date, date], tables: Tables) -> list[str]:
    """States of their time that were gone by the later day."""
    then, now = ({segment_on(tables, unit, day).state for unit in tables.units["unit"]} for day in days)
    units, names = set(tables.units["unit"]), Names.of(tables)
    gone = sorted(in_sentence(names.of_state(state, days[0])) for state in then - now if state not in units)
    return [phrase("changes", "gone_one" if len(gone) == 1 else "gone_many", who=listed(gone))] if gone else []


def _moved(days: tuple[date, date], tables: Tables) -> int:
    """Countries that changed status without ending as members."""
    count = 0
    for unit in tables.units.itertuples():
        if unit.kind == UnitKind.COUNTRY:
            was, now = (segment_on(tables, unit.unit, day).status for day in days)
            count += was != now and now != Status.MEMBER
    return count
