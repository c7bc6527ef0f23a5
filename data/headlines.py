"""A day in one sentence: what its year has brought up to then, computed from the tables."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.called import by_ways
from data.checks import HEADLINE_SUMMARY, HEADLINE_TITLE
from data.dates import first_day, spelled
from data.event_told import EventTold, event_told
from data.membership import members_on
from data.names import Names, short_names
from data.rounds import Joiner, all_joiners, joiners_up_to
from data.rows import rows, rows_with
from data.sentences import capitalised, in_sentence, listed, number_word, uncapitalised
from data.tables import Tables, current_tables
from data.timeline import Segment, check_day, picture_day, segments_on
from data.vocabulary import UnitKind
from data.words import Words, words

NAMED_AT_MOST = 3
CALLED = "{called}"


@dataclass(frozen=True)
class Headline:
    """A title of at most 60 characters and a detail of at most 160."""

    title: str
    detail: str


@dataclass(frozen=True)
class _Event:
    day: date
    told: EventTold
    countries: tuple[str, ...]


def headline(year: int, tables: Tables | None = None) -> Headline:
    """What to say of a whole year: the headline of the day of its picture.

    Raises ValueError for a year the tables do not cover.
    """
    return headline_on(picture_day(year, tables), tables)


def headline_on(day: date, tables: Tables | None = None) -> Headline:
    """Who joined in the year up to a day, else its event, else what moved or who came last.

    Raises ValueError for a day the tables do not cover.
    """
    tables = tables or current_tables()
    check_day(day, tables)
    return _headline(day, tables)


@lru_cache(maxsize=1024)
def _headline(day: date, tables: Tables) -> Headline:
    joined = joiners_up_to(day, tables)
    event = _event(day, tables)
    if joined:
        title, detail = _founding(joined, tables) if joined[0].founder else _accession(joined, tables)
        if event:
            detail = _with(detail, _say("event_too", day=spelled(event.day, year=False), title=event.told.title))
    elif event:
        title, detail = event.told.title, event.told.summary
    elif day < rows(tables, "accessions")[0].joined_day:
        title, detail = _before(tables)
    else:
        title, detail = _quiet(day, tables)
    if day == tables.as_of:
        detail = _with(detail, _say("as_of", day=spelled(day)))
    return Headline(title, detail)


def named_on(day: date, labels: Mapping[str, str], tables: Tables | None = None) -> tuple[str, ...]:
    """The keys of the labels that the headline of a day names; none where the headline says that nothing happened.

    Of a country of its event that had no name on the map, as Kosovo in 1999, it names the state that held it.
    """
    tables = tables or current_tables()
    event = _event(day, tables)
    if not (joiners_up_to(day, tables) or event):
        return ()
    line, names, standing = headline_on(day, tables), Names.of(tables), segments_on(tables, day)
    held = {unit: names.of_unit(unit, day) for unit in (event.countries if event else ()) if unit not in labels}
    found = {*labels_said(line, labels), *(standing[unit].state for unit in labels_said(line, held))}
    return tuple(key for key in labels if key in found)


def news_of(year: int, tables: Tables | None = None) -> str:
    """The title of a year that brought something: who joined, else its event; empty where it did not."""
    tables = tables or current_tables()
    if not tables.first_year <= year <= tables.last_year:
        return ""
    day = picture_day(year, tables)
    return headline_on(day, tables).title if joiners_up_to(day, tables) or _event(day, tables) else ""


def named_of_event(day: date, labels: Mapping[str, str], tables: Tables | None = None) -> tuple[str, ...]:
    """Those of a headline that is about an event; none where it is about who joined, whatever else it tells."""
    return () if joiners_up_to(day, tables or current_tables()) else named_on(day, labels, tables)


def concerned_on(day: date, tables: Tables | None = None) -> tuple[str, ...]:
    """The units whom the headline of a day is about, whether it names them or not: who joined, else its event's."""
    tables = tables or current_tables()
    if joined := joiners_up_to(day, tables):
        return tuple(one.unit for one in joined)
    event = _event(day, tables)
    return event.countries if event else ()


