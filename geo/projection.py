"""The views of the map: what each shows, in which projection, and its drawing in whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from threading import Lock
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray
from pyproj import CRS, Transformer
from shapely.geometry.base import BaseGeometry

from geo.shapes import LAND, read_land, read_shapes
from geo.topology import Geometries, Ints, Rings, border_paths, bordering_pairs, encode, ring_paths

Box = tuple[float, float, float, float]
"""West, south, east, north."""

NAME_ASPECT = 4
"""A name is about this many times as wide as it is high."""

DECIMALS = 6
"""Of a unit: two millimetres, far below what the source knows."""

ANTIMERIDIAN = 180.0

CUT_STEP_DEGREES = 2.0
"""Where a region cuts the land, the cut gets a vertex at least this often: a parallel is no straight line on the map.
Longer than any edge of the source."""

PRECISION = 200
"""An anchor is placed to this part of the size of its shape."""


@dataclass(frozen=True)
class View:
    """A picture of a part of the world, in units of half a pixel on a screen 1,920 pixels wide; y points down.

    Attributes
    ----------
    name
        As in the address bar.
    crs
        Projection, in metres.
    frame
        What is seen at first, in metres.
    extent
        What is drawn, and can be reached by panning, in metres.
    regions
        Boxes in degrees that together hold the extent; inside each, the projection tears nothing apart. A box that
        reaches the antimeridian goes a little past 180, since a cut loses the vertices that lie along it.
    unit_m
        Metres to one unit.
    tolerance
        Square root of the area, in units, of the smallest bend that is drawn.
    smallest_island
        In square units. A unit's largest polygon is drawn whatever its size.
    """

    name: str
    crs: CRS
    frame: Box
    extent: Box
    regions: tuple[Box, ...]
    unit_m: float
    tolerance: float = 0.75
    smallest_island: float = 3.0

    @property
    def width(self) -> int:
        return round((self.extent[2] - self.extent[0]) / self.unit_m)

    @property
    def height(self) -> int:
        return round((self.extent[3] - self.extent[1]) / self.unit_m)

    @property
    def frame_box(self) -> tuple[int, int, int, int]:
        """The frame in units: left, top, width, height."""
        west, south, east, north = self.frame
        left, top = (west - self.extent[0]) / self.unit_m, (self.extent[3] - north) / self.unit_m
        return round(left), round(top), round((east - west) / self.unit_m), round((north - south) / self.unit_m)

    @cached_property
    def _forward(self) -> Transformer:
        return Transformer.from_crs("EPSG:4326", self.crs, always_xy=True)

    def to_units(self, lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
        """Degrees (lon, lat) to units (x, y), to a millionth: 180° E and 180° W are the same place."""
        x, y = self._forward.transform(lonlat[:, 0], lonlat[:, 1])
        units: NDArray[np.float64] = np.column_stack([x - self.extent[0], self.extent[3] - y]) / self.unit_m
        return np.round(units, DECIMALS)


VIEWS = {
    view.name: view
    for view in (
        View(
            name="europe",
            crs=CRS("+proj=laea +lat_0=52 +lon_0=20 +ellps=WGS84 +units=m"),
            frame=(-3_800_000, -1_985_000, 3_400_000, 2_250_000),
            extent=(-4_600_000, -2_450_000, 4_400_000, 3_450_000),
            regions=((-80, 15, 120, 85),),
            unit_m=1_875,
        ),
    )
}


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


@dataclass(frozen=True)
class Drawing:
    """A view, drawn: whole-number path strings, the borders between units, and where their names go.

    Attributes
    ----------
    paths
        SVG path data by unit, the largest first, so that the smallest are drawn on top.
    land
        SVG path data of land that is no unit.
    borders
        SVG path data by pair of units, `FIN|RUS`, ids in alphabetical order.
    land_borders
        SVG path data by unit that borders on land that is no unit.
    anchors
        By unit; None for a unit that lies outside the frame.
    shapes
        The simplified geometries by unit, in units of the view; not for the browser.
    """

    name: str
    width: int
    height: int
    frame: tuple[int, int, int, int]
    paths: dict[str, str]
    land: str
    borders: dict[str, str]
    land_borders: dict[str, str]
    anchors: dict[str, Anchor | None]
    shapes: dict[str, BaseGeometry] = field(repr=False)

    def payload(self) -> dict[str, Any]:
        """What the browser needs, ready for JSON."""
        kept = ("name", "width", "height", "frame", "paths", "land", "borders", "land_borders")
        anchors = {unit: anchor and asdict(anchor) for unit, anchor in self.anchors.items()}
        return {**{name: getattr(self, name) for name in kept}, "anchors": anchors}

    def anchors_for(self, groups: Mapping[str, tuple[str, ...]]) -> dict[str, Anchor | None]:
        """Anchors of states made up of several units, such as `{"SUN": ("RUS", "UKR", ...)}`."""
        drawn = {group: [self.shapes[unit] for unit in units if unit in self.shapes] for group, units in groups.items()}
        return {group: anchor_of(shapely.coverage_union_all(shapes), self.frame) for group, shapes in drawn.items()}


def draw(view: View, shapes: gpd.GeoDataFrame, land: BaseGeometry) -> Drawing:
    """Draw units (index `unit`, lon/lat) and other land; units that the view does not reach are left out."""
    ids = [*sorted(shapes.index), LAND]
    whole = _in_view(view, np.array([*shapes.geometry.loc[ids[:-1]], land]))
    seen = ~shapely.is_empty(whole)
    ids = [id_ for id_, is_seen in zip(ids, seen, strict=True) if is_seen]
    coverage = shapely.coverage_simplify(_without_islets(whole[seen], view.smallest_island), view.tolerance)

    exact = Rings.of(coverage)
    rings = exact.rounded()
    paths = ring_paths(rings)
    by_size = np.argsort(-shapely.area(coverage), kind="stable").tolist()
    outlines = {ids[place]: paths.get(place) or _dot(coverage[place]) for place in by_size}
    found = border_paths(rings, bordering_pairs(exact))
    borders = {(ids[one], ids[other]): path for (one, other), path in found.items()}
    geometries = {unit: shape for unit, shape in zip(ids, coverage, strict=True) if unit != LAND}
    return Drawing(
        name=view.name,
        width=view.width,
        height=view.height,
        frame=view.frame_box,
        land=outlines.pop(LAND, ""),
        paths=outlines,
        borders={f"{one}|{other}": path for (one, other), path in borders.items() if other != LAND},
        land_borders={one: path for (one, other), path in borders.items() if other == LAND},
        anchors={unit: anchor_of(shape, view.frame_box) for unit, shape in geometries.items()},
        shapes=geometries,
    )


_drawings: dict[tuple[str, frozenset[str]], Drawing] = {}
_drawing_lock = Lock()


def drawing(name: str, units: pd.DataFrame) -> Drawing:
    """The drawing of a view by name: made at the first call, for all sessions; ask for it from any thread."""
    key = name, frozenset(units.get("unit", units.index))
    with _drawing_lock:
        if key not in _drawings:
            _drawings[key] = draw(VIEWS[name], read_shapes(units), read_land())
    return _drawings[key]


def project_points(view: View, lon: ArrayLike, lat: ArrayLike) -> tuple[Ints, Ints]:
    """Whole units (x, y) of places in degrees. A place outside the extent comes back outside the drawing."""
    lonlat = np.column_stack([np.atleast_1d(np.asarray(lon, float)), np.atleast_1d(np.asarray(lat, float))])
    x, y = np.round(view.to_units(lonlat)).astype(np.int64).T
    return x, y


def anchor_of(shape: BaseGeometry, frame: tuple[int, int, int, int]) -> Anchor | None:
    """The anchor of a shape in units, within a frame (left, top, width, height); None outside the frame."""
    left, top, width, height = frame
    parts = shapely.get_parts(shapely.clip_by_rect(shape, left, top, left + width, top + height))
    polygons = sorted(parts, key=shapely.area)
    return Anchor.of(polygons[-1]) if polygons and not polygons[-1].is_empty else None


def _in_view(view: View, geometries: Geometries) -> Geometries:
    """Lon/lat geometries in units of the view, cut at its extent and whole again where the antimeridian cut them."""
    cut = np.array([shapely.clip_by_rect(geometries, *region) for region in view.regions])
    near = shapely.segmentize(cut, CUT_STEP_DEGREES)
    pieces = shapely.transform(near, view.to_units)
    present = ~shapely.is_empty(pieces)
    whole = pieces[np.argmax(present, axis=0), np.arange(len(geometries))]
    west, _, east, _ = np.moveaxis(shapely.bounds(near), -1, 0)
    torn = (present.sum(axis=0) > 1) | ((west <= -ANTIMERIDIAN) | (east >= ANTIMERIDIAN)).any(axis=0)
    whole[torn] = shapely.union_all(pieces[:, torn], axis=0)
    return np.asarray(shapely.clip_by_rect(whole, 0, 0, view.width, view.height))


def _without_islets(coverage: Geometries, smallest: float) -> Geometries:
    """The coverage without small polygons that touch no other; the largest of each geometry stays."""
    parts, owner = shapely.get_parts(coverage, return_index=True)
    area = shapely.area(parts)
    largest = np.zeros(len(parts), bool)
    by_size = np.lexsort([-area, owner])
    largest[by_size[np.unique(owner[by_size], return_index=True)[1]]] = True
    small = np.flatnonzero((area < smallest) & ~largest)
    one, _ = shapely.STRtree(parts).query(parts[small], predicate="intersects")
    alone = np.bincount(one, minlength=len(small)) == 1
    kept = np.ones(len(parts), bool)
    kept[small[alone]] = False
    return np.asarray(shapely.multipolygons(parts[kept], indices=owner[kept]))


def _dot(shape: BaseGeometry) -> str:
    """A unit square in place of a shape too small for the grid."""
    x, y = (round(value) for value in shape.centroid.coords[0])
    return encode(np.array([[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]]), closed=True)


def _largest_circle(polygon: BaseGeometry) -> tuple[float, float, float]:
    left, top, right, bottom = polygon.bounds
    circle = shapely.maximum_inscribed_circle(polygon, tolerance=min(right - left, bottom - top) / PRECISION)
    (x, y), *_ = circle.coords
    return x, y, circle.length
