"""Names and numbers leave the shapes of the map as they are: coasts, borders, and the small land that they explain."""

import re
from datetime import date

import pytest

from data.memberships.reader import current_membership
from data.memberships.told import picture_when
from data.picture import picture_on
from data.tables import current_tables
from data.vocabulary import Status
from geo.drawing.name_forms import is_number
from geo.drawing.palette import THEMES, strong_of
from geo.drawing.sheet import NO_FOCUS, Sheet
from geo.picture import _Picture, drawn
from geo.publish.paper import ON_PAPER
from geo.publish.stop_picture import STOP
from geo.publish.worksheet import BLANK_MAP, WIDE

TABLES = current_tables()
UNDER = re.compile(r'^<text [^>]*clip-path="url\(#under-([^)]+)\)"')


@pytest.mark.parametrize("theme", THEMES)
def test_letters_on_a_strong_fill_and_no_others_have_another_ink_than_at_sea(theme: str) -> None:
    inks = {status: ink.text for status, ink in THEMES[theme].statuses.items()}
    assert {status for status, ink in inks.items() if ink != inks[Status.NONE]} == strong_of(None)


def test_the_wide_ground_of_a_name_in_print_is_seen_on_its_own_land_alone_and_beneath_borders() -> None:
    eu = picture_when(2013, current_membership("eu"))
    for facts, focus in ((eu, NO_FOCUS), (picture_on(date(2004, 12, 31), TABLES), BLANK_MAP)):
        units = drawn(facts, layers=("names",), sheet=WIDE if focus.blank else ON_PAPER, focus=focus).units
        grounds = {found[1]: at for at, part in enumerate(units) if (found := UNDER.match(part))}
        borders = [at for at, part in enumerate(units) if "data-border" in part]
        assert len(grounds) > 20
        assert max(grounds.values()) < min(borders)
        for key, at in grounds.items():
            clip = next(part for part in units[:at] if f'id="under-{key}"' in part)
            assert "clipPath" in clip
        ink = "".join(drawn(facts, layers=("names",), sheet=ON_PAPER, focus=focus).ink)
        assert max(map(float, re.findall(r'<text [^>]*stroke-width="([\d.]+)"', ink))) < 4.6 * ON_PAPER.scale


@pytest.mark.parametrize("sheet", [STOP, ON_PAPER], ids=["stop", "paper"])
def test_numbers_of_one_map_have_one_size(sheet: Sheet) -> None:
    many = 0
    for year in (1992, 2004, 2008, 2013):
        for membership in (None, "eu"):
            facts = picture_when(year, current_membership(membership) if membership else TABLES)
            names = _Picture(facts, "europe", ("names",), THEMES["light"], sheet, NO_FOCUS)._names[0]
            sizes = {round(name.form.size, 6) for name in names if is_number(name.form)}
            assert len(sizes) <= 1, (year, membership, sizes)
            many += sum(is_number(name.form) for name in names)
    assert many > 20
