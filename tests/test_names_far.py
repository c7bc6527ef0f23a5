"""A small map is sparing with numbers: who finds no place near has one, and the page tells it beneath."""

import re
from math import hypot

import numpy as np
import pytest

from data.compare import STRIP_YEARS
from data.picture import picture_on
from data.tables import current_tables
from data.timeline import picture_day
from geo.drawing.name_far import MOST_TIMES, with_far_told
from geo.drawing.name_forms import Form, Wish
from geo.drawing.name_leaders import LONGEST
from geo.drawing.name_led import Laid
from geo.drawing.name_table import Name
from geo.drawing.number_rows import Listed
from geo.drawing.palette import THEMES
from geo.drawing.sheet import NO_FOCUS, Sheet
from geo.lesson.lesson import current_lesson
from geo.pair import MAP, Pair
from geo.picture import _Picture
from geo.publish.paper import ON_PAPER
from geo.publish.stop_picture import stop_drawn
from geo.wire.day_pictures import SHEETS, numbers_on
from pages.parts.small_maps import numbers_beneath
from pages.parts.two_days import figure

TABLES = current_tables()
GROUND = np.zeros(1, bool)
DAY = picture_day(2004, TABLES)


def wish(key: str, *, must: bool = True) -> Wish:
    return Wish(key, key, "", 0, 0, 1, GROUND, must, joined=False)


def laid(*keys: str) -> Laid:
    return [Name(key, Form((key,), 1, 1, 1), 0, 0, joined=False) for key in keys], ()


def test_only_who_finds_no_place_has_a_number_and_lines_to_the_others_are_as_long_as_may_be() -> None:
    asked: list[dict[str, tuple[str, bool]]] = []

    def lay(wishes: object) -> Laid:
        asked.append({each.key: (each.number, each.led) for each in wishes})  # type: ignore[attr-defined]
        return laid("EST", "LTU") if len(asked) > 1 else laid("EST")

    names, _ = with_far_told([wish("EST"), wish("LTU"), wish("SWE", must=False)], lay)
    assert {name.key for name in names} == {"EST", "LTU"}
    assert asked == [
        {"EST": ("", True), "LTU": ("", True), "SWE": ("", False)},
        {"EST": ("", True), "LTU": ("0", False), "SWE": ("", False)},
    ]


def test_names_are_not_laid_out_without_end() -> None:
    keys = ["EST", "LTU", "LVA", "POL"]
    calls: list[int] = []

    def lay(_: object) -> Laid:
        calls.append(1)
        return laid(*(key for key in keys if key != keys[len(calls) - 1]))  # always another is lost

    with_far_told([wish(key) for key in keys], lay)
    assert len(calls) == MOST_TIMES


@pytest.mark.slow
@pytest.mark.parametrize("sheet", [*SHEETS.values(), MAP], ids=[*SHEETS, "pair"])
def test_on_small_maps_all_that_must_are_told_and_no_line_leads_too_far(sheet: Sheet) -> None:
    for year in (*STRIP_YEARS, 2017):
        facts = picture_on(picture_day(year, TABLES), TABLES)
        picture = _Picture(facts, "europe", ("front", "names"), THEMES["light"], sheet, NO_FOCUS)
        names, listed = picture._names
        found = {*(name.key for name in names)} | {key for key, text in facts.labels.items() if text in texts(listed)}
        box = sheet.map
        here = [each for each in picture._asked.wishes if box.x <= each.x <= box.x + box.width and each.y <= box.height]
        assert {each.key for each in here if each.must} <= found, year
        for name in names:
            if name.leader:
                from_x, from_y, to_x, to_y = name.leader
                assert hypot(to_x - from_x, to_y - from_y) <= LONGEST * name.form.size, (year, name)


def texts(listed: tuple[Listed, ...]) -> set[str]:
    return {each.text for each in listed}


def test_a_number_on_a_small_map_is_told_beneath_it_where_that_is_seen() -> None:
    small, named = numbers_on(DAY, TABLES), numbers_on(DAY, TABLES, "named")
    # Whose names would lie over the gold, or where their ink is not seen.
    told = "Bulgaria", "Estonia", "Latvia", "Lithuania", "Romania", "Slovakia", "Slovenia"
    assert [row.label for row in small] == ["On the map:", *told]
    assert [row.number for row in small] == ["", *(str(number) for number in range(1, 8))]
    assert [row.label for row in named] == ["On the map:", "Estonia", "Lithuania", "Slovakia", "Slovenia"]
    html = str(figure(DAY, TABLES, "light", "/files", is_named=True))
    assert '<span class="numbers" data-look="small">On the map: <b>1</b> Bulgaria' in html
    assert "data-look" not in str(figure(DAY, TABLES, "light", "/files"))
    assert "numbers" not in str(figure(picture_day(1982, TABLES), TABLES, "light", "/files", is_named=True))


def test_two_looks_with_the_same_numbers_have_one_list() -> None:
    rows = numbers_on(DAY, TABLES)
    assert numbers_beneath(rows, rows) == {"": rows}
    assert numbers_beneath((), rows) == {"named": rows}
    assert numbers_beneath(()) == {}


def test_a_pair_tells_the_numbers_of_each_map_beneath_it(monkeypatch: pytest.MonkeyPatch) -> None:
    days = picture_day(1982, TABLES), picture_day(1999, TABLES)
    assert not any(side.numbers for side in Pair(days, "light", TABLES).sides())
    pair = Pair((days[0], DAY), "light", TABLES)
    monkeypatch.setattr("geo.pair.MAP", SHEETS["small"])
    before, after = pair.sides()
    assert not before.numbers
    assert after.numbers[:2] == [("", "On the map:"), ("", "1 Bulgaria")]
    assert ">1 Bulgaria<" in pair.draw()


def test_a_name_that_a_number_could_stand_for_leans_on_no_neighbour() -> None:
    """Before the Wall is open the handout asks for both Germanies: half of one stood on France."""
    stop = next(stop for stop in current_lesson().stops if stop.year == 1990)
    made = stop_drawn(stop, TABLES, ON_PAPER, asked=True)
    drawn = made.svg()
    outlines = [dict(re.findall(r'(\S+)="([^"]*)"', text)) for text in re.findall("<text([^>]*)>[^<]*Germany", drawn)]
    numbers = [row.label for row in made.key if row.is_number and "Germany" in row.label]
    assert len(outlines) == 1
    assert numbers == ["East Germany"], "to whose coast no line leads without an isle of others beneath the name"
    assert {outline["stroke"] for outline in outlines} == {THEMES["light"].sea}
