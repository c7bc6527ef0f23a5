"""A year in one sentence, computed from the tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.checks import HEADLINE_SUMMARY, HEADLINE_TITLE
from data.dates import first_day, spelled
from data.rounds import Joiner, all_joiners, joiners
from data.tables import Tables, current_tables

NAMED_AT_MOST = 3
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True)
class Headline:
    """A title of at most 60 characters and a detail of at most 160."""

    title: str
    detail: str


def headline(year: int, tables: Tables | None = None) -> Headline:
    """What to say of a year: who joined, else its event, else that nothing changed.

    Raises ValueError for a year the tables do not cover.
    """
    tables = tables or current_tables()
    check_year(year, tables)
    joined = joiners(year, tables)
    event = _event(year, tables)
    if joined:
        title, detail = _founding(joined, tables) if joined[0].founder else _accession(joined, tables)
        if event:
            detail = _with(detail, f"{spelled(event.day, year=False)}: {event.title}.")
    elif event:
        title, detail = event.title, event.summary
    else:
        title, detail = f"No change: {_members(year, tables)}", _latest(year, tables)
    if year == tables.last_year:
        detail = _with(detail, f"As of {spelled(tables.as_of)}.")
    return Headline(title, detail)


def spoken(year: int, tables: Tables | None = None) -> str:
    """A year as the slider says it: `2004: 26 members, 7 joined`."""
    tables = tables or current_tables()
    check_year(year, tables)
    joined = len(joiners(year, tables))
    return f"{year}: {_members(year, tables)}" + (f", {joined} joined" if joined else "")


def check_year(year: int, tables: Tables) -> None:
    """Raise ValueError for a year the tables do not cover."""
    if not tables.first_year <= year <= tables.last_year:
        raise ValueError(f"{year} is outside the tables; expected a year from {tables.first_year} to {tables.last_year}")


@dataclass(frozen=True)
class _Event:
    day: date
    title: str
    summary: str


def _event(year: int, tables: Tables) -> _Event | None:
    events = tables.events[tables.events["headline"] & ~tables.events["after_as_of"]]
    told = (_Event(row.day, row.title, row.summary) for row in events.itertuples() if row.day.year == year)
    return next(told, None)


def _founding(founders: Sequence[Joiner], tables: Tables) -> tuple[str, str]:
    signed, in_force = first_day(tables.accessions["signed_on"].iloc[0]), founders[0].joined_on
    return (
        f"{_number(len(founders)).capitalize()} states found the alliance",
        f"They sign the treaty on {spelled(signed)}; it enters into force on {spelled(in_force, year=False)}, "
        "the day from which they are counted.",
    )


def _accession(joined: Sequence[Joiner], tables: Tables) -> tuple[str, str]:
    title = f"{_listed([one.name for one in joined])} {'joins' if len(joined) == 1 else 'join'}"
    named = len(joined) <= NAMED_AT_MOST and len(title) <= HEADLINE_TITLE
    if not named:
        title = f"{_number(len(joined)).capitalize()} countries join"
        if _is_largest(joined, tables):
            title += f", the largest round since {tables.first_year}"
    days = {one.joined_on: [other.name for other in joined if other.joined_on == one.joined_on] for one in joined}
    groups = [f"{_listed(names)} on {spelled(day, year=False)}" for day, names in days.items()]
    by_name = f"By date of accession: {_listed(groups)}."
    if len(days) == 1:
        by_name = f"{_listed([one.name for one in joined])} accede on {spelled(joined[0].joined_on, year=False)}."
    if (named and len(days) == 1) or len(by_name) > HEADLINE_SUMMARY:
        return title, _numbered(joined)
    return title, by_name


def _numbered(joined: Sequence[Joiner]) -> str:
    day = spelled(joined[0].joined_on, year=False)
    numbers = [str(one.order) for one in joined]
    if len(joined) == 1:
        return f"It accedes on {day} as member {numbers[0]}."
    between = " and " if len(joined) == len(("first", "last")) else " to "
    return f"They accede on {day} as members {numbers[0]}{between}{numbers[-1]}."


def _is_largest(joined: Sequence[Joiner], tables: Tables) -> bool:
    sizes: dict[int, int] = {}
    for one in all_joiners(tables):
        if not one.founder:
            sizes[one.joined_on.year] = sizes.get(one.joined_on.year, 0) + 1
    year = joined[0].joined_on.year
    return all(size < len(joined) for other, size in sizes.items() if other != year)


def _latest(year: int, tables: Tables) -> str:
    last_year = max(one.joined_on.year for one in all_joiners(tables) if one.joined_on.year < year)
    joined = joiners(last_year, tables)
    if joined[0].founder:
        return f"The {_number(len(joined))} founders of {last_year} are still the only members."
    if len(joined) > NAMED_AT_MOST:
        return f"The last to join were {_number(len(joined))} countries, in {last_year}."
    return f"The last to join {'was' if len(joined) == 1 else 'were'} {_listed([one.name for one in joined])}, in {last_year}."


def _members(year: int, tables: Tables) -> str:
    count = sum(one.joined_on.year <= year for one in all_joiners(tables))
    return f"{count} members"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def _with(detail: str, more: str) -> str:
    """Both sentences, or the first alone where there is no room for two."""
    both = f"{detail} {more}"
    return both if len(both) <= HEADLINE_SUMMARY else detail
