"""Forces: on the map on the days of their interval and on no other, on both sides in one style."""

import re
from collections import Counter
from datetime import date, timedelta

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from made_ground import MadeGround

from data.dates import end_day, first_day
from data.forces import SIGN_OF, camp_of, force_rows, forces_on, sign_of
from data.picture import days_that_differ, picture_on
from data.runs import day_number
from data.tables import current_tables
from data.vocabulary import Camp, ForceKind, ForceSign
from data.words import words
from geo.drawing.force_signs import (
    HALF_HEIGHT,
    HALF_WIDTH,
    crowd_unit,
    fold_crowds,
    force_sign,
    lines_to_places,
    place_forces,
)
from geo.drawing.label_layout import Box
from geo.drawing.mark_beside import Land
from geo.drawing.palette import CAMP_BARS, CAMP_INKS, FORCE_SIGNS, LIGHT, THEMES
from geo.picture import svg
from geo.shapes.extract import read_shapes
from geo.shapes.geodesic import distance_km
from geo.wire.facts import sources_payload
from geo.wire.forces import force_details, force_places

TABLES = current_tables()
ROWS = force_rows(TABLES)
PLACES = force_places(TABLES)
FIRST, LAST = TABLES.first_day, TABLES.as_of
ONE_DAY = timedelta(days=1)
NEAR_KM = 30
"""A coast or a border of the shapes may lie so far from a harbour or a town."""
WITHIN = {"western-berlin": "DEU-EAST"}
"""The shapes cannot separate West Berlin."""
STAGE = Box(0, 0, 900, 600)


def standing(day: date) -> list[str]:
    """What the table says itself, cell by cell."""
    return [row.id for row in ROWS.values() if first_day(row.start_on) <= day < end_day(row.end_on)]


def in_browser(day: date) -> list[str]:
    number = day_number(day, TABLES)
    told = zip(ROWS, PLACES, strict=True)
    return [id_ for id_, at in told if at["from"] <= number and (at["to"] is None or number < at["to"])]


# ---------------------------------------------------------------------- the table


def test_each_force_lies_on_its_ground() -> None:
    shapes = read_shapes(TABLES.units)
    for row in ROWS.values():
        point, shape = shapely.Point(row.lon, row.lat), shapes.geometry.loc[WITHIN.get(row.id, row.unit)]
        nearest, _ = shapely.ops.nearest_points(shape, point)
        assert distance_km((nearest.x, nearest.y), (row.lon, row.lat)) < NEAR_KM, row.id


def test_both_camps_and_every_kind_are_told() -> None:
    camps = Counter(camp_of(row) for row in ROWS.values())
    assert set(camps) == set(Camp)
    assert min(camps.values()) > len(ROWS) / 3
    assert {row.kind for row in ROWS.values()} == set(ForceKind)
    assert set(SIGN_OF) == set(ForceKind)
    assert set(SIGN_OF.values()) == set(ForceSign) == set(FORCE_SIGNS)


def test_what_is_only_reported_says_so() -> None:
    for row in ROWS.values():
        if row.kind == ForceKind.NUCLEAR_WEAPONS:
            assert re.search("reported|as Moscow and Minsk say", row.what), row.id
            assert row.note, row.id


@pytest.mark.parametrize(
    ("day", "id_", "stands"),
    [
        ("2017-04-19", "tapa-battlegroup", False),
        ("2017-04-20", "tapa-battlegroup", True),
        ("1994-08-30", "soviet-germany", True),
        ("1994-08-31", "soviet-germany", False),
        ("2014-03-17", "black-sea-fleet-leased", True),
        ("2014-03-18", "black-sea-fleet-leased", False),
        ("2014-03-18", "black-sea-fleet-annexed", True),
    ],
)
def test_a_force_stands_from_its_first_day_to_the_day_before_its_end(day: str, id_: str, stands: bool) -> None:
    assert (id_ in forces_on(date.fromisoformat(day), TABLES)) is stands


# ---------------------------------------------------------------------- the days


@given(day=st.dates(FIRST, LAST))
def test_a_force_is_in_the_picture_of_a_day_if_its_interval_holds_the_day(day: date) -> None:
    assert list(forces_on(day, TABLES)) == standing(day) == in_browser(day)


