"""Every table, column and source of the atlas, to look through and to take away."""

from typing import Any
from urllib.parse import urljoin

import pandas as pd
import streamlit as st

from data.citation import edition_name
from data.copy_lines import copy_lines
from data.dates import spelled
from data.export import PACKAGE, SHAPES, TYPES, cells, meaning, row_key, rows_by_source
from data.schema import SCHEMA, Kind
from data.search_text import folded, looked_for
from data.settings import report
from data.statement_counts import counts_of
from data.tables import current_tables
from data.vocabulary import Confidence, Seen
from data.words import counted, words
from geo.wire.downloads import PREFIX
from pages.parts.address import ANY_TEXT, Parameter, one_of, tell_unknown
from pages.parts.announcing import show_count
from pages.parts.changes import changed_tables, earlier, show_changes
from pages.parts.citing import cite
from pages.parts.column_widths import columns_of
from pages.parts.markdown import as_markdown_text
from pages.parts.source_table import show_source_table
from pages.parts.statement_cards import cards_of
from pages.parts.templates import filled

TALL = 420
NUMBERS = {Kind.WHOLE, Kind.NUMBER, Kind.DEGREES}

tables = current_tables()
named = words()
text = named["data_page"]
cards = cards_of(tables, st.context.theme.type or "light")


@st.cache_data(max_entries=64, show_spinner=False)
def shown_rows(name: str, version: str) -> pd.DataFrame:
    """A table as it is shown: the text of its cells, numbers as numbers."""
    rows = cells(name, tables)
    for column in SCHEMA[name]:
        if column.kind in NUMBERS:
            rows[column.name] = pd.to_numeric(rows[column.name])
    return rows


@st.cache_data(max_entries=64, show_spinner=False)
def searchable(name: str, version: str) -> list[str]:
    """One plain text a row, in the order of the table."""
    return [folded("\n".join(row)) for row in cells(name, tables).itertuples(index=False, name=None)]


@st.cache_data(max_entries=4, show_spinner=False)
def rests(version: str) -> pd.DataFrame:
    return rows_by_source(tables)


@st.cache_data(max_entries=4, show_spinner=False)
def listed_sources(version: str) -> pd.DataFrame:
    """Every source with the number of rows that rest on it."""
    counts = rests(version)["source"].value_counts()
    return tables.sources.assign(rows=[int(counts.get(id_, 0)) for id_ in tables.sources["id"]])


@st.cache_data(max_entries=4, show_spinner=False)
def confidence_counts(version: str) -> pd.DataFrame:
    """How many rows of each table have each confidence; tables without the column are left out."""
    counts = {
        name: getattr(tables, name)["confidence"].value_counts()
        for name, columns in SCHEMA.items()
        if "confidence" in {column.name for column in columns}
    }
    order = [*map(str, Confidence), ""]
    frame = pd.DataFrame(counts).T.reindex(columns=order).fillna(0).astype(int)
    return frame.rename(columns={"": text["no_confidence"]})


def found(name: str, query: str) -> pd.DataFrame:
    """The rows that have every word of the query somewhere."""
    wanted = looked_for(query)
    keep = [all(word in row for word in wanted) for row in searchable(name, tables.version)]
    return shown_rows(name, tables.version)[keep]


def described(name: str) -> list[dict[str, Any]]:
    """The columns of a table, each with its type, its closed list and its meaning."""
    return [
        {
            "name": column.name,
            "type": text["column_type_required" if column.required else "column_type"].format(
                type=TYPES[column.kind][0]
            ),
            "told": " ".join(filter(None, (meaning(name, column.name), SHAPES.get(column.kind)))),
            "words": column.words,
        }
        for column in SCHEMA[name]
    ]


