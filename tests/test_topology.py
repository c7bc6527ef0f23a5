"""Rings and borders of small coverages that can be checked by eye, and the path strings made of them."""

from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from shapely.geometry import Polygon, box

from geo.shapes.topology import NOBODY, Rings, alone, border_paths, bordering_pairs, decode, encode, ring_paths, thinned


def rounded(*polygons: Polygon) -> Rings:
    return Rings.of(np.array(polygons)).rounded()


def borders(*polygons: Polygon) -> dict[tuple[int, int], str]:
    rings = Rings.of(np.array(polygons))
    return border_paths(rings.rounded(), bordering_pairs(rings))


def edges(points: np.ndarray) -> set[frozenset[tuple[int, int]]]:
    vertices = [tuple(point) for point in points.tolist()]
    return {frozenset(edge) for edge in pairwise(vertices)}


def edges_of(path: str) -> set[frozenset[tuple[int, int]]]:
    return set().union(*(edges(line) for line in decode(path)))


def test_a_path_is_a_start_and_whole_steps() -> None:
    assert encode(np.array([[10, 20], [13, 16], [18, 22]]), closed=True) == "M10 20l3-4 5 6z"
    assert encode(np.array([[-1, 0], [0, -1]]), closed=False) == "M-1 0l1-1"


@given(arrays(np.int64, st.tuples(st.integers(2, 30), st.just(2)), elements=st.integers(-9_999, 9_999)), st.booleans())
def test_a_path_can_be_read_back(points: np.ndarray, closed: bool) -> None:
    (line,) = decode(encode(points, closed=closed))
    assert line.tolist() == [*points.tolist(), *points[:1].tolist()][: len(points) + closed]


def test_a_path_of_several_lines_can_be_read_back() -> None:
    first, second = np.array([[0, 0], [2, 0], [2, 2]]), np.array([[5, 5], [4, 4]])
    lines = decode(encode(first, closed=True) + encode(second, closed=False))
    assert [line.tolist() for line in lines] == [[[0, 0], [2, 0], [2, 2], [0, 0]], [[5, 5], [4, 4]]]


def test_neighbours_share_one_border() -> None:
    path = borders(box(0, 0, 4, 4), box(4, 0, 8, 4))
    assert list(path) == [(0, 1)]
    assert edges_of(path[0, 1]) == edges(np.array([[4, 0], [4, 4]]))


def test_corners_are_no_border() -> None:
    assert borders(box(0, 0, 4, 4), box(4, 4, 8, 8)) == {}


def test_coasts_are_nobodys() -> None:
    rings = rounded(box(0, 0, 4, 4))
    assert rings.neighbours().tolist() == [NOBODY] * 4


def test_a_border_in_the_middle_of_a_ring_is_one_line() -> None:
    west, east = Polygon([(0, 0), (5, 0), (6, 3), (5, 6), (0, 6)]), Polygon([(9, 0), (9, 6), (5, 6), (6, 3), (5, 0)])
    (line,) = decode(borders(west, east)[0, 1])
    assert sorted(line.tolist()) == [[5, 0], [5, 6], [6, 3]]
    assert line[1].tolist() == [6, 3]


def test_an_enclave_has_a_closed_border() -> None:
    enclave = box(3, 3, 6, 6)
    path = borders(box(0, 0, 9, 9).difference(enclave), enclave)[0, 1]
    assert path.endswith("z")
    assert len(edges_of(path)) == 4


def test_two_stretches_of_one_border_are_two_lines() -> None:
    lagoon = box(4, 3, 6, 6)
    whole = shapely.difference(np.array([box(0, 0, 5, 9), box(5, 0, 10, 9)]), lagoon)
    assert len(decode(borders(*whole)[0, 1])) == 2


def test_rounding_moves_both_sides_of_a_border_alike() -> None:
    west = Polygon([(0, 0), (4.4, 0), (3.6, 2.5), (4.3, 5), (0, 5)])
    east = Polygon([(9, 0), (9, 5), (4.3, 5), (3.6, 2.5), (4.4, 0)])
    rings = rounded(west, east)
    paths, border = ring_paths(rings), border_paths(rings, {(0, 1)})[0, 1]
    assert edges_of(border) == edges_of(paths[0]) & edges_of(paths[1])
    assert len(edges_of(border)) == 2


def test_repeated_vertices_are_left_out() -> None:
    assert len(rounded(Polygon([(0, 0), (4, 0), (4.2, 0.1), (4, 4), (0, 4)])).points) == 4


def test_a_spike_is_left_out() -> None:
    assert len(rounded(Polygon([(0, 0), (4, 0), (4, 1.9), (9, 2.1), (4, 2.2), (4, 4), (0, 4)])).points) == 5


def test_what_has_no_area_on_the_grid_is_left_out() -> None:
    assert len(rounded(box(0.1, 0.1, 0.4, 0.4)).points) == 0
    assert len(rounded(Polygon([(0, 0), (3, 0.1), (6, 0), (3, -0.1)])).points) == 0


