"""The articles of the two Russian drafts of 17 December 2021, and whom each would touch on any day.

The tables hold Articles 4 to 7 of both documents. Each row records the list of that day; here the list follows from
the tables, so that it can be asked of another day too. An article of 2021 put on 1970 is a comparison, not history.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from data.membership import members_on
from data.rows import rows, rows_with
from data.tables import Tables, current_tables
from data.timeline import check_day, segments_on
from data.vocabulary import Relation, Status, Touched, UnitKind

DRAFT_DAY = date(2021, 12, 17)
"""The day on which Moscow published both texts."""

FOUNDING_ACT_DAY = date(1997, 5, 27)
"""The day that Article 4 of the draft for NATO measures from."""

SOVIET_UNION, RUSSIA, UNITED_STATES = "SUN", "RUS", "USA"


@dataclass(frozen=True)
class Article:
    """One article: what it asks in our words, whom it touches in words, and the list recorded for 17 December 2021."""

    id: str
    document: str
    article: str
    demand: str
    affected: str
    rule: str
    touched: Touched
    statement: str
    note: str
    recorded_units: tuple[str, ...]
    recorded_count: int
    sources: tuple[str, ...]
    confidence: str


@lru_cache(maxsize=8)
def articles(tables: Tables | None = None) -> tuple[Article, ...]:
    """Every article in the order of the table; its id is whom the draft is addressed to and the number: `nato-4`."""
    return tuple(_article(row) for row in (tables or current_tables()).draft_treaties.itertuples())


def affected(id: str, day: date, tables: Tables | None = None) -> tuple[str, ...]:
    """The countries an article would touch on a day, by their iso3 codes in the order of `units.csv`.

    Raises ValueError for an unknown article and for a day the tables do not cover.
    """
    return _affected(id, day, tables or current_tables())


@lru_cache(maxsize=4096)
def _affected(id: str, day: date, tables: Tables) -> tuple[str, ...]:
    article = next((each for each in articles(tables) if each.id == id), None)
    if article is None:
        known = ", ".join(each.id for each in articles(tables))
        raise ValueError(f"{id!r} is no article of the drafts; expected one of {known}")
    check_day(day, tables)
    touched = RULES[article.touched](article, day, tables)
    return tuple(filter(touched.__contains__, _countries(tables)))


def ground_of(id: str, day: date, tables: Tables | None = None) -> tuple[str, ...]:
    """The units that lie under an article's hatch on a day: each state it touches with all its ground of that status.

    Raises ValueError as `affected` does.
    """
    tables = tables or current_tables()
    touched = set(affected(id, day, tables))
    if not touched:
        return ()
    standing = segments_on(tables, day)
    states = {(standing[unit].state, standing[unit].status) for unit in touched}
    others = _no_countries(tables)
    also = {unit for unit in others if (here := standing[unit]) and (here.state, here.status) in states}
    return tuple(unit for unit in standing if unit in touched or unit in also)


@lru_cache(maxsize=8)
def _countries(tables: Tables) -> tuple[str, ...]:
    return tuple(row.unit for row in rows_with(tables, "units", "kind", UnitKind.COUNTRY))


@lru_cache(maxsize=8)
def _no_countries(tables: Tables) -> frozenset[str]:
    return frozenset(row.unit for row in rows(tables, "units") if row.kind != UnitKind.COUNTRY)


def _article(row: Any) -> Article:
    return Article(
        id=f"{row.draft}-{row.article}",
        document=row.document,
        article=row.article,
        demand=row.demand,
        affected=row.affected,
        rule=row.affected_rule,
        touched=Touched(row.touched),
        statement=row.statement,
        note=row.note,
        recorded_units=row.affected_iso3_2021,
        recorded_count=int(row.affected_count_2021),
        sources=row.source_ids,
        confidence=row.confidence,
    )


# ---------------------------------------------------------------------- whom the articles touch


def _members(_article: Article, day: date, tables: Tables) -> set[str]:
    return set(members_on(day, tables))


def _members_but_the_us(article: Article, day: date, tables: Tables) -> set[str]:
    return _members(article, day, tables) - {UNITED_STATES}


def _reported_hosts(article: Article, day: date, tables: Tables) -> set[str]:
    """No table knows who hosts nuclear weapons: the list is the row's own, from open literature.

    Only membership of the day is tested, not whether weapons were there on that day.
    """
    return set(article.recorded_units) & _members(article, day, tables)


def _later_members(article: Article, day: date, tables: Tables) -> set[str]:
    """Members that joined after the Founding Act of 27 May 1997."""
    return _members(article, day, tables) - _members(article, FOUNDING_ACT_DAY, tables)


def _ex_soviet_outsiders(article: Article, day: date, tables: Tables) -> set[str]:
    """Former Soviet republics without Russia that are not members; nobody while any was still in the Soviet Union."""
    republics, gone_on = _republics(tables)
    return republics - {RUSSIA} - _members(article, day, tables) if day >= gone_on else set()


@lru_cache(maxsize=8)
def _republics(tables: Tables) -> tuple[set[str], date]:
    """The Soviet republics, and the day on which the last had left."""
    past = rows_with(tables, "historical_states", "state_code", SOVIET_UNION)
    republics = [row for row in past if row.relation == Relation.PART]
    return {row.part_iso3 for row in republics}, max((row.end_day for row in republics), default=date.max)


def _aspirants_and_joined_since(article: Article, day: date, tables: Tables) -> set[str]:
    """States invited or on a path on that day; from the day of the draft on also those that have joined since.

    Finland and Sweden were neither in December 2021, yet a stop to enlargement would have kept them out: they count
    from the draft on. Before it nothing set them apart from other states outside, so they do not count.
    """
    standing = segments_on(tables, day)
    way = (Status.INVITEE, Status.ASPIRANT)
    asking = {unit for unit in _countries(tables) if (part := standing[unit]).status in way and part.is_state}
    if day < DRAFT_DAY:
        return asking
    return asking | (_members(article, tables.as_of, tables) - _members(article, DRAFT_DAY, tables))


RULES: dict[Touched, Callable[[Article, date, Tables], set[str]]] = {
    Touched.MEMBERS: _members,
    Touched.MEMBERS_BUT_THE_US: _members_but_the_us,
    Touched.LATER_MEMBERS: _later_members,
    Touched.REPORTED_HOSTS: _reported_hosts,
    Touched.EX_SOVIET_OUTSIDERS: _ex_soviet_outsiders,
    Touched.ASPIRANTS_AND_JOINED_SINCE: _aspirants_and_joined_since,
}
