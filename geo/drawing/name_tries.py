"""Where a name is tried, one place after another: as `geo/atlas/core/name_tries.mjs` has it."""

from collections.abc import Iterator

import numpy as np

from geo.drawing.ground import Floats


def _shifts() -> Iterator[tuple[float, float]]:
    """Shifts from the middle, in parts of the room and of the height, the least first."""
    yield 0, 0
    yield from ((0, down) for down in (-0.4, 0.4))
    yield from ((aside, 0) for aside in (-0.1, 0.1))
    yield from ((aside, down) for aside in (-0.1, 0.1) for down in (-0.4, 0.4))
    yield from ((0, down) for down in (-0.9, 0.9))
    yield from ((aside, down) for aside in (-0.2, 0.2) for down in (-0.5, 0, 0.5))
    yield from ((aside, down) for aside in (-0.4, 0.4) for down in (-1.2, 0, 1.2))
    yield from ((0, down) for down in (-1.8, 1.8, -2.7, 2.7))
    yield from ((aside, down) for aside in (-0.6, 0.6) for down in (-2, 0, 2))


def _ways() -> Iterator[tuple[float, float]]:
    """Sixteen ways to leave a country: sideways first, then up and down."""
    yield from ((1, 0), (-1, 0))
    for across, down in ((0.92, 0.38), (0.71, 0.71), (0.38, 0.92)):
        yield from ((across * x, down * y) for x in (1, -1) for y in (1, -1))
    yield from ((0, 1), (0, -1))


SHIFTS = np.array(list(_shifts()), float)
WAYS = np.array(list(_ways()), float)


def outwards(most: int) -> Floats:
    """Whole numbers from 0 outwards: 0, 1, -1, 2, -2, ..."""
    i = np.arange(2 * most + 1, dtype=np.float64)
    return np.where(i % 2, (i + 1) // 2, -(i // 2))
