"""The corners of path data are those that its numbers tell, ring by ring."""

import re
from itertools import accumulate

import pytest

from data.tables import current_tables
from geo.drawing.corners import corners_of
from geo.drawing.kept import drawing

PATHS = drawing("europe", current_tables().units).paths


def told_by(path: str) -> list[tuple[list[int], list[int]]]:
    """The x and the y of the corners of each ring, number by number."""
    rings = [[int(number) for number in re.findall(r"-?\d+", ring)] for ring in path.split("M")[1:]]
    return [(list(accumulate(ring[::2])), list(accumulate(ring[1::2]))) for ring in rings]


@pytest.mark.parametrize(
    "path",
    ["M10 20l3-4-5 6z", "M1 2l3 4zM-5-6l7 8 9-1", "M0 0", "M9 9M-1-1l-2 0zM4 4l1 1", PATHS["NOR"], PATHS["GRC"]],
)
def test_each_ring_has_the_corners_that_its_numbers_tell(path: str) -> None:
    found, rings = corners_of(path), told_by(path)
    assert found.x.tolist() == [x for xs, _ in rings for x in xs]
    assert found.y.tolist() == [y for _, ys in rings for y in ys]
    assert found.first.tolist() == [0, *accumulate(len(xs) for xs, _ in rings[:-1])]
    assert found.last.tolist() == [place - 1 for place in accumulate(len(xs) for xs, _ in rings)]
    assert found.sizes == tuple(max(max(xs) - min(xs), max(ys) - min(ys)) for xs, ys in rings)


def test_a_corner_is_followed_by_the_next_of_its_ring() -> None:
    assert corners_of("M0 0l1 0 0 1zM5 5l1 1").following.tolist() == [1, 2, 0, 4, 3]


def test_nothing_has_no_corners() -> None:
    found = corners_of("")
    assert (len(found.x), len(found.first), found.sizes) == (0, 0, ())
