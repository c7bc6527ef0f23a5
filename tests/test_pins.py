"""What names keep clear of along a line, and along a pin, which is a wedge: the same on a picture and in a browser."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.drawing.pins import LEADER, PIN, boxes_along

LAYOUT = Path(__file__).parent.parent / "geo" / "atlas" / "core" / "force_layout.mjs"
PIN_MODULE = LAYOUT.parent.parent / "stage" / "pin.mjs"
LINE = 10.0, 20.0, 10.0, 60.0
SCRIPT = f"""
import {{readFileSync}} from 'node:fs';
const {{boxesAlong}} = await import('{LAYOUT.as_uri()}');
const pin = Number(readFileSync(new URL('{PIN_MODULE.as_uri()}'), 'utf8').match(/PIN_PX = ([\\d.]+)/)[1]);
const boxes = [boxesAlong({list(LINE)}), boxesAlong({list(LINE)}, pin)];
console.log(JSON.stringify(boxes.map((along) => along.map(({{x, y, w, h}}) => [x, y, w, h]))));
"""


def test_a_line_is_as_wide_everywhere_and_a_pin_comes_to_a_point() -> None:
    plain, pin = boxes_along(LINE), boxes_along(LINE, PIN)
    assert {box.width for box in plain} == {LEADER}
    assert pin[0].width < LEADER + 1
    assert pin[-1].width == PIN
    assert [box.width for box in pin] == sorted(box.width for box in pin)
    for box in (*plain, *pin):
        assert box.width == box.height
        assert box.x + box.width / 2 == pytest.approx(LINE[0])


def test_a_browser_keeps_clear_of_the_same(program: Callable[[str], str]) -> None:
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    for told, wide in zip(json.loads(ran.stdout), (LEADER, PIN), strict=True):
        ours = [[box.x, box.y, box.width, box.height] for box in boxes_along(LINE, wide)]
        assert told == [pytest.approx(box) for box in ours]
