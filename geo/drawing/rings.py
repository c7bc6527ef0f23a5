"""Outlines without the small islands."""

import re

PATH_NUMBER = re.compile(r"-?\d+")
LEAST_RING = 36  # units; smaller rings are left out of an outline


def main_rings(path: str) -> str:
    """Path data without its small rings; the largest always stays. Whole numbers, relative, as the views have them."""
    rings = [f"M{ring}" for ring in path.split("M")[1:]]
    sizes = [_ring_size(ring) for ring in rings]
    return "".join(ring for ring, size in zip(rings, sizes, strict=True) if size >= LEAST_RING or size == max(sizes))


def _ring_size(ring: str) -> int:
    numbers = [int(number) for number in PATH_NUMBER.findall(ring)][2:]
    x = y = 0
    xs, ys = [0], [0]
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        xs.append(x)
        ys.append(y)
    return max(max(xs) - min(xs), max(ys) - min(ys))
