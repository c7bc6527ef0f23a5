"""The editions of the atlas, and what changed since one of them, row by row and cell by cell."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from functools import cache, lru_cache, partial
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from data.changes import Cell, Change, Row, changes_csv, changes_since
from data.citation import edition_name
from data.dates import spelled
from data.editions import package_path
from data.search_text import folded, looked_for
from data.tables import FOLDER, Tables
from data.words import counted, words
from pages.parts.announcing import show_count
from pages.parts.statement_cards import StatementCards
from pages.parts.templates import Html, css, filled

ROWS_A_PAGE = 25
WORD = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
KEPT = 64
"""Choices of changes, and pages of them, each made once; a page takes 30 kB, a file of all a megabyte."""
Pieces = list[tuple[str, bool]]
Places = tuple[int, ...]
"""Of rows among all that changed."""
text = words()["changes_page"]


def show_changes(tables: Tables, cards: StatementCards) -> None:
    """The list of editions, and below it what changed since the one that is chosen."""
    st.header(text["title"])
    st.markdown(text["editions"])
    st.html(editions_html(tables, cards))
    before = earlier(tables)
    if not before:
        st.markdown(text["none_before"])
        return
    since: Any = st.selectbox(text["since"], before, key="since", bind="query-params", width=260)
    if not rows_since(since):
        st.markdown(text["nothing"].format(number=since))
    else:
        show_rows(since, cards)
    st.download_button(
        text["package"].format(number=since), partial(package, since), f"eastward-{since}.zip",
        "application/zip", on_click="ignore",
    )  # fmt: skip


def earlier(tables: Tables) -> list[str]:
    """The numbers of the editions before the current one, the last first."""
    return [edition.number for edition in reversed(tables.editions) if edition.number != tables.version]


def changed_tables(number: str) -> list[str]:
    """The tables that changed since an edition."""
    return list(dict.fromkeys(row.table for row in rows_since(number)))


def listed(tables: Tables) -> Iterator[tuple[str, ...]]:
    """Number, day, day of the facts and what changed, of every edition, the current one first."""
    current = (tables.edition_date, tables.as_of, tables.edition_changed)
    yield edition_name(tables), *told(*current)
    for edition in reversed(tables.editions):
        if edition.number != tables.version:
            yield edition.number, *told(edition.day, edition.as_of, edition.changed)


@cache
def editions_html(tables: Tables, cards: StatementCards) -> Html:
    """The list of editions, and the style of what is below it."""
    return cards.further(filled("editions", css=css("changes"), editions=listed(tables)))


def told(day: date, as_of: date, changed: str) -> tuple[str, str, str]:
    return spelled(day), spelled(as_of), changed


# ---------------------------------------------------------------------- the rows


@cache
def rows_since(number: str) -> tuple[Row, ...]:
    """Every row that changed since an edition; worked out once a process."""
    return tuple(changes_since(number))


@cache
def searchable(number: str) -> tuple[str, ...]:
    """The text of each such row, as a search compares it."""
    return tuple(folded("\n".join(row.texts)) for row in rows_since(number))


@cache
def package(number: str) -> bytes:
    """The tables of an edition, packed."""
    return package_path(FOLDER, number).read_bytes()


@lru_cache(maxsize=4)
def taken(number: str, places: Places) -> str:
    """Some of the rows that changed, as CSV."""
    return changes_csv(rows_since(number)[place] for place in places)


def show_rows(since: str, cards: StatementCards) -> None:
    rows = rows_since(since)
    with st.expander(text["counted"].format(n=len(rows))):
        st.table(counts(since), border="horizontal")
    chosen = asked_for(since)
    show_count(counted(text["shown"], len(chosen), total=len(rows)), "changed")
    if not chosen:
        st.info(text["none_found"])
        return
    pages = -(-len(chosen) // ROWS_A_PAGE)
    page = 1
    if pages > 1:
        page = st.number_input(text["page"].format(n=pages), 1, pages, key=f"changes page {pages}", width=160)
    first = (page - 1) * ROWS_A_PAGE
    shown = tuple(rows[place] for place in chosen[first : first + ROWS_A_PAGE])
    numbers = {"first": first + 1, "last": first + len(shown), "total": len(chosen)}
    st.html(changes_html(shown, text["changes_caption"].format(**numbers, number=since), cards))
    st.download_button(
        text["download"], partial(taken, since, chosen), f"eastward-changes-since-{since}.csv", "text/csv",
        on_click="ignore",
    )  # fmt: skip


@cache
def counts(number: str) -> pa.Table:
    """How many rows of each table changed in which way, as a grid takes it over."""
    rows = rows_since(number)
    found = Counter((row.table, row.kind) for row in rows)
    tables = dict.fromkeys(row.table for row in rows)
    return pa.Table.from_pandas(
        pd.DataFrame({text["kind_of"][kind]: [found[table, kind] for table in tables] for kind in Change}, list(tables))
    )


@cache
def offered(number: str) -> tuple[Counter[str], Counter[Change]]:
    """How many rows changed in each table, and in each way."""
    rows = rows_since(number)
    return Counter(row.table for row in rows), Counter(row.kind for row in rows)


def asked_for(since: str) -> Places:
    """The rows in the table, of the kinds and with the words that the reader chooses."""
    in_tables, kinds = offered(since)
    with st.container(horizontal=True, gap="small"):
        table = st.selectbox(
            text["table"], list(in_tables), index=None, key="changed_in", bind="query-params",
            placeholder=text["every_table"].format(n=len(in_tables)), width=260,
        )  # fmt: skip
        query = st.text_input(
            text["search"], key="changed_with", bind="query-params", placeholder=text["search_example"], width=300
        )
    wanted_kinds = st.segmented_control(
        text["kinds"], [kind for kind in Change if kinds[kind]], selection_mode="multi", key="changed_how",
        format_func=lambda kind: text["kind_count"].format(kind=text["kind_of"][kind], n=kinds[kind]),
    )  # fmt: skip
    return matching(since, table, tuple(wanted_kinds), looked_for(query))


@lru_cache(maxsize=KEPT)
def matching(number: str, table: str | None, kinds: tuple[Change, ...], wanted: tuple[str, ...]) -> Places:
    """The rows in a table, or in any, of some kinds, or of any, that have every word somewhere."""
    return tuple(
        place
        for place, row in enumerate(rows_since(number))
        if table in (None, row.table)
        and (not kinds or row.kind in kinds)
        and (not wanted or all(word in searchable(number)[place] for word in wanted))
    )


@lru_cache(maxsize=KEPT)
def changes_html(rows: tuple[Row, ...], caption: str, cards: StatementCards) -> Html:
    """Rows that changed as a table: what of a cell is new or gone is marked."""
    marked = [(row, [(cell.column, *compared(cell)) for cell in row.cells]) for row in rows]
    return cards.further(filled("changes", rows=marked, caption=caption))


def compared(cell: Cell) -> tuple[Pieces, Pieces]:
    """A cell before and after, in pieces, each with whether the other lacks it."""
    before, after = WORD.findall(cell.before), WORD.findall(cell.after)
    left: Pieces = []
    right: Pieces = []
    for what, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for pieces, words_in in ((left, before[i:j]), (right, after[k:m])):
            if words_in:
                pieces.append(("".join(words_in), what != "equal"))
    return left, right
