"""What a map tells of though it lies beyond it: the same in both languages."""

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from data.memberships.picture import picture_of
from data.memberships.reader import current_membership
from data.picture import Picture, picture_on
from data.rounds import all_joiners, joiners_up_to
from data.tables import current_tables
from data.timeline import picture_day
from geo.drawing.ground import Ground, OnSheet
from geo.drawing.label_layout import Box
from geo.drawing.members_beyond import FEW, members_beyond, told_beyond
from geo.drawing.on_map import notes_on
from geo.drawing.out_of_sight import is_elsewhere, is_seen, news_here, specks, statuses_beyond, without_place
from geo.drawing.rings import shows
from geo.wire.assets import FACTS, current_assets, facts_file

GEO = Path(__file__).parent.parent / "geo"
CASES = json.loads((Path(__file__).parent / "cases" / "out_of_sight.json").read_text(encoding="utf-8"))
VIEWS = {view: json.loads(current_assets().file(f"{view}.json").body) for view in {case["view"] for case in CASES}}
FRAMES = [case["frame"] or VIEWS[case["view"]]["frame"] for case in CASES]
SCALE = 0.3
"""Px to a unit."""
OUT = """
import {readFileSync} from 'node:fs';
const {geo, facts: raw, frames, scale, views} = JSON.parse(readFileSync(0, 'utf8'));
const load = (name) => import(`file://${geo}/atlas/core/${name}.mjs`);
const [{indexFacts}, {beyondInWords, createOut}] = await Promise.all(['facts', 'members_beyond'].map(load));
const facts = indexFacts(raw);
const outOf = createOut(facts);
const t = (key, {n}) => `${n} of them`;
console.log(JSON.stringify(Object.entries(views).map(([name, view]) => [...facts.years.values()].map(({day}) => {
  const {away, beyond, notes} = outOf({view, day, sight: {frame: frames[name], k: scale, covered: []}});
  return [away, beyond.members.length ? beyondInWords(beyond, t) : '', notes];
}))));
"""
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, facts: raw, cases, frames, scale, views} = JSON.parse(readFileSync(0, 'utf8'));
const load = (name) => import(`file://${geo}/atlas/core/${name}.mjs`);
const [{indexFacts}, {outOfSight}] = await Promise.all(['facts', 'out_of_sight'].map(load));
const all = Object.fromEntries(Object.entries(raw).map(([name, each]) => [name, indexFacts(each)]));
console.log(JSON.stringify(cases.map(({day, view, membership = ''}, i) => {
  const facts = all[membership];
  const sight = {frame: frames[i], k: scale, covered: []};
  const {isElsewhere, ...out} = outOfSight({facts, view: views[view], day: facts.numberOf(day), sight});
  return {...out, elsewhere: isElsewhere};
})));
"""


def pictured(case: dict[str, str]) -> Picture:
    day, name = date.fromisoformat(case["day"]), case.get("membership")
    return picture_of(current_membership(name), day) if name else picture_on(day)


def facts_of(case: dict[str, str]) -> object:
    name = case.get("membership")
    return json.loads(current_assets().file(facts_file(name) if name else FACTS).body)


def test_a_picture_tells_what_the_cases_say() -> None:
    for case, frame in zip(CASES, FRAMES, strict=True):
        facts, view, sight = pictured(case), VIEWS[case["view"]], Box(*frame)
        seen = OnSheet(Ground.of(view), SCALE, -sight.x * SCALE, -sight.y * SCALE)
        edge, away = without_place(facts, view, sight, seen)
        found = {
            "statuses": sorted(statuses_beyond(facts, view, sight)),
            "specks": specks(facts, view, sight, SCALE),
            "here": news_here(facts, edge, away),
            "edge": edge,
            "away": away,
            "elsewhere": is_elsewhere(facts, away),
        }
        assert found == case["told"], case["what"]


def test_a_browser_tells_what_the_cases_say(program: Callable[[str], str]) -> None:
    facts = {case.get("membership", ""): facts_of(case) for case in CASES}
    given = json.dumps(
        {"geo": str(GEO), "facts": facts, "cases": CASES, "frames": FRAMES, "scale": SCALE, "views": VIEWS}
    )
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    told = [{**each, "statuses": sorted(each["statuses"])} for each in json.loads(ran.stdout)]
    assert told == [case["told"] for case in CASES]


def labels_of_joiners(facts: Picture) -> set[str]:
    keys = {one.unit for one in joiners_up_to(facts.day, facts.tables)}
    return {name for key, name in facts.labels.items() if key in keys | {facts.units[unit].state for unit in keys}}


@pytest.mark.parametrize("view", ["balkans", "baltic", "black_sea", "arctic"])
def test_in_a_year_in_which_somebody_joined_nobody_else_is_told_to_be_beyond(view: str) -> None:
    """A key under `Albania and Croatia join` that has France says that France joined."""
    drawn, beyond = VIEWS.get(view) or json.loads(current_assets().file(f"{view}.json").body), 0
    for year in sorted({one.joined_on.year for one in all_joiners(current_tables())}):
        facts = picture_on(picture_day(year, current_tables()))
        told = {name for names in without_place(facts, drawn, Box(*drawn["frame"])) for name in names}
        assert told <= labels_of_joiners(facts), year
        beyond += len(told)
    assert beyond


def test_many_members_of_whom_each_is_told_to_be_away_are_not_counted_again(program: Callable[[str], str]) -> None:
    """In every year as pictures tell it, with the notes on ground; the founders of 1949 are all in that year's news."""
    facts = json.loads(current_assets().file("facts.json").body)
    views = {view: VIEWS[view] for view in ("europe", "balkans", "black_sea")}
    frames = {view: drawn["frame"] for view, drawn in views.items()}
    given = json.dumps({"geo": str(GEO), "facts": facts, "frames": frames, "scale": SCALE, "views": views})
    command = [program("node"), "--input-type=module", "--eval", OUT]
    ran = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=True)
    for view, found in zip(views, json.loads(ran.stdout), strict=True):
        sight = Box(*frames[view])
        seen = OnSheet(Ground.of(views[view]), SCALE, -sight.x * SCALE, -sight.y * SCALE)
        told = []
        for year in range(current_tables().first_year, current_tables().as_of.year + 1):
            facts_then = picture_on(picture_day(year, current_tables()))
            _, away = without_place(facts_then, views[view], sight, seen)
            beyond = told_beyond(members_beyond(facts_then, views[view], sight, SCALE), away)
            told.append([away, ", ".join(beyond), list(notes_on(facts_then, views[view], sight))])
        assert found == told, view
        away, words, notes = found[0]
        assert len(notes) == {"europe": 3, "balkans": 1, "black_sea": 0}[view]
        assert words == (", ".join(away) if view == "europe" else "")
        assert (len(away) > FEW) == (view != "europe")


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("M10 10l20 0 0 20-20 0z", 20),  # whole
        ("M90 10l40 0 0 4-40 0z", 10),  # cut by the right edge
        ("M-50-50l300 0 0 300-300 0z", 100),  # all around
        ("M120 10l20 0 0 20-20 0z", 0),  # beyond
        ("M40 98l20 0 0 40-20 0z", 20),  # low and wide, at the lower edge
    ],
)
def test_of_a_ring_so_much_is_seen(path: str, seen: int) -> None:
    box = Box(0, 0, 100, 100)
    assert not shows(path, box, seen + 1)
    assert not seen or shows(path, box, seen)


