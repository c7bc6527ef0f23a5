"""Whether a line is seen along all of its path in pixels."""

import io
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Dots = NDArray[np.int64]


def dots_of(png: bytes) -> Dots:
    """The colours of a picture's dots."""
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(np.int64)


def near(dots: Dots, colour: str, steps: int = 60) -> NDArray[np.bool_]:
    """Where dots have a colour, to so many steps."""
    wanted = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
    found: NDArray[np.bool_] = (abs(dots - wanted) <= steps).all(axis=2)
    return found


def seen_at(dots: Dots, points: Iterable[tuple[float, float]], colour: str, reach: int = 1) -> float:
    """At what part of the points that are on a picture a colour is seen, within so many dots."""
    found = near(dots, colour)
    height, width = found.shape
    seen = []
    for x, y in ((round(x - 0.5), round(y - 0.5)) for x, y in points):
        if 0 <= x < width and 0 <= y < height:
            seen.append(bool(found[max(0, y - reach) : y + reach + 1, max(0, x - reach) : x + reach + 1].any()))
    assert seen
    return sum(seen) / len(seen)
