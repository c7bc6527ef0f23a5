"""Path data as rings: outlines without the small islands, and what reaches into a box."""

import re
from functools import lru_cache
from itertools import accumulate

from geo.drawing.label_layout import Box

PATH_NUMBER = re.compile(r"-?\d+")
LEAST_RING = 36  # units; smaller rings are left out of an outline


def main_rings(path: str, least: float = LEAST_RING) -> str:
    """Path data without rings smaller than `least` units; the largest always stays.

    Whole numbers, relative, as the views have them.
    """
    sizes = _ring_sizes(path)
    large = min(least, max(sizes, default=0))
    if min(sizes, default=large) >= large:
        return path
    rings = zip(path.split("M")[1:], sizes, strict=True)
    return "".join(f"M{ring}" for ring, size in rings if size >= large)


@lru_cache(maxsize=4096)
def reaches(path: str, box: Box) -> bool:
    """Whether path data has a point in a box of its units, or a ring all around it."""
    for ring in path.split("M")[1:]:
        xs, ys = points_of(ring)
        left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
        if not box.meets(Box(left, top, right - left, bottom - top)):
            continue
        if left <= box.x and top <= box.y and box.x + box.width <= right and box.y + box.height <= bottom:
            return True
        if any(
            box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height for x, y in zip(xs, ys, strict=True)
        ):
            return True
    return False


@lru_cache(maxsize=4096)
def shows(path: str, box: Box, least: float) -> bool:
    """Whether of path data at least so many units, along its longer side, are seen in a box of its units."""
    return any(_seen_of(ring, box) >= least for ring in path.split("M")[1:])


def _seen_of(ring: str, box: Box) -> float:
    """The longer side of what a box shows of a ring, along those of its lines that begin or end there."""
    xs, ys = points_of(ring)
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    ends = box.x + box.width, box.y + box.height
    if not box.meets(Box(left, top, right - left, bottom - top)):
        return 0
    if left <= box.x and top <= box.y and ends[0] <= right and ends[1] <= bottom:
        return max(box.width, box.height)
    inside = [box.x <= x <= ends[0] and box.y <= y <= ends[1] for x, y in zip(xs, ys, strict=True)]
    last = len(inside) - 1
    near = [i for i, it in enumerate(inside) if it or inside[i - 1] or inside[0 if i == last else i + 1]]
    if not near:
        return 0
    held_x = [min(ends[0], max(box.x, xs[i])) for i in near]
    held_y = [min(ends[1], max(box.y, ys[i])) for i in near]
    return max(max(held_x) - min(held_x), max(held_y) - min(held_y))


def largest_ring(path: str) -> int:
    """The longer side of the largest ring of path data, in its units."""
    return max(_ring_sizes(path), default=0)


@lru_cache(maxsize=8192)
def box_of_path(path: str) -> Box:
    """The box of path data, in its units."""
    rings = [points_of(ring) for ring in path.split("M")[1:]]
    left, top = min(min(xs) for xs, _ in rings), min(min(ys) for _, ys in rings)
    right, bottom = max(max(xs) for xs, _ in rings), max(max(ys) for _, ys in rings)
    return Box(left, top, right - left, bottom - top)


@lru_cache(maxsize=8192)
def _ring_sizes(path: str) -> tuple[int, ...]:
    """How large each ring is: measured once, since every picture of a view asks for the same."""
    return tuple(_ring_size(ring) for ring in path.split("M")[1:])


def _ring_size(ring: str) -> int:
    xs, ys = points_of(ring)
    return max(max(xs) - min(xs), max(ys) - min(ys))


def points_of(ring: str) -> tuple[list[int], list[int]]:
    """The x and the y of the corners of a ring, from its path data in relative whole numbers."""
    numbers = [int(number) for number in PATH_NUMBER.findall(ring)]
    return list(accumulate(numbers[::2])), list(accumulate(numbers[1::2]))
