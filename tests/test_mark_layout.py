"""Where the marks of statements stand on a picture, and what the lines and hatches around them look like."""

import io
import json
import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations
from math import dist
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
import shapely
from each import for_each
from hypothesis import given
from hypothesis import strategies as st
from made import made_view
from made_ground import MadeGround
from PIL import Image
from pytest import approx

from data.picture import picture_on
from data.rows import rows
from data.statement_places import place_numbers
from data.tables import current_tables
from data.vocabulary import Overlay
from geo.drawing.arc_layout import CLEAR, arcs_of, ends_of
from geo.drawing.force_signs import place_forces
from geo.drawing.kept import drawing
from geo.drawing.label_layout import Box
from geo.drawing.mark_beside import Land, stand_beside
from geo.drawing.mark_layout import BACK, Made, Stack, pins_of, plate_of, stack_marks, threads_of
from geo.drawing.palette import HATCHES, LIGHT, THEMES
from geo.drawing.rings import main_rings
from geo.drawing.sheet import SMALL, Focus, Sheet
from geo.drawing.sign_parts import line_signs
from geo.drawing.svg import png
from geo.picture import svg

CASES = json.loads((Path(__file__).parent / "golden" / "mark_layout.json").read_text(encoding="utf-8"))
TABLES = current_tables()
EUROPE = made_view("europe")
STAGE = Box(0, 0, 1200, 700)
HALF_SIGN = 12
"""Px within which the place of a statement lies from that which its pin, or its sign, tells."""
MAP_ALONE = Sheet(1200, 706, Box(0, 0, 1200, 706), base=13, around="nothing")
SAID = {row.id: row for row in rows(TABLES, "statements")}


def plain(stacks: list[Stack]) -> list[Any]:
    return [
        [stack.away, stack.folded, [[id_, approx(x, abs=0.06), approx(y, abs=0.06)] for id_, x, y in stack.marks]]
        for stack in stacks
    ]


# ---------------------------------------------------------------------- the rules that both languages follow


@for_each("case", CASES["stacks"])
def test_marks_stand_where_the_cases_say(case: dict[str, Any]) -> None:
    made = [Made(f"S{i}", x, y, room) for i, (x, y, room) in enumerate(case["points"])]
    assert case["stacks"] == plain(stack_marks(made, Box(0, 0, *case["size"]), case["unit"]))


@for_each("case", CASES["arcs"])
def test_arcs_run_as_the_cases_say(case: dict[str, Any]) -> None:
    taken, bounds = [Box(*box) for box in case["taken"]], Box(0, 0, *case["size"])
    arcs = arcs_of(case["start"], case["targets"], taken, bounds, case["unit"])
    assert [[d, list(end)] for d, end in arcs] == case["arcs"]


@for_each("case", CASES["ends"], ids=lambda case: case["what"])
def test_arcs_end_where_the_cases_say(case: dict[str, Any]) -> None:
    taken, bounds = [Box(*box) for box in case["taken"]], Box(0, 0, *case["size"])
    ends = ends_of(case["middle"], taken, bounds, MadeGround(case["land"]), case["unit"])
    assert [[round(x, 1), round(y, 1)] for x, y in ends[: len(case["ends"])]] == case["ends"]
    assert len(ends) == case["count"]


def beside(case: dict[str, Any]) -> list[Stack]:
    made = [Made(f"S{i}", *point) for i, point in enumerate(case["points"])]
    bounds, ground = Box(0, 0, *case["size"]), MadeGround(case["land"])
    land = Land(ground, ground.area_of, {*case["dear"]})
    return stand_beside(stack_marks(made, bounds, case["unit"], ground), bounds, case["unit"], land)


