"""Where the places beyond a picture's map stand: the same rules as `geo/atlas/core/edge_layout.mjs`, in px.

Marks and name stand together at the edge beyond which their place lies, at sea, clear of each other and of all marks.
One that finds no such place stands there on a plate; several are one badge, named as elsewhere.
`tests/golden/mark_layout.json` holds the two together.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Protocol

import numpy as np

from geo.drawing.ground import SEA, Cells, Floats
from geo.drawing.label_layout import Box
from geo.drawing.mark_layout import EDGE, Beyond, Edge, Heap, Marks, Stack, place_beyond, plate_of, spread_stack

STEP = 20  # from try to try along an edge
COLUMNS, ROWS = 16, 4  # what lies under a box is asked at so many points across and down
EDGES: tuple[Edge, ...] = ("bottom", "left", "right", "top")


class Under(Protocol):
    """Tells whose ground lies under points."""

    def under(self, x: Floats, y: Floats) -> Cells: ...


@dataclass(frozen=True)
class Edges:
    """What decides the places at the edges; `elsewhere` stands for several cities, `unit` is the size of a mark."""

    cities: Callable[[Marks], str]
    elsewhere: str
    bounds: Box
    unit: float
    ground: Under
    measure: Callable[[str], float]


@dataclass(frozen=True)
class Held:
    """A stack at an edge, its name, and what the two take together; a name on land needs a plate to be read on."""

    stack: Stack
    name: Beyond
    box: Box
    on_land: bool = False


def hold_at_edges(stacks: Sequence[Stack], sheet: Edges) -> tuple[list[Stack], list[Held]]:
    """The stacks of places on the map, and those beyond it where they stand at its edge."""
    here = [stack for stack in stacks if not stack.away]
    taken = [plate_of(stack, sheet.unit) for stack in here]
    held: list[Held] = []
    lost: list[Stack] = []

    def is_free(tried: Held) -> bool:
        bounds, box = sheet.bounds, tried.box
        is_on_map = bounds.x <= box.x and box.x + box.width <= bounds.x + bounds.width
        return is_on_map and not any(box.meets(other) for other in taken)

    def is_good(tried: Held) -> bool:
        boxes = tried.name.box, plate_of(tried.stack, sheet.unit)
        return is_free(tried) and all(_is_at_sea(box, sheet.ground) for box in boxes)

    for stack in stacks:
        if stack.away:
            found = next(filter(is_good, _along(stack, stack.away, sheet.cities(stack.marks), sheet)), None)
            if found:
                taken.append(found.box)
                held.append(found)
            else:
                lost.append(stack)
    if lost:
        marks = tuple(mark for stack in lost for mark in stack.marks)
        cities = sheet.cities(marks)
        is_one = all(sheet.cities(stack.marks) == cities for stack in lost)
        bottom = sheet.bounds.y + sheet.bounds.height
        one = lost[0] if is_one else Stack(sheet.bounds.x, bottom, "", True, marks)
        rest = Stack(one.x, one.y, one.away, len(marks) > 1, marks)
        edges = (one.away,) if one.away else EDGES  # from another, an arrow would point across the map
        tries = [held for edge in edges for held in _along(rest, edge, cities if is_one else sheet.elsewhere, sheet)]
        at_sea = next(filter(is_good, tries), None)
        last = at_sea or next(filter(is_free, tries), tries[0])
        held.append(Held(last.stack, last.name, last.box, on_land=at_sea is None))
    return here, held


def _is_at_sea(box: Box, ground: Under) -> bool:
    x = box.x + np.arange(COLUMNS + 1) / COLUMNS * box.width
    y = box.y + np.arange(ROWS + 1) / ROWS * box.height
    return bool((ground.under(x[None, :], y[:, None]) == SEA).all())


def _along(stack: Stack, edge: Edge, cities: str, sheet: Edges) -> Iterator[Held]:
    """Where a stack may stand along an edge, from its point outwards."""
    bounds, near, step = sheet.bounds, EDGE * sheet.unit, STEP * sheet.unit
    is_upright = edge in ("left", "right")
    begin, length = (bounds.y, bounds.height) if is_upright else (bounds.x, bounds.width)
    start = stack.y if is_upright else stack.x
    across = {
        "left": bounds.x + near,
        "right": bounds.x + bounds.width - near,
        "top": bounds.y + near,
        "bottom": bounds.y + bounds.height - near,
        "": 0.0,
    }[edge]
    forms = (False, True) if len(stack.marks) > 1 and not stack.folded else (stack.folded,)
    for i in range(2 * ceil(length / step) + 1):
        at = start + ((i + 1) // 2 if i % 2 else -i // 2) * step
        if begin + near <= at <= begin + length - near:
            for folded in forms:
                yield _held_at(stack, *((across, at) if is_upright else (at, across)), cities, sheet, folded=folded)


def _held_at(stack: Stack, x: float, y: float, cities: str, sheet: Edges, *, folded: bool) -> Held:
    """A stack with its name, at a point."""
    heap = Heap(x, y, stack.away, 0, [id_ for id_, _, _ in stack.marks])
    standing = spread_stack(heap, sheet.bounds, sheet.unit, folded=folded)
    name = place_beyond(standing, cities, sheet.bounds, sheet.unit, sheet.measure)
    plate, words = plate_of(standing, sheet.unit), name.box
    left, top = min(plate.x, words.x), min(plate.y, words.y)
    right = max(plate.x + plate.width, words.x + words.width)
    bottom = max(plate.y + plate.height, words.y + words.height)
    return Held(standing, name, Box(left, top, right - left, bottom - top))
