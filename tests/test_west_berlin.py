"""The dot of West Berlin: as large on pictures as in the browser, and never so large that it hides East Germany."""

import json
import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

from each import for_each

from data.memberships.picture import picture_of_year
from data.memberships.shipped import shipped
from data.picture import picture_on
from data.vocabulary import Status, WestBerlin
from geo.drawing.key import BERLIN, UNCOVERED_BERLIN
from geo.drawing.palette import LIGHT, THEMES
from geo.drawing.sheet import FULL, SMALL, Sheet
from geo.drawing.west_berlin import berlin_radius
from geo.picture import drawn, svg

GEO = Path(__file__).parent.parent / "geo"
CASES = json.loads((Path(__file__).parent / "cases" / "west_berlin.json").read_text(encoding="utf-8"))
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, cases} = JSON.parse(readFileSync(0, 'utf8'));
const {berlinRadius} = await import(`file://${geo}/atlas/core/west_berlin.mjs`);
const radii = cases.map(({path, k, grow}) => berlinRadius({paths: path ? {'DEU-EAST': path} : {}}, k, grow));
console.log(JSON.stringify(radii.map((radius) => Number(radius.toFixed(6)))));
"""
DOT = re.compile(r'<circle [^>]*r="([0-9.]+)"[^>]*data-berlin="(?:un)?covered"')


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
    assert LIGHT.statuses[Status.NONE].fill in text


@for_each(
    "day, covered",
    [
        (date(1949, 12, 31), False),
        (date(1952, 12, 31), False),
        (date(1954, 10, 22), False),
        (date(1954, 10, 23), True),
        (date(1955, 5, 6), True),
        (date(1990, 10, 2), True),
    ],
)
def test_it_wears_no_member_s_fill_and_its_ring_once_a_guarantee_was_declared(day: date, covered: bool) -> None:
    assert picture_on(day).west_berlin == (WestBerlin.COVERED if covered else WestBerlin.UNCOVERED)
    for theme, look in THEMES.items():
        made = drawn(day, layers=(), theme=theme)
        (dot,) = (ink for ink in made.ink if "data-berlin" in ink)
        assert f'fill="{look.statuses[Status.NONE].fill}"' in dot
        assert (f'stroke="{look.statuses[Status.MEMBER].fill}"' in dot) == covered
        (row,) = (row for row in made.key if row.sign in (BERLIN, UNCOVERED_BERLIN))
        assert row.label == ("West Berlin: Article 6 and guarantee" if covered else "West Berlin: not a member")
        assert made.svg().count(f'data-berlin="{picture_on(day).west_berlin}"') == 2  # on the map, and in the key


def test_it_is_gone_with_the_second_german_state_and_told_of_no_other_membership() -> None:
    assert picture_on(date(1990, 10, 3)).west_berlin is None
    assert picture_of_year(shipped("eu"), 1970).west_berlin is None
