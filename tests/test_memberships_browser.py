"""What the browser shows of a membership other than NATO is what Python says of it: run in node, day by day."""

import json
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from made import made_membership, made_view

from data.memberships.answers import changes, days_of_change, lost, members_on, opening_day
from data.memberships.happenings import happened
from data.memberships.headlines import headline_on
from data.memberships.picture import picture_of
from data.memberships.reader import current_membership, membership_ids
from data.memberships.unit_cards import sentence_on
from data.tables import current_tables
from geo.drawing.offered import views_for
from geo.drawing.palette import THEMES, inks_of, wearing_theme
from geo.wire.assets import current_assets
from geo.wire.membership_facts import choices
from geo.wire.membership_look import membership_css
from geo.wire.strict_json import to_json

ROOT = Path(__file__).parent.parent
TABLES = current_tables()
SCRIPT = """
import {readFileSync} from 'node:fs';
import {indexFacts} from './geo/atlas/core/facts.mjs';
import {createPictures} from './geo/atlas/core/pictures.mjs';
import {createAnswers} from './geo/atlas/core/answer.mjs';
import {readAddress, writeAddress} from './geo/atlas/core/address.mjs';
import {addressed} from './geo/atlas/core/first_state.mjs';
import {flagsOf, signed} from './geo/atlas/core/timeline_layout.mjs';
import {word} from './geo/atlas/core/words.mjs';
const {raw, view, days} = JSON.parse(readFileSync(0, 'utf8'));
const facts = indexFacts(raw);
const pictures = createPictures({facts, view});
const answer = createAnswers({facts, t: (key, values) => word(facts.words, key, values)});
const shown = Object.fromEntries(days.map((iso) => {
  const day = facts.numberOf(iso);
  const {statuses, fronts} = pictures.of(day);
  return [iso, {
    units: Object.fromEntries(pictures.units.map((id, i) => [id, statuses[i]])),
    fronts: fronts.filter(Boolean).length + pictures.nearest(day).length,
    counts: facts.countsOn(day),
    members: facts.membersOn(day),
    left: facts.leftCountOn(day),
    headline: facts.headlineOn(day).title,
    spoken: facts.spokenOn(day),
    sentences: Object.fromEntries(pictures.units.map((id) => [id, `${answer(id, day).join('; ')}.`])),
  }];
}));
const track = {first: facts.first, last: facts.last, width: 4000, thumb: 20};
const rounds = facts.rounds.map(({year, units, left}) => ({year, joined: units.length, left: left.length}));
const views = new Set(['europe']);
const given = (search) => readAddress(search, facts, views);
process.stdout.write(JSON.stringify({
  shown,
  flags: Object.fromEntries(flagsOf(rounds, track, () => 8).map(({years, label}) => [years[0], label])),
  outside: given(`?year=${facts.first - 1}`).dropped.map(({name}) => name),
  address: writeAddress('?membership=nonsense', {day: facts.lastDay, layers: 'names'}, facts),
  signed: signed(1, 2),
  opens: facts.isoOf(addressed('', {facts, views: [view.name]}).state.day),
}));
"""


@pytest.fixture(scope="module", params=membership_ids())
def told(request: pytest.FixtureRequest, program: Callable[[str], str]) -> tuple[str, dict[str, Any]]:
    """The id of a membership, and what the modules of the browser say of it on every day of change."""
    membership = current_membership(request.param)
    days = sorted({*days_of_change(membership), membership.as_of})
    given = {
        "raw": made_membership(membership.id),
        "view": made_view(views_for(membership)[0]),
        "days": [day.isoformat() for day in days],
    }
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    done = subprocess.run(command, cwd=ROOT, input=to_json(given), capture_output=True, encoding="utf-8", check=True)
    return request.param, json.loads(done.stdout)


def test_every_unit_wears_what_python_says(told: tuple[str, dict[str, Any]]) -> None:
    membership = current_membership(told[0])
    for iso, shown in told[1]["shown"].items():
        picture = picture_of(membership, date.fromisoformat(iso))
        assert shown["units"] == {unit: picture.units[unit].status for unit in shown["units"]}, iso
        assert {key: n for key, n in shown["counts"].items() if key != "none"} == dict(picture.counts)
        assert shown["members"] == sum(picture.counts[key] for key in membership.counting)


def test_every_day_has_its_headline_and_who_left_or_ended(told: tuple[str, dict[str, Any]]) -> None:
    membership = current_membership(told[0])
    for iso, shown in told[1]["shown"].items():
        day = date.fromisoformat(iso)
        assert shown["headline"] == headline_on(membership, day).title
        left = sum(each.day <= day for each in lost(membership, day.year))
        assert shown["left"] == left
        assert (f"{left} left or ended" in shown["spoken"]) == bool(left)


def test_every_card_begins_with_its_sentence(told: tuple[str, dict[str, Any]]) -> None:
    membership = current_membership(told[0])
    for iso, shown in list(told[1]["shown"].items())[::9]:
        for unit, sentence in shown["sentences"].items():
            assert sentence == sentence_on(membership, unit, date.fromisoformat(iso)), (unit, iso)


