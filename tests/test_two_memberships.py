"""Two memberships of one day: who belongs to both, to one only, and what is said of it."""

import csv
import io
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from data.memberships.answers import members_on
from data.memberships.compare import (
    NAMED_AT_MOST,
    Comparison,
    Shared,
    common_days,
    compared,
    comparison_csv,
    said_of,
    sentence,
)
from data.memberships.nato import nato
from data.memberships.reader import current_membership, membership_ids
from data.memberships.value import Membership, Status, Stretch
from data.tables import current_tables

TABLES = current_tables()
ALL = {"nato": nato(TABLES)} | {id_: current_membership(id_) for id_ in membership_ids()}
PAIRS = [pair for pair in combinations(ALL, 2) if common_days(ALL[pair[0]], ALL[pair[1]])]
ENLARGEMENT = date(2004, 5, 1)
JOINS = ("{names} joins", "{names} join", "{names} leaves", "{names} leave")
STATUSES = Status("in", "Member", "Belongs", 1, True, *JOINS), Status("near", "Guest", "Near", 2, False, *JOINS)


def codes(rows: tuple[Shared, ...]) -> set[str]:
    return {row.code for row in rows}


def league(*rows: Stretch) -> Membership:
    """A membership that lay in no file."""
    return Membership("own", "A league", "the league", date(1950, 1, 1), date(2020, 12, 31), STATUSES, rows, TABLES)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Membership, Membership, date]:
    first, second = (ALL[id_] for id_ in draw(st.sampled_from(PAIRS)))
    days = common_days(first, second)
    assert days
    return first, second, draw(st.dates(*days))


@st.composite
def leagues(draw: st.DrawFn) -> Membership:
    """Rows of a few countries with gaps, overlaps, land apart and states that are gone."""
    stretch = st.builds(
        lambda code, status, start, days, of: Stretch(
            code, code, status, start, start + timedelta(days=days), of=of if of != code else ""
        ),
        st.sampled_from(["DEU", "FRG", "DDR", "CSK", "CZE", "GRL", "DNK", "KEN"]),
        st.sampled_from(["in", "near"]),
        st.dates(date(1950, 1, 1), date(2000, 1, 1)),
        st.integers(1, 20_000),
        st.sampled_from(["", "", "DNK"]),
    )
    return league(*draw(st.lists(stretch, max_size=12)))


def holds(told: Comparison) -> None:
    """The three groups hold every member of either once, and each in the group where it belongs."""
    groups = [codes(told.both), codes(told.first_only), codes(told.second_only)]
    assert sum(map(len, groups)) == len(set().union(*groups)) == len(told.rows)
    for row in told.rows:
        belongs = tuple(bool(each and each.member) for each in (row.first, row.second))
        assert belongs == (row.code not in groups[2], row.code not in groups[1]), row
        assert all(bool(each.since) == each.member for each in (row.first, row.second) if each)


@given(pairs())
def test_the_groups_are_the_members_of_both_and_of_either(given_: tuple[Membership, Membership, date]) -> None:
    first, second, day = given_
    told = compared(first, second, day)
    one, other = members_on(first, day), members_on(second, day)
    assert (codes(told.both), codes(told.first_only), codes(told.second_only)) == (
        one & other,
        one - other,
        other - one,
    )
    holds(told)


@given(pairs())
def test_the_other_way_round_the_same_is_told(given_: tuple[Membership, Membership, date]) -> None:
    first, second, day = given_
    told, other = compared(first, second, day), compared(second, first, day)
    assert told.both == tuple(Shared(row.code, row.name, row.second, row.first) for row in other.both)
    assert codes(told.first_only) == codes(other.second_only)
    assert codes(told.second_only) == codes(other.first_only)


@settings(max_examples=40)
@given(leagues(), leagues(), st.dates(date(1950, 1, 1), date(2020, 12, 31)))
def test_any_rows_partition(first: Membership, second: Membership, day: date) -> None:
    told = compared(first, second, day)
    holds(told)
    assert len(told.both) + len(told.first_only) <= len(members_on(first, day))
    assert sentence(told).endswith(".")
    assert len(list(csv.DictReader(io.StringIO(comparison_csv(told))))) == len(told.rows)


