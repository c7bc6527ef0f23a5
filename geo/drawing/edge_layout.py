"""Where the places beyond a picture's map stand: the same rules as `geo/atlas/core/edge_layout.mjs`, in px.

Their sign, of several statements a badge, hangs on a small tag at the edge beyond which they lie or at the next one
towards them, with an arrow to them; the key has their names, since words hide the land. A tag hangs at sea, clear of
others and of all marks. Those beyond one edge that find no such place, or are too many, are one badge: there at sea, or
off all shores on land that the map is not about, or so at another edge; or else on as little land as can be, and on
what the map is about only where there is nothing else.
`tests/golden/mark_layout.json` holds the two together.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from math import atan2, ceil, degrees
from statistics import fmean
from typing import Protocol

import numpy as np

from geo.drawing.ground import SEA, Cells, Floats
from geo.drawing.label_layout import Box
from geo.drawing.mark_layout import Edge, Point, Stack, plate_of

STEP = 10  # from try to try along an edge
SHORE = 4  # from a tag to a shore
WIDTH, HEIGHT = 46, 30  # of a tag
ARROW = 9  # from its end to the middle of the arrow
MOST = 0.25  # of an edge: places beyond it whose tags would take more are one
POINTS = 8  # what lies under a box is asked at so many points across and down, and one more
EDGES: tuple[Edge, ...] = ("bottom", "left", "right", "top")


class Under(Protocol):
    """Tells whose ground lies under points."""

    def under(self, x: Floats, y: Floats) -> Cells: ...


@dataclass(frozen=True)
class Edges:
    """What decides the places at the edges: `unit` is the size of a mark, `dear` the ground that the map is about."""

    bounds: Box
    unit: float
    ground: Under
    dear: Set[int] = frozenset()


@dataclass(frozen=True)
class Held:
    """A stack at an edge, its tag, which is what it takes, and the arrow on that; all of one not on land lies at sea.

    The arrow is turned so many degrees from the right, downwards.
    """

    stack: Stack
    tag: Box
    arrow: Point
    turn: float
    on_land: bool = False


def hold_at_edges(stacks: Sequence[Stack], sheet: Edges) -> tuple[list[Stack], list[Held]]:
    """The stacks of places on the map, and those beyond it where they stand at its edge."""
    here = [stack for stack in stacks if not stack.away]
    taken = [plate_of(stack, sheet.unit) for stack in here]
    held: list[Held] = []
    lost: list[Stack] = []

    def free(stack: Stack, edges: Iterable[Edge]) -> Iterator[Held]:
        tries = (tried for edge in edges for tried in _along(stack, edge, sheet))
        return (tried for tried in tries if not any(tried.tag.meets(other) for other in taken))

    def hold(found: Held) -> None:
        held.append(found)
        taken.append(found.tag)

    crowded = [edge for edge in EDGES if _is_crowded(edge, stacks, sheet)]
    for stack in stacks:
        if stack.away in crowded:
            lost.append(stack)
        elif stack.away:
            tries = free(stack, _sides(stack, sheet.bounds))
            found = next((tried for tried in tries if _around(tried.tag, sheet) == {SEA}), None)
            if found:
                hold(found)
            else:
                lost.append(stack)
    for away in EDGES:
        if those := [stack for stack in lost if stack.away == away]:
            rest = _as_one(those)
            sides = _sides(rest, sheet.bounds)
            rooms = [[*free(rest, edges)] for edges in (sides, [edge for edge in EDGES if edge not in sides])]
            at = rest.y if away in ("left", "right") else rest.x
            hold(_best_of(rooms, sheet) or replace(_held_at(rest, away, at, sheet), on_land=True))
    return here, held


def _is_crowded(edge: Edge, stacks: Sequence[Stack], sheet: Edges) -> bool:
    """Whether tags for all the places beyond an edge would be more than a map of its size bears."""
    takes, length = (HEIGHT, sheet.bounds.height) if edge in ("left", "right") else (WIDTH, sheet.bounds.width)
    return sum(stack.away == edge for stack in stacks) * takes * sheet.unit > MOST * length


def _best_of(rooms: Sequence[Sequence[Held]], sheet: Edges) -> Held | None:
    """Of places in rooms, the better room first, one at sea, or off all shores on land that the map is not about.

    Or else one on the least land, rather where the map is not about it.
    """
    for room in rooms:
        grounds = [_around(tried.tag, sheet) for tried in room]
        if {SEA} in grounds:
            return room[grounds.index({SEA})]
        off = {SEA, *sheet.dear}
        if inland := [tried for tried, found in zip(room, grounds, strict=True) if off.isdisjoint(found)]:
            return replace(inland[0], on_land=True)
    clear = [[tried for tried in room if sheet.dear.isdisjoint(_under(tried.tag, sheet))] for room in rooms]
    left = [room for room in [*clear, *rooms] if room]
    return replace(min(left[0], key=lambda tried: _land_under(tried.tag, sheet)), on_land=True) if left else None


def _sides(stack: Stack, bounds: Box) -> tuple[Edge, ...]:
    """The edges that a stack may hang at: the one that it lies beyond, and of those next to it the nearer."""
    x, y = stack.place
    if stack.away in ("left", "right"):
        return stack.away, "top" if y < bounds.y + bounds.height / 2 else "bottom"
    return stack.away, "left" if x < bounds.x + bounds.width / 2 else "right"


def _as_one(stacks: Sequence[Stack]) -> Stack:
    """Stacks beyond one edge as one, in their middle."""
    marks = tuple(mark for stack in stacks for mark in stack.marks)
    feet = tuple(foot for stack in stacks for foot in stack.feet)
    x, y = fmean(stack.x for stack in stacks), fmean(stack.y for stack in stacks)
    place = fmean(stack.place[0] for stack in stacks), fmean(stack.place[1] for stack in stacks)
    return Stack(x, y, stacks[0].away, len(marks) > 1, marks, place, feet)


def _around(box: Box, sheet: Edges) -> set[int]:
    """The grounds on which a box lies, and what is close to it."""
    sizes = (0, SHORE * sheet.unit)  # a small isle lies between the points of one
    return {ground for by in sizes for ground in _under(_grown(box, by, sheet.bounds), sheet)}


def _land_under(box: Box, sheet: Edges) -> int:
    """At how many of the points that are asked a box lies on land."""
    return sum(found != SEA for found in _under(box, sheet))


def _under(box: Box, sheet: Edges) -> list[int]:
    part = np.arange(POINTS + 1) / POINTS
    x, y = box.x + part * box.width, box.y + part * box.height
    found: list[int] = sheet.ground.under(x[None, :], y[:, None]).ravel().tolist()
    return found


def _grown(box: Box, by: float, bounds: Box) -> Box:
    """A box so much larger on each side, as far as that lies on the map, whose last px may be that of its ground."""
    left, top = max(bounds.x, box.x - by), max(bounds.y, box.y - by)
    right = min(bounds.x + bounds.width - 1, box.x + box.width + by)
    return Box(left, top, right - left, min(bounds.y + bounds.height - 1, box.y + box.height + by) - top)


def _along(stack: Stack, edge: Edge, sheet: Edges) -> Iterator[Held]:
    """Where a stack may stand along an edge, from its point outwards."""
    bounds, step = sheet.bounds, STEP * sheet.unit
    if edge in ("left", "right"):
        begin, length, start, near = bounds.y, bounds.height, stack.y, HEIGHT / 2 * sheet.unit
    else:
        begin, length, start, near = bounds.x, bounds.width, stack.x, WIDTH / 2 * sheet.unit
    for i in range(2 * ceil(length / step) + 1):
        at = start + ((i + 1) // 2 if i % 2 else -i // 2) * step
        if begin + near <= at <= begin + length - near:
            yield _held_at(stack, edge, at, sheet)


def _held_at(stack: Stack, edge: Edge, at: float, sheet: Edges) -> Held:
    """A stack on its tag, at a point of an edge; its arrow stands on the side of its place."""
    bounds, width, height, inset = sheet.bounds, WIDTH * sheet.unit, HEIGHT * sheet.unit, ARROW * sheet.unit
    right, bottom = bounds.x + bounds.width - width, bounds.y + bounds.height - height
    x = {"left": bounds.x, "right": right}.get(edge, at - width / 2)
    y = {"top": bounds.y, "bottom": bottom}.get(edge, at - height / 2)
    middle, is_west = y + height / 2, stack.place[0] < x + width / 2
    mark_x, arrow_x = (x + width - height / 2, x + inset) if is_west else (x + height / 2, x + width - inset)
    marks = tuple((id_, mark_x, middle) for id_, _, _ in stack.marks)
    turn = degrees(atan2(stack.place[1] - middle, stack.place[0] - arrow_x))
    standing = replace(stack, x=mark_x, y=middle, away=edge, marks=marks)
    return Held(standing, Box(x, y, width, height), (arrow_x, middle), turn)
