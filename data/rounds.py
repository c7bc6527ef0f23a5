"""Who joined when: the founding, the rounds of enlargement, and the names of the day."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

import pandas as pd

from data.names import Names
from data.tables import Tables, current_tables
from data.timeline import segment_on


@dataclass(frozen=True)
class Joiner:
    """A state that joined, under its name of the day; founders did not accede."""

    unit: str
    name: str
    joined_on: date
    order: int
    founder: bool


@lru_cache(maxsize=8)
def all_joiners(tables: Tables) -> tuple[Joiner, ...]:
    """Every state that joined, in order of joining."""
    names = Names.of(tables)
    return tuple(
        Joiner(
            row.iso3,
            names.of_state(segment_on(tables, row.iso3, row.joined_day).state, row.joined_day),
            row.joined_day,
            row.order_of_joining,
            bool(row.signed_on),
        )
        for row in tables.accessions.itertuples()
    )


def joiners(year: int, tables: Tables | None = None) -> tuple[Joiner, ...]:
    """The states that joined in a year, in order of joining."""
    return tuple(one for one in all_joiners(tables or current_tables()) if one.joined_on.year == year)


def joiners_up_to(day: date, tables: Tables | None = None) -> tuple[Joiner, ...]:
    """The states that joined in the year of a day up to it, in order of joining."""
    return tuple(one for one in joiners(day.year, tables) if one.joined_on <= day)


def rounds(tables: Tables | None = None) -> pd.DataFrame:
    """The founding and every enlargement, one row a year.

    Columns: year, days, units and names as tuples, joined (how many), total (members after),
    founding (true for the first row alone).
    """
    rows = []
    for year, group in groupby(all_joiners(tables or current_tables()), key=lambda one: one.joined_on.year):
        joined = tuple(group)
        rows.append(
            {
                "year": year,
                "days": tuple(dict.fromkeys(one.joined_on for one in joined)),
                "units": tuple(one.unit for one in joined),
                "names": tuple(one.name for one in joined),
                "joined": len(joined),
                "total": joined[-1].order,
                "founding": joined[0].founder,
            }
        )
    return pd.DataFrame(rows)
