"""Meridians and parallels, for the views in which North is not at the top."""

from itertools import chain

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.drawing.views import View
from geo.shapes.topology import encode

MERIDIANS = range(-180, 180, 30)
PARALLELS = range(10, 90, 20)
STEP_DEGREES = 2.0
SHORT_OF = 1e-6
"""A parallel ends this far before the meridian along which a projection is cut."""


def graticule(view: View) -> str:
    """SVG path data of the meridians and parallels inside the extent; empty for a view that has none."""
    if view.graticule is None:
        return ""
    lines = [_clipped(view, line) for line in chain(_meridians(), _parallels(view.graticule))]
    return "".join(encode(line, closed=False) for line in chain.from_iterable(lines))


def _meridians() -> list[NDArray[np.float64]]:
    lat = np.arange(PARALLELS.start, 90 + STEP_DEGREES, STEP_DEGREES).clip(max=90)
    return [np.column_stack([np.full_like(lat, lon), lat]) for lon in MERIDIANS]


def _parallels(middle: float) -> list[NDArray[np.float64]]:
    half = 180 - SHORT_OF
    lon = middle + np.linspace(-half, half, round(360 / STEP_DEGREES) + 1)
    return [np.column_stack([lon, np.full_like(lon, lat)]) for lat in PARALLELS]


def _clipped(view: View, lonlat: NDArray[np.float64]) -> list[NDArray[np.int64]]:
    """What lies inside the extent of a line in degrees, in whole units."""
    line = shapely.LineString(view.to_units(lonlat)).simplify(0.5)
    inside = shapely.get_parts(shapely.clip_by_rect(line, 0, 0, view.width, view.height))
    return [np.round(shapely.get_coordinates(part)).astype(np.int64) for part in inside if part.length > 1]
