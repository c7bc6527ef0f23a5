"""Where the places beyond a picture's map stand: the same rules as `geo/atlas/core/edge_layout.mjs`, in px.

Marks and name stand together on a tag that hangs at the edge beyond which their place lies or at the next one towards
it, with an arrow to it: at sea, clear of each other and of all marks. Those beyond one edge that find no such place are
one badge, of several places named as elsewhere, of one by its mere name where there is no room for more; or else they
stand on land, rather of their own country than of another, and on as little as can be. What the map is about stays
bare: rather than over that a tag stands farther along, or at another edge, or without its words.
`tests/golden/mark_layout.json` holds the two together.
"""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from math import ceil
from statistics import fmean
from typing import Protocol

import numpy as np

from geo.drawing.ground import SEA, Cells, Floats
from geo.drawing.label_layout import Box
from geo.drawing.mark_layout import EDGE, Beyond, Edge, Heap, Marks, Stack, place_beyond, plate_of, spread_stack

STEP = 10  # from try to try along an edge
SHORE = 4  # from a tag at sea to the land
PAD = 5  # from marks and name to the border of their tag
COLUMNS, ROWS = 16, 4  # what lies under a box is asked at so many points across and down
EDGES: tuple[Edge, ...] = ("bottom", "left", "right", "top")


class Under(Protocol):
    """Tells whose ground lies under points."""

    def under(self, x: Floats, y: Floats) -> Cells: ...


@dataclass(frozen=True)
class Edges:
    """What decides the places at the edges.

    `said` tells where marks were made, `brief` in fewer words, and `elsewhere` stands for several places; `home` is the
    ground of their country, SEA where it is not known. `unit` is the size of a mark. `dear` is the ground that the map
    is about.
    """

    said: Callable[[Marks], str]
    brief: Callable[[Marks], str]
    elsewhere: str
    home: Callable[[Marks], int]
    bounds: Box
    unit: float
    ground: Under
    measure: Callable[[str], float]
    dear: Set[int] = frozenset()


@dataclass(frozen=True)
class Held:
    """A stack at an edge, its name, and their tag, which is what they take; not all of one on land lies at sea."""

    stack: Stack
    name: Beyond
    tag: Box
    on_land: bool = False


def hold_at_edges(stacks: Sequence[Stack], sheet: Edges) -> tuple[list[Stack], list[Held]]:
    """The stacks of places on the map, and those beyond it where they stand at its edge."""
    here = [stack for stack in stacks if not stack.away]
    taken = [plate_of(stack, sheet.unit) for stack in here]
    held: list[Held] = []
    lost: list[Stack] = []

    def is_free(tried: Held) -> bool:
        bounds, box = sheet.bounds, tried.tag
        is_on_map = bounds.x <= box.x and box.x + box.width <= bounds.x + bounds.width
        return is_on_map and not any(box.meets(other) for other in taken)

    def is_good(tried: Held) -> bool:
        return is_free(tried) and _is_at_sea(tried, sheet)

    for stack in stacks:
        if stack.away:
            words, edges = sheet.said(stack.marks), _sides(stack, sheet.bounds)
            found = next((held for edge in edges for held in _along(stack, edge, words, sheet) if is_good(held)), None)
            if found:
                taken.append(found.tag)
                held.append(found)
            else:
                lost.append(stack)
    for away in EDGES:
        those = [stack for stack in lost if stack.away == away]
        if not those:
            continue
        rest = _as_one(those)
        said = sheet.said(rest.marks)
        is_one = all(sheet.said(stack.marks) == said for stack in those)
        sides = _sides(rest, sheet.bounds)
        worded = [said, sheet.brief(rest.marks)] if is_one else [sheet.elsewhere]
        rooms = [
            [
                [tried for edge in edges for tried in _along(rest, edge, words, sheet) if is_free(tried)]
                for words in words_tried
            ]
            for words_tried in (worded, [""])
            for edges in (sides, [edge for edge in EDGES if edge not in sides])
        ]
        found = next(filter(None, (_good_in(each, rest.marks, sheet) for each in rooms)), None)
        found = found or _least_of(rooms, rest.marks, sheet)
        found = found or _held_at(rest, rest.x, rest.y, away, "", sheet, folded=rest.folded)
        held.append(replace(found, on_land=not is_good(found)))
        taken.append(found.tag)
    return here, held


def _sides(stack: Stack, bounds: Box) -> tuple[Edge, ...]:
    """The edges that a stack may hang at: the one that it lies beyond, and of those next to it the nearer."""
    x, y = stack.place
    if stack.away in ("left", "right"):
        return stack.away, "top" if y < bounds.y + bounds.height / 2 else "bottom"
    return stack.away, "left" if x < bounds.x + bounds.width / 2 else "right"