def show_table() -> None:
    with st.container(horizontal=True, gap="small"):
        name: Any = st.selectbox(text["table"], list(SCHEMA), key="table", bind="query-params", width=260)
        query = st.text_input(
            text["search"], key="search", bind="query-params", placeholder=text["search_example"], width=300
        )
    rows = found(name, query)
    show_count(text["shown"].format(n=len(rows), total=len(getattr(tables, name))))
    widths = columns_of(name, shown_rows(name, tables.version))
    st.dataframe(rows, hide_index=True, height=TALL, column_config=widths)
    st.caption(text["whole_cell"])
    st.html(cards.page(filled("downloads", folder=PREFIX, name=name, package=PACKAGE, day=tables.as_of)))
    with st.expander(text["columns_mean"].format(n=len(SCHEMA[name]))):
        st.html(cards.page(filled("columns", columns=described(name))))
    cite(text["cited"].format(name=name), f"./data_and_sources?table={name}")
    if report():
        show_report(name, rows)


def show_report(name: str, rows: pd.DataFrame) -> None:
    """A row of those found, by its key, and the link that reports it."""
    keys = [row_key(name, row) for row in getattr(tables, name).loc[rows.index].itertuples()]
    chosen = st.selectbox(text["row"], keys, index=None, key="row", placeholder=text["row_example"], width=420)
    if chosen is not None:
        st.html(cards.page(cards.report(f"{name}/{chosen}")))


def _show_shares(counts: pd.DataFrame) -> None:
    """How many facts and statements were seen in their source, which sides speak, which words are in two languages."""
    facts = counts.drop(index="statements")
    of_statements = counts_of(tables.statements)
    total, verified = int(facts.to_numpy().sum()), int(facts[Confidence.VERIFIED].sum())
    st.markdown(text["facts_seen"].format(verified=verified, total=total, share=verified / total))
    share = of_statements.seen / of_statements.total
    st.markdown(text["statements_seen"].format(share=share, **vars(of_statements)))
    sides = ", ".join(text["side"].format(side=named["side"][side], n=n) for side, n in of_statements.by_side.items())
    st.markdown(text["statements_by_side"].format(sides=sides))


def show_lines() -> None:
    st.header(text["elsewhere"])
    st.html(cards.page(filled("elsewhere", folder=PREFIX)))
    lines = copy_lines(urljoin(st.context.url or "", f"{PREFIX}/"))
    for each, tab in zip(lines, st.tabs([each.title for each in lines]), strict=True):
        with tab:
            st.code(each.lines, language=each.language, wrap_lines=True)
            st.caption(each.note)


def show_confidence() -> None:
    st.header(text["confidence"])
    counts = confidence_counts(tables.version)
    st.markdown(text["confidence_why"])
    _show_shares(counts)
    st.html(cards.page(filled("count_table", counts=counts.loc[:, counts.any()])))
    st.html(cards.page(filled("definitions", definitions=[(word, named["confidence"][word]) for word in Confidence])))


def show_sources() -> None:
    st.header(text["sources"])
    sources = listed_sources(tables.version)
    memory = int((sources["seen"] == Seen.MEMORY).sum())
    st.markdown(text["sources_why"].format(n=len(sources), memory=memory))
    show_source_table(sources, TALL)
    source: Any = st.selectbox(text["source"], list(sources["id"]), key="source", bind="query-params", width=260)
    st.html(cards.page(filled("paragraphs", texts=[cards.source_links([source])])))
    resting = rests(tables.version)
    resting = resting[resting["source"] == source].drop(columns="source")
    show_count(counted(text["resting"], len(resting), source=as_markdown_text(source)), "resting")
    st.dataframe(resting, hide_index=True, column_config=text["rest_columns"])


def show_gaps() -> None:
    st.header(text["gaps"])
    st.html(cards.page(filled("paragraphs", texts=[tables.edition_note, text["gaps_1990"]])))


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
show_table()
show_lines()
show_confidence()
show_sources()
show_changes(tables, cards)
show_gaps()
st.header(text["correct"])
st.markdown(text["correct_how"])
