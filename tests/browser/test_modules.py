"""Laws of the atlas's pure modules, each called in a real browser with cases that Hypothesis makes up."""

import json
import math
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

import pytest
from each import for_each
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Error, Page

from data.citation import STYLES, citation, title_of
from data.tables import current_tables
from geo.wire.assets import Assets, current_assets

Call = Callable[..., Any]
FACTS = json.loads(current_assets().file("facts.json").body)
VIEW = json.loads(current_assets().file("europe.json").body)
RANGE = {"first": FACTS["first"], "last": FACTS["last"]}
FIRST_DAY = date.fromisoformat(FACTS["first_day"])
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
PIXEL = 1e-6

laws = settings(max_examples=40, deadline=None)


@pytest.fixture(scope="module")
def bare(
    serve: Callable[[Assets], AbstractContextManager[str]], watched: Callable[..., AbstractContextManager[Page]]
) -> Iterator[Page]:
    """An empty page from which the modules can be imported; they are pure, so all tests share it."""
    with serve(current_assets()) as url, watched() as page:
        page.goto(f"{url}bare")
        page.evaluate("([facts, view]) => Object.assign(globalThis, {FACTS: facts, VIEW: view})", [FACTS, VIEW])
        yield page


@pytest.fixture(scope="module")
def call(bare: Page) -> Call:
    """`call("core/timeline.mjs", "clampYear", 1999, RANGE)`: an exported function with plain values in and out."""

    def evaluate(module: str, name: str, *arguments: object) -> Any:
        script = "async ([module, name, given]) => (await import(`/${module}`))[name](...given)"
        return bare.evaluate(script, [module, name, list(arguments)])

    return evaluate


# ---------------------------------------------------------------------- citation

CITED = {name: FACTS[name] for name in ("citation", "version", "as_of")}
ODD = st.text(alphabet="ab é{}\\&%$#_~^\"'<>=/.", max_size=20)


@laws
@given(part=ODD, row=st.sampled_from(["", "units/POL"]), path=st.sampled_from(["", "?year=2004&a=%7B", "class?stop=5"]))
@pytest.mark.parametrize("style", STYLES)
def test_a_citation_is_what_python_writes(call: Call, style: str, part: str, row: str, path: str) -> None:
    written = citation(style, title_of(part, row), path, date(2026, 11, 30), current_tables())
    reading = {"path": path, "accessed": "2026-11-30"}
    assert call("core/citation.mjs", "citation", CITED, style, {"part": part, "row": row}, reading) == written


@pytest.mark.parametrize(
    ("protocol", "pathname", "path"),
    [
        ("https:", "/", "?stop=5"),
        ("https:", "/eastward/", "?stop=5"),
        ("https:", "/class", "class?stop=5"),
        ("https:", "/eastward/class", "class?stop=5"),
        ("file:", "/home/somebody/lesson.html", "class?stop=5"),
    ],
)
def test_a_page_is_named_by_what_stands_behind_the_address_of_the_instance(
    call: Call, protocol: str, pathname: str, path: str
) -> None:
    location = {"protocol": protocol, "pathname": pathname, "search": "?stop=5"}
    assert call("core/citation.mjs", "pathOf", location) == path


# ---------------------------------------------------------------------- timeline

years = st.integers(**{"min_value": RANGE["first"], "max_value": RANGE["last"]})


@laws
@given(day=st.integers(-3000, 60_000), changes=st.lists(st.integers(0, 40_000)), direction=st.sampled_from([-1, 1]))
def test_the_change_beside_a_day_is_the_nearest_or_none(
    call: Call, day: int, changes: list[int], direction: int
) -> None:
    ahead = [change for change in changes if (change - day) * direction > 0]
    expected = min(ahead, key=lambda change: abs(change - day), default=day)
    assert call("core/timeline.mjs", "changeBeside", day, changes, direction) == expected


@for_each(
    "text, read",
    [
        *[("2004", {"year": 2004}), (" 2004 ", {"year": 2004}), ("5", {"year": 5})],
        *[(day, {"day": "2008-04-03"}) for day in ("2008-04-03", "3.4.2008", "03.04.2008", "3. 4. 2008")],
        *[(day, {"day": "2008-04-03"}) for day in ("3 April 2008", "3 apr 2008", "3. April 2008", " 3 APR. 2008 ")],
        ("29 Feb 2024", {"day": "2024-02-29"}),
        *[(no_day, None) for no_day in ("2008-02-30", "31.4.2008", "29.2.2023", "2008-13-01", "0.4.2008")],
        *[
            (nonsense, None)
            for nonsense in ("abc", "3 foo 2008", "3 ap 2008", "3 aprils 2008", "April 2008", "2008-4-3")
        ],
        *[(nonsense, None) for nonsense in ("", "19 99", "-5", "19.5", "1e3", "MCM", "12345", "١٩٩٩")],
    ],
)
def test_what_is_typed_is_a_year_a_day_or_nothing(call: Call, text: str, read: dict[str, Any] | None) -> None:
    assert call("core/timeline.mjs", "readTyped", text) == read
    assert call("core/calendar.mjs", "readDay", text) == (read or {}).get("day")


