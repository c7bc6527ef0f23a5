"""Where labels in braille stand on a tactile map: on their ground, or at sea with a line that leads to it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.drawing import braille
from geo.drawing.braille import Cells
from geo.drawing.label_layout import Box
from geo.drawing.tactile_land import APART, Ground, Land

GRID = 1.0
"""Mm between the places that are tried."""
LONGEST = 30.0
"""Mm of a line that leads to a ground."""
CLOSE = 2.0
"""Mm from a label to a line, where a ground has no room for more."""
INSIDE = 2.0
"""Mm that it goes on behind the coast."""


@dataclass(frozen=True)
class Label:
    """A label of a state: its cells, dot 1 of the first at x and y, and the line that leads to its ground, if any."""

    state: str
    cells: Cells
    x: float
    y: float
    lead: BaseGeometry | None = None

    @property
    def box(self) -> BaseGeometry:
        """What its dots cover."""
        covered = braille.extent(self.cells)
        return shapely.box(
            self.x + covered.x,
            self.y + covered.y,
            self.x + covered.x + covered.width,
            self.y + covered.y + covered.height,
        )


def place_labels(land: Land, texts: Mapping[str, str], sheet: Box, stroke: float, front: float) -> list[Label]:
    """Labels with clear ground around them; a state that has no room for one has none.

    `stroke` and `front` are the widths of the lines.
    """
    ink = shapely.union_all([land.lines.buffer(stroke / 2), land.front.buffer(front / 2)])
    placed: list[Label] = []
    owners = _one_each(land, texts)
    for clear in (APART, CLOSE):
        named = {label.state for label in placed}
        blocked = ink.buffer(clear)
        bare = [each for each in owners if each.state not in named]
        found = [_on_ground(each, braille.cells(texts[each.state]), blocked) for each in bare]
        placed += [label for label in found if label]
    shore = shapely.union_all([ground.area for ground in land.grounds]).buffer(APART + stroke)
    sea = shapely.box(sheet.x, sheet.y, sheet.x + sheet.width, sheet.y + sheet.height).difference(shore)
    named = {label.state for label in placed}
    for ground in owners:
        if ground.state not in named and (
            label := _at_sea(ground, braille.cells(texts[ground.state]), sea, placed, land)
        ):
            placed.append(label)
    return placed


def _one_each(land: Land, texts: Mapping[str, str]) -> list[Ground]:
    """The largest ground of each state, the largest of all first."""
    largest: dict[str, Ground] = {}
    for ground in sorted(land.grounds, key=lambda ground: (-ground.own.area, ground.state)):
        if ground.state in texts:
            largest.setdefault(ground.state, ground)
    return list(largest.values())


def _boxes(cells: Cells, within: BaseGeometry) -> tuple[np.ndarray, np.ndarray]:
    """The boxes of a label at the points of the grid whose box may lie inside; and the points, its dot 1."""
    covered = braille.extent(cells)
    left, top, right, bottom = within.bounds
    xs = np.arange(np.ceil(left / GRID) * GRID, right - covered.width, GRID) - covered.x
    ys = np.arange(np.ceil(top / GRID) * GRID, bottom - covered.height, GRID) - covered.y
    points = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
    lefts, tops = points[:, 0] + covered.x, points[:, 1] + covered.y
    boxes = shapely.box(lefts, tops, lefts + covered.width, tops + covered.height)
    shapely.prepare(within)
    inside = shapely.contains(within, boxes)
    return boxes[inside], points[inside]


def _on_ground(ground: Ground, cells: Cells, blocked: BaseGeometry) -> Label | None:
    """The label where it is farthest from all edges."""
    room = ground.own.difference(blocked)
    if room.is_empty:
        return None
    boxes, points = _boxes(cells, room)
    if not len(boxes):
        return None
    best = int(np.argmax(np.round(shapely.distance(boxes, room.boundary), 3)))
    x, y = points[best].tolist()
    return Label(ground.state, cells, x, y)


def _at_sea(ground: Ground, cells: Cells, sea: BaseGeometry, placed: list[Label], land: Land) -> Label | None:
    """The label on the nearest free water from which a line leads to the ground and crosses no other."""
    core = max(shapely.get_parts(ground.own), key=lambda part: part.area).buffer(-INSIDE)
    others = shapely.union_all([each for label in placed for each in (label.box, label.lead) if each is not None])
    room = sea.difference(others.buffer(APART)).intersection(core.buffer(LONGEST))
    if core.is_empty or room.is_empty:
        return None
    boxes, points = _boxes(cells, room)
    near = shapely.dwithin(boxes, core, LONGEST)
    boxes, points = boxes[near], points[near]
    ways = shapely.shortest_line(boxes, core)
    passable = shapely.union_all([ground.area.buffer(APART / 2), _waters(land, ground, core)])
    free = shapely.covers(passable, ways) & (shapely.distance(ways, others) >= APART)
    if not free.any():
        return None
    at = int(np.argmin(np.where(free, np.round(shapely.length(ways), 3), np.inf)))
    lead = shapely.LineString([ways[at].interpolate(INSIDE), ways[at].interpolate(ways[at].length)])
    x, y = points[at].tolist()
    return Label(ground.state, cells, x, y, lead)


def _waters(land: Land, ground: Ground, core: BaseGeometry) -> BaseGeometry:
    """What of the sheet lies far enough from every other ground, as far as a line leads from the core of this one."""
    reach = core.envelope.buffer(LONGEST + 2 * APART)
    others = [each.area for each in land.grounds if each is not ground]
    near = shapely.union_all([area for area in others if area.intersects(reach)])
    return shapely.box(*shapely.total_bounds(others)).buffer(LONGEST).difference(near.buffer(APART))
