"""The boxes that are taken on a sheet, and whether what comes meets one: only those near it are asked."""

from collections.abc import Iterable

import numpy as np

from geo.drawing.ground import Floats
from geo.drawing.label_layout import Box
from geo.drawing.name_forms import Mask

SQUARE = 8
"""Px to a side of the squares that say whether a box is near at all."""


class Taken:
    """Boxes that are taken, the first of them blocked from the start."""

    def __init__(self, blocked: Iterable[Box], bounds: Box) -> None:
        self._bounds = bounds
        self._squares = np.zeros((int(bounds.height // SQUARE) + 1, int(bounds.width // SQUARE) + 1), bool)
        self._boxes: list[tuple[float, float, float, float]] = []
        self._rows: Floats = np.empty((4, 0))
        for box in blocked:
            self.add(box.x, box.y, box.width, box.height)
        self._blocked = len(self._boxes)

    def add(self, x: float, y: float, width: float, height: float) -> None:
        """Take a box."""
        self._boxes.append((x, y, width, height))
        (left, right), (top, bottom) = self._columns(np.array([x, x + width])), self._lines(np.array([y, y + height]))
        self._squares[top : bottom + 1, left : right + 1] = True

    def meets(self, left: Floats, top: Floats, right: Floats, bottom: Floats) -> Mask:
        """For boxes by their sides, whether they meet one that is taken."""
        ax, ay, aw, ah = boxes = self._all()
        near = (ax < right.max()) & (ax + aw > left.min()) & (ay < bottom.max()) & (ay + ah > top.min())
        ax, ay, aw, ah = boxes[:, near]
        met = (left[:, None] < ax + aw) & (ax < right[:, None]) & (top[:, None] < ay + ah) & (ay < bottom[:, None])
        found: Mask = met.any(axis=1)
        return found

    def holds(self, x: Floats, y: Floats, from_x: Floats, from_y: Floats) -> Mask:
        """For points on lines, a row for each, whether a box holds them; not a blocked one that a line starts in."""
        held = self._squares[self._lines(y), self._columns(x)]
        line, point = np.nonzero(held)
        if not len(line):
            return held
        px, py = x[line, point], y[line, point]
        ax, ay, aw, ah = boxes = self._all()
        near = (ax <= px.max()) & (ax + aw >= px.min()) & (ay <= py.max()) & (ay + ah >= py.min())
        ax, ay, aw, ah = boxes[:, near]
        hits = (px[:, None] >= ax) & (px[:, None] <= ax + aw) & (py[:, None] >= ay) & (py[:, None] <= ay + ah)
        starts = np.flatnonzero(near) < self._blocked
        if starts.any():
            sx, sy = from_x[line, None], from_y[line, None]
            hits &= ~(starts & (sx >= ax) & (sx <= ax + aw) & (sy >= ay) & (sy <= ay + ah))
        held[line, point] = hits.any(axis=1)
        return held

    def _all(self) -> Floats:
        """What is taken, as rows of x, y, widths and heights."""
        if self._rows.shape[1] != len(self._boxes):
            self._rows = np.array(self._boxes).T
        return self._rows

    def _columns(self, x: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.intp]]:
        return np.clip((x - self._bounds.x) / SQUARE, 0, self._squares.shape[1] - 1).astype(np.intp)

    def _lines(self, y: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.intp]]:
        return np.clip((y - self._bounds.y) / SQUARE, 0, self._squares.shape[0] - 1).astype(np.intp)
