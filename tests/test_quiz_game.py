"""A game of the quiz without a screen: as many turns for each team, no answer counted twice, the result as a table."""

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.tables import current_tables
from geo.lesson.quiz import LEVELS, MOST_QUESTIONS, MOST_SEED, bank, quiz
from geo.wire.assets import current_assets

GEO = Path(__file__).parent.parent / "geo"
TABLES = current_tables()
PLAYED = 150
SCRIPT = """
import {createInterface} from 'node:readline';
const lines = createInterface({input: process.stdin})[Symbol.asyncIterator]();
const next = async () => JSON.parse((await lines.next()).value);
const {geo, facts: raw, bank} = await next();
const load = (name) => import(`file://${geo}/${name}`);
const {indexFacts} = await load('atlas/core/facts.mjs');
const {countsFor} = await load('classroom/quiz/quiz_start.mjs');
const {advanced, gameOf, isOver, judged, missedIn, questionOf, startGame, teamOf} =
  await load('classroom/quiz/quiz_game.mjs');
const {leftInWords} = await load('classroom/quiz/quiz_clock.mjs');
const {resultCsv, resultRows} = await load('classroom/quiz/quiz_result.mjs');
const facts = indexFacts(raw);
function play(game, rights) {
  const turns = Array(game.scores.length).fill(0);
  for (let place = 0; !isOver(game); place += 1) {
    const question = questionOf(game);
    if (!game.isFollowUp) turns[teamOf(game)] += 1;
    game = advanced(judged(game, rights[place % rights.length] ? question.answer : [], !rights[0]));
  }
  return {turns, game};
}
for (let asked = await next(); asked; asked = await next()) {
  const {setting, isLong, rights, hostile} = asked;
  const count = countsFor(setting.teams, bank.most_questions)[Number(isLong)];
  const {turns, game} = play(startGame(bank, {...setting, count}), rights);
  const missed = missedIn(game);
  const rows = resultRows(game, facts).map((row) => (hostile ? {...row, prompt: hostile} : row));
  console.log(JSON.stringify({
    turns, count, scores: game.scores, given: game.given.length,
    missed: missed.length, again: play(gameOf(missed, 1), [1]).game.scores,
    prompts: game.questions.map(({prompt}) => prompt), rows, csv: resultCsv(rows, (key) => key),
    clock: [90_000, 65_000, 9_400, 1, 0, -5].map(leftInWords),
  }));
}
"""
setting = st.fixed_dictionaries(
    {"level": st.sampled_from(LEVELS), "seed": st.integers(0, MOST_SEED), "teams": st.integers(1, 4)}
)
rights = st.lists(st.booleans(), min_size=1, max_size=12)


@pytest.fixture(scope="module")
def play(program: Callable[[str], str]) -> Any:
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as node:
        assert node.stdin
        assert node.stdout

        def tell(value: Any) -> None:
            assert node.stdin
            node.stdin.write(json.dumps(value) + "\n")
            node.stdin.flush()

        def ask(one: dict[str, Any], rights: list[bool], *, is_long: bool = False, hostile: str = "") -> Any:
            assert node.stdout
            tell({"setting": one, "isLong": is_long, "rights": rights, "hostile": hostile})
            return json.loads(node.stdout.readline())

        facts = json.loads(current_assets().file("facts.json").body)
        tell({"geo": str(GEO), "facts": facts, "bank": bank(TABLES)})
        yield ask
        tell(None)


@settings(max_examples=PLAYED)
@given(one=setting, answers=rights, is_long=st.booleans())
def test_every_team_has_as_many_turns_and_a_point_is_a_question_without_a_slip(
    play: Any, one: dict[str, Any], answers: list[bool], is_long: bool
) -> None:
    told = play(one, answers, is_long=is_long)
    assert max(told["turns"]) == min(told["turns"])
    assert sum(told["turns"]) == told["count"] <= MOST_QUESTIONS
    assert sum(told["scores"]) + told["missed"] == told["count"]
    assert told["again"] == [told["missed"]]
    assert told["given"] == len(told["rows"]) >= told["count"]
    assert told["prompts"] == [each.prompt for each in quiz(one["seed"], one["level"], told["count"], TABLES)]


def test_the_result_says_what_was_right_and_what_was_answered(play: Any) -> None:
    told = play({"level": "medium", "seed": 7, "teams": 1}, [False])
    for row, question in zip(told["rows"], quiz(7, "medium", 5, TABLES), strict=True):
        assert (row["prompt"], row["given"], row["isRight"]) == (question.prompt, "", False)
        if question.kind not in {"click", "order"}:
            assert row["right"] == question.options[question.answer[0]]
    right = play({"level": "medium", "seed": 7, "teams": 1}, [True])
    assert all(row["given"] == row["right"] and row["isRight"] for row in right["rows"])


@pytest.mark.parametrize("words", ['=HYPERLINK("x")', '"a","b"', "+1", "two\nlines", "@x", "plain, with comma"])
def test_hostile_words_stay_words_in_the_table(play: Any, words: str) -> None:
    told = play({"level": "easy", "seed": 1, "teams": 1}, [True], hostile=words)
    assert told["csv"].startswith("\ufeff")
    head, *lines = csv.reader(io.StringIO(told["csv"].removeprefix("\ufeff"), newline=""))
    assert len(head) == 6
    for line in lines:
        assert line[2] == (f"'{words}" if words[0] in "=+@" else words)
        assert line[5] == "1"


def test_the_clock_counts_whole_seconds_to_nothing(play: Any) -> None:
    told = play({"level": "easy", "seed": 1, "teams": 1}, [True])
    assert told["clock"] == ["1:30", "1:05", "0:10", "0:01", "0:00", "0:00"]
