"""Small multiples of the years that changed the map, and any two years side by side."""

import streamlit as st
from markupsafe import Markup

from data.compare import STRIP_YEARS, changes
from data.headlines import headline
from data.rounds import all_joiners
from data.tables import current_tables
from data.words import words
from geo.wire.assets import current_assets
from geo.wire.routes import PREFIX
from pages.parts.templates import css, filled

tables = current_tables()
text = words()["compare"]
theme = st.context.theme.type or "light"
base = f"{PREFIX}/{current_assets().digest}"


def figure(year: int) -> Markup:
    """A small picture that opens the atlas at its year."""
    members = sum(one.joined_on.year <= year for one in all_joiners(tables))
    return filled(
        "small_picture",
        year=year,
        src=f"{base}/small-{year}-{theme}.png",
        alt=text["alt"].format(year=year, members=members),
        caption=text["caption"].format(year=year, headline=headline(year, tables).title),
    )


st.html(filled("style", css=css("compare")))
st.title(text["title"])
st.markdown(text["why"])
st.html(filled("strip", figures=map(figure, STRIP_YEARS)))

st.header(text["two"])
every = range(tables.first_year, tables.last_year + 1)
left, right = st.columns(2)
before = left.selectbox(text["earlier"], every, index=every.index(1989), key="from", bind="query-params")
after = right.selectbox(text["later"], every, index=len(every) - 1, key="to", bind="query-params")
st.markdown(text["changes"].format(changes=changes(before, after, tables)))
left.html(figure(before))
right.html(figure(after))
