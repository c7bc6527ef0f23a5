"""Days as people type them: `2004`, `2008-04-03`, `3.4.2008` or `3 April 2008`. The atlas's field takes the same."""

import re
from collections.abc import Iterator
from datetime import date

from data.dates import MONTHS
from data.tables import Tables
from data.timeline import check_day, picture_day
from data.words import phrase

_YEAR = re.compile(r"\d{1,4}", re.ASCII)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII)
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})", re.ASCII)
_SPELLED = re.compile(r"(?P<day>\d{1,2})\.?\s+(?P<name>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})", re.ASCII)


def typed_day(text: str, tables: Tables) -> date:
    """The day that a text means; a year means the day of its picture.

    Raises ValueError, with a sentence for the reader, for a text that is no day and a day the tables do not cover.
    """
    typed = text.strip()
    try:
        if _YEAR.fullmatch(typed):
            return picture_day(int(typed), tables)
        day = next(_read(typed), None)
        if day is not None:
            check_day(day, tables)
            return day
    except ValueError as error:
        raise ValueError(phrase("typed_day", "outside", text=typed[:40], why=error)) from None
    raise ValueError(phrase("typed_day", "unknown", text=typed[:40]))


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
