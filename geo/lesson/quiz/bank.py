"""Every question that the tables give, by kind and level; always the same."""

from collections.abc import Sequence

from data.kept_with import kept_with
from data.memberships.told import Told
from data.memberships.value import Membership
from data.tables import current_tables
from geo.lesson.quiz import of_membership
from geo.lesson.quiz.apart import naming
from geo.lesson.quiz.click import click
from geo.lesson.quiz.order import order
from geo.lesson.quiz.outside import outside
from geo.lesson.quiz.question import LEVELS, Question, pooled
from geo.lesson.quiz.who import who
from geo.lesson.quiz.year import of_year

MAKERS = {"click": click, "outside": outside, "order": order, "year": of_year, "who": who}
KINDS = tuple(MAKERS)
FEWEST = 5
"""Questions of a level, where it is offered: about as many as a short quiz has."""


def questions(told: Told | None = None) -> tuple[Question, ...]:
    """Every question of the bank, by kind and level; of a membership only the levels that have some."""
    return _questions(told or current_tables())


@kept_with()
def _questions(told: Told) -> tuple[Question, ...]:
    made = tuple(question for name in kinds_of(told) for level in LEVELS for question in _some(name, level, told))
    enough = [level for level in LEVELS if sum(one.level == level for one in made) >= FEWEST]
    return tuple(_told(one, made, told) for one in made if one.level in enough)


def _told(question: Question, made: Sequence[Question], told: Told) -> Question:
    return question if isinstance(told, Membership) else naming(question, made, told)


def kinds_of(told: Told) -> tuple[str, ...]:
    """The kinds of questions that are asked of NATO, or of another membership."""
    return tuple(of_membership.MAKERS) if isinstance(told, Membership) else KINDS


def _some(kind: str, level: str, told: Told) -> Sequence[Question]:
    """Each question once, and not more than a pool holds."""
    makes = of_membership.MAKERS[kind](level, told) if isinstance(told, Membership) else MAKERS[kind](level, told)
    return pooled(list(dict.fromkeys(makes)), kind, level)
