"""The statements in time, in exchanges and by country; what was promised; why they wanted in; the drafts of 2021."""

from datetime import date
from itertools import groupby
from operator import attrgetter
from urllib.parse import quote

import streamlit as st

from data import drafts
from data.called import label_of
from data.dates import spelled
from data.picture import picture_on
from data.red_lines import exchanges, line_by_year
from data.sentences import number_word, printed
from data.tables import current_tables
from data.treaties import treaties
from data.two_sentences import documents
from data.vocabulary import ReadingKind
from data.words import counted, words
from geo.charts.treaties import told, treaties_figure
from geo.wire.assets import current_assets
from geo.wire.day_pictures import draft_name
from geo.wire.routes import PREFIX
from pages.parts.address import one_of, tell_unknown
from pages.parts.charts import as_table, room_here, show_chart, watch_charts
from pages.parts.citing import cite
from pages.parts.copying import copy_buttons
from pages.parts.day_field import day_typed
from pages.parts.markdown import as_markdown_text
from pages.parts.opening_list import line_that_opens, list_style
from pages.parts.page_parts import show_chosen
from pages.parts.red_lines_filters import filters_taken, name_of
from pages.parts.red_lines_parts import dissent_html, exchanges_html, line, line_chart, promised_html, reasons_html
from pages.parts.red_lines_statements import all_by_side, picked, show_statements
from pages.parts.red_lines_tables import treaties_table
from pages.parts.statement_cards import cards_of

SENTENCES = "./red_lines?part=Two+sentences"
"""The address of that part."""

tables = current_tables()
named = words()
text = named["red_lines_page"]
theme = st.context.theme.type or "light"
cards = cards_of(tables, theme)
all_rows = tables.statements


def show_all() -> None:
    show_statements(tables, cards, theme, room)


def show_exchanges() -> None:
    st.markdown(text["exchanges_why"].format(n=len(exchanges(tables))))
    st.html(exchanges_html(tables, theme))


def show_line() -> None:
    table, shown = line_by_year(tables), line(tables, theme)
    st.header(as_markdown_text(shown.finding), anchor=False)
    st.markdown(text["line_why"])
    st.html(shown.key)
    chosen_cell = (st.session_state.get("line_country", ""), st.session_state.get("line_year", 0))
    event = show_chart(
        line_chart(tables, theme, chosen_cell, room), "line", text["line_alt"], room,
        on_select="rerun", selection_mode="points",
    )  # fmt: skip
    st.html(shown.table)
    order = list(dict.fromkeys(table["country"]))
    if clicked := picked(event):
        st.session_state["line_country"], st.session_state["line_year"] = clicked[0], int(clicked[1])
    left, right = st.columns(2)
    country = left.selectbox(
        text["line_country"], order, format_func=lambda one: name_of(one, tables), key="line_country"
    )  # fmt: skip
    years = [int(year) for year in table.loc[table["country"] == country, "year"]]
    if st.session_state.get("line_year") not in years:
        st.session_state["line_year"] = years[-1]
    year = right.selectbox(text["line_year"], years, key="line_year")
    cell = table[(table["country"] == country) & (table["year"] == year)].iloc[0]
    st.html(cards.page(cards.listed(cell["ids"], cell["ids"][0])))
    st.header(text["how_it_moved"])
    st.html(shown.phases)


def show_promised() -> None:
    st.markdown(text["promised_why"])
    st.html(promised_html(tables, theme))
    for kind, heading in ((ReadingKind.ACCOUNT, text["accounts"]), (ReadingKind.READING, text["readings"])):
        rows = tables.readings[tables.readings["kind"] == kind]
        st.header(heading)
        for column, row in zip(st.columns(len(rows)), rows.itertuples(), strict=True):
            column.html(cards.page(cards.account(row)))


def show_sentences() -> None:
    st.markdown(named["two_sentences"]["why"])
    st.html(cards.page(*map(cards.two_sentences, documents(tables))))
    cite(text["parts"]["sentences"], SENTENCES)


