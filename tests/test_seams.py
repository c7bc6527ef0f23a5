"""Units that were one state on a day look like one land: nothing of what lies between them shines through."""

import re

import numpy as np
import pytest

from data.memberships.reader import current_membership
from data.memberships.told import picture_when
from data.tables import current_tables
from geo.drawing.corners import corners_of
from geo.drawing.drawn import Drawn
from geo.drawing.palette import LIGHT
from geo.drawing.read_once import map_of
from geo.drawing.sheet import FULL, Sheet
from geo.drawing.svg import dots
from geo.picture import SEAM, drawn
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


def test_no_seam_reaches_over_ground_of_another_fill() -> None:
    """As that of Cyprus, which has signed, would in the north of the island."""
    made = drawn(picture_when(2004, current_membership("schengen")), "europe", (), sheet=ON_PAPER)
    d = map_of("europe", TABLES)["borders"]["CYP|CYP-NORTH"]
    px = 1 / made.place[0]
    assert seams(made, d) == [pytest.approx(px, abs=0.001)]
    made = drawn(1955, "europe", (), sheet=ON_PAPER, tables=TABLES)
    assert seams(made, map_of("europe", TABLES)["borders"]["RUS|UKR"]) == [
        pytest.approx(SEAM * ON_PAPER.scale * px, abs=0.001)
    ]


def seams(made: Drawn, d: str) -> list[float]:
    """How wide the lines are that are drawn along a border among the fills."""
    return [float(width) for at in made.units if f'd="{d}"' in at for width in re.findall(r'width="([\d.]+)"', at)]
