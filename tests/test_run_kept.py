"""The run of questions that a wall's tab keeps: it goes on with the sheet it belongs to, and with no other."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

KEPT_RUN = Path(__file__).parent.parent / "geo" / "classroom" / "live" / "kept_run.mjs"
SCRIPT = """
const kept = new Map();
globalThis.sessionStorage = {
  getItem: (name) => kept.get(name) ?? null,
  setItem: (name, value) => kept.set(name, value),
  removeItem: (name) => kept.delete(name),
};
const {keepRun, recallRun} = await import(`file://${process.argv[1]}`);
const at = (id) => recallRun([{id}])?.at ?? null;
const none = at('b');
keepRun({at: 1, items: [{asked: {id: 'a'}}, {asked: {id: 'b'}}]});
const own = at('b'), other = at('a');
kept.forEach((_, name) => kept.set(name, '{"at": 7, "items": []}'));
const spoiled = at('b');
keepRun({at: 0, items: [{asked: {id: 'a'}}]});
keepRun(null);
console.log(JSON.stringify({none, own, other, spoiled, over: at('a')}));
"""


def test_a_run_goes_on_with_its_sheet_alone(program: Callable[[str], str]) -> None:
    order = [program("node"), "--input-type=module", "-e", SCRIPT, str(KEPT_RUN)]
    told = subprocess.run(order, capture_output=True, text=True, check=True).stdout
    assert json.loads(told) == {"none": None, "own": 1, "other": None, "spoiled": None, "over": None}
