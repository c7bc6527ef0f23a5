"""Layouts are made ahead for what the map shows: with an open card for that card, once for a place of the camera."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

LAYOUTS = Path(__file__).parent.parent / "geo" / "atlas" / "stage" / "layouts.mjs"
SCRIPT = """
const waiting = [];
Object.assign(globalThis, {
  window: {requestIdleCallback: true},
  requestIdleCallback: (work) => work({timeRemaining: () => 100}),
  setTimeout: (act) => waiting.push(act),
  clearTimeout: (timer) => delete waiting[timer - 1],
});
const rest = () => waiting.splice(0).forEach((act) => act());
const {createLayouts} = await import(`file://${process.argv[1]}`);
const made = [];
const keyOf = ({day, country}) => `${day} ${country}`;
// As on a stage, where a card mostly leaves the names as they stand without it.
const layOut = (state) => {
  if (state.country) layouts.of({...state, country: null});
  made.push(keyOf(state));
  return {};
};
const layouts = createLayouts({days: [1, 2, 3], keyOf, layOut});
const shown = () => {
  layouts.of({day: 2, country: 'FRA'});
  rest();
  return made.splice(0).sort();
};
const first = shown();
layouts.clear();
layouts.prepare({day: 2, country: 'FRA'});
console.log(JSON.stringify([first, shown()]));
"""


def test_layouts_are_made_for_the_card_that_is_open(program: Callable[[str], str]) -> None:
    command = [program("node"), "--input-type=module", "--eval", SCRIPT, str(LAYOUTS)]
    first, moved = json.loads(subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout)
    assert first == sorted(f"{day} {country}" for day in (1, 2, 3) for country in ("FRA", "null"))
    assert moved == first
