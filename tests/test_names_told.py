"""Who comes before others where names stand, and who is told by number at least: on pictures as in the atlas."""

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from data.picture import picture_on
from data.tables import current_tables
from geo.drawing.palette import THEMES
from geo.drawing.sheet import FULL, NO_FOCUS
from geo.picture import _Picture
from geo.wire.assets import current_assets

TABLES = current_tables()
DAYS = [
    date(1949, 12, 31),
    date(1951, 6, 1),
    date(1985, 12, 31),
    date(1989, 12, 31),
    date(1990, 12, 31),
    date(1997, 12, 31),
    date(2003, 1, 1),
    date(2022, 12, 31),
    date(2023, 12, 31),
]
OF_2022 = {"UKR", "GEO", "BIH", "RUS", "BLR"}
FEW = {
    "europe": {
        1989: {"BGR", "CSK", "DDR", "HUN", "POL", "ROU", "SUN"},
        1997: {"EGY", "ISR", "JOR", "MAR", "MRT", "TUN"},
        2022: OF_2022,
        2023: OF_2022,
    },
    "world": {2022: OF_2022},
}
"""Of few with a status each is told, whoever joined; on the world of fewer, and where nobody joined."""
SCRIPT = """
import {readFileSync} from 'node:fs';
const {core, facts: raw, view, days} = JSON.parse(readFileSync(0, 'utf8'));
const [{indexFacts}, {createPictures}] = await Promise.all(['facts', 'pictures'].map((name) =>
  import(`file://${core}/${name}.mjs`)));
const facts = indexFacts(raw);
const pictures = createPictures({facts, view});
const names = (day) => pictures.names(facts.numberOf(day)).filter(({quiet}) => !quiet);
const said = ({id, belongs, told, rare}) => [id, belongs, told || rare];
console.log(JSON.stringify(days.map((day) => names(day).map(said))));
"""


@pytest.mark.parametrize("view", ["europe", "world"])
def test_who_belongs_and_who_is_told_in_any_case(program: Callable[[str], str], view: str) -> None:
    facts, drawn = (json.loads(current_assets().file(f"{name}.json").body) for name in ("facts", view))
    core = Path(__file__).parent.parent / "geo" / "atlas" / "core"
    given = {"core": str(core), "facts": facts, "view": drawn, "days": [day.isoformat() for day in DAYS]}
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=json.dumps(given), capture_output=True, encoding="utf-8", check=True)
    for day, found in zip(DAYS, json.loads(ran.stdout), strict=True):
        picture = _Picture(picture_on(day, TABLES), view, ("names",), THEMES["light"], FULL, NO_FOCUS)
        states = [wish for wish in picture._asked.wishes if not wish.quiet]
        must = {wish.key for wish in states if wish.must}
        assert sorted((key, belongs) for key, belongs, _ in found) == sorted(
            (wish.key, wish.belongs) for wish in states
        )
        told = {key for key, _, is_told in found if is_told}
        assert {wish.key for wish in states if wish.number and not wish.late} == must | told
        assert (len(told) > (18 if view == "europe" else 10)) == (day.year < 1952), day
        invited = {1997: {"POL", "CZE", "HUN"}, 2022: {"FIN", "SWE"}, 2023: {"SWE"}}.get(day.year)
        few = FEW[view].get(day.year, set())
        assert invited is None or told == invited | few
        assert day.year != 1989 or told == {"FRG"} | few


def test_the_name_of_a_state_keeps_out_of_the_gold_of_its_new_part_and_must_stand() -> None:
    picture = _Picture(picture_on(date(1990, 12, 31), TABLES), "europe", ("names",), THEMES["light"], FULL, NO_FOCUS)
    (germany,) = (wish for wish in picture._asked.wishes if wish.text == "Germany")
    index = picture._asked.ground.index
    assert germany.own[index["DEU"]]
    assert not germany.own[index["DEU-EAST"]]
    assert germany.must
