"""Where arcs run from a statement to those whom it names: the same rules as `geo/atlas/core/arc_layout.mjs`, in px.

An arc ends in the country that it leads to, beside its name, and keeps clear of words and signs where it can.
`tests/golden/mark_layout.json` holds the two together.
"""

from collections.abc import Iterable, Sequence
from itertools import product
from math import cos, hypot, pi
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.drawing.ground import Floats, Under
from geo.drawing.label_layout import Box
from geo.drawing.mark_layout import Point
from geo.drawing.name_tries import WAYS

LEAST = 30  # a shorter arc says nothing
OFF = 17  # from a mark's middle an arc begins: at its edge the mark would be the head of an arrow to it
LIFTS = (
    0.16,
    -0.16,
    0.05,
    -0.05,
    0.1,
    -0.1,
    0.22,
    -0.22,
    0.3,
    -0.3,
    0.4,
    -0.4,
)  # of its length, how far it bends: the first that is free
PARTS = (0.5, 0.3, 0.7, 0.85)  # and after which part of it
OWN_LIFTS = tuple(i / 25 for i in range(-10, 11))  # of one that has a bend of its own
BUNDLE = cos(pi / 5)  # arcs that leave within this angle leave as one
SAMPLES = 96  # points of an arc that must keep clear of words and signs
CLEAR, CLOSE = 5, 2.5  # from its end's middle to all else; rather than on the border the dot touches a box
INLAND, AT_LEAST = 9, 5  # and to the border, along which an outline may run, and which the dot itself reaches
STEP, RINGS = 3, 24  # its end is tried in rings around the middle of the country
MOST = 64  # ends that an arc chooses from
OUTSIDE = 10  # words are better run through than the edge of the map

Ends = Sequence[Point]
"""Where an arc may end, the best place first."""


class Bent(NamedTuple):
    """An arc: how far it bends, the middle of its bend, its end, and how many boxes it runs through."""

    lift: float
    bend: Point
    end: Point
    cost: int


def ends_of(middle: Point, taken: Sequence[Box], bounds: Box, ground: Under, unit: float = 1) -> list[Point]:
    """Where an arc may end that leads to a country, by its middle: there, or as near as it is clear of what is taken.

    Rather well inside the country than at its border, and rather there than beside it.
    """
    if not _is_in(bounds, *middle):
        return [middle]
    x, y = _around(middle, STEP * unit)
    own = ground.under(np.array(middle[0]), np.array(middle[1]))
    inside = ground.under(x, y) == own

    def inland(far: float) -> NDArray[np.bool_]:
        ways = ((far, 0), (-far, 0), (0, far), (0, -far))
        around = [ground.under(x + dx, y + dy) == own for dx, dy in ways]
        whole: NDArray[np.bool_] = np.logical_and.reduce([inside, *around])
        return whole

    well, whole = inland(INLAND * unit), inland(AT_LEAST * unit)
    clear, close = (_free(x, y, taken, bounds, far * unit) for far in (CLEAR, CLOSE))
    grounds = ((well, clear), (well, close), (whole, clear), (whole, close), (inside, clear), (inside, close))
    for place, room in (*grounds, (clear, clear)):
        good = place & room
        if good.any():
            found = np.flatnonzero(good)[:MOST]
            return [(float(x[i]), float(y[i])) for i in found]
    return [middle]


def _free(x: Floats, y: Floats, taken: Iterable[Box], bounds: Box, far: float) -> NDArray[np.bool_]:
    """Which points are on the map and so far from all that is taken."""
    free = (x >= bounds.x + far) & (x <= bounds.x + bounds.width - far)
    free &= (y >= bounds.y + far) & (y <= bounds.y + bounds.height - far)
    for box in taken:
        across, down = abs(x - box.x - box.width / 2), abs(y - box.y - box.height / 2)
        free &= (across >= box.width / 2 + far) | (down >= box.height / 2 + far)
    return free


def _around(middle: Point, step: float) -> tuple[Floats, Floats]:
    """A point and those in rings around it, the nearest first."""
    rings = np.repeat(step * np.arange(1, RINGS + 1), len(WAYS))
    ways = np.tile(WAYS, (RINGS, 1))
    return np.append(middle[0], middle[0] + rings * ways[:, 0]), np.append(middle[1], middle[1] + rings * ways[:, 1])


def _is_in(box: Box, x: float, y: float) -> bool:
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height


