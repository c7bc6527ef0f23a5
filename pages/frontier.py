"""How long NATO's land border with Russia is, how near its land lies, how large it is, year by year."""

from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from data import frontier
from data.frontier import COMPUTED, OFFICIAL, miles
from data.membership import picture_day
from data.rounds import state_names
from data.tables import current_tables
from data.vocabulary import City
from geo.frontier_figures import (
    CITY_NAMES,
    additions_figure,
    at_year,
    border_figure,
    growth_figure,
    nearest_figure,
)
from geo.measures import front_borders, nearest_land
from geo.payload import Json
from pages.statement_cards import StatementCards

BASES = {OFFICIAL: "Official, as published", COMPUTED: "Computed at 1:10m"}
CHART = {"displayModeBar": False, "scrollZoom": False}
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
PEOPLE = (
    f"People are those of {frontier.counted_in(tables)} as Natural Earth estimates them (POP_EST), in every year: who "
    "lives today in the states that were members then. Germany counts as a whole from 1955, France with its overseas "
    "departments; Greenland and other dependencies are left out. "
)
theme = st.context.theme.type or "light"
edition = tables.version
every_year = range(tables.first_year, tables.last_year + 1)


@st.cache_resource(show_spinner=False)
def names_of(edition: str) -> dict[str, str]:
    return state_names(tables)


@st.cache_resource(show_spinner=False)
def cards_in(theme: str, edition: str) -> StatementCards:
    return StatementCards(tables, theme)


@st.cache_resource(show_spinner=False)
def charted(edition: str) -> dict[str, pd.DataFrame]:
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


@st.cache_resource(show_spinner=False)
def figure_of(name: str, theme: str, edition: str) -> Json:
    """A chart without its year line, as a dictionary; not to be changed."""
    rows = charted(edition)[name]
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


@st.cache_resource(show_spinner=False, max_entries=400)
def figure_at(name: str, year: int, theme: str, edition: str) -> go.Figure:
    """A chart with the line at a year; not to be changed."""
    return at_year(figure_of(name, theme, edition), year, theme)


@st.cache_data(show_spinner=False)
def csv_of(name: str, edition: str) -> str:
    return frontier.as_csv(charted(edition)[name])


@st.cache_data(show_spinner=False)
def finding(name: str, edition: str) -> str:
    """What a chart shows, in a sentence."""
    rows = charted(edition)[name]
    match name:
        case "nearest":
            return frontier.nearest_finding(rows, City.MOSCOW, CITY_NAMES[City.MOSCOW])
        case "growth":
            return frontier.growth_finding(rows)
        case "additions":
            return frontier.additions_finding(rows)
        case _:
            return frontier.border_finding(rows)


@st.cache_data(show_spinner=False)
def told(name: str, year: int, edition: str) -> str:
    """The numbers of a year in words."""
    rows = charted(edition)[name]
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


@st.cache_data(show_spinner=False)
def of_year(name: str, year: int, theme: str, edition: str) -> str:
    """The numbers of the chosen year, with the way to the map."""
    link = f'<a href="./?year={year}&amp;layers=front,names" target="_self">{year} on the map</a>'
    return cards.page(f"<p><b>{year}:</b> {escape(told(name, year, edition))} {link}</p>")


def show_chart(name: str, alt: str) -> None:
    """A finding, the numbers of the year, and the chart with the line at the year."""
    st.subheader(finding(name, edition))
    st.html(of_year(name, year, theme, edition))
    st.plotly_chart(
        figure_at(name, year, theme, edition), key=f"chart_{name}", config=CHART, theme=None,
        alt=f"{alt} {year}: {told(name, year, edition)}",
    )  # fmt: skip


@st.cache_data(show_spinner=False)
def method(name: str, theme: str, edition: str) -> str:
    """Unit, method and formula of a chart, and the sources of its rows."""
    rests_on = front_rows(name) if name in BASES else tables.measures
    if name in COUNTS_PEOPLE:
        rests_on = pd.concat([rests_on, tables.unit_measures])
    sources = frontier.source_ids(rests_on)
    return cards.page(f'<p class="small">{escape(note(name))}</p><p class="small">{cards.source_links(sources)}</p>')


