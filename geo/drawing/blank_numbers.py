"""Names on a picture, and the numbers of a blank map, which stand in any case: its list has them all."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from geo.drawing.name_forms import Wish
from geo.drawing.name_layout import place_names
from geo.drawing.name_table import Name


def placed(wishes: Sequence[Wish], *room: Any) -> list[Name]:
    """What `place_names` places; a number that finds no place at its state is led there by a line, however long."""
    names = place_names(wishes, *room)
    lost = {wish.key for wish in wishes if wish.number == wish.text}.difference(name.key for name in names)
    if not lost:
        return names
    return place_names([replace(wish, number="") if wish.key in lost else wish for wish in wishes], *room)
