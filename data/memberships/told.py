"""What a picture, a film or a lesson tells: NATO by the atlas's own tables, or any other membership."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from data.dates import spelled
from data.gate.text import cut
from data.kept_with import kept_with
from data.memberships.answers import joiners, last_day_of, name_on, opening_day
from data.memberships.picture import picture_of, picture_of_year
from data.memberships.value import Membership
from data.picture import Picture, picture_on
from data.rounds import joiners_up_to
from data.sentences import capitalised
from data.source_order import in_order, rank
from data.tables import Tables
from data.timeline import picture_day
from data.words import phrase

Told = Tables | Membership
NAMED_SOURCES = 3
OF_THE_FIRST = 0.25
"""As many dates as this part of those that the first of the sources gave, each has to give that is named among many."""


@dataclass(frozen=True)
class Cited:
    """A source as a list of sources has it."""

    producer: str
    title: str
    published: str
    url: str


def membership_of(told: Told) -> Membership | None:
    """The membership that is told; None for NATO by the atlas's own tables."""
    return told if isinstance(told, Membership) else None


def tables_of(told: Told) -> Tables:
    """The tables by which states, borders and names are told."""
    return told.tables if isinstance(told, Membership) else told


def picture_when(when: int | date, told: Told) -> Picture:
    """The picture of a day, or of a year, which is that of its last day; raises ValueError for one not covered."""
    if isinstance(told, Membership):
        return picture_of_year(told, when) if isinstance(when, int) else picture_of(told, when)
    return picture_on(picture_day(when, told) if isinstance(when, int) else when, told)


def day_of_year(year: int, told: Told) -> date:
    """The day a year's picture is taken."""
    return last_day_of(told, year) if isinstance(told, Membership) else picture_day(year, told)


def opening_day_of(told: Told) -> date:
    """The day that is shown where none is asked for: the last, or that of a membership that is no more."""
    return opening_day(told) if isinstance(told, Membership) else told.as_of


def years_of(told: Told) -> range:
    """Every year with a picture."""
    return range(told.first_day.year, told.as_of.year + 1)


def joined_by(picture: Picture) -> list[str]:
    """The names of those who joined in the year of a picture up to its day."""
    day, membership = picture.day, picture.membership
    if membership is None:
        return [joiner.name for joiner in joiners_up_to(day, picture.tables)]
    return [name_on(membership, each.code, each.day) for each in joiners(membership, day.year) if each.day <= day]


def as_of_told(told: Told) -> str:
    """Up to which day the facts go; of a membership, whose these are: its table may end on another day than NATO's."""
    day = spelled(told.as_of)
    if isinstance(told, Membership):
        return phrase("membership_atlas", "footer", "as_of", Short=capitalised(told.short)).format(date=day)
    return phrase("footer", "as_of", date=day)


# ---------------------------------------------------------------------- sources


def cited(ids: Iterable[str], told: Told) -> list[Cited]:
    """The sources with these ids, each once, in the order of sources; KeyError for one there is not."""
    return cited_as_given(ids_in_order(ids, told), told)


def cited_as_given(ids: Iterable[str], told: Told) -> list[Cited]:
    """The sources with these ids, in their order, as where they are numbered; KeyError for one there is not."""
    by_id = _cited(told)
    return [by_id[id_] for id_ in ids]


def ids_in_order(ids: Iterable[str], told: Told) -> list[str]:
    """The ids of sources, each once, in the order of sources."""
    return in_order(ids, {id_: one.producer for id_, one in _cited(told).items()})


@kept_with()
def _cited(told: Told) -> dict[str, Cited]:
    if isinstance(told, Membership):
        return {one.id: Cited(one.producer, one.title, one.published, one.url) for one in told.sources}
    found = told.sources.fillna("")
    return {row.id: Cited(row.producer, row.title, str(row.date_published), row.url) for row in found.itertuples()}


def is_own(membership: Membership) -> bool:
    """Whether it comes from a table that somebody brought along."""
    own = phrase("own_table", "told", "producer")
    return {source.producer for source in membership.sources} == {own}


def dates_from(membership: Membership) -> str:
    """Where the dates of a membership come from: those who gave most of them, or the file of a table of one's own."""
    if is_own(membership):
        file = PurePath(membership.sources[0].title).name
        return phrase("membership", "dates", "own", file=cut(file))
    names, more = _producers(membership)
    if not more:
        return phrase("membership", "dates", "few", names="; ".join(names)) if names else ""
    return phrase("membership", "dates", "many", names="; ".join(names), n=more)


def dates_of_other(membership: Membership) -> str:
    """Where the dates of a membership come from that is laid over another."""
    names, more = _producers(membership)
    said = "of_few" if not more else "of_many"
    return phrase("membership", "dates", said, short=membership.short, names="; ".join(names), n=more)


def _producers(membership: Membership) -> tuple[list[str], int]:
    """Those who gave most of the dates, in the order of sources, and how many others there are; of a few all."""
    producer = {source.id: source.producer for source in membership.sources}
    used = Counter(producer[id_] for row in membership.stretches for id_ in row.sources if id_ in producer)
    counted = used.most_common()
    if len(counted) <= NAMED_SOURCES + 1:
        return sorted((name for name, _ in counted), key=rank), 0
    named = [name for name, dates in counted[:NAMED_SOURCES] if dates >= OF_THE_FIRST * counted[0][1]]
    return sorted(named, key=rank), len(counted) - len(named)
