"""Ground made of boxes, for layouts that ask what lies under points."""

from collections.abc import Sequence

import numpy as np

from geo.drawing.ground import ELSEWHERE, Cells, Floats


class MadeGround:
    """Boxes of land in the sea: x, y, width, height, and whose ground each is, ELSEWHERE where that is left out."""

    def __init__(self, land: Sequence[Sequence[int]]) -> None:
        self.land = land

    def area_of(self, ground: int) -> int:
        """How large the boxes of a ground are, none of which lies on another."""
        return sum(width * height for _, _, width, height, *whose in self.land if (whose or [ELSEWHERE])[0] == ground)

    def under(self, x: Floats, y: Floats) -> Cells:
        found = np.zeros(np.broadcast_shapes(x.shape, y.shape), np.uint16)
        for left, top, width, height, *whose in self.land:
            inside = ((x >= left) & (x < left + width)) & ((y >= top) & (y < top + height))
            np.copyto(found, whose[0] if whose else ELSEWHERE, where=inside)
        return found
