"""The picture of a day of any membership: the same value as that of NATO, for every renderer that takes one.

Borders and names are those of the day, as far as the atlas's tables reach. There is no front line and no force on it,
and the ground in dispute is the only one under a pattern.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any

from data.called import Called
from data.concerned import untold_of, with_labels_of
from data.kept_with import kept_with
from data.membership import states_on
from data.memberships.answers import (
    check_day,
    counts_on,
    days_of_change,
    joiners,
    last_day_of,
    name_on,
    opening_day,
    rounds,
    standing_on,
    within,
)
from data.memberships.checks import countries
from data.memberships.dependencies import dependencies
from data.memberships.former_names import former_name, former_names
from data.memberships.ground import all_runs, code_of, kinds_of, unit_row_on, unit_status_on, units_of
from data.memberships.headlines import concerned_on, headline_on, named_of_event, named_on
from data.memberships.land_notes import notes_of
from data.memberships.named_from import named_from
from data.memberships.value import Membership
from data.overlays import STYLES, units_under
from data.picture import Picture, UnitPicture, land_on, land_turns, state_turns, units_on
from data.runs import day_number
from data.vocabulary import Overlay, Status, StatusKey, UnitKind
from data.words import phrase

DAY = timedelta(days=1)
NONE: StatusKey = Status.NONE


def picture_of(membership: Membership, day: date) -> Picture:
    """The picture of a day; raises ValueError for a day the membership does not cover."""
    check_day(membership, day)
    turns = _ground_turns(membership)
    ground = _ground(membership, turns[bisect_right(turns, day) - 1])
    ground_day, joined = within(membership.tables, day), tuple(_joined(membership, day))
    named, codes = named_on(membership, day, ground["labels"]), concerned_on(membership, day)
    concerned = with_labels_of(codes, named_of_event(membership, day, ground["labels"]), ground)
    return Picture(
        day=day,
        ground_day=ground_day,
        joined=joined,
        joined_count=sum(each.day <= day for each in joiners(membership, day.year)),
        forces=(),
        drafts={},
        headline=headline_on(membership, day),
        named=named,
        concerned=concerned,
        untold=() if joined else untold_of(codes, concerned, named, ground),
        captions={},
        area={},
        ground_notes=notes_of(membership, day, ground["labels"]),
        west_berlin=None,
        measures=None,
        changed_on=max(turn for turn in _status_turns(membership) if turn <= day),
        tables=membership.tables,
        membership=membership,
        **ground,
    )


def with_none(picture: Picture) -> dict[StatusKey, int]:
    """The counts of a membership's picture, and of how many states of that time had no status: a key explains both."""
    if picture.membership is None:
        return dict(picture.counts)
    membership, standing = picture.membership, standing_on(picture.membership, picture.day)
    states = states_on(picture.ground_day, picture.tables)
    return {**picture.counts, NONE: sum(code_of(membership, state) not in standing for state in states)}


def labels_of(membership: Membership) -> dict[StatusKey, str]:
    """What each status is called, in their order, and at last what having none is."""
    told = {status.key: status.label for status in membership.statuses}
    return {**told, NONE: phrase("membership_atlas", "status", NONE, "label")}


def picture_of_year(membership: Membership, year: int) -> Picture:
    """The picture of a year: of its last day, or of `as_of`; raises ValueError for a year it does not cover."""
    first, last = membership.first_day.year, membership.as_of.year
    if not first <= year <= last:
        raise ValueError(f"{year} is outside {membership.id}; expected a year from {first} to {last}")
    return picture_of(membership, last_day_of(membership, year))


@kept_with(64)
def _ground(membership: Membership, day: date) -> dict[str, Any]:
    """What stays the same from one turn to the next, whatever the year."""
    tables, ground_day = membership.tables, within(membership.tables, day)
    units = dict(_units(membership, day))
    return {
        "units": units,
        "called": dict(_without_shape(membership, day, {here.status for here in units.values()})),
        "overlays": {each: units_under(each, ground_day, tables) if each in STYLES else () for each in Overlay},
        **_land(membership, day),
        "counts": counts_on(membership, day),
    }


def _without_shape(
    membership: Membership, day: date, worn: Collection[StatusKey]
) -> Iterator[tuple[StatusKey, Called]]:
    """What statuses are called that no ground of any map wears: by whom they were had, of whom no shape is drawn."""
    standing = standing_on(membership, day)
    for status in membership.statuses:
        names = sorted(name_on(membership, code, day) for code, key in standing.items() if key == status.key)
        if names and status.key not in worn:
            label = phrase("key", "no_shape", label=status.label, names=", ".join(names))
            yield status.key, Called(label, status.meaning, status.label)


def _land(membership: Membership, day: date) -> dict[str, Any]:
    """What holds of the land, with the names of the countries that the atlas has no unit for."""
    told, others = land_on(within(membership.tables, day), membership.tables), _others(membership, day)
    own = membership.rows_of.keys() | (others.keys() - dependencies().keys())
    named = {code: name for code, name in others.items() if code in own and _is_named(membership, code, day)}
    return {**told, "labels": {**told["labels"], **named}}


def _is_named(membership: Membership, code: str, day: date) -> bool:
    """Whether a country that the atlas has no unit for was a state on a day, or belongs to the membership."""
    start = named_from().get(code)
    return start is None or start.day <= day or any(row.holds_on(day) for row in membership.rows_of.get(code, ()))


