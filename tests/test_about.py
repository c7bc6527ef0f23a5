"""What a map is about: the same units in both languages."""

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

from data.picture import picture_on
from geo.drawing.about import units_about
from geo.wire.assets import current_assets

GEO = Path(__file__).parent.parent / "geo"
CASES = json.loads((Path(__file__).parent / "cases" / "about.json").read_text(encoding="utf-8"))
VIEWS = {case["view"]: json.loads(current_assets().file(f"{case['view']}.json").body)["paths"] for case in CASES}
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, facts: raw, cases, units} = JSON.parse(readFileSync(0, 'utf8'));
const load = (name) => import(`file://${geo}/atlas/core/${name}.mjs`);
const [{indexFacts}, {unitsAbout}, {groundsOf}] = await Promise.all(['facts', 'about', 'ground'].map(load));
const facts = indexFacts(raw);
const about = cases.map(({day, view, pointed_at: pointedAt}) =>
  unitsAbout({facts, units: units[view], day: facts.numberOf(day), pointedAt}));
const grounds = [['FIN', 'ESP'], ['ESP']].map((each) => [...groundsOf({indexOf: new Map([['FIN', 2]])}, each)]);
console.log(JSON.stringify({about, grounds}));
"""


def test_a_map_is_about_what_the_cases_say_on_a_picture() -> None:
    for case in CASES:
        facts = picture_on(date.fromisoformat(case["day"]))
        joined = [unit for unit in facts.joined if unit in VIEWS[case["view"]]]
        about = units_about(facts, joined, case["pointed_at"], news=case.get("news", True))
        assert sorted(about.intersection(VIEWS[case["view"]])) == case["about"], case["what"]


def test_a_map_is_about_what_the_cases_say_in_a_browser(program: Callable[[str], str]) -> None:
    units = {view: list(paths) for view, paths in VIEWS.items()}
    facts = json.loads(current_assets().file("facts.json").body)
    told_there = [case for case in CASES if case.get("news", True)]  # an atlas that hides its news hides what asks
    given = json.dumps({"geo": str(GEO), "facts": facts, "cases": told_there, "units": units})
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert [sorted(each) for each in told["about"]] == [case["about"] for case in told_there]
    assert told["grounds"] == [[2], []]  # of what is not drawn there is no ground
