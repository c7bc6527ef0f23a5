"""Where names stand on pictures: the cases that hold for the atlas too, and laws on real days."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from math import hypot
from typing import Any

import numpy as np
import pytest
import shapely
from each import for_each
from hypothesis import given
from hypothesis import strategies as st
from name_cases import CASES, letters, rounded

from data.headlines import headline_on
from data.picture import picture_on
from data.quotation import town_of
from data.rows import rows
from data.tables import current_tables
from data.timeline import picture_day
from data.words import browser_words
from geo.drawing.blank_numbers import OWN
from geo.drawing.ground import CELL, ELSEWHERE, SEA, Ground, OnSheet
from geo.drawing.kept import drawing
from geo.drawing.key import NUMBER
from geo.drawing.label_layout import Box
from geo.drawing.line_grid import LineGrid
from geo.drawing.name_forms import Form, Wish, break_name, ways_to_write
from geo.drawing.name_layout import place_names
from geo.drawing.name_leaders import NEAR
from geo.drawing.name_numbers import by_number, is_rare, is_told, with_room_for_numbers
from geo.drawing.name_sight import in_sight
from geo.drawing.name_table import STEP, Name, lies
from geo.drawing.palette import THEMES
from geo.drawing.read_once import ground_of
from geo.drawing.sheet import CARD, FULL, SMALL, Focus, Sheet
from geo.picture import _Picture, drawn
from geo.publish.stop_picture import STOP
from geo.publish.worksheet import WIDE

TABLES = current_tables()
VIEW = CASES["view"]
GROUND = Ground.of(VIEW)
YEARS = (1955, 1968, 1989, 1991, 2004, 2008, 2026)
NAMES = ("front", "names")


# ---------------------------------------------------------------------- the cases


@for_each("case", CASES["sight"], ids=lambda case: case["what"])
def test_a_middle_beyond_the_map_comes_into_sight_as_the_cases_have_it(case: dict[str, Any]) -> None:
    k, x, y = (case["camera"][part] for part in "kxy")
    (asked,) = case["names"]
    at, own = asked["at"], GROUND.own(asked["units"])
    wish = Wish("", "", "", at[0] * k + x, at[1] * k + y, 100, own, asked["must"], joined=False)
    seen = in_sight(wish, OnSheet(GROUND, k, x, y), Box(0, 0, *case["size"]))
    assert [seen.x, seen.y, seen.inland] == case["seen"]


@for_each("case", CASES["cases"], ids=lambda case: case["what"])
def test_names_stand_where_the_cases_have_them(case: dict[str, Any]) -> None:
    k, x, y = (case["camera"][part] for part in "kxy")
    wishes = [
        Wish(
            asked["id"], asked["text"], asked["short"], asked["at"][0] * k + x, asked["at"][1] * k + y,
            asked["room"] * k, GROUND.own(asked["units"]), asked["must"], asked["joined"],
            quiet=asked.get("quiet", False), number=asked.get("number", ""), belongs=asked.get("belongs", False),
            inland=asked.get("inland", False),
            plain=GROUND.own(asked["plain"]) if "plain" in asked else None, led=asked.get("led", False),
            tied=asked.get("tied", False), late=asked.get("isLate", False), strong=asked.get("strong", False),
        )
        for asked in case["names"]
    ]  # fmt: skip
    bounds, lines, ends = Box(0, 0, *case["size"]), case.get("lines", []), case.get("ends", [])
    placed = place_names(
        wishes,
        CASES["base"],
        CASES["least"],
        letters,
        OnSheet(GROUND, k, x, y),
        [Box(*box) for box in case["blocked"]],
        bounds,
        LineGrid.of(lines, k, x, y, bounds, ends) if lines or ends else None,
    )
    assert [told(name) for name in placed] == case["placed"]
    written, listed = by_number(placed, wishes, bounds)
    assert [[*each][:3] for each in listed] == case.get("listed", [])
    assert {(each.number,) for each in listed if each.number} <= {name.form.lines for name in written}


@for_each("case", CASES["told"], ids=lambda case: case["what"])
def test_who_is_told_by_number_at_least(case: dict[str, Any]) -> None:
    assert is_told(**{part: given for part, given in case.items() if part not in ("what", "told")}) == case["told"]


@for_each("case", CASES["rare"], ids=lambda case: case["what"])
def test_who_has_a_status_that_few_have(case: dict[str, Any]) -> None:
    assert is_rare(**{part: given for part, given in case.items() if part not in ("what", "rare")}) == case["rare"]


@for_each("case", CASES["ranks"], ids=lambda case: case["what"])
def test_who_comes_before_others(case: dict[str, Any]) -> None:
    asked = wish("A", rare=case["rare"], belongs=case["belongs"], tied=case["tied"])
    assert asked.rank == case["rank"]


@for_each("case", CASES["listed"], ids=lambda case: case["what"])
def test_the_list_of_names_that_do_not_stand(case: dict[str, Any]) -> None:
    asked = [
        wish(
            each["id"], text=each["text"], x=each["x"], y=each["y"], number=each["number"], joined=each["joined"],
            late=each.get("isLate", False), counts=each.get("counts", False),
        )
        for each in case["names"]
    ]  # fmt: skip
    numbers = {each.key: each.number or each.text for each in asked}
    names = [Name(key, Form((numbers[key],), 16, 16, 16), 100, 100, joined=False) for key in case["standing"]]
    _, listed = by_number(names, asked, Box(0, 0, 200, 200))
    assert [[*each][:3] for each in listed] == case["listed"]


def wish(key: str, *, text: str = "", x: float = 0, y: float = 0, joined: bool = False, **more: Any) -> Wish:
    own = np.zeros(1, dtype=bool)
    return Wish(key, text or key, "", x, y, 0, own, must=False, joined=joined, **more)


@for_each("case", CASES["numbers"], ids=lambda case: case["what"])
def test_who_may_stand_as_a_number(case: dict[str, Any]) -> None:
    own = np.zeros(1, dtype=bool)
    wishes = [
        Wish(
            name["id"], name["id"], "", name.get("x", 0), name.get("y", 0), name.get("room", 0), own, name["must"],
            joined=False, quiet=name["quiet"], inland=name.get("inland", False), tied=name.get("tied", False),
            rare=name.get("rare", False),
        )
        for name in case["names"]
    ]  # fmt: skip
    sheet, (left, top, right, bottom) = case["sheet"], case["sheet"]["frame"]
    frame = Box(left, top, right - left, bottom - top)
    found = with_room_for_numbers(wishes, {*case["told"]}, sheet["base"], Box(0, 0, *sheet["size"]), frame)
    assert [wish.number for wish in found] == case["numbers"]


def told(name: Name) -> dict[str, Any]:
    form = {"lines": name.form.lines, "size": name.form.size}
    return rounded(
        {
            "id": name.key,
            "x": name.x,
            "y": name.y,
            "at_sea": name.at_sea,
            "leader": name.leader,
            "inland": name.inland,
            "astray": name.astray,
            **form,
        }
    )


# ---------------------------------------------------------------------- the ground


@pytest.mark.parametrize("view", ["europe", "world"])
def test_the_ground_is_that_of_the_shapes(view: str) -> None:
    drawn = drawing(view, TABLES.units)
    ground = Ground.of({"width": drawn.width, "height": drawn.height, "land": drawn.land, "paths": drawn.paths})
    for unit in ("FRA", "RUS", "DEU-EAST", "UKR"):
        cells = np.argwhere(ground.cells == ground.index[unit])
        middles = shapely.points((cells[:, ::-1] + 0.5) * CELL)
        shape = drawn.shapes[unit].buffer(1)
        shapely.prepare(shape)
        assert shapely.contains(shape, middles).mean() > 0.99
        assert len(cells) * CELL**2 == pytest.approx(drawn.shapes[unit].area, rel=0.05)
    assert {SEA, ELSEWHERE} <= set(np.unique(ground.cells).tolist())


# ---------------------------------------------------------------------- words


texts = st.text(alphabet="abcdefgh ", min_size=1, max_size=24).map(str.strip).filter(bool)


@given(texts)
def test_breaking_a_name_keeps_its_words(text: str) -> None:
    assert " ".join(break_name(text)).split() == text.split()


def test_a_name_is_tried_whole_then_shorter_then_on_two_lines() -> None:
    assert ways_to_write("United Kingdom", "UK") == (("United Kingdom",), ("UK",), ("United", "Kingdom"))
    assert ways_to_write("France", "") == (("France",),)


def test_a_shorter_form_is_of_a_name_that_stands_and_is_shorter() -> None:
    labels = {name for year in range(TABLES.first_year, 2027) for name in labels_of(year).values()}
    for name, short in browser_words()["short_name"].items():
        assert name in labels
        assert len(short) < len(name)


def labels_of(year: int) -> dict[str, str]:
    return dict(picture_on(picture_day(year, TABLES), TABLES).labels)


def test_a_headline_names_whom_it_says_and_no_quiet_year_names_anybody() -> None:
    named = {year: set(picture_on(picture_day(year, TABLES), TABLES).named) for year in (1968, 1985, 2008, 2026)}
    assert "CSK" in named[1968]
    assert {"ALB", "HRV", "MKD", "UKR", "GEO"} <= named[2008]
    assert named[1985] == set()
    for year, keys in named.items():
        line = headline_on(picture_day(year, TABLES), TABLES)
        for key in keys:
            name = labels_of(year)[key]
            short = browser_words()["short_name"].get(name, name)
            assert re.search(rf"\b({name}|{short})\b", f"{line.title} {line.detail}")


# ---------------------------------------------------------------------- real days


class Placed(_Picture):
    """A picture whose names can be asked for."""

    def names(self) -> tuple[list[Wish], list[Name], list[Box]]:
        """What is asked for, what stands, and what that keeps clear of."""
        stood: list[tuple[list[Name], list[Box]]] = []

        def placed(blocked: list[Box], asked: Sequence[Wish] | None = None) -> list[Name]:
            stood.append((_Picture._placed(self, blocked, asked), blocked))
            return stood[-1][0]

        self._placed = placed  # type: ignore[method-assign]
        assert list(self._ink())
        shown = [name.key for name in self._names[0]]
        names, blocked = next(each for each in stood[::-1] if [name.key for name in each[0]] == shown)
        return self._asked.wishes, names, blocked

    def dots(self) -> list[tuple[float, float]]:
        """The middle of West Berlin, where it has a dot."""
        return [self.screen(self.view["berlin"])] if self._on_map.west_berlin else []


def drafts() -> Iterator[tuple[int, str, Sheet, tuple[str, ...], Focus]]:
    for year in YEARS:
        for sheet, layers in ((STOP, NAMES), (FULL, (*NAMES, "statements")), (SMALL, NAMES)):
            yield year, "europe", sheet, layers, Focus(("UKR",))
    for view in ("arctic", "world"):
        yield 2004, view, STOP, NAMES, Focus()
        yield 2026, view, FULL, (*NAMES, "statements"), Focus()


@pytest.mark.slow
def test_no_name_stands_on_a_wrong_country_or_on_another_and_none_that_must_is_missing() -> None:
    wrong, overlaps, missing, far = [], [], [], []
    for year, view, sheet, layers, focus in drafts():
        day = picture_day(year, TABLES)
        picture = Placed(picture_on(day, TABLES), view, layers, THEMES["light"], sheet, focus)
        wishes, names, blocked = picture.names()
        what = f"{year} {view} {sheet.width}"
        boxes = [name.box for name in names]
        overlaps += [
            f"{what} {one.key} {other.key}" for one, other in combinations(names, 2) if one.box.meets(other.box)
        ]
        overlaps += [f"{what} {name.key}" for name in names for box in blocked if name.box.meets(box)]
        overlaps += [
            f"{what} {name.key}" for name in names for x, y in picture.dots() if name.box.meets(Box(x, y, 1, 1))
        ]
        standing = {name.key for name in names}
        told = f"{[row.label for row in picture.key]} {picture.headline.title} {picture.headline.detail}"
        missing += [
            f"{what} {wish.key}"
            for wish in wishes
            if wish.must and on(picture.sheet, wish) and wish.key not in standing and wish.text not in told
        ]
        wrong += [f"{what} {key}" for key in strangers(picture, names, wishes)]
        far += [f"{what} {key}" for key in strayed(picture, names, wishes)]
        assert all(inside(box, picture.sheet.map) for box in boxes)
    assert (wrong, overlaps, missing, far) == ([], [], [], [])


def test_a_number_on_a_blank_map_hides_no_state_to_colour() -> None:
    hidden, led = [], set()
    for year in (1949, 1954, 1990, 1998, 2003, 2026):
        picture = Placed(
            picture_on(picture_day(year, TABLES), TABLES), "europe", NAMES, THEMES["light"], WIDE, Focus(blank=True)
        )
        wishes, names, _ = picture.names()
        assert {name.key for name in names} == {wish.key for wish in wishes if on(picture.sheet, wish)}
        own = {wish.key: wish.own for wish in wishes}
        led |= {name.key for name in names if name.leader}
        seen = OnSheet(ground_of("europe", TABLES), picture.k, picture.x, picture.y)
        for name in (name for name in names if not name.at_sea):
            mine, foreign, _ = lies(seen, name.form, np.array([name.x]), np.array([name.y]), own[name.key])
            if mine.sum() < OWN * (mine.sum() + foreign.sum()):
                hidden.append(f"{year} {name.key}")
    assert hidden == []
    assert "LUX" in led


def on(sheet: Sheet, wish: Wish) -> bool:
    return 0 <= wish.x <= sheet.map.width and 0 <= wish.y <= sheet.map.height


def inside(box: Box, frame: Box) -> bool:
    across = frame.x <= box.x and box.x + box.width <= frame.x + frame.width
    return across and frame.y <= box.y and box.y + box.height <= frame.y + frame.height


def strayed(picture: Placed, names: list[Name], wishes: list[Wish]) -> Iterator[str]:
    """The names that need not stand nor be told whose leader lands, crosses two countries or a third of the map."""
    asked = {wish.key: wish for wish in wishes}
    seen = OnSheet(ground_of(picture.view["name"], TABLES), picture.k, picture.x, picture.y)
    for name in names:
        if name.leader is None or asked[name.key].must or asked[name.key].number:
            continue
        from_x, from_y, to_x, to_y = name.leader
        length = hypot(to_x - from_x, to_y - from_y)
        along = np.arange(0, length, STEP) / length
        under = seen.under(from_x + (to_x - from_x) * along, from_y + (to_y - from_y) * along)
        foreign = (under != SEA) & ~asked[name.key].own[under]
        first = int(foreign.argmax())
        lands = foreign.any() and first > 0 and under[first - 1] == SEA
        if lands or len({*under[foreign].tolist()}) > 1 or length > picture.sheet.map.width / 3:
            yield name.key


def strangers(picture: Placed, names: list[Name], wishes: list[Wish]) -> Iterator[str]:
    """The names whose middle lies in the exact shape of another country, or at sea where it should not."""
    drawn = drawing(picture.view["name"], TABLES.units)
    units = list(drawn.shapes)
    tree = shapely.STRtree([drawn.shapes[unit] for unit in units])
    index = picture.view["paths"]
    owners = {
        wish.key: {unit for unit, at in zip(index, range(2, 256), strict=False) if wish.own[at]} for wish in wishes
    }
    for name in names:
        point = shapely.Point((name.x - picture.x) / picture.k, (name.y - picture.y) / picture.k)
        under = {units[i] for i in tree.query(point, predicate="within")}
        strange = under - owners[name.key]
        if any(drawn.shapes[unit].boundary.distance(point) > CELL for unit in strange):  # as exact as the grid is
            yield name.key


def test_the_countries_of_the_headline_and_the_joined_are_written_on_a_slide_or_told_by_their_number() -> None:
    joined = {"Bulgaria", "Estonia", "Latvia", "Lithuania", "Romania", "Slovakia", "Slovenia"}
    for day, names in ((2004, joined), (1968, {"Czechoslovakia"}), (date(2008, 4, 3), {"Albania", "Croatia"})):
        made = drawn(day, "europe", NAMES, sheet=STOP)
        numbers = {row.sign.removeprefix(NUMBER): row.label for row in made.key if row.is_number}
        written = {name for name in names if f">{name}<" in "".join(made.ink)}
        assert written.isdisjoint(numbers.values())
        assert {name for name in names - written} <= {*numbers.values()}
        for number in filter(str.isdigit, numbers):
            assert f">{number}<" in "".join(made.ink)
        assert len(written) >= (4 if names == joined else 0)


def test_a_picture_that_has_no_key_has_no_numbers() -> None:
    facts = picture_on(date(2004, 3, 29), TABLES)
    for sheet in (SMALL, CARD):
        picture = Placed(facts, "europe", NAMES, THEMES["light"], sheet, Focus())
        assert not any(wish.number for wish in picture.names()[0])


def test_names_keep_off_the_fronts_where_they_can() -> None:
    day = picture_day(1989, TABLES)
    picture = Placed(picture_on(day, TABLES), "europe", NAMES, THEMES["light"], FULL, Focus())
    fronts = picture._ruled.ends
    grid = LineGrid.of([], *picture.place, FULL.map, fronts)
    over = [
        name.key
        for name in picture.names()[1]
        if grid.crosses(
            *(
                np.array([side])
                for side in (name.box.x, name.box.y, name.box.x + name.box.width, name.box.y + name.box.height)
            )
        )[0]
    ]
    assert fronts
    assert over == []


def test_a_name_that_need_not_stand_keeps_off_every_coast_but_its_own() -> None:
    count = 0
    for year, view, sheet in ((2004, "europe", STOP), (2022, "world", FULL), (1989, "north_atlantic", FULL)):
        picture = Placed(picture_on(picture_day(year, TABLES), TABLES), view, NAMES, THEMES["light"], sheet, Focus())
        wishes, names, _ = picture.names()
        asked = {wish.key: wish for wish in wishes}
        for name in (name for name in names if name.at_sea and not asked[name.key].must):
            pad, box = NEAR * name.form.size, name.box
            across = np.linspace(box.x - pad, box.x + box.width + pad, 19)
            down = np.linspace(box.y - pad, box.y + box.height + pad, 7)
            under = picture._on_sheet.under(across[None, :], down[:, None])
            assert not ((under != SEA) & ~asked[name.key].own[under]).any(), (year, name.key)
            count += 1
    assert count > 9


def test_a_part_of_a_state_with_no_border_drawn_has_no_name() -> None:
    for day, has_name in ((date(2007, 12, 31), False), (date(2008, 3, 1), True)):
        picture = Placed(picture_on(day, TABLES), "balkans", NAMES, THEMES["light"], FULL, Focus())
        assert ("XKX" in {wish.key for wish in picture.names()[0]}) == has_name


def test_a_town_that_reads_as_a_word_has_its_state() -> None:
    towns = {row.city: town_of(row) for row in rows(TABLES, "statements")}
    assert towns["Independence"] == "Independence, Missouri"
    assert towns["Moscow"] == "Moscow"
