"""What the page Frontier shows: its tables, charts, sentences and notes, each made once and kept.

They stand apart from the page, whose script runs anew for every reader and every change.
"""

from functools import cache
from html import escape
from typing import Any

import pandas as pd

from data import frontier
from data.csv_out import frame_as_csv
from data.frontier import COMPUTED, OFFICIAL, miles
from data.rounds import state_names
from data.tables import current_tables
from data.vocabulary import City
from geo.charts.frontier import (
    CITY_NAMES,
    additions_figure,
    at_year,
    border_figure,
    growth_figure,
    nearest_figure,
)
from geo.charts.style import Drawn
from geo.shapes.measures import front_borders, nearest_land
from geo.wire.strict_json import Json
from pages.parts.statement_cards import cards_of

BASES = {OFFICIAL: "Official, as published", COMPUTED: "Computed at 1:10m"}
GEODESIC = (
    "Lengths, distances and areas are geodesic, on the WGS84 ellipsoid: C. F. F. Karney, “Algorithms for geodesics”, "
    "Journal of Geodesy 87 (2013), 43-55, as pyproj.Geod computes them, on the shapes of Natural Earth 1:10m. "
)
COUNTS_PEOPLE = ("growth", "additions", "fastest")
TODAY = "Every unit has today's outline in every year. "

EUROPES_LAND = (
    "Europe's land is that of the units which Natural Earth lists under Europe, Türkiye, Cyprus and the Caucasus not "
    "among them; Russia is on that list as a whole, to the Pacific, and so is left out of one share and counted in the "
    "other. "
)

tables = current_tables()
names = state_names(tables)
every_year = range(tables.first_year, tables.last_year + 1)
PEOPLE = (
    f"People are those of {frontier.counted_in(tables)} as Natural Earth estimates them (POP_EST), in every year: who "
    "lives today in the states that were members then. Germany counts as a whole from 1955, France with its overseas "
    "departments; Greenland and other dependencies are left out. "
)


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


@cache
def figure_of(name: str, theme: str) -> Json:
    """A chart without its year line, as a dictionary; not to be changed."""
    rows = charted()[name]
    match name:
        case "nearest":
            figure = nearest_figure(rows, frontier.runs(rows), names, theme)
        case "growth":
            figure = growth_figure(rows, theme)
        case "additions":
            figure = additions_figure(rows, every_year, theme)
        case _:
            figure = border_figure(rows, names, theme)
    drawn: Json = figure.to_dict()
    return drawn


@cache
def figure_at(name: str, year: int, theme: str) -> Drawn:
    """A chart with the line at a year; not to be changed."""
    return at_year(figure_of(name, theme), year, theme)


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
        case _:
            return frontier.border_finding(rows)


@cache
def told(name: str, year: int) -> str:
    """The numbers of a year in words."""
    rows = charted()[name]
    here = rows[rows["year"] == year]
    match name:
        case "nearest":
            return "; ".join(map(told_of_city, here.itertuples())) + "."
        case "growth":
            row = next(here.itertuples())
            return (
                f"{row.members} members, where {row.people / 1e6:,.0f} million people live today, "
                f"{row.area_km2:,.0f} km² in all, {row.area_outside_america_km2:,.0f} km² outside America, "
                f"{row.share_of_europe} % of Europe's land without Russia, {row.share_of_europe_with_russia} % with it."
            )
        case "additions":
            return told_of_round(here, year, rows["year"])
        case _:
            return told_of_border(here, name)


def told_of_border(here: pd.DataFrame, basis: str) -> str:
    total = here["km"].sum()
    stands_in = f" ({COMPUTED})" if basis == OFFICIAL else ""
    parts = ", ".join(
        f"{names[row.member]} {row.km:,.0f}{stands_in if row.length == COMPUTED else ''}" for row in here.itertuples()
    )
    return f"{total:,.0f} km ({miles(total):,.0f} miles): {parts}."


def told_of_city(row: Any) -> str:
    far = f"{row.distance_km:,.0f} km ({miles(row.distance_km):,.0f} miles)"
    return f"to {CITY_NAMES[row.city]} {far} from {row.place}, {names[row.unit]}"


def told_of_round(here: pd.DataFrame, year: int, years: pd.Series) -> str:
    for row in here.itertuples():
        return (
            f"{row.names}: {row.joined} on top of {row.members_before} members, {row.share_of_members} %; "
            f"{row.added_km2:,.0f} km², {row.share_of_area} % of the land before, {row.share_outside_america} % of the "
            f"land outside America before; {row.added_people / 1e6:,.1f} million people of today, "
            f"{row.share_of_people} % of those of the members before."
        )
    if year == tables.first_year:
        return "the founding, which is left out here: nothing came before it that it could be compared with."
    return f"no round of enlargement; the rounds were in {', '.join(map(str, years))}."


