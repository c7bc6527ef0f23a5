"""How long NATO's land border with Russia is, how near its land lies, how large it is, year by year."""

import streamlit as st

from data.dates import spelled
from data.frontier import OFFICIAL
from data.timeline import picture_day
from pages.parts.address import between, one_of, tell_unknown
from pages.parts.charts import room_here, show_chart, watch_charts
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
    text,
    told,
)
from pages.parts.frontier_tables import table_of
from pages.parts.markdown import as_markdown_text

theme = st.context.theme.type or "light"


def show(name: str, alt: str) -> None:
    """A finding, the numbers of the year, and the chart with the line at the year."""
    st.header(as_markdown_text(finding(name)))
    st.html(of_year(name, year, theme))
    alt = text["chart_alt"].format(chart=alt, year=year, told=told(name, year))
    show_chart(figure_at(name, year, theme, room), f"chart_{name}", alt, room)
    st.html(table_of(name, theme))


def download(name: str) -> None:
    st.download_button(
        text["download"], csv_of(name), f"frontier-{name}.csv", "text/csv", key=f"csv_{name}", on_click="ignore",
    )  # fmt: skip


def show_border() -> str:
    basis = st.segmented_control(
        text["length"], BASES, default=OFFICIAL, format_func=text["basis"].__getitem__, key="length",
        bind="query-params",
    ) or OFFICIAL  # fmt: skip
    show(basis, text["border_alt"])
    with st.expander(text["differences"]):
        st.markdown(text["differences_why"])
        st.html(differences(theme))
    download(basis)
    return basis


def show_nearest() -> None:
    show("nearest", text["nearest_alt"])
    left, right = st.columns(2)
    before = left.selectbox(text["from"], every_year, index=0, key="from", bind="query-params")
    after = right.selectbox(text["to"], every_year, index=len(every_year) - 1, key="to", bind="query-params")
    st.html(movements(before, after, theme))
    download("nearest")


def show_growth() -> None:
    show("growth", text["growth_alt"])
    download("growth")


def show_additions() -> None:
    show("additions", text["additions_alt"])
    download("additions")
    with st.expander(text["accession_sources"]):
        st.html(accession_sources(theme))


def show_fastest() -> None:
    st.header(as_markdown_text(finding("fastest")))
    st.html(fastest_years(theme))
    st.markdown(text["fastest_why"].format(first=tables.first_year))
    download("fastest")


first, last = every_year[0], every_year[-1]
st.title(text["title"])
tell_unknown(
    "frontier",
    {
        "year": between(first, last),
        "length": one_of(text["basis"].values()),
        "from": between(first, last),
        "to": between(first, last),
    },
)
st.markdown(text["why"].format(year=tables.last_year, day=spelled(tables.as_of)))
room = room_here("frontier_charts")
year = st.slider(text["year"], first, last, last, key="year", bind="query-params")
st.caption(text["line_at"].format(day=spelled(picture_day(year, tables))))
basis = show_border()
for show_part in (show_nearest, show_growth, show_additions, show_fastest):
    show_part()
st.header(text["method_title"])
st.html(method(basis, theme))
watch_charts("frontier_charts")
