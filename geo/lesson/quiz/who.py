"""Who said this, and where?"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from data.dates import spelled_as_given
from data.quotation import town_of
from data.tables import Tables
from data.vocabulary import Confidence, Form
from geo.lesson.quiz.question import OPTIONS, Question, sources_of, word
from geo.lesson.quiz.well_known import is_known_speaker

LEAST_WORDS = 4  # of a quotation that can be recognised


def who(level: str, tables: Tables) -> Iterator[Question]:
    """Who said a thing, and where; only words whose speaker nobody disputes.

    An easy question asks for speakers a class knows, and not for the place.
    """
    random = Random(f"who {level}")
    rows = tables.statements
    rows = rows[(rows["quote"] != "") & rows["confidence"].isin([Confidence.VERIFIED]) & (rows["form"] == Form.SAID)]
    rows = rows[rows["quote"].str.split().str.len() >= LEAST_WORDS]
    known = [row for row in rows.itertuples() if level != "easy" or is_known_speaker(row.speaker)]
    for row in known:
        if {"easy": not row.lean, "medium": False, "hard": row.lean}[level]:
            continue
        # An easy question offers speakers of other sides, a hard one those of the same.
        near = [each for each in known if each.speaker != row.speaker and (each.side == row.side) == (level == "hard")]
        if level == "medium":
            near = [each for each in known if each.speaker != row.speaker]
        speakers = sorted({each.speaker for each in near if each.speaker not in row.quote})
        elsewhere = sorted({_place(each) for each in known if each.city != row.city and each.speaker != row.speaker})
        if len(speakers) < OPTIONS[level] - 1:
            continue
        where = Question(
            "who",
            level,
            word("where"),
            (_place(row), *random.sample(elsewhere, OPTIONS[level] - 1)),
            (0,),
            _said(row),
            max(tables.first_year, row.day.year),
            mask="statements",
            card=("statement", row.id),
            sources=sources_of([row.source_ids]),
        )
        yield replace(
            where,
            prompt=word("who", year=row.day.year, quote=row.quote),
            options=(row.speaker, *random.sample(speakers, OPTIONS[level] - 1)),
            then=None if level == "easy" else where,
        )


def _place(row: Any) -> str:
    return f"{row.venue}, {town_of(row)}"


def _said(row: Any) -> str:
    return f"{row.speaker}, {row.role}, {_place(row)}, {spelled_as_given(row.date)}."
