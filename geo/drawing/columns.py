"""Things of different heights in columns."""

from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def in_columns(things: Sequence[Thing], heights: Sequence[float], columns: int) -> list[list[Thing]]:
    """The things in their order, in at most so many columns of about one height; none of them is empty."""
    goal, before = sum(heights) / columns, 0.0
    parts: list[list[Thing]] = [[] for _ in range(columns)]
    for thing, height in zip(things, heights, strict=True):
        parts[min(columns - 1, int((before + height / 2) / goal))].append(thing)
        before += height
    return [part for part in parts if part]