def arcs_of(
    start: Point, targets: Iterable[Ends], taken: Sequence[Box], bounds: Box, unit: float = 1
) -> list[tuple[str, Point]]:
    """Arcs, as SVG path data with their end, from a statement to those whom it names: one for each.

    Those of one direction leave as one. Of the ways to bend them the first is taken on which they run through the
    fewest of what is taken, words and signs; one that still runs through some has a bend of its own where that is
    better.
    """
    far = [ends for ends in targets if hypot(ends[0][0] - start[0], ends[0][1] - start[1]) >= LEAST * unit]
    boxes = np.array([(box.x, box.y, box.x + box.width, box.y + box.height) for box in taken]).reshape(-1, 4)
    arcs = []
    for bundle in _bundles(start, far):
        together = _best_bent(start, bundle, boxes, bounds)
        for ends, bent in zip(bundle, together, strict=True):
            own = bool(bent.cost) and len(bundle) > 1
            alone = _best_bent(start, [ends], boxes, bounds, bent.lift)[0] if own else bent
            best = min(bent, alone, key=lambda each: each.cost)
            arcs.append((_path(_towards(start, best.bend, OFF * unit), best.bend, best.end), best.end))
    return arcs


def _best_bent(
    start: Point, bundle: Sequence[Ends], boxes: Floats, bounds: Box, like: float | None = None
) -> list[Bent]:
    """Arcs of one bend: the first, or the most `like` another, of those on which they run through the fewest boxes."""
    lifts = LIFTS if like is None else sorted(OWN_LIFTS, key=lambda lift: abs(lift - like))
    middle = sum(ends[0][0] for ends in bundle) / len(bundle), sum(ends[0][1] for ends in bundle) / len(bundle)
    best: list[Bent] = []
    for part, lift in product(PARTS, lifts):
        bend = _bend(start, middle, lift, part)
        costs = [_struck(start, bend, ends, boxes, bounds) for ends in bundle]
        found = [
            Bent(lift, bend, ends[int(each.argmin())], int(each.min()))
            for ends, each in zip(bundle, costs, strict=True)
        ]
        if not best or _cost(found) < _cost(best):
            best = found
        if not _cost(best):
            break
    return best


def _cost(arcs: Iterable[Bent]) -> int:
    return sum(each.cost for each in arcs)


def _bundles(start: Point, targets: Iterable[Ends]) -> list[list[Ends]]:
    """Targets in bundles: those that lie in about one direction from a point."""
    bundles: list[tuple[Point, list[Ends]]] = []
    for ends in targets:
        x, y = ends[0]
        length = hypot(x - start[0], y - start[1])
        way = (x - start[0]) / length, (y - start[1]) / length
        near = (inside for other, inside in bundles if other[0] * way[0] + other[1] * way[1] >= BUNDLE)
        bundle = next(near, None)
        if bundle is None:
            bundles.append((way, [ends]))
        else:
            bundle.append(ends)
    return [inside for _, inside in bundles]


def _bend(start: Point, end: Point, lift: float, part: float) -> Point:
    """The middle of an arc's bend, after a part of its way."""
    (ax, ay), (bx, by) = start, end
    dx, dy = bx - ax, by - ay
    return ax + dx * part + dy * lift, ay + dy * part - abs(dx) * lift - abs(dy) * 0.02


def _struck(start: Point, bend: Point, ends: Ends, boxes: Floats, bounds: Box) -> NDArray[np.int64]:
    """How many boxes a bent line runs through, to each of some ends; it counts as many more where it leaves the map."""
    t = np.arange(SAMPLES + 1) / SAMPLES
    to = np.array(ends)
    x, y = ((1 - t) ** 2 * start[n] + 2 * t * (1 - t) * bend[n] + t**2 * to[:, n, None] for n in (0, 1))
    near = boxes[(boxes[:, 0] < x.max()) & (boxes[:, 2] > x.min()) & (boxes[:, 1] < y.max()) & (boxes[:, 3] > y.min())]
    struck = np.zeros(len(to), np.int64)
    for left, top, right, bottom in near:
        struck += ((x > left) & (x < right) & (y > top) & (y < bottom)).any(axis=1)
    off = (x < bounds.x) | (x > bounds.x + bounds.width) | (y < bounds.y) | (y > bounds.y + bounds.height)
    struck += OUTSIDE * off.any(axis=1)
    return struck


def _towards(start: Point, end: Point, length: float) -> Point:
    """The point so far from one on the way to another, halfway at most."""
    part = min(0.5, length / hypot(end[0] - start[0], end[1] - start[1]))
    return start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])


def _path(*points: Point) -> str:
    start, bend, end = (f"{x:.1f} {y:.1f}" for x, y in points)
    return f"M{start}Q{bend} {end}"