def test_a_collapsed_strip_leaves_its_neighbours_no_border_of_their_own() -> None:
    assert (0, 2) not in borders(box(0, 0, 4, 4), box(4, 0, 4.3, 4), box(4.3, 0, 8, 4))


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_lower_owner_comes_first(order: tuple[int, int]) -> None:
    sides = [box(0, 0, 4, 4), box(4, 0, 8, 4)]
    assert list(borders(*(sides[i] for i in order))) == [(0, 1)]


def test_who_shares_no_vertex_is_alone() -> None:
    polygons = [box(0, 0, 4, 4), box(4, 0, 8, 4), box(4, 4, 8, 8), box(20, 0, 24, 4), box(8.5, 0, 12, 4)]
    assert alone(np.array(polygons)).tolist() == [False, False, False, True, True]


def test_an_enclave_is_not_alone() -> None:
    enclave = box(3, 3, 6, 6)
    assert not alone(np.array([box(0, 0, 9, 9).difference(enclave), enclave])).any()


def test_thinning_takes_small_bends_and_leaves_large_ones() -> None:
    bends = Polygon([(0, 0), (4, 0.1), (8, 0), (12, 3), (16, 0), (16, 9), (0, 9)])
    (thin,) = thinned(np.array([bends]), least_area=1)
    assert thin.equals(shapely.MultiPolygon([Polygon([(0, 0), (8, 0), (12, 3), (16, 0), (16, 9), (0, 9)])]))


def test_thinning_takes_the_smaller_of_two_neighbouring_bends() -> None:
    bends = Polygon([(0, 0), (4, 0.1), (8, 0.3), (12, 0), (16, 0), (16, 9), (8, 12), (0, 9)])
    (thin,) = thinned(np.array([bends]), least_area=0.7)
    assert [4, 0.1] not in shapely.get_coordinates(thin).tolist()
    assert [8, 0.3] in shapely.get_coordinates(thin).tolist()


def test_thinning_leaves_holes_and_the_number_of_polygons() -> None:
    ring = shapely.Point(0, 0).buffer(10).difference(shapely.Point(0, 0).buffer(5))
    both = shapely.MultiPolygon([ring, shapely.Point(30, 0).buffer(3)])
    (thin,) = thinned(np.array([both]), least_area=0.5)
    assert len(shapely.get_parts(thin)) == 2
    assert len(shapely.get_rings(shapely.get_parts(thin))) == 3
    assert thin.is_valid
    assert thin.area == pytest.approx(both.area, rel=0.1)
    assert shapely.get_num_coordinates(thin) < shapely.get_num_coordinates(both) * 0.7


def test_small_rings_are_not_thinned() -> None:
    speck = box(0, 0, 0.1, 0.1)
    assert thinned(np.array([speck]), least_area=1)[0].equals(speck)


CELLS = 4
SIZE = 5


@given(arrays(np.float64, (CELLS + 1, 8), elements=st.floats(-0.4, 0.4)), st.floats(0.01, 1))
def test_thinning_leaves_a_coverage_and_its_corners(shake: np.ndarray, least_area: float) -> None:
    """Stripes with wavy borders: each border stays one line, and its ends stay where they are."""
    x = np.linspace(0, 20, 10)
    waves = [np.column_stack([x, SIZE * i + np.pad(row, 1)]) for i, row in enumerate(shake)]
    stripes = [Polygon([*low, *high[::-1]]) for low, high in pairwise(waves)]
    thin = thinned(np.array(stripes), least_area)
    assert shapely.coverage_is_valid(thin)
    assert bordering_pairs(Rings.of(thin)) == {(n, n + 1) for n in range(CELLS - 1)}
    for n in range(1, CELLS):
        corners = {(0.0, SIZE * n), (20.0, SIZE * n)}
        for stripe in (thin[n - 1], thin[n]):
            assert corners <= set(map(tuple, shapely.get_coordinates(stripe).tolist()))


@given(arrays(np.float64, (CELLS + 1, CELLS + 1, 2), elements=st.floats(-1.9, 1.9)))
def test_every_inner_edge_of_a_shaken_grid_has_its_two_cells(shake: np.ndarray) -> None:
    corner = np.stack(np.meshgrid(np.arange(CELLS + 1), np.arange(CELLS + 1)), axis=-1) * SIZE + shake
    cells = [
        Polygon([corner[j, i], corner[j, i + 1], corner[j + 1, i + 1], corner[j + 1, i]])
        for j in range(CELLS)
        for i in range(CELLS)
    ]
    beside = {(n, n + 1) for n in range(CELLS**2) if (n + 1) % CELLS}
    expected = beside | {(n, n + CELLS) for n in range(CELLS**2 - CELLS)}
    rings = Rings.of(np.array(cells)).rounded()
    paths, found = ring_paths(rings), border_paths(rings, expected)
    assert set(found) == expected
    for (one, other), path in found.items():
        assert edges_of(path) == edges_of(paths[one]) & edges_of(paths[other])