@laws
@given(day=st.dates(date(1000, 1, 1)))
def test_each_day_is_read_in_each_of_its_forms(call: Call, day: date) -> None:
    month = MONTHS[day.month - 1]
    forms = [day.isoformat(), f"{day.day}.{day.month}.{day.year}", f"{day.day} {month} {day.year}"]
    assert [call("core/calendar.mjs", "readDay", form) for form in forms] == [day.isoformat()] * 3


@pytest.mark.parametrize("speed", ["slow", "normal", "fast"])
def test_play_hurries_through_empty_years_and_rests_where_states_join(call: Call, speed: str) -> None:
    rests = [
        call("core/timeline.mjs", "dwellMs", FACTS["pace"], pace, speed) for pace in ("empty", "changed", "joined")
    ]
    assert 0 < rests[0] < rests[1] < rests[2]


def test_a_faster_speed_rests_less(call: Call) -> None:
    slow, normal, fast = (
        call("core/timeline.mjs", "dwellMs", FACTS["pace"], "joined", speed) for speed in ("slow", "normal", "fast")
    )
    assert slow > normal > fast


# ---------------------------------------------------------------------- runs, calendar

LAST_DAY = (date.fromisoformat(FACTS["as_of"]) - FIRST_DAY).days
YEAR_ENDS = [year["day"] for year in FACTS["years"]]
numbers = st.integers(0, LAST_DAY)

CALENDAR = """async ([name, given]) => {
  const {createCalendar} = await import('/core/calendar.mjs');
  return createCalendar(FACTS)[name](...given);
}"""


@pytest.fixture(scope="module")
def calendar(bare: Page) -> Call:
    """`calendar("isoOf", 3)`: a question to the calendar of the atlas."""
    return lambda name, *given: bare.evaluate(CALENDAR, [name, list(given)])


@laws
@given(starts=st.sets(st.integers(1, LAST_DAY), max_size=8), day=numbers, data=st.data())
def test_a_value_of_runs_is_the_one_that_a_look_at_each_finds(
    call: Call, starts: set[int], day: int, data: st.DataObject
) -> None:
    runs = [[start, f"run {place}"] for place, start in enumerate([0, *sorted(starts)])]
    day = data.draw(st.sampled_from([day, *(start - 1 for start in starts), *starts]))
    assert call("core/runs.mjs", "valueOn", runs, day) == [value for start, value in runs if start <= day][-1]


@laws
@given(day=numbers)
def test_a_day_is_its_number_and_back(calendar: Call, day: int) -> None:
    iso = (FIRST_DAY + timedelta(days=day)).isoformat()
    assert calendar("isoOf", day) == iso
    assert calendar("numberOf", iso) == day


@laws
@given(day=numbers)
def test_a_day_is_of_its_year_and_of_no_other(calendar: Call, day: int) -> None:
    year = (FIRST_DAY + timedelta(days=day)).year
    assert calendar("yearOf", day) == year
    end = min(date(year, 12, 31), date.fromisoformat(FACTS["as_of"]))
    assert calendar("isoOf", calendar("yearEnd", year)) == end.isoformat()
    assert calendar("isYearEnd", day) == (FIRST_DAY + timedelta(days=day) == end)


@laws
@given(year=st.integers(-3000, 6000))
def test_the_end_of_a_year_outside_is_that_of_the_nearest(calendar: Call, year: int) -> None:
    near = min(max(year, RANGE["first"]), RANGE["last"])
    assert calendar("yearEnd", year) == calendar("yearEnd", near) == YEAR_ENDS[near - RANGE["first"]]


def test_the_atlas_holds_its_own_days_and_no_others(calendar: Call) -> None:
    days = [FIRST_DAY, date.fromisoformat(FACTS["as_of"])]
    assert [calendar("holds", day.isoformat()) for day in days] == [True, True]
    outside = [days[0] - timedelta(days=1), days[1] + timedelta(days=1)]
    assert [calendar("holds", day.isoformat()) for day in outside] == [False, False]


steps = st.sampled_from([-100, -10, -1, 1, 10, 100])


@laws
@given(year=years, step=steps)
def test_from_the_end_of_a_year_a_step_goes_to_the_end_of_another(calendar: Call, year: int, step: int) -> None:
    there = min(max(year + step, RANGE["first"]), RANGE["last"])
    assert calendar("yearEndBeside", calendar("yearEnd", year), step) == calendar("yearEnd", there)


@laws
@given(day=numbers.filter(lambda day: day not in YEAR_ENDS), step=steps)
def test_from_within_a_year_the_first_step_goes_to_the_nearest_end(calendar: Call, day: int, step: int) -> None:
    year = (FIRST_DAY + timedelta(days=day)).year
    there = min(max(year + step - (step > 0), RANGE["first"]), RANGE["last"])
    assert calendar("yearEndBeside", day, step) == calendar("yearEnd", there)


# ---------------------------------------------------------------------- address

