"""Events to be put in order."""

from collections.abc import Iterator
from itertools import pairwise
from random import Random
from typing import Any

from data.dates import DAYS_PER_YEAR, spelled_as_given
from data.event_told import event_told
from data.sentences import number_word
from data.tables import Tables
from data.vocabulary import Confidence
from geo.lesson.quiz.question import A_POOL, Question, pooled, sources_of, word
from geo.lesson.quiz.well_known import is_known_event

ORDERED = 5
EVENTS_APART = {"easy": 7, "medium": 4, "hard": 1}


def order(level: str, tables: Tables) -> Iterator[Question]:
    """Events to be put in order, no two of them nearer than the level allows; the first of them is the oldest.

    An easy one takes only what a class knows.
    """
    random = Random(f"order {level}")
    rows = tables.events
    rows = rows[~rows["planned"] & rows["confidence"].isin([Confidence.VERIFIED, Confidence.KNOWN])]
    rows = rows[~rows["title"].str.contains(r"\d{4}")]
    found = sorted(rows.itertuples(), key=lambda row: row.day)
    known = [row for row in found if level != "easy" or is_known_event(row, tables)]
    fits: dict[tuple[str, ...], list[Any]] = {}
    for _ in range(A_POOL * 40):
        chosen = sorted(random.sample(known, ORDERED), key=lambda row: row.day)
        gaps = [(later.day - row.day).days / DAYS_PER_YEAR for row, later in pairwise(chosen)]
        if min(gaps) >= EVENTS_APART[level] and (level != "hard" or min(gaps) <= EVENTS_APART["medium"]):
            fits[tuple(row.event_id for row in chosen)] = chosen
    # Of the hundreds that fit, only those are written that are asked.
    for chosen in pooled(list(fits.values()), "order", level):
        yield Question(
            "order",
            level,
            word("order", n=number_word(ORDERED)),
            tuple(event_told(row, tables).title for row in chosen),
            tuple(range(ORDERED)),
            "; ".join(f"{spelled_as_given(row.date)}: {event_told(row, tables).title}" for row in chosen) + ".",
            tables.last_year,
            mask="map",
            sources=sources_of(row.source_ids for row in chosen),
        )