def labels_said(line: Headline, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of the labels whose names stand in a headline, in full or short; not Guinea for Guinea-Bissau."""
    short, said = short_names(), f"{line.title} {line.detail}"
    forms = {form for name in labels.values() for form in (name, short.get(name)) if form and form in said}
    found = set()
    for form in sorted(forms, key=len, reverse=True):
        said, times = re.subn(rf"(?<!\w){re.escape(form)}(?!\w)", "", said)
        if times:
            found.add(form)
    return tuple(key for key, name in labels.items() if name in found or short.get(name) in found)


def spoken(year: int, tables: Tables | None = None) -> str:
    """A year as the slider says it: `2004: 26 members, 7 joined`.

    Raises ValueError for a year the tables do not cover.
    """
    return spoken_on(picture_day(year, tables), tables)


def spoken_on(day: date, tables: Tables | None = None) -> str:
    """A day as the slider says it, `3 April 2008: 26 members`; the day of a year's picture by its year.

    Raises ValueError for a day the tables do not cover.
    """
    tables = tables or current_tables()
    check_day(day, tables)
    said = words()["timeline"]
    joined = len(joiners_up_to(day, tables))
    key = "spoken_joined" if joined else "spoken"
    return str(said[key]).format(when=when_on(day, tables), members=len(members_on(day, tables)), joined=joined)


def when_on(day: date, tables: Tables) -> str:
    """A day as it is told: 3 April 2008, or 2008 for the day of a year's picture."""
    return str(day.year) if day == picture_day(day.year, tables) else spelled(day)


def _say(key: str, **fields: object) -> str:
    return str(words()["headline"][key]).format(**fields)


def _event(day: date, tables: Tables) -> _Event | None:
    """The headline event of the year, once it has come."""
    found = (
        row
        for row in rows(tables, "events")
        if row.headline and not row.after_as_of and row.day.year == day.year and row.day <= day
    )
    row = next(found, None)
    return row and _Event(row.day, event_told(row, tables), tuple(row.countries))


def _founded(tables: Tables) -> dict[str, str]:
    founders = [one for one in all_joiners(tables) if one.founder]
    signed = first_day(tables.accessions["signed_on"].iloc[0])
    return {
        "Number": number_word(len(founders)).capitalize(),
        "signed": spelled(signed),
        "in_force": spelled(founders[0].joined_on, year=False),
    }


def _founding(founders: Sequence[Joiner], tables: Tables) -> tuple[str, str]:
    fields = _founded(tables) | {"Number": number_word(len(founders)).capitalize()}
    return _say("founding_title", **fields), _say("founding_detail", **fields)


def _before(tables: Tables) -> tuple[str, str]:
    """The days before the treaty was in force."""
    fields = _founded(tables) | {"signed": spelled(first_day(tables.accessions["signed_on"].iloc[0]), year=False)}
    return _say("before_title"), _say("before_detail", **fields)


def _accession(joined: Sequence[Joiner], tables: Tables) -> tuple[str, str]:
    """Few joiners stand in the title and their numbers in the detail; many the other way round."""
    names = capitalised(listed([in_sentence(one.name) for one in joined]))
    title = _say("joins_one" if len(joined) == 1 else "joins_many", names=names)
    named = len(joined) <= NAMED_AT_MOST and len(title) <= HEADLINE_TITLE
    if not named:
        title = _say("countries_join", Number=number_word(len(joined)).capitalize())
        if _is_largest(joined, tables):
            title = _say("largest", title=title, year=tables.first_year)
    days = list(dict.fromkeys(one.joined_on for one in joined))
    if len(days) > 1:
        groups = [[in_sentence(one.name) for one in joined if one.joined_on == day] for day in days]
        dated = [
            _say("on_day", names=listed(group), day=spelled(day, year=False))
            for day, group in zip(days, groups, strict=True)
        ]
        detail = _say("one_after_another", dated=listed(dated))
    elif named:
        detail = _numbered(joined)
    else:
        key = "accedes_one" if len(joined) == 1 else "accedes_many"
        detail = _say(key, names=names, day=spelled(days[0], year=False))
    return title, detail if len(detail) <= HEADLINE_SUMMARY else _numbered(joined)


def _numbered(joined: Sequence[Joiner]) -> str:
    fields = {
        "day": spelled(joined[0].joined_on, year=False),
        "first": joined[0].order,
        "last": joined[-1].order,
    }
    key = {1: "member_number", 2: "member_numbers_two"}.get(joined[-1].order - joined[0].order + 1, "member_numbers")
    return _say(key, **fields)


def _is_largest(joined: Sequence[Joiner], tables: Tables) -> bool:
    year = joined[0].joined_on.year
    others = [one.joined_on.year for one in all_joiners(tables) if not one.founder and one.joined_on.year != year]
    return all(others.count(other) < len(joined) for other in others)


def _quiet(day: date, tables: Tables) -> tuple[str, str]:
    members = len(members_on(day, tables))
    moves = _moves(day, tables)
    if moves and len(moves) <= HEADLINE_SUMMARY:
        return _say("still", n=members), moves
    is_whole_year = day == picture_day(day.year, tables)
    return _say("no_change" if is_whole_year else "no_change_so_far", n=members), _latest(day, tables)


def _moves(day: date, tables: Tables) -> str:
    """Which countries changed their status between the picture of the year before and a day."""
    said, names = words()["headline"], Names.of(tables)
    before, today = (segments_on(tables, each) for each in (picture_day(day.year - 1, tables), day))
    movers: dict[tuple[str, str], list[str]] = {}
    for row in rows_with(tables, "units", "kind", UnitKind.COUNTRY):
        was, now = before[row.unit], today[row.unit]
        if was.status != now.status:
            verbs = _verbs(was, now, said)
            movers.setdefault(verbs, []).append(in_sentence(names.of_state(now.state, day)))
    told = []
    for (one, many), who in movers.items():
        told.append((many if len(who) > 1 else one).format(names=listed(list(dict.fromkeys(who)))))
    return _say("moves_end", moves=capitalised("; ".join(told))) if told else ""


def _verbs(was: Segment, now: Segment, said: Words) -> tuple[str, str]:
    """What a change of status is called, of one country and of many."""
    found = said["moves"].get(now.status) or said["exits"].get(was.status)
    if found is None:
        return said["partnership_ends_one"], said["partnership_ends_many"]
    called = _called(now)
    return found["one"].replace(CALLED, called), found["many"].replace(CALLED, called)


def _called(part: Segment) -> str:
    """What the status of a country is called within a sentence, by its ways into it where these name it."""
    ways = words()["way_into"].get(part.status, {"named": ()})["named"]
    return uncapitalised(by_ways(part.status, set(part.formats).intersection(ways)).label) if ways else ""


def _latest(day: date, tables: Tables) -> str:
    last_year = max(one.joined_on.year for one in all_joiners(tables) if one.joined_on.year < day.year)
    joined = [one for one in all_joiners(tables) if one.joined_on.year == last_year]
    number = number_word(len(joined))
    if joined[0].founder:
        return _say("founders_only", number=number, year=last_year)
    if len(joined) > NAMED_AT_MOST:
        return _say("last_to_join_many", number=number, year=last_year)
    key = "last_to_join" if len(joined) == 1 else "last_to_join_two"
    return _say(key, names=listed([in_sentence(one.name) for one in joined]), year=last_year)


def _with(detail: str, more: str) -> str:
    """Both sentences, or the first alone where there is no room for two."""
    both = f"{detail} {more}"
    return both if len(both) <= HEADLINE_SUMMARY else detail
