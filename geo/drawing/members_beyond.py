"""The states of a day that lie beyond a map: of which it shows no ground that one could see, nor a name.

Members are told by name, of others how many have each status.
`geo/atlas/core/members_beyond.mjs` has the same rule; `tests/test_members_beyond.py` holds both to it.
"""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from data.called import label_of
from data.memberships.ground import kinds_of
from data.memberships.picture import labels_of
from data.picture import Picture
from data.rows import rows
from data.vocabulary import Relation, Status, StatusKey, UnitKind
from data.words import phrase
from geo.drawing.label_layout import Box
from geo.drawing.name_sight import LEAST_NAMED
from geo.drawing.out_of_sight import has_place
from geo.drawing.rings import largest_ring, reaches, shows

FEW = 4
"""Members named one by one; of more their number is told."""
OWN = (UnitKind.COUNTRY, UnitKind.PART)
OWN_GROUND = ("", Relation.PART)


@dataclass(frozen=True)
class _Standing:
    """A state of a day with its ground; of whom is counted as a member no status is told."""

    state: str
    units: Sequence[str]
    status: StatusKey


def members_beyond(facts: Picture, view: Mapping[str, Any], sight: Box, k: float) -> list[str]:
    """The names of the members of a day that lie beyond a map of `k` px a unit, in the order of the alphabet."""
    members = (each for each in _beyond(facts, view, sight, k) if not each.status)
    return sorted((_name(facts, each.state, each.units) for each in members), key=_in_alphabet)


def others_beyond(
    facts: Picture, view: Mapping[str, Any], sight: Box, k: float, unseen: Collection[StatusKey] = ()
) -> dict[StatusKey, int]:
    """How many others of each status lie beyond it, in the order of the key, but for those `unseen` of which all do."""
    found = Counter(each.status for each in _beyond(facts, view, sight, k) if each.status)
    return {status: found[status] for status in _statuses(facts) if found[status] and status not in unseen}


def _beyond(facts: Picture, view: Mapping[str, Any], sight: Box, k: float) -> Iterator[_Standing]:
    for each in _states(facts):
        if not _is_on_map(each.state, each.units, _home(facts, each.units) or each.units[0], view, sight, k):
            yield each


def _states(facts: Picture) -> Iterator[_Standing]:
    """The states of a day that are counted; a colony's ground is not a member's."""
    by_state: dict[str, list[str]] = {}
    for unit, here in facts.units.items():
        by_state.setdefault(here.state, []).append(unit)
    kinds = _kinds(facts)
    for state, units in by_state.items():
        own = [unit for unit in units if kinds[unit] in OWN]
        members = [unit for unit in own if facts.units[unit].status in facts.counting]
        home = [unit for unit in members or own if facts.units[unit].relation in OWN_GROUND]
        ground = home or members
        had = {facts.units[unit].status for unit in ground}
        if ground:
            yield _Standing(state, ground, "" if members else next(each for each in _order(facts) if each in had))


def _order(facts: Picture) -> Sequence[StatusKey]:
    """The statuses, from the one that is told before all others."""
    return [*labels_of(facts.membership)] if facts.membership else [*Status]


def _statuses(facts: Picture) -> Sequence[StatusKey]:
    """Those that a count tells of: who has none is not counted of another membership than NATO."""
    return [status for status in _order(facts) if not facts.membership or status != Status.NONE]


def _is_on_map(state: str, units: Sequence[str], home: str, view: Mapping[str, Any], sight: Box, k: float) -> bool:
    """Whether a map shows a state: the middle of its name, or as much of its members' ground as a name needs.

    Of a state that is smaller than that it has to show all; on the whole world a speck is enough.
    """
    names, drawn = view["names"], view["paths"]
    if has_place(names.get(state) or names.get(home), sight, k):
        return True
    paths = [drawn[unit] for unit in units if unit in drawn]
    if view.get("sphere"):
        return any(reaches(path, sight) for path in paths)
    whole = max(map(largest_ring, paths)) if home in drawn else inf
    return any(shows(path, sight, max(1, min(LEAST_NAMED / k, whole))) for path in paths)


def told_beyond(names: Sequence[str], away: Collection[str] = ()) -> tuple[str, ...]:
    """What a key tells of those beyond a map: who they are, if they are few, else how many.

    Many of whom each is told to be `away` are not counted again.
    """
    if len(names) <= FEW:
        return tuple(names)
    return () if set(names) <= set(away) else (phrase("panel", "beyond_many", n=len(names)),)


def told_of_others(facts: Picture, counts: Mapping[StatusKey, int]) -> tuple[str, ...]:
    """What a key tells of others beyond a map: how many have each status, in few words of its rows."""
    labels = labels_of(facts.membership) if facts.membership else {}
    told = (f"{labels.get(each) or _in_few(label_of(each, facts.called), each)} {n}" for each, n in counts.items())
    return tuple(words.replace(" ", "\u00a0") for words in told)


def _in_few(label: str, status: StatusKey) -> str:
    """The words with which the label of a status begins, if they are its short ones; else all of it."""
    short = phrase("status", status, "short")
    return short if label.startswith(short) else label


def _kinds(facts: Picture) -> Mapping[str, str]:
    """By unit its kind."""
    if facts.membership:
        return kinds_of(facts.membership)
    return {row.unit: row.kind for row in rows(facts.tables, "units")}


def _name(facts: Picture, state: str, members: Sequence[str]) -> str:
    """What a state is called: as its home, or where none of its units is one, as the state that held them."""
    home = _home(facts, members)
    return facts.units[home].name if home else facts.state_name(state)


def _home(facts: Picture, members: Sequence[str]) -> str:
    """The unit that is a state of its own, if there is one."""
    return next((unit for unit in members if not facts.units[unit].relation), "")


def _in_alphabet(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(sign))
