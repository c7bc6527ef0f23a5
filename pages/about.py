"""What the map shows, by which rules, from which sources, and what is not known."""

import streamlit as st

from data.compare import STRIP_YEARS
from data.dates import spelled
from data.sentences import printed
from data.tables import current_tables
from data.timeline import picture_day
from data.vocabulary import Confidence, Seen, Stance, Status
from data.words import words
from geo.drawing.days_key import shared_key
from geo.drawing.key import Row
from pages.parts.charts import room_here, watch_charts
from pages.parts.chips import stance_chip, status_chip
from pages.parts.data_tables import sources_alone
from pages.parts.markdown import as_markdown_text
from pages.parts.source_table import show_source_table
from pages.parts.statement_cards import cards_of
from pages.parts.templates import filled

TALL = 420

tables = current_tables()
named = words()
text = named["about_page"]
cards = cards_of(tables, st.context.theme.type or "light")

st.title(text["title"])
st.markdown(
    text["what"].format(
        first=tables.first_year,
        today=spelled(tables.as_of),
        edition_note=as_markdown_text(printed(tables.edition_note)),
    )
)

st.header(text["colours"])
st.markdown(text["colours_why"])
days = tuple(picture_day(year, tables) for year in STRIP_YEARS)
rows = [each.row for each in shared_key(days, tables) if not each.counts]
signs_of_map = [row for row in rows if not row.is_plain]  # what lies beyond a map is told beside one only
colours = [(status_chip(status), named["status"][status]["explain"]) for status in Status]
st.html(cards.page(filled("told", rows=colours), cards.map_key([], signs_of_map)))
st.markdown(text["colours_rules"])

st.header(text["marks"])
marks = [(stance_chip(stance), named["stance"][stance]["explain"]) for stance in Stance]
around = [Row(sign, f"key.{sign}") for sign in ("contested", "badge", "chosen", "arc")]
st.html(cards.further(filled("told", rows=marks), cards.map_key([], around)))
counts = tables.statements["side"].value_counts()
sides = ", ".join(text["side"].format(side=named["side"][side], n=count) for side, count in counts.items())
st.markdown(text["collection"].format(n=len(tables.statements), sides=sides))
sure = {word: int((tables.statements["confidence"] == word).sum()) for word in Confidence}
st.html(
    cards.further(
        filled(
            "told", rows=[(named["confidence"][word].partition(":")[0], count) for word, count in sure.items() if count]
        )
    )
)

st.header(text["borders"])
st.markdown(text["borders_why"])

st.header(text["accessibility"])
st.markdown(text["accessibility_why"])

st.header(text["sources"])
memory = int((tables.sources["seen"] == Seen.MEMORY).sum())
st.markdown(text["sources_why"].format(n=len(tables.sources), memory=memory))
show_source_table(sources_alone, tables, TALL, room_here("about_tables").times)
watch_charts("about_tables")
