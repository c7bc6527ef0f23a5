"""Where the marks of statements stand on a picture: the same rules as `geo/atlas/core/mark_layout.mjs`, in px.

Several made in one place tell it by a pin from there to their string.
`tests/golden/mark_layout.json` holds the two together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import hypot, inf
from typing import Literal

from geo.drawing.label_layout import Box

NEAR = 24  # closer places share a stack: two badges that stand apart never meet
GAP = 25
HANG = 20  # from a place up to the string of its marks, or down where there is not half of it
ROW = 4
EDGE = 20
OVER = 2  # a stack may reach this many times as far as it is to the next country,
SHARE = 0.15  # and take this part of the map's width
BACK = 12  # from a mark's middle to the edge of the plate behind a stack
MARK = 11  # and to the edge of what names keep clear of;
BADGE = 15  # from a badge's
ARROWS = {"left": "←", "right": "→", "top": "↑", "bottom": "↓", "": ""}  # the typeface has none aslant

Point = tuple[float, float]
Marks = tuple[tuple[str, float, float], ...]
"""Ids of statements, and where their marks stand."""
Edge = Literal["", "left", "right", "top", "bottom"]


@dataclass(frozen=True)
class Made:
    """A statement where it was made, and how far it is from there to the next country."""

    id: str
    x: float
    y: float
    room: float = inf


@dataclass
class Heap:
    """Statements made at nearly one point; `away` is the edge that it lies beyond, `place` where it lies there."""

    x: float
    y: float
    away: Edge
    room: float
    ids: list[str]
    place: Point


@dataclass(frozen=True)
class Stack:
    """The marks `(id, x, y)` of one place, one badge where they are folded.

    `away` is the edge that it lies beyond, and `place` where it lies there; `origin` is where it belongs if it does
    not stand there.
    """

    x: float
    y: float
    away: Edge
    folded: bool
    marks: Marks
    place: Point
    origin: Point | None = None


@dataclass(frozen=True)
class Beyond:
    """The name of a place beyond the map, beside its marks: where it begins or ends, and the box it takes."""

    text: str
    x: float
    y: float
    on_left: bool
    box: Box


def stack_marks(points: Sequence[Made], bounds: Box, unit: float = 1) -> list[Stack]:
    """Stacks of statements that fall on nearly one point; places outside the bounds at the edge beyond which they lie.

    Where they stand there is decided by `edge_layout`.
    A stack that would cover more than its country is folded, and so is the larger of two that would cover each other.
    """
    heaps = _heaps(points, bounds, unit)
    stacks = [spread_stack(heap, bounds, unit, folded=_is_too_wide(heap, bounds, unit)) for heap in heaps]
    plates = [plate_of(stack, unit) for stack in stacks]
    for i in sorted(range(len(stacks)), key=lambda i: (-len(stacks[i].marks), -i)):
        if stacks[i].folded or len(heaps[i].ids) == 1:
            continue
        rivals = (j for j in range(len(stacks)) if j != i and bool(stacks[j].away) == bool(stacks[i].away))
        if any(plates[j].meets(plates[i]) for j in rivals):
            stacks[i] = spread_stack(heaps[i], bounds, unit, folded=True)
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
        if heap:
            heap.ids.append(point.id)
        else:
            heaps.append(Heap(x, y, away, inf if away else point.room, [point.id], (point.x, point.y)))
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
    if not heap.away and len(heap.ids) > ROW:
        return True  # on a thread from row to row they look like a route
    wide = (min(ROW, len(heap.ids)) - 1) * GAP * _fingers(unit) + 2 * BACK * unit
    return len(heap.ids) > 1 and (wide > SHARE * bounds.width or wide / 2 > OVER * heap.room + BACK * unit)


def spread_stack(heap: Heap, bounds: Box, unit: float, *, folded: bool) -> Stack:
    """The marks of a heap in rows over its place; the whole stays on the map. Folded, they are one badge."""
    if folded:
        return Stack(heap.x, heap.y, heap.away, folded, tuple((id_, heap.x, heap.y) for id_ in heap.ids), heap.place)
    gap, edge, count = GAP * _fingers(unit), EDGE * unit, len(heap.ids)
    half, tall = (min(ROW, count) - 1) * gap / 2, (-(-count // ROW) - 1) * gap / 2
    cx = min(bounds.x + bounds.width - edge - half, max(bounds.x + edge + half, heap.x))
    hang, is_hung = HANG * unit, not heap.away and count > 1
    hung = (hang if heap.y < bounds.y + edge + hang / 2 else -hang) if is_hung else 0
    cy = min(bounds.y + bounds.height - edge - tall, max(bounds.y + edge + tall, heap.y + hung))
    marks = []
    for i, id_ in enumerate(heap.ids):
        row = i // ROW
        in_row = min(ROW, count - row * ROW)
        marks.append((id_, cx + (i % ROW - (in_row - 1) / 2) * gap, cy + row * gap - tall))
    return Stack(cx, cy, heap.away, folded, tuple(marks), heap.place, heap.place if is_hung else None)


def plate_of(stack: Stack, unit: float) -> Box:
    """The plate behind the marks of a stack."""
    xs, ys = [x for _, x, _ in stack.marks], [y for _, _, y in stack.marks]
    back = BACK * unit
    return Box(min(xs) - back, min(ys) - back, max(xs) - min(xs) + 2 * back, max(ys) - min(ys) + 2 * back)


def threads_of(marks: Marks) -> list[tuple[float, float, float, float]]:
    """The lines that hold the signs of a stack together: one through each row, and one from row to row."""
    rows = [[mark for mark in marks if mark[2] == y] for y in dict.fromkeys(y for _, _, y in marks)]
    through = [(row[0][1], row[0][2], row[-1][1], row[0][2]) for row in rows]
    middle = (rows[0][0][1] + rows[0][-1][1]) / 2
    return [*through, (middle, rows[0][0][2], middle, rows[-1][0][2])] if len(rows) > 1 else through


def box_of(x: float, y: float, unit: float, *, folded: bool = False) -> Box:
    """What names keep clear of around a mark, or a badge, whose number beside a name would be read with it."""
    half = (BADGE if folded else MARK) * unit
    return Box(x - half, y - half, 2 * half, 2 * half)


def place_beyond(stack: Stack, cities: str, bounds: Box, unit: float, measure: Callable[[str], float]) -> Beyond:
    """The name of a place beyond the map, beside its marks, with an arrow to it."""
    left, right = min(x for _, x, _ in stack.marks), max(x for _, x, _ in stack.marks)
    on_left = right < bounds.x + bounds.width / 2
    x, y = (right + 17 * unit if on_left else left - 17 * unit), stack.marks[0][2]
    arrow = ARROWS[_edge_of(stack.place, bounds)]
    parts = (arrow, cities) if on_left else (cities, arrow)
    text = " ".join(part for part in parts if part)
    width = measure(text)
    return Beyond(text, x, y, on_left, Box(x if on_left else x - width, y - 9 * unit, width, 18 * unit))