READ = """async (search) => {
  const {readAddress} = await import('/core/address.mjs');
  const {indexFacts} = await import('/core/facts.mjs');
  globalThis.known ??= indexFacts(FACTS);
  return readAddress(search, globalThis.known, new Set(['europe']));
}"""
WRITE = """async ([search, state]) => {
  const {writeAddress} = await import('/core/address.mjs');
  const {indexFacts} = await import('/core/facts.mjs');
  globalThis.known ??= indexFacts(FACTS);
  return writeAddress(search, state, globalThis.known);
}"""
STATEMENTS = {statement["id"]: statement for statement in FACTS["statements"]}
UNITS = [unit["id"] for unit in FACTS["units"]]
YEAR = {year["year"]: year["day"] for year in FACTS["years"]}
SPOKEN = next(id_ for id_, statement in STATEMENTS.items() if statement["date"] == "2007-02-10")

states = st.fixed_dictionaries(
    {"day": st.one_of(numbers, st.sampled_from(YEAR_ENDS)), "view": st.just("europe")},
    optional={"draft": st.sampled_from([draft["id"] for draft in FACTS["drafts"]])},
).flatmap(
    lambda state: st.one_of(
        st.just(state),
        st.sampled_from(UNITS).map(lambda unit: {**state, "country": unit}),
        st.sampled_from(sorted(STATEMENTS)).map(lambda id_: {**state, "statement": id_}),
    )
)


@laws
@given(state=states)
def test_an_address_brings_its_state_back(bare: Page, state: dict[str, Any]) -> None:
    assert bare.evaluate(READ, bare.evaluate(WRITE, ["", state])) == {"state": state, "at": None, "dropped": []}


@laws
@given(state=states)
def test_writing_an_address_twice_changes_nothing_and_keeps_what_is_not_ours(bare: Page, state: dict[str, Any]) -> None:
    once = bare.evaluate(WRITE, ["?embed=true&country=POL&statement=x", state])
    assert "embed=true" in once
    assert bare.evaluate(WRITE, [once, state]) == once
    assert ("country" in once, "statement" in once) == ("country" in state, "statement" in state)


@laws
@given(
    day=st.one_of(numbers, st.sampled_from(YEAR_ENDS)), before=st.sampled_from(["", "?year=1999", "?day=1999-05-05"])
)
def test_a_day_is_written_as_a_year_where_it_ends_one(bare: Page, day: int, before: str) -> None:
    iso = (FIRST_DAY + timedelta(days=day)).isoformat()
    expected = f"?year={iso[:4]}" if day in YEAR_ENDS else f"?day={iso}"
    assert bare.evaluate(WRITE, [before, {"day": day}]) == expected


def test_a_year_end_beside_a_statement_of_another_day_is_written_as_a_day(bare: Page) -> None:
    state = {"day": YEAR[2007], "statement": SPOKEN}
    assert bare.evaluate(WRITE, ["", state]) == f"?day=2007-12-31&statement={SPOKEN}"


def test_every_statement_has_an_address_that_opens_it_on_its_day(bare: Page) -> None:
    opened = {id_: bare.evaluate(READ, f"?statement={id_}") for id_ in STATEMENTS}
    assert len(opened) == len(current_tables().statements)
    assert opened == {
        id_: {"state": {"statement": id_, "day": statement["day"]}, "at": None, "dropped": []}
        for id_, statement in STATEMENTS.items()
    }


@pytest.mark.parametrize(
    ("search", "day"),
    [
        ("?year=1999", YEAR[1999]),
        (f"?statement={SPOKEN}", STATEMENTS[SPOKEN]["day"]),
        (f"?year=1999&statement={SPOKEN}", STATEMENTS[SPOKEN]["day"]),
        (f"?day=1999-03-12&year=2004&statement={SPOKEN}", (date(1999, 3, 12) - FIRST_DAY).days),
        ("?day=1999-03-12&year=2004", (date(1999, 3, 12) - FIRST_DAY).days),
        ("?day=2008-02-30&year=2004", YEAR[2004]),
        ("?view=europe", None),
    ],
)
def test_the_day_goes_before_the_statement_and_the_statement_before_the_year(
    bare: Page, search: str, day: int | None
) -> None:
    assert bare.evaluate(READ, search)["state"].get("day") == day


@pytest.mark.parametrize(
    ("search", "dropped"),
    [
        ("?year=3000", {"year": "3000"}),
        ("?year=1948", {"year": "1948"}),
        ("?year=1999.5", {"year": "1999.5"}),
        ("?year=%201999", {"year": " 1999"}),
        ("?day=1948-12-31", {"day": "1948-12-31"}),
        ("?day=2999-01-01", {"day": "2999-01-01"}),
        ("?day=2008-02-30", {"day": "2008-02-30"}),
        ("?day=3.4.2008", {"day": "3.4.2008"}),
        ("?day=2008", {"day": "2008"}),
        ("?country=XX", {"country": "XX"}),
        ("?country=pol", {"country": "pol"}),
        ("?country=__proto__", {"country": "__proto__"}),
        ("?view=moon", {"view": "moon"}),
        ("?statement=nope", {"statement": "nope"}),
        (
            "?year=3000&country=XX&view=moon&statement=nope",
            dict(year="3000", country="XX", view="moon", statement="nope"),
        ),
        ("?year=&country=&view=&statement=", {}),
        ("", {}),
    ],
)
def test_nonsense_is_dropped_by_name(bare: Page, search: str, dropped: dict[str, str]) -> None:
    read = bare.evaluate(READ, search)
    assert read["state"] == {}
    assert {each["name"]: each["value"] for each in read["dropped"]} == dropped


