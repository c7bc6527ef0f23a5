"""Rings, shared borders and path strings of a coverage on a whole-number grid.

A coverage is a set of polygons that share the vertices of their borders. Rounding therefore moves both sides of a
border alike, and no seam opens between neighbours.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

NOBODY = -1
"""Owner of the far side of a coast, or of the edge of the picture."""

NUMBER = re.compile(r"-?\d+")

SIDES = 2
"""Owners of an edge that is a border."""

FEWEST = 6
"""A ring of fewer vertices is not thinned: should every other vertex go, a triangle has to be left."""

WORTH_A_ROUND = 0.1
"""Thinning goes on while a round takes out this share of the vertices."""

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Geometries = NDArray[np.object_]


@dataclass(frozen=True)
class Rings:
    """Closed rings end to end in one array, each without a repeated last vertex.

    Attributes
    ----------
    points
        Vertices (x, y).
    ring
        Number of the ring each vertex belongs to, ascending.
    owner
        Position in the coverage of the geometry that each vertex's ring bounds.
    """

    points: NDArray[Any]
    ring: Ints
    owner: Ints

    @classmethod
    def of(cls, coverage: Geometries) -> Rings:
        """The rings of a coverage, with the polygon always on the same hand."""
        polygons, geometry = shapely.get_parts(shapely.orient_polygons(coverage), return_index=True)
        lines, polygon = shapely.get_rings(polygons, return_index=True)
        points, ring = shapely.get_coordinates(lines, return_index=True)
        distinct = ~_last_of(ring)
        return cls(points[distinct], ring[distinct], geometry[polygon][ring[distinct]])

    def rounded(self) -> Rings:
        """The rings on whole numbers, without repeated vertices, spikes and rings that have no area left."""
        rings = Rings(np.round(self.points).astype(np.int64), self.ring, self.owner)
        while True:
            before, after = rings._before(), rings._after()
            repeated = (rings.points == rings.points[before]).all(axis=1)
            spike = (rings.points[before] == rings.points[after]).all(axis=1)
            dropped = repeated if repeated.any() else spike
            if not dropped.any():
                return rings._only(rings._area() != 0)
            rings = rings._only(~dropped)

    def neighbours(self) -> Ints:
        """For the edge that leaves each vertex, the owner of its far side, or NOBODY."""
        vertex = _numbered(self.points)
        start, end = vertex, vertex[self._after()]
        edge = np.minimum(start, end) * len(vertex) + np.maximum(start, end)
        return _far_owners(edge, np.sign(end - start), self.owner)

    def thinned(self, least_area: float) -> Rings:
        """The rings without vertices whose triangle with their two neighbours is smaller.

        Visvalingam's rule: of neighbouring vertices the one with the smaller triangle goes first. Both sides of a
        border lose the same; a vertex where borders meet stays.
        """
        rings, vertex = self, _numbered(self.points)
        low, high = rings._ends(vertex)
        one = np.zeros(len(vertex), np.int64)
        one[vertex] = np.arange(len(vertex))
        stays = np.zeros(len(vertex), bool)
        stays[vertex[(low != low[one][vertex]) | (high != high[one][vertex])]] = True
        place = rings.points[one]
        while True:
            stays[vertex[np.bincount(rings.ring)[rings.ring] < FEWEST]] = True
            (x0, y0), (x1, y1) = ((place[end] - rings.points).T for end in rings._ends(vertex))
            area = np.where(stays[vertex], np.inf, np.abs(x0 * y1 - x1 * y0) / 2)
            gone = area < least_area
            for neighbour in (rings._before(), rings._after()):
                gone &= (area < area[neighbour]) | ((area == area[neighbour]) & (vertex < vertex[neighbour]))
            rings, vertex = rings._only(~gone), vertex[~gone]
            if gone.mean() < WORTH_A_ROUND:
                return rings

    def _ends(self, vertex: Ints) -> tuple[Ints, Ints]:
        """The numbers of each vertex's two neighbours, the lower first: the same on both sides of a border."""
        before, after = vertex[self._before()], vertex[self._after()]
        return np.minimum(before, after), np.maximum(before, after)

    def _area(self) -> Ints:
        """Twice the signed area of each vertex's ring."""
        (x, y), (next_x, next_y) = self.points.T, self.points[self._after()].T
        _, ring = np.unique(self.ring, return_inverse=True)
        doubled: Ints = np.bincount(ring, weights=x * next_y - next_x * y).astype(np.int64)[ring]
        return doubled

    def _after(self) -> Ints:
        last = _last_of(self.ring)
        after = np.arange(1, len(self.ring) + 1)
        after[last] = np.flatnonzero(_first_of(self.ring))
        return after

    def _before(self) -> Ints:
        first = _first_of(self.ring)
        before = np.arange(-1, len(self.ring) - 1)
        before[first] = np.flatnonzero(_last_of(self.ring))
        return before

    def _only(self, kept: Bools) -> Rings:
        return Rings(self.points[kept], self.ring[kept], self.owner[kept])


def thinned(coverage: Geometries, least_area: float) -> Geometries:
    """The coverage without bends smaller than an area.

    Several times faster than `shapely.coverage_simplify`, since it does not look whether a line comes to cross
    another: for bends too small to matter, ahead of it.
    """
    polygons, geometry = shapely.get_parts(coverage, return_index=True)
    lines, polygon = shapely.get_rings(polygons, return_index=True)
    points, ring = shapely.get_coordinates(lines, return_index=True)
    distinct = ~_last_of(ring)
    rings = Rings(points[distinct], ring[distinct], geometry[polygon][ring[distinct]]).thinned(least_area)
    thin = shapely.polygons(shapely.linearrings(rings.points, indices=rings.ring), indices=polygon)
    return np.asarray(shapely.multipolygons(thin, indices=geometry))


