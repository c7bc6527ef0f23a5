"""Questions from the tables: a bank of them, and a choice from it that a number, the seed, repeats.

The bank is made once and is always the same. The browser and the worksheet choose from it with the same small
generator, so that a class and its paper have the same questions.
"""

from dataclasses import asdict, replace

from data.memberships.told import Told
from data.tables import current_tables
from geo.lesson.quiz.apart import FIRST
from geo.lesson.quiz.bank import KINDS, kinds_of, questions
from geo.lesson.quiz.question import LEVELS, OPTIONS, Question
from geo.lesson.quiz.seed import MOST_QUESTIONS, MOST_SEED, mulberry32, quiz, shuffled
from geo.wire.strict_json import Json

__all__ = [
    "KINDS",
    "LEVELS",
    "MOST_QUESTIONS",
    "MOST_SEED",
    "OPTIONS",
    "Question",
    "bank",
    "levels_of",
    "mulberry32",
    "questions",
    "quiz",
    "shuffled",
]

SOME_HAVE = ("then", "seen", "names")
"""What most questions have not."""


def bank(told: Told | None = None) -> Json:
    """Every question, as the browser reads it; of a membership that has few only the levels and kinds there are."""
    told = told or current_tables()
    asked = questions(told)
    counts = [sum(one.level == level for one in asked) for level in levels_of(told)]
    return {
        "levels": levels_of(told),
        "kinds": [kind for kind in kinds_of(told) if any(one.kind == kind for one in asked)],
        "first": FIRST,
        "most_seed": MOST_SEED,
        "most_questions": min([MOST_QUESTIONS, *counts]),
        "questions": [_row(one) for one in asked],
    }


def _row(question: Question) -> Json:
    """A question without what is for paper alone, and what it has not."""
    then = {"then": _row(question.then)} if question.then else {}
    told = asdict(replace(question, then=None)).items()
    return {name: value for name, value in told if name != "on_paper" and (value or name not in SOME_HAVE)} | then


def levels_of(told: Told) -> tuple[str, ...]:
    """The levels that have questions, the easiest first."""
    return tuple(level for level in LEVELS if any(one.level == level for one in questions(told)))