# ---------------------------------------------------------------------- camera

FRAME, EXTENT = VIEW["frame"], {"width": VIEW["width"], "height": VIEW["height"]}
sizes = st.fixed_dictionaries({"width": st.integers(240, 2600), "height": st.integers(240, 1500)})
offsets = st.floats(-20_000, 20_000)
cameras = st.fixed_dictionaries({"k": st.floats(0.01, 20), "x": offsets, "y": offsets})
points = st.tuples(st.integers(0, 2000), st.integers(0, 1200))


def to_view(camera: dict[str, float], point: tuple[float, float]) -> tuple[float, float]:
    return (point[0] - camera["x"]) / camera["k"], (point[1] - camera["y"]) / camera["k"]


@laws
@given(camera=cameras, factor=st.floats(0.1, 10), point=points)
def test_zooming_keeps_the_point_under_the_hand(
    call: Call, camera: dict[str, float], factor: float, point: tuple[int, int]
) -> None:
    zoomed = call("core/camera.mjs", "zoomAt", camera, factor, point)
    assert zoomed["k"] == pytest.approx(camera["k"] * factor)
    assert to_view(zoomed, point) == pytest.approx(to_view(camera, point), rel=1e-6, abs=1e-6)


@laws
@given(camera=cameras, size=sizes)
def test_a_clamped_camera_stays_and_shows_all_it_can_of_the_drawing(
    call: Call, camera: dict[str, float], size: dict[str, int]
) -> None:
    home = call("core/camera.mjs", "fitFrame", FRAME, size)
    once = call("core/camera.mjs", "clampCamera", camera, EXTENT, size, home)
    assert call("core/camera.mjs", "clampCamera", once, EXTENT, size, home) == pytest.approx(once)
    for at, side in (("x", "width"), ("y", "height")):
        start, end = once[at], once[at] + EXTENT[side] * once["k"]
        covers = start <= PIXEL and end >= size[side] - PIXEL
        inside = start >= -PIXEL and end <= size[side] + PIXEL
        assert covers or inside


@laws
@given(size=sizes)
def test_the_first_picture_shows_the_whole_frame_in_the_middle(call: Call, size: dict[str, int]) -> None:
    left, top, width, height = FRAME
    camera = call("core/camera.mjs", "fitFrame", FRAME, size)
    west, north = left * camera["k"] + camera["x"], top * camera["k"] + camera["y"]
    east, south = size["width"] - west - width * camera["k"], size["height"] - north - height * camera["k"]
    assert min(west, north, east, south) >= -PIXEL
    assert (west, north) == pytest.approx((east, south), abs=PIXEL)


@laws
@given(size=sizes)
def test_a_stage_within_its_limits_is_filled_by_the_drawing_and_shows_the_frame(
    call: Call, size: dict[str, int]
) -> None:
    limits = call("core/camera.mjs", "stageLimits", EXTENT, FRAME)
    stage = {
        "width": min(size["width"], size["height"] * limits["widest"]),
        "height": min(size["height"], size["width"] * limits["tallest"]),
    }
    home = call("core/camera.mjs", "fillFrame", FRAME, EXTENT, stage)
    held = call("core/camera.mjs", "clampCamera", home, EXTENT, stage, home)
    assert held["k"] == pytest.approx(home["k"])
    left, top, width, height = FRAME
    most_cut = {"x": width * held["k"] / 20, "y": 0}  # at either side, of the tallest
    for at, side, start, length in (("x", "width", left, width), ("y", "height", top, height)):
        assert held[at] <= PIXEL
        assert held[at] + EXTENT[side] * held["k"] >= stage[side] - PIXEL
        assert start * held["k"] + held[at] >= -most_cut[at] - PIXEL
        assert (start + length) * held["k"] + held[at] <= stage[side] + most_cut[at] + PIXEL


@laws
@given(camera=cameras, point=points, size=sizes)
def test_a_point_is_brought_onto_the_stage_by_the_least_move(
    call: Call, camera: dict[str, float], point: tuple[int, int], size: dict[str, int]
) -> None:
    margin = 60
    moved = call("core/camera.mjs", "bringOnStage", camera, to_view(camera, point), size, margin)
    assert moved["k"] == camera["k"]
    for at, place, side in (("x", point[0], "width"), ("y", point[1], "height")):
        expected = min(max(place, margin), size[side] - margin)
        assert place + moved[at] - camera[at] == pytest.approx(expected, rel=1e-6, abs=1e-3)


