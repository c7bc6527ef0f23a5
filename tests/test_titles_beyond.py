"""A title promises nothing that its map does not show: news of which nothing is on it is told as beyond it."""

from dataclasses import replace

import pytest

from data.headlines import Headline
from data.picture import Picture, picture_on
from data.tables import current_tables
from data.timeline import picture_day
from geo.drawing.on_map import beyond
from geo.drawing.sheet import NO_FOCUS
from geo.drawing.views import VIEWS
from geo.picture import drawn

TABLES = current_tables()
YEARS = (1949, 1966, 1982, 1992, 2009, 2013, 2014, 2017)


def title_of(facts: Picture, view: str, headline: Headline | None = None) -> str:
    """The title of a picture, after its day."""
    title = drawn(facts, view, (), headline=headline).title
    return title.removeprefix(f"{facts.when}: ")


@pytest.mark.parametrize("year", YEARS)
def test_a_title_says_that_its_news_is_beyond_the_map_only_where_the_key_names_all_of_them_so(year: int) -> None:
    facts = picture_on(picture_day(year, TABLES), TABLES)
    for view in VIEWS:
        made = drawn(facts, view)
        away = {name for row in made.key if row.sign in ("away", "beyond") for name in row.names}
        told = {facts.labels[key] for key in facts.concerned}
        title = facts.headline.title
        is_beyond = made.title == f"{facts.when}: {beyond(title)}"
        assert is_beyond or made.title == f"{facts.when}: {title}", view
        assert is_beyond == bool(told and told <= away), (view, away)


def test_a_map_of_the_baltic_says_it_of_croatia_and_one_of_europe_does_not() -> None:
    facts = picture_on(picture_day(2009, TABLES), TABLES)
    assert title_of(facts, "baltic") == "Albania and Croatia join (beyond this map)"
    assert title_of(facts, "europe") == "Albania and Croatia join"


def test_words_of_somebody_s_own_stay_as_they_are_and_so_does_a_title_without_its_news() -> None:
    facts = picture_on(picture_day(2009, TABLES), TABLES)
    assert title_of(facts, "baltic", Headline("Two more", "")) == "Two more"
    blank = drawn(facts, "baltic", (), focus=replace(NO_FOCUS, news=False))
    assert blank.title.endswith(facts.headline.title)
