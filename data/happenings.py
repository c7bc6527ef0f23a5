"""What happened beside the events of the table: uses of Articles 4 and 5, and treaties of arms control."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from data.dates import first_day
from data.names import Names
from data.rows import rows
from data.sentences import in_sentence, listed, number_word, printed
from data.tables import Tables
from data.vocabulary import Confidence, UsedArticle
from data.words import phrase

FEW = 2
"""Countries that a title names; of more it tells the number."""
ARMS = "arms"


@dataclass(frozen=True)
class Happening:
    """A day with its sign, `article_4`, `article_5` or `arms`.

    `event` is the id of the event that tells the same, "" for none; `units` are the countries on whose cards it
    stands, and `outcome` is what came of it, both empty for a treaty.
    """

    day: date
    date: str
    sign: str
    title: str
    summary: str
    outcome: str
    units: tuple[str, ...]
    event: str
    unsure: bool


def use_told(use: Any, tables: Tables) -> tuple[str, str]:
    """Why an article was used, a row of `consultations`, and what came of it: by the names of its day."""
    names = Names.of(tables)
    return names.as_told(use.why, use.day), names.as_told(use.outcome, use.day)


@lru_cache(maxsize=8)
def happenings(tables: Tables) -> tuple[Happening, ...]:
    """All of them, in the order of their days."""
    return tuple(sorted((*_uses(tables), *_treaties(tables)), key=lambda each: each.day))


def _uses(tables: Tables) -> Iterator[Happening]:
    """Each use of an article, on the day on which the Council met or decided."""
    names = Names.of(tables)
    for row in rows(tables, "consultations"):
        summary, outcome = use_told(row, tables)
        yield Happening(
            day=row.day,
            date=row.date,
            sign=f"article_{row.article}",
            title=_title(row, names),
            summary=summary,
            outcome=outcome,
            units=row.countries,
            event=row.event_id,
            unsure=row.confidence == Confidence.UNSURE,
        )


def _title(use: Any, names: Names) -> str:
    """What an article was used for, and by whom, under the names of its day."""
    n = len(use.countries)
    many = phrase("used_article", "many", n=number_word(n))
    who = many if n > FEW else listed([in_sentence(names.of_unit(country, use.day)) for country in use.countries])
    form = "consultations" if use.article == UsedArticle.CONSULTATION else "invoked"
    return phrase("used_article", form, who=who)


def _treaties(tables: Tables) -> Iterator[Happening]:
    """When each treaty entered into force, and when it stopped binding Washington and Moscow both."""
    for row in rows(tables, "treaties"):
        yield _of_treaty(row, row.in_force_on, "in_force", row.limits)
        if row.ended_on:
            yield _of_treaty(row, row.ended_on, row.ended_by, row.ending)


def _of_treaty(treaty: Any, day: str, form: str, summary: str) -> Happening:
    return Happening(
        day=first_day(day),
        date=day,
        sign=ARMS,
        title=phrase("treaty", form, name=treaty.name),
        summary=printed(summary),
        outcome="",
        units=(),
        event="",
        unsure=treaty.confidence == Confidence.UNSURE,
    )