def test_a_point_on_the_stage_moves_nothing(call: Call) -> None:
    camera, size = {"k": 2.0, "x": 10, "y": 20}, {"width": 800, "height": 600}
    assert call("core/camera.mjs", "bringOnStage", camera, [100, 100], size, 60) == camera
    assert call("core/camera.mjs", "bringOnStage", camera, [10, 100], size, 60) == {**camera, "x": 40}


@laws
@given(camera=cameras, before=sizes, after=sizes, scale=st.floats(0.1, 10))
def test_a_stage_of_another_size_keeps_its_middle_and_its_zoom(
    call: Call, camera: dict[str, float], before: dict[str, int], after: dict[str, int], scale: float
) -> None:
    was = {"camera": camera, "home": {"k": 1, "x": 0, "y": 0}, "size": before}
    kept = call("core/camera.mjs", "keepMiddle", was, {"home": {"k": scale, "x": 0, "y": 0}, "size": after})
    assert kept["k"] == pytest.approx(camera["k"] * scale)
    middles = [(size["width"] / 2, size["height"] / 2) for size in (before, after)]
    assert to_view(kept, middles[1]) == pytest.approx(to_view(camera, middles[0]), rel=1e-6, abs=1e-6)


# ---------------------------------------------------------------------- pointing

ANCHORS = {"SMALL": [100, 100, 3], "TINY": [130, 100, 1], "LARGE": [110, 100, 90]}


@pytest.mark.parametrize(
    ("point", "reach", "unit"),
    [
        ((104, 100), 20, "SMALL"),
        ((121, 100), 20, "TINY"),
        ((115, 100), 20, "SMALL"),
        ((110, 100), 9, None),
        ((100, 130), 20, None),
    ],
)
def test_the_hand_catches_the_nearest_unit_that_is_hard_to_hit(
    call: Call, point: tuple[int, int], reach: int, unit: str | None
) -> None:
    camera = {"k": 1, "x": 0, "y": 0}
    near = call("core/pointing.mjs", "smallUnitsNear", list(ANCHORS), ANCHORS, camera, point, reach)
    assert next((each["id"] for each in near), None) == unit


def test_a_unit_that_has_grown_large_is_hit_like_any_other(call: Call) -> None:
    camera = {"k": 3, "x": 0, "y": 0}
    assert call("core/pointing.mjs", "smallUnitsNear", ["SMALL"], ANCHORS, camera, (301, 301), 20) == []


@pytest.mark.parametrize(
    ("start", "side", "unit"),
    [
        ("NW", "right", "NE"),
        ("NW", "down", "SW"),
        ("SE", "left", "SW"),
        ("SE", "up", "NE"),
        ("NW", "left", None),
        ("NW", "up", None),
        (None, "right", "NE"),
        (None, "down", "SW"),
    ],
)
def test_until_neighbours_are_known_the_keys_walk_to_the_nearest_on_that_side(
    call: Call, start: str | None, side: str, unit: str | None
) -> None:
    anchors = {"SE": [90, 82], "SW": [30, 78], "NE": [75, 39], "NW": [5, 41]}
    view = {"anchors": anchors, "frame": [0, 0, 100, 80]}
    assert call("core/pointing.mjs", "unitBeside", view, start, side) == unit


# ---------------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("France", ["France"]),
        ("United Kingdom", ["United", "Kingdom"]),
        ("Bosnia and Herzegovina", ["Bosnia and", "Herzegovina"]),
        ("Soviet Union", ["Soviet", "Union"]),
    ],
)
def test_a_long_name_breaks_where_its_lines_are_most_alike(call: Call, text: str, lines: list[str]) -> None:
    assert call("core/name_forms.mjs", "breakName", text) == lines


# ---------------------------------------------------------------------- marks

places = st.tuples(st.integers(-4000, 6000), st.integers(-3000, 4000))
crowds = st.lists(st.one_of(places, st.just((600, 300))), min_size=1, max_size=20)
stages = st.fixed_dictionaries({"width": st.integers(360, 2000), "height": st.integers(300, 1100)})


@laws
@given(crowd=crowds, size=stages)
def test_every_statement_keeps_a_mark_on_the_stage(
    call: Call, crowd: list[tuple[int, int]], size: dict[str, int]
) -> None:
    points = [{"id": f"S{place}", "x": x, "y": y} for place, (x, y) in enumerate(crowd)]
    stacks = call("core/mark_layout.mjs", "stackMarks", points, size)
    marks = [mark for stack in stacks for mark in stack["marks"]]
    assert sorted(mark["id"] for mark in marks) == sorted(point["id"] for point in points)
    assert all(0 <= mark["x"] <= size["width"] and 0 <= mark["y"] <= size["height"] for mark in marks)


