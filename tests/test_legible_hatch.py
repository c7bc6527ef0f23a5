"""Ground whose hatch is too small to be told has no row in a key: the same in both languages."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from each import for_each

from data.tables import current_tables
from geo.drawing import legible_hatch
from geo.drawing.legible_hatch import is_legible
from geo.drawing.palette import HATCHES
from geo.drawing.sheet import FULL
from geo.picture import drawn
from geo.publish.paper_file import ON_PAPER

ROOT = Path(__file__).parent.parent
CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases" / "legible_hatch.json").read_text("utf-8"))
SCRIPT = """
import {readFileSync} from 'node:fs';
import {isLegible} from './geo/atlas/core/legible_hatch.mjs';
const cases = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(cases.map(({path, k, tile}) => isLegible(path, k, {tile}))));
"""
TABLES = current_tables()
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


def test_ground_in_dispute_is_named_where_its_hatch_can_be_told() -> None:
    def named(view: str, sheet: Any) -> list[str]:
        made = drawn(2022, view, ("front",), sheet=sheet, tables=TABLES)
        return [name for row in made.key if row.sign == "disputed" for name in row.names]

    assert named("europe", FULL) == GROUND
    assert named("black_sea", ON_PAPER) == GROUND
    assert named("europe", ON_PAPER) == [*GROUND[:3], "Northern Cyprus"]
    assert named("world", FULL) == GROUND[:1]


def test_a_border_in_dispute_is_named_where_its_ground_can_be_told() -> None:
    told = {
        view: [row.sign for row in drawn(2022, view, ("front",), tables=TABLES).key if row.sign == "dashed"]
        for view in ("europe", "world")
    }
    assert told == {"europe": ["dashed"], "world": []}
