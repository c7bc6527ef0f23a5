"""What is asked of a membership: who had which status on a day, who joined, who left, and on which days it changed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import groupby

from data.dates import OPEN_END
from data.kept_with import kept_with
from data.memberships.former_names import former_name
from data.memberships.value import Membership, Stretch
from data.names import Names
from data.tables import Tables

DAY = timedelta(days=1)
NOTHING = ""
"""The status of who has none."""


class Turn(StrEnum):
    """What a change meant for who changed."""

    JOINED = "joined"
    LEFT = "left"
    ENDED = "ended"
    CONTINUED = "continued"
    MOVED = "moved"


@dataclass(frozen=True)
class Change:
    """A country that had another status from a day on than the day before; `again` where it had belonged before."""

    day: date
    code: str
    before: str
    after: str
    turn: Turn
    again: bool


@dataclass(frozen=True)
class Round:
    """What a year brought: who joined and who left, in the order of the days, and how many members it ended with."""

    year: int
    joined: tuple[Change, ...]
    left: tuple[Change, ...]
    total: int
    founding: bool


def check_day(membership: Membership, day: date) -> None:
    """Raise ValueError for a day the membership does not cover."""
    first, last = membership.first_day, membership.as_of
    if not first <= day <= last:
        raise ValueError(f"{day} is outside {membership.id}; expected a day from {first} to {last}")


def row_on(membership: Membership, code: str, day: date) -> Stretch | None:
    """The row that decides on a day: of several in force the one with the closest status, the longest in force."""
    in_force = (row for row in membership.rows_of.get(code, ()) if row.holds_on(day))
    return min(in_force, key=lambda row: membership.closeness[row.status], default=None)


def status_on(membership: Membership, code: str, day: date) -> str:
    """The key of the status of a country or a piece of land, "" for none."""
    row = row_on(membership, code, day)
    return row.status if row else NOTHING


@kept_with(256)
def standing_on(membership: Membership, day: date) -> dict[str, str]:
    """Every country with a status in its own name on a day, by code; not to be changed."""
    rows = ((code, row_on(membership, code, day)) for code in membership.countries)
    return {code: row.status for code, row in rows if row and not row.of}


def members_on(membership: Membership, day: date) -> frozenset[str]:
    """Who is counted as a member on a day; land that shares a member's status is none."""
    return frozenset(code for code, key in standing_on(membership, day).items() if key in membership.counting)


def counts_on(membership: Membership, day: date) -> dict[str, int]:
    """How many countries had each status on a day, in order of closeness."""
    counted = Counter(standing_on(membership, day).values())
    return {status.key: counted[status.key] for status in membership.statuses}


def turns_of(rows: Iterable[Stretch]) -> Iterator[date]:
    """The days on which rows begin or end."""
    for row in rows:
        yield row.start_day
        if row.end_day < OPEN_END:
            yield row.end_day


@kept_with()
def changes(membership: Membership) -> tuple[Change, ...]:
    """Every change of a country's status up to `as_of`, by day, those who joined first."""
    found = [change for code in membership.countries for change in _changes_of(membership, code)]
    order = {turn: place for place, turn in enumerate(Turn)}
    return tuple(sorted(found, key=lambda change: (change.day, order[change.turn], change.code)))


def _changes_of(membership: Membership, code: str) -> Iterator[Change]:
    before, belonged = NOTHING, False
    for day in sorted(set(turns_of(membership.rows_of[code]))):
        if day > membership.as_of:
            return
        row = row_on(membership, code, day)
        after = row.status if row and not row.of else NOTHING
        if after != before:
            turn = _turn(membership, code, day, before, after)
            yield Change(day, code, before, after, turn, belonged and turn is Turn.JOINED)
        belonged |= after in membership.counting
        before = after


def _turn(membership: Membership, code: str, day: date, before: str, after: str) -> Turn:
    was, now = before in membership.counting, after in membership.counting
    if was == now:
        return Turn.MOVED if after or not _is_over(membership, code, day) else Turn.ENDED
    if now:
        row = row_on(membership, code, day)
        return Turn.CONTINUED if row and row.continues else Turn.JOINED
    taken_over = any(row.continues == code and row.start_day == day for row in membership.stretches)
    if taken_over:
        return Turn.CONTINUED
    return Turn.ENDED if _is_over(membership, code, day) else Turn.LEFT


