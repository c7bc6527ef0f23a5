"""The dot of West Berlin: as large on pictures as in the browser, and never so large that it hides East Germany."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from each import for_each

from data.vocabulary import Status
from geo.drawing.palette import LIGHT
from geo.drawing.sheet import FULL, SMALL, Sheet
from geo.drawing.west_berlin import berlin_radius
from geo.picture import svg

GEO = Path(__file__).parent.parent / "geo"
CASES = json.loads((Path(__file__).parent / "cases" / "west_berlin.json").read_text(encoding="utf-8"))
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, cases} = JSON.parse(readFileSync(0, 'utf8'));
const {berlinRadius} = await import(`file://${geo}/atlas/core/west_berlin.mjs`);
const radii = cases.map(({path, k, grow}) => berlinRadius({paths: path ? {'DEU-EAST': path} : {}}, k, grow));
console.log(JSON.stringify(radii.map((radius) => Number(radius.toFixed(6)))));
"""
DOT = re.compile(r'<circle [^>]*r="([0-9.]+)"[^>]*data-berlin=""')


@for_each("case", CASES, ids=lambda case: case["what"])
def test_the_dot_on_a_picture_is_as_large_as_the_cases_say(case: dict[str, float | str]) -> None:
    paths = {"DEU-EAST": str(case["path"])} if case["path"] else {}
    assert round(berlin_radius(paths, float(case["k"]), float(case["grow"])), 6) == case["radius"]


def test_the_dot_in_a_browser_is_as_large_as_the_cases_say(program: Callable[[str], str]) -> None:
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    given = json.dumps({"geo": str(GEO), "cases": CASES})
    ran = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == [case["radius"] for case in CASES]


@for_each("view, sheet, is_there", [("europe", FULL, True), ("europe", SMALL, True), ("world", SMALL, False)])
def test_a_key_explains_the_dot_where_it_is(view: str, sheet: Sheet, is_there: bool) -> None:
    text = svg(1970, view, (), sheet=sheet)
    assert bool(DOT.search(text)) == is_there
    assert ('data-sign="west_berlin"' in text) == (is_there and sheet.around != "nothing")
    assert LIGHT.statuses[Status.MEMBER].fill in text
