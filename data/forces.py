"""The forces that stood abroad or close to the other camp: which on a day, of which camp, under which sign."""

from datetime import date
from functools import lru_cache
from typing import Any

from data.rows import in_force, rows
from data.tables import Tables
from data.vocabulary import STATES_OF_MOSCOW, Camp, ForceKind, ForceSign

SIGN_OF = {
    ForceKind.ARMY: ForceSign.TROOPS,
    ForceKind.BRIGADE: ForceSign.TROOPS,
    ForceKind.BATTLEGROUP: ForceSign.TROOPS,
    ForceKind.PEACEKEEPERS: ForceSign.PEACEKEEPERS,
    ForceKind.BASE: ForceSign.BASE,
    ForceKind.STATION: ForceSign.BASE,
    ForceKind.MISSILE_DEFENCE: ForceSign.MISSILE_DEFENCE,
    ForceKind.MISSILES: ForceSign.WEAPONS,
    ForceKind.NUCLEAR_WEAPONS: ForceSign.WEAPONS,
}


def forces_on(day: date, tables: Tables) -> tuple[str, ...]:
    """The ids of the forces that stood in their places on a day, in the order of the table."""
    return tuple(row.id for row in in_force(rows(tables, "forces"), day))


@lru_cache(maxsize=8)
def force_rows(tables: Tables) -> dict[str, Any]:
    """The rows of the table by id."""
    return {row.id: row for row in rows(tables, "forces")}


def camp_of(row: Any) -> Camp:
    """Whose forces a row tells of, in the widest sense; the check sees that they are of one camp."""
    return Camp.MOSCOW if set(row.whose) & STATES_OF_MOSCOW else Camp.NATO


def sign_of(row: Any) -> ForceSign:
    """The sign that a row wears on the map."""
    return SIGN_OF[ForceKind(row.kind)]
