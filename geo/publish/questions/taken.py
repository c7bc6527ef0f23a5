"""Questions of the quiz as they leave the house, neutral to the format: what is asked, what is right, why, by whom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from data.memberships.answers import Turn, changes, name_on
from data.memberships.cards import with_article
from data.memberships.told import Told, membership_of, tables_of
from data.memberships.value import Membership
from data.names import state_names
from data.rounds import all_joiners
from data.sentences import listed, number_word
from data.tables import current_tables
from data.words import phrase
from geo.lesson.quiz import MOST_QUESTIONS, Question, quiz
from geo.publish.slide_sources import source_lines

OPTIONS = 4
"""Of a question about those who joined: as many as every format can hold."""
RIGHT = 2
"""Of them, where several joined."""


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    """One of the options."""
    SEVERAL = "several"
    """All of the options that are right."""
    ORDER = "order"
    """The options in an order."""
    NAME = "name"
    """A name, typed; where a format has no such thing, one of the options."""


@dataclass(frozen=True)
class TakenQuestion:
    """One question. `right` holds places among `options`, for an order all of them, the first first.

    `map_year` is the year whose map the question asks about, `answer_year` that whose map shows what is right; 0 is
    none. `in_words` is the prompt where no map can stand, empty where there is no asking without one. `accepted` are
    the names that are right where one is typed.
    """

    kind: Kind
    prompt: str
    options: tuple[str, ...]
    right: tuple[int, ...]
    explanation: str
    sources: tuple[str, ...]
    in_words: str
    accepted: tuple[str, ...] = ()
    map_year: int = 0
    answer_year: int = 0

    @property
    def answer(self) -> tuple[str, ...]:
        """What is right, in words; for an order all of it."""
        return tuple(self.options[place] for place in self.right)


@dataclass(frozen=True)
class Taken:
    """The questions of a level and a number, with what they are about."""

    level: str
    seed: int
    questions: tuple[TakenQuestion, ...]
    told: Told


def taken(seed: int, level: str, count: int = MOST_QUESTIONS, told: Told | None = None) -> Taken:
    """The questions that the quiz and the worksheet ask for a seed; one that follows another stands by itself.

    Raises ValueError as `quiz` does.
    """
    told = told or current_tables()
    asked = quiz(seed, level, count, told)
    return Taken(level, seed, tuple(each for one in asked for each in _taken(one, told)), told)


def _taken(question: Question, told: Told) -> Iterator[TakenQuestion]:
    sources = tuple(source_lines(question.sources, told))
    if question.kind == "click":
        yield _who_joined(question, sources, told)
        return
    is_map = question.kind == "year"
    prompt = _titled(question.prompt, told)
    yield TakenQuestion(
        Kind.ORDER if question.kind == "order" else Kind.CHOICE,
        prompt,
        question.options,
        question.answer,
        question.explanation,
        sources,
        _when_joined(question.year, told) if is_map else prompt,
        map_year=question.year if is_map else 0,
        answer_year=question.year if is_map else 0,
    )
    if question.then:
        quote = tables_of(told).statements.set_index("id").loc[question.card[1], "quote"]
        prompt = phrase("questions", "where_said", year=question.year, quote=quote)
        then = question.then
        yield TakenQuestion(Kind.CHOICE, prompt, then.options, then.answer, then.explanation, sources, prompt)


def _titled(prompt: str, told: Told) -> str:
    """A question as it can stand alone: with the name of the membership it is about, where that is not NATO."""
    membership = membership_of(told)
    return phrase("membership_quiz", "titled", title=membership.title, prompt=prompt) if membership else prompt


def _asks(key: str, told: Told, **values: object) -> str:
    return _titled(phrase("membership_quiz" if membership_of(told) else "questions", key, **values), told)


def _joined(told: Told) -> list[tuple[str, str, int]]:
    """Everybody who ever joined: the unit, the name of the day, the year."""
    if isinstance(told, Membership):
        turns = [each for each in changes(told) if each.turn is Turn.JOINED]
        return [(each.code, name_on(told, each.code, each.day), each.day.year) for each in turns]
    return [(one.unit, one.name, one.joined_on.year) for one in all_joiners(told)]


def _when_joined(year: int, told: Told) -> str:
    """The question for a year by those who joined in it, two of them by name.

    Empty where nobody did, or one of those named joined in another year, too: that would have two answers.
    """
    ever = _joined(told)
    often = Counter(unit for unit, _, _ in ever)
    joined = [(unit, with_article(name)) for unit, name, joined_in in ever if joined_in == year]
    named = joined[:RIGHT]
    if not named or any(often[unit] > 1 for unit, _ in named):
        return ""
    who = listed([name for _, name in named])
    if named == joined:
        return _asks("when_joined", told, who=who)
    return _asks("when_many_joined", told, count=number_word(len(joined)), who=who)


def _who_joined(question: Question, sources: Sequence[str], told: Told) -> TakenQuestion:
    """Those to click as names to choose, or to type where it was one alone."""
    random = Random(question.prompt)
    by_unit = {unit: name for unit, name, year in _joined(told) if unit not in question.answer or year == question.year}
    right = random.sample([by_unit[unit] for unit in question.answer], min(RIGHT, len(question.answer)))
    others = [name for unit, name in by_unit.items() if unit not in question.answer]
    options = [*right, *random.sample(others, min(len(others), OPTIONS - len(right)))]
    random.shuffle(options)
    alone = len(question.answer) == 1
    prompt = _asks("which_one" if alone else "which_some", told, year=question.year)
    names = (*right, _name_now(question.answer[0], told)) if alone else ()
    return TakenQuestion(
        Kind.NAME if alone else Kind.SEVERAL,
        prompt,
        tuple(options),
        tuple(place for place, option in enumerate(options) if option in right),
        question.explanation,
        tuple(sources),
        prompt,
        accepted=tuple(dict.fromkeys(names)),
        answer_year=question.year,
    )


def _name_now(unit: str, told: Told) -> str:
    return name_on(told, unit, told.as_of) if isinstance(told, Membership) else state_names(told)[unit]
