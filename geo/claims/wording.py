"""Days, spans, lengths and names in the words of a finding."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from data.dates import DAYS_PER_YEAR, spelled, spelled_as_given
from data.frontier import miles
from data.sentences import listed
from data.vocabulary import Verdict
from data.words import phrase

MONTHS_PER_YEAR = 12
DAYS_PER_MONTH = DAYS_PER_YEAR / MONTHS_PER_YEAR
MILLION = 1_000_000


def tell(claim_id: str, part: str = "answer", /, **values: object) -> str:
    """A part of what is said of a claim."""
    return phrase("claim", claim_id, part, **values)


def verdict_if(condition: bool, otherwise: Verdict = Verdict.DOES_NOT_HOLD) -> Verdict:
    return Verdict.HOLDS if condition else otherwise


def verdict_in_part(condition: bool) -> Verdict:
    """The verdict on a claim of which only a part is in the tables: that part holds, or the claim does not."""
    return Verdict.HOLDS_IN_PART if condition else Verdict.DOES_NOT_HOLD


def names_of(rows: Iterable[Any]) -> str:
    names = [row.name for row in rows]
    return listed(names) if names else phrase("wording", "none")


def alphabetical(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: row.name)


def on_days(dated: Iterable[tuple[str, date]]) -> str:
    """Names by day, the earliest first: `Albania and Croatia on 1 April 2009`."""
    told = sorted(dated, key=lambda pair: pair[1])
    groups = [(day, [name for name, _ in group]) for day, group in groupby(told, key=lambda pair: pair[1])]
    each_day = [phrase("wording", "on_day", who=listed(names), day=spelled(day)) for day, names in groups]
    return listed(each_day) if each_day else phrase("wording", "none")


def part_of(some: int, whole: int) -> str:
    """`all 14`, or `12 of the 14`."""
    return phrase("wording", "all_of" if some == whole else "some_of", some=some, whole=whole)


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def month_of(day: date) -> str:
    return spelled_as_given(f"{day:%Y-%m}")


def in_months(days: int) -> float:
    return days / DAYS_PER_MONTH


def days_and_months(start: date, end: date) -> str:
    """A span in days and months."""
    days = (end - start).days
    return phrase("wording", "days_and_months", days=days, months=in_months(days))


def about_years(start: date, end: date) -> str:
    """A span in whole years, and on which side of them it lies."""
    exact = (end - start).days / DAYS_PER_YEAR
    whole = round(exact)
    return phrase("wording", "almost_years" if exact < whole else "more_than_years", years=whole)


def months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, MONTHS_PER_YEAR)
    return day.replace(year=day.year + years, month=month + 1)


def to_step(value: float, step: int) -> int:
    return round(value / step) * step


def km_and_miles(km: float, step: int) -> str:
    """A length in km and miles, both rounded to a step."""
    return phrase("wording", "km_and_miles", km=to_step(km, step), miles=to_step(miles(km), step))