SPECK, ISLE = "M10 10l1 0 0 1-1 0z", "M10 10l9 0 0 9-9 0z"
SLIVER, TIP = "M599 10l40 0 0 1-40 0z", "M597 10l40 0 0 1-40 0z"


def test_what_is_whole_in_sight_is_seen_however_small_and_of_more_a_600th_of_the_width(
    program: Callable[[str], str],
) -> None:
    paths, frame = [SPECK, ISLE, SLIVER, TIP], [0, 0, 600, 400]
    seen = [is_seen(path, Box(*frame)) for path in paths]
    assert seen == [True, True, True, True]
    assert [is_seen(path, Box(0, 0, 6000, 400)) for path in paths] == [True, True, True, True]
    assert [is_seen(path, Box(-5400, 0, 6000, 400)) for path in paths] == [True, True, False, False]
    script = """
    const {isSeen} = await import(`file://${process.argv[1]}/atlas/core/out_of_sight.mjs`);
    const [paths, frames] = JSON.parse(process.argv[2]);
    console.log(JSON.stringify(frames.map((frame) => paths.map((path) => isSeen(path, frame)))));
    """
    frames = [frame, [0, 0, 6000, 400], [-5400, 0, 6000, 400]]
    command = [program("node"), "--input-type=module", "--eval", script, str(GEO), json.dumps([paths, frames])]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert json.loads(ran.stdout) == [[is_seen(path, Box(*frame)) for path in paths] for frame in frames]