def note(name: str) -> str:
    match name:
        case "nearest":
            own = (
                "Unit: km; a mile is 1.609344 km. The nearest point of NATO land, islands included, whichever it is: "
                "how far that land moved is the difference of two distances, not a march of one line. "
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
    charted_borders = ";".join(charted(edition)[basis]["borders"]).split(";")
    return tables.borders[tables.borders["border"].isin(charted_borders)]


@st.cache_data(show_spinner=False)
def differences(theme: str, edition: str) -> str:
    """Border by border, both lengths, how they differ, and the table's note."""
    return cards.page("<ul>" + "".join(map(difference, front_rows(OFFICIAL).itertuples())) + "</ul>")


def difference(row: Any) -> str:
    lengths = (
        f"no official length in the tables, computed {row.computed_km:,.1f} km"
        if pd.isna(row.official_km)
        else f"official {row.official_km:,.0f} km ({row.official_of}), computed {row.computed_km:,.1f} km, "
        f"{100 * (row.computed_km / row.official_km - 1):+.0f} %"
    )
    pair = f"{names[row.a]} and {names[row.b]}"
    return f"<li><b>{escape(pair)}:</b> {escape(lengths)}. {escape(row.note)}</li>"


@st.cache_data(show_spinner=False)
def movements(before: int, after: int, theme: str, edition: str) -> str:
    """How far the nearest land moved between two years, city by city."""
    ways = "".join(
        f"<li><b>{CITY_NAMES[row.city]}:</b> {movement(row.nearer_km)} "
        f"{before}: {escape(row.place_before)}, {escape(names[row.unit_before])}, {row.km_before:,.0f} km. "
        f"{after}: {escape(row.place_after)}, {escape(names[row.unit_after])}, {row.km_after:,.0f} km.</li>"
        for row in frontier.moved(charted(edition)["nearest"], before, after).itertuples()
    )
    return cards.page(f"<p>From {before} to {after} the alliance's nearest land moved:</p><ul>{ways}</ul>")


def movement(km: float) -> str:
    if not km:
        return "not at all."
    return f"{abs(km):,.0f} km ({miles(abs(km)):,.0f} miles) {'nearer' if km > 0 else 'farther away'}."


@st.cache_data(show_spinner=False)
def fastest_years(theme: str, edition: str) -> str:
    """The year of fastest growth under each definition, and the next."""
    lines = "".join(
        f"<li><b>{row.definition}:</b> {row.years} ({row.value:,.10g} {row.unit}); next {row.next_years} "
        f"({row.next_value:,.10g} {row.unit})</li>"
        for row in charted(edition)["fastest"].itertuples()
    )
    return cards.page(f"<ul>{lines}</ul>")


@st.cache_data(show_spinner=False)
def accession_sources(theme: str, edition: str) -> str:
    links = cards.source_links(frontier.source_ids(tables.accessions))
    return cards.page(f'<p class="small">{links}</p>')


def below(name: str) -> None:
    """Method and sources of a chart, and its table to take away."""
    st.html(method(name, theme, edition))
    st.download_button(
        "Download this table (CSV)", csv_of(name, edition), f"frontier-{name}.csv", "text/csv",
        key=f"csv_{name}", on_click="ignore",
    )  # fmt: skip


def show_border() -> None:
    basis = st.segmented_control(
        "Length", list(BASES), default=OFFICIAL, format_func=BASES.get, key="length", bind="query-params",
    ) or OFFICIAL  # fmt: skip
    show_chart(basis, "Land border with Russia or the Soviet Union in km by year, a band for each member.")
    with st.expander("Why official and computed lengths differ, border by border"):
        st.markdown(
            "The shapes at 1:10m cut the bends of rivers and ridges short, so a computed length is mostly the shorter "
            "one. Published figures do not always say whether they cover waters. The notes of the table:"
        )
        st.html(differences(theme, edition))
    below(basis)


def show_nearest() -> None:
    show_chart("nearest", "Distance of the nearest NATO land by year as steps, a panel for each city.")
    left, right = st.columns(2)
    before = left.selectbox("From", every_year, index=0, key="from", bind="query-params")
    after = right.selectbox("To", every_year, index=len(every_year) - 1, key="to", bind="query-params")
    st.html(movements(before, after, theme, edition))
    below("nearest")


def show_growth() -> None:
    show_chart("growth", "Members, their people of today, area and share of Europe's land by year, five panels.")
    below("growth")


def show_additions() -> None:
    show_chart("additions", "What each round added: countries, area, people, each as a share of what was before, too.")
    below("additions")
    with st.expander("Sources of the accessions"):
        st.html(accession_sources(theme, edition))


def show_fastest() -> None:
    st.subheader("The year of fastest growth depends on what is counted")
    st.html(fastest_years(theme, edition))
    st.markdown(
        f"The founding of {tables.first_year} is left out: it had no members before it. By people, the answer is one "
        "of today's numbers: those of the years in which the countries joined are not in the tables."
    )
    below("fastest")


names = names_of(edition)
cards = cards_in(theme, edition)
data = charted(edition)
st.title("Frontier")
st.markdown(
    "The land border with Russia, the nearest NATO land to four cities, and the size of the alliance, year by year. A "
    f"year is its picture on 31 December; {tables.last_year} is {tables.as_of:%-d %B %Y}."
)
year = st.slider("Year", every_year[0], every_year[-1], every_year[-1], key="year", bind="query-params")
st.caption(f"The line stands at {year} in every chart; the numbers are those of {picture_day(year, tables):%-d %B %Y}.")
for show in (show_border, show_nearest, show_growth, show_additions, show_fastest):
    show()