def show_reasons() -> None:
    st.markdown(text["reasons_why"])
    st.html(reasons_html(tables, theme))
    st.header(text["dissent"])
    st.html(dissent_html(tables, theme))


def show_drafts() -> None:
    st.markdown(text["drafts_why"])
    st.markdown(text["drafts_sentences"].format(address=SENTENCES))
    days = [spelled(drafts.DRAFT_DAY), *map(str, range(tables.first_year, tables.last_year + 1))]
    where = st.container(width=320)
    typed = where.selectbox(text["day"], days, key="draft_day", accept_new_options=True)
    if day := day_typed(where, typed, tables):
        show_articles(day)


def show_articles(day: date) -> None:
    """The key to the maps of a day, and every article with its own."""
    shown = picture_on(day, tables)
    reached = {unit for article in shown.drafts.values() for unit in article.countries}
    statuses = {shown.units[unit].status for unit in reached if unit in shown.units}
    called = {status: label_of(status, shown.called) for status in statuses}
    st.html(cards.page(cards.map_key(called, ground=text["untouched"])))
    articles = drafts.articles(tables)
    folder = f"{PREFIX}/{current_assets().digest}"
    pictures = {article.id: f"{folder}/{draft_name(article.id, day, theme)}" for article in articles}
    st.html(list_style("draft", [(picture, (id_,)) for id_, picture in pictures.items()]))
    with st.container(key="drafts_list"):
        for document, those in groupby(articles, attrgetter("document")):
            st.header(as_markdown_text(document), anchor=False)
            for article in those:
                show_article(article, day, pictures[article.id])


def show_article(article: drafts.Article, day: date, picture: str) -> None:
    """An article on a line, with how many it touches; it opens to whom, a larger map, and where it is from."""
    touched = drafts.affected(article.id, day, tables)
    said = text["draft_said"].format(article=article.article, demand=printed(article.demand))
    verdict = text["draft_verdict" if touched else "draft_verdict_nobody"].format(n=len(touched))
    with st.expander(line_that_opens(said, verdict, f"{printed(article.affected)}."), key=f"draft_{article.id}"):
        st.html(cards.further(cards.draft(article, touched, day, picture)))
        cite(
            text["article"].format(document=article.document, article=article.article),
            f"./?year={day.year}&draft={article.id}",
            f"draft_treaties/{article.id}",
        )


def show_arms() -> None:
    shown = treaties(tables)
    standing = sum(treaty.stands for treaty in shown)
    day = spelled(tables.as_of)
    found = counted(text["arms_finding"], standing, many=number_word(standing), total=number_word(len(shown)), day=day)
    st.header(as_markdown_text(found), anchor=False)
    st.markdown(text["arms_why"])
    alt = text["arms_alt"].format(bars="; ".join(told(treaty, tables.as_of) for treaty in shown))
    show_chart(treaties_figure(tables, theme, room), "arms", alt, room)
    st.html(cards.page(as_table(found, *treaties_table(tables))))
    st.html(cards.page(*(cards.treaty(treaty.row) for treaty in shown)))
    cite(text["arms_cited"], f"?part={quote(text['parts']['arms'])}")


PARTS = {
    "statements": show_all,
    "exchanges": show_exchanges,
    "line": show_line,
    "promised": show_promised,
    "sentences": show_sentences,
    "reasons": show_reasons,
    "drafts": show_drafts,
    "arms": show_arms,
}

st.title(text["title"])
tell_unknown("red_lines", {"part": one_of(text["parts"].values()), **filters_taken(tables)})
room = room_here("red_lines_charts")
st.markdown(text["why"])
st.caption(text["by_side"].format(n=len(all_rows), sides=all_by_side(tables)))
show_chosen(PARTS, text["part"], text["parts"], "part")
copy_buttons()
watch_charts("red_lines_charts")
