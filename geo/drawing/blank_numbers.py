"""Names on a picture, and the numbers of a blank map, which stand in any case: its list has them all."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from geo.drawing.ground import OnSheet
from geo.drawing.name_forms import Measure, Wish
from geo.drawing.name_layout import place_names
from geo.drawing.name_table import Name, lies

OWN = 1 / 3
"""Of the land under a number is its own state's at least: what it hides cannot be coloured."""


def placed(
    wishes: Sequence[Wish], base: float, least: tuple[float, float], measure: Measure, ground: OnSheet, *room: Any
) -> list[Name]:
    """What `place_names` places; a number that finds no place on its state is led there by a line, however long."""
    names = place_names(wishes, base, least, measure, ground, *room)
    numbers = {wish.key: wish for wish in wishes if wish.number == wish.text}
    standing = {name.key for name in names if name.key not in numbers or _is_ashore(name, numbers[name.key], ground)}
    lost = numbers.keys() - standing
    if not lost:
        return names
    led = [replace(wish, number="") if wish.key in lost else wish for wish in wishes]
    return place_names(led, base, least, measure, ground, *room)


def _is_ashore(name: Name, wish: Wish, ground: OnSheet) -> bool:
    """Whether a number that no line leads to its state lies on that, rather than on its neighbours."""
    if name.at_sea:
        return True
    mine, foreign, _ = lies(ground, name.form, np.array([name.x]), np.array([name.y]), wish.own)
    return bool(mine.sum() >= OWN * (mine.sum() + foreign.sum()))
