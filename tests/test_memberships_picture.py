"""The picture of any membership, on every day on which something changes: it says what the answers say, and no more."""

import csv
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from data.memberships.answers import (
    Turn,
    changes,
    check_day,
    counts_on,
    days_of_change,
    ended_on,
    last_day_of,
    members_on,
    opening_day,
    rounds,
)
from data.memberships.checks import countries
from data.memberships.ground import unit_status_on, units_of
from data.memberships.nato import nato
from data.memberships.picture import days_that_differ_of, picture_of, picture_of_year
from data.memberships.reader import current_membership, membership_ids
from data.memberships.value import Membership, Status, Stretch
from data.overlays import STYLES
from data.own_table.reading import read_table
from data.picture import Picture, days_that_differ, picture_on
from data.tables import current_tables
from data.vocabulary import RAMP, UnitKind
from geo.drawing.palette import THEMES, inks_of, theme_of
from geo.wire.asked import asked_for

TABLES = current_tables()
IDS = membership_ids()
DAY = timedelta(days=1)


@cache
def pictures(id_: str) -> dict[date, Picture]:
    """Of every day of change and the day before, and of the first and the last."""
    membership = current_membership(id_)
    turns = days_of_change(membership)
    days = {*turns, *(day - DAY for day in turns), membership.as_of}
    return {day: picture_of(membership, day) for day in sorted(days) if day >= membership.first_day}


@pytest.mark.parametrize("id_", IDS)
def test_every_unit_wears_what_the_rows_say(id_: str) -> None:
    membership = current_membership(id_)
    for day, picture in pictures(id_).items():
        assert tuple(picture.units) == units_of(membership)
        for unit, here in picture.units.items():
            assert here.status == (unit_status_on(membership, unit, day) or "none"), (unit, day)


def test_one_that_is_no_more_opens_on_its_last_full_day_and_says_so() -> None:
    pact = current_membership("warsaw_pact")
    day = opening_day(pact)
    assert (day, ended_on(pact, pact.as_of)) == (date(1991, 6, 30), date(1991, 7, 1))
    assert picture_of(pact, day).headline.detail.startswith("The last full day of the Warsaw Pact, which is no more")
    for near in (day - DAY, day + DAY, pact.as_of):
        assert "last full day" not in picture_of(pact, near).headline.detail
    assert {id_ for id_ in IDS if opening_day(current_membership(id_)) != current_membership(id_).as_of} == {pact.id}
    assert asked_for([("membership", pact.id)], TABLES).day == day


def test_a_league_of_ones_own_opens_on_its_last_full_day() -> None:
    table = "Country;Joined;Left\nFrance;1950-01-01;1970-05-02\nSpain;1951-01-01;1980-03-01\n"
    league = read_table(table.encode(), "mine.csv").membership("Mine")
    assert opening_day(league) == date(1980, 2, 29)
    assert members_on(league, opening_day(league)) == {"ESP"}


@pytest.mark.parametrize("id_", IDS)
def test_counts_are_those_of_the_answers(id_: str) -> None:
    membership = current_membership(id_)
    for day, picture in pictures(id_).items():
        assert picture.counts == counts_on(membership, day)


@pytest.mark.parametrize("id_", IDS)
def test_who_joined_is_who_was_no_member_when_the_year_began(id_: str) -> None:
    membership = current_membership(id_)
    founding = rounds(membership)[0].year
    for day, picture in pictures(id_).items():
        came = {each.code for each in changes(membership) if each.turn is Turn.JOINED and each.day.year == day.year}
        if day.year <= founding:
            assert picture.joined == ()
        for unit in picture.joined:
            assert picture.units[unit].status in membership.counting
            assert unit_status_on(membership, unit, date(day.year, 1, 1) - DAY) not in membership.counting
        if day.year > founding and day == last_day_of(membership, day.year):
            stayed = {code for code in came if code in picture.units and unit_status_on(membership, code, day)}
            assert stayed <= {*picture.joined, *membership.with_state}, day


def test_the_rounds_of_the_european_union_are_outlined() -> None:
    eu = current_membership("eu")
    assert picture_of_year(eu, 1952).joined == ()
    assert picture_of_year(eu, 1958).joined == ()  # French Algeria wears the colour, and nobody joins
    assert set(picture_of_year(eu, 1973).joined) == {"DNK", "GBR", "IRL"}
    assert picture_of_year(eu, 1990).joined == ("DEU-EAST",)
    assert set(picture_of(eu, date(2004, 5, 1)).joined) == {
        *("CYP", "CYP-NORTH", "CZE", "EST", "HUN", "LTU", "LVA", "MLT", "POL", "SVK", "SVN"),
    }
    assert picture_of(eu, date(2004, 4, 30)).joined == ()
    assert picture_of_year(eu, 2020).joined == ()


def test_a_status_began_with_its_row_or_with_its_ground() -> None:
    eu = current_membership("eu")
    since = {unit: picture_of(eu, date(2020, 2, 1)).units[unit].since for unit in ("GBR", "DEU-EAST", "POL", "USA")}
    assert since == {"GBR": "2020-02-01", "DEU-EAST": "1990-10-03", "POL": "2004-05-01", "USA": ""}
    assert picture_of(eu, date(1964, 1, 1)).units["NOR"].since == "1963-01"


