"""Days as people type them, in the four forms that the atlas's field takes."""

from datetime import date

import pytest
from each import for_each
from hypothesis import given
from hypothesis import strategies as st

from data.dates import spelled
from data.tables import current_tables
from data.timeline import picture_day
from data.typed_days import typed_day

TABLES = current_tables()
DAYS = st.dates(TABLES.first_day, TABLES.as_of)


@given(DAYS)
def test_every_form_of_a_day_means_that_day(day: date) -> None:
    forms = (
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
        spelled(day),
        f" {day.day}. {day.month}. {day.year} ",
    )
    assert {typed_day(form, TABLES) for form in forms} == {day}


@given(st.integers(TABLES.first_year, TABLES.last_year))
def test_a_year_means_the_day_of_its_picture(year: int) -> None:
    assert typed_day(str(year), TABLES) == picture_day(year, TABLES)


@pytest.mark.parametrize("text", ["3 apr 2008", "3 Apr. 2008", "03.04.2008", "3 APRIL 2008"])
def test_short_and_odd_ways_are_understood(text: str) -> None:
    assert typed_day(text, TABLES) == date(2008, 4, 3)


@for_each("text", ["", "abc", "2008-02-30", "31.4.2008", "3 foo 2008", "3/4/2008", "2008-4-3", "04-03-2008", "x" * 500])
def test_what_is_no_day_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="is not a year or a day"):
        typed_day(text, TABLES)


@pytest.mark.parametrize("text", ["1800", "2200-01-01", "31 December 1948"])
def test_a_day_that_cannot_be_shown_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"The atlas runs from 1949 to .*; \S.* is outside it\."):
        typed_day(text, TABLES)