@laws
@given(crowd=crowds, size=stages)
def test_marks_of_a_stack_are_targets_of_their_own(
    call: Call, crowd: list[tuple[int, int]], size: dict[str, int]
) -> None:
    points = [{"id": f"S{place}", "x": x, "y": y} for place, (x, y) in enumerate(crowd)]
    for stack in call("core/mark_layout.mjs", "stackMarks", points, size):
        for one, other in [] if stack["folded"] else combinations(stack["marks"], 2):
            assert math.hypot(one["x"] - other["x"], one["y"] - other["y"]) >= 24


@laws
@given(size=stages)
def test_a_place_beyond_the_stage_is_told_to_be_away(call: Call, size: dict[str, int]) -> None:
    points = [{"id": "inside", "x": size["width"] / 2, "y": size["height"] / 2}, {"id": "beyond", "x": -900, "y": 250}]
    away = {
        stack["marks"][0]["id"]: bool(stack["away"])
        for stack in call("core/mark_layout.mjs", "stackMarks", points, size)
    }
    assert away == {"inside": False, "beyond": True}


sides = st.integers(10, 80)
bumps = st.lists(st.builds(lambda x, y, w, h: {"x": x, "y": y, "w": w, "h": h}, sides, sides, sides, sides), max_size=3)


@laws
@given(boxes=bumps, at=st.tuples(st.integers(0, 180), st.integers(0, 180)))
def test_a_mark_steps_out_from_under_buttons_by_a_little_or_stays(
    call: Call, boxes: list[dict[str, int]], at: tuple[int, int]
) -> None:
    own = {"x": at[0], "y": at[1], "w": 20, "h": 20}
    size = {"width": 200, "height": 200}

    def meets(box: dict[str, int], x: float, y: float) -> bool:
        return box["x"] < x + 20 and x < box["x"] + box["w"] and box["y"] < y + 20 and y < box["y"] + box["h"]

    way = call("core/mark_aside.mjs", "wayOut", own, boxes, size)
    if way is None:
        return
    assert any(meets(box, *at) for box in boxes)
    x, y = at[0] + way["dx"], at[1] + way["dy"]
    assert not any(meets(box, x, y) for box in boxes)
    assert math.dist(at, (x, y)) <= 30
    assert 0 <= x <= 180
    assert 0 <= y <= 180


def test_a_mark_under_the_edge_of_a_button_steps_aside(call: Call) -> None:
    own = {"x": 95, "y": 40, "w": 20, "h": 20}
    way = call(
        "core/mark_aside.mjs", "wayOut", own, [{"x": 100, "y": 0, "w": 100, "h": 50}], {"width": 200, "height": 200}
    )
    assert way == {"dx": 0, "dy": 12}


@laws
@given(start=places, end=places)
def test_an_arc_runs_from_the_statement_to_whom_it_names(
    call: Call, start: tuple[int, int], end: tuple[int, int]
) -> None:
    arcs = call("core/arc_layout.mjs", "arcsOf", start, [[end]], [], {"width": 6000, "height": 4000})
    assert len(arcs) == (math.dist(start, end) >= 30)
    for arc in arcs:
        numbers = [float(number) for number in re.findall(r"-?\d+\.\d", arc["d"])]
        assert (numbers[-2:], arc["end"]) == (list(end), list(end))
        assert 7 < math.dist(start, numbers[:2]) < 17.2  # off its mark, which would be the head of an arrow


# ---------------------------------------------------------------------- strip

days = st.dates(date(1949, 1, 1), date.fromisoformat(FACTS["as_of"]))
bars = st.lists(
    st.builds(
        lambda kind, start, length: {
            "kind": kind,
            "label": kind.upper(),
            "start": start.isoformat(),
            "end": (start + timedelta(days=length)).isoformat(),
        },
        st.sampled_from(["pfp", "eapc", "map", "member", "eu"]),
        days,
        st.integers(1, 9000),
    ),
    max_size=12,
)


@laws
@given(given_bars=bars)
def test_a_strip_has_one_row_a_kind_and_loses_no_bar(call: Call, given_bars: list[dict[str, str]]) -> None:
    rows = call("core/path_rows.mjs", "stripRows", given_bars)
    assert sorted(row["kind"] for row in rows) == sorted({bar["kind"] for bar in given_bars})
    assert all(bar["kind"] == row["kind"] for row in rows for bar in row["bars"])
    assert sorted(map(str, (bar for row in rows for bar in row["bars"]))) == sorted(map(str, given_bars))


@pytest.mark.parametrize("unit", ["POL", "FIN", "FRA", "MLT", "LVA", "UKR"])
def test_the_rows_of_a_country_stand_in_the_order_in_which_they_begin(call: Call, unit: str) -> None:
    card = next(card for card in FACTS["units"] if card["id"] == unit)
    starts = [min(bar["start"] for bar in row["bars"]) for row in call("core/path_rows.mjs", "stripRows", card["bars"])]
    assert starts == sorted(starts)


# ---------------------------------------------------------------------- keys