def alone(polygons: Geometries) -> Bools:
    """Which polygons of a coverage share no vertex with another, and so touch none."""
    points, polygon = shapely.get_coordinates(polygons, return_index=True)
    vertex = _numbered(points)
    one, shared = np.empty(len(vertex), np.int64), np.zeros(len(vertex), bool)
    one[vertex] = polygon
    shared[vertex[one[vertex] != polygon]] = True
    touching = np.bincount(polygon[shared[vertex]], minlength=len(polygons))
    return np.asarray(touching == 0)


def ring_paths(rings: Rings) -> dict[int, str]:
    """SVG path data of each owner, all its rings."""
    paths: defaultdict[int, list[str]] = defaultdict(list)
    starts = np.flatnonzero(_first_of(rings.ring))
    for start, points in zip(starts, np.split(rings.points, starts[1:]), strict=True):
        paths[int(rings.owner[start])].append(encode(points, closed=True))
    return {owner: "".join(parts) for owner, parts in paths.items()}


def border_paths(rings: Rings, pairs: set[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """SVG path data of the border of each pair (the lower owner first), each stretch once.

    Rounding can press two shapes together that do not touch; `pairs` are those that do.
    """
    far = rings.neighbours()
    far[far < rings.owner] = NOBODY
    paths: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    bordering = np.unique(rings.ring[far != NOBODY])
    starts, ends = np.searchsorted(rings.ring, bordering), np.searchsorted(rings.ring, bordering, side="right")
    for start, end in zip(starts, ends, strict=True):
        owner = int(rings.owner[start])
        for neighbour, line, closed in _stretches(rings.points[start:end], far[start:end]):
            if (owner, neighbour) in pairs:
                paths[owner, neighbour].append(encode(line, closed=closed))
    return {pair: "".join(parts) for pair, parts in sorted(paths.items())}


def bordering_pairs(rings: Rings) -> set[tuple[int, int]]:
    """Pairs of owners that share an edge, the lower first."""
    far = rings.neighbours()
    shared = far > rings.owner
    return set(zip(rings.owner[shared].tolist(), far[shared].tolist(), strict=True))


def encode(points: Ints, *, closed: bool) -> str:
    """SVG path data of one line: an absolute start, then whole relative steps.

    >>> encode(np.array([[10, 20], [13, 16], [18, 22]]), closed=True)
    'M10 20l3-4 5 6z'
    """
    start, steps = points[0].tolist(), np.diff(points, axis=0).ravel().tolist()
    return f"M{_spaced(start)}l{_spaced(steps)}{'z' if closed else ''}"


def decode(path: str) -> list[Ints]:
    """The lines of path data that `encode` wrote; a closed one ends where it starts."""
    return [_decode_line(line) for line in path.split("M")[1:]]


def _decode_line(line: str) -> Ints:
    start, steps = (np.array(NUMBER.findall(half), np.int64).reshape(-1, 2) for half in line.split("l"))
    points: Ints = np.vstack([start, steps]).cumsum(axis=0)
    return np.vstack([points, points[:1]]) if line.endswith("z") else points


def _spaced(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers)).replace(" -", "-")


def _stretches(points: Ints, far: Ints) -> list[tuple[int, Ints, bool]]:
    """Runs of edges of one ring with the same far owner: that owner, the vertices, and whether it is the whole ring."""
    turns = np.flatnonzero(far != np.roll(far, 1))
    if not len(turns):
        return [(int(far[0]), points, True)]
    far, points = np.roll(far, -turns[0]), np.roll(points, -turns[0], axis=0)
    turns = np.append(turns - turns[0], len(far))
    around = np.vstack([points, points[:1]])
    return [(int(far[a]), around[a : b + 1], False) for a, b in pairwise(turns) if far[a] != NOBODY]


def _far_owners(edge: Ints, direction: Ints, owner: Ints) -> Ints:
    """The other owner of each edge, or NOBODY.

    An owner that passes along it both ways, as around a collapsed strip, does not count.
    """
    owners_above = owner.max(initial=0) + 1
    sides, side = np.unique(edge * owners_above + owner, return_inverse=True)
    bounds = np.bincount(side, weights=direction).astype(np.int64) != 0
    place = np.flatnonzero(bounds)
    edges, owners = np.divmod(sides[place], owners_above)
    _, group, count = np.unique(edges, return_inverse=True, return_counts=True)
    shared = count[group] == SIDES
    one, other = np.flatnonzero(shared).reshape(-1, SIDES).T
    far = np.full(len(sides), NOBODY)
    far[place[one]], far[place[other]] = owners[other], owners[one]
    return far[side]


def _numbered(points: NDArray[Any]) -> Ints:
    """A number for each point, the same for points in the same place."""
    _, vertex = np.unique(points[:, 0] + 1j * points[:, 1], return_inverse=True)
    numbers: Ints = vertex.astype(np.int64)
    return numbers


def _first_of(ring: Ints) -> Bools:
    first: Bools = np.diff(ring, prepend=-1) != 0
    return first


def _last_of(ring: Ints) -> Bools:
    last: Bools = np.diff(ring, append=-1) != 0
    return last
