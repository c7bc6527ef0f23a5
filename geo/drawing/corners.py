"""The corners of path data, read once for all that ask where its lines run."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
BEGINS = 2**30
"""Stands before a ring: no corner lies so far out."""
MARK = f" {BEGINS} {BEGINS} "


@dataclass(frozen=True, eq=False)
class Corners:
    """The corners of path data, in its units.

    Attributes
    ----------
    x, y
        Of each corner, one ring after the other.
    first
        The place of the first corner of each ring.
    """

    x: Ints
    y: Ints
    first: NDArray[np.intp]

    @cached_property
    def last(self) -> NDArray[np.intp]:
        """The place of the last corner of each ring."""
        return np.append(self.first[1:], len(self.x)) - 1

    @cached_property
    def following(self) -> NDArray[np.intp]:
        """For each corner the place of the next of its ring; the first follows the last."""
        places = np.arange(1, len(self.x) + 1)
        places[self.last] = self.first
        return places

    @cached_property
    def bounds(self) -> tuple[Ints, Ints, Ints, Ints]:
        """Left, top, right and bottom of each ring."""
        x, y, first = self.x, self.y, self.first
        if not len(first):
            return x, y, x, y
        least, most = np.minimum.reduceat, np.maximum.reduceat
        return least(x, first), least(y, first), most(x, first), most(y, first)

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """The longer side of each ring."""
        left, top, right, bottom = self.bounds
        return tuple(np.maximum(right - left, bottom - top).tolist())


@lru_cache(maxsize=4096)
def corners_of(path: str) -> Corners:
    """The corners of path data in whole numbers as the views have it: `M` and a place, then `l` and steps."""
    # Sign by sign as in a table of signs it takes four times as long.
    apart = path.replace("M", MARK).replace("-", " -").replace("l", " ").replace("z", "")
    told = np.fromstring(apart, np.int64, sep=" ").reshape(-1, 2)
    begins = np.flatnonzero(told[:, 0] == BEGINS)
    first = begins - np.arange(len(begins))
    steps = np.delete(told, begins, axis=0)
    if len(first) > 1:  # a ring begins at its own place, not at a step from the end of the one before
        steps[first[1:]] -= np.add.reduceat(steps, first)[:-1]
    x, y = np.cumsum(steps, axis=0).astype(np.int32).T
    return Corners(np.ascontiguousarray(x), np.ascontiguousarray(y), first)
