"""A lesson that is loaded again asks no stop anew that was revealed, but at its title, where it begins."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CLASSROOM = Path(__file__).parent.parent / "geo" / "classroom"
SCRIPT = """
const [classroom, states] = process.argv.slice(1);
globalThis.history = {};
const {leftBefore} = await import(`file://${classroom}/class_mode.mjs`);
const {atClose, atTitle, startAt} = await import(`file://${classroom}/lesson/place.mjs`);
const stops = [{}, {}, {}];
const told = JSON.parse(states).map((state) => {
  history.state = state;
  return [atTitle(), startAt(2), atClose(stops)].map((place) => leftBefore(place, stops).revealed);
});
console.log(JSON.stringify(told));
"""


@pytest.fixture(scope="module")
def left(program: Callable[[str], str]) -> Callable[..., Any]:
    def tell(*states: Any) -> Any:
        command = [program("node"), "--input-type=module", "--eval", SCRIPT, str(CLASSROOM), json.dumps(states)]
        return json.loads(subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout)

    return tell


def test_what_was_revealed_is_known_but_at_the_title(left: Callable[..., Any]) -> None:
    assert left({"revealed": [0, 2]}) == [[[], [0, 2], [0, 2]]]


def test_what_a_page_has_not_left_is_not_known(left: Callable[..., Any]) -> None:
    states = [None, "2", {}, {"revealed": "02"}, {"revealed": [3]}, {"revealed": [-1]}, {"revealed": [0.5]}]
    assert left(*states) == [[[], [], []]] * len(states)
