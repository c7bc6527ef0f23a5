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
from data.tables import Tables, current_tables
from data.timeline import check_day, segment_on
from data.vocabulary import Relation, Status, UnitKind

DRAFT_DAY = date(2021, 12, 17)
"""The day on which Moscow published both texts."""

FOUNDING_ACT_DAY = date(1997, 5, 27)
"""The day that Article 4 of the draft for NATO measures from."""

SHORT_NAMES = {"US-Russia draft treaty": "us", "NATO-Russia draft agreement": "nato"}
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
    note: str
    recorded_units: tuple[str, ...]
    recorded_count: int
    sources: tuple[str, ...]
    confidence: str


@lru_cache(maxsize=8)
def articles(tables: Tables | None = None) -> tuple[Article, ...]:
    """Every article in the order of the table; its id is the document's short name and the number: `nato-4`.

    Raises ValueError for a document that has no short name here.
    """
    return tuple(_article(row) for row in (tables or current_tables()).draft_treaties.itertuples())


def affected(id: str, day: date, tables: Tables | None = None) -> tuple[str, ...]:
    """The countries an article would touch on a day, by their iso3 codes in the order of `units.csv`.

    Raises ValueError for an unknown article and for a day the tables do not cover.
    """
    tables = tables or current_tables()
    article = next((each for each in articles(tables) if each.id == id), None)
    if article is None or id not in RULES:
        known = ", ".join(each.id for each in articles(tables) if each.id in RULES)
        raise ValueError(f"{id!r} is no article of the drafts; expected one of {known}")
    check_day(day, tables)
    touched = RULES[id](article, day, tables)
    countries = tables.units.loc[tables.units["kind"] == UnitKind.COUNTRY, "unit"]
    return tuple(unit for unit in countries if unit in touched)


def _article(row: Any) -> Article:
    if row.document not in SHORT_NAMES:
        raise ValueError(f"draft_treaties: unknown document {row.document!r}; expected one of {', '.join(SHORT_NAMES)}")
    return Article(
        id=f"{SHORT_NAMES[row.document]}-{row.article}",
        document=row.document,
        article=row.article,
        demand=row.demand,
        affected=row.affected,
        rule=row.affected_rule,
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
    past = tables.historical_states
    republics = past[(past["state_code"] == SOVIET_UNION) & (past["relation"] == Relation.PART)]
    if republics.empty or day < max(republics["end_day"]):
        return set()
    return set(republics["part_iso3"]) - {RUSSIA} - _members(article, day, tables)


def _aspirants_and_joined_since(article: Article, day: date, tables: Tables) -> set[str]:
    """States invited or on a path on that day; from the day of the draft on also those that have joined since.

    Finland and Sweden were neither in December 2021, yet a stop to enlargement would have kept them out: they count
    from the draft on. Before it nothing set them apart from other states outside, so they do not count.
    """
    units = tables.units.loc[tables.units["kind"] == UnitKind.COUNTRY, "unit"]
    parts = {unit: segment_on(tables, unit, day) for unit in units}
    asking = {
        unit for unit, part in parts.items() if part.is_state and part.status in (Status.INVITEE, Status.ASPIRANT)
    }
    if day < DRAFT_DAY:
        return asking
    return asking | (_members(article, tables.as_of, tables) - _members(article, DRAFT_DAY, tables))


RULES: dict[str, Callable[[Article, date, Tables], set[str]]] = {
    "us-4": _ex_soviet_outsiders,
    "us-5": _members_but_the_us,
    "us-6": _members_but_the_us,
    "us-7": _reported_hosts,
    "nato-4": _later_members,
    "nato-5": _members,
    "nato-6": _aspirants_and_joined_since,
    "nato-7": _ex_soviet_outsiders,
}
