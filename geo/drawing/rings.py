"""Path data as rings: outlines without the small islands, and what reaches into a box."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from geo.drawing.corners import Corners, corners_of
from geo.drawing.label_layout import Box

LEAST_RING = 36  # units; smaller rings are left out of an outline,
MAIN = 0.5  # of the largest; but none that is so large beside it


def main_rings(path: str, least: float = LEAST_RING) -> str:
    """Path data without rings smaller than `least` units; the largest always stays, and what is hardly smaller.

    Whole numbers, relative, as the views have them.
    """
    return large_rings(path, min(least, MAIN * largest_ring(path)))


@lru_cache(maxsize=4096)
def large_rings(path: str, least: float) -> str:
    """Path data of the rings alone that are at least so many units large."""
    sizes = corners_of(path).sizes
    if min(sizes, default=least) >= least:
        return path
    rings = zip(path.split("M")[1:], sizes, strict=True)
    return "".join(f"M{ring}" for ring, size in rings if size >= least)


@lru_cache(maxsize=4096)
def reaches(path: str, box: Box) -> bool:
    """Whether path data has a point in a box of its units, or a ring all around it."""
    corners = corners_of(path)
    near = _met(corners, box)
    inside = _inside(corners, box) & np.repeat(near, corners.last - corners.first + 1)
    return bool(inside.any() or (near & _around(corners, box)).any())


@lru_cache(maxsize=4096)
def shows(path: str, box: Box, least: float) -> bool:
    """Whether of path data at least so many units, along its longer side, are seen in a box of its units."""
    corners = corners_of(path)
    return bool(len(corners.first)) and bool((_seen_of(corners, box) >= least).any())


def _seen_of(corners: Corners, box: Box) -> NDArray[np.float64]:
    """The longer side of what a box shows of each ring, along those of its lines that begin or end there."""
    first, inside = corners.first, _inside(corners, box)
    near = inside | inside[corners.following]
    near[corners.following] |= inside
    sides = []
    for at, least, size in ((corners.x, box.x, box.width), (corners.y, box.y, box.height)):
        held = np.clip(at.astype(np.float64), least, least + size)
        most = np.maximum.reduceat(np.where(near, held, -np.inf), first)
        sides.append(most - np.minimum.reduceat(np.where(near, held, np.inf), first))
    seen: NDArray[np.float64] = np.maximum(np.maximum(*sides), 0)  # nothing of a ring without any
    seen[_around(corners, box)] = max(box.width, box.height)
    seen[~_met(corners, box)] = 0
    return seen


def _inside(corners: Corners, box: Box) -> NDArray[np.bool_]:
    """For each corner, whether it lies in a box."""
    x, y = corners.x, corners.y
    found: NDArray[np.bool_] = (x >= box.x) & (x <= box.x + box.width) & (y >= box.y) & (y <= box.y + box.height)
    return found


def _met(corners: Corners, box: Box) -> NDArray[np.bool_]:
    """For each ring, whether a box meets its own."""
    left, top, right, bottom = corners.bounds
    found: NDArray[np.bool_] = (
        (left < box.x + box.width) & (box.x < right) & (top < box.y + box.height) & (box.y < bottom)
    )
    return found


def _around(corners: Corners, box: Box) -> NDArray[np.bool_]:
    """For each ring, whether its box holds a box."""
    left, top, right, bottom = corners.bounds
    found: NDArray[np.bool_] = (
        (left <= box.x) & (top <= box.y) & (box.x + box.width <= right) & (box.y + box.height <= bottom)
    )
    return found


@lru_cache(maxsize=8192)
def largest_ring(path: str) -> int:
    """The longer side of the largest ring of path data, in its units."""
    return max(corners_of(path).sizes, default=0)


@lru_cache(maxsize=8192)
def box_of_path(path: str) -> Box:
    """The box of path data, in its units."""
    corners = corners_of(path)
    left, top = int(corners.x.min()), int(corners.y.min())
    return Box(left, top, int(corners.x.max()) - left, int(corners.y.max()) - top)
