"""Questions from the tables: a bank of them, and a choice from it that a number, the seed, repeats.

The bank is made once and is always the same. The browser and the worksheet choose from it with the same small
generator, so that a class and its paper have the same questions.
"""

from collections.abc import Iterable
from dataclasses import asdict

from data.tables import Tables
from geo.lesson.quiz.bank import KINDS, questions
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
    "mulberry32",
    "questions",
    "quiz",
    "shuffled",
]


def bank(tables: Tables | None = None) -> Json:
    """Every question, as the browser reads it."""
    return bank_of(questions(tables))


def bank_of(asked: Iterable[Question]) -> Json:
    """Some questions, or none, as the browser reads them."""
    return {
        "levels": LEVELS,
        "kinds": KINDS,
        "most_seed": MOST_SEED,
        "most_questions": MOST_QUESTIONS,
        "questions": [asdict(one) for one in asked],
    }
