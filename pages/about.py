"""What the map shows, by which rules, from which sources, and what is not known."""

import streamlit as st

from data.dates import spelled
from data.tables import current_tables
from data.vocabulary import Confidence, Seen, Stance, Status
from data.words import words

tables = current_tables()
named = words()
text = named["about_page"]

st.set_page_config(layout="centered")
st.title(text["title"])
st.markdown(text["what"].format(first=tables.first_year, today=spelled(tables.as_of), edition_note=tables.edition_note))

st.header(text["colours"])
st.markdown(text["colours_why"])
statuses = [named["status"][status] for status in Status]
st.table({status["label"]: status["explain"] for status in statuses}, border="horizontal")
st.markdown(text["colours_rules"])

st.header(text["marks"])
stances = [named["stance"][stance] for stance in Stance]
st.table({stance["label"]: stance["explain"] for stance in stances}, border="horizontal")
counts = tables.statements["side"].value_counts()
sides = ", ".join(text["side"].format(side=named["side"][side], n=count) for side, count in counts.items())
st.markdown(text["collection"].format(n=len(tables.statements), sides=sides))
sure = {word: int((tables.statements["confidence"] == word).sum()) for word in Confidence}
st.table(
    {named["confidence"][word].partition(":")[0]: str(count) for word, count in sure.items() if count},
    border="horizontal",
)

st.header(text["borders"])
st.markdown(text["borders_why"])

st.header(text["sources"])
memory = int((tables.sources["seen"] == Seen.MEMORY).sum())
st.markdown(text["sources_why"].format(n=len(tables.sources), memory=memory))
st.dataframe(
    tables.sources[["id", "producer", "title", "date_published", "url", "note"]],
    hide_index=True,
    height=420,
    column_config={
        "url": st.column_config.LinkColumn(text["column_url"]),
        "date_published": text["column_published"],
    },
)
