"""The sentences of the page Frontier: the numbers of a year in words, and how each chart was made."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from data import frontier
from data.cities import city_name, renamed
from data.dates import spelled
from data.figures import area, people
from data.frontier import COMPUTED, KM_PER_MILE, OFFICIAL, miles, whole_km
from data.tables import Tables
from data.vocabulary import City
from data.words import words
from geo.charts.frontier import Naming

text = words()["frontier_page"]
TOLD: dict[str, str] = text["told"]
METHOD: dict[str, str] = text["method"]
PERCENT = words()["growth_definition"]["share_of_area"]["unit"]
MINUS = str.maketrans("-", "−")


def told_of_border(here: pd.DataFrame, basis: str, day: date, named: Naming) -> str:
    """The length of the border in all and by country; one that stands in for a published one is marked."""
    total, whole = here["km"].sum(), whole_km(here)
    parts = ", ".join(
        TOLD["part_computed" if basis == OFFICIAL and row.length == COMPUTED else "part"].format(
            member=named(row.member, day), km=f"{km:,}"
        )
        for row, km in zip(here.itertuples(), whole, strict=True)
    )
    return TOLD["border"].format(km=f"{total:,.0f}", miles=f"{miles(total):,.0f}", parts=parts)


def told_of_city(row: Any, day: date, named: Naming) -> str:
    """How far the nearest land to a city was on a day, and where it lay, by the names of that day."""
    return TOLD["city"].format(
        city=city_name(City(row.city), day),
        km=f"{row.distance_km:,.0f}",
        miles=f"{miles(row.distance_km):,.0f}",
        place=row.place,
        country=named(row.unit, day),
    )


def told_of_growth(row: Any) -> str:
    """Members, people, area and the shares of Europe."""
    return TOLD["growth"].format(
        members=row.members,
        people=people(row.people),
        area=area(row.area_km2),
        outside=area(row.area_outside_america_km2),
        share=row.share_of_europe,
        share_with_russia=row.share_of_europe_with_russia,
    )


def told_of_round(here: pd.DataFrame, year: int, years: pd.Series, tables: Tables) -> str:
    """What the round of a year added; or why there is nothing to tell."""
    for row in here.itertuples():
        return TOLD["round"].format(
            names=row.names,
            joined=row.joined,
            before=row.members_before,
            share_of_members=row.share_of_members,
            added=area(row.added_km2),
            share_of_area=row.share_of_area,
            share_outside=row.share_outside_america,
            people=people(row.added_people),
            share_of_people=row.share_of_people,
        )
    if year == tables.first_year:
        return TOLD["founding"]
    return TOLD["no_round"].format(years=", ".join(map(str, years)))


def method_notes(tables: Tables) -> list[tuple[str, str]]:
    """How the charts were made, once for the page: what it is about, and the sentences."""
    names = text["method_of"]
    return [
        (names["border"], f"{METHOD['official']} {METHOD['computed']}"),
        (names["nearest"], METHOD["nearest"].format(km_per_mile=KM_PER_MILE)),
        (names["people"], METHOD["people"].format(year=frontier.counted_in(tables))),
        (names["area"], f"{_changes_of_area(tables)} {METHOD['europe']}"),
        (names["additions"], METHOD["additions_round"].format(first=tables.first_year)),
        (names["names"], " ".join((METHOD["names"], *_changes_of_names(tables)))),
        (names["geodesic"], f"{METHOD['geodesic']} {METHOD['today']}"),
    ]


def _changes_of_names(tables: Tables) -> Iterator[str]:
    for city, change in renamed().items():
        named = city_name(city, tables.as_of)
        yield METHOD["renamed"].format(city=named, day=spelled(change.until), note=change.note)


def _changes_of_area(tables: Tables) -> str:
    years = ", ".join(
        METHOD["growth_year"].format(
            year=row.year, sign=f"{row.change_km2:+.0f}"[0].translate(MINUS), change=area(abs(row.change_km2))
        )
        for row in frontier.changes_without_a_round(tables).itertuples()
    )
    return METHOD["growth_area"].format(years=years)


def with_unit(value: float, unit: str) -> str:
    """A value of one of the definitions of growth, as people write it."""
    units = words()["growth_definition"]
    if unit == units["added_km2"]["unit"]:
        return area(value)
    number = people(value) if unit == units["added_people"]["unit"] else f"{value:,.3g}"
    return str(text["fastest_year"]["share" if unit == PERCENT else "value"].format(value=number, unit=unit))