@pytest.mark.parametrize("case", CASES["beside"], ids=[case["what"] for case in CASES["beside"]])
def test_marks_stand_beside_what_they_would_hide_as_the_cases_say(case: dict[str, Any]) -> None:
    def tenths(numbers: Iterable[float]) -> list[float]:
        return [round(number, 1) for number in numbers]

    for stack, (marks, pins, threads) in zip(beside(case), case["stacks"], strict=True):
        assert [[id_, *tenths((x, y))] for id_, x, y in stack.marks] == marks
        assert [*map(tenths, pins_of(stack, case["unit"]))] == pins
        assert [*map(tenths, threads_of(stack))] == threads


@given(
    place=st.tuples(st.floats(20, 580), st.floats(20, 380)),
    land=st.lists(st.tuples(*[st.integers(0, 500)] * 2, *[st.integers(4, 200)] * 2), max_size=4, unique=True),
    dear=st.sets(st.integers(2, 5)),
)
def test_a_mark_beside_its_place_stands_on_nothing_that_is_dear_and_not_far(
    place: tuple[float, float], land: list[tuple[int, int, int, int]], dear: set[int]
) -> None:
    boxes = [[*box, 2 + i] for i, box in enumerate(land)]
    (stack,) = beside({"points": [place], "size": [600, 400], "unit": 1, "land": boxes, "dear": dear})
    if not stack.pinned:
        assert (stack.x, stack.y) == place
        return
    ((*foot, _, _),) = pins_of(stack, 1)
    assert tuple(foot) == place
    assert 18 <= np.hypot(stack.x - place[0], stack.y - place[1]) <= 55 + 1e-6
    below = MadeGround(boxes).under(*np.array([[stack.x, stack.y]]).T).item()
    assert below not in dear


def test_the_cases_hold_each_outcome() -> None:
    stacks = [stack for case in CASES["stacks"] for stack in case["stacks"]]
    assert {folded for _, folded, marks in stacks if len(marks) > 1} == {True, False}
    assert {away for away, _, _ in stacks} == {"", "left", "right", "top", "bottom"}


# ---------------------------------------------------------------------- a stack that is too large is one badge

crowds = st.lists(
    st.builds(
        lambda at, room: (*at, room),
        st.one_of(
            st.tuples(st.integers(-300, 1500), st.integers(-300, 1000)), st.sampled_from([(600, 300), (630, 320)])
        ),
        st.integers(0, 150),
    ),
    min_size=1,
    max_size=24,
)


@given(crowd=crowds, unit=st.sampled_from([1, 1.8]))
def test_no_marks_cover_others_or_more_than_their_country(crowd: list[tuple[int, int, int]], unit: float) -> None:
    made = [Made(str(i), *place) for i, place in enumerate(crowd)]
    stacks = stack_marks(made, STAGE, unit)
    rooms = {each.id: each.room for each in made}
    assert sorted(id_ for stack in stacks for id_, _, _ in stack.marks) == sorted(rooms)
    for stack in stacks:
        plate = plate_of(stack, unit)
        assert plate.x >= 0
        assert plate.x + plate.width <= STAGE.width
        if stack.folded or len(stack.marks) == 1:
            assert (plate.width, plate.height) == approx((2 * BACK * unit, 2 * BACK * unit))
            continue
        assert plate.width <= STAGE.width * 0.15
        room = rooms[stack.marks[0][0]]
        assert stack.away or plate.width / 2 <= 2 * room + BACK * unit
    for one, other in combinations([stack for stack in stacks if not stack.away], 2):
        if (one.folded or len(one.marks) == 1) and (other.folded or len(other.marks) == 1):
            assert np.hypot(one.x - other.x, one.y - other.y) >= 2 * BACK * unit - 1e-6
        else:
            assert not plate_of(one, unit).meets(plate_of(other, unit))


