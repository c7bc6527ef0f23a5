"""How much ground lies beside a line: where it is little, the line is narrower.

The same rules as `geo/atlas/core/line_room.mjs`; `tests/cases/line_rooms.json` and `line_fineness.json` hold both to
them.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import floor
from statistics import median

import numpy as np

from geo.drawing.corners import corners_of

TENTHS = 10
ROOMY = 5.5
"""Px of room of the middle one of a map's lands: with less its lines are finer,"""
FINEST = 0.35
"""down to this part of their width."""


@lru_cache(maxsize=4096)
def rooms_of(path: str) -> tuple[float, ...]:
    """How much room each ring of path data has for what runs along it, in its units.

    Twice its area over the length of its line, which is the radius of a disc: a band of a part of this width takes
    twice that part of the ground.
    """
    return tuple(_room(area, around) for area, around in _measures(path))


@lru_cache(maxsize=4096)
def largest_at(path: str) -> int:
    """Which ring of path data is the largest."""
    areas = [area for area, _ in _measures(path)]
    return areas.index(max(areas))


@lru_cache(maxsize=4096)
def ring_along(path: str, border: str) -> int:
    """Which ring of path data a border, path data of a part of it, runs along; -1 for none."""
    corners, (x, y) = corners_of(path), _middle(border)
    at = np.flatnonzero((corners.x == x) & (corners.y == y))
    return int(np.searchsorted(corners.first, at[0], "right")) - 1 if len(at) else -1


def room_beside(border: str, paths: Iterable[str], *, whole: bool = False) -> float | None:
    """The room of the smaller piece of land, apart from its country, that a border runs along; None for none.

    `paths` are those of the countries on its two sides; with `whole` their largest land is asked, too.
    """
    found = ((path, ring_along(path, border)) for path in paths)
    asked = ((path, at) for path, at in found if at >= 0 and (whole or at != largest_at(path)))
    return min((rooms_of(path)[at] for path, at in asked), default=None)


def land_room(paths: Mapping[str, str], borders: Iterable[str]) -> float:
    """The room of the middle one of the lands of a map that have borders, in its units."""
    bordered = {unit for border in borders for unit in border.split("|")}
    rooms = [rooms_of(path)[largest_at(path)] for unit, path in paths.items() if unit in bordered]
    return round(median(rooms), 1) if rooms else 0


def fineness(room: float) -> float:
    """What part of their width the lines of a map have whose lands have so many px of room."""
    return max(FINEST, min(1, room / ROOMY))


@lru_cache(maxsize=4096)
def _measures(path: str) -> tuple[tuple[int, float], ...]:
    """By ring twice its area and the length of its line."""
    corners = corners_of(path)
    if not len(corners.first):
        return ()
    x, y = corners.x.astype(np.int64), corners.y.astype(np.int64)
    next_x, next_y = x[corners.following], y[corners.following]
    doubled = np.add.reduceat(x * next_y - next_x * y, corners.first)
    around = np.add.reduceat(np.hypot(next_x - x, next_y - y), corners.first)
    return tuple(zip(np.abs(doubled).tolist(), around.tolist(), strict=True))


def _room(doubled: int, around: float) -> float:
    return floor(TENTHS * doubled / around + 0.5) / TENTHS if around else 0


@lru_cache(maxsize=4096)
def _middle(border: str) -> tuple[int, int]:
    """A corner in the middle of the longest line of a border."""
    corners = corners_of(border)
    counts = corners.last - corners.first + 1
    line = int(np.argmax(counts))
    at = corners.first[line] + counts[line] // 2
    return int(corners.x[at]), int(corners.y[at])
