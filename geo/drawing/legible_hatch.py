"""Whether ground on a map is large enough for its hatch to be told from a speck: a key names it, and counts the rest.

`geo/atlas/core/legible_hatch.mjs` has the same rule; `tests/cases/legible_hatch.json` holds both to it.
"""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from geo.drawing.corners import corners_of
from geo.drawing.palette import HATCHES

TILES = 2
"""Of a hatch, that make a sample of it."""


def is_legible(path: str, k: float, hatch: str = "disputed") -> bool:
    """Whether ground covers a sample of a hatch, where a unit of its path data takes `k` px of that."""
    return bool(area_of(path) * k * k >= TILES * HATCHES[hatch].tile ** 2)


def counted_only(grounds: Mapping[str, str], k: float) -> list[str]:
    """Those of some grounds, by name their path data, that a key counts: what is too small for its hatch to be told.

    The largest is named in any case, and nobody counts one alone.
    """
    largest = max(grounds, key=lambda name: area_of(grounds[name]), default="")
    small = [name for name, path in grounds.items() if name != largest and not is_legible(path, k)]
    return small if len(small) > 1 else []


@lru_cache(maxsize=256)
def area_of(path: str) -> float:
    """The area of path data, in its units squared; a hole counts as ground."""
    corners = corners_of(path)
    x, y, following = corners.x.astype(np.float64), corners.y.astype(np.float64), corners.following
    across = x * y[following] - x[following] * y
    return float(np.abs(np.add.reduceat(across, corners.first)).sum() / 2)
