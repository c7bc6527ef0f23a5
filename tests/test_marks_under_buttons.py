"""A mark under a row of buttons comes out from under it: past a high one only within its own country."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

CORE = Path(__file__).parent.parent / "geo" / "atlas" / "core"
SCRIPT = """
const [core, edge] = process.argv.slice(1);
const {stackMarks} = await import(`file://${core}/mark_layout.mjs`);
const {stepAside} = await import(`file://${core}/mark_aside.mjs`);
const size = {width: 400, height: 300};
const row = {x: 100, y: 10, w: 290, h: 40};
const under = (x, y) => (y < Number(edge) ? 2 : 3);
const stacks = stackMarks([{id: 'S1', x: 250, y: 20, room: 90}], size, 1);
console.log(JSON.stringify(stepAside(stacks, [row], size, 1, under)[0].marks[0].y));
"""


@pytest.mark.parametrize(("edge", "is_out"), [(300, True), (45, False)])
def test_a_mark_goes_farther_from_under_buttons_in_its_own_country(
    program: Callable[[str], str], edge: int, is_out: bool
) -> None:
    command = [program("node"), "--input-type=module", "--eval", SCRIPT, str(CORE), str(edge)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert (json.loads(ran.stdout) > 50) is is_out
