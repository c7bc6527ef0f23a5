"""A year in one sentence, computed from the tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.checks import HEADLINE_SUMMARY, HEADLINE_TITLE
from data.dates import first_day, spelled
from data.rounds import Joiner, all_joiners, joiners, state_names
from data.tables import Tables, current_tables
from data.timeline import picture_day, segment_on
from data.vocabulary import Status, UnitKind

NAMED_AT_MOST = 3
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MOVES = {
    Status.MEMBER: ("joins", "join"),
    Status.INVITEE: ("is invited to join", "are invited to join"),
    Status.ASPIRANT: ("becomes an aspirant", "become aspirants"),
    Status.SUSPENDED_PARTNER: ("is suspended as a partner", "are suspended as partners"),
    Status.PARTNER: ("becomes a partner", "become partners"),
    Status.DIALOGUE_PARTNER: ("becomes a dialogue partner", "become dialogue partners"),
    Status.EASTERN_BLOC: ("enters the eastern bloc", "enter the eastern bloc"),
}
EXITS = {
    Status.MEMBER: ("leaves the treaty area", "leave the treaty area"),
    Status.EASTERN_BLOC: ("leaves the eastern bloc", "leave the eastern bloc"),
}
PARTNERSHIP_ENDS = ("is no longer a partner", "are no longer partners")


@dataclass(frozen=True)
class Headline:
    """A title of at most 60 characters and a detail of at most 160."""

    title: str
    detail: str


@dataclass(frozen=True)
class _Event:
    day: date
    title: str
    summary: str


def headline(year: int, tables: Tables | None = None) -> Headline:
    """What to say of a year: who joined, else its event, else what moved or who came last.

    Raises ValueError for a year the tables do not cover.
    """
    tables = tables or current_tables()
    picture_day(year, tables)
    joined = joiners(year, tables)
    event = _event(year, tables)
    if joined:
        title, detail = _founding(joined, tables) if joined[0].founder else _accession(joined, tables)
        if event:
            detail = _with(detail, f"{spelled(event.day, year=False)}: {event.title}.")
    elif event:
        title, detail = event.title, event.summary
    else:
        title, detail = _quiet(year, tables)
    if year == tables.last_year:
        detail = _with(detail, f"As of {spelled(tables.as_of)}.")
    return Headline(title, detail)


def spoken(year: int, tables: Tables | None = None) -> str:
    """A year as the slider says it: `2004: 26 members, 7 joined`.

    Raises ValueError for a year the tables do not cover.
    """
    tables = tables or current_tables()
    picture_day(year, tables)
    joined = len(joiners(year, tables))
    return f"{year}: {_members(year, tables)} members" + (f", {joined} joined" if joined else "")


def _event(year: int, tables: Tables) -> _Event | None:
    events = tables.events[tables.events["headline"] & ~tables.events["after_as_of"]]
    told = (_Event(row.day, row.title, row.summary) for row in events.itertuples() if row.day.year == year)
    return next(told, None)


def _founding(founders: Sequence[Joiner], tables: Tables) -> tuple[str, str]:
    signed, in_force = first_day(tables.accessions["signed_on"].iloc[0]), founders[0].joined_on
    return (
        f"{number_word(len(founders)).capitalize()} states found the alliance",
        f"They sign the treaty on {spelled(signed)}; it enters into force on {spelled(in_force, year=False)}, "
        "the day from which they are counted.",
    )


def _accession(joined: Sequence[Joiner], tables: Tables) -> tuple[str, str]:
    """Few joiners stand in the title and their numbers in the detail; many the other way round."""
    names = listed([one.name for one in joined])
    title = f"{names} {'joins' if len(joined) == 1 else 'join'}"
    named = len(joined) <= NAMED_AT_MOST and len(title) <= HEADLINE_TITLE
    if not named:
        title = f"{number_word(len(joined)).capitalize()} countries join"
        if _is_largest(joined, tables):
            title += f", the largest round since {tables.first_year}"
    days = list(dict.fromkeys(one.joined_on for one in joined))
    if len(days) > 1:
        groups = [[one.name for one in joined if one.joined_on == day] for day in days]
        dated = [f"{listed(group)} on {spelled(day, year=False)}" for day, group in zip(days, groups, strict=True)]
        detail = f"They accede one after another: {listed(dated)}."
    elif named:
        detail = _numbered(joined)
    else:
        detail = f"{names} {'accedes' if len(joined) == 1 else 'accede'} on {spelled(days[0], year=False)}."
    return title, detail if len(detail) <= HEADLINE_SUMMARY else _numbered(joined)


def _numbered(joined: Sequence[Joiner]) -> str:
    day, first, last = spelled(joined[0].joined_on, year=False), joined[0].order, joined[-1].order
    if first == last:
        return f"It accedes on {day} as member {first}."
    return f"They accede on {day} as members {first} {'and' if last == first + 1 else 'to'} {last}."


def _is_largest(joined: Sequence[Joiner], tables: Tables) -> bool:
    year = joined[0].joined_on.year
    others = [one.joined_on.year for one in all_joiners(tables) if not one.founder and one.joined_on.year != year]
    return all(others.count(other) < len(joined) for other in others)


def _quiet(year: int, tables: Tables) -> tuple[str, str]:
    moves = _moves(year, tables)
    if moves and len(moves) <= HEADLINE_SUMMARY:
        return f"Still {_members(year, tables)} members", moves
    return f"No change: {_members(year, tables)} members", _latest(year, tables)


def _moves(year: int, tables: Tables) -> str:
    """Which countries changed their status between the pictures of two years."""
    today, names = picture_day(year, tables), state_names(tables)
    before = picture_day(year - 1, tables)
    movers: dict[tuple[str, str], list[str]] = {}
    for unit in tables.units.loc[tables.units["kind"] == UnitKind.COUNTRY, "unit"]:
        was, now = segment_on(tables, unit, before), segment_on(tables, unit, today)
        if was.status != now.status:
            verbs = MOVES.get(now.status) or EXITS.get(was.status, PARTNERSHIP_ENDS)
            movers.setdefault(verbs, []).append(names[now.state])
    told = [f"{listed(list(dict.fromkeys(who)))} {verbs[len(who) > 1]}" for verbs, who in movers.items()]
    return f"{'; '.join(told)}." if told else ""


def _latest(year: int, tables: Tables) -> str:
    last_year = max(one.joined_on.year for one in all_joiners(tables) if one.joined_on.year < year)
    joined = joiners(last_year, tables)
    if joined[0].founder:
        return f"The {number_word(len(joined))} founders of {last_year} are still the only members."
    if len(joined) > NAMED_AT_MOST:
        return f"The last to join were {number_word(len(joined))} countries, in {last_year}."
    names = listed([one.name for one in joined])
    return f"The last to join {'was' if len(joined) == 1 else 'were'} {names}, in {last_year}."


def _members(year: int, tables: Tables) -> int:
    return sum(one.joined_on.year <= year for one in all_joiners(tables))


def listed(names: Sequence[str]) -> str:
    """At least one name as a sentence has them: `Czechia, Hungary and Poland`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def number_word(count: int) -> str:
    """A number as a sentence has it: in letters up to twelve."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def _with(detail: str, more: str) -> str:
    """Both sentences, or the first alone where there is no room for two."""
    both = f"{detail} {more}"
    return both if len(both) <= HEADLINE_SUMMARY else detail