@settings(max_examples=40)
@given(leagues(), st.dates(date(1950, 1, 1), date(2020, 12, 31)))
def test_with_itself_all_is_shared(one: Membership, day: date) -> None:
    assume(members_on(one, day))
    told = compared(one, one, day)
    assert told.both == told.rows


def test_the_day_of_the_large_enlargement_in_a_sentence() -> None:
    assert sentence(compared(ALL["nato"], ALL["eu"], ENLARGEMENT)) == (
        "On 1 May 2004, 19 countries belong to both NATO and the European Union; 7 to NATO only (Bulgaria, Canada, "
        "Iceland, Norway, Romania, Turkey and the United States); 6 to the European Union only (Austria, Cyprus, "
        "Finland, Ireland, Malta and Sweden)."
    )


def test_many_are_counted_and_nobody_is_said() -> None:
    told = compared(ALL["nato"], ALL["warsaw_pact"], date(1990, 9, 30))
    assert len(told.first_only) > NAMED_AT_MOST
    assert sentence(told).startswith(
        "On 30 September 1990, no country belongs to both NATO and the Warsaw Pact; 16 to NATO only; 6 to the Warsaw"
    )
    assert "none to the European Union only" in sentence(compared(ALL["nato"], ALL["eu"], date(1960, 1, 1)))


def test_west_germany_is_one_country_whatever_a_list_calls_it() -> None:
    listed = league(Stretch("FRG", "West Germany", "in", date(1955, 1, 1), date(1990, 10, 3)))
    (row,) = [each for each in compared(ALL["nato"], listed, date(1960, 1, 1)).both if each.code == "DEU"]
    assert row.name == "West Germany"
    assert row.second
    assert row.second.since == "1955-01-01"
    assert [each.name for each in compared(listed, ALL["eu"], date(1960, 1, 1)).both] == ["West Germany"]


def test_who_is_no_member_is_told_by_its_status_and_land_apart_counts_nowhere() -> None:
    told = {row.code: row for row in compared(ALL["nato"], ALL["eu"], ENLARGEMENT).rows}
    assert said_of(told["TUR"].first) == "Member since 18 February 1952"
    assert said_of(told["TUR"].second) == "Candidate"
    assert said_of(told["USA"].second) == ""
    assert "GRL" not in told
    assert "GLP" not in told


def test_since_goes_back_over_rows_without_a_gap() -> None:
    days = date(1960, 1, 1), date(1970, 1, 1), date(1975, 1, 1), date(1980, 1, 1)
    rows = [Stretch("KEN", "Kenya", "in", start, end) for start, end in zip(days, (*days[1:], date.max), strict=True)]
    whole = compared(league(*rows), ALL["nato"], date(2000, 1, 1))
    assert [row.first.since for row in whole.first_only if row.first] == ["1960-01-01"]
    gap = compared(league(*rows[:1], *rows[2:]), ALL["nato"], date(2000, 1, 1))
    assert [row.first.since for row in gap.first_only if row.first] == ["1975-01-01"]


def test_the_table_to_take_away() -> None:
    rows = list(csv.DictReader(io.StringIO(comparison_csv(compared(ALL["nato"], ALL["eu"], ENLARGEMENT)))))
    assert rows[0] == {
        "code": "BEL",
        "name": "Belgium",
        "in_nato": "true",
        "in_eu": "true",
        "nato_status": "member",
        "nato_since": "1949-08-24",
        "eu_status": "member",
        "eu_since": "1952-07-23",
    }
    assert [row["in_nato"] + row["in_eu"] for row in rows].count("truetrue") == 19


def test_a_day_that_one_does_not_cover_is_refused() -> None:
    with pytest.raises(ValueError, match="outside eu"):
        compared(ALL["nato"], ALL["eu"], date(1950, 1, 1))
    assert common_days(ALL["warsaw_pact"], ALL["euro"]) is None
    assert common_days(ALL["eu"], ALL["nato"]) == (ALL["eu"].first_day, ALL["eu"].as_of)
