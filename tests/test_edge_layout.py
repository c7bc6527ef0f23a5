"""Where places beyond the map stand: at its edge, at sea, with an arrow and a name; or as one badge."""

import json
from collections.abc import Iterable, Set
from itertools import combinations
from math import atan2, cos, dist, pi, radians, remainder, sin, tau
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_ground import MadeGround
from pytest import approx

from geo.drawing.edge_layout import Edges, Held, hold_at_edges
from geo.drawing.label_layout import Box
from geo.drawing.mark_layout import Made, Stack, box_of, plate_of, stack_marks

CASES = json.loads((Path(__file__).parent / "golden" / "mark_layout.json").read_text(encoding="utf-8"))["edges"]
Land = list[list[int]]


def held(
    points: list[Any],
    bounds: Box,
    land: Land,
    unit: float = 1,
    dear: Set[int] = frozenset(),
    made_ground: type[MadeGround] = MadeGround,
) -> tuple[list[Stack], list[Held]]:
    made = [Made(f"S{i}", x, y) for i, (x, y) in enumerate(points)]
    return hold_at_edges(stack_marks(made, bounds, unit), Edges(bounds, unit, made_ground(land), dear))


def told(here: list[Stack], edge: list[Held]) -> list[Any]:
    def tenths(numbers: Iterable[float]) -> list[float]:
        return [round(number, 1) for number in numbers]

    tags = {
        each.stack: [
            tenths((each.tag.x, each.tag.y, each.tag.width, each.tag.height)),
            tenths(each.arrow),
            round(each.turn, 1),
            each.on_land,
        ]
        for each in edge
    }
    return [
        [stack.away, stack.folded, [[id_, *tenths((x, y))] for id_, x, y in stack.marks], tags.get(stack)]
        for stack in [*here, *(each.stack for each in edge)]
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_places_beyond_the_map_stand_where_the_cases_say(case: dict[str, Any]) -> None:
    found = held(case["points"], Box(0, 0, *case["size"]), case["land"], case["unit"], {*case.get("dear", [])})
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
    ground, off_plain = MadeGround(land), 0
    for each in edge:
        (x, y), place, turn = each.arrow, each.stack.place, radians(each.turn)
        far = dist((x, y), place)
        assert (x + far * cos(turn), y + far * sin(turn)) == approx(place, abs=0.01)
        assert len(each.stack.marks) == 1 or each.stack.folded
        box = each.tag
        right, bottom = min(box.x + box.width, 1199), min(box.y + box.height, 699)  # the last px of the map
        corners = ground.under(np.array([box.x, right]), np.array([[box.y], [bottom]]))
        assert each.on_land or not corners.any()
        on = ground.under(*np.meshgrid([box.x, box.x + box.width - 1e-6], [box.y, box.y + box.height - 1e-6]))
        off_plain += len(np.unique(on)) > 1
    assert off_plain <= 12  # one for each way of an edge
    for one, other in combinations([each for each in edge if not each.on_land], 2):
        assert not one.tag.meets(other.tag)
    for each in edge:
        marks = [box_of(x, y, 1) for stack in here for _, x, y in stack.marks]
        assert each.on_land or not any(each.tag.meets(mark) for mark in marks)


far_points = st.tuples(st.integers(-3000, 4200), st.integers(-3000, 3700)).filter(
    lambda at: not (0 <= at[0] <= 1200 and 0 <= at[1] <= 700)
)


@given(place=far_points, land=lands)
def test_a_sign_hangs_where_one_leaves_the_map_towards_its_place(place: tuple[int, int], land: Land) -> None:
    _, (one,) = held([place], Box(0, 0, 1200, 700), land)
    tag = one.tag
    seen = atan2(tag.y + tag.height / 2 - 350, tag.x + tag.width / 2 - 600)
    aside = abs(remainder(seen - atan2(place[1] - 350, place[0] - 600), tau))
    assert aside <= pi / 4


def test_on_a_stage_that_is_still_low_no_tag_has_less_than_no_height() -> None:
    _, edge = held([(5, -40)], Box(0, 0, 300, 2), [])
    assert edge
    assert all(each.tag.width >= 0 and each.tag.height >= 0 for each in edge)


@given(crowd=st.lists(points, min_size=1, max_size=12), land=lands, unit=st.sampled_from([1, 1.8]))
def test_a_tag_hangs_at_an_edge_and_holds_its_sign_and_arrow(
    crowd: list[tuple[int, int]], land: Land, unit: float
) -> None:
    _, edge = held(list(crowd), Box(0, 0, 1200, 700), land, unit)
    for each in edge:
        tag = each.tag
        assert tag.x == 0 or tag.y == 0 or 1200 in {tag.x + tag.width} or 700 in {tag.y + tag.height}
        plate = plate_of(each.stack, unit)
        assert tag.x <= plate.x
        assert plate.x + plate.width <= tag.x + tag.width
        assert tag.y <= plate.y
        assert plate.y + plate.height <= tag.y + tag.height
        assert not Box(each.arrow[0] - 5 * unit, each.arrow[1], 10 * unit, 1).meets(plate)


class SmallCountries(MadeGround):
    """Ground of many countries, none of which is larger than a tag or two."""

    def area_of(self, ground: int) -> int:
        return 2 * 46 * 30


@given(place=st.tuples(st.integers(-300, 1500), st.integers(-300, -1)), land=lands)
def test_small_countries_that_the_map_is_about_stay_bare_while_there_is_other_land(
    place: tuple[int, int], land: Land
) -> None:
    """The dear ground reaches from the upper edge half the way down."""
    ground = [[0, 0, 1200, 700, 1], [0, 0, 1200, 350, 2], *([*box, 1] for box in land)]
    _, (one,) = held([place], Box(0, 0, 1200, 700), ground, dear={2}, made_ground=SmallCountries)
    xs, ys = np.linspace(one.tag.x, one.tag.x + one.tag.width, 9), np.linspace(one.tag.y, one.tag.y + 30, 9)
    assert 2 not in MadeGround(ground).under(xs[None, :], ys[:, None])
