"""Things of different heights in columns."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import inf
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


def evenly(things: Sequence[Thing], heights: Sequence[float], columns: int) -> list[list[Thing]]:
    """The things in their order, in at most so many columns as alike in height as their order allows; none is empty.

    Between two columns beside each other no thing could move and leave them more alike.
    """
    ends = [0.0, *accumulate(heights)]
    best: list[tuple[float, list[int]]] = [(0.0, [0])] + [(inf, [])] * len(things)
    for _ in range(min(columns, len(things))):
        best = [
            min(
                ((cost + (ends[to] - ends[at]) ** 2, [*cuts, to]) for at, (cost, cuts) in enumerate(best[:to])),
                default=(inf, []),
            )
            for to in range(len(things) + 1)
        ]
    cuts = best[-1][1]
    return [list(things[at:to]) for at, to in pairwise(cuts)]