EVERYWHERE = {
    "shift+ArrowLeft": "previousChange",
    "shift+ArrowRight": "nextChange",
    "PageUp": "tenOn",
    "PageDown": "tenBack",
    "Home": "firstYear",
    "End": "lastYear",
    "Escape": "close",
    "?": "help",
    "shift+?": "help",
    "f": "fullScreen",
    "F": "fullScreen",
    "1": "view1",
    "7": "view7",
    "9": "view9",
    "0": None,
    "c": None,
    "r": None,
    "C": None,
    "R": None,
    "Tab": None,
    "shift+Tab": None,
}
BY_PLACE = {
    "page": {"ArrowLeft": "yearBack", "ArrowRight": "yearOn", " ": "play", "Enter": "play", "shift+ ": "readDay"},
    "range": {"ArrowLeft": "yearBack", "ArrowRight": "yearOn", " ": "play", "Enter": "play"}
    | {"ArrowDown": "yearBack", "ArrowUp": "yearOn", "shift+ ": "readDay"},
    "stage": {"ArrowLeft": "walkLeft", "ArrowRight": "walkRight", "ArrowUp": "walkUp", "ArrowDown": "walkDown"}
    | {" ": "openCard", "Enter": "openCard", "shift+Enter": "readCountry", "shift+ ": "readDay"}
    | {"shift+ArrowUp": "previousAlike", "shift+ArrowDown": "nextAlike"},
    "control": {"ArrowLeft": "yearBack", "ArrowRight": "yearOn", " ": None, "Enter": None, "shift+ ": None},
}
KEYS = [(place, key, act) for place, own in BY_PLACE.items() for key, act in (EVERYWHERE | own).items()]


def pressed(key: str) -> dict[str, Any]:
    shift, _, name = key.rpartition("+") if len(key) > 1 else ("", "", key)
    return {"key": name, "shiftKey": shift == "shift", "ctrlKey": False, "metaKey": False, "altKey": False}


@for_each("place, key, act", KEYS)
def test_each_key_does_what_the_table_says(call: Call, place: str, key: str, act: str | None) -> None:
    assert call("core/keys.mjs", "actOf", pressed(key), place) == act


@for_each("key", sorted({key for _, key, _ in KEYS}))
def test_a_field_keeps_its_keys_to_itself_but_for_escape(call: Call, key: str) -> None:
    assert call("core/keys.mjs", "actOf", pressed(key), "text") == ("close" if key == "Escape" else None)


@pytest.mark.parametrize("modifier", ["ctrlKey", "metaKey", "altKey"])
def test_the_browsers_own_chords_stay_the_browsers(call: Call, modifier: str) -> None:
    for place, key, _ in KEYS:
        assert call("core/keys.mjs", "actOf", {**pressed(key), modifier: True}, place) is None


PLACES = [
    ('<input type="range">', "input", "range"),
    ('<input type="text">', "input", "text"),
    ("<textarea></textarea>", "textarea", "text"),
    ("<select><option>x</option></select>", "select", "text"),
    ('<div contenteditable="true"><b>x</b></div>', "b", "text"),
    ("<button><span>x</span></button>", "span", "control"),
    ('<a href="#x">x</a>', "a", "control"),
    ('<div class="stage"><svg><path></path></svg></div>', "path", "stage"),
    ('<div class="stage"><button>x</button></div>', "button", "control"),
    ("<h2>x</h2>", "h2", "page"),
]


@pytest.mark.parametrize(("html", "target", "place"), PLACES)
def test_where_the_focus_is(bare: Page, html: str, target: str, place: str) -> None:
    script = """async ([html, target]) => {
      const {placeOf} = await import('/core/keys.mjs');
      const host = document.createElement('div');
      host.innerHTML = html;
      document.body.append(host);
      let path;
      host.addEventListener('probe', (event) => (path = event.composedPath()));
      host.querySelector(target).dispatchEvent(new Event('probe', {bubbles: true}));
      host.remove();
      return placeOf(path);
    }"""
    assert bare.evaluate(script, [html, target]) == place


# ---------------------------------------------------------------------- words


@laws
@given(day=days)
def test_a_date_is_told_as_a_reader_says_it(call: Call, day: date) -> None:
    assert call("core/words.mjs", "longDate", day.isoformat()) == f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    assert call("core/words.mjs", "dayOfYear", day.isoformat()) == f"{day.day} {MONTHS[day.month - 1]}"


@pytest.mark.parametrize(
    ("iso", "long", "short"), [("1995-02", "February 1995", "February"), ("1950", "1950", ""), ("", "", "")]
)
def test_a_date_is_told_at_its_own_precision(call: Call, iso: str, long: str, short: str) -> None:
    assert call("core/words.mjs", "longDate", iso) == long
    assert call("core/words.mjs", "dayOfYear", iso) == short


@laws
@given(one=days, other=days)
def test_decimal_years_keep_the_order_of_the_days(call: Call, one: date, other: date) -> None:
    here, there = (call("core/words.mjs", "decimalYear", day.isoformat()) for day in (one, other))
    assert math.floor(here) == one.year
    assert (here < there, here == there) == (one < other, one == other)


