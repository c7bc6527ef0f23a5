"""Who joined when: the founding, the rounds of enlargement, and the names of the day."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

import pandas as pd

from data.tables import Tables, current_tables
from data.timeline import segment_on
from data.vocabulary import Relation


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
    names = state_names(tables)
    return tuple(
        Joiner(
            row.iso3,
            names[segment_on(tables, row.iso3, row.joined_day).state],
            row.joined_day,
            row.order_of_joining,
            bool(row.signed_on),
        )
        for row in tables.accessions.itertuples()
    )


def joiners(year: int, tables: Tables | None = None) -> tuple[Joiner, ...]:
    """The states that joined in a year, in order of joining."""
    return tuple(one for one in all_joiners(tables or current_tables()) if one.joined_on.year == year)


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


def state_names(tables: Tables | None = None) -> dict[str, str]:
    """A reader's name for every state, those of the past included, and for every unit under its own id."""
    tables = tables or current_tables()
    past = tables.historical_states
    past = past[past["relation"] != Relation.OCCUPATION]
    return dict(zip(past["state_code"], past["state"], strict=True)) | dict(
        zip(tables.units["unit"], tables.units["name"], strict=True)
    )


def grounds_by_state(tables: Tables) -> dict[str, tuple[str, ...]]:
    """States of their time that are no unit of today, with the units they held; those that stayed longest first.

    The first carries the state's name on the map, which so stands as long as the state does.
    """
    units = set(tables.units["unit"])
    rows = tables.historical_states
    rows = rows[(rows["relation"] == Relation.PART) & ~rows["state_code"].isin(units) & (rows["unit"] != "")]
    rows = rows[[end.year > tables.first_year for end in rows["end_day"]]]
    rows = rows.sort_values("end_day", ascending=False, kind="stable")
    return {code: tuple(dict.fromkeys(group["unit"])) for code, group in rows.groupby("state_code", sort=False)}
