"""Votes stand where they belong, with their count in words."""

import pytest
from each import for_each
from made import made_facts

from data.schema import SCHEMA
from data.tables import current_tables
from data.votes import asked, result, votes_of
from pages.parts.country_profile import profile_html

TABLES = current_tables()
VOTES = {vote.id: vote for vote in TABLES.votes.itertuples()}
FACTS = made_facts()


@for_each(
    "vote, told",
    [
        ("1949-03-30-isl", "37 to 13, 2 abstained"),
        ("1986-03-12-esp", "56.9% yes, turnout 59.4%"),
        ("1997-05-24-svk", "not counted, turnout 9.5%; no decision"),
        ("1997-11-16-hun", "85.3% yes, turnout 49.2%"),
        ("1998-04-30-usa", "80 to 19"),
        ("2010-07-01-ukr", "259 for"),
        ("2018-09-30-mkd", "94.2% yes, turnout 36.9%; no decision"),
        ("2020-02-11-mkd", "114 to 0"),
        ("2023-03-01-fin", "184 to 7, 1 abstained"),
    ],
)
def test_a_count_is_told_in_words(vote: str, told: str) -> None:
    assert result(VOTES[vote]) == told


def test_a_vote_stands_where_it_was_held_and_with_those_it_was_about() -> None:
    placed = {(vote.id, unit) for unit in TABLES.units["unit"] for vote in votes_of(unit, TABLES)}
    assert placed == {(vote.id, unit) for vote in VOTES.values() for unit in (vote.iso3, *vote.subject)}


def test_votes_of_a_country_stand_in_the_order_of_their_days() -> None:
    assert [vote.id for vote in votes_of("FIN", TABLES)] == [
        "2022-05-17-fin",
        "2022-08-03-usa",
        "2023-03-01-fin",
        "2023-03-27-hun",
        "2023-03-30-tur",
    ]


def test_the_browser_gets_every_vote_in_the_same_words() -> None:
    assert [(vote["on"], vote["in"], vote["asked"], vote["result"]) for vote in FACTS["votes"]] == [
        (vote.held_on, vote.iso3, asked(vote), result(vote)) for vote in VOTES.values()
    ]


@pytest.mark.parametrize("unit", ["ESP", "POL", "TUR", "USA"])
def test_the_profile_of_a_country_shows_its_votes_with_their_sources(unit: str) -> None:
    _, page = profile_html(TABLES, "light", unit)
    titles = TABLES.sources.set_index("id")["producer"]
    for vote in votes_of(unit, TABLES):
        assert result(vote) in page
        assert all(titles[source] in page for source in vote.source_ids)


def test_a_country_without_votes_has_no_such_part() -> None:
    assert not votes_of("JPN", TABLES)
    assert "Who voted on what" not in profile_html(TABLES, "light", "JPN")[1]


def test_a_column_of_counts_may_be_empty_and_no_other_count_may() -> None:
    whole = {column.name for column in SCHEMA["votes"] if not column.required}
    frame = TABLES.votes
    assert {name for name in frame if frame[name].isna().any()} <= whole
