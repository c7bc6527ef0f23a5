"""Whose ground a name on the map stands for: the same in the browser as in pictures."""

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from data.picture import picture_on
from data.tables import current_tables
from geo.wire.assets import current_assets

CORE = Path(__file__).parent.parent / "geo" / "atlas" / "core"
DAYS = [date(1949, 12, 31), date(1985, 12, 31), date(1990, 12, 31), date(1992, 6, 1), current_tables().as_of]
SCRIPT = """
import {readFileSync} from 'node:fs';
const {core, facts: raw, view, days} = JSON.parse(readFileSync(0, 'utf8'));
const [{indexFacts}, {groundsNamed}] = await Promise.all(['facts', 'named_ground'].map((name) =>
  import(`file://${core}/${name}.mjs`)));
const facts = indexFacts(raw);
const grounds = days.map((iso) => {
  const groundOf = groundsNamed(facts, view, facts.numberOf(iso));
  return Object.fromEntries(Object.values(view.names).map((name) => [name.id, groundOf(name).toSorted()]));
});
console.log(JSON.stringify(grounds));
"""


@pytest.mark.parametrize("view", ["europe", "black_sea", "world"])
def test_a_name_stands_for_the_same_ground_in_the_browser(program: Callable[[str], str], view: str) -> None:
    facts, drawn = (json.loads(current_assets().file(f"{name}.json").body) for name in ("facts", view))
    given = {"core": str(CORE), "facts": facts, "view": drawn, "days": [day.isoformat() for day in DAYS]}
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=json.dumps(given), capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    for day, found in zip(DAYS, json.loads(ran.stdout), strict=True):
        picture = picture_on(day)
        named = [(name["id"], name["unit"]) for name in drawn["names"].values() if name["id"] in picture.labels]
        assert len(named) > len(drawn["names"]) / 2
        for label, unit in named:
            ground = sorted(each for each in picture.named_by(label, unit) if each in drawn["paths"])
            assert found[label] == ground, (day, label)
