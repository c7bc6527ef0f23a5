"""The shapes of a view before they become lines: projected, cut, simplified, neighbours still fitting together."""

from __future__ import annotations

from typing import NamedTuple

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.drawing.views import View
from geo.shapes.extract import LAND
from geo.shapes.topology import Geometries, alone, thinned

ANTIMERIDIAN = 180.0

CUT_STEP_DEGREES = 2.0
"""Where a region cuts the land, the cut gets a vertex at least this often: a parallel is no straight line on the map.
Longer than any edge of the source."""

DECIMALS = 3
"""Of a unit, in the finished coverage: two thousand to a pixel."""


class Coverage(NamedTuple):
    """Units, and LAND for all land that is none, with their geometries in units of a view."""

    ids: tuple[str, ...]
    geometries: Geometries


def simplified(view: View, shapes: gpd.GeoDataFrame, land: BaseGeometry) -> Coverage:
    """The coverage of a view: units (index `unit`, lon/lat) and other land, without those that it does not reach."""
    ids = np.array([*sorted(shapes.index), LAND])
    whole = _in_view(view, np.array([*shapes.geometry.loc[ids[:-1]], land]))
    seen = ~shapely.is_empty(whole)
    coverage = _without_islets(whole[seen], view.smallest_island)
    if view.thinning:
        coverage = thinned(coverage, view.thinning**2)
    coverage = shapely.coverage_simplify(coverage, view.tolerance)
    return Coverage(tuple(ids[seen].tolist()), shapely.transform(coverage, lambda points: np.round(points, DECIMALS)))


def _in_view(view: View, geometries: Geometries) -> Geometries:
    """Lon/lat geometries in units of the view, cut at its extent and whole again where the antimeridian cut them."""
    polygons, owner = shapely.get_parts(geometries, return_index=True)
    cut = np.array([shapely.clip_by_rect(polygons, *region) for region in view.regions])
    is_cut = shapely.get_num_coordinates(cut) != shapely.get_num_coordinates(polygons)
    cut[is_cut] = shapely.segmentize(cut[is_cut], CUT_STEP_DEGREES)
    pieces, place = shapely.get_parts(cut.T.ravel(), return_index=True)
    owner = owner[place // len(view.regions)]
    west, _, east, _ = shapely.bounds(pieces).T
    torn = (west <= -ANTIMERIDIAN) | (east >= ANTIMERIDIAN)
    drawn = shapely.transform(pieces, view.to_units)
    torn_owners = np.unique(owner[torn])
    mended = [shapely.coverage_union_all(drawn[torn & (owner == one)]) for one in torn_owners]
    whole = shapely.clip_by_rect([*drawn[~torn], *mended], 0, 0, view.width, view.height)
    parts, place = shapely.get_parts(whole, return_index=True)
    owner = np.concatenate([owner[~torn], torn_owners])[place]
    in_turn = np.argsort(owner, kind="stable")
    nothing = np.full(len(geometries), shapely.MultiPolygon())
    return np.asarray(shapely.multipolygons(parts[in_turn], indices=owner[in_turn], out=nothing))


def _without_islets(coverage: Geometries, smallest: float) -> Geometries:
    """The coverage without small polygons that touch no other; the largest of each geometry stays."""
    parts, owner = shapely.get_parts(coverage, return_index=True)
    area = shapely.area(parts)
    largest = np.zeros(len(parts), bool)
    by_size = np.lexsort([-area, owner])
    largest[by_size[np.unique(owner[by_size], return_index=True)[1]]] = True
    kept = largest | (area >= smallest) | ~alone(parts)
    return np.asarray(shapely.multipolygons(parts[kept], indices=owner[kept]))
