"""Who joined in a year is looked up; it is whoever wears a member's colour then and did not the year before."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from data.memberships.answers import rounds
from data.memberships.ground import kinds_of, unit_row_on, unit_status_on, units_of
from data.memberships.picture import days_that_differ_of, picture_of
from data.memberships.reader import current_membership
from data.memberships.value import Membership
from data.vocabulary import UnitKind


def joined(membership: Membership, day: date) -> Iterator[str]:
    """The same, unit by unit."""
    if day.year <= rounds(membership)[0].year:
        return
    before = date(day.year, 1, 1) - timedelta(days=1)
    for unit in units_of(membership):
        row, kind = unit_row_on(membership, unit, day), kinds_of(membership)[unit]
        if row is None or row.status not in membership.counting or kind == UnitKind.DEPENDENCY:
            continue
        if row.of and kind != UnitKind.PART:
            continue
        if unit_status_on(membership, unit, before) not in membership.counting:
            yield unit


@pytest.mark.parametrize("name", ["eu", "coe", "asean"])
def test_who_joined_is_looked_up(name: str) -> None:
    membership = current_membership(name)
    days = days_that_differ_of(membership)
    every = days[:: max(1, len(days) // 60)] + days[-1:]
    told = {day: picture_of(membership, day).joined for day in every}
    assert {day: each for day, each in told.items() if each != tuple(joined(membership, day))} == {}
    assert any(told.values())
