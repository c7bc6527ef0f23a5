"""Whom a headline counts can be found: by name in its words, by a colour that is theirs alone, or in the key."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.headlines import labels_said
from data.memberships.answers import Turn, changes, last_day_of, name_on
from data.memberships.headlines import headline_on
from data.memberships.picture import picture_of_year
from data.memberships.reader import current_membership, membership_ids
from data.memberships.value import Membership
from data.picture import Picture, picture_on
from data.rounds import joiners_up_to
from data.tables import current_tables
from data.timeline import picture_day
from data.vocabulary import Status

TABLES = current_tables()
FIFTEEN = 15


def at(year: int) -> Picture:
    return picture_on(picture_day(year, TABLES), TABLES)


def names_untold(facts: Picture) -> set[str]:
    return {facts.labels[key] for key in facts.untold}


def test_the_six_of_tashkent_and_the_fifteen_of_the_soviet_union_are_told_in_the_key() -> None:
    six = {"Armenia", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan", "Uzbekistan"}
    assert names_untold(at(1992)) == six
    assert len(names_untold(at(1991))) == FIFTEEN
    assert names_untold(at(1991)) > six


def test_nobody_is_told_there_whom_a_name_a_colour_or_gold_tells_already() -> None:
    assert at(2002).counts[Status.INVITEE] == len(at(2002).concerned)  # the seven of Prague are all who are invited
    for year in (1949, 1990, 2002, 2004, 2007, 2014):
        assert at(year).concerned
        assert at(year).untold == (), year


def test_no_list_is_told_of_which_a_state_is_missing() -> None:
    assert picture_of_year(current_membership("warsaw_pact"), 1991).untold == ()  # the Soviet Union was no more
    five = picture_of_year(current_membership("schengen"), 1990)
    assert names_untold(five) == {"Belgium", "France", "Germany", "Luxembourg", "Netherlands"}


@pytest.mark.parametrize(
    ("day", "named"),
    [
        (date(1999, 3, 23), {"Czech Republic", "Hungary", "Poland"}),
        (date(1999, 12, 31), {"Czech Republic", "Hungary", "Poland", "Federal Republic of Yugoslavia"}),
        (date(2009, 12, 31), {"Albania", "Croatia", "France"}),
    ],
)
def test_a_headline_of_who_joined_names_the_state_of_its_event_too(day: date, named: set[str]) -> None:
    """Kosovo, of which it tells, had no name of its own on the map; who joined is what it is about, still."""
    facts = picture_on(day, TABLES)
    assert {facts.labels[key] for key in facts.named} == named
    assert {*facts.concerned} == {one.unit for one in joiners_up_to(day, TABLES)}


def years_of_news(membership: Membership) -> Iterator[tuple[date, set[str]]]:
    """The pictured days of the years in which somebody joined or left, with what they were called."""
    for year in range(membership.first_day.year, membership.as_of.year + 1):
        day = last_day_of(membership, year)
        told = [each for each in changes(membership) if each.day.year == year and each.turn in (Turn.JOINED, Turn.LEFT)]
        if told:
            yield day, {name_on(membership, each.code, each.day) for each in told if each.turn == Turn.JOINED}


@pytest.mark.parametrize("id_", membership_ids())
def test_a_headline_names_each_that_joined_in_its_year(id_: str) -> None:
    membership = current_membership(id_)
    found = 0
    for day, names in years_of_news(membership):
        said = labels_said(headline_on(membership, day), {name: name for name in names})
        assert set(said) == names, day
        found += len(names)
    assert found
