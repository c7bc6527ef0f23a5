"""Which states lie beyond a map: members as the headline counts them, others as the key, on every view in every year.

A state lies beyond where neither the middle of its name nor as much of its ground as a name needs is in sight.
"""

import json
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from math import inf
from pathlib import Path
from typing import Any

import pytest
from made import made_facts, made_membership, made_view

from data.membership import states_on
from data.memberships.answers import members_on, standing_on
from data.memberships.ground import code_of, kinds_of
from data.memberships.picture import picture_of_year
from data.memberships.reader import current_membership, membership_ids
from data.picture import Picture, picture_on
from data.rows import rows
from data.tables import current_tables
from data.vocabulary import Status, UnitKind
from geo.drawing.label_layout import Box
from geo.drawing.members_beyond import FEW, members_beyond, others_beyond, told_beyond, told_of_others
from geo.drawing.name_sight import LEAST_AROUND
from geo.drawing.offered import views_for
from geo.drawing.rings import largest_ring, reaches, shows
from geo.drawing.view import map_payload
from geo.drawing.views import VIEWS
from geo.wire.strict_json import to_json

ROOT = Path(__file__).parent.parent
TABLES = current_tables()
NATO = ""
SCALE = 0.3
"""Px to a unit."""
SCRIPT = """
import {readFileSync} from 'node:fs';
import {indexFacts} from './geo/atlas/core/facts.mjs';
import {createMembersBeyond, othersInWords} from './geo/atlas/core/members_beyond.mjs';
import {word} from './geo/atlas/core/words.mjs';
const {raw, views, k} = JSON.parse(readFileSync(0, 'utf8'));
const facts = indexFacts(raw);
const beyond = createMembersBeyond(facts);
process.stdout.write(JSON.stringify(views.map((view) => [
  view.name,
  [...facts.years.values()].map(({day}) => {
    const {members, named, others} = beyond(day, view, {frame: view.frame, k});
    const counts = others.map(([status, n]) => [status, n]);
    const words = othersInWords({others}, (key) => word(facts.words, key));
    return [facts.isoOf(day), facts.membersOn(day), members, named, counts, words];
  }),
])));
"""


OTHERS = [pytest.param(id_, marks=pytest.mark.slow) for id_ in membership_ids()]


@pytest.fixture(scope="module", params=[NATO, *OTHERS])
def told(request: pytest.FixtureRequest, program: Callable[[str], str]) -> tuple[str, list[Any]]:
    """The id of a membership, and by view and year how many members it has and which of them lie beyond."""
    return request.param, said_by_the_browser(request.param, program)


