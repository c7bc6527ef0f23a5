"""The ground under names where a view has more units than a byte can tell: in both languages the same."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from geo.drawing.ground import CELL, FIRST_UNIT, Ground

SIDE = 20
"""Units in a row and in a column, each of one cell."""
UNITS = {
    f"u{row * SIDE + column}": f"M{column * CELL} {row * CELL}l{CELL} 0 0 {CELL}-{CELL} 0z"
    for row in range(SIDE)
    for column in range(SIDE)
}
VIEW = {"width": SIDE * CELL, "height": SIDE * CELL, "land": "", "paths": UNITS}
MODULE = Path(__file__).parent.parent / "geo" / "atlas" / "core" / "ground.mjs"
SCRIPT = f"""
import {{groundOf}} from '{MODULE.as_uri()}';
let view = '';
for await (const part of process.stdin) view += part;
const {{cells, indexOf}} = groundOf(JSON.parse(view));
console.log(JSON.stringify([Array.from(cells), [...indexOf]]));
"""


def test_every_unit_has_a_ground_of_its_own(program: Callable[[str], str]) -> None:
    ground = Ground.of(VIEW)
    expected = list(range(FIRST_UNIT, FIRST_UNIT + len(UNITS)))
    assert ground.cells.ravel().tolist() == expected
    assert [ground.own([unit]).nonzero()[0].tolist() for unit in UNITS] == [[index] for index in expected]

    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    done = subprocess.run(command, input=json.dumps(VIEW), capture_output=True, encoding="utf-8", check=True)
    cells, index_of = json.loads(done.stdout)
    assert cells == expected
    assert dict(index_of) == ground.index
