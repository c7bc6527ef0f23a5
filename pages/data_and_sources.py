"""Every table, column and source of the atlas, to look through and to take away."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from data.dates import spelled
from data.export import PACKAGE, SHAPES, TYPES, cells, meaning, rows_by_source
from data.schema import SCHEMA, Kind
from data.tables import current_tables
from data.vocabulary import Confidence, Seen
from data.words import words
from geo.wire.downloads import PREFIX
from pages.parts.citing import cite
from pages.parts.statement_cards import cards_of

TALL = 420
NUMBERS = {Kind.WHOLE, Kind.NUMBER, Kind.DEGREES}

tables = current_tables()
text = words()
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
    return ["\n".join(row).casefold() for row in cells(name, tables).itertuples(index=False, name=None)]


@st.cache_data(max_entries=4, show_spinner=False)
def rests(version: str) -> pd.DataFrame:
    return rows_by_source(tables)


@st.cache_data(max_entries=4, show_spinner=False)
def listed_sources(version: str) -> pd.DataFrame:
    """Every source with the number of rows that rest on it."""
    counts = rests(version)["source"].value_counts()
    sources = tables.sources[["id", "producer", "title", "date_published", "seen", "note"]]
    return sources.assign(rows=[int(counts.get(id_, 0)) for id_ in sources["id"]])[
        ["id", "rows", "producer", "title", "date_published", "seen", "note"]
    ]


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
    return frame.rename(columns={"": "none given"})


def found(name: str, query: str) -> pd.DataFrame:
    """The rows that have every word of the query somewhere."""
    wanted = query.casefold().split()
    keep = [all(word in row for word in wanted) for row in searchable(name, tables.version)]
    return shown_rows(name, tables.version)[keep]


def described(name: str) -> str:
    """The columns of a table, each with its type, its closed list and its meaning."""
    lines = []
    for column in SCHEMA[name]:
        kind = TYPES[column.kind][0] + (", required" if column.required else "")
        told = " ".join(filter(None, (meaning(name, column.name), SHAPES.get(column.kind))))
        closed = f"<br>One of: {escape(', '.join(column.words))}." if column.words else ""
        called = escape(column.name).replace("_", "_<wbr>")
        lines.append(f"<dt>{called}</dt><dd>{escape(told)} <span class='small'>({kind})</span>{closed}</dd>")
    return f"<dl>{''.join(lines)}</dl>"


def link(file: str, label: str) -> str:
    return f'<a href="./{PREFIX}/{escape(file)}" target="_self">{escape(label)}</a>'


def show_table() -> None:
    with st.container(horizontal=True, gap="small"):
        name: Any = st.selectbox("Table", list(SCHEMA), key="table", bind="query-params", width=260)
        query = st.text_input(
            "Rows with these words", key="search", bind="query-params", placeholder="in any column", width=300
        )
    rows = found(name, query)
    st.markdown(f"**{len(rows)} of {len(getattr(tables, name))} rows**")
    st.dataframe(rows, hide_index=True, height=TALL)
    package = link(f"{PACKAGE}.zip", "All tables as one ZIP")
    st.html(cards.page(f"<p>{link(f'{name}.csv', f'{name}.csv')} · {package}, a Frictionless Data Package</p>"))
    with st.expander(f"What the {len(SCHEMA[name])} columns mean"):
        st.html(cards.page(described(name)))
    cite(f"Table {name}", f"?table={name}")


def show_confidence() -> None:
    counts = confidence_counts(tables.version)
    st.markdown("Rows of each table by how sure they are. Measures, sources and units carry no such word.")
    st.table(counts.loc[:, counts.any()], border="horizontal")
    told = "".join(f"<dt>{word}</dt><dd>{escape(text['confidence'][word])}</dd>" for word in Confidence)
    st.html(cards.page(f"<dl>{told}</dl>"))


def show_sources() -> None:
    sources = listed_sources(tables.version)
    memory = int((sources["seen"] == Seen.MEMORY).sum())
    st.markdown(f"**{len(sources)} sources.** {memory} of them hold general knowledge that was not looked up again.")
    st.dataframe(sources, hide_index=True, height=TALL, column_config={"date_published": "published"})
    source: Any = st.selectbox("Source, by its id", list(sources["id"]), key="source", bind="query-params", width=260)
    st.html(cards.page(f"<p>{cards.source_links([source])}</p>"))
    resting = rests(tables.version)
    resting = resting[resting["source"] == source].drop(columns="source")
    st.markdown(f"**{len(resting)} rows rest on {source}**")
    st.dataframe(resting, hide_index=True)


st.title("Data and sources")
st.markdown(
    f"All facts of the atlas are rows of {len(SCHEMA)} tables, and each row names its sources. This is version "
    f"{tables.version}, checked up to {spelled(tables.as_of)}."
)
show_table()
st.header("How sure the tables are")
show_confidence()
st.header("Sources and what rests on them")
show_sources()
st.header("Known gaps")
st.html(
    cards.page(
        f"<p>{escape(tables.edition_note)}</p>"
        "<p>The readings of 1990 are readings of readings: some of the scholars' works were seen only in abstracts, "
        "reviews or quotations; the notes say which.</p>"
    )
)
st.header("Correct a fact")
st.markdown(
    "In a copy of the project, find the row in its table in `data/`, change it, name the source that shows it in "
    "`source_ids`, set `confidence`, and put into `note` what a reader should know, such as a date that other lists "
    "give. Then run `python -m data check` and the tests. To report an error, give the table, the row's key, what it "
    "says, what is right, and the source."
)
