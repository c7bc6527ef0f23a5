"""Units that were one state on a day look like one land: nothing of what lies between them shines through."""

import numpy as np
import pytest

from data.tables import current_tables
from geo.drawing.corners import corners_of
from geo.drawing.palette import LIGHT
from geo.drawing.read_once import map_of
from geo.drawing.sheet import FULL, Sheet
from geo.drawing.svg import dots
from geo.picture import drawn
from geo.publish.paper import HANDOUT_WIDTH
from geo.publish.paper_file import ON_PAPER

TABLES = current_tables()
INNER = {"RUS|UKR": "eastern_bloc", "KAZ|RUS": "eastern_bloc", "BLR|UKR": "eastern_bloc", "BIH|SRB": "none"}
MIDDLE = slice(10, -10)
"""Of a border: its ends lie at a coast, or at others."""
OFF = 12
"""Of 255, from the fill: less is not seen."""


@pytest.mark.parametrize(("sheet", "width"), [(ON_PAPER, HANDOUT_WIDTH), (ON_PAPER, 1280), (FULL, FULL.width)])
def test_no_line_is_seen_between_units_of_one_state(sheet: Sheet, width: int) -> None:
    made = drawn(1955, "europe", (), sheet=sheet, tables=TABLES)
    image = np.asarray(dots(made.svg(), width).convert("RGB"), dtype=int)
    k, left, top = made.place
    for border, status in INNER.items():
        corners = corners_of(map_of("europe", TABLES)["borders"][border])
        fill = [int(LIGHT.statuses[status].fill[i : i + 2], 16) for i in (1, 3, 5)]
        x = (corners.x[MIDDLE] * k + left) * width / sheet.width
        y = (corners.y[MIDDLE] * k + top) * width / sheet.width
        inside = (x > sheet.map.x * width / sheet.width + 2) & (x < width - 2) & (y > 2) & (y < len(image) - 2)
        seen = image[y[inside].astype(int), x[inside].astype(int)]
        assert len(seen), border
        assert (abs(seen - fill) <= OFF).all(), border
