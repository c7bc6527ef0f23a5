"""The statements in time, in exchanges and by country; what was promised; why they wanted in; the drafts of 2021."""

from datetime import date
from typing import Any
from urllib.parse import quote

import streamlit as st

from data import drafts
from data.dates import spelled
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
from data.treaties import treaties
from data.vocabulary import STATEMENT_CONFIDENCE, Form, ReadingKind, Side, Stance
from data.words import counted, words
from geo.charts.red_lines import line_figure, statements_figure
from geo.charts.treaties import told, treaties_figure
from pages.parts.citing import cite
from pages.parts.page_parts import show_chosen
from pages.parts.statement_cards import cards_of

FILTERS = ("stance", "side", "speaker", "country", "confidence", "form")
CHART = {"displayModeBar": False, "scrollZoom": False}

tables = current_tables()
named = words()
text = named["red_lines_page"]
theme = st.context.theme.type or "light"
cards = cards_of(tables, theme)
all_rows = tables.statements
first, last = tables.first_year, tables.last_year
oldest = min(day.year for day in all_rows["day"])


def balance() -> str:
    """How many statements there are, and of which side."""
    counts = all_rows["side"].value_counts()
    sides = " · ".join(text["side_count"].format(side=named["side"][side], n=n) for side, n in counts.items())
    return str(text["by_side"].format(n=len(all_rows), sides=sides))


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
        st.text_input(text["search"], key="text", bind="query-params", placeholder=text["search_example"], width=260)
        years = st.slider(text["years"], oldest, last, (oldest, last), key="years", bind="query-params", width=320)
    is_set = any(st.session_state.get(name) for name in FILTERS)
    with st.expander(text["more_filters"], expanded=is_set), st.container(horizontal=True, gap="small"):
        countries = sorted({target for targets in all_rows["targets"] for target in targets}, key=name_of)
        options: dict[str, tuple[list[str], Any]] = {
            "stance": (list(map(str, Stance)), lambda one: named["stance"][one]["label"]),
            "side": (list(map(str, Side)), lambda one: named["side"][one]),
            "speaker": (sorted(set(all_rows["speaker"])), str),
            "country": (countries, name_of),
            "confidence": (
                list(map(str, STATEMENT_CONFIDENCE)),
                lambda one: named["confidence"][one].partition(":")[0],
            ),
            "form": (list(map(str, Form)), lambda one: named["form"][one]),
        }
        values = {
            name: st.multiselect(text[name], every, key=name, bind="query-params", format_func=shown, width=270)
            for name, (every, shown) in options.items()
        }
    return Filters(**values, years=None if years == (oldest, last) else years, text=st.session_state["text"])


def short_confidence(word: str) -> str:
    return str(named["confidence"][word]).partition(":")[0]


def name_of(country: str) -> str:
    return str(named["statement"]["enlargement_in_general"] if country == GENERAL else cards.names[country])


def show_statements() -> None:
    filters = asked_for()
    rows = chosen(tables, filters)
    opened = st.query_params.get("statement", "")
    st.markdown(text["shown"].format(n=len(rows), total=len(all_rows)))
    if rows.empty:
        st.info(text["none"])
        st.button(text["clear"], on_click=clear)
        return
    figure = statements_figure(rows, tables, theme, opened)
    event = st.plotly_chart(
        figure, key="chart", on_select="rerun", selection_mode="points", config=CHART, theme=None,
        alt=text["chart_alt"].format(n=len(rows)),
    )  # fmt: skip
    if (clicked := picked(event)) and clicked[0] in cards.by_id:
        opened = clicked[0]
        st.query_params["statement"] = opened
    if opened in cards.by_id:
        st.html(cards.page(cards.listed([opened], opened)))
        statement = cards.by_id[opened]
        cite(
            text["cited"].format(speaker=statement.speaker, date=statement.date),
            cards.address(opened),
            f"statements/{opened}",
        )
        st.subheader(text["all_in_order"])
    if not filters.is_empty:
        st.button(text["clear"], on_click=clear)
    st.html(cards.page(cards.listed(rows)))


def show_exchanges() -> None:
    pairs = exchanges(tables)
    st.markdown(text["exchanges_why"].format(n=len(pairs)))
    st.html(cards.page(*(cards.pair([said], answers) for said, answers in pairs)))


