"""Laws of the modules that tell, called in a real browser: dates and words, and the rows of a path."""

import json
import math
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Error
from pure_modules import FACTS, MONTHS, Call, days, laws

from geo.publish.unbroken import with_whole_dates

WHOLE_DATES = json.loads((Path(__file__).parents[1] / "cases" / "whole_dates.json").read_text(encoding="utf-8"))

# ---------------------------------------------------------------------- words


@laws
@given(day=days)
def test_a_date_is_told_as_a_reader_says_it(call: Call, day: date) -> None:
    assert call("core/words.mjs", "longDate", day.isoformat()) == f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    assert call("core/words.mjs", "dayOfYear", day.isoformat()) == f"{day.day} {MONTHS[day.month - 1]}"


@pytest.mark.parametrize(
    ("iso", "long", "short"), [("1995-02", "February 1995", "February"), ("1950", "1950", ""), ("", "", "")]
)
def test_a_date_is_told_at_its_own_precision(call: Call, iso: str, long: str, short: str) -> None:
    assert call("core/words.mjs", "longDate", iso) == long
    assert call("core/words.mjs", "dayOfYear", iso) == short


def test_no_date_breaks_on_paper_or_on_the_screen(call: Call) -> None:
    for text, whole in WHOLE_DATES:
        assert with_whole_dates(text) == whole
        assert call("core/words.mjs", "wholeDates", text) == whole


@laws
@given(one=days, other=days)
def test_decimal_years_keep_the_order_of_the_days(call: Call, one: date, other: date) -> None:
    here, there = (call("core/words.mjs", "decimalYear", day.isoformat()) for day in (one, other))
    assert math.floor(here) == one.year
    assert (here < there, here == there) == (one < other, one == other)


@pytest.mark.parametrize(
    ("iso", "year"), [("1999", 1999), ("1999-01", 1999), ("1999-01-01", 1999), ("2023-07-02", 2023 + 182 / 365)]
)
def test_a_decimal_year_at_lower_precision_is_its_beginning(call: Call, iso: str, year: float) -> None:
    assert call("core/words.mjs", "decimalYear", iso) == pytest.approx(year)


def test_a_word_is_looked_up_and_filled_in(call: Call) -> None:
    words = {"card": {"since": "since {date}, {n} times {date}"}}
    assert call("core/words.mjs", "word", words, "card.since", {"date": "1999", "n": 0}) == "since 1999, 0 times 1999"
    assert call("core/words.mjs", "word", words, "card.since", {"date": "{n}"}) == "since {n}, {n} times {n}"


@pytest.mark.parametrize("key", ["card.nothing", "card", "nothing.at.all"])
def test_a_word_that_is_not_there_is_an_error(call: Call, key: str) -> None:
    with pytest.raises(Error, match=f"no word for {key}"):
        call("core/words.mjs", "word", {"card": {"since": "since"}}, key)


# ---------------------------------------------------------------------- strip

bars = st.lists(
    st.builds(
        lambda kind, start, length: {
            "kind": kind,
            "label": kind.upper(),
            "start": start.isoformat(),
            "end": (start + timedelta(days=length)).isoformat(),
        },
        st.sampled_from(["pfp", "eapc", "map", "member", "eu"]),
        days,
        st.integers(1, 9000),
    ),
    max_size=12,
)


@laws
@given(given_bars=bars)
def test_a_strip_has_one_row_a_kind_and_loses_no_bar(call: Call, given_bars: list[dict[str, str]]) -> None:
    rows = call("core/path_rows.mjs", "stripRows", given_bars)
    assert sorted(row["kind"] for row in rows) == sorted({bar["kind"] for bar in given_bars})
    assert all(bar["kind"] == row["kind"] for row in rows for bar in row["bars"])
    assert sorted(map(str, (bar for row in rows for bar in row["bars"]))) == sorted(map(str, given_bars))


@pytest.mark.parametrize("unit", ["POL", "FIN", "FRA", "MLT", "LVA", "UKR"])
def test_the_rows_of_a_country_stand_in_the_order_in_which_they_begin(call: Call, unit: str) -> None:
    card = next(card for card in FACTS["units"] if card["id"] == unit)
    starts = [min(bar["start"] for bar in row["bars"]) for row in call("core/path_rows.mjs", "stripRows", card["bars"])]
    assert starts == sorted(starts)