def test_each_turn_of_a_force_is_a_day_whose_picture_may_differ() -> None:
    turns = {day for row in ROWS.values() for day in (row.start_day, row.end_day) if FIRST <= day <= LAST}
    assert turns <= set(days_that_differ(TABLES))
    for day in turns:
        assert list(picture_on(day, TABLES).forces) == standing(day)
        if day > FIRST:
            assert standing(day) != standing(day - ONE_DAY)


def test_what_is_fetched_late_follows_the_order_of_the_facts() -> None:
    details = force_details(TABLES)
    assert len(details["forces"]) == len(PLACES) == len(ROWS)
    for row, detail, at in zip(ROWS.values(), details["forces"], PLACES, strict=True):
        assert (row.what, list(row.whose), row.place) == (detail["what"], detail["whose"], at["place"])
        assert (at["camp"], at["sign"]) == (camp_of(row), sign_of(row))
        assert detail["start"] in ("", row.start_on)
        assert bool(detail["start"]) == (len(row.start_on) < 10)
    assert {source for detail in details["forces"] for source in detail["sources"]} <= set(sources_payload(TABLES))


# ---------------------------------------------------------------------- the pictures


@settings(max_examples=12, deadline=None)
@given(day=st.dates(FIRST, LAST))
def test_a_picture_draws_the_forces_of_its_day_and_none_without_the_layer(day: date) -> None:
    drawn = re.findall(r'data-force="([^"]+)"', svg(day, layers=("names", "forces"), tables=TABLES))
    assert len(drawn) == len(set(drawn))
    assert set(drawn) <= {ROWS[id_].place for id_ in standing(day)}
    assert "data-force" not in svg(day, layers=("names",), tables=TABLES)


def test_a_picture_has_the_signs_of_all_that_lies_in_its_frame() -> None:
    drawn = set(re.findall(r'data-force="([^"]+)"', svg(1989, layers=("forces",), tables=TABLES)))
    beyond = {"Pituffik"}  # in Greenland
    assert drawn == {ROWS[id_].place for id_ in standing(date(1989, 12, 31))} - beyond


def test_the_key_explains_the_signs_of_the_day() -> None:
    named = words()["force"]
    drawn = svg(1961, layers=("forces",), tables=TABLES)
    assert named["camp"]["nato"] in drawn
    assert named["sign"]["peacekeepers"] not in drawn
    assert named["sign"]["peacekeepers"] in svg(2001, layers=("forces",), tables=TABLES)


def test_both_camps_wear_the_same_signs() -> None:
    for sign in ForceSign:
        nato, moscow = (force_sign(sign, camp, LIGHT) for camp in Camp)
        for camp, drawn in ((Camp.NATO, nato), (Camp.MOSCOW, moscow)):
            ink = getattr(LIGHT, CAMP_INKS[camp])
            assert drawn.replace(ink, "ink").replace(CAMP_BARS[camp], "bar") == force_sign(
                sign, Camp.NATO, LIGHT
            ).replace(LIGHT.force_nato, "ink").replace(CAMP_BARS[Camp.NATO], "bar")


def test_the_bars_of_the_camps_mirror_each_other() -> None:
    west, east = CAMP_BARS[Camp.NATO], CAMP_BARS[Camp.MOSCOW]
    mirrored = re.sub(r"([MH])(-?)([\d.]+)", lambda at: f"{at[1]}{'' if at[2] else '-'}{at[3]}", west)
    assert mirrored == east


# ---------------------------------------------------------------------- where signs stand

points = st.lists(st.tuples(st.floats(-50, 950), st.floats(-50, 650)), max_size=30)


@given(points=points, unit=st.sampled_from([0.66, 1.0, 2.0]))
def test_every_place_on_the_stage_has_its_sign_and_no_other(points: list[tuple[float, float]], unit: float) -> None:
    asked = [(i, x, y) for i, (x, y) in enumerate(points)]
    signs, boxes = place_forces(asked, [], STAGE, unit)
    assert sorted(number for number, _, _ in signs) == [i for i, x, y in asked if 0 <= x <= 900 and 0 <= y <= 600]
    for _, x, y in signs:
        assert any(
            box.x - 1e-6 <= x - HALF_WIDTH * unit and x + HALF_WIDTH * unit <= box.x + box.width + 1e-6
            and box.y - 1e-6 <= y - HALF_HEIGHT * unit and y + HALF_HEIGHT * unit <= box.y + box.height + 1e-6
            for box in boxes
        )  # fmt: skip


crowds = st.lists(st.tuples(st.integers(380, 480), st.integers(260, 330)), max_size=30)


