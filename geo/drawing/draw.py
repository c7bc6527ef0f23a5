"""A view, drawn: paths in whole numbers, borders, and where the names go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.drawing.anchors import Anchor, anchor_of
from geo.drawing.coverage import CUT_STEP_DEGREES, Coverage
from geo.drawing.views import View
from geo.shapes.extract import LAND
from geo.shapes.topology import Rings, border_paths, bordering_pairs, encode, ring_paths


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
    sphere
        SVG path data of the globe's outline; empty if the view does not reach it.
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
    sphere: str
    anchors: dict[str, Anchor | None]
    shapes: dict[str, BaseGeometry] = field(repr=False)

    def payload(self) -> dict[str, Any]:
        """What the browser needs, ready for JSON; `sphere` only where there is one."""
        kept = ("name", "width", "height", "frame", "paths", "land", "borders")
        sphere = {"sphere": self.sphere} if self.sphere else {}
        anchors = {unit: anchor and asdict(anchor) for unit, anchor in self.anchors.items()}
        return {**{name: getattr(self, name) for name in kept}, **sphere, "anchors": anchors}

    def outline(self, units: Sequence[str]) -> str:
        """SVG path data of units that belong together, without the borders between them."""
        whole = shapely.coverage_union_all([self.shapes[unit] for unit in units])
        return ring_paths(Rings.of(np.array([whole])).rounded()).get(0, "")

    def anchors_for(self, groups: Mapping[str, tuple[str, ...]]) -> dict[str, Anchor | None]:
        """Anchors of states made up of several units, such as `{"SUN": ("RUS", "UKR", ...)}`."""
        drawn = {group: [self.shapes[unit] for unit in units if unit in self.shapes] for group, units in groups.items()}
        return {group: anchor_of(shapely.coverage_union_all(shapes), self.frame) for group, shapes in drawn.items()}


def draw(view: View, coverage: Coverage) -> Drawing:
    """Draw a coverage of units and other land, as `simplified` gives it for the view."""
    ids, geometries = coverage
    exact = Rings.of(geometries)
    rings = exact.rounded()
    paths = ring_paths(rings)
    by_size = np.argsort(-shapely.area(geometries), kind="stable").tolist()
    outlines = {ids[place]: paths.get(place) or _dot(geometries[place]) for place in by_size}
    found = border_paths(rings, bordering_pairs(exact))
    borders = {(ids[one], ids[other]): path for (one, other), path in found.items() if ids[other] != LAND}
    shapes = {unit: shape for unit, shape in zip(ids, geometries, strict=True) if unit != LAND}
    return Drawing(
        name=view.name,
        width=view.width,
        height=view.height,
        frame=view.frame_box,
        land=outlines.pop(LAND, ""),
        paths=outlines,
        borders={f"{one}|{other}": path for (one, other), path in borders.items()},
        sphere=_sphere(view),
        anchors={unit: anchor_of(shape, view.frame_box) for unit, shape in shapes.items()},
        shapes=shapes,
    )


def _dot(shape: BaseGeometry) -> str:
    """A unit square in place of a shape too small for the grid."""
    x, y = (round(value) for value in shape.centroid.coords[0])
    return encode(np.array([[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]]), closed=True)


def _sphere(view: View) -> str:
    if not view.sphere:
        return ""
    degrees = shapely.get_coordinates(shapely.segmentize(shapely.box(*view.sphere), CUT_STEP_DEGREES))
    outline = np.round(view.to_units(degrees)).astype(np.int64)
    turned = (outline != np.roll(outline, 1, axis=0)).any(axis=1)
    return encode(outline[turned], closed=True)
