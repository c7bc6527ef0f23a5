"""Small multiples of the years that changed the map, any two days side by side, and any two memberships."""

from datetime import date
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from data.compare import STRIP_YEARS, changes
from data.dates import spelled
from data.headlines import headline_on, when_on
from data.membership import members_on
from data.memberships.told import joined_by
from data.picture import picture_on
from data.sentences import listed
from data.tables import current_tables
from data.timeline import picture_day
from data.typed_days import typed_day
from data.vocabulary import Status
from data.words import counted, words
from geo.drawing.days_key import shared_key
from geo.wire.assets import current_assets
from geo.wire.day_pictures import PAIR_FORMS, pair_name
from geo.wire.routes import PREFIX
from pages.parts.address import ANY_TEXT, tell_unknown
from pages.parts.announcing import show_count
from pages.parts.markdown import as_markdown_text
from pages.parts.statement_cards import cards_of
from pages.parts.templates import css, filled
from pages.parts.two_memberships import PARAMETERS, show_two_memberships

tables = current_tables()
text = words()["compare"]
theme = st.context.theme.type or "light"
cards = cards_of(tables, theme)
base = f"{PREFIX}/{current_assets().digest}"
YEARS = [str(year) for year in range(tables.first_year, tables.last_year + 1)]


def headline_of(day: date) -> str:
    """The headline of a small map, on which no name could be read: it names who joined, be they many."""
    picture, title = picture_on(day, tables), headline_on(day, tables).title
    names = joined_by(picture) if picture.joined else []
    return title if any(name in title for name in names) or not names else f"{title}: {listed(names)}"


def figure(day: date) -> Markup:
    """A small map that opens the atlas at its day; year and members stand above it."""
    when, members = when_on(day, tables), counted(text["members"], len(members_on(day, tables)))
    shown = {"year": when} if when == str(day.year) else {"day": day.isoformat()}
    (name,) = shown.values()
    return filled(
        "small_picture",
        query=urlencode(shown),
        src=f"{base}/small-{name}-{theme}.png",
        alt=text["alt"].format(day=spelled(day), members=members),
        when=when,
        members=members,
        headline=headline_of(day),
    )


def key_to(days: tuple[date, ...]) -> Markup:
    """What some maps show; of statuses only those that they have."""
    shared = shared_key(days, tables)
    return cards.map_key(
        [Status(each.row.sign) for each in shared if each.counts], [each.row for each in shared if not each.counts]
    )


def chosen(where: st.delta_generator.DeltaGenerator, key: str, label: str, default: int) -> date | None:
    """The day that a reader chose or typed; None, and a sentence, where it is none."""
    typed = where.selectbox(
        text[label], YEARS, index=default, key=key, bind="query-params", accept_new_options=True
    )  # fmt: skip
    try:
        return typed_day(str(typed), tables)
    except ValueError as error:
        where.error(as_markdown_text(str(error)))
        return None


def show_years() -> None:
    st.markdown(text["why"])
    strip = tuple(picture_day(year, tables) for year in STRIP_YEARS)
    st.html(cards.further(key_to(strip), filled("strip", figures=map(figure, strip))))


def show_two_days() -> None:
    left, right = st.columns(2)
    before = chosen(left, "from", "earlier", YEARS.index("1989"))
    after = chosen(right, "to", "later", len(YEARS) - 1)
    if before and after:
        days = (min(before, after), max(before, after))
        show_count(text["changes"].format(changes=as_markdown_text(changes(*days, tables))), "changes")
        forms = [(text["take_as"][form], f"{base}/{pair_name(days, theme, form)}") for form in PAIR_FORMS]
        st.html(
            cards.further(
                filled("pair_of_maps", figures=[figure(day) for day in days], legend=key_to(days), forms=forms),
            )
        )
    else:
        for where, day in ((left, before), (right, after)):
            if day:
                where.html(cards.further(figure(day)))


def show_memberships() -> None:
    show_two_memberships(cards, theme, base, YEARS)


parts = [("title", show_years), ("two", show_two_days), ("memberships", show_memberships)]
# Who comes by a link to two memberships finds them first; a choice made on the page moves nothing.
if st.session_state.setdefault("memberships_first", not PARAMETERS.keys().isdisjoint(st.query_params)):
    parts = parts[-1:] + parts[:-1]
st.title(text[parts[0][0]])
tell_unknown("compare", {"from": ANY_TEXT, "to": ANY_TEXT} | PARAMETERS)
st.html(cards.page(filled("style", css=css("compare"))))
for heading, show in parts:
    if heading != parts[0][0]:
        st.header(text[heading])
    show()
