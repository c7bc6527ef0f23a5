"""Textures that fingers tell apart, as black shapes inside an area; only what is whole enough to be felt."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.drawing.tactile_land import DASHES, SPOTS, STRIPES

STRIPE, PITCH = 1.2, 3.0
"""Mm across a stripe, and from stripe to stripe; they rise to the right."""
SPOT, BETWEEN = 1.1, 3.0
"""Mm from the middle of a spot to its edge, larger than a dot of braille; and from row to row of them."""
DASH, THICK, GAP, ROW = 4.5, 1.1, 2.5, 3.5
"""Mm along and across a dash, from dash to dash, from row to row."""
SPECK = 1.0
"""Square mm of the smallest piece of a stripe or a dash."""


def texture(name: str, area: BaseGeometry) -> BaseGeometry:
    """The black of a texture inside an area; nothing for ground that is smooth."""
    if area.is_empty:
        return area
    if name == SPOTS:
        return _spots(area)
    if name in {STRIPES, DASHES}:
        cut = shapely.get_parts(shapely.intersection(area, _lines(name, area)))
        return shapely.union_all([part for part in cut if part.geom_type == "Polygon" and part.area > SPECK])
    return shapely.MultiPolygon()


def _lines(name: str, area: BaseGeometry) -> BaseGeometry:
    left, top, right, bottom = area.bounds
    if name == STRIPES:
        along = PITCH * np.sqrt(2)
        first, last = np.floor((left + top) / along), np.ceil((right + bottom) / along)
        slanted = [[(left, at - left), (right, at - right)] for at in np.arange(first, last + 1) * along]
        return shapely.union_all(shapely.buffer(shapely.linestrings(slanted), STRIPE / 2, cap_style="flat"))
    step = DASH + GAP
    rows = np.arange(np.floor(top / ROW), np.ceil(bottom / ROW) + 1)
    columns = np.arange(np.floor(left / step) - 1, np.ceil(right / step) + 1)
    corners = [(column * step + row % 2 * step / 2, row * ROW) for row in rows for column in columns]
    return shapely.union_all([shapely.box(x, y, x + DASH, y + THICK) for x, y in corners])


def _spots(area: BaseGeometry) -> BaseGeometry:
    """Whole spots where they have room; where there is none on the grid, one in the middle."""
    left, top, right, bottom = area.bounds
    rows = np.arange(np.floor(top / BETWEEN), np.ceil(bottom / BETWEEN) + 1)
    columns = np.arange(np.floor(left / BETWEEN), np.ceil(right / BETWEEN) + 1)
    grid = shapely.points([(c * BETWEEN, r * BETWEEN) for r in rows for c in columns if (r + c) % 2 == 0])
    room = area.buffer(-SPOT)
    found = grid[shapely.contains(room, grid)]
    if not len(found):
        widest = max(shapely.get_parts(area), key=lambda part: shapely.maximum_inscribed_circle(part).length)
        found = np.array([shapely.maximum_inscribed_circle(widest).interpolate(0)])
    return shapely.union_all(shapely.buffer(found, SPOT, quad_segs=4))