def _is_over(membership: Membership, code: str, day: date) -> bool:
    """Whether a state is gone by a day: it does not leave, it ends."""
    gone = last_days(membership).get(code)
    return gone is not None and gone <= day


@kept_with()
def last_days(membership: Membership) -> dict[str, date]:
    """The first day without it, of every state of the atlas's tables that is gone."""
    tables = membership.tables
    units = _units(tables)
    found: dict[str, date] = {}
    for row in tables.historical_states.itertuples():
        if row.state_code not in units:
            found[row.state_code] = max(row.end_day, found.get(row.state_code, row.end_day))
    return found


@kept_with()
def days_of_change(membership: Membership) -> tuple[date, ...]:
    """The days on which a country or a piece of land changed its status, the first day of the membership before all."""
    turns = {day for day in turns_of(membership.stretches) if membership.first_day <= day <= membership.as_of}
    return tuple(sorted({membership.first_day, *turns}))


def joiners(membership: Membership, year: int) -> tuple[Change, ...]:
    """Who joined in a year, in the order of the days."""
    return tuple(each for each in changes(membership) if each.day.year == year and each.turn is Turn.JOINED)


def leavers(membership: Membership, year: int) -> tuple[Change, ...]:
    """Who left in a year, in the order of the days; states that ended are none."""
    return tuple(each for each in changes(membership) if each.day.year == year and each.turn is Turn.LEFT)


def lost(membership: Membership, year: int) -> tuple[Change, ...]:
    """Who ceased to be a member in a year, in the order of the days: who left, and states that ended.

    With who joined they make up the number of members; a successor that continues a membership changes nothing.
    """
    told = (each for each in changes(membership) if each.turn in (Turn.LEFT, Turn.ENDED))
    return tuple(each for each in told if each.day.year == year and each.before in membership.counting)


@kept_with()
def rounds(membership: Membership) -> tuple[Round, ...]:
    """The founding, and every later year in which somebody joined or left."""
    turned = [each for each in changes(membership) if each.turn in (Turn.JOINED, Turn.LEFT)]
    found: list[Round] = []
    for year, group in groupby(turned, key=lambda change: change.day.year):
        told = tuple(group)
        found.append(
            Round(
                year,
                tuple(each for each in told if each.turn is Turn.JOINED),
                tuple(each for each in told if each.turn is Turn.LEFT),
                len(members_on(membership, last_day_of(membership, year))),
                founding=not found,
            )
        )
    return tuple(found)


def last_day_of(membership: Membership, year: int) -> date:
    """The day a year's picture is taken: 31 December, or `as_of` in the last year."""
    return min(date(year, 12, 31), membership.as_of)


def ended_on(membership: Membership, day: date) -> date | None:
    """The first day without the members that left last, of a membership that has none on a day; None of any other."""
    if members_on(membership, day):
        return None
    told = (each for each in changes(membership) if each.day <= day)
    return max((each.day for each in told if each.before in membership.counting), default=None)


def opening_day(membership: Membership) -> date:
    """The day that is shown where none is asked for: `as_of`, or the last full day of one that is no more."""
    ended = ended_on(membership, membership.as_of)
    return max(membership.first_day, ended - DAY) if ended else membership.as_of


def name_on(membership: Membership, code: str, day: date) -> str:
    """What a country was called on a day: as the atlas has it, else as its rows have it."""
    tables, names = membership.tables, Names.of(membership.tables)
    if code in _units(tables):
        return names.of_unit(code, within(tables, day))
    if code in last_days(membership):
        return names.of_state(code, day)
    rows_of_code = membership.rows_of[code]
    begun = [row for row in rows_of_code if row.start_day <= day]
    return begun[-1].name if begun else former_name(code, day) or rows_of_code[0].name


def within(tables: Tables, day: date) -> date:
    """A day, or the first or last that the atlas's own tables cover where they do not cover it."""
    return min(max(day, tables.first_day), tables.as_of)


@lru_cache(maxsize=8)
def _units(tables: Tables) -> frozenset[str]:
    return frozenset(tables.units["unit"])
