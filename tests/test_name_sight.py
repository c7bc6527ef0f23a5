"""Where the name of a country is asked for whose middle lies beyond the sheet."""

from typing import Any

import numpy as np

from geo.drawing.label_layout import Box
from geo.drawing.name_sight import LEAST_AROUND, is_well_within, place_in_sight

SHEET = Box(0, 0, 300, 200)


class Strip:
    """Ground along the left edge, so many px wide, and sea."""

    def __init__(self, wide: float) -> None:
        self.wide = wide

    def under(self, x: Any, y: Any) -> Any:
        return ((x < self.wide) & (y > -1)).astype(int)


def test_who_shows_but_a_sliver_has_no_place_on_the_sheet() -> None:
    own = np.array([False, True])
    middle = (-40.0, 100.0)
    assert place_in_sight(middle, own, Strip(13), SHEET) is None  # type: ignore[arg-type]
    assert place_in_sight(middle, own, Strip(16), SHEET) == (8, 100)  # type: ignore[arg-type]


def test_nobody_is_told_on_the_sheet_whose_middle_alone_lies_on_its_rim() -> None:
    own = np.array([False, True])
    assert is_well_within(LEAST_AROUND, 100, SHEET)
    assert not is_well_within(LEAST_AROUND - 1, 100, SHEET)
    assert place_in_sight((4.0, 100.0), own, Strip(13), SHEET) is None  # type: ignore[arg-type]
    assert place_in_sight((4.0, 100.0), own, Strip(16), SHEET) == (8, 100)  # type: ignore[arg-type]
