"""Lengths, areas, distances and shared borders: laws they keep, and numbers that are known without our code."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx
from shapely.geometry import LineString, MultiPolygon, Polygon, box

from data.tables import current_tables
from geo.shapes.extract import read_shapes
from geo.shapes.geodesic import TOLERANCE_KM, Place, area_km2, distance_km, length_km, nearest, shared_border

DEGREE_OF_EQUATOR_KM = 6378.137 * np.pi / 180
WGS84_AREA_KM2 = 510_065_621.724
NANOMETRE_KM = 1e-12
MICROMETRE_KM = 1e-9

longitudes, latitudes = st.floats(-179, 179), st.floats(-89, 89)
places = st.tuples(longitudes, latitudes)
near_places = st.tuples(st.floats(-60, 60), st.floats(20, 80))


@st.composite
def rectangles(draw: st.DrawFn) -> Polygon:
    """Sides along parallels and meridians, so that they are easy to draw and hard for geodesics."""
    west, south = draw(st.floats(-60, 60)), draw(st.floats(-20, 60))
    return box(west, south, west + draw(st.floats(0.01, 40)), south + draw(st.floats(0.01, 25)))


# ---------------------------------------------------------------------- distance and length


def test_a_degree_of_the_equator() -> None:
    assert distance_km((10, 0), (11, 0)) == approx(DEGREE_OF_EQUATOR_KM, abs=MICROMETRE_KM)


def test_the_meridian_from_the_equator_to_the_pole() -> None:
    assert distance_km((25, 0), (25, 90)) == approx(10_001.966, abs=0.001)  # the metre was meant to make it 10,000


@given(places, places)
def test_distance_is_the_same_both_ways(one: Place, other: Place) -> None:
    assert distance_km(one, other) == approx(distance_km(other, one), abs=MICROMETRE_KM)


@given(places)
def test_a_place_is_no_distance_from_itself(place: Place) -> None:
    assert distance_km(place, place) == approx(0, abs=NANOMETRE_KM)


@given(places, places, places)
def test_no_detour_is_shorter(one: Place, between: Place, other: Place) -> None:
    assert distance_km(one, other) <= distance_km(one, between) + distance_km(between, other) + MICROMETRE_KM


@given(st.lists(places, min_size=3, max_size=12), st.data())
def test_length_adds_up(points: list[Place], data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(points) - 2))
    whole, first, rest = (LineString(part) for part in (points, points[: cut + 1], points[cut:]))
    assert length_km(whole) == approx(length_km(first) + length_km(rest), abs=MICROMETRE_KM)
    assert length_km(shapely.union_all([])) == 0
    assert length_km(shapely.multilinestrings([first, rest])) == approx(length_km(whole), abs=MICROMETRE_KM)


@given(places, places)
def test_a_line_of_one_edge_is_as_long_as_its_ends_are_apart(one: Place, other: Place) -> None:
    assert length_km(LineString([one, other])) == approx(distance_km(one, other), abs=MICROMETRE_KM)


# ---------------------------------------------------------------------- area


def test_an_octant_is_an_eighth_of_the_ellipsoid() -> None:
    """Its sides, the equator and two meridians, are geodesics."""
    assert area_km2(Polygon([(0, 0), (90, 0), (90, 90), (0, 90)])) == approx(WGS84_AREA_KM2 / 8, rel=1e-9)


@given(rectangles())
def test_area_survives_reversing_a_ring(shape: Polygon) -> None:
    assert area_km2(shape) >= 0
    assert area_km2(shape.reverse()) == approx(area_km2(shape), rel=1e-12)


@given(st.lists(st.tuples(st.floats(-170, 170), st.floats(-80, 80)), min_size=3, max_size=9))
def test_no_area_is_negative(points: list[Place]) -> None:
    hull = shapely.convex_hull(shapely.multipoints(points))
    if isinstance(hull, Polygon):
        assert area_km2(hull) >= 0


@given(rectangles())
def test_a_hole_is_left_out_whichever_way_round_it_runs(shape: Polygon) -> None:
    inner = shapely.affinity.scale(shape, 0.5, 0.5)
    ring = list(inner.exterior.coords)
    expected = area_km2(shape) - area_km2(inner)
    for hole in (ring, ring[::-1]):
        assert area_km2(Polygon(shape.exterior.coords, [hole])) == approx(expected, rel=1e-9)


def test_parts_that_run_opposite_ways_still_add_up() -> None:
    one, other = box(0, 50, 1, 51), box(5, 50, 6, 51)
    assert area_km2(MultiPolygon([one, other.reverse()])) == approx(area_km2(one) + area_km2(other), rel=1e-12)


@pytest.mark.parametrize("unit", ["USA", "CAN", "VIR", "LUX", "NOR"])
def test_edges_of_the_shapes_may_be_taken_as_geodesics(unit: str) -> None:
    """Those straight in longitude and latitude, cut into short geodesics, give the same; least so for small islands."""
    shape = read_shapes(current_tables().units).geometry[unit]
    fine = shapely.segmentize(shape, 0.02)
    assert area_km2(shape) == approx(area_km2(fine), rel=2e-4)
    assert length_km(shape) == approx(length_km(fine), rel=1e-6)


# ---------------------------------------------------------------------- nearest


def test_the_nearest_place_need_not_be_a_vertex() -> None:
    found = nearest((0, 1), {"SEA": box(-5, -5, 5, 0)})
    assert (found.unit, found.lat) == ("SEA", 0)
    assert found.lon == approx(0, abs=0.001)
    assert found.distance_km == approx(distance_km((0, 1), (0, 0)), abs=TOLERANCE_KM)


def test_a_point_on_land_is_its_own_nearest_place() -> None:
    assert nearest((1, 1), {"FAR": box(5, 5, 6, 6), "HERE": box(0, 0, 2, 2)}) == ("HERE", 1, 1, 0)


def test_a_lake_is_no_land() -> None:
    ring = box(0, 0, 10, 10).difference(box(2, 2, 8, 8))
    assert nearest((3, 5), {"SHORE": ring}).distance_km == approx(distance_km((3, 5), (2, 5)), rel=0.001)


def test_the_nearest_unit_is_named() -> None:
    west, east = box(0, 0, 1, 1), box(10, 0, 11, 1)
    assert nearest((3, 0.5), {"WST": west, "EST": east}).unit == "WST"
    assert nearest((8, 0.5), {"WST": west, "EST": east}).unit == "EST"
    assert nearest((8, 0.5), {"BTH": MultiPolygon([west, east])}).lon == 10


def test_nowhere_to_be_near_to_is_said() -> None:
    with pytest.raises(ValueError, match="no land"):
        nearest((0, 0), {})


@settings(max_examples=60)
@given(near_places, rectangles())
def test_no_point_of_the_edge_is_nearer(point: Place, shape: Polygon) -> None:
    found = nearest(point, {"BOX": shape})
    if shape.covers(shapely.Point(point)):
        assert found.distance_km == 0
        return
    fine = shapely.get_coordinates(shapely.segmentize(shape.exterior, 0.05))
    tried = min(distance_km(point, (lon, lat)) for lon, lat in fine.tolist())
    spacing_km = 0.05 * 112
    assert tried - spacing_km <= found.distance_km <= tried + TOLERANCE_KM
    assert shape.exterior.distance(shapely.Point(found.lon, found.lat)) < 1e-9
    assert distance_km(point, (found.lon, found.lat)) == approx(found.distance_km, abs=MICROMETRE_KM)


@settings(max_examples=60)
@given(near_places, rectangles(), rectangles())
def test_more_land_is_never_farther(point: Place, one: Polygon, other: Polygon) -> None:
    alone, both = nearest(point, {"ONE": one}), nearest(point, {"ONE": one, "TWO": other})
    assert both.distance_km <= alone.distance_km + TOLERANCE_KM


# ---------------------------------------------------------------------- shared borders


def test_neighbours_share_the_edge_between_them() -> None:
    border = shared_border(box(0, 50, 1, 51), box(1, 50, 2, 51))
    assert border.equals(LineString([(1, 50), (1, 51)]))
    assert length_km(border) == approx(distance_km((1, 50), (1, 51)))


@pytest.mark.parametrize("other", [box(1, 1, 2, 2), box(5, 5, 6, 6)], ids=["a corner", "nothing"])
def test_without_a_shared_edge_the_border_is_empty(other: Polygon) -> None:
    border = shared_border(box(0, 0, 1, 1), other)
    assert border.is_empty
    assert length_km(border) == 0


def test_a_border_is_the_same_from_both_sides() -> None:
    bay = box(4, 4, 6, 6)
    west, east = box(0, 0, 5, 10).difference(bay), box(5, 0, 10, 10).difference(bay)
    assert len(shared_border(west, east).geoms) == 2
    assert shared_border(west, east).equals(shared_border(east, west))
    assert length_km(shared_border(west, east)) == approx(length_km(shared_border(east, west)), abs=MICROMETRE_KM)


def test_an_enclave_borders_all_around() -> None:
    enclave = box(3, 3, 6, 6)
    border = shared_border(box(0, 0, 9, 9).difference(enclave), enclave)
    assert length_km(border) == approx(length_km(enclave), abs=MICROMETRE_KM)
