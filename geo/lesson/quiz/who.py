"""Who said this, and where?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random
from typing import Any

from data.dates import spelled_as_given
from data.quotation import town_of
from data.sentences import printed
from data.statement_then import of_its_day
from data.tables import Tables
from data.vocabulary import Confidence, Form
from geo.lesson.quiz.question import OPTIONS, Question, sources_of, word
from geo.lesson.quiz.well_known import is_known_speaker

LEAST_WORDS = 4  # of a quotation that can be recognised
YEARS_APART = (1, 3, 5)
"""Within so many years of a thing said, the fewest that give enough, did those speak who are offered for it: someone
long dead, or out of office, nobody would take for its speaker."""


def who(level: str, tables: Tables) -> Iterator[Question]:
    """Who said a thing, and where; only words whose speaker nobody disputes.

    An easy question asks for speakers a class knows, and not for the place.
    """
    random = Random(f"who {level}")
    rows = tables.statements
    rows = rows[(rows["quote"] != "") & rows["confidence"].isin([Confidence.VERIFIED]) & (rows["form"] == Form.SAID)]
    rows = rows[rows["quote"].str.split().str.len() >= LEAST_WORDS]
    known = [of_its_day(row, tables) for row in rows.itertuples() if level != "easy" or is_known_speaker(row.speaker)]
    for row in known:
        if {"easy": not row.lean, "medium": False, "hard": row.lean}[level]:
            continue
        # An easy question offers speakers of other sides, a hard one those of the same.
        near = [each for each in known if each.speaker != row.speaker and (each.side == row.side) == (level == "hard")]
        if level == "medium":
            near = [each for each in known if each.speaker != row.speaker]
        wrong = OPTIONS[level] - 1
        speakers = _of_its_time(row, (each for each in near if each.speaker not in row.quote), "speaker", wrong)
        away = (each for each in known if each.city != row.city and each.speaker != row.speaker)
        places = _of_its_time(row, away, "city", wrong)
        if not speakers or not places:
            continue
        cities = random.sample(sorted(places), wrong)
        where = Question(
            "who",
            level,
            word("where"),
            tuple(map(printed, (_place(row), *(random.choice(sorted(map(_place, places[city]))) for city in cities)))),
            (0,),
            _said(row),
            max(tables.first_year, row.day.year),
            mask="statements",
            card=("statement", row.id),
            sources=sources_of([row.source_ids]),
        )
        yield replace(
            where,
            prompt=word("who", year=row.day.year, quote=printed(row.quote)),
            options=(row.speaker, *random.sample(sorted(speakers), wrong)),
            then=None if level == "easy" else where,
        )


def _of_its_time(row: Any, others: Iterable[Any], by: str, count: int) -> dict[str, list[Any]]:
    """Statements of about the time of one, by speaker or city; nothing where there are fewer of these than asked."""
    rows = list(others)
    for years in YEARS_APART:
        found: dict[str, list[Any]] = defaultdict(list)
        for each in rows:
            if abs(each.day.year - row.day.year) <= years:
                found[getattr(each, by)].append(each)
        if len(found) >= count:
            return found
    return {}


def _place(row: Any) -> str:
    return f"{row.venue}, {town_of(row)}"


def _said(row: Any) -> str:
    return printed(f"{row.speaker}, {row.role}, {_place(row)}, {spelled_as_given(row.date)}.")
