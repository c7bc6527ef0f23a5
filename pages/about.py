"""What the map shows, by which rules, from which sources, and what is not known."""

import streamlit as st

from data.dates import spelled
from data.tables import current_tables
from data.vocabulary import Confidence, Seen, Stance, Status
from data.words import words

tables = current_tables()
text = words()

st.set_page_config(layout="centered")
st.title("About this atlas")
st.markdown(
    f"""
Eastward shows who belonged to NATO, who was on the way, and who was not, from {tables.first_year} to today; and the
statements in which Soviet and Russian leaders drew red lines, with the answers they got and the reasons that applicants
gave. It takes no side. Where historians or governments disagree, it says so and shows both readings.

**A year's picture is 31 December of that year.** The last year's picture is {spelled(tables.as_of)}, the day up to
which the facts were checked. {tables.edition_note}
"""
)

st.header("What the colours mean")
st.markdown("A country has exactly one colour on a day: the first of these that applies.")
st.table({text["status"][status]["label"]: text["status"][status]["explain"] for status in Status}, border="horizontal")
st.markdown(
    "Founders count from the day the treaty entered into force, 24 August 1949; later members from the day their "
    "instrument of accession was deposited. Dependencies wear their sovereign's colour. Counts in the legend are "
    "counts of states of their time: the Soviet Union is one."
)

st.header("What the marks mean")
st.table({text["stance"][stance]["label"]: text["stance"][stance]["explain"] for stance in Stance}, border="horizontal")
counts = tables.statements["side"].value_counts()
sides = ", ".join(f"{text['side'][side]} {count}" for side, count in counts.items())
st.markdown(
    f"The collection has {len(tables.statements)} statements: {sides}. It began as a list of red lines and still leans "
    "to Moscow after 2014. Quotations have at most 30 words and appear only where the wording was seen. One stance a "
    "statement is a judgement; the words are there to be weighed."
)
st.table({text["confidence"][word].split(":")[0]: str((tables.statements["confidence"] == word).sum())
          for word in Confidence if (tables.statements["confidence"] == word).any()}, border="horizontal")  # fmt: skip

st.header("Borders")
st.markdown(
    "Shapes are Natural Earth 5.1.1 at 1:10 million, in the point of view it publishes for Germany: Crimea is in "
    "Ukraine, Kosovo is a state of its own. No map of borders is neutral; this one names its point of view. The "
    "borders of states that are gone (the Soviet Union, Yugoslavia, Czechoslovakia, the two German states) are drawn "
    "from those of today."
)

st.header("Sources")
memory = int((tables.sources["seen"] == Seen.MEMORY).sum())
st.markdown(
    f"{len(tables.sources)} sources. {memory} of them hold well-established facts that were not looked up again; cards "
    "mark them. Several pages were seen as copies; the address is that of the original where it is known."
)
st.dataframe(
    tables.sources[["id", "producer", "title", "date_published", "url", "note"]],
    hide_index=True,
    height=420,
    column_config={"url": st.column_config.LinkColumn("address"), "date_published": "published"},
)
