"""Small land wears one mark of a pattern, alone and whole, which no name hides."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from data.tables import current_tables
from geo.drawing.label_layout import Box
from geo.drawing.lone_marks import PART, lone_at
from geo.drawing.palette import HATCHES
from geo.drawing.sheet import FULL, UPRIGHT, Focus, Sheet
from geo.picture import svg

TABLES = current_tables()
GEO = Path(__file__).parent.parent / "geo"
CASES = json.loads((Path(__file__).parent / "cases" / "lone_marks.json").read_text(encoding="utf-8"))
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, cases} = JSON.parse(readFileSync(0, 'utf8'));
const {loneAt} = await import(`file://${geo}/atlas/core/lone_marks.mjs`);
console.log(JSON.stringify(cases.map(({names, unit, tile, k}) => loneAt(names, unit, tile, k))));
"""
LONE = re.compile(r'<g transform="translate\(([\d.]+) ([\d.]+)\)[^"]*" data-over="(\w+)" data-hatch="(\w+)"')
NAME = re.compile(r'<text x="([\d.]+)" y="([\d.]+)" [^>]*font-size="([\d.]+)"[^>]*>([^<]+)</text>')


def test_small_land_has_a_mark_alone_as_the_cases_say_on_a_picture() -> None:
    for case in CASES:
        at = lone_at(case["names"], case["unit"], case["tile"], case["k"])
        assert (at and [*at]) == case["at"], case["what"]


def test_small_land_has_a_mark_alone_as_the_cases_say_in_a_browser(program: Callable[[str], str]) -> None:
    given = json.dumps({"geo": str(GEO), "cases": CASES})
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == [case["at"] for case in CASES]


@pytest.mark.parametrize("sheet", [FULL, UPRIGHT], ids=["landscape", "upright"])
@pytest.mark.parametrize(("layers", "over"), [(("names",), "eu"), (("names", "eu"), "")], ids=["laid-over", "layer"])
def test_malta_and_cyprus_are_seen_to_be_in_the_union(sheet: Sheet, layers: tuple[str, ...], over: str) -> None:
    text = svg(2017, "europe", layers, sheet=sheet, tables=TABLES, focus=Focus(over=over))
    lone = {unit: (float(x), float(y), name) for x, y, unit, name in LONE.findall(text)}
    assert {"MLT", "CYP"} <= lone.keys()
    assert not {"POL", "FRA", "CHE", "NOR"} & lone.keys()
    names = NAME.findall(text)
    assert len(names) > 20
    for unit, (x, y, name) in lone.items():
        half = PART * HATCHES[name].tile
        mark = Box(x - half, y - half, 2 * half, 2 * half)
        for across, down, size, word in names:
            wide, high = 0.4 * float(size) * len(word), float(size)
            box = Box(float(across) - wide / 2, float(down) - 0.75 * high, wide, high)
            assert not mark.meets(box), (unit, word)
        assert f'data-over="{unit}" data-hatch="{name}"' not in re.sub(LONE, "", text)
