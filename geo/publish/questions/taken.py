"""Questions of the quiz as they leave the house, neutral to the format: what is asked, what is right, why, by whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from data.names import state_names
from data.rounds import all_joiners, joiners
from data.sentences import listed, number_word
from data.tables import Tables, current_tables
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
    """The questions of a level and a number, with the tables they come from."""

    level: str
    seed: int
    questions: tuple[TakenQuestion, ...]
    tables: Tables


def taken(seed: int, level: str, count: int = MOST_QUESTIONS, tables: Tables | None = None) -> Taken:
    """The questions that the quiz and the worksheet ask for a seed; one that follows another stands by itself.

    Raises ValueError as `quiz` does.
    """
    tables = tables or current_tables()
    asked = quiz(seed, level, count, tables)
    return Taken(level, seed, tuple(each for one in asked for each in _taken(one, tables)), tables)


def _taken(question: Question, tables: Tables) -> Iterator[TakenQuestion]:
    sources = tuple(source_lines(question.sources, tables))
    if question.kind == "click":
        yield _who_joined(question, sources, tables)
        return
    is_map = question.kind == "year"
    yield TakenQuestion(
        Kind.ORDER if question.kind == "order" else Kind.CHOICE,
        question.prompt,
        question.options,
        question.answer,
        question.explanation,
        sources,
        _when_joined(question.year, tables) if is_map else question.prompt,
        map_year=question.year if is_map else 0,
        answer_year=question.year if is_map else 0,
    )
    if question.then:
        quote = tables.statements.set_index("id").loc[question.card[1], "quote"]
        prompt = phrase("questions", "where_said", year=question.year, quote=quote)
        then = question.then
        yield TakenQuestion(Kind.CHOICE, prompt, then.options, then.answer, then.explanation, sources, prompt)


def _when_joined(year: int, tables: Tables) -> str:
    """The question for a year by those who joined in it, two of them by name; empty where nobody did."""
    names = [one.name for one in joiners(year, tables)]
    if not names:
        return ""
    if len(names) <= RIGHT:
        return phrase("questions", "when_joined", who=listed(names))
    return phrase("questions", "when_many_joined", count=number_word(len(names)), who=listed(names[:RIGHT]))


def _who_joined(question: Question, sources: Sequence[str], tables: Tables) -> TakenQuestion:
    """Those to click as names to choose, or to type where it was one alone."""
    random = Random(question.prompt)
    by_unit = {one.unit: one for one in all_joiners(tables)}
    right = random.sample([by_unit[unit].name for unit in question.answer], min(RIGHT, len(question.answer)))
    others = [one.name for one in by_unit.values() if one.joined_on.year != question.year]
    options = [*right, *random.sample(others, OPTIONS - len(right))]
    random.shuffle(options)
    alone = len(question.answer) == 1
    prompt = phrase("questions", "which_one" if alone else "which_some", year=question.year)
    names = (*right, state_names(tables)[question.answer[0]]) if alone else ()
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
