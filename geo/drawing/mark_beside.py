"""Marks that would hide the country under them: the same rules as `geo/atlas/core/mark_beside.mjs`, in px.

They stand beside it, at sea or on the quiet ground of a large one where nobody speaks, on a short pin from their place
that crosses no third country.
`tests/golden/mark_layout.json` holds the two together.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from math import ceil, cos, hypot, inf, pi, sin

import numpy as np

from geo.drawing.ground import ELSEWHERE, SEA, Under, ground_at
from geo.drawing.label_layout import Box
from geo.drawing.mark_layout import Point, Stack, fold, is_abroad, pins_of, plate_of

INK, BADGE_INK = (9.5, 9.5), (11.5, 8.0)  # from the middle of a mark, and of a badge, to the edge of its ink
CLEAR = 3  # and from there to a shore
POINTS = np.arange(-13, 14, 2) / 14  # of it, across and down, at which is asked what lies there: no isle lies between
HIDES = 0.4  # of a country: a sign that covers more hides it
LEAST = 30  # square px; smaller ground, of one or of several, is missed only where the map is about it,
LITTLE = 12  # or, down to this, where a short pin leads to sea or quiet ground
QUIET = 0.1  # of a country: a sign that covers no more does no harm
NEAREST, STEP, FARTHEST = 18, 6, 55  # from a place to its sign: no more than two signs and a half,
SHORT = 36  # or so far for the sake of little ground
ALONG = 3  # from point to point of a pin at which is asked what it crosses
SEAWARD = 1.7  # times as far a sign goes to stand at sea
WAYS = tuple((cos(i * pi / 8), sin(i * pi / 8)) for i in range(16))


@dataclass(frozen=True)
class Land:
    """What marks stand on: its ground, how large that of a unit is in square px, and that which the map is about."""

    ground: Under
    area_of: Callable[[int], float]
    dear: Set[int] = frozenset()


def stand_beside(stacks: Sequence[Stack], bounds: Box, unit: float, land: Land) -> list[Stack]:
    """The same stacks, those that would hide the country under them beside it and clear of each other."""
    found = list(stacks)
    spoken = {ground_at(*stack.place, land.ground) for stack in stacks if not stack.away}
    for i, stack in enumerate(stacks):
        if stack.away:
            continue
        others = [plate_of(other, unit) for j, other in enumerate(found) if j != i and not other.away]
        found[i] = _beside(stack, others, bounds, unit, land, spoken)
        if not stack.folded and len(stack.marks) > 1 and is_abroad(found[i], unit, land.ground):
            found[i] = _beside(fold(stack, bounds, unit), others, bounds, unit, land, spoken)
    return found


def points_on(middles: Iterable[Point], half: Point, land: Land) -> dict[int, int]:
    """How many of the points of some signs, of half a size, lie on which ground."""
    x, y = (np.array(axis)[:, None, None] for axis in zip(*middles, strict=True))
    x, y = x + POINTS[:, None] * half[0], y + POINTS[None, :] * half[1]
    grounds, counts = np.unique(land.ground.under(*np.broadcast_arrays(x, y)), return_counts=True)
    return dict(zip(grounds.tolist(), counts.tolist(), strict=True))


def _half_of(stack: Stack, unit: float, clear: float = 0) -> Point:
    """From the middle of each sign of a stack to the edge of its ink, or so far beyond, across and down."""
    across, down = BADGE_INK if stack.folded else INK
    return (across + clear) * unit, (down + clear) * unit


def _points_on(stack: Stack, half: Point, land: Land) -> dict[int, int]:
    signs = stack.marks[:1] if stack.folded else stack.marks
    return points_on(((x, y) for _, x, y in signs), half, land)


def _area_of_point(half: Point) -> float:
    """What one point stands for, in square px."""
    return 4 * half[0] * half[1] / len(POINTS) ** 2


def are_hiding(found: Mapping[int, int], half: Point, land: Land) -> bool:
    """Whether signs with so many of their points on which ground hide a country, or several that are small."""
    return _hidden(found, half, land) >= LEAST


def _hidden(found: Mapping[int, int], half: Point, land: Land) -> float:
    """How many square px of countries signs hide; no end of it where the map is about one of these."""
    hidden = {
        ground: land.area_of(ground)
        for ground, count in found.items()
        if ground not in (SEA, ELSEWHERE) and count * _area_of_point(half) > HIDES * land.area_of(ground)
    }
    return sum(hidden.values()) if land.dear.isdisjoint(hidden) else inf


def _hidden_by(stack: Stack, unit: float, land: Land) -> float:
    half = _half_of(stack, unit)
    return _hidden(_points_on(stack, half, land), half, land)


def _is_across(stack: Stack, unit: float, land: Land) -> bool:
    """Whether a pin of a stack crosses ground of neither end."""
    for ax, ay, bx, by in pins_of(stack, unit):
        part = np.linspace(0, 1, ceil(hypot(bx - ax, by - ay) / (ALONG * unit)) + 1)
        crossed = land.ground.under(ax + (bx - ax) * part, ay + (by - ay) * part)
        if not {*crossed.tolist()} <= {SEA, ground_at(ax, ay, land.ground), ground_at(bx, by, land.ground)}:
            return True
    return False


def is_quiet(ground: int, count: int, half: Point, land: Land) -> bool:
    """Whether the ground of a country is so large, and so little asked for, that signs upon it do no harm."""
    if ground == ELSEWHERE:
        return True
    return count * _area_of_point(half) <= QUIET * land.area_of(ground) and ground not in land.dear


def _beside(stack: Stack, taken: Sequence[Box], bounds: Box, unit: float, land: Land, spoken: Set[int]) -> Stack:
    """The nearest place for a stack where it hides nothing, rather at sea; the stack itself if it hides nothing there.

    Where there is neither sea nor quiet ground, across others at sea, or else on ground of which it hides little. If
    it hides but little itself, it stays there.
    """
    hidden = _hidden_by(stack, unit, land)
    if hidden < LITTLE:
        return stack
    quiet, across, bare = None, None, None
    far, farthest = NEAREST, FARTHEST if hidden >= LEAST else SHORT
    half = _half_of(stack, unit, CLEAR)
    x, y = stack.place
    shunned = (land.dear | spoken) - {SEA, ELSEWHERE}
    while far <= farthest:
        for dx, dy in WAYS:
            moved = _moved_to(stack, x + dx * far * unit, y + dy * far * unit)
            plate = plate_of(moved, unit)
            if not _is_within(plate, bounds) or any(plate.meets(box) for box in taken):
                continue
            on = _points_on(moved, half, land)
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
                    quiet, farthest = moved, min(farthest, int(far * SEAWARD))
            elif _hidden_by(moved, unit, land) < LITTLE:
                bare = bare or moved
        far += STEP
    return quiet or (hidden >= LEAST and (across or bare)) or stack


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
