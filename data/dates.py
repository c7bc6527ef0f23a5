"""Dates at the precision the sources allow: `1994`, `1994-02` or `1994-02-08`."""

import re
from datetime import date

from data.gate.text import shown
from data.words import phrase, words

OPEN_END = date.max
WHOLE_DATE = "YYYY-MM-DD"
MONTHS: tuple[str, ...] = tuple(words()["date"]["months"])
DAYS_PER_YEAR = 365.2425
"""The mean year of the Gregorian calendar."""
_PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def first_day(text: str) -> date:
    """The first day a date can mean: 1994 is 1 January 1994.

    Raises ValueError for anything but a real day, month or year.
    """
    match = _PATTERN.fullmatch(text)
    if match is None:
        raise ValueError(f"{shown(text)} is no date; expected YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = match.groups(default="01")
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(f"{shown(text)} is not in the calendar; expected a real day, month or year") from None


def end_day(text: str) -> date:
    """The first day after an interval; an empty text leaves it open."""
    return first_day(text) if text else OPEN_END


def spelled(day: date, *, year: bool = True) -> str:
    """A day in words: 4 April 1949, or 4 April."""
    return _in_words("day" if year else "day_of_the_year", day)


def spelled_as_given(text: str) -> str:
    """A date in words at the precision it has: 8 February 1994, February 1994, or 1994."""
    day = first_day(text)
    parts = text.count("-")
    return [text, _in_words("month", day), spelled(day)][parts]


def _in_words(form: str, day: date) -> str:
    return phrase("date", form, day=day.day, month=MONTHS[day.month - 1], year=day.year)
