"""Which members lie beyond a map: states, counted as the headline counts them, on every view and in every year.

A member lies beyond where nothing of its ground is in sight, be it on the land that the view draws beyond its frame.
"""

import json
import subprocess
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from made import made_facts, made_view

from data.membership import states_on
from data.memberships.answers import members_on
from data.memberships.ground import code_of
from data.memberships.picture import picture_of_year
from data.memberships.reader import current_membership, membership_ids
from data.picture import Picture, picture_on
from data.tables import current_tables
from data.vocabulary import Status
from geo.drawing.label_layout import Box
from geo.drawing.members_beyond import FEW, members_beyond, told_beyond
from geo.drawing.offered import views_for
from geo.drawing.out_of_sight import sight_of
from geo.drawing.rings import main_rings
from geo.drawing.views import VIEWS
from geo.wire.membership_facts import membership_facts
from geo.wire.strict_json import to_json

ROOT = Path(__file__).parent.parent
TABLES = current_tables()
NATO = ""
SCRIPT = """
import {readFileSync} from 'node:fs';
import {indexFacts} from './geo/atlas/core/facts.mjs';
import {createMembersBeyond} from './geo/atlas/core/members_beyond.mjs';
const {raw, views} = JSON.parse(readFileSync(0, 'utf8'));
const facts = indexFacts(raw);
const beyond = createMembersBeyond(facts);
process.stdout.write(JSON.stringify(views.map((view) => [
  view.name,
  [...facts.years.values()].map(({day}) => [
    facts.isoOf(day), facts.membersOn(day), beyond(day, view, view.frame).members, beyond(day, view, view.frame).named,
  ]),
])));
"""


@pytest.fixture(scope="module", params=[NATO, *membership_ids()])
def told(request: pytest.FixtureRequest, program: Callable[[str], str]) -> tuple[str, list[Any]]:
    """The id of a membership, and by view and year how many members it has and which of them lie beyond."""
    return request.param, said_by_the_browser(request.param, program)


def said_by_the_browser(id_: str, program: Callable[[str], str]) -> list[Any]:
    membership = current_membership(id_) if id_ else None
    raw = membership_facts(membership) if membership else made_facts()
    views = [made_view(name) for name in (views_for(membership) if membership else VIEWS)]
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    given = to_json(
        {"raw": raw, "views": [{key: view.get(key) for key in ("name", "frame", "sphere", "paths")} for view in views]}
    )
    done = subprocess.run(command, cwd=ROOT, input=given, capture_output=True, encoding="utf-8", check=True)
    return list(json.loads(done.stdout))


@cache
def picture_at(id_: str, iso: str) -> Picture:
    day = date.fromisoformat(iso)
    return picture_of_year(current_membership(id_), day.year) if id_ else picture_on(day, TABLES)


def members_at(id_: str, iso: str) -> set[str]:
    """The codes of the states that are members, by the rules of the tables."""
    day = date.fromisoformat(iso)
    if id_:
        return set(members_on(current_membership(id_), day))
    return {state for state, status in states_on(day, TABLES).items() if status == Status.MEMBER}


def states_shown(id_: str, iso: str, units: Iterable[str]) -> set[str]:
    """The codes of the states to which the units on a map belong."""
    states = {picture_at(id_, iso).units[unit].state for unit in units}
    return {code_of(current_membership(id_), state) for state in states} if id_ else states


def test_members_beyond_and_on_the_map_are_all_members(told: tuple[str, list[Any]]) -> None:
    id_, views = told
    for view, years in views:
        drawn = made_view(view)
        is_in = sight_of(drawn)
        seen = [unit for unit, d in drawn["paths"].items() if is_in(main_rings(d), Box(*drawn["frame"]))]
        for iso, count, beyond, _ in years:
            members = members_at(id_, iso)
            on_map = members & states_shown(id_, iso, (unit for unit in seen if unit in picture_at(id_, iso).units))
            assert count == len(members)
            assert len(beyond) + len(on_map) == count, (view, iso, beyond)
            assert states_shown(id_, iso, (each["unit"] for each in beyond)) == members - on_map, (view, iso)
            assert len({each["name"] for each in beyond}) == len(beyond)


def test_pictures_name_those_that_the_atlas_names(told: tuple[str, list[Any]]) -> None:
    id_, views = told
    for view, years in views:
        drawn = made_view(view)
        for iso, _, beyond, named in years:
            names = members_beyond(picture_at(id_, iso), drawn, Box(*drawn["frame"]))
            assert names == [each["name"] for each in beyond], (view, iso)
            assert named in ([], list(told_beyond(names))), (view, iso)
            assert bool(named) == (0 < len(names) <= FEW)


@pytest.mark.parametrize("told", ["warsaw_pact"], indirect=True)
def test_the_soviet_union_is_on_the_map_with_any_of_its_land(told: tuple[str, list[Any]]) -> None:
    for view, years in told[1]:
        for _, _, beyond, _ in years:
            names = {each["name"] for each in beyond}
            assert names.isdisjoint({"Kyrgyzstan", "Tajikistan", "Russia"}), (view, names)
