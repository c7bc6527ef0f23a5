"""Where the marks of statements stand on a picture: the same rules as `geo/atlas/core/mark_layout.mjs`, in px.

Several made in one place tell it by a pin from there to their string; those of places that lie near stand side by side,
and each place has a pin of its own.
`tests/golden/mark_layout.json` holds the two together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist, hypot, inf

from geo.drawing.ground import SEA, Under, ground_at, home_of
from geo.drawing.label_layout import Box
from geo.drawing.rim import Edge

NEAR = 24  # closer places share a stack: two badges that stand apart never meet;
SAME = 12  # and so close, half a sign, they are told by one pin
UNDER = 6  # a pin that is no longer lies under its sign
GAP = 25
HANG = 20  # from a place up to the string of its marks, or down where there is not half of it
ROW = 4
EDGE = 20
OVER = 2  # a stack may reach this many times as far as it is to the next country,
SHARE = 0.15  # and take this part of the map's width
BACK = 12  # from a mark's middle to the edge of the plate behind a stack
MUCH = -5, 5  # to points around it, of which two tell that much of it lies there
MARK = 11  # and to the edge of what names keep clear of;
BADGE = 18, 15  # from a badge's, across and down

Point = tuple[float, float]
Marks = tuple[tuple[str, float, float], ...]
"""Ids of statements, and where their marks stand."""
Line = tuple[float, float, float, float]
"""From a point to another."""


@dataclass(frozen=True)
class Made:
    """A statement where it was made, and how far it is from there to the next country."""

    id: str
    x: float
    y: float
    room: float = inf


@dataclass
class Heap:
    """Statements made near one point; `away` is the edge that it lies beyond, `place` where it lies there.

    `feet` tells of each statement where it was made.
    """

    x: float
    y: float
    away: Edge
    room: float
    ids: list[str]
    place: Point
    feet: list[Point]


@dataclass(frozen=True)
class Stack:
    """The marks `(id, x, y)` of one place or of some that are near, one badge where they are folded.

    `away` is the edge that it lies beyond, and `place` where it lies there; `feet` tells of each mark where it belongs,
    and `pinned` that it does not stand there.
    """

    x: float
    y: float
    away: Edge
    folded: bool
    marks: Marks
    place: Point
    feet: tuple[Point, ...] = ()
    pinned: bool = False


def stack_marks(points: Sequence[Made], bounds: Box, unit: float = 1, ground: Under | None = None) -> list[Stack]:
    """Stacks of statements that fall on nearly one point; places outside the bounds at the edge beyond which they lie.

    Where they stand there is decided by `edge_layout`.
    A stack that would cover more than its country is folded, one with a sign in another country, of which that would
    seem to tell, and the larger of two that would cover each other.
    """
    heaps = _heaps(points, bounds, unit)
    stacks = [_spread(heap, bounds, unit, folded=_is_too_wide(heap, bounds, unit)) for heap in heaps]
    for i, stack in enumerate(stacks):
        if ground and stack.pinned and is_abroad(stack, unit, ground):
            stacks[i] = _spread(heaps[i], bounds, unit, folded=True)
    plates = [plate_of(stack, unit) for stack in stacks]
    for i in sorted(range(len(stacks)), key=lambda i: (-len(stacks[i].marks), -i)):
        if stacks[i].folded or len(heaps[i].ids) == 1:
            continue
        rivals = (j for j in range(len(stacks)) if j != i and not stacks[j].away)
        if any(plates[j].meets(plates[i]) for j in rivals):
            stacks[i] = _spread(heaps[i], bounds, unit, folded=True)
            plates[i] = plate_of(stacks[i], unit)
    return stacks


def _fingers(unit: float) -> float:
    """What a finger has to tell apart in the atlas stays as far apart where it is drawn smaller."""
    return max(1, unit)


def _heaps(points: Sequence[Made], bounds: Box, unit: float) -> list[Heap]:
    near, edge = NEAR * _fingers(unit), EDGE * unit
    right, bottom = bounds.x + bounds.width - edge, bounds.y + bounds.height - edge
    heaps: list[Heap] = []
    for point in points:
        x = min(right, max(bounds.x + edge, point.x))
        y = min(bottom, max(bounds.y + edge, point.y))
        away = _edge_of((point.x, point.y), bounds)
        heap = next(
            (
                heap
                for heap in heaps
                if (heap.away == away and hypot(heap.x - x, heap.y - y) < near)
                or (heap.away and away and hypot(heap.place[0] - point.x, heap.place[1] - point.y) < near)
            ),
            None,
        )
        place = point.x, point.y
        if heap:
            heap.ids.append(point.id)
            heap.room = min(heap.room, point.room)
            heap.feet.append(next((foot for foot in heap.feet if dist(foot, place) <= SAME * unit), place))
        else:
            heaps.append(Heap(x, y, away, inf if away else point.room, [point.id], place, [place]))
    return heaps


def _edge_of(point: Point, bounds: Box) -> Edge:
    """The edge beyond which a place lies that is not on the map, the farther of two; empty for a place on it."""
    (x, y), left, top = point, bounds.x, bounds.y
    dx = min(0, x - left) + max(0, x - left - bounds.width)
    dy = min(0, y - top) + max(0, y - top - bounds.height)
    aside: Edge = "left" if dx < 0 else "right" if dx else ""
    along: Edge = "top" if dy < 0 else "bottom" if dy else ""
    return aside if aside and abs(dx) >= abs(dy) else along


def _is_too_wide(heap: Heap, bounds: Box, unit: float) -> bool:
    """Whether the marks of a heap, side by side, would cover more than their country or are more than a row."""
    if len(heap.ids) > (1 if heap.away else ROW):
        return True
    wide = (len(heap.ids) - 1) * GAP * _fingers(unit) + 2 * BACK * unit
    return len(heap.ids) > 1 and (wide > SHARE * bounds.width or wide / 2 > OVER * heap.room + BACK * unit)


def is_abroad(stack: Stack, unit: float, ground: Under) -> bool:
    """Whether a sign of a row has its middle, or else much of it, in countries where none of its places lies."""
    homes = {SEA, *(home_of(*foot, ground, unit) for foot in stack.feet)}

    def is_foreign(x: float, y: float) -> bool:
        return ground_at(x, y, ground) not in homes

    return any(
        is_foreign(x, y) or sum(is_foreign(x + dx * unit, y + dy * unit) for dx in MUCH for dy in MUCH) > 1
        for _, x, y in stack.marks
    )


def _spread(heap: Heap, bounds: Box, unit: float, *, folded: bool) -> Stack:
    """The marks of a heap in a row over its place, in the order of their own; the whole stays on the map.

    Folded, they are one badge.
    """
    count = len(heap.ids)
    if folded or count == 1:
        marks = tuple((id_, heap.x, heap.y) for id_ in heap.ids)
        return Stack(heap.x, heap.y, heap.away, folded, marks, heap.place, tuple(heap.feet))
    gap, edge, hang = GAP * _fingers(unit), EDGE * unit, HANG * unit
    top, bottom = bounds.y + edge, bounds.y + bounds.height - edge
    half = (count - 1) * gap / 2
    cx = min(bounds.x + bounds.width - edge - half, max(bounds.x + edge + half, heap.x))
    ys = [min(bottom, max(top, y)) for _, y in heap.feet]
    hung = max(ys) + hang if min(ys) < top + hang / 2 else min(ys) - hang
    cy = min(bottom, max(top, hung))
    order = sorted(range(count), key=lambda i: heap.feet[i][0])
    marks = tuple((heap.ids[i], cx - half + at * gap, cy) for at, i in enumerate(order))
    return Stack(cx, cy, "", folded, marks, heap.place, tuple(heap.feet[i] for i in order), pinned=True)


def fold(stack: Stack, bounds: Box, unit: float) -> Stack:
    """A row as a badge at its place."""
    (x, y), edge = stack.place, EDGE * unit
    x = min(bounds.x + bounds.width - edge, max(bounds.x + edge, x))
    y = min(bounds.y + bounds.height - edge, max(bounds.y + edge, y))
    held = sorted(zip(stack.marks, stack.feet, strict=True))
    marks, feet = tuple((id_, x, y) for (id_, _, _), _ in held), tuple(foot for _, foot in held)
    return Stack(x, y, stack.away, folded=True, marks=marks, place=stack.place, feet=feet)


def plate_of(stack: Stack, unit: float) -> Box:
    """The plate behind the marks of a stack."""
    xs, ys = [x for _, x, _ in stack.marks], [y for _, _, y in stack.marks]
    back = BACK * unit
    return Box(min(xs) - back, min(ys) - back, max(xs) - min(xs) + 2 * back, max(ys) - min(ys) + 2 * back)


def _groups(stack: Stack) -> Iterator[tuple[Point, float, float]]:
    """The places of a stack, and from where to where in its row the marks of each stand."""
    for foot in dict.fromkeys(stack.feet):
        xs = [x for (_, x, _), own in zip(stack.marks, stack.feet, strict=True) if own == foot]
        yield foot, min(xs), max(xs)


def threads_of(stack: Stack) -> list[Line]:
    """The lines that hold the signs of each place of a stack together."""
    y = stack.marks[0][2]
    return [(left, y, right, y) for _, left, right in _groups(stack) if left < right]


def pins_of(stack: Stack, unit: float) -> list[Line]:
    """The lines from the places of a stack to the nearest points of the marks of each; none from where they stand."""
    if stack.away:
        return []
    y = stack.marks[0][2]
    lines = ((*foot, min(right, max(left, foot[0])), y) for foot, left, right in _groups(stack))
    is_home = {} if stack.pinned else {stack.place}
    return [line for line in lines if line[:2] not in is_home and dist(line[:2], line[2:]) > UNDER * unit]


def box_of(x: float, y: float, unit: float, *, folded: bool = False) -> Box:
    """What names keep clear of around a mark, or a badge, whose number beside a name would be read with it."""
    across, down = BADGE if folded else (MARK, MARK)
    return Box(x - across * unit, y - down * unit, 2 * across * unit, 2 * down * unit)