def test_nato_as_a_membership_is_the_picture_of_the_atlas() -> None:
    membership = nato(TABLES)
    for day in days_that_differ(TABLES):
        ours, theirs = picture_of(membership, day), picture_on(day, TABLES)
        for name in ("joined", "joined_count", "outlines", "opens", "ground_notes", "changed_on"):
            assert getattr(ours, name) == getattr(theirs, name), (name, day)
        assert {key: name for key, name in ours.labels.items() if key not in countries()} == theirs.labels, day
        for unit, there in theirs.units.items():
            here = ours.units[unit]
            told = (here.status, here.state, here.relation, here.name)
            assert told == (there.status, there.state, there.relation, there.name), (unit, day)


def test_on_the_other_days_nothing_differs() -> None:
    """Those that differ are a superset: each day in between has the picture of the one before."""
    coe = current_membership("coe")
    days = days_that_differ_of(coe)
    assert set(days_of_change(coe)) <= set(days)
    assert (days[0], days[-1]) == (coe.first_day, coe.as_of)
    for day, after in zip(days[::7], days[1::7], strict=False):
        if after - day > DAY:
            assert told(picture_of(coe, day)) == told(picture_of(coe, after - DAY))


def told(picture: Picture) -> tuple[object, ...]:
    return picture.units, picture.joined, picture.headline, picture.labels, picture.counts, picture.overlays


def test_nothing_of_nato_is_on_it() -> None:
    picture = picture_of(current_membership("eu"), date(2020, 1, 1))
    assert not (picture.forces or picture.drafts or picture.captions or picture.area or picture.measures)
    assert {each for each, under in picture.overlays.items() if under} == set(STYLES)
    assert picture_on(date(2020, 1, 1)).front_of("EST|RUS")
    assert picture.front_of("EST|RUS") is None


def test_days_that_the_atlas_does_not_cover_have_the_borders_nearest_to_them() -> None:
    stretch = Stretch("FRA", "France", "in", date(1920, 1, 1))
    league = own(stretch, Stretch("DEU", "Germany", "in", date(1926, 9, 8), date(1935, 1, 1)))
    picture = picture_of(league, date(1930, 6, 1))
    assert (picture.ground_day, picture.as_of) == (TABLES.first_day, league.as_of)
    assert [unit for unit in ("FRA", "DEU", "POL") if picture.units[unit].status == "in"] == ["FRA", "DEU"]
    assert picture.is_inner("LTU|RUS")
    assert [picture_of(league, day).when for day in (date(1930, 12, 31), date(1931, 1, 1))] == [
        "1930",
        "1 January 1931",
    ]


def test_a_day_and_a_year_outside_are_refused() -> None:
    with pytest.raises(ValueError, match="outside eu"):
        picture_of(current_membership("eu"), date(1950, 1, 1))
    with pytest.raises(ValueError, match="expected a year from 1952 to 2025"):
        picture_of_year(current_membership("eu"), 1950)
    check_day(current_membership("eu"), date(1952, 7, 23))


# ---------------------------------------------------------------------- colours


def own(*rows: Stretch, statuses: int = 1) -> Membership:
    verbs = ("{names}",) * 4
    told = [Status(f"s{n}", f"Rank {n}", "", n, False, *verbs) for n in range(2, statuses + 1)]
    days = date(1919, 1, 1), date(2020, 12, 31)
    return Membership(
        "own", "A league", "the league", *days, (Status("in", "In", "", 1, True, *verbs), *told), rows, TABLES
    )


@pytest.mark.parametrize("theme", THEMES)
def test_statuses_go_down_the_ramp_from_the_colour_of_natos_members(theme: str) -> None:
    inks = THEMES[theme].statuses
    found = inks_of(own(statuses=9), theme)
    assert list(found.values())[:7] == [inks[status] for status in RAMP]
    assert found["s8"] == found["s9"] == inks[RAMP[-1]]
    assert found["none"] == inks["none"]
    assert inks_of(nato(TABLES), theme) == inks
    assert theme_of(None, theme) is THEMES[theme]


def test_each_year_colours_the_countries_of_an_independent_list() -> None:
    """Of countries, the map of a year has the members of the list and, while it was part of France, Algeria."""
    eu = current_membership("eu")
    with (Path(__file__).parent / "golden" / "memberships" / "eu_years.csv").open(
        encoding="utf-8", newline=""
    ) as found:
        listed = [(row["code"], int(row["joined"]), int(row["left"] or 9999)) for row in csv.DictReader(found)]
    kind = dict(zip(TABLES.units["unit"], TABLES.units["kind"], strict=True))
    for year in range(1958, 2026):
        units = picture_of_year(eu, year).units
        shown = {unit for unit, here in units.items() if here.status == "member" and kind[unit] == UnitKind.COUNTRY}
        told = {code for code, joined, left in listed if joined <= year < left}
        assert shown == told | ({"DZA"} if year < 1962 else set()), year
