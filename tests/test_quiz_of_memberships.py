"""The questions about each membership: what is right is read from its rows anew, and the browser chooses the same."""

import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from made import made_membership

from data.memberships.reader import current_membership, membership_ids
from data.memberships.value import Membership
from data.own_table.reading import read_table
from data.tables import current_tables
from geo.drawing.offered import views_for
from geo.lesson.quiz import LEVELS, MOST_QUESTIONS, OPTIONS, Question, bank, levels_of, questions, quiz
from geo.lesson.quiz.of_membership import left
from geo.publish.questions.taken import Kind, taken
from geo.room.protocol import MOST_BYTES_LEADING, parse

GEO = Path(__file__).parent.parent / "geo"
IDS = sorted(membership_ids())
SEEDS = (0, 7, 999_999)
WITHOUT_MAP = {"outside", "order", "when", "next", "left"}
SCRIPT = """
import {createInterface} from 'node:readline';
const load = (name) => import(`file://${process.argv[1]}/${name}.mjs`);
const {indexFacts} = await load('atlas/core/facts');
const {dayUnder, pickedBy} = await load('classroom/quiz/quiz_map');
const {pickQuestions} = await load('classroom/quiz/quiz_pick');
const {countsFor} = await load('classroom/quiz/quiz_start');
const {itemsOfExit, itemsOfQuiz} = await load('classroom/live/questions');
const {written} = await load('room/protocol');
for await (const line of createInterface({input: process.stdin})) {
  const {facts: raw, bank, picks} = JSON.parse(line);
  const facts = indexFacts(raw);
  const clicks = bank.questions.filter(({kind}) => kind === 'click');
  const ask = (items) => items.map(({asked}) => written('ask', {exit: false, questions: [asked]}));
  console.log(JSON.stringify({
    picked: picks.map(([seed, level, count]) =>
      pickQuestions(bank, seed, level, count).map(({prompt, options, answer}) => [prompt, options, answer])),
    clicks: clicks.map((one) => [one.answer, one.answer.map((id) => pickedBy(facts, id, dayUnder(one, facts)))]),
    members: clicks.map((one) => {
      const before = one.year > facts.first ? dayUnder(one, facts) : -1;
      const isMember = (id, day) => day >= 0 && facts.isMember(facts.units.get(id).on(day).status);
      return one.answer.every((id) => !isMember(id, before) && isMember(id, facts.yearEnd(one.year)));
    }),
    counts: [1, 2, 3, 4].map((teams) => countsFor(teams, bank.most_questions)),
    asked: bank.levels.map((level) => ask(itemsOfQuiz(bank, facts, {level, seed: 3, id: 'quiz'}, () => 'Tap'))),
    exit: itemsOfExit(undefined, bank, facts, {seed: 7, id: 'exit'}).map(({inBank}) => inBank.kind),
  }));
}
"""


