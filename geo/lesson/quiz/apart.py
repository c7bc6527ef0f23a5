"""Which question answers another: two that do are not asked together, as long as there are others.

`geo/classroom/quiz/quiz_pick.mjs` keeps them apart by the same values.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from data.names import Names
from data.rounds import all_joiners, joiners
from data.tables import Tables
from data.timeline import picture_day, segment_on
from data.vocabulary import Status
from geo.drawing.kept import drawing
from geo.lesson.quiz.question import Question

FIRST = ("click", "year")
"""Kinds that are chosen before the others: what they ask and show, most of those tell or are told by."""
SHOWN = (Status.INVITEE, Status.MEMBER)


def rank_of(kind: str) -> int:
    """When a kind is chosen."""
    return FIRST.index(kind) if kind in FIRST else len(FIRST)


def answers(one: Question, other: Question) -> bool:
    """Whether of two questions one answers the other: its map of a year, or its words."""
    return _tells(one, other) or _tells(other, one)


def _tells(one: Question, other: Question) -> bool:
    if one.kind == "year" and other.seen and other.seen[0] <= one.year < other.seen[1]:
        return True
    return other.kind == "click" and other.year in one.names


def is_apart(one: Question, others: Iterable[Question]) -> bool:
    """Whether a question can stand beside others: none answers it, and it answers none."""
    return not any(answers(one, each) for each in others)


# ---------------------------------------------------------------------- what is seen, and what is named


def seen_joined(year: int, tables: Tables) -> tuple[int, ...]:
    """The years, half-open, whose map of Europe shows all that joined in a year as members or as invited.

    None where the map has not all of them: it does not show the founders.
    """
    units = [one.unit for one in joiners(year, tables)]
    if not set(units) <= set(drawing("europe", tables.units).anchors):
        return ()
    shows_all = (
        each
        for each in range(tables.first_year, year + 1)
        if all(segment_on(tables, unit, picture_day(each, tables)).status in SHOWN for unit in units)
    )
    return (next(shows_all), tables.last_year + 1)


def seen_outside(outsider: str, members: Collection[str], tables: Tables) -> tuple[int, ...]:
    """The years, half-open, on whose map one state alone is no member among some."""
    joined = {one.unit: one.joined_on.year for one in all_joiners(tables)}
    start, end = max(joined[unit] for unit in members), joined.get(outsider, tables.last_year + 1)
    return (start, end) if start < end else ()


def naming(question: Question, asked: Sequence[Question], tables: Tables) -> Question:
    """A question with the years of those to click whom its words name, all of a year."""
    if question.kind in FIRST:
        return question
    words = " ".join((question.prompt, *question.options))
    years = tuple(
        one.year
        for one in asked
        if one.kind == "click" and one.level == question.level and _names_all(words, one, tables)
    )
    return replace(question, names=years) if years else question


def _names_all(words: str, asked: Question, tables: Tables) -> bool:
    """Whether words have a name of each that is to be clicked: that of the day it joined, or of the year before."""
    before, names = picture_day(max(tables.first_year, asked.year - 1), tables), Names.of(tables)
    return all(
        one.name in words or names.of_state(segment_on(tables, one.unit, before).state, before) in words
        for one in joiners(asked.year, tables)
    )
