"""Whose ground lies where in a view: a coarse grid, made once from the paths, as in the browser."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from geo.drawing.corners import corners_of

CELL = 4
"""Units of the view to a square's side."""
SEA, ELSEWHERE = 0, 1
"""What no unit has: the sea, and land that is no unit."""
FIRST_UNIT = 2
ISLE = 2
"""Px wide is the smallest that is looked for."""
SHORE = (0, 4, 8)
"""Px about a place that the coarse squares have at sea."""
AROUND = ((0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1))
"""The ways from a point to those about it."""

Floats = NDArray[np.float64]
Cells = NDArray[np.uint16]


class Under(Protocol):
    """Tells whose ground lies under points."""

    def under(self, x: Floats, y: Floats) -> Cells: ...


def ground_at(x: float, y: float, ground: Under | None) -> int:
    """Whose ground lies under one point; without any ground all is sea."""
    return int(ground.under(np.array([x]), np.array([y])).item()) if ground else SEA


def home_of(x: float, y: float, ground: Under | None, unit: float) -> int:
    """The ground of the country of a place."""
    around = (ground_at(x + dx * far * unit, y + dy * far * unit, ground) for far in SHORE for dx, dy in AROUND)
    return next((found for found in around if found != SEA), SEA)


@dataclass(frozen=True)
class Ground:
    """For each square of a view the index of the unit in whose ground its middle lies."""

    cells: Cells
    index: Mapping[str, int]

    @classmethod
    def of(cls, view: Mapping[str, Any]) -> "Ground":
        """The ground of a view as it is sent to the browser; what is drawn later lies on top."""
        cells = np.zeros((-(-view["height"] // CELL), -(-view["width"] // CELL)), np.uint16)
        index = {unit: FIRST_UNIT + i for i, unit in enumerate(view["paths"])}
        _fill(cells, view["land"], ELSEWHERE)
        for unit, path in view["paths"].items():
            _fill(cells, path, index[unit])
        return cls(cells, index)

    @cached_property
    def with_shore(self) -> Cells:
        """The squares with one of sea all around, for whatever lies outside."""
        return np.pad(self.cells, 1, constant_values=SEA)

    @cached_property
    def land_before(self) -> NDArray[np.int32]:
        """How many squares of land lie above and left of each corner of the squares."""
        land = np.pad(self.cells != SEA, ((1, 0), (1, 0)))
        return land.cumsum(axis=1, dtype=np.int32).cumsum(axis=0, dtype=np.int32)

    @cached_property
    def counts(self) -> NDArray[np.intp]:
        """How many squares each index has."""
        return np.bincount(self.cells.ravel(), minlength=FIRST_UNIT + len(self.index))

    def own(self, units: Iterable[str]) -> NDArray[np.bool_]:
        """A mark for each index that is one of these units; without any, for land that is no unit."""
        marks = np.zeros(FIRST_UNIT + len(self.index), bool)
        units = tuple(units)
        marks[ELSEWHERE] = not units
        marks[[self.index[unit] for unit in units if unit in self.index]] = True
        return marks


@dataclass(frozen=True, eq=False)
class OnSheet:
    """A ground seen through a camera: sheet = view * k + (x, y). By the same one, places of a name are known again."""

    ground: Ground
    k: float
    x: float
    y: float

    def area_of(self, index: int) -> float:
        """How large the ground of a unit is on the sheet, in square px."""
        return float(self.ground.counts[index] * (self.k * CELL) ** 2)

    def has_land(self, left: Floats, top: Floats, right: Floats, bottom: Floats) -> NDArray[np.bool_]:
        """For boxes by their sides, whether any land lies under them, be it the smallest isle."""
        (first, last), (above, below) = self._squares(left, right, 0), self._squares(top, bottom, 1)
        before = self.ground.land_before
        land = before[below, last] - before[above, last] - before[below, first] + before[above, first]
        found: NDArray[np.bool_] = land > 0
        return found

    def cells_under(self, left: float, top: float, right: float, bottom: float) -> Cells:
        """The squares under a box, of those smaller than an isle that is seen but some."""
        step = max(1, int(ISLE * (1 / (self.k * CELL))))
        sides = (np.array([side]) for side in (left, right, top, bottom))
        x0, x1, y0, y1 = sides
        (first, last), (above, below) = self._squares(x0, x1, 0), self._squares(y0, y1, 1)
        return self.ground.cells[above[0] : below[0] : step, first[0] : last[0] : step]

    def _squares(self, start: Floats, end: Floats, axis: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The squares from the first to behind the last, along columns or rows."""
        scale, origin, most = 1 / (self.k * CELL), (self.x, self.y)[axis], self.ground.cells.shape[1 - axis]
        first, last = (np.clip(np.floor((at - origin) * scale + on), 0, most) for at, on in ((start, 0), (end, 1)))
        return first.astype(np.intp), last.astype(np.intp)

    def under(self, x: Floats, y: Floats) -> Cells:
        """What lies under points of the sheet, whose x and y go together: the indices of units, SEA or ELSEWHERE."""
        cells = self.ground.with_shore
        scale = 1 / (self.k * CELL)
        height, width = cells.shape
        # What is cut off at 0 is all outside, so that whole numbers may be had by dropping what follows the point.
        columns = np.minimum(np.maximum((x - self.x) * scale + 1, 0), width - 1).astype(np.intp)
        rows = np.minimum(np.maximum((y - self.y) * scale + 1, 0), height - 1).astype(np.intp)
        found: Cells = cells[rows, columns]
        return found


def _fill(cells: Cells, path: str, index: int) -> None:
    """Give the squares inside a path an index."""
    corners = corners_of(path)
    if not len(corners.first):
        return
    height, width = cells.shape
    starts = np.column_stack([corners.x, corners.y]).astype(np.float64)
    ends = starts[corners.following]
    top = np.minimum(starts[:, 1], ends[:, 1])
    bottom = np.maximum(starts[:, 1], ends[:, 1])
    first = np.maximum(0, np.ceil(top / CELL - 0.5)).astype(np.int64)
    last = np.minimum(height, np.ceil(bottom / CELL - 0.5)).astype(np.int64)
    many = np.maximum(0, last - first)
    if not many.any():
        return
    side = np.repeat(np.arange(len(many)), many)
    rows = first[side] + np.arange(len(side)) - np.repeat(np.cumsum(many) - many, many)
    (x0, y0), (x1, y1) = starts[side].T, ends[side].T
    y = (rows + 0.5) * CELL
    columns = np.ceil((x0 + ((y - y0) * (x1 - x0)) / (y1 - y0)) / CELL - 0.5).astype(np.int64)
    columns = np.clip(columns, 0, width)
    window = np.zeros((rows.max() - rows.min() + 1, columns.max() - columns.min() + 1), np.uint8)
    places = (rows - rows.min()) * window.shape[1] + columns - columns.min()
    np.bitwise_xor.at(window.reshape(-1), places, np.uint8(1))  # of one index it takes a part of what it takes of two
    inside = np.bitwise_xor.accumulate(window, axis=1).astype(bool)[:, : width - columns.min()]
    part = cells[rows.min() : rows.max() + 1, columns.min() : columns.min() + inside.shape[1]]
    part[inside] = index
