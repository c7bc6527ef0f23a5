"""A unit's history by years: the spans in which the pictures of all years show the same."""

from dataclasses import dataclass

from data.picture import UnitPicture, picture_on
from data.tables import Tables
from data.timeline import picture_day


@dataclass(frozen=True)
class YearSpan:
    """From the first to the last year, both included, the pictures show the unit like this."""

    first: int
    last: int
    here: UnitPicture


def year_spans(unit: str, tables: Tables) -> list[YearSpan]:
    """The spans of a unit in order, without gaps, from the first year to the last."""
    spans: list[YearSpan] = []
    for year in range(tables.first_year, tables.last_year + 1):
        here = picture_on(picture_day(year, tables), tables).units[unit]
        if spans and spans[-1].here == here:
            spans[-1] = YearSpan(spans[-1].first, year, here)
        else:
            spans.append(YearSpan(year, year, here))
    return spans
