"""Small multiples of the years that changed the map, and any two years side by side."""

import streamlit as st

from data.compare import STRIP_YEARS, changes
from data.headlines import headline
from data.rounds import all_joiners
from data.tables import current_tables
from data.words import words
from geo.wire.assets import current_assets
from geo.wire.routes import PREFIX

tables = current_tables()
text = words()["compare"]
theme = st.context.theme.type or "light"
base = f"{PREFIX}/{current_assets().digest}"


def figure(year: int, caption: str) -> str:
    """A small picture that opens the atlas at its year."""
    alt = text["alt"].format(year=year, members=sum(one.joined_on.year <= year for one in all_joiners(tables)))
    return (
        f'<a class="small" href="./?year={year}" target="_self"><img src="{base}/small-{year}-{theme}.png" alt="{alt}"'
        f' width="640" height="376" loading="lazy"><span>{caption}</span></a>'
    )


st.html(
    "<style>.strip{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:18px}"
    ".small{text-decoration:none;color:inherit;display:block}.small img{width:100%;height:auto;display:block}"
    ".small span{display:block;padding-top:4px;line-height:1.3}.small:hover span{text-decoration:underline}</style>"
)
st.title(text["title"])
st.markdown(text["why"])
strip = "".join(figure(year, f"{year}: {headline(year, tables).title}") for year in STRIP_YEARS)
st.html(f'<div class="strip">{strip}</div>')

st.header(text["two"])
every = range(tables.first_year, tables.last_year + 1)
left, right = st.columns(2)
before = left.selectbox(text["earlier"], every, index=every.index(1989), key="from", bind="query-params")
after = right.selectbox(text["later"], every, index=len(every) - 1, key="to", bind="query-params")
st.markdown(f"**{changes(before, after, tables)}**")
left.html(figure(before, f"{before}: {headline(before, tables).title}"))
right.html(figure(after, f"{after}: {headline(after, tables).title}"))