def said_by_the_browser(id_: str, program: Callable[[str], str]) -> list[Any]:
    membership = current_membership(id_) if id_ else None
    raw = made_membership(id_) if id_ else made_facts()
    views = [made_view(name) for name in (views_for(membership) if membership else VIEWS)]
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    given = to_json(
        {
            "raw": raw,
            "views": [{key: view.get(key) for key in ("name", "frame", "sphere", "paths", "names")} for view in views],
            "k": SCALE,
        }
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


def others_at(id_: str, iso: str) -> dict[str, str]:
    """By code the status of each state that is no member, by the rules of the tables; of a membership, of who has one.

    Left out is who has no ground of its own, as the Saar.
    """
    day = date.fromisoformat(iso)
    if not id_:
        return {state: status for state, status in states_on(day, TABLES).items() if status != Status.MEMBER}
    membership = current_membership(id_)
    with_ground = {code_of(membership, part.state) for part in picture_at(id_, iso).units.values()}
    members = set(members_on(membership, day))
    standing = standing_on(membership, day)
    return {code: status for code, status in standing.items() if code in with_ground - members}


def ground_held(id_: str, iso: str, *, by_members: bool) -> dict[str, list[str]]:
    """By state the units of members, or else those that are its own or part of it."""
    picture, held = picture_at(id_, iso), dict[str, list[str]]()
    kinds = kinds_of(current_membership(id_)) if id_ else {row.unit: row.kind for row in rows(TABLES, "units")}
    for unit, part in picture.units.items():
        is_own = part.relation in ("", "part") and kinds[unit] in (UnitKind.COUNTRY, UnitKind.PART)
        # Cyprus was no ground of a member while it was a colony of one
        if part.status in picture.counting if by_members else is_own:
            held.setdefault(part.state, []).append(unit)
    return held


def states_on_map(id_: str, iso: str, view: dict[str, Any], *, by_members: bool = True) -> set[str]:
    """The codes of the states of which a view shows the middle of the name, or enough ground."""
    frame, membership = Box(*view["frame"]), current_membership(id_) if id_ else None
    held = ground_held(id_, iso, by_members=by_members)
    found = set()
    for state, units in held.items():
        code = code_of(membership, state) if membership else state
        paths = {unit: view["paths"][unit] for unit in units if unit in view["paths"]}
        name = view["names"].get(state) or view["names"].get(code)
        if (name and is_within(name["at"], frame)) or is_seen(paths, view, frame, is_whole=code in paths):
            found.add(code)
    return found


def is_within(at: list[float], frame: Box) -> bool:
    x, y = at[0] - frame.x, at[1] - frame.y
    return min(x, frame.width - x, y, frame.height - y) >= LEAST_AROUND / SCALE


def is_seen(paths: dict[str, str], view: dict[str, Any], frame: Box, *, is_whole: bool) -> bool:
    if view.get("sphere"):
        return any(reaches(path, frame) for path in paths.values())
    largest = max(map(largest_ring, paths.values()), default=0) if is_whole else inf
    return any(shows(path, frame, min(2 * LEAST_AROUND / SCALE, largest)) for path in paths.values())


def test_members_beyond_and_on_the_map_are_all_members(told: tuple[str, list[Any]]) -> None:
    id_, views = told
    for view, years in views:
        drawn = made_view(view)
        for iso, count, beyond, _, _, _ in years:
            members = members_at(id_, iso)
            on_map = members & states_on_map(id_, iso, drawn)
            assert count == len(members)
            assert len(beyond) + len(on_map) == count, (view, iso, beyond)
            assert states_shown(id_, iso, (each["unit"] for each in beyond)) == members - on_map, (view, iso)
            assert len({each["name"] for each in beyond}) == len(beyond)


def test_pictures_name_those_that_the_atlas_names(told: tuple[str, list[Any]]) -> None:
    id_, views = told
    for view, years in views:
        drawn = made_view(view)
        for iso, _, beyond, named, _, _ in years:
            names = members_beyond(picture_at(id_, iso), drawn, Box(*drawn["frame"]), SCALE)
            assert names == [each["name"] for each in beyond], (view, iso)
            assert named in ([], list(told_beyond(names))), (view, iso)
            assert bool(named) == (0 < len(names) <= FEW)


def test_others_beyond_and_on_the_map_are_all_that_the_key_counts(told: tuple[str, list[Any]]) -> None:
    id_, views = told
    for view, years in views:
        drawn = made_view(view)
        for iso, _, _, _, others, _ in years:
            states = others_at(id_, iso)
            on_map = Counter(states[code] for code in states.keys() & states_on_map(id_, iso, drawn, by_members=False))
            assert on_map + Counter(dict(others)) == Counter(states.values()), (view, iso)


def test_pictures_count_the_others_that_the_atlas_counts(told: tuple[str, list[Any]]) -> None:
    id_, views = told
    for view, years in views:
        drawn = made_view(view)
        for iso, _, _, _, others, words in years:
            counted = others_beyond(picture_at(id_, iso), drawn, Box(*drawn["frame"]), SCALE)
            assert counted == dict(others), (view, iso)
            assert "; ".join(told_of_others(picture_at(id_, iso), counted)) == words, (view, iso)
            assert list(others_beyond(picture_at(id_, iso), drawn, Box(*drawn["frame"]), SCALE, counted)) == []


def test_others_beyond_are_called_as_in_their_row() -> None:
    facts = picture_at(NATO, "2008-12-31")
    told = told_of_others(facts, {Status.PARTNER: 2, Status.DIALOGUE_PARTNER: 5, Status.NONE: 10})
    assert told == ("Partner\u00a02", "Dialogue\u00a0partner\u00a05", "No\u00a0formal\u00a0tie\u00a010")
    assert facts.called[Status.DIALOGUE_PARTNER].label == "Dialogue partner"


def test_many_of_whom_each_is_told_to_be_away_are_not_counted_again() -> None:
    names = ["Belgium", "Canada", "Denmark", "France", "Iceland"]
    assert told_beyond(names, names) == ()
    assert told_beyond(names, names[1:]) == told_beyond(names) != ()
    assert told_beyond(names[:FEW], names) == tuple(names[:FEW])


def test_a_colony_puts_no_member_on_the_map() -> None:
    """Malta was the United Kingdom's, and in the treaty area."""
    facts, view = picture_on(date(1950, 12, 31), TABLES), map_payload("balkans", TABLES)
    beyond = members_beyond(facts, view, Box(*view["frame"]), 1)
    assert "United Kingdom" in beyond
    assert len(beyond) == facts.counts[Status.MEMBER] - 1  # Italy is there


@pytest.mark.parametrize("told", ["warsaw_pact"], indirect=True)
def test_the_soviet_union_is_on_the_map_with_any_of_its_land(told: tuple[str, list[Any]]) -> None:
    for view, years in told[1]:
        for _, _, beyond, _, _, _ in years:
            names = {each["name"] for each in beyond}
            assert names.isdisjoint({"Kyrgyzstan", "Tajikistan", "Russia"}), (view, names)
