"""Islands too small to be seen: a dot in place of each, so that Tuvalu can be found on a map of the world."""

from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.drawing.anchors import Anchor
from geo.drawing.draw import Drawing
from geo.shapes.topology import Ints, Rings, encode, ring_paths

DOT: Ints = np.array([[3, 1], [1, 3], [-1, 3], [-3, 1], [-3, -1], [-1, -3], [1, -3], [3, -1]])
"""Corners around its middle, in units; a unit that is as large in all needs none."""
REACH = 3


def with_specks(drawn: Drawing) -> Drawing:
    """The drawing with a dot for the largest island of each unit that is hardly seen and lies in the open sea.

    Only paths and anchors change; what is measured and joined are the shapes as they were.
    """
    ids, shapes = list(drawn.shapes), np.array(list(drawn.shapes.values()))
    tree, enough = shapely.STRtree(shapes), shapely.Polygon(DOT).area
    paths, anchors = dict(drawn.paths), dict(drawn.anchors)
    for unit, shape in drawn.shapes.items():
        if shape.area >= enough:
            continue
        largest = max(shapely.get_parts(shape), key=shapely.area)
        middle = np.round(shapely.get_coordinates(largest.centroid)[0]).astype(np.int64)
        dot = shapely.Polygon(DOT + middle)
        if [ids[i] for i in tree.query(dot, predicate="intersects")] == [unit]:
            paths[unit] = encode(DOT + middle, closed=True) + _islands_beside(shape, dot)
            anchors[unit] = anchors[unit] and _anchor(*middle.tolist())
    return replace(drawn, paths=paths, anchors=anchors)


def _islands_beside(shape: BaseGeometry, dot: BaseGeometry) -> str:
    """Path data of the islands that the dot does not cover."""
    parts = shapely.get_parts(shape)
    others = shapely.multipolygons(parts[~shapely.intersects(parts, dot)])
    rings = Rings.of(np.array([others])).rounded()
    return ring_paths(rings)[0] if len(rings.points) else ""


def _anchor(x: int, y: int) -> Anchor:
    return Anchor(x, y, REACH, (x - REACH, y - REACH, x + REACH, y + REACH), (x, y, REACH))
