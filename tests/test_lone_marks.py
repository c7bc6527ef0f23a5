"""The pattern of small land begins in its middle; one mark alone there is whole, and no name hides it."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from data.tables import current_tables
from geo.drawing.label_layout import Box
from geo.drawing.lone_marks import BARE, PART, larger_by, lone_at
from geo.drawing.palette import HATCHES
from geo.drawing.sheet import FULL, SMALL, UPRIGHT, Focus, Sheet
from geo.picture import svg

TABLES = current_tables()
GEO = Path(__file__).parent.parent / "geo"
CASES = json.loads((Path(__file__).parent / "cases" / "lone_marks.json").read_text(encoding="utf-8"))
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, cases} = JSON.parse(readFileSync(0, 'utf8'));
const {BARE, largerBy, loneAt} = await import(`file://${geo}/atlas/core/lone_marks.mjs`);
const told = ({names, borders, unit, tile, k}) => ({
  at: loneAt(names, unit, tile, k),
  alone: Boolean(loneAt(names, unit, tile, k, BARE)),
  larger: largerBy({names, borders}, unit, tile, k),
});
console.log(JSON.stringify(cases.map(told)));
"""
LONE = re.compile(
    r'<g transform="translate\(([\d.]+) ([\d.]+)\)[^"]* scale\(([\d.]+)\)" data-over="(\w+)" data-hatch="(\w+)"'
)
NAME = re.compile(r'<text x="([\d.]+)" y="([\d.]+)" [^>]*font-size="([\d.]+)"[^>]*>([^<]+)</text>')


def test_small_land_has_its_pattern_as_the_cases_say_on_a_picture() -> None:
    for case in CASES:
        names, unit, size = case["names"], case["unit"], (case["tile"], case["k"])
        at = lone_at(names, unit, *size)
        assert (at and [*at]) == case["at"], case["what"]
        assert bool(lone_at(names, unit, *size, BARE)) == case["alone"], case["what"]
        assert larger_by({"names": names, "borders": case["borders"]}, unit, *size) == case["larger"], case["what"]


def test_small_land_has_its_pattern_as_the_cases_say_in_a_browser(program: Callable[[str], str]) -> None:
    given = json.dumps({"geo": str(GEO), "cases": CASES})
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == [{key: case[key] for key in ("at", "alone", "larger")} for case in CASES]


@pytest.mark.parametrize("sheet", [FULL, UPRIGHT, SMALL], ids=["landscape", "upright", "small"])
@pytest.mark.parametrize(("layers", "over"), [(("names",), "eu"), (("names", "eu"), "")], ids=["laid-over", "layer"])
def test_small_members_are_seen_to_be_in_the_union(sheet: Sheet, layers: tuple[str, ...], over: str) -> None:
    text = svg(2017, "europe", layers, sheet=sheet, tables=TABLES, focus=Focus(over=over))
    alone = {unit: (float(x), float(y), float(scale), name) for x, y, scale, unit, name in LONE.findall(text)}
    assert "MLT" in alone
    assert not {"POL", "FRA", "CHE", "NOR", "EST", "ITA"} & alone.keys()
    own = set(re.findall(r'<path [^>]*url\(#hatch-\w+-(\w+)\)"', text))
    assert alone.keys() <= own
    assert own == set(re.findall(r'<pattern id="hatch-\w+-([A-Z]+)"', text))
    names = NAME.findall(text)
    assert len(names) > (0 if sheet is SMALL else 20)
    for unit, (x, y, scale, name) in alone.items():
        half = PART * HATCHES[name].tile * scale
        mark = Box(x - half, y - half, 2 * half, 2 * half)
        for across, down, size, word in names:
            wide, high = 0.4 * float(size) * len(word), float(size)
            box = Box(float(across) - wide / 2, float(down) - 0.75 * high, wide, high)
            assert not mark.meets(box), (unit, word)
