"""Coasts are drawn square by square: all of them, and nothing of what the fills hide."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from geo.drawing.views import VIEWS
from geo.wire.assets import current_assets

COASTS = Path(__file__).parent.parent / "geo" / "atlas" / "core" / "coasts.mjs"
SCRIPT = """
let text = '';
for await (const part of process.stdin) text += part;
const {coastsOf} = await import(`file://${process.argv[1]}`);
const view = JSON.parse(text);
console.log(JSON.stringify(coastsOf(Object.values(view.paths), view)));
"""
SQUARE = 256
MOST_AGAIN = 1.15
"""Sides that are drawn more than once are so few: one at each end of a line."""

Corner = tuple[int, int]
Side = frozenset[Corner]


def numbers(path: str) -> list[int]:
    return [int(each) for each in re.findall(r"-?\d+", path)]


def lines(path: str) -> Iterator[list[Corner]]:
    """The corners of path data in relative whole numbers, line by line; a ring ends where it began."""
    for line in path.split("M")[1:]:
        at = numbers(line)
        for i in range(2, len(at)):
            at[i] += at[i - 2]
        corners = list(zip(at[::2], at[1::2], strict=True))
        yield [*corners, corners[0]] if line.endswith("z") else corners


def sides(corners: list[Corner]) -> list[Side]:
    return [frozenset(side) for side in pairwise(corners)]


def drawn(path: str) -> Iterator[list[Corner]]:
    """The same of a coast, whose numbers are places."""
    for line in path.split("M")[1:]:
        at = numbers(line)
        yield list(zip(at[::2], at[1::2], strict=True))


@pytest.fixture(scope="module", params=VIEWS)
def coasts(program: Callable[[str], str], request: pytest.FixtureRequest) -> tuple[dict[str, Any], list[str]]:
    """A view, and its coasts."""
    body = current_assets().file(f"{request.param}.json").body
    command = [program("node"), "--input-type=module", "--eval", SCRIPT, str(COASTS)]
    found = subprocess.run(command, input=body, capture_output=True, check=True).stdout
    return json.loads(body), json.loads(found)


def test_every_side_at_the_sea_is_drawn_and_few_again(coasts: tuple[dict[str, Any], list[str]]) -> None:
    view, paths = coasts
    inland = {side for path in view["borders"].values() for line in lines(path) for side in sides(line)}
    rings = [sides(ring) for path in view["paths"].values() for ring in lines(path)]
    at_sea = [side for ring in rings for side in ring if side not in inland]
    seen = [side for path in paths for line in drawn(path) for side in sides(line)]
    assert not set(at_sea) - set(seen)
    assert len(seen) < MOST_AGAIN * len(at_sea)


def test_what_is_drawn_of_a_square_lies_in_it_but_for_a_side_at_both_ends(
    coasts: tuple[dict[str, Any], list[str]],
) -> None:
    _, paths = coasts
    squares = [
        {(x // SQUARE, y // SQUARE) for line in drawn(path) for x, y in line[2:-1]}  # the last leads out of it
        for path in paths
    ]
    assert all(len(each) == 1 for each in squares)
    assert len(set(map(frozenset, squares))) == len(paths)
