"""What changed between two years, in a sentence computed from the tables."""

from datetime import date

from data.membership import picture_day
from data.names import state_names
from data.rounds import all_joiners
from data.tables import Tables, current_tables
from data.timeline import segment_on
from data.vocabulary import Status, UnitKind

STRIP_YEARS = (1949, 1955, 1982, 1990, 1999, 2004, 2009, 2020, 2024)
"""The years that a strip of still maps shows: the founding, the rounds that changed the map most, 1990."""


def changes(one: int, other: int, tables: Tables | None = None) -> str:
    """The sentence for two years in either order.

    Raises ValueError for a year the tables do not cover.
    """
    tables = tables or current_tables()
    first, last = sorted((one, other))
    days = picture_day(first, tables), picture_day(last, tables)
    if first == last:
        return f"Both pictures show {first}."
    joined = [joiner for joiner in all_joiners(tables) if first < joiner.joined_on.year <= last]
    before = sum(joiner.joined_on.year <= first for joiner in all_joiners(tables))
    parts = [f"From {first} to {last} NATO went from {before} to {before + len(joined)} members"]
    if joined:
        parts[0] += f": {_listed([joiner.name for joiner in joined])} joined"
    parts += _states(days, tables)
    moved = _moved(days, tables)
    if moved:
        parts.append(f"{moved} of today's countries outside it had another status than before")
    return ". ".join(part[:1].upper() + part[1:] for part in parts) + "."


def _states(days: tuple[date, date], tables: Tables) -> list[str]:
    """States of their time that were gone by the later year."""
    then, now = ({segment_on(tables, unit, day).state for unit in tables.units["unit"]} for day in days)
    units, names = set(tables.units["unit"]), state_names(tables)
    gone = sorted(names[state] for state in then - now if state not in units)
    return [f"{_listed(gone)} {'was' if len(gone) == 1 else 'were'} no longer on the map"] if gone else []


def _moved(days: tuple[date, date], tables: Tables) -> int:
    """Countries that changed status without ending as members."""
    count = 0
    for unit in tables.units.itertuples():
        if unit.kind == UnitKind.COUNTRY:
            was, now = (segment_on(tables, unit.unit, day).status for day in days)
            count += was != now and now != Status.MEMBER
    return count


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
