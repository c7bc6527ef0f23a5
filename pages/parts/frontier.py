"""What the page Frontier shows: its tables, charts and notes, each made once and kept.

They stand apart from the page, whose script runs anew for every reader and every change.
"""

from functools import cache, lru_cache
from typing import Any

import pandas as pd
from markupsafe import Markup

from data import frontier
from data.cities import city_name, renamed
from data.csv_out import frame_as_csv
from data.frontier import COMPUTED, OFFICIAL, miles
from data.measures import measured_days
from data.names import Names
from data.sentences import printed
from data.tables import current_tables
from data.timeline import picture_day
from data.vocabulary import City
from data.words import words
from geo.charts.frontier import (
    CITY_NAMES,
    additions_figure,
    at_year,
    border_figure,
    growth_figure,
    nearest_figure,
)
from geo.charts.style import Drawn, Room
from geo.shapes.measures import front_borders, front_borders_by_day, nearest_land, nearest_land_by_day
from geo.wire.strict_json import Json
from pages.parts.frontier_words import (
    MINUS,
    method_notes,
    told_of_border,
    told_of_city,
    told_of_growth,
    told_of_round,
    with_unit,
)
from pages.parts.statement_cards import cards_of
from pages.parts.templates import filled

BASES = (OFFICIAL, COMPUTED)
KEPT = 64
"""Of what is made for a year that a reader chooses; a chart takes 60 kB."""

text = words()["frontier_page"]
tables = current_tables()
named = Names.of(tables).of_unit
every_year = range(tables.first_year, tables.last_year + 1)


@cache
def charted() -> dict[str, pd.DataFrame]:
    """Every table of the page; not to be changed."""
    lines, nearest = front_borders(tables), nearest_land(tables)
    return {
        OFFICIAL: frontier.border_by_country(lines, OFFICIAL),
        COMPUTED: frontier.border_by_country(lines, COMPUTED),
        "nearest": nearest,
        "growth": frontier.growth(tables),
        "additions": (added := frontier.additions(tables)),
        "fastest": frontier.fastest(added),
    }


@lru_cache(maxsize=KEPT)
def by_day(name: str) -> pd.DataFrame:
    """What a chart draws, day by day; not to be changed."""
    match name:
        case "nearest":
            return nearest_land_by_day(tables)
        case "growth":
            return frontier.growth_by_day(tables)
        case "additions":
            return charted()[name]
        case _:
            return frontier.border_by_country(front_borders_by_day(tables), name)


@cache
def figure_of(name: str, theme: str, room: Room) -> Json:
    """A chart without its year line, as a dictionary; not to be changed."""
    rows = by_day(name)
    match name:
        case "nearest":
            figure = nearest_figure(rows, frontier.runs(rows), named, theme, room)
        case "growth":
            figure = growth_figure(rows, theme, room)
        case "additions":
            figure = additions_figure(rows, measured_days(tables), theme, room)
        case _:
            figure = border_figure(rows, named, theme, room)
    drawn: Json = figure.to_dict()
    return drawn


@lru_cache(maxsize=KEPT)
def figure_at(name: str, year: int, theme: str, room: Room) -> Drawn:
    """A chart with the line at a year; not to be changed."""
    return at_year(figure_of(name, theme, room), picture_day(year, tables), theme, room)


@cache
def csv_of(name: str) -> str:
    return frame_as_csv(charted()[name])


@cache
def finding(name: str) -> str:
    """What a chart shows, in a sentence."""
    rows = charted()[name]
    match name:
        case "nearest":
            return frontier.nearest_finding(rows, City.MOSCOW, CITY_NAMES[City.MOSCOW])
        case "growth":
            return frontier.growth_finding(rows)
        case "additions":
            return frontier.additions_finding(rows)
        case "fastest":
            return frontier.fastest_finding(rows)
        case _:
            return frontier.border_finding(rows)


@lru_cache(maxsize=KEPT)
def told(name: str, year: int) -> str:
    """The numbers of a year in words."""
    rows = charted()[name]
    here, day = rows[rows["year"] == year], picture_day(year, tables)
    match name:
        case "nearest":
            cities = "; ".join(told_of_city(row, day, named) for row in here.itertuples())
            return str(text["told"]["cities"].format(cities=cities))
        case "growth":
            return told_of_growth(next(here.itertuples()))
        case "additions":
            return told_of_round(here, year, rows["year"], tables)
        case _:
            return told_of_border(here, name, day, named)