@cache
def of_year(name: str, year: int, theme: str) -> str:
    """The numbers of the chosen year, with the way to the map."""
    link = f'<a href="./?year={year}&amp;layers=front,names" target="_self">{year} on the map</a>'
    return cards_of(tables, theme).page(f"<p><b>{year}:</b> {escape(told(name, year))} {link}</p>")


@cache
def method(name: str, theme: str) -> str:
    """Unit, method and formula of a chart, and the sources of its rows."""
    rests_on = front_rows(name) if name in BASES else tables.measures
    if name in COUNTS_PEOPLE:
        rests_on = pd.concat([rests_on, tables.unit_measures])
    sources = frontier.source_ids(rests_on)
    return cards_of(tables, theme).page(
        f'<p class="small">{escape(note(name))}</p><p class="small">{cards_of(tables, theme).source_links(sources)}</p>'
    )


def note(name: str) -> str:
    match name:
        case "nearest":
            own = (
                f"Unit: km; a mile is {frontier.KM_PER_MILE} km. The nearest point of NATO land, islands included, "
                "whichever it is: how far that land moved is the difference of two distances, not a march of one line. "
            )
        case "growth":
            alone = ", ".join(
                f"{row.year} ({row.change_km2:+,.0f} km²)"
                for row in frontier.changes_without_a_round(tables).itertuples()
            )
            own = (
                f"Units: countries; people; million km²; percent. {PEOPLE}{EUROPES_LAND}"
                "Area is NATO land by the treaty area, lakes included, and parts of a "
                "unit outside that area too; outside America means without the units west of 30° W. It also changed "
                f"in years without a round: {alone}. "
            )
        case "additions":
            own = (
                f"Units: countries, km², people, percent. {PEOPLE}What a round added is the year's picture less that "
                f"of the year before; the founding of {tables.first_year} is left out. "
            )
        case "fastest":
            return f"Computed from the rounds above. {PEOPLE}"
        case _:
            stand_in = (
                "A border without a published length has its computed length here, hatched; the total then mixes both. "
                if name == OFFICIAL
                else "Every border has its computed length. "
            )
            own = f"Unit: km. {stand_in}The shades only tell countries apart. "
    return f"{own}{TODAY}{GEODESIC}"


def front_rows(basis: str) -> pd.DataFrame:
    """The rows of the borders with Russia or the Soviet Union."""
    charted_borders = ";".join(charted()[basis]["borders"]).split(";")
    return tables.borders[tables.borders["border"].isin(charted_borders)]


@cache
def differences(theme: str) -> str:
    """Border by border, both lengths, how they differ, and the table's note."""
    return cards_of(tables, theme).page("<ul>" + "".join(map(difference, front_rows(OFFICIAL).itertuples())) + "</ul>")


def difference(row: Any) -> str:
    lengths = (
        f"no official length in the tables, computed {row.computed_km:,.1f} km"
        if pd.isna(row.official_km)
        else f"official {row.official_km:,.0f} km ({row.official_of}), computed {row.computed_km:,.1f} km, "
        f"{100 * (row.computed_km / row.official_km - 1):+.0f} %"
    )
    pair = f"{names[row.a]} and {names[row.b]}"
    return f"<li><b>{escape(pair)}:</b> {escape(lengths)}. {escape(row.note)}</li>"


@cache
def movements(before: int, after: int, theme: str) -> str:
    """How far the nearest land moved between two years, city by city."""
    ways = "".join(
        f"<li><b>{CITY_NAMES[row.city]}:</b> {movement(row.nearer_km)} "
        f"{before}: {escape(row.place_before)}, {escape(names[row.unit_before])}, {row.km_before:,.0f} km. "
        f"{after}: {escape(row.place_after)}, {escape(names[row.unit_after])}, {row.km_after:,.0f} km.</li>"
        for row in frontier.moved(charted()["nearest"], before, after).itertuples()
    )
    return cards_of(tables, theme).page(
        f"<p>From {before} to {after} the alliance's nearest land moved:</p><ul>{ways}</ul>"
    )


def movement(km: float) -> str:
    if not km:
        return "not at all."
    return f"{abs(km):,.0f} km ({miles(abs(km)):,.0f} miles) {'nearer' if km > 0 else 'farther away'}."


@cache
def fastest_years(theme: str) -> str:
    """The year of fastest growth under each definition, and the next."""
    lines = "".join(
        f"<li><b>{row.definition}:</b> {row.years} ({row.value:,.10g} {row.unit}); next {row.next_years} "
        f"({row.next_value:,.10g} {row.unit})</li>"
        for row in charted()["fastest"].itertuples()
    )
    return cards_of(tables, theme).page(f"<ul>{lines}</ul>")


@cache
def accession_sources(theme: str) -> str:
    links = cards_of(tables, theme).source_links(frontier.source_ids(tables.accessions))
    return cards_of(tables, theme).page(f'<p class="small">{links}</p>')
