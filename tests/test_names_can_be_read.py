"""Letters of names can be told from what is behind them, or from the ground that goes around with them."""

import re
from collections.abc import Iterator

import numpy as np
import pytest
from coloraide import Color

from data.picture import picture_on
from data.tables import current_tables
from data.timeline import picture_day
from data.vocabulary import Status
from geo.drawing.ground import ELSEWHERE, FIRST_UNIT, SEA
from geo.drawing.name_forms import Form
from geo.drawing.name_grounds import width_under
from geo.drawing.name_signs import name_sign
from geo.drawing.name_table import Name
from geo.drawing.palette import THEMES
from geo.drawing.sheet import FULL, NO_FOCUS, Focus, Sheet
from geo.picture import _Picture
from geo.publish.paper import ON_PAPER
from geo.publish.stop_picture import STOP

TABLES = current_tables()
READABLE = 4.5
CARRIES, CLEARS = 0.28, 0.4
"""Of its size, the ground around a name that carries its letters where they lie off it, and that keeps patterns off."""
LAID = ("names", "front")


def halo_of(drawn: str) -> tuple[str, str, float]:
    """The ink, the ground and how wide that is, of a name as it is drawn."""
    look = dict(re.findall(r'([\w-]+)="([^"]*)"', drawn))
    return look["fill"], look["stroke"], float(look["stroke-width"])


def names_of(year: int, theme: str, sheet: Sheet) -> Iterator[tuple[str, Name, tuple[str, str, float], set[str]]]:
    """The names on land with their looks, and the colours behind their letters."""
    look = THEMES[theme]
    picture = _Picture(picture_on(picture_day(year, TABLES), TABLES), "europe", LAID, look, sheet, NO_FOCUS)
    units, wishes = list(picture.view["paths"]), {wish.key: wish for wish in picture._asked.wishes}
    colour = {SEA: look.sea, ELSEWHERE: look.land}
    for at, unit in enumerate(units, start=FIRST_UNIT):
        colour[at] = look.statuses[picture.facts.units[unit].status].fill
    for name in (name for name in picture._names[0] if not name.at_sea):
        unit = picture.view["names"].get(name.key, {}).get("unit")
        status = picture.facts.units[unit].status if unit else None
        own = wishes[name.key].own
        rows = 3 * len(name.form.lines)
        across = name.x + (np.arange(9) + 0.5) / 9 * name.form.width - name.form.width / 2
        down = name.y + (np.arange(rows) + 0.5) / rows * name.form.height - name.form.height / 2
        under = picture._on_sheet.under(across[None, :], down[:, None])
        behind = {colour[at] for at in np.unique(under[~own[under]]).tolist()}
        *_, drawn = name_sign(name, status, look, picture.sheet)
        yield f"{year} {theme} {name.key}", name, halo_of(drawn), behind


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("sheet", [FULL, STOP], ids=["full", "stop"])
def test_letters_off_their_land_are_carried_by_its_ground(theme: str, sheet: Sheet) -> None:
    amiss, carried = [], 0
    for year in (1949, 1955, 1989, 2004, 2024):
        for what, name, (ink, ground, width), behind in names_of(year, theme, sheet):
            is_seen = all(Color(ink).contrast(Color(each), method="wcag21") >= READABLE for each in behind)
            is_carried = width >= CARRIES * name.form.size - 0.01
            carried += not is_seen
            if not is_seen and not (is_carried and Color(ink).contrast(Color(ground), method="wcag21") >= READABLE):
                amiss.append(what)
    assert amiss == []
    assert carried > 5


def halo(sheet: Sheet, *, crossed: bool = False, at_sea: bool = False, layers: tuple[str, ...] = LAID) -> float:
    """Of its size, the ground around a name of a partner."""
    form = Form(("Name",), sheet.base, 3 * sheet.base, 1.1 * sheet.base)
    name = Name("FRA", form, 0, 0, joined=False, crossed=crossed, at_sea=at_sea)
    *_, drawn = name_sign(name, Status.PARTNER, THEMES["light"], sheet, Focus())
    return max(halo_of(drawn)[2], width_under(name, sheet, Focus(), layers)) / sheet.base


def test_no_pattern_runs_through_a_letter() -> None:
    for sheet in (FULL, STOP, ON_PAPER):
        assert halo(sheet, layers=("names", "eu")) >= CLEARS
    assert halo(ON_PAPER) >= CLEARS, "where statuses wear patterns"
    assert halo(FULL) < CARRIES


def test_a_name_over_a_line_has_no_less_ground_than_another() -> None:
    for sheet in (FULL, STOP, ON_PAPER):
        for at_sea in (False, True):
            assert halo(sheet, crossed=True, at_sea=at_sea) >= halo(sheet, at_sea=at_sea)
