"""A key tells of all ground in dispute that a map draws, and names what is large enough: the same in both languages."""

import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from each import for_each

from data.tables import current_tables
from geo.drawing import legible_hatch
from geo.drawing.legible_hatch import counted_only, is_legible
from geo.drawing.lone_marks import LARGER
from geo.drawing.on_map import in_sight
from geo.drawing.out_of_sight import is_seen
from geo.drawing.palette import HATCHES
from geo.drawing.sheet import FULL, SMALL, UPRIGHT, Focus, Sheet
from geo.drawing.views import VIEWS
from geo.picture import drawn
from geo.publish.paper_file import ON_PAPER
from geo.publish.stop_picture import STOP

ROOT = Path(__file__).parent.parent
CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases" / "legible_hatch.json").read_text("utf-8"))
SCRIPT = """
import {readFileSync} from 'node:fs';
import {isLegible} from './geo/atlas/core/legible_hatch.mjs';
const cases = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(cases.map(({path, k, tile}) => isLegible(path, k, {tile}))));
"""
COUNTED = """
import {readFileSync} from 'node:fs';
import {countedOnly} from './geo/atlas/core/legible_hatch.mjs';
const [grounds, scales, hatch] = JSON.parse(readFileSync(0, 'utf8'));
const told = scales.map((k) => countedOnly(grounds, k, hatch).map(({title}) => title));
process.stdout.write(JSON.stringify(told));
"""
TABLES = current_tables()
SHEETS = {"landscape": FULL, "upright": UPRIGHT, "slide": STOP, "paper": ON_PAPER, "small": SMALL}
GROUND_DRAWN = re.compile(r'<path d="([^"]+)" fill="url\(#hatch-disputed')
BORDER_DRAWN = re.compile(r'<path d="([^"]+)"[^>]* stroke-dasharray')
GROUND = ["Crimea", "Abkhazia", "South Ossetia", "Transnistria", "Northern Cyprus"]


@for_each("case", CASES, ids=lambda case: case["what"])
def test_a_picture_tells_what_the_case_says(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    hatches = {"disputed": replace(HATCHES["disputed"], tile=case["tile"])}
    monkeypatch.setattr(legible_hatch, "HATCHES", hatches)
    assert is_legible(case["path"], case["k"]) == case["told"]


def test_a_browser_tells_what_the_cases_say(program: Callable[[str], str]) -> None:
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    done = subprocess.run(command, cwd=ROOT, input=json.dumps(CASES), capture_output=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout) == [case["told"] for case in CASES]


def test_both_count_the_same_ground(program: Callable[[str], str]) -> None:
    paths = {
        title: f"M10 10l{side} 0 0 {side}-{side} 0z" for title, side in zip("abcdef", (4, 9, 2, 9, 3, 5), strict=True)
    }
    scales = [10, 4, 2, 1.5, 1, 0.1]
    told = [counted_only(paths, k) for k in scales]
    assert told == [[], [], ["c", "e"], ["a", "c", "e"], ["a", "c", "e", "f"], ["a", "c", "d", "e", "f"]]
    assert counted_only({}, 1) == []
    given = [
        [{"title": title, "path": path} for title, path in paths.items()],
        scales,
        {"tile": HATCHES["disputed"].tile},
    ]
    command = [program("node"), "--input-type=module", "--eval", COUNTED]
    done = subprocess.run(command, cwd=ROOT, input=json.dumps(given), capture_output=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout) == told


def disputed_of(when: int | date, view: str, sheet: Sheet) -> str:
    """The row of ground in dispute in the key of a picture, or nothing."""
    made = drawn(when, view, ("front",), sheet=sheet, tables=TABLES)
    return next((row.label for row in made.key if row.sign == "disputed"), "")


def test_a_key_names_ground_in_dispute_whose_hatch_can_be_told_and_counts_the_rest() -> None:
    assert disputed_of(2022, "europe", FULL) == f"In dispute: {', '.join(GROUND)}"
    assert disputed_of(2022, "black_sea", ON_PAPER) == f"In dispute: {', '.join(GROUND)}"
    assert disputed_of(2022, "europe", STOP) == f"In dispute: {', '.join(GROUND[:3])}, 2\u00a0smaller"
    assert disputed_of(2022, "world", FULL) == "In dispute: Crimea, 4\u00a0smaller"


def test_one_ground_alone_is_named_however_small_it_is() -> None:
    assert disputed_of(1990, "europe", STOP) == "In dispute: Northern Cyprus"
    assert disputed_of(2022, "europe", ON_PAPER) == f"In dispute: {', '.join(GROUND)}"
    assert disputed_of(date(1974, 8, 14), "world", SMALL) == "In dispute: Northern Cyprus"


@pytest.mark.parametrize("view", VIEWS)
@for_each("sheet", SHEETS.values(), ids=list(SHEETS))
def test_whatever_ground_a_picture_draws_as_in_dispute_has_a_row_in_its_key(view: str, sheet: Sheet) -> None:
    for year in (1973, 1974, 1992, 2022):
        made = drawn(year, view, ("front",), sheet=sheet, tables=TABLES)
        place, frame = made.place, made.sheet.map
        sight = in_sight(frame, *place)
        for sign, found in (("disputed", GROUND_DRAWN), ("dashed", BORDER_DRAWN)):
            seen = [d for d in found.findall("".join(made.units)) if is_seen(d, sight)]
            assert bool(seen) == any(row.sign == sign for row in made.key), (year, sign)


@pytest.mark.parametrize("sheet", [FULL, STOP, ON_PAPER], ids=["landscape", "slide", "paper"])
def test_hatches_are_as_large_as_the_lines_of_their_sheet(sheet: Sheet) -> None:
    """The px in which a key asks for a sample of a hatch are those in which that is drawn."""
    made = drawn(2022, "europe", ("front",), sheet=sheet, tables=TABLES, focus=Focus(over="eu"))
    (scale,) = {
        float(scale)
        for scale in re.findall(r'<pattern id="hatch-(?:eu|disputed|over)"[^>]* scale\(([\d.]+)', made.defs)
    }
    assert scale == pytest.approx(sheet.scale / made.place[0], rel=1e-3)
    alone = re.findall(r'scale\(([\d.]+)\)" data-over="\w+" data-hatch="over"', "".join(made.ink))
    assert alone
    assert {round(float(each) / sheet.scale, 3) for each in alone} <= {1, LARGER}
