"""The member states of a day that lie beyond a map: of whose ground nothing is in sight.

`geo/atlas/core/members_beyond.mjs` has the same rule.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from data.memberships.ground import kinds_of
from data.picture import Picture
from data.rows import rows
from data.vocabulary import UnitKind
from data.words import phrase
from geo.drawing.label_layout import Box
from geo.drawing.out_of_sight import sight_of
from geo.drawing.rings import main_rings

FEW = 4
"""Members named one by one; of more their number is told."""
OWN = (UnitKind.COUNTRY, UnitKind.PART)


def members_beyond(facts: Picture, view: Mapping[str, Any], sight: Box) -> list[str]:
    """The names of the members of a day of whom nothing is in sight, in the order of the alphabet."""
    by_state: dict[str, list[str]] = {}
    for unit, here in facts.units.items():
        by_state.setdefault(here.state, []).append(unit)
    paths, is_in, kinds, found = view["paths"], sight_of(view), _kinds(facts), []
    for state, units in by_state.items():
        members = [unit for unit in units if facts.units[unit].status in facts.counting and kinds[unit] in OWN]
        if members and not any(unit in paths and is_in(main_rings(paths[unit]), sight) for unit in units):
            found.append(_name(facts, state, members))
    return sorted(found, key=_in_alphabet)


def told_beyond(names: Sequence[str]) -> tuple[str, ...]:
    """What a key tells of those beyond a map: who they are, if they are few, else how many."""
    return tuple(names) if len(names) <= FEW else (phrase("panel", "beyond_many", n=len(names)),)


def _kinds(facts: Picture) -> Mapping[str, str]:
    """By unit its kind."""
    if facts.membership:
        return kinds_of(facts.membership)
    return {row.unit: row.kind for row in rows(facts.tables, "units")}


def _name(facts: Picture, state: str, members: Sequence[str]) -> str:
    """What a state is called: as its home, or where none of its units is one, as the state that held them."""
    home = next((unit for unit in members if not facts.units[unit].relation), "")
    return facts.units[home].name if home else facts.state_name(state)


def _in_alphabet(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(sign))