@given(points=points, crowd=crowds, unit=st.sampled_from([0.66, 1.0, 2.0]))
def test_signs_that_stand_folded_hold_each_of_their_camp_once(
    points: list[tuple[float, float]], crowd: list[tuple[int, int]], unit: float
) -> None:
    asked = [(i, float(x), float(y)) for i, (x, y) in enumerate([*points, *crowd])]
    left, held = fold_crowds(asked, lambda number: number % 2, STAGE, unit)
    lone = [number for number, _, _ in left if number not in held]
    assert sorted([*lone, *(number for numbers in held.values() for number in numbers)]) == [i for i, _, _ in asked]
    assert all(len({number % 2 for number in numbers}) == 1 < len(numbers) for numbers in held.values())
    assert {number: (x, y) for number, x, y in left if number in lone}.items() <= {
        number: (x, y) for number, x, y in asked
    }.items()


def test_a_few_signs_are_no_crowd_and_many_that_hide_the_ground_are_one() -> None:
    near = [(i, 300.0 + 8 * (i % 3), 300.0 + 8 * (i // 3)) for i in range(9)]
    _, held = fold_crowds(near, lambda number: number > 4, STAGE)
    assert held == {0: (0, 1, 2, 3, 4), 5: (5, 6, 7, 8)}
    assert fold_crowds(near[:3], lambda number: number > 4, STAGE) == (near[:3], {})
    apart = [(i, 100.0 + 60 * i, 300.0) for i in range(9)]
    assert fold_crowds(apart, lambda number: number > 4, STAGE) == (apart, {})


@pytest.mark.parametrize("year", [1955, 1962, 1975, 1989, 1999, 2008, 2022])
@pytest.mark.parametrize("view", ["europe", "world", "arctic"])
def test_signs_on_a_picture_leave_most_of_the_ground_to_be_seen(view: str, year: int) -> None:
    """Of no square as wide as five signs do they take two thirds."""
    text = svg(year, view, layers=("forces",), tables=TABLES)
    found = re.findall(r"translate\(([\d.]+) ([\d.]+)\)[^>]*data-(?:force|crowd)=", text)
    side = 5 * 2 * HALF_WIDTH
    for left, top in ((float(x) - HALF_WIDTH, float(y) - HALF_HEIGHT) for x, y in found):
        inside = [x for x, y in found if 0 <= float(x) - left <= side and 0 <= float(y) - top <= side]
        assert len(inside) * 4 * HALF_WIDTH * HALF_HEIGHT < side**2 * 2 / 3, (left, top)


def test_signs_step_aside_where_a_box_stands_and_lie_as_their_places_do() -> None:
    [(_, x, y)], _ = place_forces([(0, 300, 300)], [Box(280, 304, 40, 10)], STAGE)
    assert (x, y) == (300, 291)
    signs, _ = place_forces([(0, 310, 300), (1, 300, 300)], [], STAGE)
    assert [number for number, _, _ in signs] == [1, 0]


@given(
    points=points,
    blocked=st.lists(st.tuples(st.integers(0, 800), st.integers(0, 500), st.just(90), st.just(60)), max_size=6),
    land=st.lists(st.tuples(st.integers(0, 700), st.integers(0, 400), st.just(200), st.just(150)), max_size=5),
)
def test_no_sign_stands_in_another_country_without_a_line_to_its_place(
    points: list[tuple[float, float]], blocked: list[tuple[int, ...]], land: list[tuple[int, ...]]
) -> None:
    ground = MadeGround([[*box, 2 + i] for i, box in enumerate(land)])
    asked = [(i, x, y) for i, (x, y) in enumerate(points)]
    signs, boxes = place_forces(asked, [Box(*box) for box in blocked], STAGE, ground=ground)
    led = {line[2:] for line in lines_to_places(asked, signs, boxes, ground, 1)}
    for number, x, y in signs:
        below, home = (ground.under(*np.array([[at] for at in place])).item() for place in ((x, y), points[number]))
        assert below in (0, home) or home == 0 or (x, y) in led


@given(points=points, unit=st.sampled_from([0.66, 1.0, 2.0]))
def test_a_sign_has_a_line_to_its_place_unless_its_heap_stands_upon_it(
    points: list[tuple[float, float]], unit: float
) -> None:
    asked = [(i, x, y) for i, (x, y) in enumerate(points)]
    signs, boxes = place_forces(asked, [], STAGE, unit)
    led = {line[:2] for line in lines_to_places(asked, signs, boxes, None, unit)}
    for number, x, y in signs:
        own = [box for box in boxes if box.x < x < box.x + box.width and box.y < y < box.y + box.height]
        px, py = points[number]
        far = max(max(box.x - px, px - box.x - box.width, box.y - py, py - box.y - box.height) for box in own)
        assert far <= 2 * unit or (px, py) in led


def test_a_lone_sign_at_sea_stands_upon_its_place_or_has_a_line_that_is_seen() -> None:
    land = MadeGround([[300, 200, 200, 200, 2]])
    for taken in ([], [Box(296, 296, 8, 8)], [Box(290, 200, 300, 100)], [Box(290, 200, 300, 200)]):
        [(_, x, y)], boxes = place_forces([(0, 300, 300)], taken, STAGE, ground=land)
        lines = lines_to_places([(0, 300, 300)], [(0, x, y)], boxes, land, 1)
        is_at_sea = land.under(np.array([x]), np.array([y])).item() == 0
        far = max(abs(x - 300) - HALF_WIDTH, abs(y - 300) - HALF_HEIGHT)
        is_at_a_corner = abs(x - 300) / HALF_WIDTH + abs(y - 300) / HALF_HEIGHT > 1.5
        assert (bool(lines) and far >= 4) or (not lines and far <= 2 and not (is_at_sea and is_at_a_corner))


def test_a_sign_that_gives_way_to_a_dot_in_another_country_is_pinned_to_it() -> None:
    land, dot = MadeGround([[200, 200, 200, 200, 2]]), Box(295, 295, 10, 10)
    signs, boxes = place_forces([(0, 300, 300)], [dot], STAGE, ground=land)
    assert not dot.meets(boxes[0])
    assert lines_to_places([(0, 300, 300)], signs, boxes, land, 1) == [(300, 300, *signs[0][1:])]


def test_none_stands_on_the_place_of_another() -> None:
    land = MadeGround([[200, 200, 100, 200, 2], [300, 200, 100, 200, 3]])
    signs, boxes = place_forces([(0, 296, 300), (1, 304, 300)], [], STAGE, ground=land)
    assert len(signs) == len(boxes) == 2
    for box, other in zip(boxes, (304, 296), strict=True):
        assert not box.meets(Box(other - 0.5, 299.5, 1, 1))


def test_a_crowd_that_would_hide_countries_is_smaller_and_stands_at_sea_pinned_to_its_place() -> None:
    small = MadeGround([[304 + 12 * (i % 6), 274 + 12 * (i // 6), 12, 12, 2 + i] for i in range(36)])
    on = Land(small, small.area_of)
    assert crowd_unit([(0, 340, 310)], STAGE, 1, on) == pytest.approx(12 / 11)
    signs, boxes = place_forces([(0, 340, 310)], [], STAGE, land=on)
    assert small.under(*np.array([[x, y] for _, x, y in signs]).T).item() == 0
    assert lines_to_places([(0, 340, 310)], signs, boxes, None, 1) == [(340, 310, *signs[0][1:])]
    large = MadeGround([[0, 0, 900, 600, 2]])
    on = Land(large, large.area_of)
    assert crowd_unit([(0, 340, 310)], STAGE, 1, on) == pytest.approx(1.4)
    assert place_forces([(0, 340, 310)], [], STAGE, land=on)[0] == [(0, 340, 310)]


def test_a_sign_steps_aside_within_its_country() -> None:
    land = MadeGround([[280, 240, 100, 100, 2], [280, 340, 100, 100, 3]])
    taken = [Box(280, 300, 100, 34)]
    [(_, x, y)], _ = place_forces([(0, 330, 330)], taken, STAGE)
    assert (x, y) == (330, 348)
    [(_, x, y)], _ = place_forces([(0, 330, 330)], taken, STAGE, ground=land)
    assert land.under(np.array([x]), np.array([y])).item() == 2
    full = [Box(200, 100, 300, 234)]
    signs, boxes = place_forces([(0, 330, 330)], full, STAGE, ground=land)
    assert lines_to_places([(0, 330, 330)], signs, boxes, land, 1) == [(330, 330, *signs[0][1:])]


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_has_the_inks_of_the_camps(theme: str) -> None:
    assert len({getattr(THEMES[theme], CAMP_INKS[camp]) for camp in Camp}) == len(Camp)
