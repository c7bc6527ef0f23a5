"""The statements that a reader asked for: counted, in time, one by one, and to take away."""

from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from data.dates import spelled_as_given
from data.export import table_csv
from data.red_lines import Filters, chosen, statements_finding
from data.statement_counts import Counts, counts_of, more_of
from data.tables import Tables
from data.vocabulary import Confidence, Stance
from data.words import counted, words
from geo.charts.red_lines import statements_figure
from geo.charts.signs import stance_uri
from geo.charts.style import Drawn, Room, ready
from geo.drawing.palette import THEMES
from pages.parts.announcing import show_count
from pages.parts.charts import as_table, show_chart, sign_key
from pages.parts.citing import cite
from pages.parts.red_lines_filters import asked_for, clear_filters
from pages.parts.statement_cards import StatementCards, cards_of

KEPT = 48
"""Choices of statements, each made once. That of all takes a megabyte; one of a search has a tenth of them."""
Ids = tuple[str, ...]


def picked(event: Any) -> list[Any]:
    """What the clicked mark of a chart carries."""
    points = event.selection.points
    return list(points[0].get("customdata") or []) if points else []


@cache
def all_by_side(tables: Tables) -> str:
    """How many of all statements each side has."""
    return by_side(tables.statements)


def by_side(rows: pd.DataFrame) -> str:
    """How many of some statements each side has."""
    named = words()
    counts = counts_of(rows).by_side
    side_count = named["red_lines_page"]["side_count"]
    return " · ".join(side_count.format(side=named["side"][side], n=n) for side, n in counts.items())


@dataclass(frozen=True)
class _Shown:
    """What is told of some statements, whoever asks for them."""

    counts: Counts
    sides: str
    finding: str
    key: Markup
    table: Markup
    listed: Markup


@lru_cache(maxsize=KEPT)
def _shown(ids: Ids, tables: Tables, theme: str) -> _Shown:
    rows, cards = _rows(ids, tables), cards_of(tables, theme)
    return _Shown(
        counts_of(rows),
        by_side(rows),
        statements_finding(rows),
        cards.page(_key(rows, theme)),
        cards.further(_table(rows, cards)),
        cards.further(cards.listed(ids)),
    )


@lru_cache(maxsize=KEPT)
def _ids(filters: Filters, tables: Tables) -> Ids:
    return tuple(chosen(tables, filters)["id"])


def taken(ids: Ids, tables: Tables) -> str:
    """Some statements as CSV: seldom asked for, and made then."""
    return table_csv("statements", replace(tables, statements=_rows(ids, tables)))


@lru_cache(maxsize=KEPT)
def _figure(ids: Ids, tables: Tables, theme: str, opened: str, room: Room) -> Drawn:
    return ready(statements_figure(_rows(ids, tables), tables, theme, opened, room))


def _rows(ids: Ids, tables: Tables) -> pd.DataFrame:
    return tables.statements[tables.statements["id"].isin(ids)]


def show_statements(tables: Tables, cards: StatementCards, theme: str, room: Room) -> None:
    text, all_rows = words()["red_lines_page"], tables.statements
    filters = asked_for(tables)
    ids = _ids(filters, tables)
    show_count(text["shown"].format(n=len(ids), total=len(all_rows)))
    if not ids:
        st.info(text["none"])
        st.button(text["clear"], on_click=clear_filters)
        return
    shown = _shown(ids, tables, theme)
    counts = shown.counts
    seen = counted(text["seen"], counts.seen, total=counts.total, more=more_of(counts)).strip()
    st.header(shown.finding, anchor=False)
    opened = _show_chart(ids, shown, tables, cards, theme, room)
    st.caption(seen if filters.is_empty else text["of_those"].format(sides=shown.sides, seen=seen))
    if opened in cards.by_id:
        _show_opened(opened, cards)
    with st.container(horizontal=True, gap="small"):
        if not filters.is_empty:
            st.button(text["clear"], on_click=clear_filters)
        st.download_button(
            text["take"].format(n=len(ids)), partial(taken, ids, tables), text["file"], "text/csv",
            key="take_statements", on_click="ignore",
        )  # fmt: skip
    st.html(shown.listed)


def _key(rows: pd.DataFrame, theme: str) -> Markup:
    """The signs of the stances that are shown, and how many there are of each."""
    text, ink, counts = words(), THEMES[theme], rows["stance"].value_counts()
    signs = [
        (stance_uri(stance, ink), text["red_lines_page"]["stance_count"].format(stance=label, n=counts[stance]))
        for stance in Stance
        if stance in counts
        for label in [text["stance"][stance]["label"]]
    ]
    contested = rows[rows["confidence"] == Confidence.CONTESTED]
    if not contested.empty:
        sign = stance_uri(Stance(contested["stance"].iloc[0]), ink, ringed=True)
        told = text["red_lines_page"]["stance_count"].format(stance=text["statement"]["contested"], n=len(contested))
        signs.append((sign, told))
    return sign_key(signs)


def _table(rows: pd.DataFrame, cards: StatementCards) -> Markup:
    text, named = words()["red_lines_page"]["table"], words()
    heads = [text[name] for name in ("date", "speaker", "side", "stance")]
    body = [
        (spelled_as_given(row.date), row.speaker, named["side"][row.side], named["stance"][row.stance]["label"])
        for row in map(cards.by_id.__getitem__, rows["id"])
    ]
    return as_table(statements_finding(rows), heads, body)


def _show_chart(ids: Ids, shown: _Shown, tables: Tables, cards: StatementCards, theme: str, room: Room) -> str:
    """The chart; gives the statement that the address or a click on a mark opens."""
    opened = st.query_params.get("statement", "")
    st.html(shown.key)
    event = show_chart(
        _figure(ids, tables, theme, opened if opened in cards.by_id else "", room), "chart",
        words()["red_lines_page"]["chart_alt"].format(n=len(ids)), room, on_select="rerun",
        selection_mode="points",
    )  # fmt: skip
    st.html(shown.table)
    if (clicked := picked(event)) and clicked[0] in cards.by_id:
        opened = clicked[0]
        st.query_params["statement"] = opened
    return opened


def _show_opened(id_: str, cards: StatementCards) -> None:
    """One statement by itself, with its citation."""
    text, statement = words()["red_lines_page"], cards.by_id[id_]
    st.html(cards.further(cards.listed([id_], id_)))
    said = text["cited"].format(speaker=statement.speaker, date=spelled_as_given(statement.date))
    cite(said, cards.address(id_), f"statements/{id_}")
    st.header(text["all_in_order"])
