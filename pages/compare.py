"""Small multiples of the years that changed the map, any two days side by side, and any two memberships."""

import streamlit as st

from data.compare import STRIP_YEARS
from data.tables import current_tables
from data.timeline import picture_day
from data.words import words
from geo.wire.assets import current_assets
from geo.wire.routes import PREFIX
from pages.parts.address import ANY_TEXT, tell_unknown
from pages.parts.announcing import show_count
from pages.parts.day_field import day_typed
from pages.parts.statement_cards import cards_of
from pages.parts.templates import css, filled
from pages.parts.two_days import changed, figure, pair, strip
from pages.parts.two_memberships import PARAMETERS, show_two_memberships

tables = current_tables()
text = words()["compare"]
theme = st.context.theme.type or "light"
cards = cards_of(tables, theme)
base = f"{PREFIX}/{current_assets().digest}"
DAYS = frozenset({"from", "to"})
"""The parameters of the address that ask for two days."""
YEARS = [str(year) for year in range(tables.first_year, tables.last_year + 1)]


def show_years() -> None:
    st.markdown(text["why"])
    st.html(strip(tuple(picture_day(year, tables) for year in STRIP_YEARS), tables, theme, base))


def show_two_days() -> None:
    left, right = st.columns(2)
    first = left.selectbox(
        text["earlier"], YEARS, index=YEARS.index("1989"), key="from", bind="query-params", accept_new_options=True
    )
    last = right.selectbox(
        text["later"], YEARS, index=len(YEARS) - 1, key="to", bind="query-params", accept_new_options=True
    )
    before, after = day_typed(left, first, tables), day_typed(right, last, tables)
    if before and after:
        days = (min(before, after), max(before, after))
        show_count(changed(days, tables), "changes")
        st.html(pair(days, tables, theme, base))
    else:
        for where, day in ((left, before), (right, after)):
            if day:
                where.html(cards.further(figure(day, tables, theme, base, is_named=True)))


def show_memberships() -> None:
    show_two_memberships(theme, base, YEARS)


# Who comes by a link to two memberships, or two days, finds them first; a choice made on the page moves nothing.
asked = {"memberships": not PARAMETERS.keys().isdisjoint(st.query_params), "two": not DAYS.isdisjoint(st.query_params)}
leading = st.session_state.setdefault(
    "first_part", next((part for part, is_asked in asked.items() if is_asked), "title")
)
shown = {"title": show_years, "two": show_two_days, "memberships": show_memberships}
parts = sorted(shown.items(), key=lambda part: part[0] != leading)
st.title(text[parts[0][0]])
tell_unknown("compare", dict.fromkeys(DAYS, ANY_TEXT) | PARAMETERS)
st.html(cards.style(filled("style", css=css("compare"))))
for heading, show in parts:
    if heading != parts[0][0]:
        st.header(text[heading])
    show()