@pytest.mark.parametrize(
    ("iso", "year"), [("1999", 1999), ("1999-01", 1999), ("1999-01-01", 1999), ("2023-07-02", 2023 + 182 / 365)]
)
def test_a_decimal_year_at_lower_precision_is_its_beginning(call: Call, iso: str, year: float) -> None:
    assert call("core/words.mjs", "decimalYear", iso) == pytest.approx(year)


def test_a_word_is_looked_up_and_filled_in(call: Call) -> None:
    words = {"card": {"since": "since {date}, {n} times {date}"}}
    assert call("core/words.mjs", "word", words, "card.since", {"date": "1999", "n": 0}) == "since 1999, 0 times 1999"
    assert call("core/words.mjs", "word", words, "card.since", {"date": "{n}"}) == "since {n}, {n} times {n}"


@pytest.mark.parametrize("key", ["card.nothing", "card", "nothing.at.all"])
def test_a_word_that_is_not_there_is_an_error(call: Call, key: str) -> None:
    with pytest.raises(Error, match=f"no word for {key}"):
        call("core/words.mjs", "word", {"card": {"since": "since"}}, key)


# ---------------------------------------------------------------------- store, player


def test_the_store_tells_changes_only_and_how_they_came(bare: Page) -> None:
    script = """async () => {
      const {createStore} = await import('/core/store.mjs');
      const store = createStore({year: 1949, country: null});
      const heard = [];
      store.listen((now, before, how) => heard.push([before.year, now.year, how]));
      store.set({year: 1950}, 'drag');
      store.set({year: 1950}, 'drag');
      store.set({country: null});
      store.set({year: 1999});
      return heard;
    }"""
    assert bare.evaluate(script) == [[1949, 1950, "drag"], [1950, 1999, "jump"]]


PLAY = """async ([from, stopAt]) => {
  const [{createStore}, {createPlayer}, {indexFacts}] = await Promise.all(
    ['/core/store.mjs', '/core/player.mjs', '/core/facts.mjs'].map((name) => import(name)));
  const facts = indexFacts(FACTS);
  const store = createStore({day: facts.numberOf(from), playing: false, speed: 'fast'});
  const shown = () => facts.isoOf(store.get().day);
  let due = null;
  const rests = {};
  const later = (act, ms) => ((due = act), (rests[shown()] = ms), 1);
  const player = createPlayer({facts, store, later, forget: () => (due = null)});
  const seen = [];
  store.listen(() => seen.at(-1) !== shown() && seen.push(shown()));
  player.toggle();
  while (due && shown() !== stopAt) {
    const act = due;
    due = null;
    act();
  }
  if (stopAt) player.toggle();
  return {seen, rests, left: due !== null, playing: store.get().playing, day: shown()};
}"""
AS_OF = FACTS["as_of"]


def year_ends(first: int) -> list[str]:
    return [*(f"{year}-12-31" for year in range(first, RANGE["last"])), AS_OF]


def test_play_ends_at_the_last_year(bare: Page) -> None:
    played = bare.evaluate(PLAY, ["1998-12-31", None])
    assert played["seen"] == year_ends(1998)
    assert (played["playing"], played["day"]) == (False, AS_OF)
    assert played["rests"]["2004-12-31"] > played["rests"]["2003-12-31"]
    assert played["rests"]["1999-12-31"] == max(played["rests"].values())


def test_play_from_within_a_year_goes_to_its_end_first(bare: Page) -> None:
    assert bare.evaluate(PLAY, ["2008-04-03", None])["seen"] == ["2008-04-03", *year_ends(2008)]


def test_play_from_the_last_year_starts_over(bare: Page) -> None:
    assert bare.evaluate(PLAY, [AS_OF, None])["seen"] == year_ends(RANGE["first"])


def test_pause_stops_where_it_is(bare: Page) -> None:
    played = bare.evaluate(PLAY, ["1990-12-31", "1995-12-31"])
    assert (played["playing"], played["day"], played["left"]) == (False, "1995-12-31", False)


# ---------------------------------------------------------------------- coming to rest

REST = """async (asks) => {
  const {createDebounce} = await import('/core/debounce.mjs');
  let clock = 0;
  let timers = [];
  const acts = [];
  const later = (act, ms) => timers.push({act, at: clock + ms}) && timers.at(-1);
  const options = {now: () => clock, later, forget: () => (timers = [])};
  const rest = createDebounce(() => acts.push(clock), 100, options);
  for (const at of [...asks, Infinity]) {
    for (;;) {
      const next = timers.filter((each) => each.at <= at).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      timers = timers.filter((each) => each !== next);
      clock = next.at;
      next.act();
    }
    if (at === Infinity) return acts;
    clock = at;
    rest.schedule();
  }
}"""


@laws
@given(asks=st.lists(st.integers(0, 2000), min_size=1, max_size=12).map(sorted))
def test_what_waits_for_rest_runs_once_for_each_pause(bare: Page, asks: list[int]) -> None:
    pauses = [one + 100 for one, other in pairwise([*asks, math.inf]) if other - one >= 100]
    assert bare.evaluate(REST, asks) == pauses
