"""Where the places beyond a picture's map stand: the same rules as `geo/atlas/core/edge_layout.mjs`, in px.

Their sign, of several statements a badge, hangs on a small tag where the straight way to them leaves the map, with an
arrow to them; the key has their names, since words hide the land. From there a tag slides a part of the rim to stand
at sea, or else on plain land that the map is not about and of which it does not hide most, clear of others and of all
marks. Those of one edge that find no such place, or are too many, are one badge for all that lie much the same way:
there or as far as it still hangs towards its place, or else on as little land as can be, on that of a large country
that the map is about, farther along the rim, and on what else the map is about only where there is nothing else.
`tests/golden/mark_layout.json` holds the two together.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from math import atan2, degrees, pi, remainder, tau
from statistics import fmean
from typing import Protocol

import numpy as np

from geo.drawing.ground import ELSEWHERE, SEA, Under
from geo.drawing.label_layout import Box
from geo.drawing.mark_layout import Point, Stack, plate_of
from geo.drawing.rim import Edge, at_rim, way_out

STEP = 10  # from try to try along the rim
SLIDE = 0.05  # of the rim: the part that a tag slides from where the way to its place leaves the map,
TOWARDS_IT = pi / 4  # and as far as this, seen from the middle of the map, it still hangs towards it
LARGE = 0.03  # of a country: a tag that covers no more of it hides little,
HIDING = 0.25  # and one that covers more than this hides it, whatever the map is about
NEAR, TOWARDS, ASTRAY = range(3)  # the rooms along the rim in which a tag may hang
SHORE = 4  # from a tag to a shore
WIDTH, HEIGHT = 46, 30  # of a tag
ARROW = 9  # from its end to the middle of the arrow
MOST = 0.25  # of an edge: places that lie through it whose tags would take more are one
POINTS = 8  # what lies under a box is asked at so many points across and down, and one more
EDGES: tuple[Edge, ...] = ("bottom", "left", "right", "top")


class Measured(Under, Protocol):
    """Tells also how large a ground is, in square px."""

    def area_of(self, index: int, /) -> float: ...


@dataclass(frozen=True)
class Edges:
    """What decides the places at the edges: `unit` is the size of a mark, `dear` the ground that the map is about."""

    bounds: Box
    unit: float
    ground: Measured
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
    gone = [(stack, _edge_to(stack, sheet)) for stack in stacks if stack.away]
    taken = [plate_of(stack, sheet.unit) for stack in here]
    held: list[Held] = []
    lost: list[tuple[Stack, Edge]] = []

    def free(stack: Stack, room: int) -> list[Held]:
        return [tried for tried in _along(stack, room, sheet) if not any(tried.tag.meets(other) for other in taken)]

    def hold(found: Held) -> None:
        held.append(found)
        taken.append(found.tag)

    crowded = [edge for edge in EDGES if _is_crowded(sum(to == edge for _, to in gone), edge, sheet)]
    for stack, to in gone:
        if found := None if to in crowded else _bare_of(free(stack, NEAR), sheet):
            hold(found)
        else:
            lost.append((stack, to))
    for edge in EDGES:
        for those in _bundles([stack for stack, to in lost if to == edge], sheet.bounds):
            rest = _as_one(those)
            at_all = replace(_held_at(rest, way_out(*rest.place, sheet.bounds), sheet), on_land=True)
            hold(_best_of(partial(free, rest), sheet) or at_all)
    return here, held


def _edge_to(stack: Stack, sheet: Edges) -> Edge:
    """The edge through which the straight way from the middle of the map to a place leaves it."""
    return at_rim(way_out(*stack.place, sheet.bounds), sheet.bounds)[0]


def _is_crowded(count: int, edge: Edge, sheet: Edges) -> bool:
    """Whether tags for so many places would be more than an edge of its length bears."""
    side, length = (HEIGHT, sheet.bounds.height) if edge in ("left", "right") else (WIDTH, sheet.bounds.width)
    return count * side * sheet.unit > MOST * length


def _best_of(roomed: Callable[[int], list[Held]], sheet: Edges) -> Held | None:
    """Of places in rooms, the nearest room first, one at sea, or off all shores on land that the map is not about.

    Or else one on the least land, rather where the map is not about it.
    """
    rooms = lru_cache(maxsize=3)(roomed)

    def clear(room: int) -> list[Held]:
        return [each for each in rooms(room) if not any(_hides(each, on, sheet) for on in {*_under(each.tag, sheet)})]

    def bare(room: int) -> list[Held]:
        return [tried for tried in rooms(room) if sheet.dear.isdisjoint(_under(tried.tag, sheet))]

    def best() -> Iterator[Held | None]:
        yield from (_bare_of(rooms(room), sheet) for room in (NEAR, TOWARDS))
        yield from (_least_of(clear(room), sheet) for room in (NEAR, TOWARDS))
        yield from (_bare_of(rooms(room), sheet, dear=True) for room in (NEAR, TOWARDS))
        yield _bare_of(rooms(ASTRAY), sheet)
        yield _least_of(clear(ASTRAY), sheet)
        yield from (_least_of(found(room), sheet) for found in (bare, rooms) for room in (NEAR, TOWARDS, ASTRAY))

    return next(filter(None, best()), None)


def _bare_of(room: Iterable[Held], sheet: Edges, *, dear: bool = False) -> Held | None:
    """Of places one at sea, or off all shores and borders on land that the map is not about, or large if `dear`."""
    plain = None
    for tried in room:
        found = _around(tried.tag, sheet)
        if found == {SEA}:
            return tried
        if plain is None and len(found) == 1:
            (ground,) = found
            if not _hides(tried, ground, sheet) or (dear and _is_within(tried, ground, LARGE, sheet)):
                plain = replace(tried, on_land=True)
    return plain


def _hides(held: Held, ground: int, sheet: Edges) -> bool:
    """Whether a tag hides a ground on which it lies: one that the map is about, or most of a small one."""
    return ground in sheet.dear or (ground > ELSEWHERE and not _is_within(held, ground, HIDING, sheet))


def _is_within(held: Held, ground: int, part: float, sheet: Edges) -> bool:
    """Whether a tag is no larger than a part of a ground."""
    return held.tag.width * held.tag.height <= part * sheet.ground.area_of(ground)


def _least_of(room: Sequence[Held], sheet: Edges) -> Held | None:
    """Of places the one on the least land."""
    found = min(room, key=lambda tried: _land_under(tried.tag, sheet), default=None)
    return replace(found, on_land=True) if found else None


def _bundles(stacks: Sequence[Stack], bounds: Box) -> list[list[Stack]]:
    """Stacks beyond one edge by the way to them: in a bundle none lies farther off the first than a tag may hang."""
    found: list[list[Stack]] = []
    for stack in sorted(stacks, key=lambda each: way_out(each.place[0], each.place[1], bounds)):
        if found and _apart(stack.place, found[-1][0].place, bounds) <= TOWARDS_IT:
            found[-1].append(stack)
        else:
            found.append([stack])
    return [[stack for stack in stacks if stack in bundle] for bundle in found]


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


def _along(stack: Stack, room: int, sheet: Edges) -> Iterator[Held]:
    """Where a stack may stand in a room, from where the way to its place leaves the map to both sides of that."""
    bounds, step = sheet.bounds, STEP * sheet.unit
    start, half = way_out(*stack.place, bounds), bounds.width + bounds.height
    near = int(2 * half * SLIDE / step)
    for i in range(near + 1) if room == NEAR else range(near + 1, int(half / step) + 1):
        for side in (1, -1) if i else (1,):
            tried = _held_at(stack, start + side * i * step, sheet)
            if room == NEAR or (room == ASTRAY) == (_aside(tried, bounds) > TOWARDS_IT):
                yield tried


def _aside(held: Held, bounds: Box) -> float:
    """How far a tag hangs aside of the way to its place, seen from the middle of the map."""
    tag = held.tag
    return _apart((tag.x + tag.width / 2, tag.y + tag.height / 2), held.stack.place, bounds)


def _apart(one: Point, other: Point, bounds: Box) -> float:
    """The angle between the ways to two points from the middle of the map."""
    x, y = bounds.x + bounds.width / 2, bounds.y + bounds.height / 2
    return abs(remainder(atan2(one[1] - y, one[0] - x) - atan2(other[1] - y, other[0] - x), tau))


def _held_at(stack: Stack, far: float, sheet: Edges) -> Held:
    """A stack on its tag, so far along the rim; its arrow stands on the side of its place."""
    bounds, width, height, inset = sheet.bounds, WIDTH * sheet.unit, HEIGHT * sheet.unit, ARROW * sheet.unit
    edge, at = at_rim(far, bounds)
    right, bottom = bounds.x + bounds.width - width, bounds.y + bounds.height - height
    x = {"left": bounds.x, "right": right}.get(edge, max(bounds.x, min(right, at - width / 2)))
    y = {"top": bounds.y, "bottom": bottom}.get(edge, max(bounds.y, min(bottom, at - height / 2)))
    middle, is_west = y + height / 2, stack.place[0] < x + width / 2
    mark_x, arrow_x = (x + width - height / 2, x + inset) if is_west else (x + height / 2, x + width - inset)
    marks = tuple((id_, mark_x, middle) for id_, _, _ in stack.marks)
    turn = degrees(atan2(stack.place[1] - middle, stack.place[0] - arrow_x))
    standing = replace(stack, x=mark_x, y=middle, away=edge, marks=marks)
    return Held(standing, Box(x, y, width, height), (arrow_x, middle), turn)
