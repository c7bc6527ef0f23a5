"""The maps of the page Compare: nine small ones with a few large names, two side by side with more of them."""

import io
import re
from datetime import date

import pytest
from paged import html_of, opened
from pptx import Presentation

from data.picture import picture_on
from data.tables import current_tables
from geo.drawing.key import LEAD
from geo.drawing.sheet import Sheet
from geo.pair import MARGIN, WIDTH, Pair
from geo.picture import numbers_of, svg
from geo.publish.pair_slide import pair_pptx
from geo.publish.slide_room import height_of
from geo.publish.slide_text import PX
from geo.wire.assets import current_assets
from geo.wire.day_pictures import NAMES, SHEETS, named_name
from pages.parts.two_days import figure, pair, strip

TABLES = current_tables()
DAYS = (date(1989, 12, 31), date(2008, 4, 3))
SOURCE = re.compile(r'<source media="[^"]+" srcset="x/([^"]+)">')


def test_two_maps_side_by_side_have_more_names_than_nine_small_ones() -> None:
    assert SOURCE.findall(pair(DAYS, TABLES, "light", "x")) == [named_name(day, "light") for day in DAYS]
    assert SOURCE.findall(strip(DAYS, TABLES, "light", "x")) == []
    assert SOURCE.findall(figure(DAYS[0], TABLES, "dark", "x", is_named=True)) == ["named-1989-12-31-dark.png"]
    few, more = (named_and_numbered(SHEETS[look]) for look in ("small", "named"))
    assert {"Poland", "France", "Russia"} <= few[0] & more[0]
    assert {"Estonia", "Lithuania"} <= few[1] & more[1]
    assert {"Latvia", "Bulgaria"} <= few[1] & more[0]
    little = {"Belgium"}  # finds a place at sea on one of them
    assert few[0] - little < more[0]
    assert few[1] > more[1]
    assert set.union(*few) - little < set.union(*more)


def named_and_numbered(sheet: Sheet) -> tuple[set[str], set[str]]:
    """The names on a map of 2004, and those whose numbers stand there and are told beneath it."""
    drawn = svg(2004, "europe", NAMES, sheet=sheet)
    rows = numbers_of(picture_on(date(2004, 12, 31)), "europe", NAMES, sheet)
    written = {*re.findall(">([^<]+)</text>", drawn)}
    numbers = {row.sign.removeprefix("number-"): row.label for row in rows if row.sign != LEAD}
    assert numbers.keys() == {text for text in written if text.isdigit()}
    return written - numbers.keys(), {*numbers.values()}


PHONE = 358
"""Px of a small map on a window of 390."""


@pytest.mark.parametrize("year", [1955, 1968, 1990, 1999, 2004, 2009, 2022])
def test_the_names_of_a_small_map_are_read_on_a_phone(year: int) -> None:
    drawn = svg(year, "europe", NAMES, sheet=SHEETS["small"])
    sizes = [float(size) for size in re.findall(r'<text[^>]* font-size="([\d.]+)"', drawn)]
    assert len(sizes) > 5
    assert min(sizes) * PHONE / SHEETS["small"].width > 8.9


@pytest.mark.parametrize("name", ["named-2004-12-31-dark.png", "named-eu-in-europe-2004-05-01-light.png"])
def test_a_map_with_names_is_there_for_every_day(name: str) -> None:
    assert current_assets().has(name)
    assert not current_assets().has(name.replace("2004", "1904"))


def test_a_year_beyond_what_both_tables_cover_says_which_day_stands_for_it() -> None:
    app = opened("compare", first="nato", second="eu", day="2026")
    assert "On 30 December 2025" in "".join(part.value for part in app.markdown)
    assert [part.value for part in app.caption] == ["The tables of both reach to 30 December 2025."]
    assert "named-eu-in-europe-2025-12-30" in html_of(app)
    assert not opened("compare", first="nato", second="eu", day="2004").caption


@pytest.mark.parametrize("days", [DAYS, (date(1989, 12, 31), TABLES.as_of)])
def test_on_a_slide_title_and_sentence_keep_to_their_boxes_in_any_font(days: tuple[date, date]) -> None:
    (slide,) = Presentation(io.BytesIO(pair_pptx(Pair(days, "light", TABLES)))).slides
    told = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]
    assert len(told) == 2
    for shape in told:
        (run,) = shape.text_frame.paragraphs[0].runs
        line = (run.text, round(run.font.size / PX), bool(run.font.bold))
        assert height_of([line], WIDTH - 2 * MARGIN) <= shape.height / PX
