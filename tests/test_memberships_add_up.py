"""Who joined, without who left and whose state ended, are the members: on every day, of every membership."""

import json

import pytest

from data.memberships.answers import days_of_change, joiners, last_day_of, lost, members_on
from data.memberships.nato import nato
from data.memberships.reader import current_membership, membership_ids
from data.memberships.value import Membership
from data.tables import current_tables
from geo.wire.assets import current_assets

ALL = [nato(current_tables()), *map(current_membership, membership_ids())]


@pytest.mark.parametrize("membership", ALL, ids=lambda membership: membership.id)
def test_who_came_without_who_went_are_the_members(membership: Membership) -> None:
    years = range(membership.first_day.year, membership.as_of.year + 1)
    came = [change.day for year in years for change in joiners(membership, year)]
    went = [change.day for year in years for change in lost(membership, year)]
    assert came
    for day in days_of_change(membership):
        reckoned = sum(each <= day for each in came) - sum(each <= day for each in went)
        assert reckoned == len(members_on(membership, day)), day


@pytest.mark.parametrize("id_", membership_ids())
def test_the_flags_of_a_timeline_add_up(id_: str) -> None:
    """Those of the Council of Europe in 1993 with Czechoslovakia, which did not leave: it ended."""
    rounds = json.loads(current_assets().file(f"facts-{id_}.json").body)["rounds"]
    membership, members = current_membership(id_), 0
    for one in rounds:
        members += len(one["units"]) - len(one["left"])
        assert members == one["total"], one["year"]
    assert members == len(members_on(membership, membership.as_of))
    if id_ == "coe":
        assert [one["left"] for one in rounds if one["year"] == 1993] == [["CSK"]]


def test_a_state_that_another_continues_takes_no_member_away() -> None:
    council = current_membership("coe")
    assert lost(council, 2006) == ()
    assert [change.code for change in lost(council, 2022)] == ["RUS"]
    assert last_day_of(council, 2022) > lost(council, 2022)[0].day
