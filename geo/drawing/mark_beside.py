"""Marks that would hide the country under them: the same rules as `geo/atlas/core/mark_beside.mjs`, in px.

They stand beside it, at sea or on the quiet ground of a large one where nobody speaks, on a short pin from their place
that crosses no third country.
`tests/golden/mark_layout.json` holds the two together.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from math import ceil, cos, hypot, pi, sin
from typing import Protocol

import numpy as np

from geo.drawing.ground import ELSEWHERE, SEA, Cells, Floats
from geo.drawing.label_layout import Box
from geo.drawing.mark_layout import Marks, Point, Stack, pins_of, plate_of

INK, BADGE_INK = (9.5, 9.5), (11.5, 8.0)  # from the middle of a mark, and of a badge, to the edge of its ink
CLEAR = 5  # and from there to a shore
POINTS = np.array([-0.8, -0.4, 0, 0.4, 0.8])  # of it, across and down, at which is asked what lies there
HIDES = 0.4  # of a country: a sign that covers more hides it
LEAST = 30  # square px; smaller ground, of one or of several, is missed only where the map is about it
QUIET = 0.1  # of a country: a sign that covers no more does no harm
NEAREST, STEP, FARTHEST = 18, 6, 55  # from a place to its sign: no more than two signs and a half
ALONG = 3  # from point to point of a pin at which is asked what it crosses
SEAWARD = 1.7  # times as far a sign goes to stand at sea
WAYS = tuple((cos(i * pi / 8), sin(i * pi / 8)) for i in range(16))


class Under(Protocol):
    """Tells whose ground lies under points."""

    def under(self, x: Floats, y: Floats) -> Cells: ...


@dataclass(frozen=True)
class Land:
    """What marks stand on: its ground, how large that of a unit is in square px, and that which the map is about."""

    ground: Under
    area_of: Callable[[int], float]
    dear: Set[int] = frozenset()


def stand_beside(stacks: Sequence[Stack], bounds: Box, unit: float, land: Land) -> list[Stack]:
    """The same stacks, those that would hide the country under them beside it and clear of each other."""
    found = list(stacks)
    spoken = {_under(stack.place, land) for stack in stacks if not stack.away}
    for i, stack in enumerate(stacks):
        if stack.away or not _is_hiding(stack, unit, land):
            continue
        others = [plate_of(other, unit) for j, other in enumerate(found) if j != i and not other.away]
        found[i] = _beside(stack, others, bounds, unit, land, spoken)
    return found


def points_on(middles: Iterable[Point], half: Point, land: Land) -> dict[int, int]:
    """How many of the points of some signs, of half a size, lie on which ground."""
    x, y = (np.array(axis)[:, None, None] for axis in zip(*middles, strict=True))
    x, y = x + POINTS[:, None] * half[0], y + POINTS[None, :] * half[1]
    grounds, counts = np.unique(land.ground.under(*np.broadcast_arrays(x, y)), return_counts=True)
    return dict(zip(grounds.tolist(), counts.tolist(), strict=True))


def _points_on(marks: Marks, half: Point, land: Land) -> dict[int, int]:
    return points_on(((x, y) for _, x, y in marks), half, land)


def _area_of_point(half: Point) -> float:
    """What one point stands for, in square px."""
    return 4 * half[0] * half[1] / len(POINTS) ** 2


def are_hiding(found: Mapping[int, int], half: Point, land: Land) -> bool:
    """Whether signs with so many of their points on which ground hide a country, or several that are small."""
    hidden = {
        ground: land.area_of(ground)
        for ground, count in found.items()
        if ground not in (SEA, ELSEWHERE) and count * _area_of_point(half) > HIDES * land.area_of(ground)
    }
    return sum(hidden.values()) >= LEAST or not land.dear.isdisjoint(hidden)


def _is_hiding(stack: Stack, unit: float, land: Land) -> bool:
    across, down = BADGE_INK if stack.folded else INK
    half = across * unit, down * unit
    return are_hiding(_points_on(stack.marks, half, land), half, land)


def _under(point: Point, land: Land) -> int:
    return int(land.ground.under(*np.array([point]).T).item())


def _is_across(stack: Stack, unit: float, land: Land) -> bool:
    """Whether a pin of a stack crosses ground of neither end."""
    for ax, ay, bx, by in pins_of(stack, unit):
        part = np.linspace(0, 1, ceil(hypot(bx - ax, by - ay) / (ALONG * unit)) + 1)
        crossed = land.ground.under(ax + (bx - ax) * part, ay + (by - ay) * part)
        if not {*crossed.tolist()} <= {SEA, _under((ax, ay), land), _under((bx, by), land)}:
            return True
    return False


def is_quiet(ground: int, count: int, half: Point, land: Land) -> bool:
    """Whether the ground of a country is so large, and so little asked for, that signs upon it do no harm."""
    if ground == ELSEWHERE:
        return True
    return count * _area_of_point(half) <= QUIET * land.area_of(ground) and ground not in land.dear


def _beside(stack: Stack, taken: Sequence[Box], bounds: Box, unit: float, land: Land, spoken: Set[int]) -> Stack:
    """The nearest place for a stack where it hides nothing, rather at sea; the stack itself where there is none.

    Where there is neither sea nor quiet ground, across others at sea, or else on ground of which it hides little.
    """
    quiet, across, bare = None, None, None
    far, farthest = float(NEAREST), float(FARTHEST)
    clear = (INK[0] + CLEAR) * unit
    half = clear, clear
    x, y = stack.place
    shunned = (land.dear | spoken) - {SEA, ELSEWHERE}
    while far <= farthest:
        for dx, dy in WAYS:
            moved = _moved_to(stack, x + dx * far * unit, y + dy * far * unit)
            plate = plate_of(moved, unit)
            if not _is_within(plate, bounds) or any(plate.meets(box) for box in taken):
                continue
            on = _points_on(moved.marks, half, land)
            if not shunned.isdisjoint(on):
                continue
            (ground, count), *others = on.items()
            is_across = _is_across(moved, unit, land)
            if ground == SEA and not others:
                if not is_across:
                    return moved
                across = across or moved
            elif not (others or is_across) and is_quiet(ground, count, half, land):
                if quiet is None:
                    quiet, farthest = moved, min(farthest, far * SEAWARD)
            elif not _is_hiding(moved, unit, land):
                bare = bare or moved
        far += STEP
    return quiet or across or bare or stack


def _moved_to(stack: Stack, x: float, y: float) -> Stack:
    marks = tuple((id_, at + x - stack.x, down + y - stack.y) for id_, at, down in stack.marks)
    return replace(stack, x=x, y=y, marks=marks, pinned=True)


def _is_within(box: Box, bounds: Box) -> bool:
    return (
        box.x >= bounds.x
        and box.y >= bounds.y
        and box.x + box.width <= bounds.x + bounds.width
        and box.y + box.height <= bounds.y + bounds.height
    )
