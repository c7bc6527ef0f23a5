"""Outlines without the small islands."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

PATH_NUMBER = re.compile(r"-?\d+")
LEAST_RING = 36  # units; smaller rings are left out of an outline


def main_rings(path: str, least: float = LEAST_RING) -> str:
    """Path data without rings smaller than `least` units; the largest always stays.

    Whole numbers, relative, as the views have them.
    """
    rings = [f"M{ring}" for ring in path.split("M")[1:]]
    sizes = [_ring_size(ring) for ring in rings]
    largest = max(sizes, default=0)
    return "".join(ring for ring, size in zip(rings, sizes, strict=True) if size >= least or size == largest)


def outline_path(view: Mapping[str, Any], units: Sequence[str]) -> str:
    """Path data around units of a view that belong together."""
    path: str = view["paths"][units[0]] if len(units) == 1 else view["outlines"][" ".join(units)]
    return path


def _ring_size(ring: str) -> int:
    numbers = [int(number) for number in PATH_NUMBER.findall(ring)][2:]
    x = y = 0
    xs, ys = [0], [0]
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        xs.append(x)
        ys.append(y)
    return max(max(xs) - min(xs), max(ys) - min(ys))
