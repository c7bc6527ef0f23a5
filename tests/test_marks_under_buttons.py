"""A mark under a row of buttons comes out from under it on a pin, in its own country if it can; not from a high one."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

CORE = Path(__file__).parent.parent / "geo" / "atlas" / "core"
SCRIPT = """
const [core, high, edge] = process.argv.slice(1);
const {stackMarks} = await import(`file://${core}/mark_layout.mjs`);
const {stepAside} = await import(`file://${core}/mark_aside.mjs`);
const size = {width: 400, height: 300};
const row = {x: 100, y: 10, w: 290, h: Number(high)};
const under = (x, y) => (y < Number(edge) ? 2 : 3);
const stacks = stackMarks([{id: 'S1', x: 250, y: 20, room: 90}], size, 1);
console.log(JSON.stringify(stepAside(stacks, [row], size, 1, under)[0]));
"""


@pytest.mark.parametrize(("high", "is_out"), [(40, True), (80, False)])
@pytest.mark.parametrize("edge", [300, 45])
def test_a_mark_comes_out_from_under_buttons_on_a_pin(
    program: Callable[[str], str], edge: int, high: int, is_out: bool
) -> None:
    command = [program("node"), "--input-type=module", "--eval", SCRIPT, str(CORE), str(high), str(edge)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    stack = json.loads(ran.stdout)
    assert (stack["marks"][0]["y"] > 10 + high) is is_out
    assert bool(stack.get("pinned")) is is_out
