"""How long NATO's land border with Russia is, how near its land lies, how large it is, year by year."""

import streamlit as st

from data.frontier import OFFICIAL
from data.timeline import picture_day
from pages.parts.frontier import (
    BASES,
    accession_sources,
    csv_of,
    differences,
    every_year,
    fastest_years,
    figure_at,
    finding,
    method,
    movements,
    of_year,
    tables,
    told,
)

CHART = {"displayModeBar": False, "scrollZoom": False}
theme = st.context.theme.type or "light"


def show_chart(name: str, alt: str) -> None:
    """A finding, the numbers of the year, and the chart with the line at the year."""
    st.subheader(finding(name))
    st.html(of_year(name, year, theme))
    st.plotly_chart(
        figure_at(name, year, theme), key=f"chart_{name}", config=CHART, theme=None,
        alt=f"{alt} {year}: {told(name, year)}",
    )  # fmt: skip


def below(name: str) -> None:
    """Method and sources of a chart, and its table to take away."""
    st.html(method(name, theme))
    st.download_button(
        "Download this table (CSV)", csv_of(name), f"frontier-{name}.csv", "text/csv",
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
        st.html(differences(theme))
    below(basis)


def show_nearest() -> None:
    show_chart("nearest", "Distance of the nearest NATO land by year as steps, a panel for each city.")
    left, right = st.columns(2)
    before = left.selectbox("From", every_year, index=0, key="from", bind="query-params")
    after = right.selectbox("To", every_year, index=len(every_year) - 1, key="to", bind="query-params")
    st.html(movements(before, after, theme))
    below("nearest")


def show_growth() -> None:
    show_chart("growth", "Members, their people of today, area and share of Europe's land by year, five panels.")
    below("growth")


def show_additions() -> None:
    show_chart("additions", "What each round added: countries, area, people, each as a share of what was before, too.")
    below("additions")
    with st.expander("Sources of the accessions"):
        st.html(accession_sources(theme))


def show_fastest() -> None:
    st.subheader("The year of fastest growth depends on what is counted")
    st.html(fastest_years(theme))
    st.markdown(
        f"The founding of {tables.first_year} is left out: it had no members before it. By people, the answer is one "
        "of today's numbers: those of the years in which the countries joined are not in the tables."
    )
    below("fastest")


st.title("Frontier")
st.markdown(
    "The land border with Russia, the nearest NATO land to four cities, and the size of the alliance, year by year. A "
    f"year is its picture on 31 December; {tables.last_year} is {tables.as_of:%-d %B %Y}."
)
year = st.slider("Year", every_year[0], every_year[-1], every_year[-1], key="year", bind="query-params")
st.caption(f"The line stands at {year} in every chart; the numbers are those of {picture_day(year, tables):%-d %B %Y}.")
for show in (show_border, show_nearest, show_growth, show_additions, show_fastest):
    show()
