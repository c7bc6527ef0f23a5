"""A key tells of all ground in dispute that a map draws, and names each."""

import re
from datetime import date

import pytest
from each import for_each

from data.tables import current_tables
from geo.drawing.lone_marks import LARGER
from geo.drawing.on_map import in_sight
from geo.drawing.out_of_sight import is_seen
from geo.drawing.sheet import FULL, SMALL, UPRIGHT, Focus, Sheet
from geo.drawing.views import VIEWS
from geo.picture import drawn
from geo.publish.paper_file import ON_PAPER
from geo.publish.stop_picture import STOP

TABLES = current_tables()
SHEETS = {"landscape": FULL, "upright": UPRIGHT, "slide": STOP, "paper": ON_PAPER, "small": SMALL}
GROUND_DRAWN = re.compile(r'<path d="([^"]+)" fill="url\(#hatch-disputed')
BORDER_DRAWN = re.compile(r'<path d="([^"]+)"[^>]* stroke-dasharray')
GROUND = ["Crimea", "Abkhazia", "South Ossetia", "Transnistria", "Northern Cyprus"]


def disputed_of(when: int | date, view: str, sheet: Sheet) -> str:
    """The row of ground in dispute in the key of a picture, or nothing."""
    made = drawn(when, view, ("front",), sheet=sheet, tables=TABLES)
    return next((row.label for row in made.key if row.sign == "disputed"), "")


def test_a_key_names_all_ground_in_dispute_however_small_it_is() -> None:
    assert disputed_of(2022, "europe", FULL) == f"In dispute: {', '.join(GROUND)}"
    assert disputed_of(2022, "black_sea", ON_PAPER) == f"In dispute: {', '.join(GROUND)}"
    assert disputed_of(2022, "europe", STOP) == f"In dispute: {', '.join(GROUND)}"
    assert disputed_of(2022, "world", FULL) == f"In dispute: {', '.join(GROUND)}"


def test_one_ground_alone_is_named_however_small_it_is() -> None:
    assert disputed_of(1990, "europe", STOP) == "In dispute: Northern Cyprus"
    assert disputed_of(2022, "europe", ON_PAPER) == f"In dispute: {', '.join(GROUND)}"
    assert disputed_of(date(1974, 8, 14), "world", SMALL) == "In dispute: Northern Cyprus"


@pytest.mark.parametrize("view", VIEWS)
@for_each("sheet", SHEETS.values(), ids=list(SHEETS))
def test_whatever_ground_a_picture_draws_as_in_dispute_has_a_row_in_its_key(view: str, sheet: Sheet) -> None:
    for year in (1973, 1974, 1992, 2022):
        made = drawn(year, view, ("front",), sheet=sheet, tables=TABLES)
        place, frame = made.place, made.sheet.map
        sight = in_sight(frame, *place)
        for sign, found in (("disputed", GROUND_DRAWN), ("dashed", BORDER_DRAWN)):
            seen = [d for d in found.findall("".join(made.units)) if is_seen(d, sight)]
            assert bool(seen) == any(row.sign == sign for row in made.key), (year, sign)


@pytest.mark.parametrize("sheet", [FULL, STOP, ON_PAPER], ids=["landscape", "slide", "paper"])
def test_hatches_are_as_large_as_the_lines_of_their_sheet(sheet: Sheet) -> None:
    made = drawn(2022, "europe", ("front",), sheet=sheet, tables=TABLES, focus=Focus(over="eu"))
    (scale,) = {
        float(scale)
        for scale in re.findall(r'<pattern id="hatch-(?:eu|disputed|over)"[^>]* scale\(([\d.]+)', made.defs)
    }
    assert scale == pytest.approx(sheet.scale / made.place[0], rel=1e-3)
    alone = re.findall(r'scale\(([\d.]+)\)" data-over="\w+" data-hatch="over"', "".join(made.ink))
    assert alone
    assert {round(float(each) / sheet.scale, 3) for each in alone} <= {1, LARGER}
