"""Where lines run over a sheet: a coarse grid, so that names can ask whether one crosses their boxes.

The same rules as `geo/atlas/core/line_grid.mjs`; `tests/cases/names.json` holds both to them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.drawing.ground import Floats
from geo.drawing.label_layout import Box
from geo.drawing.name_forms import Mask

SQUARE = 4
"""Px."""
STEP = 3
"""Px along a line."""
HALF = 3
"""Px of a line's own width, on each side."""


@dataclass(frozen=True)
class LineGrid:
    """How many squares with a line lie above and left of each corner of the squares of `bounds`.

    And how many with one of two ends, which are fronts.
    """

    bounds: Box
    before: NDArray[np.int32]
    ends_before: NDArray[np.int32]

    @classmethod
    def of(
        cls, closed: Sequence[str], k: float, x: float, y: float, bounds: Box, ends: Sequence[str] = ()
    ) -> "LineGrid":
        """The grid of closed lines and of such with two ends, by their paths in units of a view, on a sheet."""
        columns, rows = int(np.ceil(bounds.width / SQUARE)), int(np.ceil(bounds.height / SQUARE))
        squares = {None: np.zeros((rows, columns), bool), -1: np.zeros((rows, columns), bool)}
        lines = [(line, last) for paths, last in ((closed, None), (ends, -1)) for path in paths for line in _of(path)]
        for line, last in lines:
            corners = np.cumsum(line, axis=0) * k + (x - bounds.x, y - bounds.y)
            starts, ways = corners[:last], (np.roll(corners, -1, axis=0) - corners)[:last]
            many = np.ceil(np.abs(ways).max(axis=1) / STEP).astype(np.intp)
            side = np.repeat(np.arange(len(many)), many)
            step = np.arange(len(side)) - np.repeat(np.cumsum(many) - many, many)
            at = np.floor((starts[side] + ways[side] * step[:, None] / many[side][:, None]) / SQUARE).astype(np.intp)
            at = at[(at >= 0).all(axis=1) & (at[:, 0] < columns) & (at[:, 1] < rows)]
            squares[last][at[:, 1], at[:, 0]] = True
        return cls(bounds, _before(squares[None] | squares[-1]), _before(squares[-1]))

    def crosses(self, left: Floats, top: Floats, right: Floats, bottom: Floats) -> Mask:
        """For boxes by their sides, whether a line crosses them."""
        found: Mask = self._count(self.before, HALF, (left, top, right, bottom)) > 0
        return found

    def hides(self, left: Floats, top: Floats, right: Floats, bottom: Floats, px: float) -> Mask:
        """For boxes by their sides, whether so many px and more of a line with two ends lie in them."""
        found: Mask = self._count(self.ends_before, 0, (left, top, right, bottom)) > px / SQUARE
        return found

    def _count(self, before: NDArray[np.int32], half: float, sides: Sequence[Floats]) -> NDArray[np.int32]:
        """How many squares with a line lie in boxes and so many px around."""
        left, top, right, bottom = sides
        rows, columns = before.shape

        def square(at: Floats, least: float, most: int) -> NDArray[np.intp]:
            # From 0 on, whole numbers may be had by dropping what follows the point.
            return np.minimum(np.maximum((at - least) / SQUARE, 0), most - 1).astype(np.intp)

        first_column, last_column = (
            square(left - half, self.bounds.x, columns),
            square(right + half, self.bounds.x, columns - 1) + 1,
        )
        first_row, last_row = (
            square(top - half, self.bounds.y, rows),
            square(bottom + half, self.bounds.y, rows - 1) + 1,
        )
        inside = before[last_row, last_column] - before[first_row, last_column]
        inside -= before[last_row, first_column] - before[first_row, first_column]
        return inside


def _before(squares: Mask) -> NDArray[np.int32]:
    return np.pad(squares.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0))).astype(np.int32)


def _of(path: str) -> Iterator[Floats]:
    """The lines of a path: each its first corner and the steps to the next."""
    for line in path.split("M")[1:]:
        yield np.array([int(number) for number in re.findall(r"-?\d+", line)], np.float64).reshape(-1, 2)
