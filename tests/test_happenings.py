"""Uses of Articles 4 and 5 and the days of treaties stand among the events, once each."""

from collections import Counter
from datetime import date

import pytest
from made import made_facts

from data.happenings import ARMS, happenings
from data.headlines import headline_on
from data.names import Names
from data.sentences import printed
from data.tables import current_tables
from pages.parts.country_profile import profile_html

TABLES = current_tables()
ALL = happenings(TABLES)
FACTS = made_facts()


def test_who_asked_for_consultations_how_often() -> None:
    asked = Counter(unit for one in ALL if one.sign == "article_4" for unit in one.units)
    assert asked == {"TUR": 5, "POL": 3, "EST": 2} | dict.fromkeys(("BGR", "CZE", "LVA", "LTU", "ROU", "SVK"), 1)


def test_article_5_was_used_once() -> None:
    (used,) = (one for one in ALL if one.sign == "article_5")
    assert (used.date, used.units) == ("2001-09-12", ("USA",))


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("2012-10-03", "Consultations, asked for by Turkey"),
        ("2014-03-04", "Consultations, asked for by Poland"),
        ("2022-02-24", "Consultations, asked for by eight Allies"),
        ("2001-09-12", "Invoked after an attack on the United States"),
        ("2002-06-13", "ABM Treaty: the United States leaves"),
        ("2023-11-07", "CFE Treaty: Russia leaves"),
        ("2026-02-05", "New START Treaty expires"),
    ],
)
def test_a_day_has_its_title(day: str, title: str) -> None:
    assert title in [one.title for one in ALL if one.date == day]


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("1951-09-20", "Allies decide in Ottawa to invite Greece and Turkey"),
        ("1952-02-18", "Greece and Turkey join"),
        ("1999-03-12", "The Czech Republic, Hungary and Poland join"),
        ("2020-03-27", "North Macedonia joins"),
    ],
)
def test_the_list_of_a_year_names_countries_as_its_headline_and_its_map(day: str, title: str) -> None:
    year = next(year for year in FACTS["years"] if year["year"] == int(day[:4]))
    assert title in [event["title"] for event in year["events"] if event["date"] == day]
    assert headline_on(date.fromisoformat(day), TABLES).title == title


def test_each_stands_on_a_day_of_the_atlas_and_in_order() -> None:
    days = [one.day for one in ALL]
    assert days == sorted(days)
    assert all(TABLES.first_day <= day <= TABLES.as_of for day in days)


def test_a_treaty_begins_once_and_ends_at_most_once() -> None:
    ended = sum(bool(day) for day in TABLES.treaties["ended_on"])
    assert sum(one.sign == ARMS for one in ALL) == len(TABLES.treaties) + ended


def test_what_an_event_tells_is_a_sign_at_the_event_and_no_row_of_its_own() -> None:
    signed = {(event["date"], event["sign"]) for year in FACTS["years"] for event in year["events"] if event["sign"]}
    told = {(one["date"], one["sign"]) for one in FACTS["happenings"] if one["told"]}
    assert signed == told == {("2001-09-12", "article_5")}


@pytest.mark.parametrize("unit", ["TUR", "POL", "EST", "USA"])
def test_the_profile_of_a_country_shows_what_it_asked_for(unit: str) -> None:
    _, page = profile_html(TABLES, "light", unit)
    for use in TABLES.consultations.itertuples():
        if unit in use.countries:
            assert Names.of(TABLES).as_told(use.why, use.day) in page
            assert printed(use.note) in page
