"""The lengths of lines: beside the line, on the stage, and nowhere where the line is not to be seen."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LAYOUT = Path(__file__).parent.parent / "geo" / "atlas" / "core" / "length_layout.mjs"
SCRIPT = """
const {placeLengths} = await import(`file://${process.argv[1]}`);
const {lines, taken, outlines} = JSON.parse(process.argv[2]);
const meets = (box) => ({x, y, w, h}) => x < box.x + box.w && box.x < x + w && y < box.y + box.h && box.y < y + h;
const asked = lines.map(([from, to]) => ({from, to, text: `${from} ${to}`, width: 60}));
console.log(JSON.stringify(placeLengths(asked, taken, {width: 900, height: 600}, 14,
  (box) => outlines.some(meets(box)))));
"""
ACROSS, SLANTED, CUT = [[100, 300], [500, 300]], [[100, 100], [400, 500]], [[700, 300], [1500, 300]]
ABOVE, BESIDE, BELOW = [[100, -30], [500, -20]], [[-95, 300], [-5, 300]], [[300, 604], [500, 604]]


@pytest.fixture
def placed(program: Callable[[str], str]) -> Callable[..., list[dict[str, Any]]]:
    """`placed(lines, taken, outlines)`: the lengths of lines beside boxes that are taken, as the browser has them."""

    def ask(
        lines: list[Any], taken: list[dict[str, int]] | None = None, outlines: list[dict[str, int]] | None = None
    ) -> list[dict[str, Any]]:
        given = json.dumps({"lines": lines, "taken": taken or [], "outlines": outlines or []})
        command = [program("node"), "--input-type=module", "--eval", SCRIPT, str(LAYOUT), given]
        found: list[dict[str, Any]] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        return found

    return ask


def test_a_length_stands_over_the_middle_of_its_line(placed: Callable[..., list[dict[str, Any]]]) -> None:
    [length] = placed([ACROSS])
    assert (length["x"], length["y"]) == (300, 290)


def test_lengths_keep_off_what_is_taken_off_lines_and_off_each_other(
    placed: Callable[..., list[dict[str, Any]]],
) -> None:
    taken = {"x": 250, "y": 280, "w": 100, "h": 18}
    boxes = [length["box"] for length in placed([ACROSS, SLANTED, ACROSS], [taken])]
    assert len(boxes) == 3
    for i, one in enumerate(boxes):
        for other in [taken, *boxes[:i]]:
            across = one["x"] < other["x"] + other["w"] and other["x"] < one["x"] + one["w"]
            assert not (across and one["y"] < other["y"] + other["h"] and other["y"] < one["y"] + one["h"])
        assert not one["y"] < 300 < one["y"] + one["h"]


OVER, UNDER = ({"x": 0, "y": y, "w": 900, "h": 90} for y in (205, 305))


def test_a_length_stands_upon_its_line_where_there_is_no_room_beside_it(
    placed: Callable[..., list[dict[str, Any]]],
) -> None:
    [length] = placed([ACROSS], [{**OVER, "h": 87}, {**UNDER, "y": 308}])
    assert (length["x"], length["y"]) == (300, 300)
    dots = {"x": 255, "y": 290, "w": 90, "h": 20}
    [length] = placed([ACROSS], [{**OVER, "h": 87}, {**UNDER, "y": 308}, dots])
    assert length["y"] == 300
    assert 136 <= length["x"] <= 464
    assert not 225 < length["x"] < 375


def test_a_length_without_room_at_its_line_stands_nowhere(placed: Callable[..., list[dict[str, Any]]]) -> None:
    assert placed([ACROSS], [{"x": 0, "y": 205, "w": 900, "h": 190}]) == []


def test_a_length_keeps_off_outlines_but_not_away_from_its_line(placed: Callable[..., list[dict[str, Any]]]) -> None:
    [length] = placed([ACROSS], [], [{**OVER, "h": 93}])
    assert (length["x"], length["y"]) == (300, 310)
    [length] = placed([ACROSS], [], [OVER, {**UNDER, "y": 295}])
    assert (length["x"], length["y"]) == (300, 290)


def test_a_line_off_the_stage_has_no_length_on_it(placed: Callable[..., list[dict[str, Any]]]) -> None:
    assert placed([ABOVE, BESIDE, BELOW]) == []
    [length] = placed([ABOVE, CUT])
    assert length["text"] == "700,300 1500,300"
    assert 700 <= length["x"] <= 900
    assert length["y"] == 290
