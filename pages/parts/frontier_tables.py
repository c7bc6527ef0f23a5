"""The figures of the charts of the page Frontier as tables to read, rounded as people write them."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import pandas as pd
from markupsafe import Markup

from data.figures import area, people, whole_parts
from data.timeline import picture_day
from data.words import words
from geo.charts.frontier import CITY_NAMES
from pages.parts.charts import as_table
from pages.parts.frontier import BASES, charted, finding, named, tables
from pages.parts.statement_cards import cards_of

HEADS: dict[str, str] = words()["frontier_page"]["table"]
GROWN = ("members", "people", "area_outside_america_km2", "area_km2", "share_of_europe")
ADDED = ("names", "joined", "share_of_members", "added_km2", "share_of_area", "share_outside_america", "added_people",
         "share_of_people")  # fmt: skip
FORMS: dict[str, Callable[[Any], str]] = {
    "people": people,
    "added_people": people,
    "area_km2": area,
    "area_outside_america_km2": area,
    "added_km2": area,
    "names": str,
}


@cache
def table_of(name: str, theme: str) -> Markup:
    """What a chart shows, the last year first, folded away."""
    rows = charted()[name]
    if name in BASES:
        heads, body = _border(rows)
    elif name == "nearest":
        heads, body = _nearest(rows)
    else:
        heads, body = _columns(rows, GROWN if name == "growth" else ADDED)
    numbers = [place for place, cell in enumerate(body[0]) if place and cell[:1].isdigit()]
    return cards_of(tables, theme).page(as_table(finding(name), heads, body, numbers))


def _border(rows: pd.DataFrame) -> tuple[list[str], list[list[str]]]:
    """A column for each country, under the name that it had in the last year of its border."""
    last = {member: picture_day(year, tables) for member, year in rows.groupby("member")["year"].max().items()}
    wide = rows.pivot_table(index="year", columns="member", values="km", aggfunc="sum", sort=False).sort_index()
    heads = [
        HEADS["year"],
        HEADS["total"],
        *(HEADS["country"].format(country=named(unit, last[unit])) for unit in wide.columns),
    ]
    return heads, [[str(year), *_adding_up(row)] for year, row in wide.iloc[::-1].iterrows()]


def _adding_up(row: pd.Series) -> Iterator[str]:
    """The sum of a row in whole km, and its parts, which add up to it; empty where there is none."""
    yield f"{row.sum():,.0f}"
    whole = dict(zip(row.dropna().index, whole_parts(list(row.dropna())), strict=True))
    yield from (f"{whole[member]:,}" if member in whole else "" for member in row.index)


def _nearest(rows: pd.DataFrame) -> tuple[list[str], list[list[str]]]:
    cities = list(dict.fromkeys(rows["city"]))
    heads = [HEADS["year"]]
    for city in cities:
        heads += [HEADS[form].format(city=CITY_NAMES[city]) for form in ("city", "from")]
    body = []
    for year, here in rows.sort_values("year", ascending=False).groupby("year", sort=False):
        cells, day = [str(year)], picture_day(year, tables)
        for row in here.set_index("city").loc[cities].itertuples():
            cells += [f"{row.distance_km:,.0f}", HEADS["place"].format(place=row.place, country=named(row.unit, day))]
        body.append(cells)
    return heads, body


def _columns(rows: pd.DataFrame, columns: Iterable[str]) -> tuple[list[str], list[list[str]]]:
    kept = list(columns)
    body = [
        [str(row["year"]), *(FORMS.get(column, _plain)(row[column]) for column in kept)]
        for _, row in rows.iloc[::-1].iterrows()
    ]
    return [HEADS["year"], *(HEADS[column] for column in kept)], body


def _plain(value: float) -> str:
    """A count as it is, a share to one decimal."""
    return str(value) if isinstance(value, int) or float(value).is_integer() else f"{value:.1f}"
