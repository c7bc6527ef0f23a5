"""Where places beyond the map stand: at its edge, at sea, with an arrow and a name; or as one badge."""

import json
from collections.abc import Mapping, Set
from itertools import combinations
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_ground import MadeGround

from geo.drawing.edge_layout import Edges, Held, hold_at_edges
from geo.drawing.ground import SEA
from geo.drawing.label_layout import Box
from geo.drawing.mark_layout import ARROWS, Made, Marks, Stack, box_of, stack_marks

CASES = json.loads((Path(__file__).parent / "golden" / "mark_layout.json").read_text(encoding="utf-8"))["edges"]
Land = list[list[int]]


def held(
    points: list[Any],
    bounds: Box,
    land: Land,
    unit: float = 1,
    letter: float = 6.5,
    homes: Mapping[str, int] = MappingProxyType({}),
    dear: Set[int] = frozenset(),
) -> tuple[list[Stack], list[Held]]:
    def said(marks: Marks) -> str:
        return ", ".join(id_ for id_, _, _ in marks)

    made = [Made(f"S{i}", x, y) for i, (x, y) in enumerate(points)]
    sheet = Edges(
        said,
        lambda marks: said(marks)[:1],
        "Elsewhere",
        lambda marks: homes.get(said(marks), SEA),
        bounds,
        unit,
        MadeGround(land),
        lambda text: len(text) * letter,
        dear,
    )
    return hold_at_edges(stack_marks(made, bounds, unit), sheet)


def told(here: list[Stack], edge: list[Held]) -> list[Any]:
    def tag(box: Box) -> list[float]:
        return [round(side, 1) for side in (box.x, box.y, box.width, box.height)]

    names = {
        each.stack: [each.name.text, round(each.name.x, 1), round(each.name.y, 1), tag(each.tag), each.on_land]
        for each in edge
    }
    return [
        [
            stack.away,
            stack.folded,
            [[id_, round(x, 1), round(y, 1)] for id_, x, y in stack.marks],
            names.get(stack),
        ]
        for stack in [*here, *(each.stack for each in edge)]
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_places_beyond_the_map_stand_where_the_cases_say(case: dict[str, Any]) -> None:
    look = case["unit"], case["letter"], case.get("homes", {}), {*case.get("dear", [])}
    found = held(case["points"], Box(0, 0, *case["size"]), case["land"], *look)
    assert told(*found) == case["held"]


points = st.tuples(st.integers(-300, 1500), st.integers(-300, 1000))
lands = st.lists(st.tuples(*(st.integers(0, 1200) for _ in range(4))).map(list), max_size=6)


@given(crowd=st.lists(points, min_size=1, max_size=12), land=lands)
def test_no_place_beyond_the_map_stands_as_if_it_were_there(crowd: list[tuple[int, int]], land: Land) -> None:
    bounds = Box(0, 0, 1200, 700)
    here, edge = held(list(crowd), bounds, land)
    outside = {f"S{i}" for i, (x, y) in enumerate(crowd) if not (0 <= x <= 1200 and 0 <= y <= 700)}
    assert {id_ for stack in here for id_, _, _ in stack.marks}.isdisjoint(outside)
    assert {id_ for each in edge for id_, _, _ in each.stack.marks} == outside
    ground = MadeGround(land)
    for each in edge:
        assert any(arrow and arrow in each.name.text for arrow in ARROWS.values())
        box = each.tag
        corners = ground.under(np.array([box.x, box.x + box.width]), np.array([[box.y], [box.y + box.height]]))
        assert each.on_land or not corners.any()
    assert sum(each.on_land for each in edge) <= 4  # one an edge
    for one, other in combinations([each for each in edge if not each.on_land], 2):
        assert not one.tag.meets(other.tag)
    for each in edge:
        marks = [box_of(x, y, 1) for stack in here for _, x, y in stack.marks]
        assert each.on_land or not any(each.tag.meets(mark) for mark in marks)


names = st.sampled_from([4.0, 9.0, 30.0])


def test_on_a_stage_that_is_still_low_no_tag_has_less_than_no_height() -> None:
    _, edge = held([(5, -40)], Box(0, 0, 300, 2), [])
    assert edge
    assert all(each.tag.width >= 0 and each.tag.height >= 0 for each in edge)


@given(crowd=st.lists(points, min_size=1, max_size=12), land=lands, letter=names, unit=st.sampled_from([1, 1.8]))
def test_a_tag_hangs_at_an_edge_and_holds_its_marks_and_name(
    crowd: list[tuple[int, int]], land: Land, letter: float, unit: float
) -> None:
    bounds = Box(0, 0, 1200, 700)
    _, edge = held(list(crowd), bounds, land, unit, letter)
    for each in edge:
        tag, name = each.tag, each.name.box
        assert tag.x == 0 or tag.y == 0 or 1200 in {tag.x + tag.width} or 700 in {tag.y + tag.height}
        for x, y in [(x, y) for _, x, y in each.stack.marks] + [(name.x, name.y), (name.x + name.width, name.y)]:
            assert tag.x <= x <= tag.x + tag.width
            assert tag.y <= y <= tag.y + tag.height
