"""Of two memberships chosen one after another the last is laid over the map, whichever ground comes first."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

LAY_OVER = Path(__file__).parent.parent / "geo" / "atlas" / "panel" / "lay_over.mjs"
SCRIPT = """
// As much of a page as the choice needs.
const element = () => ({
  style: {setProperty() {}},
  setAttribute() {},
  append(...children) {
    this.children = children;
  },
  addEventListener(_, act) {
    this.choose = (value) => {
      this.value = value;
      act();
    };
  },
});
Object.assign(globalThis, {
  document: {createElement: element},
  location: {search: '', hash: ''},
  history: {state: null, replaceState: (_, __, search) => (location.search = search)},
});
const {createLayOver} = await import(`file://${process.argv[1]}`);
const asked = new Map();
let state = {over: null, layers: 'names,eu'};
const listeners = [];
const facts = {pictures: {overlays: {}}};
const group = createLayOver({
  facts,
  store: {
    get: () => state,
    listen: (listener) => listeners.push(listener),
    set(patch) {
      state = {...state, ...patch};
      for (const listener of listeners) listener(state);
    },
  },
  views: [],
  choices: {
    all: [{id: 'eu', name: 'EU'}, {id: 'coe', name: 'CoE'}],
    over: {beyond: [], none: '', title: '', failed: '{name}', unknown: ''},
    load: (file) => new Promise((come) => asked.set(file, () => come({units: file, told: ''}))),
  },
  notice: () => {},
});
const select = group.children[0].children[1];
const told = [];
async function come(...files) {
  for (const file of files) {
    asked.get(`over-${file}.json`)();
    await new Promise((act) => setTimeout(act));
  }
  told.push([state.over, facts.pictures.overlays.over, select.value, location.search, state.layers]);
}
select.choose('eu');
select.choose('coe');
await come('coe', 'eu');
select.choose('eu');
select.choose('');
await come('eu');
select.choose('eu');
await come('eu');
for (const listener of listeners) listener((state = {...state, layers: 'names,eu'}));
await new Promise((act) => setTimeout(act));
await come();
console.log(JSON.stringify(told));
"""


def test_the_last_choice_is_laid_over(program: Callable[[str], str]) -> None:
    command = [program("node"), "--input-type=module", "--eval", SCRIPT, str(LAY_OVER)]
    told = json.loads(subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout)
    assert told == [
        ["coe", "over-coe.json", "coe", "?over=coe", "names,eu"],
        [None, "over-coe.json", "", "?", "names,eu"],
        ["eu", "over-eu.json", "eu", "?over=eu", "names"],  # the layer that shows the same goes
        [None, "over-eu.json", "", "?", "names,eu"],  # and the other way round
    ]
