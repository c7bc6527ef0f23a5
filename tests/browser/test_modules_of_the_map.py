"""Laws of the modules that place things on the map, called in a real browser: camera, pointing, names, marks."""

import math
import re
from itertools import combinations
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pure_modules import VIEW, Call, laws

PIXEL = 1e-6

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
@given(size=sizes, part=st.floats(0.2, 1))
def test_the_frame_lies_below_a_row_that_covers_most_of_the_upper_edge(
    call: Call, size: dict[str, int], part: float
) -> None:
    width, height = size["width"], size["height"]
    row = {"x": width * (1 - part), "y": 0, "w": width * part, "h": 50}
    column = {"x": width - 40, "y": 0, "w": width, "h": height}
    top = call("core/camera.mjs", "coveredTop", [row, column], size)
    assert top == (50 if 2 * row["w"] > width and height / 5 >= 50 else 0)
    camera = call("core/camera.mjs", "fitFrame", FRAME, size, top)
    north = FRAME[1] * camera["k"] + camera["y"]
    assert north >= top - PIXEL
    assert north - top == pytest.approx(height - north - FRAME[3] * camera["k"], abs=PIXEL)


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


def plate(stack: dict[str, Any]) -> tuple[float, float, float, float]:
    xs, ys = [mark["x"] for mark in stack["marks"]], [mark["y"] for mark in stack["marks"]]
    return min(xs) - 12, min(ys) - 12, max(xs) + 12, max(ys) + 12


def meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    (x0, y0, x1, y1), (u0, v0, u1, v1) = plate(one), plate(other)
    return x0 < u1 - PIXEL and u0 < x1 - PIXEL and y0 < v1 - PIXEL and v0 < y1 - PIXEL


spots = st.lists(st.tuples(st.integers(20, 180), st.integers(20, 180)), min_size=2, max_size=6)


@laws
@given(crowd=spots, boxes=bumps)
@example(crowd=[(130, 40), (130, 80)], boxes=[{"x": 100, "y": 0, "w": 100, "h": 50}])
def test_marks_that_step_aside_do_not_step_onto_others(
    call: Call, crowd: list[tuple[int, int]], boxes: list[dict[str, int]]
) -> None:
    size = {"width": 200, "height": 200}
    points = [{"id": f"S{place}", "x": x, "y": y} for place, (x, y) in enumerate(crowd)]
    before = call("core/mark_layout.mjs", "stackMarks", points, size, 1)
    after = call("core/mark_aside.mjs", "stepAside", before, boxes, size, 1)
    assert [stack["marks"][0]["id"] for stack in after] == [stack["marks"][0]["id"] for stack in before]
    for i, j in combinations(range(len(before)), 2):
        assert meet(before[i], before[j]) or not meet(after[i], after[j])
    for stood, stands in zip(before, after, strict=True):
        if stands["marks"] != stood["marks"]:  # its pin leads to where the words were said
            assert stands["pinned"]
            assert [mark["foot"] for mark in stands["marks"]] == [mark["foot"] for mark in stood["marks"]]


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