def test_nothing_of_natos_own_is_on_the_map(told: tuple[str, dict[str, Any]]) -> None:
    assert not any(shown["fronts"] for shown in told[1]["shown"].values())


def test_the_address_keeps_the_membership_and_its_own_ends(told: tuple[str, dict[str, Any]]) -> None:
    assert f"membership={told[0]}" in told[1]["address"]
    assert told[1]["outside"] == ["year"]
    assert told[1]["signed"] == "+1 −2"


def test_it_opens_on_the_last_day_on_which_it_had_members(told: tuple[str, dict[str, Any]]) -> None:
    membership = current_membership(told[0])
    assert told[1]["opens"] == opening_day(membership).isoformat()
    assert members_on(membership, opening_day(membership))


@pytest.mark.parametrize("told", ["eu"], indirect=True)
def test_flags_tell_who_joined_and_who_left(told: tuple[str, dict[str, Any]]) -> None:
    assert told[1]["flags"] | {"2004": "+10", "2020": "−1"} == told[1]["flags"]


# ---------------------------------------------------------------------- what is served


@pytest.mark.parametrize("id_", membership_ids())
def test_every_status_has_its_ink_and_its_words(id_: str) -> None:
    membership = current_membership(id_)
    css, facts = membership_css(membership), made_membership(id_)
    for status in membership.statuses:
        assert f'path[data-status="{status.key}"]{{fill:var(--fill-{status.colour})}}' in css
        assert facts["words"]["status"][status.key]["label"] == status.label
        for theme in THEMES:
            ink = inks_of(membership, theme)[status.key]
            block = css.partition(f"{wearing_theme(theme)}{{")[2].partition("}")[0]
            assert f"--fill-{status.colour}:{ink.fill};--on-{status.colour}:{ink.text}" in block
    assert facts["layers"] == ["names"]
    assert facts["statements"] == facts["drafts"] == facts["forces"] == []


def test_the_files_of_memberships_are_made_when_they_are_asked_for() -> None:
    assets = current_assets()
    assert assets.has("facts-eu.json")
    assert assets.has("memberships.json")
    assert not assets.has("facts-nonsense.json")
    assert not assets.has("facts-nato.json")
    assert {f"facts-{id_}.json" for id_ in membership_ids()} < set(assets.names)
    assert "membership" not in json.loads(assets.file("facts.json").body)
    assert json.loads(assets.file("facts-eu.json").body)["membership"]["id"] == "eu"


def test_the_choice_begins_with_nato_and_names_all_others() -> None:
    first, *others = choices(TABLES)["all"]
    assert (first["id"], first["name"]) == ("", "NATO")
    assert {each["id"] for each in others} == set(membership_ids())
    assert next(each for each in others if each["id"] == "eu")["name"] == "European Union"


def test_a_link_to_another_membership_keeps_the_view_where_it_has_it(program: Callable[[str], str]) -> None:
    """And the day as far as it reaches; else a reader would be told of a view that nobody asked for."""
    script = """
      import {addressOf} from './geo/atlas/panel/membership_choice.mjs';
      import {readFileSync} from 'node:fs';
      const facts = {isoOf: () => '2004-12-31', yearOf: () => 2004, isYearEnd: () => true};
      const store = {get: () => ({day: 0, view: 'baltic', patterns: false})};
      console.log(JSON.stringify(JSON.parse(readFileSync(0)).map((each) => addressOf({facts, store}, each))));
    """
    command = [program("node"), "--input-type=module", "--eval", script]
    told = to_json(choices(TABLES)["all"])
    done = subprocess.run(command, cwd=ROOT, input=told, capture_output=True, encoding="utf-8", check=True)
    told_apart = {"?membership=eu&year=2004&view=baltic", "?membership=asean&year=2004", "?year=2004&view=baltic"}
    opens_by_itself = {"?membership=warsaw_pact&view=baltic"}
    assert told_apart | opens_by_itself < {*json.loads(done.stdout)}


# ---------------------------------------------------------------------- the list of a year


def titles(id_: str, year: int) -> list[str]:
    return [one.title for one in happened(current_membership(id_)) if one.day.year == year]


def test_what_an_event_tells_is_not_told_again() -> None:
    assert titles("eu", 2020) == ["The United Kingdom leaves"]
    assert titles("coe", 2022) == ["Russia is excluded"]
    assert "Six countries leave" not in titles("warsaw_pact", 1991)


def test_the_rounds_and_moves_of_a_year_are_told_on_their_days() -> None:
    assert titles("eu", 2004) == ["Macedonia applies", "Ten countries join", "Croatia becomes a candidate"]


@pytest.mark.parametrize("id_", membership_ids())
def test_every_change_has_a_line_on_its_day(id_: str) -> None:
    membership = current_membership(id_)
    days = {one.day for one in happened(membership)}
    for change in changes(membership):
        assert {change.day, change.day - timedelta(days=1)} & days, change
