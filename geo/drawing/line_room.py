"""How much ground lies beside a line: where it is little, the line is narrower.

The same rules as `geo/atlas/core/line_room.mjs`; `tests/cases/line_rooms.json` holds both to them.
"""

from collections.abc import Iterable
from functools import lru_cache
from math import floor, hypot

from geo.drawing.rings import points_of

TENTHS = 10


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
    middle = _middle(border)
    return next((at for at, ring in enumerate(path.split("M")[1:]) if middle in _corners(ring)), -1)


def room_beside(border: str, paths: Iterable[str]) -> float | None:
    """The room of the smaller piece of land, apart from its country, that a border runs along; None for none.

    `paths` are those of the countries on its two sides.
    """
    found = ((path, ring_along(path, border)) for path in paths)
    return min((rooms_of(path)[at] for path, at in found if at not in {-1, largest_at(path)}), default=None)


@lru_cache(maxsize=4096)
def _measures(path: str) -> tuple[tuple[int, float], ...]:
    """By ring twice its area and the length of its line."""
    return tuple(_measured(ring) for ring in path.split("M")[1:])


def _measured(ring: str) -> tuple[int, float]:
    xs, ys = points_of(ring)
    doubled, around = 0, 0.0
    for x, y, next_x, next_y in zip(xs, ys, [*xs[1:], xs[0]], [*ys[1:], ys[0]], strict=True):
        doubled += x * next_y - next_x * y
        around += hypot(next_x - x, next_y - y)
    return abs(doubled), around


def _room(doubled: int, around: float) -> float:
    return floor(TENTHS * doubled / around + 0.5) / TENTHS if around else 0


@lru_cache(maxsize=8192)
def _corners(ring: str) -> frozenset[tuple[int, int]]:
    return frozenset(zip(*points_of(ring), strict=True))


def _middle(border: str) -> tuple[int, int]:
    """A corner in the middle of the longest line of a border."""
    xs, ys = max((points_of(line) for line in border.split("M")[1:]), key=lambda points: len(points[0]))
    return xs[len(xs) // 2], ys[len(ys) // 2]