@given(place=st.tuples(st.integers(0, 1200), st.integers(0, 700)), count=st.integers(2, 4))
def test_a_row_hangs_from_its_place_and_one_mark_stands_there(place: tuple[int, int], count: int) -> None:
    (one,) = stack_marks([Made("0", *place)], STAGE)
    (row,) = stack_marks([Made(str(i), *place) for i in range(count)], STAGE)
    assert pins_of(one, 1) == []
    (pin,) = pins_of(row, 1)
    assert pin[:2] == place
    (thread,) = threads_of(row)
    assert thread[0] <= pin[2] <= thread[2]
    assert pin[3] == thread[1]
    assert abs(pin[3] - place[1]) >= 10 - 1e-6


@given(crowd=crowds, unit=st.sampled_from([0.76, 1, 1.8]))
def test_no_pin_is_that_of_two_places_and_each_has_one_unless_its_sign_stands_there(
    crowd: list[tuple[int, int, int]], unit: float
) -> None:
    made = {str(i): Made(str(i), *place) for i, place in enumerate(crowd)}
    for stack in stack_marks([*made.values()], STAGE, unit):
        if stack.away:
            assert pins_of(stack, unit) == []
            continue
        feet = {pin[:2] for pin in pins_of(stack, unit)} | (set() if stack.pinned else {stack.place})
        for id_, _, _ in stack.marks:
            at = made[id_].x, made[id_].y
            assert min(dist(at, foot) for foot in feet) <= HALF_SIGN * unit + 1e-9


def test_a_stack_unfolds_where_its_country_has_room() -> None:
    def folded(room: float, count: int = 3) -> bool:
        (stack,) = stack_marks([Made(str(i), 600, 300, room) for i in range(count)], STAGE)
        return stack.folded

    assert [folded(room) for room in (2, 10, 60, 200)] == [True, True, False, False]
    assert not folded(0, count=1)


def test_a_place_knows_how_far_the_next_country_is() -> None:
    places, numbers = EUROPE["places"], place_numbers(TABLES)
    rooms = {row.city: places[numbers[row.id]][2] * 1.875 for row in SAID.values()}  # km
    assert rooms["Moscow"] == approx(400, abs=25)
    assert rooms["Bucharest"] < 60
    assert rooms["Geneva"] < 8


# ---------------------------------------------------------------------- one arc a target, none at rest


def drawn(text: str, name: str = "path") -> list[dict[str, str]]:
    return [dict(node.attrib) for node in ElementTree.fromstring(text).iter(f"{{http://www.w3.org/2000/svg}}{name}")]


@pytest.mark.parametrize("when", [1955, 1990, 2008, 2014, 2022])
def test_a_picture_at_rest_has_no_arcs(when: int) -> None:
    text = svg(when, layers=("front", "names", "statements"), tables=TABLES)
    assert 'data-statement="' in text
    assert "data-arc" not in text


@for_each("id_", [row.id for row in SAID.values() if len(row.targets) > 1][::4])
def test_the_statement_of_a_picture_has_one_cased_arc_for_each_whom_it_names(id_: str) -> None:
    row = SAID[id_]
    paths = drawn(svg(max(row.day, TABLES.first_day), focus=Focus(statement=id_), tables=TABLES))
    arcs = [path["d"] for path in paths if path.get("data-arc") == id_]
    assert len(arcs) <= len([target for target in row.targets if target in EUROPE["anchors"]])
    assert len({pairs(d)[-1] for d in arcs}) == len(arcs)
    assert set(arcs) <= {path["d"] for path in paths if path.get("stroke") == LIGHT.mark_casing}


@for_each("name", THEMES)
def test_an_arc_and_its_end_have_the_colour_that_the_key_gives_them(name: str) -> None:
    text = svg(2008, focus=Focus(statement="2008-04-03-bucharest-declaration"), theme=name, tables=TABLES)
    strokes = {path["stroke"] for path in drawn(text) if "data-arc" in path}
    ends = {dot["fill"] for dot in drawn(text, "circle") if dot.get("stroke-width") == "1.4"}
    assert strokes == ends == set(re.findall("#[0-9a-f]{6}", line_signs(THEMES[name])["arc"]))


