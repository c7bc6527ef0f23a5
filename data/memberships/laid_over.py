"""A membership laid over the map of another: the ground of its members, from when to when."""

from datetime import date, timedelta

from data.dates import spelled
from data.memberships.ground import ground_on, ground_runs
from data.memberships.value import Membership
from data.runs import Runs, day_number, value_at
from data.words import words


def ground_of_members(membership: Membership, day: date) -> tuple[str, ...]:
    """The units that wear the status of a member on a day, in the order of the table."""
    return tuple(unit for unit, key in ground_on(membership, day).items() if key in membership.counting)


def runs_of_members(membership: Membership) -> Runs[tuple[str, ...]]:
    """The same from when on; after `as_of` as far as it is known."""
    ground = ground_runs(membership)
    found: Runs[tuple[str, ...]] = []
    for number in sorted({0, *(start for runs in ground.values() for start, _ in runs)}):
        units = tuple(unit for unit, runs in ground.items() if _at(runs, number) in membership.counting)
        if not found or found[-1][1] != units:
            found.append((number, units))
    return found


def told_of_members(membership: Membership, day: date) -> str:
    """What that ground is called in a key: `In the European Union`, after `as_of` that it is as of then.

    On a day without members it says so, and from when there were some or until when.
    """
    said = words()["membership_choice"]["over"]
    form, when = ("told" if day <= membership.as_of else "told_after"), membership.as_of
    if not ground_of_members(membership, day):
        starts = {_day(membership, number): units for number, units in runs_of_members(membership)}
        coming = [start for start, units in starts.items() if units and start > day]
        ended = max(start for start in starts if start <= day)
        form, when = ("none_before", coming[0]) if coming else ("none_since", ended)
    return str(said[form]).format(short=membership.short, day=spelled(when))


def told_runs(membership: Membership) -> Runs[str]:
    """The same from when on."""
    after = day_number(membership.as_of + timedelta(days=1), membership.tables)
    starts = sorted({after, *(number for number, _ in runs_of_members(membership))})
    told = [(number, told_of_members(membership, _day(membership, number))) for number in starts]
    return [run for at, run in enumerate(told) if not at or told[at - 1][1] != run[1]]


def _day(membership: Membership, number: int) -> date:
    return membership.tables.first_day + timedelta(days=number)


def _at(runs: Runs[str], number: int) -> str:
    return value_at(runs, number) if runs[0][0] <= number else ""
