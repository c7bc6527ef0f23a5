"""Where places beyond the map stand: at its edge, at sea, with an arrow and a name; or as one badge."""

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.drawing.edge_layout import Edges, Held, hold_at_edges
from geo.drawing.ground import Cells, Floats
from geo.drawing.label_layout import Box
from geo.drawing.mark_layout import SIGNS, Made, Marks, Stack, box_of, stack_marks

CASES = json.loads((Path(__file__).parent / "golden" / "mark_layout.json").read_text(encoding="utf-8"))["edges"]
Land = list[list[int]]


class Ground:
    """Boxes of land in the sea."""

    def __init__(self, land: Land) -> None:
        self.land = land

    def under(self, x: Floats, y: Floats) -> Cells:
        x, y = np.broadcast_arrays(x, y)
        found = np.zeros(x.shape, np.uint8)
        for left, top, width, height in self.land:
            found[(x >= left) & (x < left + width) & (y >= top) & (y < top + height)] = 1
        return found


def held(
    points: list[Any], bounds: Box, land: Land, unit: float = 1, letter: float = 6.5
) -> tuple[list[Stack], list[Held]]:
    def cities(marks: Marks) -> str:
        return ", ".join(id_ for id_, _, _ in marks)

    made = [Made(f"S{i}", x, y) for i, (x, y) in enumerate(points)]
    sheet = Edges(cities, "Elsewhere", bounds, unit, Ground(land), lambda text: len(text) * letter)
    return hold_at_edges(stack_marks(made, bounds, unit), sheet)


def told(here: list[Stack], edge: list[Held]) -> list[Any]:
    names = {each.stack: [each.name.text, round(each.name.x, 1), round(each.name.y, 1), each.on_land] for each in edge}
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
    found = held(case["points"], Box(0, 0, *case["size"]), case["land"], case["unit"], case["letter"])
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
    ground = Ground(land)
    for each in edge:
        has_arrow = any(sign and sign in each.name.text for sign in SIGNS.values())
        assert has_arrow or each.name.text == "Elsewhere"
        box = each.name.box
        corners = ground.under(np.array([box.x, box.x + box.width]), np.array([[box.y], [box.y + box.height]]))
        assert each.on_land or not corners.any()
    assert sum(each.on_land for each in edge) <= 1
    for one, other in combinations([each for each in edge if not each.on_land], 2):
        assert not one.box.meets(other.box)
    for each in edge:
        marks = [box_of(x, y, 1) for stack in here for _, x, y in stack.marks]
        assert each.on_land or not any(each.box.meets(mark) for mark in marks)
