"""Every question that the tables give, by kind and level; always the same."""

from functools import lru_cache

from data.tables import Tables, current_tables
from geo.lesson.quiz.click import click
from geo.lesson.quiz.order import order
from geo.lesson.quiz.outside import outside
from geo.lesson.quiz.question import LEVELS, Question, pooled
from geo.lesson.quiz.who import who
from geo.lesson.quiz.year import of_year

MAKERS = {"click": click, "outside": outside, "order": order, "year": of_year, "who": who}
KINDS = tuple(MAKERS)


@lru_cache(maxsize=4)
def questions(tables: Tables | None = None) -> tuple[Question, ...]:
    """Every question of the bank, by kind and level."""
    tables = tables or current_tables()
    return tuple(
        question
        for kind, make in MAKERS.items()
        for level in LEVELS
        for question in pooled(list(make(level, tables)), kind, level)
    )
