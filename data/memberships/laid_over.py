"""A membership laid over the map of another: the ground of its members, from when to when."""

from datetime import date

from data.dates import spelled
from data.memberships.ground import ground_on, ground_runs
from data.memberships.value import Membership
from data.runs import Runs, value_at
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
    """What that ground is called in a key: `In the European Union`, after `as_of` that it is as of then."""
    said = words()["membership_choice"]["over"]
    form = "told" if day <= membership.as_of else "told_after"
    return str(said[form]).format(short=membership.short, day=spelled(membership.as_of))


def _at(runs: Runs[str], number: int) -> str:
    return value_at(runs, number) if runs[0][0] <= number else ""
