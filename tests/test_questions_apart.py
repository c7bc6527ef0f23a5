"""No question of a quiz answers another: neither the map whose year it asks for, nor its words."""

import json
import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from itertools import combinations, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.membership import status_at_year_end
from data.rounds import all_joiners, joiners
from data.tables import current_tables
from data.vocabulary import Status
from geo.drawing.kept import drawing
from geo.lesson.quiz import KINDS, LEVELS, MOST_QUESTIONS, MOST_SEED, Question, bank, questions, quiz
from geo.lesson.quiz.apart import answers

ROOT = Path(__file__).parent.parent
TABLES = current_tables()
ON_MAP = set(drawing("europe", TABLES.units).anchors)
UNITS = {one.name: one.unit for one in all_joiners(TABLES)} | {
    "Germany": "DEU",
    "Czechia": "CZE",
    "Türkiye": "TUR",
    "Macedonia": "MKD",
}
SEEDS = (0, 7, 16, 4242, 123456, MOST_SEED)
SCRIPT = """
import {readFileSync} from 'node:fs';
import {pickQuestions} from './geo/classroom/quiz/quiz_pick.mjs';
const {bank, picks} = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(picks.map(([seed, level, count]) =>
  pickQuestions(bank, seed, level, count).map(({prompt, options, answer}) => [prompt, options, answer]))));
"""


@cache
def statuses(year: int) -> Mapping[str, Status]:
    return dict(status_at_year_end(year, TABLES)["status"])


def shows(year: int, unit: str) -> bool:
    """Whether a map of Europe has the colour of a member, or of one invited, on a country."""
    return unit in ON_MAP and statuses(year)[unit] in (Status.MEMBER, Status.INVITEE)


def answers_by_map(shown: Question, asked: Question) -> bool:
    """Whether a map whose year is asked for shows everybody to be clicked, or one alone as no member."""
    if shown.kind != "year" or asked.kind not in {"click", "outside"}:
        return False
    if asked.kind == "click":
        return all(shows(shown.year, str(unit)) for unit in asked.answer)
    (outsider,) = asked.answer
    return [status_of(shown.year, name) != Status.MEMBER for name in asked.options] == [
        place == outsider for place in range(len(asked.options))
    ]


def status_of(year: int, name: str) -> Status | None:
    return statuses(year)[UNITS[name]] if name in UNITS else None


def answers_in_words(said: Question, asked: Question) -> bool:
    """Whether a question names everybody who is to be clicked in another."""
    words = " ".join((said.prompt, *said.options))
    return asked.kind == "click" and said is not asked and all(one.name in words for one in joiners(asked.year, TABLES))


@given(seed=st.integers(0, MOST_SEED), level=st.sampled_from(LEVELS), count=st.integers(len(KINDS), MOST_QUESTIONS))
def test_no_question_of_a_quiz_answers_another(seed: int, level: str, count: int) -> None:
    for one, other in permutations(quiz(seed, level, count, TABLES), 2):
        assert not answers_by_map(one, other), f"{one.year} shows: {other.prompt}"
        assert not answers_in_words(one, other), f"{one.prompt} {one.options} tells: {other.prompt}"


@pytest.mark.parametrize("level", LEVELS)
def test_what_is_kept_apart_are_those_that_answer(level: str) -> None:
    asked = [one for one in questions(TABLES) if one.level == level]
    for one, other in combinations(asked, 2):
        if answers_by_map(one, other) or answers_by_map(other, one):
            assert answers(one, other), f"{one.prompt} ({one.year}), {other.prompt} ({other.year})"


def test_a_class_has_the_questions_of_its_worksheet(program: Callable[[str], str]) -> None:
    picks = [(seed, level, count) for seed in SEEDS for level in LEVELS for count in (1, 6, MOST_QUESTIONS)]
    given = json.dumps({"bank": bank(TABLES), "picks": picks})
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    done = subprocess.run(command, cwd=ROOT, input=given, capture_output=True, encoding="utf-8", check=True)
    for pick, chosen in zip(picks, json.loads(done.stdout), strict=True):
        assert chosen == [[one.prompt, list(one.options), list(one.answer)] for one in quiz(*pick, TABLES)], pick