@pytest.fixture(scope="module")
def browser(program: Callable[[str], str]) -> Iterator[Callable[[Membership], Any]]:
    """What the page of a membership makes of its bank: one process for all of them."""
    command = [program("node"), "--input-type=module", "--eval", SCRIPT, str(GEO)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as node:

        def tell(membership: Membership) -> Any:
            assert node.stdin
            assert node.stdout
            picks = [(seed, level, MOST_QUESTIONS) for seed in SEEDS for level in levels_of(membership)]
            given = {"facts": made_membership(membership.id), "bank": bank(membership), "picks": picks}
            node.stdin.write(json.dumps(given) + "\n")
            node.stdin.flush()
            return json.loads(node.stdout.readline())

        yield tell
        node.stdin.close()  # type: ignore[union-attr]


class Rows:
    """The rows of a membership's members, read without the code that asks."""

    def __init__(self, membership: Membership) -> None:
        self.spells: dict[str, list[tuple[date, date]]] = defaultdict(list)
        for row in membership.stretches:
            if row.status in membership.counting and not row.of:
                self.spells[row.code].append((row.start_day, row.end_day))
        self.codes = {row.name: row.code for row in membership.stretches if row.code in self.spells}
        self.codes |= {"West Germany": "DEU", "Soviet Union": "SUN", "East Germany": "DDR", "Türkiye": "TUR"}
        self.codes |= {"Turkey": "TUR", "North Macedonia": "MKD", "Macedonia": "MKD"}
        self.codes |= {"Czechia": "CZE", "Czech Republic": "CZE"}

    def is_member(self, name: str, day: date) -> bool:
        return any(start <= day < end for start, end in self.spells.get(self.codes.get(name, ""), ()))

    def years_of_joining(self, name: str) -> set[int]:
        """The years in which somebody became a member who was none; a spell may go over into another."""
        starts = [start for start, _ in self.spells[self.codes[name]]]
        return {start.year for start in starts if not self.is_member(name, start - timedelta(days=1))}

    def joined(self, name: str) -> date:
        return min(start for start, _ in self.spells[self.codes[name]])


def right_of(question: Question) -> list[str]:
    return [question.options[place] for place in question.answer]


@pytest.mark.parametrize("id_", IDS)
def test_what_is_right_is_right_by_the_rows_and_what_is_wrong_is_not(id_: str) -> None:
    membership = current_membership(id_)
    rows = Rows(membership)
    for one in questions(membership):
        end, before = date(one.year, 12, 31), date(one.year - 1, 12, 31)
        wrong = [option for option in one.options if option not in right_of(one)]
        assert len(set(one.options)) == len(one.options)
        assert one.kind in {"click", "order"} or len(one.options) == OPTIONS[one.level]
        match one.kind:
            case "outside":
                assert not rows.is_member(right_of(one)[0], end)
                assert all(rows.is_member(name, end) for name in wrong)
            case "order":
                joined = [rows.joined(name) for name in right_of(one)]
                assert joined == sorted(set(joined))
            case "when":
                name = one.explanation.partition(":")[0]
                assert {str(year) for year in rows.years_of_joining(name)} == {right_of(one)[0]}
            case "next":
                (right,) = right_of(one)
                assert rows.joined(right).year == one.year
                assert str(one.year - 1) in one.prompt
                assert all(rows.joined(right) < rows.joined(name) for name in wrong)
            case "left":
                assert rows.is_member(right_of(one)[0], before)
                assert not rows.is_member(right_of(one)[0], end)
                assert all(rows.is_member(name, day) for name in wrong for day in (before, end))


@pytest.mark.parametrize("id_", IDS)
def test_every_question_is_explained_by_sources_of_the_membership_and_stands_on_its_views(id_: str) -> None:
    membership = current_membership(id_)
    known = {source.id for source in membership.sources}
    for one in questions(membership):
        assert one.explanation
        assert set(one.sources) <= known
        assert one.sources
        assert one.view in views_for(membership)
        assert (one.mask == "map") == (one.kind in WITHOUT_MAP)
        assert membership.first_day.year <= one.year <= membership.as_of.year


@pytest.mark.parametrize("id_", IDS)
def test_the_browser_asks_the_same_and_only_for_what_can_be_picked(
    browser: Callable[[Membership], Any], id_: str
) -> None:
    membership = current_membership(id_)
    told = browser(membership)
    picked = iter(told["picked"])
    for seed in SEEDS:
        for level in levels_of(membership):
            asked = quiz(seed, level, MOST_QUESTIONS, membership)
            assert next(picked) == [[one.prompt, list(one.options), list(one.answer)] for one in asked]
            assert len(asked) >= bank(membership)["most_questions"]
            assert len({(one.prompt, one.options) for one in asked}) == len(asked)
    assert all(answer == found for answer, found in told["clicks"])
    assert all(told["members"])
    for message in chain.from_iterable(told["asked"]):
        parse(message, MOST_BYTES_LEADING)  # the room takes it
    assert told["exit"]
    assert set(told["exit"]) <= WITHOUT_MAP
    for teams, counts in enumerate(told["counts"], start=1):
        assert counts
        assert all(count and count % teams == 0 for count in counts)


@pytest.mark.parametrize("id_", IDS)
def test_the_questions_to_take_away_say_which_membership_they_ask_about(id_: str) -> None:
    membership = current_membership(id_)
    for level in levels_of(membership):
        for one in taken(7, level, told=membership).questions:
            assert membership.title in one.prompt
            assert one.sources
            assert one.explanation
            assert len(set(one.options)) == len(one.options) > 1
            assert one.kind != Kind.NAME or one.answer[0] in one.accepted


def test_nobody_is_asked_for_a_level_that_has_no_questions() -> None:
    pact = current_membership("warsaw_pact")
    (missing, *_) = [level for level in LEVELS if level not in levels_of(pact)]
    with pytest.raises(ValueError, match=r"has no questions here; expected one of easy$"):
        quiz(1, missing, 5, pact)


def test_nobody_is_asked_without_a_map_when_somebody_joined_who_did_so_twice() -> None:
    council = current_membership("coe")
    asked = {
        one.map_year: one.in_words
        for seed in range(60)
        for one in taken(seed, "easy", told=council).questions
        if one.map_year
    }
    assert asked[1950] == "In which year did Iceland and Turkey join? (The Council of Europe)"
    assert asked[1974] == ""  # Greece had been a member from 1949 to 1969


def test_who_joined_is_called_a_country() -> None:
    """Not all who join are states: a table of one's own may have territories too."""
    prompts = [one.prompt for id_ in IDS for one in questions(current_membership(id_))]
    asked = [one for id_ in IDS for one in taken(3, "easy", told=current_membership(id_)).questions]
    prompts += [text for one in asked for text in (one.prompt, one.in_words)]
    assert [prompt for prompt in prompts if "countr" in prompt]
    assert [prompt for prompt in prompts if re.search(r"\bstates?\b", prompt)] == []


def test_nobody_is_asked_about_the_end_of_a_year_that_is_not_over() -> None:
    union = current_membership("eu")
    assert [one.year for one in left("easy", union)] == [2020]
    assert not list(left("easy", replace(union, as_of=date(2020, 6, 1))))


def own(text: str) -> Membership:
    return read_table(text.encode(), "mine.csv", today=date(2026, 11, 28)).membership("Mine")


def test_a_table_of_one_year_has_no_questions() -> None:
    assert bank(own("Country;Joined\nFrance;2026\nSpain;2026\n"))["questions"] == []


def test_nobody_is_said_to_have_been_a_state_on_days_that_no_table_covers() -> None:
    union = own("Country;Joined\nFrance;1865\nSpain;1866\nItaly;1867\nPoland;1868\n")
    asked = [one for one in questions(union) if one.kind == "outside"]
    assert asked
    assert all(one.year >= current_tables().first_year for one in asked)
