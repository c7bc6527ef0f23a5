"""Signs of forces on a picture: whole inside its frame, and not upon the end of a name's leader."""

import re
from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from geo.drawing.force_signs import HALF_HEIGHT, HALF_WIDTH, around_names, place_forces
from geo.drawing.label_layout import Box
from geo.drawing.name_forms import Form
from geo.drawing.name_layout import Name
from geo.picture import svg

STAGE = Box(40, 20, 900, 600)
points = st.lists(st.tuples(st.floats(40, 940), st.floats(20, 620)), max_size=20)


@given(points=points, unit=st.sampled_from([0.66, 1.0, 1.6]))
def test_no_sign_is_cut_at_the_edge(points: list[tuple[float, float]], unit: float) -> None:
    signs, _ = place_forces([(i, x, y) for i, (x, y) in enumerate(points)], [], STAGE, unit)
    for _, x, y in signs:
        assert STAGE.x + HALF_WIDTH * unit - 1e-6 <= x <= STAGE.x + STAGE.width - HALF_WIDTH * unit + 1e-6
        assert STAGE.y + HALF_HEIGHT * unit - 1e-6 <= y <= STAGE.y + STAGE.height - HALF_HEIGHT * unit + 1e-6


def test_a_sign_steps_aside_for_the_end_of_a_leader() -> None:
    form = Form(("Belgium",), 12, 50, 15)
    name = Name("BEL", form, 200, 300, joined=False, at_sea=True, leader=(300, 300, 230, 300))
    [(_, x, y)], _ = place_forces([(0, 300, 300)], [], STAGE, yielding=around_names([name]))
    assert not (abs(x - 300) < HALF_WIDTH and abs(y - 300) < HALF_HEIGHT)


def test_no_leader_of_a_picture_runs_under_a_sign() -> None:
    """Of 1989, when most stood."""
    drawn = svg(date(1989, 12, 31), "europe", ("names", "forces"))
    signs = _numbers(r'<g transform="translate\(([\d.]+) ([\d.]+)\)"[^>]*data-force', drawn)
    leaders = _numbers(r'd="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"', drawn)
    assert signs
    assert leaders
    for (ax, ay, bx, by), (x, y) in product(leaders, signs):
        along = ((ax + (bx - ax) * i / 20, ay + (by - ay) * i / 20) for i in range(21))
        assert not any(abs(px - x) < HALF_WIDTH and abs(py - y) < HALF_HEIGHT for px, py in along)


def _numbers(pattern: str, drawn: str) -> list[list[float]]:
    return [[float(number) for number in found] for found in re.findall(pattern, drawn)]