@lru_cache(maxsize=KEPT)
def of_year(name: str, year: int, theme: str) -> Markup:
    """The numbers of the chosen year, with the way to the map."""
    return cards_of(tables, theme).page(filled("frontier_year", year=year, told=told(name, year)))


@cache
def method(basis: str, theme: str) -> Markup:
    """How the charts were made and what they rest on, once for the page."""
    rests_on = pd.concat([front_rows(basis), tables.measures, tables.unit_measures])
    cards = cards_of(tables, theme)
    of_names = (source for change in renamed().values() for source in change.sources)
    sources = cards.source_links(frontier.source_ids(rests_on), *of_names)
    return cards.page(filled("frontier_method", notes=method_notes(tables), sources=sources))


def front_rows(basis: str) -> pd.DataFrame:
    """The rows of the borders with Russia or the Soviet Union."""
    charted_borders = ";".join(charted()[basis]["borders"]).split(";")
    return tables.borders[tables.borders["border"].isin(charted_borders)]


@cache
def differences(theme: str) -> Markup:
    """Border by border, both lengths, how they differ, and the table's note."""
    return points(theme, map(difference, front_rows(OFFICIAL).itertuples()))


def points(theme: str, listed: Any, before: str = "") -> Markup:
    """A list of points, each a title and a text, below a sentence where there is one."""
    return cards_of(tables, theme).page(filled("points", points=listed, before=before))


def difference(row: Any) -> tuple[str, str]:
    form, computed = text["difference"], f"{row.computed_km:,.1f}"
    one, other = (named(unit, tables.as_of) for unit in (row.a, row.b))
    pair = form["pair"].format(one=one, other=other)
    if pd.isna(row.official_km):
        return pair, form["none"].format(computed=computed, note=printed(row.note))
    percent = f"{100 * (row.computed_km / row.official_km - 1):+.0f}".translate(MINUS)
    return pair, form["both"].format(
        official=f"{row.official_km:,.0f}",
        covers=row.official_of,
        computed=computed,
        percent=percent,
        note=printed(row.note),
    )


@lru_cache(maxsize=KEPT)
def movements(before: int, after: int, theme: str) -> Markup:
    """How far the nearest land moved between two years, city by city, each as it was called in the later one."""
    moved, form = frontier.moved(charted()["nearest"], before, after), text["moved"]
    day = picture_day(max(before, after), tables)
    cities = [
        (
            form["city"].format(city=city_name(City(row.city), day)),
            " ".join(
                (
                    movement(row.nearer_km),
                    place(before, row.place_before, row.unit_before, row.km_before),
                    place(after, row.place_after, row.unit_after, row.km_after),
                )
            ),
        )
        for row in moved.itertuples()
    ]
    return points(theme, cities, form["title"].format(before=before, after=after))


def place(year: int, name: str, unit: str, km: float) -> str:
    country = named(unit, picture_day(year, tables))
    return str(text["moved"]["place"].format(year=year, place=name, country=country, km=f"{km:,.0f}"))


def movement(km: float) -> str:
    form = text["moved"]
    if not km:
        return str(form["not_at_all"])
    way = form["nearer" if km > 0 else "farther"]
    return str(way.format(km=f"{abs(km):,.0f}", miles=f"{miles(abs(km)):,.0f}"))


@cache
def fastest_years(theme: str) -> Markup:
    """The year of fastest growth under each definition, and the next."""
    form = text["fastest_year"]
    rows = charted()["fastest"].itertuples()
    return points(theme, [(form["definition"].format(definition=row.definition), fastest_year(row)) for row in rows])


def fastest_year(row: Any) -> str:
    return str(
        text["fastest_year"]["years"].format(
            years=row.years,
            value=with_unit(row.value, row.unit),
            next_years=row.next_years,
            next_value=with_unit(row.next_value, row.unit),
        )
    )


@cache
def accession_sources(theme: str) -> Markup:
    cards = cards_of(tables, theme)
    return cards.page(filled("small", text=cards.source_links(frontier.source_ids(tables.accessions))))
