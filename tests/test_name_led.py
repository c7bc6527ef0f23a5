"""A name that must stand and has no room even for a number has a line: on pictures as in the browser."""

import json
import subprocess
from collections.abc import Callable, Sequence
from datetime import date
from math import hypot
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from each import for_each

from data.picture import picture_on
from data.tables import current_tables
from geo.drawing.name_forms import Form, Wish
from geo.drawing.name_leaders import LONGEST
from geo.drawing.name_led import Laid, with_led
from geo.drawing.name_table import Name
from geo.drawing.number_rows import Listed
from geo.drawing.palette import THEMES
from geo.drawing.sheet import NO_FOCUS, UPRIGHT
from geo.picture import _Picture

GEO = Path(__file__).parent.parent / "geo"
CASES = json.loads((Path(__file__).parent / "cases" / "name_led.json").read_text(encoding="utf-8"))
GROUND = np.zeros(1, bool)
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, cases} = JSON.parse(readFileSync(0, 'utf8'));
const {withLed} = await import(`file://${geo}/atlas/core/name_led.mjs`);
console.log(JSON.stringify(cases.map(({wishes, laid}) => {
  const asked = Object.entries(wishes).map(([id, is]) => ({id, text: id, number: '0', must: is.includes('must'),
    joined: is.includes('joined'), inland: is.includes('inland')}));
  const given = laid.map(({standing, lost}) => ({
    places: standing.map((id) => ({id})),
    listed: lost.map((text) => ({number: '', text, joined: false}))}));
  const calls = [];
  const kept = withLed(asked, (wished) => given[calls.push(wished) - 1]);
  const led = calls[calls.length - 1].filter(({led}) => led).map(({id}) => id);
  return [led, given.indexOf(kept), calls.length];
})));
"""


@for_each("case", CASES, ids=lambda case: case["what"])
def test_a_picture_leads_to_those_of_the_case(case: dict[str, Any]) -> None:
    wishes = [
        Wish(key, key, "", 0, 0, 1, GROUND, "must" in how, "joined" in how, number="0", inland="inland" in how)
        for key, how in case["wishes"].items()
    ]
    form = Form(("",), 1, 1, 1)
    given: list[Laid] = [
        (
            [Name(key, form, 0, 0, False) for key in laid["standing"]],
            tuple(Listed("", key, False) for key in laid["lost"]),
        )
        for laid in case["laid"]
    ]
    calls: list[Sequence[Wish]] = []

    def lay(wished: Sequence[Wish]) -> Laid:
        calls.append(wished)
        return given[len(calls) - 1]

    assert with_led(wishes, lay) is given[case["kept"]]
    assert len(calls) == len(given)
    assert [wish.key for wish in calls[-1] if wish.led] == case["led"]


def test_a_browser_leads_to_those_of_the_cases(program: Callable[[str], str]) -> None:
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    given = json.dumps({"geo": str(GEO), "cases": CASES})
    ran = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=True)
    assert json.loads(ran.stdout) == [[case["led"], case["kept"], len(case["laid"])] for case in CASES]


@pytest.mark.parametrize("year", [1997, 2008, 2018])
def test_whom_the_headline_is_about_can_be_found_on_the_smallest_map(year: int) -> None:
    picture = _Picture(picture_on(date(year, 12, 31)), "world", ("names",), THEMES["light"], UPRIGHT, NO_FOCUS)
    names, _ = picture._names
    found = {name.key for name in names}
    assert picture.facts.concerned
    assert set(picture.facts.concerned) <= found


@pytest.mark.parametrize(("year", "view"), [(1997, "world"), (2017, "world"), (2020, "europe")])
def test_no_line_leads_farther_than_one_would_follow(year: int, view: str) -> None:
    picture = _Picture(picture_on(date(year, 12, 31)), view, ("names",), THEMES["light"], UPRIGHT, NO_FOCUS)
    led = [name for name in picture._names[0] if name.leader]
    assert led
    for name in led:
        from_x, from_y, to_x, to_y = name.leader or (0, 0, 0, 0)
        assert hypot(to_x - from_x, to_y - from_y) <= LONGEST * name.form.size, name


def test_the_invited_whom_the_headline_is_about_must_stand_as_the_others_do() -> None:
    facts = picture_on(date(1997, 12, 31), current_tables())
    picture = _Picture(facts, "europe", ("names",), THEMES["light"], UPRIGHT, NO_FOCUS)
    assert set(facts.concerned) <= {wish.key for wish in picture._asked.wishes if wish.must}
