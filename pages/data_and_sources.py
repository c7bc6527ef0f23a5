"""Every table, column and source of the atlas, to look through and to take away."""

from typing import Any
from urllib.parse import urljoin

import pyarrow as pa
import streamlit as st

from data.citation import edition_name
from data.copy_lines import copy_lines
from data.dates import spelled
from data.export import row_key
from data.schema import SCHEMA
from data.settings import report
from data.tables import current_tables
from data.vocabulary import Seen
from data.words import counted, words
from geo.wire.downloads import PREFIX
from pages.parts.address import ANY_TEXT, Parameter, one_of, tell_unknown
from pages.parts.announcing import show_count
from pages.parts.changes import changed_tables, earlier, show_changes
from pages.parts.charts import room_here, watch_charts
from pages.parts.citing import cite
from pages.parts.column_widths import columns_of, in_type
from pages.parts.copying import copy_buttons
from pages.parts.data_tables import (
    columns_html,
    confidence_html,
    downloads_html,
    elsewhere_html,
    found,
    gaps_html,
    listed_sources,
    resting,
    sent,
    shares,
    source_html,
)
from pages.parts.markdown import as_markdown_text
from pages.parts.source_table import show_source_table
from pages.parts.statement_cards import cards_of

TALL = 420

tables = current_tables()
named = words()
text = named["data_page"]
theme = st.context.theme.type or "light"
times = room_here("data_tables").times
cards = cards_of(tables, theme)


def show_table() -> None:
    with st.container(horizontal=True, gap="small"):
        name: Any = st.selectbox(text["table"], list(SCHEMA), key="table", bind="query-params", width=260)
        query = st.text_input(
            text["search"], key="search", bind="query-params", placeholder=text["search_example"], width=300
        )
    places, every = found(name, query, tables), sent(name, tables)
    show_count(text["shown"].format(n=len(places), total=len(every)))
    rows = every if len(places) == len(every) else every.take(pa.array(places, pa.int64()))
    look = in_type(columns_of(name, tables), times)
    st.dataframe(rows, hide_index=True, height=round(TALL * times), column_config=look)
    st.caption(text["whole_cell"])
    st.html(downloads_html(name, tables, theme))
    with st.expander(text["columns_mean"].format(n=len(SCHEMA[name]))):
        st.html(columns_html(name, tables, theme))
    cite(text["cited"].format(name=name), f"./data_and_sources?table={name}")
    if report():
        show_report(name, places)


def show_report(name: str, places: list[int]) -> None:
    """A row of those found, by its key, and the link that reports it."""
    keys = [row_key(name, row) for row in getattr(tables, name).iloc[places].itertuples()]
    chosen = st.selectbox(text["row"], keys, index=None, key="row", placeholder=text["row_example"], width=420)
    if chosen is not None:
        st.html(cards.page(cards.report(f"{name}/{chosen}")))


def show_lines() -> None:
    st.header(text["elsewhere"])
    st.html(elsewhere_html(tables, theme))
    lines = copy_lines(urljoin(st.context.url or "", f"{PREFIX}/"))
    for each, tab in zip(lines, st.tabs([each.title for each in lines]), strict=True):
        with tab:
            st.code(each.lines, language=each.language, wrap_lines=True)
            st.caption(each.note)


def show_confidence() -> None:
    st.header(text["confidence"])
    st.markdown(shares(tables))
    for html in confidence_html(tables, theme):
        st.html(html)


def show_sources() -> None:
    st.header(text["sources"])
    sources = listed_sources(tables)
    memory = int((sources["seen"] == Seen.MEMORY).sum())
    st.markdown(text["sources_why"].format(n=len(sources), memory=memory))
    show_source_table(listed_sources, tables, TALL, times)
    source: Any = st.selectbox(text["source"], list(sources["id"]), key="source", bind="query-params", width=260)
    st.html(source_html(source, tables, theme))
    rows = resting(source, tables)
    show_count(counted(text["resting"], len(rows), source=as_markdown_text(source)), "resting")
    st.dataframe(rows, hide_index=True, column_config=text["rest_columns"])


def show_gaps() -> None:
    st.header(text["gaps"])
    st.html(gaps_html(tables, theme))


def takes() -> dict[str, Parameter]:
    """What the address of this page may ask for."""
    before = earlier(tables)
    asked = st.query_params.get("since", "")
    since = asked if asked in before else next(iter(before), "")
    return {
        "table": one_of(SCHEMA),
        "search": ANY_TEXT,
        "source": one_of(list(tables.sources["id"])),
        "since": one_of(before),
        "changed_in": one_of(changed_tables(since) if since else ()),
        "changed_with": ANY_TEXT,
    }


st.title(text["title"])
tell_unknown("data_and_sources", takes())
st.markdown(
    text["why"].format(n=len(SCHEMA), edition=as_markdown_text(edition_name(tables)), day=spelled(tables.as_of))
)
with st.container(key="tables"):
    show_table()
show_lines()
show_confidence()
show_sources()
show_changes(tables, cards)
show_gaps()
st.header(text["correct"])
st.markdown(text["correct_how"])
copy_buttons()
watch_charts("data_tables")
