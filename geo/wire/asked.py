"""What an address asks for: a membership, a day, a view, a theme, a statement, a country, what is laid over it.

The rest of it is left alone or refused.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from urllib.parse import urlencode

from data.dates import first_day
from data.export import asked_day
from data.gate.text import plain
from data.memberships.answers import check_day as check_day_of
from data.memberships.ground import units_of
from data.memberships.reader import current_membership, membership_ids
from data.memberships.told import Told, day_of_year, membership_of, opening_day_of, years_of
from data.rows import rows, rows_with
from data.tables import Tables
from data.timeline import check_day
from data.words import phrase
from geo.drawing.offered import laid_over_on, views_for
from geo.drawing.palette import THEMES

Given = Iterable[tuple[str, str]]
"""The parameters of an address, in its order."""


@dataclass(frozen=True)
class Asked:
    """What is shown, all of it known to the tables; `day` is that of the picture, whatever it follows from.

    `membership` is the id of one other than NATO, `over` that of one whose ground is laid over it.
    """

    day: date
    view: str
    theme: str
    statement: str
    country: str
    membership: str = ""
    over: str = ""

    def told(self, tables: Tables) -> Told:
        """What the picture tells: NATO by the tables, or the membership."""
        return _told(self.membership, tables)

    def address(self, tables: Tables) -> str:
        """The same as parameters, in one order and spelling, without what goes without saying."""
        told = self.told(tables)
        of = {MEMBERSHIP: self.membership} if self.membership else {}
        whole_year = self.day == day_of_year(self.day.year, told)
        when = {"year": str(self.day.year)} if whole_year else {"day": str(self.day)}
        first = {"view": views_for(membership_of(told))[0], "theme": next(iter(THEMES))}
        more = {each: getattr(self, each) for each in ("view", "theme", "statement", "country", "over")}
        return urlencode(of | when | {name: value for name, value in more.items() if value != first.get(name, "")})


MEMBERSHIP = "membership"
PICTURE = "picture.png"
"""What the picture is called that an address asks for."""
PARAMETERS = ("day", "year", *(each.name for each in fields(Asked) if each.name != "day"))


def membership_in(given: Given) -> str:
    """The id of the membership other than NATO that an address asks for first; "" for none, or one there is not."""
    found = next((value for name, value in given if name == MEMBERSHIP), "")
    return found if found in membership_ids() else ""


def _told(membership: str, tables: Tables) -> Told:
    return current_membership(membership) if membership else tables


def asked_for(given: Given, tables: Tables) -> Asked:
    """What an address asks for; ValueError with a sentence for a parameter that is unknown, doubled or no good."""
    names = [name for name, _ in given]
    for name in names:
        if name not in PARAMETERS:
            raise ValueError(phrase("preview", "unknown_parameter", name=plain(name), known=", ".join(PARAMETERS)))
        if names.count(name) > 1:
            raise ValueError(phrase("preview", "twice", name=name, n=names.count(name)))
    read = _readers(membership_in(given), tables)
    return _asked({name: read[name](value) for name, value in given if value}, tables)


def known_of(given: Given, tables: Tables) -> tuple[Asked, frozenset[str]]:
    """What an address asks for as far as it can be had, and which of its parameters that are."""
    first = reversed([*given])  # of one that stands twice the first counts, as in the atlas
    return _known({name: value for name, value in first if name in PARAMETERS and value}, tables)


def _known(given: Mapping[str, str], tables: Tables) -> tuple[Asked, frozenset[str]]:
    found = dict(_readable(given, tables))
    return _asked(found, tables), frozenset(found)


def _readable(given: Mapping[str, str], tables: Tables) -> Iterator[tuple[str, Any]]:
    read = _readers(membership_in(given.items()), tables)
    for name, value in given.items():
        try:
            yield name, read[name](value)
        except ValueError:
            continue


def _asked(found: Mapping[str, Any], tables: Tables) -> Asked:
    """The day is that of `day`, else that of the statement, else the year's, else that on which the atlas opens."""
    statement, membership = found.get("statement", ""), found.get(MEMBERSHIP, "")
    told = _told(membership, tables)
    said = max(tables.first_day, first_day(_said(statement, tables).date)) if statement else None
    return Asked(
        day=found.get("day") or said or found.get("year") or opening_day_of(told),
        view=found.get("view", views_for(membership_of(told))[0]),
        theme=found.get("theme", next(iter(THEMES))),
        statement=statement,
        country="" if statement else found.get("country", ""),
        membership=membership,
        over=found.get("over", ""),
    )


def _said(id_: str, tables: Tables) -> Any:
    return rows_with(tables, "statements", "id", id_)[0]


def _readers(id_: str, tables: Tables) -> dict[str, Callable[[str], Any]]:
    """By parameter what reads a value; each raises ValueError with a sentence for one that the atlas does not have."""
    told = _told(id_, tables)
    membership = membership_of(told)

    def day(text: str) -> date:
        asked = asked_day(text)
        if membership:
            check_day_of(membership, asked)
        else:
            check_day(asked, tables)
        return asked

    def year(text: str) -> date:
        years = years_of(told)
        between = phrase("preview", "year", first=years[0], last=years[-1])
        return day_of_year(int(_one_of({str(each) for each in years}, "year", text, between)), told)

    def one_of(name: str, known: Iterable[str], expected: str = "") -> Callable[[str], str]:
        listed = expected or phrase("preview", "one_of", known=", ".join(known))
        return lambda text: _one_of(known, name, text, listed)

    def over(text: str) -> str:
        return one_of("over", laid_over_on(membership))(text)

    statements = set() if membership else {row.id for row in rows(tables, "statements")}
    units = units_of(membership) if membership else tuple(row.unit for row in rows(tables, "units"))
    return {
        "day": day,
        "year": year,
        "view": one_of("view", views_for(membership)),
        "theme": one_of("theme", tuple(THEMES)),
        "statement": one_of("statement", statements, phrase("preview", "statement_id")),
        "country": one_of("country", units),
        MEMBERSHIP: one_of(MEMBERSHIP, membership_ids()),
        "over": over,
    }


def _one_of(known: Iterable[str], name: str, text: str, expected: str) -> str:
    if text not in known:
        raise ValueError(phrase("preview", "unknown", name=name, found=plain(text), expected=expected))
    return text
