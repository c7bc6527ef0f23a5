"""Where a name goes on a shape."""

from __future__ import annotations

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

NAME_ASPECT = 4
"""A name is about this many times as wide as it is high."""

PRECISION = 200
"""An anchor is placed to this part of the size of its shape."""


@dataclass(frozen=True)
class Anchor:
    """Where a name goes on a shape: in its largest polygon inside the frame. All in units of the view.

    Attributes
    ----------
    x, y, radius
        The largest circle inside the polygon.
    box
        The polygon's bounds: left, top, right, bottom.
    name
        The largest flat ellipse inside the polygon, NAME_ASPECT times as wide as high: x, y, half its width.
    """

    x: int
    y: int
    radius: int
    box: tuple[int, int, int, int]
    name: tuple[int, int, int]

    @classmethod
    def of(cls, polygon: BaseGeometry) -> Anchor:
        left, top, right, bottom = (round(edge) for edge in polygon.bounds)
        x, y, radius = _largest_circle(polygon)
        tall = shapely.transform(polygon, lambda points: points * [1, NAME_ASPECT])
        name_x, name_y, half_width = _largest_circle(tall)
        name = round(name_x), round(name_y / NAME_ASPECT), int(half_width)
        return cls(round(x), round(y), int(radius), (left, top, right, bottom), name)


def anchor_of(shape: BaseGeometry, frame: tuple[int, int, int, int]) -> Anchor | None:
    """The anchor of a shape in units, within a frame (left, top, width, height); None outside the frame."""
    left, top, width, height = frame
    parts = shapely.get_parts(shapely.clip_by_rect(shape, left, top, left + width, top + height))
    polygons = sorted(parts, key=shapely.area)
    return Anchor.of(polygons[-1]) if polygons and not polygons[-1].is_empty else None


def _largest_circle(polygon: BaseGeometry) -> tuple[float, float, float]:
    left, top, right, bottom = polygon.bounds
    circle = shapely.maximum_inscribed_circle(polygon, tolerance=min(right - left, bottom - top) / PRECISION)
    (x, y), *_ = circle.coords
    return x, y, circle.length
