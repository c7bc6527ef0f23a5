"""Units that belong together: what an outline of a country encloses on a day, and which card a click opens.

A part of a country (Crimea, Abkhazia, East Germany) lies in its outline while both belong to the same state.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from data.rows import in_force, rows_with
from data.tables import Tables
from data.timeline import segment_on
from data.vocabulary import UnitKind


@lru_cache(maxsize=8)
def _parts(tables: Tables) -> Mapping[str, tuple[str, ...]]:
    parts: dict[str, tuple[str, ...]] = {}
    for row in rows_with(tables, "units", "kind", UnitKind.PART):
        parts[row.of] = (*parts.get(row.of, ()), row.unit)
    return parts


@lru_cache(maxsize=8)
def _whole_of(tables: Tables) -> Mapping[str, str]:
    """By part, the unit it is a part of."""
    return {part: whole for whole, parts in _parts(tables).items() for part in parts}


@lru_cache(maxsize=8)
def belong_together(tables: Tables) -> frozenset[str]:
    """The parts, and the units that have some, whatever the day; every other unit stands for itself."""
    return frozenset((*_parts(tables), *_whole_of(tables)))


def countries_with_parts(tables: Tables) -> tuple[str, ...]:
    """The units that have parts in the table, whatever the day."""
    return tuple(_parts(tables))


def outline_of(unit: str, day: date, tables: Tables) -> tuple[str, ...]:
    """The unit, and those of its parts that belong to its state on that day."""
    parts = _parts(tables).get(unit)
    if not parts:
        return (unit,)
    state = segment_on(tables, unit, day).state
    return (unit, *(part for part in parts if segment_on(tables, part, day).state == state))


def opened_by(unit: str, day: date, tables: Tables) -> str:
    """Whose card a click on a unit opens: that of a part's country, unless the part is disputed or a state then."""
    whole = _whole_of(tables).get(unit, unit)
    if whole == unit or in_force(rows_with(tables, "disputed", "unit", unit), day):
        return unit
    return whole if unit in outline_of(whole, day, tables) else unit
