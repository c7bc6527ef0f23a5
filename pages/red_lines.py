"""The statements in time, in exchanges and by country; what was promised; why they wanted in; the drafts of 2021."""

from datetime import date
from typing import Any

import streamlit as st

from data import drafts
from data.red_lines import (
    GENERAL,
    Filters,
    chosen,
    exchanges,
    line_by_year,
    moscow_beside,
    promised_1990,
    reasons_by_country,
)
from data.tables import current_tables
from data.vocabulary import STATEMENT_CONFIDENCE, Form, ReadingKind, Side, Stance
from data.words import words
from geo.charts.red_lines import line_figure, statements_figure
from pages.parts.citing import cite
from pages.parts.statement_cards import cards_of

PARTS = {
    "statements": "All statements",
    "exchanges": "Exchanges",
    "line": "Where the line ran",
    "promised": "1990 and 1991",
    "reasons": "Why they wanted in",
    "drafts": "The drafts of 2021",
}
FILTERS = ("stance", "side", "speaker", "country", "confidence", "form")
CHART = {"displayModeBar": False, "scrollZoom": False}

tables = current_tables()
text = words()
theme = st.context.theme.type or "light"
cards = cards_of(tables, theme)
all_rows = tables.statements
first, last = tables.first_year, tables.last_year
oldest = min(day.year for day in all_rows["day"])


def balance() -> str:
    """How many statements each side has."""
    counts = all_rows["side"].value_counts()
    return " · ".join(f"{text['side'][side]} {count}" for side, count in counts.items())


def picked(event: Any) -> list[Any]:
    """What the clicked mark of a chart carries."""
    points = event.selection.points
    return list(points[0].get("customdata") or []) if points else []


def clear() -> None:
    for name in FILTERS:
        st.session_state[name] = []
    st.session_state["years"] = (oldest, last)
    st.session_state["text"] = ""


def asked_for() -> Filters:
    """The filters, as the address or the reader has set them."""
    with st.container(horizontal=True, gap="small"):
        st.text_input("Search", key="text", bind="query-params", placeholder="words, names, places", width=260)
        years = st.slider("Years", oldest, last, (oldest, last), key="years", bind="query-params", width=320)
    is_set = any(st.session_state.get(name) for name in FILTERS)
    with st.expander("More filters", expanded=is_set), st.container(horizontal=True, gap="small"):
        countries = sorted({target for targets in all_rows["targets"] for target in targets}, key=named)
        options: dict[str, tuple[str, list[str], Any]] = {
            "stance": ("Stance", list(map(str, Stance)), lambda one: text["stance"][one]["label"]),
            "side": ("Side", list(map(str, Side)), lambda one: text["side"][one]),
            "speaker": ("Speaker", sorted(set(all_rows["speaker"])), str),
            "country": ("Country named", countries, named),
            "confidence": ("Confidence", list(map(str, STATEMENT_CONFIDENCE)),
                           lambda one: text["confidence"][one].partition(":")[0]),
            "form": ("Known as", list(map(str, Form)), lambda one: text["form"][one]),
        }  # fmt: skip
        values = {
            name: st.multiselect(label, every, key=name, bind="query-params", format_func=shown, width=270)
            for name, (label, every, shown) in options.items()
        }
    return Filters(**values, years=None if years == (oldest, last) else years, text=st.session_state["text"])


def named(country: str) -> str:
    return str(text["statement"]["enlargement_in_general"] if country == GENERAL else cards.names[country])


def show_statements() -> None:
    filters = asked_for()
    rows = chosen(tables, filters)
    opened = st.query_params.get("statement", "")
    st.markdown(f"**{len(rows)} of {len(all_rows)} statements**")
    if rows.empty:
        st.info("No statement meets all of this.")
        st.button("Clear the filters", on_click=clear)
        return
    figure = statements_figure(rows, tables, theme, opened)
    alt = f"Members of NATO by year as steps, and below {len(rows)} statements by date and side, each a sign by stance."
    event = st.plotly_chart(
        figure, key="chart", on_select="rerun", selection_mode="points", config=CHART, theme=None, alt=alt
    )
    if (clicked := picked(event)) and clicked[0] in cards.by_id:
        opened = clicked[0]
        st.query_params["statement"] = opened
    if opened in cards.by_id:
        st.html(cards.page(cards.listed([opened], opened)))
        cite(
            f"Statement of {cards.by_id[opened].speaker}, {cards.by_id[opened].date}",
            cards.address(opened),
            f"statements/{opened}",
        )
        st.subheader("All of them, in order")
    if not filters.is_empty:
        st.button("Clear the filters", on_click=clear)
    st.html(cards.page(cards.listed(rows)))


