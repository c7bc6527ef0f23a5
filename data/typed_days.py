"""Days as people type them: `2004`, `2008-04-03`, `3.4.2008` or `3 April 2008`. The atlas's field takes the same."""

import re
from collections.abc import Iterator
from datetime import date

from data.dates import MONTHS, spelled
from data.tables import Tables
from data.timeline import check_day, picture_day
from data.words import phrase

MOST_TOLD = 40
"""Letters of a text that are told again."""
_YEAR = re.compile(r"\d{1,4}", re.ASCII)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII)
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})", re.ASCII)
_SPELLED = re.compile(r"(?P<day>\d{1,2})\.?\s+(?P<name>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})", re.ASCII)


def typed_day(text: str, tables: Tables) -> date:
    """The day that a text means; a year means the day of its picture.

    Raises ValueError, with a sentence for the reader, for a text that is no day and a day the tables do not cover.
    """
    typed = text.strip()
    told = typed[:MOST_TOLD]
    try:
        meant = int(typed) if _YEAR.fullmatch(typed) else next(_read(typed), None)
    except ValueError:  # a day that no month has
        meant = None
    if meant is None:
        raise ValueError(phrase("timeline", "no_year", typed=told))
    try:
        if isinstance(meant, int):
            return picture_day(meant, tables)
        check_day(meant, tables)
        return meant
    except ValueError:
        reach = {"first": tables.first_year, "as_of": spelled(tables.as_of)}
        raise ValueError(phrase("timeline", "out_of_range", typed=told, **reach)) from None


def _read(typed: str) -> Iterator[date]:
    for pattern in (_ISO, _DOTTED, _SPELLED):
        if match := pattern.fullmatch(typed):
            parts = match.groupdict()
            month = int(parts["month"]) if "month" in parts else _month(parts["name"])
            if month is not None:
                yield date(int(parts["year"]), month, int(parts["day"]))


def _month(name: str) -> int | None:
    """The number of a month by the first letters of its name; None for none."""
    start = name.casefold()
    found = (number for number, month in enumerate(MONTHS, start=1) if month.casefold().startswith(start))
    return next(found, None)
