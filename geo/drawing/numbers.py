"""Numbers for names: which states a map without words can be referred to by, and in which order."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from data.picture import Picture
from data.vocabulary import Status
from geo.drawing.label_layout import Box

SPECK = 8
"""Px of a state at its widest: a smaller one that has no tie is left out."""
EDGE = 24
"""Px from the edge of the map: a state that lies nearer is hardly on it."""


def is_within(facts: Picture, view: Mapping[str, Any], unit: str) -> bool:
    """Whether a unit lay in a state that is a unit beside it: with no border drawn its name would stand on that."""
    state = facts.units[unit].state
    return state != unit and "|".join(sorted((unit, state))) in view["borders"]


def numbered(
    facts: Picture, view: Mapping[str, Any], screen: Callable[[list[int]], tuple[float, float]], k: float, box: Box
) -> tuple[str, ...]:
    """The names of the states of a day whose place lies on a map, in the order of their numbers, from 1."""
    names = view["names"]

    def is_told(key: str) -> bool:
        x, y = screen(names[key]["at"])
        unit, room = names[key]["unit"], 2 * names[key]["at"][2] * k
        if key == unit and is_within(facts, view, unit):
            return False
        if facts.units[unit].status == Status.NONE and room < SPECK:
            return False
        return EDGE < x - box.x < box.width - EDGE and EDGE < y - box.y < box.height - EDGE

    return tuple(sorted(text for key, text in facts.labels.items() if key in names and is_told(key)))


def as_numbers(facts: Picture, names: Sequence[str]) -> dict[str, str]:
    """The numbers of a day's states by their codes; `names` are those that have one, in its order."""
    numbers = {name: str(number) for number, name in enumerate(names, start=1)}
    return {key: numbers[text] for key, text in facts.labels.items() if text in numbers}
