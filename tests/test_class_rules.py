"""The pure rules of the class page, run in one go: its keys, what can be picked on a question's map, turns for all."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.tables import current_tables
from geo.lesson.quiz import MOST_QUESTIONS, bank
from geo.wire.assets import current_assets

GEO = Path(__file__).parent.parent / "geo"
TABLES = current_tables()
PLACES = ("page", "control", "stage", "range", "text")
KEYS = ["ArrowLeft", "ArrowRight", "PageUp", "PageDown", " ", "Enter", "Home", "End", "1", "5", "9", "b", "x", "?"]
PICKS = [("DEU-EAST", 1998), ("DEU-EAST", 1985), ("UKR", 1954), ("EST", 1960), ("UKR-CRIMEA", 2003), ("HRV", 1981),
         ("SVK", 1960), ("POL", 1998), ("DZA", 1954)]  # fmt: skip
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, facts: raw, questions, picks, keys, places, most} = JSON.parse(readFileSync(0, 'utf8'));
const load = (name) => import(`file://${geo}/${name}`);
const {indexFacts} = await load('atlas/core/facts.mjs');
const {dayUnder, hasMap, pickedBy, pickedName} = await load('classroom/quiz/quiz_map.mjs');
const {countsFor} = await load('classroom/quiz/quiz_start.mjs');
const {quizActOf} = await load('classroom/quiz/quiz_keys.mjs');
const {lessonActOf} = await load('classroom/lesson/lesson_keys.mjs');
const {leadingActOf} = await load('classroom/leading/teacher_keys.mjs');
const facts = indexFacts(raw);
const cases = (actOf) => Object.fromEntries(places.map((place) => [place, Object.fromEntries(keys.flatMap((key) =>
  [false, true].map((shiftKey) => [(shiftKey ? 'Shift+' : '') + key, actOf({key, shiftKey}, place)])))]));
console.log(JSON.stringify({
  clicks: questions.filter(({kind}) => kind === 'click').map((question) =>
    [question.answer, question.answer.map((id) => pickedBy(facts, id, dayUnder(question, facts)))]),
  picked: picks.map(([id, year]) => {
    const unit = pickedBy(facts, id, facts.yearEnd(year));
    return [unit, pickedName(facts, unit, facts.yearEnd(year))];
  }),
  maps: [...new Set(questions.filter(hasMap).map(({kind}) => kind))].sort(),
  counts: [1, 2, 3, 4].map((teams) => countsFor(teams, most)),
  lesson: cases((event, place) => leadingActOf(event, place, false) ?? lessonActOf(event, place, true)),
  asking: cases((event, place) => leadingActOf(event, place, true) ?? quizActOf(event, place, true)),
  answered: cases((event, place) => leadingActOf(event, place, true) ?? quizActOf(event, place, false)),
  pupils: cases((event, place) => lessonActOf(event, place, true) ?? quizActOf(event, place, true)),
}));
"""


@pytest.fixture(scope="module")
def told(program: Callable[[str], str]) -> Any:
    given = {
        "geo": str(GEO),
        "facts": json.loads(current_assets().file("facts.json").body),
        "questions": bank(TABLES)["questions"],
        "picks": PICKS,
        "keys": KEYS,
        "places": PLACES,
        "most": MOST_QUESTIONS,
    }
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=json.dumps(given), capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_every_answer_can_be_picked(told: Any) -> None:
    assert told["clicks"]
    for answer, picked in told["clicks"]:
        assert picked == answer


def test_what_was_no_state_is_picked_with_the_state_that_held_it(told: Any) -> None:
    names = [name for _, name in told["picked"]]
    assert names == [
        "Germany",
        "East Germany",
        "Soviet Union",
        "Soviet Union",
        "Ukraine",
        "Yugoslavia",
        "Czechoslovakia",
        "Poland",
        "France",
    ]
    units = dict(zip(PICKS, (unit for unit, _ in told["picked"]), strict=True))
    assert units["UKR", 1954] == units["EST", 1960]  # a second click on the same state takes it back
    assert units["DEU-EAST", 1998] == "DEU"


def test_only_questions_of_the_map_have_one(told: Any) -> None:
    assert told["maps"] == ["click", "year"]


def test_every_team_has_as_many_questions_as_the_others(told: Any) -> None:
    assert told["counts"] == [[5, 10], [6, 10], [6, 9], [4, 8]]
    for teams, counts in enumerate(told["counts"], start=1):
        assert all(count % teams == 0 and count <= MOST_QUESTIONS for count in counts)


def test_the_keys_of_a_lesson_move_stops_and_with_shift_years(told: Any) -> None:
    page = told["lesson"]["page"]
    assert {page[key] for key in ("ArrowRight", "PageDown", " ", "Enter")} == {"next"}
    assert {page[key] for key in ("ArrowLeft", "PageUp")} == {"previous"}
    assert (page["Shift+ArrowLeft"], page["Shift+ArrowRight"]) == ("yearBack", "yearOn")
    assert page["5"] is page["?"] is None  # the atlas's own
    assert told["lesson"]["stage"]["ArrowRight"] is told["lesson"]["range"]["ArrowLeft"] is None
    assert told["lesson"]["stage"]["PageDown"] == "next"
    assert told["lesson"]["control"][" "] is None
    assert not any(told["lesson"]["text"].values())


@pytest.mark.parametrize("state", ["asking", "answered"])
def test_no_key_of_the_quiz_moves_the_map_or_its_view(told: Any, state: str) -> None:
    for place in ("page", "control", "range", "stage"):
        acts = told[state][place]
        assert [acts[key] for key in ("1", "5", "9")] == ["option1", "option5", "option9"]
        assert (acts["PageUp"], acts["PageDown"]) == ("goBack", "goOn")
        assert {acts[key] for key in ("Home", "End", "Shift+ArrowLeft", "Shift+ArrowRight")} <= {"hold", None}
        assert acts["Home"] == "hold"
        assert acts["b"] == "blank"
        assert acts["x"] is acts["?"] is None
    assert not any(told[state]["text"].values())
    assert told[state]["page"]["ArrowRight"] == told[state]["page"][" "] == "goOn"
    assert told[state]["page"]["ArrowLeft"] == "goBack"


def test_on_the_map_arrows_walk_while_a_click_is_asked(told: Any) -> None:
    assert told["asking"]["stage"]["ArrowRight"] is told["asking"]["stage"]["Enter"] is None
    assert told["asking"]["stage"]["ArrowLeft"] is None
    assert told["answered"]["stage"]["ArrowRight"] == told["answered"]["stage"][" "] == "goOn"
