"""The statements that a reader asked for: counted, in time, one by one, and to take away."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from data.export import table_csv
from data.red_lines import chosen
from data.statement_counts import counts_of
from data.tables import Tables
from data.words import words
from geo.charts.red_lines import statements_figure
from pages.parts.citing import cite
from pages.parts.red_lines_filters import asked_for, clear_filters
from pages.parts.statement_cards import StatementCards

CHART = {"displayModeBar": False, "scrollZoom": False}


def picked(event: Any) -> list[Any]:
    """What the clicked mark of a chart carries."""
    points = event.selection.points
    return list(points[0].get("customdata") or []) if points else []


def by_side(rows: pd.DataFrame) -> str:
    """How many of some statements each side has."""
    named = words()
    counts = counts_of(rows).by_side
    side_count = named["red_lines_page"]["side_count"]
    return " · ".join(side_count.format(side=named["side"][side], n=n) for side, n in counts.items())


def show_statements(tables: Tables, cards: StatementCards, theme: str) -> None:
    text, all_rows = words()["red_lines_page"], tables.statements
    filters = asked_for(tables)
    rows = chosen(tables, filters)
    st.markdown(text["shown"].format(n=len(rows), total=len(all_rows)))
    if rows.empty:
        st.info(text["none"])
        st.button(text["clear"], on_click=clear_filters)
        return
    counts = counts_of(rows)
    seen = text["seen"].format(**vars(counts))
    st.caption(seen if filters.is_empty else text["of_those"].format(sides=by_side(rows), seen=seen))
    opened = _show_chart(rows, tables, cards, theme)
    if opened in cards.by_id:
        _show_opened(opened, cards)
    with st.container(horizontal=True, gap="small"):
        if not filters.is_empty:
            st.button(text["clear"], on_click=clear_filters)
        taken = table_csv("statements", replace(tables, statements=rows))
        st.download_button(
            text["take"].format(n=len(rows)), taken, text["file"], "text/csv", key="take_statements", on_click="ignore"
        )  # fmt: skip
    st.html(cards.page(cards.listed(rows)))


def _show_chart(rows: pd.DataFrame, tables: Tables, cards: StatementCards, theme: str) -> str:
    """The chart; gives the statement that the address or a click on a mark opens."""
    opened = st.query_params.get("statement", "")
    event = st.plotly_chart(
        statements_figure(rows, tables, theme, opened), key="chart", on_select="rerun", selection_mode="points",
        config=CHART, theme=None, alt=words()["red_lines_page"]["chart_alt"].format(n=len(rows)),
    )  # fmt: skip
    if (clicked := picked(event)) and clicked[0] in cards.by_id:
        opened = clicked[0]
        st.query_params["statement"] = opened
    return opened


def _show_opened(id_: str, cards: StatementCards) -> None:
    """One statement by itself, with its citation."""
    text, statement = words()["red_lines_page"], cards.by_id[id_]
    st.html(cards.page(cards.listed([id_], id_)))
    said = text["cited"].format(speaker=statement.speaker, date=statement.date)
    cite(said, cards.address(id_), f"statements/{id_}")
    st.subheader(text["all_in_order"])