points = st.tuples(st.floats(0, 1200), st.floats(0, 700))


@given(start=points, targets=st.lists(points, max_size=7))
def test_arcs_are_one_for_each_target_that_is_far_enough(
    start: tuple[float, float], targets: list[tuple[float, float]]
) -> None:
    arcs = arcs_of(start, [[end] for end in targets], [], STAGE)
    far = [end for end in targets if np.hypot(end[0] - start[0], end[1] - start[1]) >= 30]
    assert sorted(end for _, end in arcs) == sorted(far)


def test_an_arc_goes_around_words() -> None:
    straight = arcs_of((100, 300), [[(900, 300)]], [], STAGE)
    (x0, y0), (bx, by), (x1, y1) = pairs(straight[0][0])
    middle = (x0 + 2 * bx + x1) / 4, (y0 + 2 * by + y1) / 4
    words = Box(middle[0] - 40, middle[1] - 9, 80, 18)
    around = arcs_of((100, 300), [[(900, 300)]], [words], STAGE)
    assert around != straight
    assert len(around) == 1


boxes = st.builds(Box, *[st.integers(0, 1100)] * 2, *[st.integers(4, 160)] * 2)


@given(middle=points, taken=st.lists(boxes, max_size=12), unit=st.sampled_from([1, 1.8]))
def test_an_arc_ends_clear_of_words_and_signs_wherever_there_is_room(
    middle: tuple[float, float], taken: list[Box], unit: float
) -> None:
    for x, y in ends_of(middle, taken, STAGE, MadeGround([]), unit):
        around = Box(x - CLEAR * unit + 1e-6, y - CLEAR * unit + 1e-6, 2 * CLEAR * unit - 2e-6, 2 * CLEAR * unit - 2e-6)
        assert (x, y) == middle or not any(around.meets(box) for box in taken)


