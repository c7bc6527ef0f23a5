"""What an address asks for: a day, a view, a theme, a statement, a country; the rest of it is left alone or refused."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from urllib.parse import urlencode

from data.dates import first_day
from data.export import asked_day
from data.gate.text import plain
from data.rows import rows, rows_with
from data.tables import Tables
from data.timeline import check_day, picture_day
from data.words import phrase
from geo.drawing.palette import THEMES
from geo.drawing.views import VIEWS

Given = Iterable[tuple[str, str]]
"""The parameters of an address, in its order."""


@dataclass(frozen=True)
class Asked:
    """What is shown, all of it known to the tables; `day` is that of the picture, whatever it follows from."""

    day: date
    view: str
    theme: str
    statement: str
    country: str

    def address(self, tables: Tables) -> str:
        """The same as parameters, in one order and spelling, without what goes without saying."""
        whole_year = self.day == picture_day(self.day.year, tables)
        when = {"year": str(self.day.year)} if whole_year else {"day": str(self.day)}
        first = {"view": next(iter(VIEWS)), "theme": next(iter(THEMES))}
        more = {each: getattr(self, each) for each in ("view", "theme", "statement", "country")}
        return urlencode(when | {name: value for name, value in more.items() if value != first.get(name, "")})


PARAMETERS = ("day", "year", *(each.name for each in fields(Asked) if each.name != "day"))


def asked_for(given: Given, tables: Tables) -> Asked:
    """What an address asks for; ValueError with a sentence for a parameter that is unknown, doubled or no good."""
    names = [name for name, _ in given]
    for name in names:
        if name not in PARAMETERS:
            raise ValueError(phrase("preview", "unknown_parameter", name=plain(name), known=", ".join(PARAMETERS)))
        if names.count(name) > 1:
            raise ValueError(phrase("preview", "twice", name=name, n=names.count(name)))
    read = _readers(tables)
    return _asked({name: read[name](value) for name, value in given if value}, tables)


def known_of(given: Given, tables: Tables) -> tuple[Asked, frozenset[str]]:
    """What an address asks for as far as it can be had, and which of its parameters that are."""
    first = reversed([*given])  # of one that stands twice the first counts, as in the atlas
    return _known({name: value for name, value in first if name in PARAMETERS and value}, tables)


def _known(given: Mapping[str, str], tables: Tables) -> tuple[Asked, frozenset[str]]:
    found = dict(_readable(given, tables))
    return _asked(found, tables), frozenset(found)


def _readable(given: Mapping[str, str], tables: Tables) -> Iterator[tuple[str, Any]]:
    read = _readers(tables)
    for name, value in given.items():
        try:
            yield name, read[name](value)
        except ValueError:
            continue


def _asked(found: Mapping[str, Any], tables: Tables) -> Asked:
    """The day is that of `day`, else that of the statement, else the year's, else the last."""
    statement = found.get("statement", "")
    said = max(tables.first_day, first_day(_said(statement, tables).date)) if statement else None
    return Asked(
        day=found.get("day") or said or found.get("year") or tables.as_of,
        view=found.get("view", next(iter(VIEWS))),
        theme=found.get("theme", next(iter(THEMES))),
        statement=statement,
        country="" if statement else found.get("country", ""),
    )


def _said(id_: str, tables: Tables) -> Any:
    return rows_with(tables, "statements", "id", id_)[0]


def _readers(tables: Tables) -> dict[str, Callable[[str], Any]]:
    """By parameter what reads a value; each raises ValueError with a sentence for one that the atlas does not have."""

    def day(text: str) -> date:
        asked = asked_day(text)
        check_day(asked, tables)
        return asked

    def year(text: str) -> date:
        known = {str(each) for each in range(tables.first_year, tables.last_year + 1)}
        between = phrase("preview", "year", first=tables.first_year, last=tables.last_year)
        return picture_day(int(_one_of(known, "year", text, between)), tables)

    def one_of(name: str, known: Iterable[str], expected: str = "") -> Callable[[str], str]:
        listed = expected or phrase("preview", "one_of", known=", ".join(known))
        return lambda text: _one_of(known, name, text, listed)

    statements = {row.id for row in rows(tables, "statements")}
    units = tuple(row.unit for row in rows(tables, "units"))
    return {
        "day": day,
        "year": year,
        "view": one_of("view", tuple(VIEWS)),
        "theme": one_of("theme", tuple(THEMES)),
        "statement": one_of("statement", statements, phrase("preview", "statement_id")),
        "country": one_of("country", units),
    }


def _one_of(known: Iterable[str], name: str, text: str, expected: str) -> str:
    if text not in known:
        raise ValueError(phrase("preview", "unknown", name=name, found=plain(text), expected=expected))
    return text