def show_exchanges() -> None:
    pairs = exchanges(tables)
    st.markdown(
        f"{len(pairs)} statements that were answered, each with its answers to the right. Order in time, not cause."
    )
    st.html(cards.page(*(cards.pair([said], answers) for said, answers in pairs)))


def show_line() -> None:
    table = line_by_year(tables)
    st.markdown(
        "For each year the countries that Soviet or Russian statements of this collection name, by their stance: a red "
        "line or threat; a demand or grievance; acceptance; or both in one year. An empty place means not named here."
    )
    chosen_cell = (st.session_state.get("line_country", ""), st.session_state.get("line_year", 0))
    event = st.plotly_chart(
        line_figure(tables, theme, chosen_cell), key="line", on_select="rerun", selection_mode="points",
        config=CHART, theme=None, alt="A grid of countries and years: where Moscow opposed or tolerated membership.",
    )  # fmt: skip
    order = list(dict.fromkeys(table["country"]))
    if clicked := picked(event):
        st.session_state["line_country"], st.session_state["line_year"] = clicked[0], int(clicked[1])
    left, right = st.columns(2)
    country = left.selectbox("Country", order, format_func=named, key="line_country")
    years = [int(year) for year in table.loc[table["country"] == country, "year"]]
    if st.session_state.get("line_year") not in years:
        st.session_state["line_year"] = years[-1]
    year = right.selectbox("Year", years, key="line_year")
    cell = table[(table["country"] == country) & (table["year"] == year)].iloc[0]
    st.html(cards.page(cards.listed(cell["ids"], cell["ids"][0])))
    st.subheader("How it moved")
    st.html(cards.page(*map(cards.phase, tables.line_phases.itertuples())))


def show_promised() -> None:
    st.markdown(
        "Historians disagree on what was said, what it covered and what it was worth. The documents and talks in the "
        "order of their dates; then the later accounts of one witness; then the readings."
    )
    st.html(cards.page(cards.listed(promised_1990(tables))))
    readings = tables.readings
    accounts = readings[readings["kind"] == ReadingKind.ACCOUNT]
    st.subheader("Gorbachev's two later accounts")
    for column, row in zip(st.columns(len(accounts)), accounts.itertuples(), strict=True):
        column.html(cards.page(cards.account(row)))
    st.subheader("Three readings")
    three = readings[readings["kind"] == ReadingKind.READING]
    for column, row in zip(st.columns(len(three)), three.itertuples(), strict=True):
        column.html(cards.page(cards.account(row)))


def show_reasons() -> None:
    st.markdown(
        f"This collection holds {len(all_rows)} statements: {balance()}. "
        "It began as a list of red lines and leans to Moscow after 2014."
    )
    for country, rows in reasons_by_country(tables).items():
        years = list(dict.fromkeys(day.year for day in rows["day"]))
        beside = moscow_beside(country, years, tables)
        when = ", ".join(map(str, years))
        with st.expander(
            f"{cards.names[country]}, {when}: {len(rows)} of its own, {len(beside)} of Moscow",
            expanded=country == "POL",
        ):
            st.html(cards.page(cards.pair(rows["id"], beside["id"])))
    st.subheader("Western voices against")
    st.html(cards.page(cards.listed(all_rows[all_rows["stance"] == Stance.DISSENT])))


def show_drafts() -> None:
    st.markdown(
        "On 17 December 2021 Russia's Foreign Ministry published a draft treaty with the United States and a draft "
        "agreement with NATO. The tables hold Articles 4 to 7 of both; the other articles are not covered. Choose a "
        "day to see which countries each would touch then, computed from the tables; any other day "
        "is a comparison, not history."
    )
    day = st.date_input(
        "Day", drafts.DRAFT_DAY, date(first, 12, 31), tables.as_of, key="draft_day", format="YYYY-MM-DD", width=220
    )
    for article in drafts.articles(tables):
        touched = drafts.affected(article.id, day, tables)
        with st.container(border=True):
            st.html(cards.page(cards.draft(article, touched, day)))
            cite(
                f"{article.document}, Article {article.article}",
                f"./?year={day.year}&draft={article.id}",
                f"draft_treaties/{article.id}",
            )


st.title("Red lines")
st.markdown(
    "What was said about NATO's enlargement, by whom, when, and with which answer. Quotations have at most 30 words; "
    "everything else is a paraphrase."
)
part = (
    st.segmented_control(
        "Part",
        list(PARTS),
        default="statements",
        format_func=PARTS.get,
        key="part",
        bind="query-params",
        label_visibility="collapsed",
    )
    or "statements"
)
{"statements": show_statements, "exchanges": show_exchanges, "line": show_line, "promised": show_promised,
 "reasons": show_reasons, "drafts": show_drafts}[part]()  # fmt: skip