def _as_one(stacks: Sequence[Stack]) -> Stack:
    """Stacks beyond one edge as one, in their middle."""
    marks = tuple(mark for stack in stacks for mark in stack.marks)
    x, y = fmean(stack.x for stack in stacks), fmean(stack.y for stack in stacks)
    place = fmean(stack.place[0] for stack in stacks), fmean(stack.place[1] for stack in stacks)
    return Stack(x, y, stacks[0].away, len(marks) > 1, marks, place)


def _ashore(free: Sequence[Held], marks: Marks, sheet: Edges) -> Held:
    """The first on ground of their own country, if there is one, of places for some marks."""
    home = {SEA, sheet.home(marks)}
    at_home = next((tried for tried in free if _lies_on(tried.tag, sheet.ground, home)), None)
    return at_home or min(free, key=lambda tried: _land_under(tried.tag, sheet.ground))


def _good_in(rooms: Sequence[Sequence[Held]], marks: Marks, sheet: Edges) -> Held | None:
    """Of the rooms that ways have, in their order, the first place at sea, or on land that the map is not about."""
    at_sea = next((tried for room in rooms for tried in room if _is_at_sea(tried, sheet)), None)
    clear = ([tried for tried in room if not _touches(tried.tag, sheet)] for room in rooms)
    return at_sea or next((_ashore(room, marks, sheet) for room in clear if room), None)


def _least_of(rooms: Sequence[Sequence[Sequence[Held]]], marks: Marks, sheet: Edges) -> Held | None:
    """Of the last of them, which take the least, a place where the map is about all that is free."""
    free = next((room for each in rooms for room in reversed(each) if room), None)
    return _ashore(free, marks, sheet) if free else None


def _is_at_sea(tried: Held, sheet: Edges) -> bool:
    boxes = tried.tag, _grown(tried.tag, SHORE * sheet.unit)  # a small isle lies between the points of one
    return all(_lies_on(box, sheet.ground, {SEA}) for box in boxes)


def _lies_on(box: Box, ground: Under, grounds: Set[int]) -> bool:
    """Whether all of a box lies on some grounds."""
    return _under(box, ground) <= grounds


def _touches(box: Box, sheet: Edges) -> bool:
    """Whether some of a box lies on what the map is about."""
    return bool(sheet.dear) and not _under(box, sheet.ground).isdisjoint(sheet.dear)


def _land_under(box: Box, ground: Under) -> int:
    """At how many of the points that are asked a box lies on land."""
    return sum(found != SEA for found in _points(box, ground))


def _under(box: Box, ground: Under) -> set[int]:
    return set(_points(box, ground))


def _points(box: Box, ground: Under) -> list[int]:
    x = box.x + np.arange(COLUMNS + 1) / COLUMNS * box.width
    y = box.y + np.arange(ROWS + 1) / ROWS * box.height
    found: list[int] = ground.under(x[None, :], y[:, None]).ravel().tolist()
    return found


def _grown(box: Box, by: float) -> Box:
    return Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


def _along(stack: Stack, edge: Edge, words: str, sheet: Edges) -> Iterator[Held]:
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
                x, y = (across, at) if is_upright else (at, across)
                yield _held_at(stack, x, y, edge, words, sheet, folded=folded)


def _held_at(stack: Stack, x: float, y: float, edge: Edge, words: str, sheet: Edges, *, folded: bool) -> Held:
    """A stack with its name, at a point of an edge."""
    heap = Heap(x, y, edge, 0, [id_ for id_, _, _ in stack.marks], stack.place)
    standing = spread_stack(heap, sheet.bounds, sheet.unit, folded=folded)
    name = place_beyond(standing, words, sheet.bounds, sheet.unit, sheet.measure)
    return Held(standing, name, _tag(plate_of(standing, sheet.unit), name.box, edge, sheet))


def _tag(plate: Box, name: Box, edge: Edge, sheet: Edges) -> Box:
    """What marks and their name are read on: it hangs at the edge, as nothing does that lies on the map."""
    bounds, pad = sheet.bounds, PAD * sheet.unit
    name = name if name.width else plate
    left, top = min(plate.x, name.x) - pad, min(plate.y, name.y) - pad
    right = max(plate.x + plate.width, name.x + name.width) + pad
    bottom = max(plate.y + plate.height, name.y + name.height) + pad
    left, right = (bounds.x if edge == "left" else left), (bounds.x + bounds.width if edge == "right" else right)
    top, bottom = (bounds.y if edge == "top" else top), (bounds.y + bounds.height if edge == "bottom" else bottom)
    return Box(left, top, max(0, right - left), max(0, bottom - top))