def pairs(d: str) -> list[tuple[float, float]]:
    numbers = [float(number) for number in re.findall(r"-?\d+\.\d", d)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


# ---------------------------------------------------------------------- gold inside, front outside


def pixels(text: str, colour: str) -> np.ndarray[Any, Any]:
    """The places (x, y in px of the sheet) that have a colour, to a few steps."""
    image = np.asarray(Image.open(io.BytesIO(png(text, MAP_ALONE.width))).convert("RGB")).astype(int)
    wanted = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
    y, x = np.nonzero((abs(image - wanted) <= 12).all(axis=2))
    return np.column_stack([x + 0.5, y + 0.5])


def test_the_gold_lies_inside_the_border_and_the_front_line_outside() -> None:
    text = svg(2004, layers=("front",), sheet=MAP_ALONE, tables=TABLES)
    shapes = drawing("europe", TABLES.units).shapes
    found = re.search(r"matrix\(([\d.]+) 0 0 [\d.]+ (-?[\d.]+) (-?[\d.]+)\)", text)
    assert found
    k, *corner = map(float, found.groups())
    joined = shapely.union_all([shapes[unit] for unit in picture_on(date(2004, 12, 31), TABLES).joined])
    shapely.prepare([joined, shapes["RUS"]])

    gold = shapely.points((pixels(text, LIGHT.news) - corner) / k)
    assert len(gold) > 1000
    assert shapely.distance(joined, gold).max() * k <= 1

    border = np.array([point for line in lines(EUROPE["borders"]["EST|RUS"]) for point in line], float)
    ink = shapely.points((pixels(text, LIGHT.front) - corner) / k)
    front = ink[shapely.contains(shapes["RUS"], ink)]
    far = shapely.distance(shapely.multipoints(front), shapely.points(border)) * k
    assert np.quantile(far, 0.9) <= 3  # the front line is there, all along


def lines(path: str) -> list[list[tuple[int, int]]]:
    """Path data in relative whole numbers as lists of points."""
    found = []
    for line in path.split("M")[1:]:
        numbers = [int(number) for number in re.findall(r"-?\d+", line)]
        steps = np.cumsum(np.array(numbers).reshape(-1, 2), axis=0)
        found.append([(int(x), int(y)) for x, y in steps])
    return found


# ---------------------------------------------------------------------- hatches, borders in dispute, specks


def test_ground_in_dispute_has_one_colour_of_stroke_and_a_coast() -> None:
    assert {ink for ink, _, _ in HATCHES[Overlay.DISPUTED].strokes} == {"ink"}
    over = [path for path in drawn(svg(2022, tables=TABLES)) if path.get("data-hatch") == "disputed"]
    assert {path["data-over"] for path in over} >= {"UKR-CRIMEA", "CYP-NORTH"}
    assert {path["stroke"] for path in over} == {LIGHT.ink}


UNITY, LATER = date(1990, 10, 3), date(2007, 12, 31)


@pytest.mark.parametrize(("day", "dotted"), [(UNITY - timedelta(days=1), False), (UNITY, True), (LATER, True)])
def test_eastern_germany_has_the_dots_of_the_union_from_its_first_day_in_it(day: date, dotted: bool) -> None:
    paths = drawn(svg(day, layers=("eu",), tables=TABLES))
    over = {path["data-over"] for path in paths if path.get("data-hatch") == "eu"}
    assert "DEU" in over
    assert ("DEU-EAST" in over) is dotted


def test_the_border_of_kosovo_is_dashed_and_its_casing_whole() -> None:
    paths = [path for path in drawn(svg(2012, tables=TABLES)) if path.get("data-border") == "SRB|XKX"]
    assert [("stroke-dasharray" in path, path["stroke"]) for path in paths] == [(True, LIGHT.border_core)]
    casing = [path for path in drawn(svg(2012, tables=TABLES)) if path["d"] == EUROPE["borders"]["SRB|XKX"]]
    assert ["stroke-dasharray" in path for path in casing] == [False, True]


def test_a_small_picture_has_no_specks_that_read_as_dashes() -> None:
    k = SMALL.map.width / EUROPE["frame"][2]
    for path in drawn(svg(1989, sheet=SMALL, tables=TABLES)):
        if path.get("data-unit") == "PRT":
            assert path["d"] == main_rings(path["d"], 5 / k)
            assert path["d"] != EUROPE["paths"]["PRT"]


# ---------------------------------------------------------------------- forces and statements keep apart

force_points = st.lists(st.tuples(st.integers(0, 1200), st.integers(0, 700)), max_size=12)


@given(places=force_points, crowd=crowds, unit=st.sampled_from([0.75, 1]))
def test_signs_of_forces_never_stand_on_those_of_statements(
    places: list[tuple[int, int]], crowd: list[tuple[int, int, int]], unit: float
) -> None:
    stacks = stack_marks([Made(str(i), *place) for i, place in enumerate(crowd)], STAGE)
    taken = [plate_of(stack, 1) for stack in stacks]
    _, boxes = place_forces([(i, float(x), float(y)) for i, (x, y) in enumerate(places)], taken, STAGE, unit)
    for i, box in enumerate(boxes):
        assert not any(box.meets(other) for other in [*taken, *boxes[:i]])


@pytest.mark.parametrize("year", [1962, 1989, 2008, 2022])
def test_no_sign_of_a_picture_stands_on_another(year: int) -> None:
    text = svg(year, layers=("front", "statements", "forces", "names"), tables=TABLES)
    found = re.findall(r"translate\(([\d.]+) ([\d.]+)\)[^>]*data-(statement|force|badge)=", text)
    marks = [(float(x), float(y)) for x, y, what in found if what != "force"]
    forces = [(float(x), float(y)) for x, y, what in found if what == "force"]
    assert forces
    for x, y in forces:
        assert not any(abs(x - mx) < 22 and abs(y - my) < 18 for mx, my in marks)