@kept_with()
def _others(membership: Membership, day: date) -> dict[str, str]:
    """The countries that the atlas has no unit for, with what they were called on a day where rows tell."""

    def called(code: str) -> str:
        return name_on(membership, code, day) if code in membership.rows_of else former_name(code, day)

    return {code: called(code) or name for code, name in countries().items()}


def _units(membership: Membership, day: date) -> Iterator[tuple[str, UnitPicture]]:
    ground, others = units_on(within(membership.tables, day), membership.tables), _others(membership, day)
    number, known = day_number(day, membership.tables), _known_units(membership)
    for unit, (numbers, worn) in _worn(membership).items():
        status, since = worn[bisect_right(numbers, number) - 1]
        here = ground.get(unit)
        state, relation, name = (here.state, here.relation, here.name) if here else (unit, "", others[unit])
        told = (status, state, since, relation, name)
        yield unit, known.get(told) or known.setdefault(told, UnitPicture(*told))


@kept_with()
def _known_units(membership: Membership) -> dict[tuple[StatusKey, str, str, str, str], UnitPicture]:
    """What units were on the days asked for, each value made once: lists of what lasts compare those of all days."""
    return {}


@kept_with()
def _worn(membership: Membership) -> dict[str, tuple[list[int], list[tuple[StatusKey, str]]]]:
    """By unit, the days by number from which on it wears something else; what it wears then, and since when."""
    first = membership.tables.first_day
    return {
        unit: (
            [number for number, _ in runs],
            [(key or NONE, _since(membership, unit, first + timedelta(days=number))) for number, key in runs],
        )
        for unit, runs in all_runs(membership).items()
    }


def _since(membership: Membership, unit: str, start: date) -> str:
    """The day from which a unit has what it wears, at the precision of the row that gave or ended it.

    Empty for a unit that never had anything else.
    """
    row = unit_row_on(membership, unit, start)
    if row is not None:
        return row.since if row.start_day == start else start.isoformat()
    if start == membership.first_day:
        return ""
    before = unit_row_on(membership, unit, start - DAY)
    return before.until if before is not None and before.end_day == start else start.isoformat()


def _joined(membership: Membership, day: date) -> Iterator[str]:
    """The units that came to wear a member's colour in the year up to the day, as countries or with their country."""
    told = rounds(membership)
    if not told or day.year <= told[0].year:
        return
    before = date(day.year, 1, 1) - DAY
    numbers, came = _arrivals(membership)
    first, last = (day_number(each, membership.tables) for each in (before, day))
    found = came[bisect_right(numbers, first) : bisect_right(numbers, last)]
    for _, unit in sorted(set(found)):
        row, kind = unit_row_on(membership, unit, day), kinds_of(membership)[unit]
        if row is None or row.status not in membership.counting or kind == UnitKind.DEPENDENCY:
            continue
        is_land = bool(row.of) and kind != UnitKind.PART  # as French Algeria was, which joined nothing
        if not is_land and unit_status_on(membership, unit, before) not in membership.counting:
            yield unit


@kept_with()
def _arrivals(membership: Membership) -> tuple[tuple[int, ...], tuple[tuple[int, str], ...]]:
    """The days, by number, on which a unit came to wear a member's colour, and which with its place among all."""
    found: list[tuple[int, int, str]] = []
    for place, unit in enumerate(units_of(membership)):
        before = NONE
        for number, status in all_runs(membership)[unit]:
            if status in membership.counting and before not in membership.counting:
                found.append((number, place, unit))
            before = status
    found.sort()
    return tuple(number for number, *_ in found), tuple((place, unit) for _, place, unit in found)


# ---------------------------------------------------------------------- when pictures differ


@kept_with()
def days_that_differ_of(membership: Membership) -> tuple[date, ...]:
    """Every day whose picture may differ from that of the day before, in order; the first day is among them."""
    first, last = membership.first_day, membership.as_of
    turns = {last, opening_day(membership), *_ground_turns(membership), *_status_turns(membership)}
    turns |= {each.day for each in membership.events}
    turns |= {date(year, month, day) for year in range(first.year, last.year + 1) for month, day in ((1, 1), (12, 31))}
    return tuple(sorted(day for day in turns if first <= day <= last))


@kept_with()
def _ground_turns(membership: Membership) -> tuple[date, ...]:
    """Every day on which a status, a state, a name or ground in dispute may change, in order."""
    turns = land_turns(membership.tables).union(days_of_change(membership))
    if not membership.rows_of.keys().isdisjoint(countries()):  # else no view of it shows them
        turns |= {each.day for each in named_from().values()}
        turns |= {day for each in former_names() for day in (each.start, each.end)}
    return tuple(sorted(day for day in turns if membership.first_day <= day <= membership.as_of))


@kept_with()
def _status_turns(membership: Membership) -> tuple[date, ...]:
    """The days on which a unit's status or state changed, the first day before all."""
    first = membership.tables.first_day
    turns = {first + timedelta(days=number) for runs in all_runs(membership).values() for number, _ in runs}
    states = {day for day in state_turns(membership.tables) if day > membership.first_day}
    return tuple(sorted({membership.first_day, *turns, *states}))
