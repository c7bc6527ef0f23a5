"""Days as people write them are read at the precision they have, and nothing else is taken for a day."""

import re
from datetime import date, timedelta

from each import for_each
from hypothesis import given
from hypothesis import strategies as st

from data.own_table.days import NOTHING, Habits, Span, dated, next_after
from data.own_table.grid import FIRST_1900, FIRST_1904

HABITS = Habits(FIRST_1900, 2026)
DAYS = st.dates(date(1816, 1, 1), date(2100, 12, 31))


def read(cell: str, habits: Habits = HABITS) -> str:
    """A cell that says one thing: `start/end`, or `?` where it can be two days or none."""
    found = dated(cell, habits)
    if found.is_open or not found.is_readable:
        return "?"
    span = found.day_first or found.month_first or Span()
    return f"{span.start}/{span.end}".removesuffix("/")


@for_each(
    "cell, told",
    [
        ("2004", "2004"),
        ("1.5.2004", "2004-05-01"),
        ("01.05.2004.", "2004-05-01"),
        ("2004-05-01", "2004-05-01"),
        ("2004/5/1", "2004-05-01"),
        ("20040501", "2004-05-01"),
        ("2004-05-01T00:00:00Z", "2004-05-01"),
        ("2004-05-01 00:00:00", "2004-05-01"),
        ("31/12/2004", "2004-12-31"),
        ("12/31/2004", "2004-12-31"),
        ("24-Jan-78", "1978-01-24"),
        (" 6-Aug-02", "2002-08-06"),
        ("17-Mar-00", "2000-03-17"),
        ("1-Jan-26", "2026-01-01"),
        ("1-Jan-27", "1927-01-01"),
        ("Jan-78", "1978-01"),
        ("38108", "2004-05-01"),
        ("38108.5", "2004-05-01"),
        ("since 1973", "1973"),
        ("depuis le 1er janvier 1973", "1973-01-01"),
        ("seit 1. Mai 2004", "2004-05-01"),
        ("z 1 maja 2004", "?"),
        ("od 1 maja 2004 r.", "2004-05-01"),
        ("с 1 мая 2004 г.", "2004-05-01"),
        ("1 травня 2004 року", "2004-05-01"),
        ("1º de mayo de 2004", "2004-05-01"),
        ("1 de enero de 1986", "1986-01-01"),
        ("1° maggio 2004", "2004-05-01"),
        ("1973–2020", "1973/2020"),
        ("1973-2020", "1973/2020"),
        ("1973–", "1973"),
        ("1973 – present", "1973"),
        ("1 January 1973 – 31 January 2020", "1973-01-01/2020-01-31"),
        ("от 1973", "?"),
        ("until 1990", "/1990"),
        ("May 2004", "2004-05"),
        ("mai 2004", "2004-05"),
        ("2004-05", "2004-05"),
        ("05.2004", "2004-05"),
        ("May 1, 2004", "2004-05-01"),
        ("1st of May 2004", "2004-05-01"),
        ("4 April 1949[1]", "1949-04-04"),
        ("1958<sup>2</sup>", "1958"),
        ("1945* (founding member)", "1945"),
        ("2004年5月1日", "2004-05-01"),
        ("", ""),
        ("—", ""),
        ("n/a", ""),
        ("NULL", ""),
        ("05/01/2004", "?"),
        ("31/02/2004", "?"),
        ("Foo 2004", "?"),
        ("12", "?"),
        ("1.5.", "?"),
        ("1969 and 1974", "?"),
    ],
)
def test_a_cell_says(cell: str, told: str) -> None:
    assert read(cell) == told


def test_serials_count_from_1904_where_the_workbook_does() -> None:
    assert read("36646", Habits(FIRST_1904, 2026)) == "2004-05-01"


def test_two_days_are_both_told() -> None:
    found = dated("05/01/2004", HABITS)
    assert (found.day_first, found.month_first) == (Span("2004-01-05"), Span("2004-05-01"))
    assert not dated("05/05/2004", HABITS).is_open


WRITTEN = (
    "%Y-%m-%d",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%d %B %Y",
    "%B %d, %Y",
    "%d-%b-%Y",
    "%d %b. %Y",
    "%Y%m%d",
    "%Y-%m-%dT00:00:00",
)


@given(DAYS, st.sampled_from(WRITTEN))
def test_every_day_is_read_as_it_was_written(day: date, form: str) -> None:
    assert read(day.strftime(form)) == day.isoformat()


@given(DAYS)
def test_with_strokes_one_reading_is_the_day(day: date) -> None:
    found = dated(day.strftime("%d/%m/%Y"), HABITS)
    assert found.day_first == Span(day.isoformat())
    assert found.is_open == (day.day <= 12 and day.day != day.month)


@given(st.dates(date(1930, 1, 1), date(2026, 12, 31)))
def test_two_digits_mean_the_last_hundred_years(day: date) -> None:
    assert read(day.strftime("%d-%b-%y")) == day.isoformat()


@given(st.dates(date(1930, 1, 1), date(2100, 1, 1)))
def test_serial_numbers_are_days(day: date) -> None:
    assert read(str((day - FIRST_1900).days)) == day.isoformat()


@given(DAYS)
def test_the_day_after_is_the_next(day: date) -> None:
    assert next_after(day.isoformat()) == (day + timedelta(days=1)).isoformat()
    assert (next_after("1999"), next_after("1999-12"), next_after("1999-01")) == ("2000", "2000-01", "1999-02")


@given(st.text(max_size=60))
def test_any_text_is_a_span_or_none(text: str) -> None:
    found = dated(text, HABITS)
    for span in (found.day_first, found.month_first):
        for told in (span.start, span.end) if span else ():
            assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", told)


def test_nothing_is_nothing() -> None:
    assert NOTHING.is_readable and not NOTHING.is_open
