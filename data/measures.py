"""What was measured, on any day: the border with Russia or the Soviet Union, and the nearest NATO land to some cities.

Nothing is measured here. `measures.csv` has a row for the picture of each year, `day_measures.csv` one for each day
between them on which a border of the front line or the land of the treaty area changed.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from data.borders_in_time import russian_state
from data.figures import whole_parts
from data.tables import Tables, current_tables
from data.vocabulary import City

NEAREST_TO = (City.MOSCOW, City.ST_PETERSBURG)
"""The cities whose nearest NATO land the atlas shows."""


@dataclass(frozen=True)
class NearestLand:
    """The nearest NATO land to a city: how far, whose it is, what it is called, where it lies (degrees)."""

    km: int
    unit: str
    place: str
    lon: float
    lat: float


@dataclass(frozen=True)
class Measures:
    """The measures of a day in whole km.

    `official_km` is the sum of the official lengths of the borders with Russia or the Soviet Union, `measured_km` the
    computed length of those that have none, both rounded so that they add up; `faced` is the code of the state on the
    other side.
    """

    official_km: int
    measured_km: int
    faced: str
    nearest: Mapping[City, NearestLand]


def measures_on(day: date, tables: Tables | None = None) -> Measures | None:
    """The measures of a day; None before the first member, and where nothing was measured."""
    tables = tables or current_tables()
    days, rows = _rows(tables)
    at = bisect_right(days, day) - 1
    if at < 0:
        return None
    row = rows[at]
    nearest = {
        city: NearestLand(
            round(getattr(row, f"{city}_km")),
            getattr(row, f"{city}_unit"),
            getattr(row, f"{city}_place"),
            getattr(row, f"{city}_lon"),
            getattr(row, f"{city}_lat"),
        )
        for city in NEAREST_TO
    }
    official, rest = whole_parts((row.russia_border_official_km, row.russia_border_rest_km))
    return Measures(official, rest, russian_state(day, tables), nearest)


def measured_days(tables: Tables | None = None) -> tuple[date, ...]:
    """The days from which a row of measures holds, in order."""
    return tuple(_rows(tables or current_tables())[0])


@lru_cache(maxsize=8)
def measured_by_day(tables: Tables) -> pd.DataFrame:
    """All that was measured, a row for each of `measured_days` in order, its `day` a date; not to be changed."""
    rows = pd.concat([tables.measures.drop(columns="year"), tables.day_measures], ignore_index=True)
    return rows.assign(day=[date.fromisoformat(day) for day in rows["day"]]).sort_values("day", ignore_index=True)


@lru_cache(maxsize=8)
def _rows(tables: Tables) -> tuple[list[date], list[Any]]:
    rows = list(measured_by_day(tables).itertuples())
    return [row.day for row in rows], rows