def show_line() -> None:
    table = line_by_year(tables)
    st.markdown(text["line_why"])
    chosen_cell = (st.session_state.get("line_country", ""), st.session_state.get("line_year", 0))
    event = st.plotly_chart(
        line_figure(tables, theme, chosen_cell), key="line", on_select="rerun", selection_mode="points",
        config=CHART, theme=None, alt=text["line_alt"],
    )  # fmt: skip
    order = list(dict.fromkeys(table["country"]))
    if clicked := picked(event):
        st.session_state["line_country"], st.session_state["line_year"] = clicked[0], int(clicked[1])
    left, right = st.columns(2)
    country = left.selectbox(text["line_country"], order, format_func=name_of, key="line_country")
    years = [int(year) for year in table.loc[table["country"] == country, "year"]]
    if st.session_state.get("line_year") not in years:
        st.session_state["line_year"] = years[-1]
    year = right.selectbox(text["line_year"], years, key="line_year")
    cell = table[(table["country"] == country) & (table["year"] == year)].iloc[0]
    st.html(cards.page(cards.listed(cell["ids"], cell["ids"][0])))
    st.subheader(text["how_it_moved"])
    st.html(cards.page(*map(cards.phase, tables.line_phases.itertuples())))


def show_promised() -> None:
    st.markdown(text["promised_why"])
    st.html(cards.page(cards.listed(promised_1990(tables))))
    for kind, heading in ((ReadingKind.ACCOUNT, text["accounts"]), (ReadingKind.READING, text["readings"])):
        rows = tables.readings[tables.readings["kind"] == kind]
        st.subheader(heading)
        for column, row in zip(st.columns(len(rows)), rows.itertuples(), strict=True):
            column.html(cards.page(cards.account(row)))


def show_reasons() -> None:
    st.markdown(text["reasons_why"])
    for country, rows in reasons_by_country(tables).items():
        years = list(dict.fromkeys(day.year for day in rows["day"]))
        beside = moscow_beside(country, years, tables)
        when = ", ".join(map(str, years))
        heading = text["reasons_of"].format(
            country=cards.names[country], years=when, own=len(rows), moscow=len(beside)
        )  # fmt: skip
        with st.expander(heading, expanded=country == "POL"):
            st.html(cards.page(cards.pair(rows["id"], beside["id"])))
    st.subheader(text["dissent"])
    st.html(cards.page(cards.listed(all_rows[all_rows["stance"] == Stance.DISSENT])))


def show_drafts() -> None:
    st.markdown(text["drafts_why"])
    day = st.date_input(
        text["day"], drafts.DRAFT_DAY, date(first, 12, 31), tables.as_of, key="draft_day", format="YYYY-MM-DD",
        width=220,
    )  # fmt: skip
    for article in drafts.articles(tables):
        touched = drafts.affected(article.id, day, tables)
        with st.container(border=True):
            st.html(cards.page(cards.draft(article, touched, day)))
            cite(
                text["article"].format(document=article.document, article=article.article),
                f"./?year={day.year}&draft={article.id}",
                f"draft_treaties/{article.id}",
            )


def show_arms() -> None:
    shown = treaties(tables)
    standing = sum(treaty.stands for treaty in shown)
    day = spelled(tables.as_of)
    st.markdown(counted(text["arms_why"], standing, total=len(shown), day=day))
    st.plotly_chart(
        treaties_figure(tables, theme), key="arms", config=CHART, theme=None,
        alt=text["arms_alt"].format(bars="; ".join(told(treaty, tables.as_of) for treaty in shown)),
    )  # fmt: skip
    st.html(cards.page(*(cards.treaty(treaty.row) for treaty in shown)))
    cite(text["arms_cited"], f"?part={quote(text['parts']['arms'])}")


PARTS = {
    "statements": show_statements,
    "exchanges": show_exchanges,
    "line": show_line,
    "promised": show_promised,
    "reasons": show_reasons,
    "drafts": show_drafts,
    "arms": show_arms,
}

st.title(text["title"])
st.markdown(text["why"])
st.caption(balance())
show_chosen(PARTS, text["part"], text["parts"], "part")
