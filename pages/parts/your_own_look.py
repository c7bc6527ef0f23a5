"""What the atlas of a table is called, and the names and colours of its statuses."""

import streamlit as st

from data.own_table.telling import LONGEST_LABEL, LONGEST_TITLE, MOST_COLOURS, looks_of
from data.vocabulary import RAMP
from geo.drawing.palette import THEMES
from pages.parts.markdown import as_markdown_text
from pages.parts.templates import filled
from pages.parts.your_own_draft import (
    Own,
    choose_colour,
    choose_label,
    choose_title,
    mark_of,
    named,
    text,
)


def show_title(found: Own) -> None:
    """The field for the title."""
    key = named("title")
    st.text_input(
        text["membership_title"],
        found.title,
        key=key,
        max_chars=LONGEST_TITLE,
        on_change=choose_title,
        args=(key,),
    )


def show_statuses(found: Own) -> None:
    """A name and a colour for each status; the seven colours above, with who has which."""
    reading = found.reading
    looks = looks_of(reading.statuses, reading.looks)
    owners = {look.colour: look.label for look in looks.values()}
    with st.expander(text["statuses"], key="own_statuses"):
        st.markdown(text["statuses_why"])
        inks = THEMES[st.context.theme.type or "light"].statuses
        rungs = [(place, inks[rung], owners.get(place, "")) for place, rung in enumerate(RAMP, start=1)]
        st.html(filled("ramp", label=text["ramp"], rungs=rungs))
        for status, look in looks.items():
            label, colour = st.columns([3, 2], gap="small")
            key = named(f"label_{mark_of(status)}")
            label.text_input(
                text["label_of"].format(status=as_markdown_text(status)) if status else text["label_of_member"],
                look.label,
                key=key,
                max_chars=LONGEST_LABEL,
                on_change=choose_label,
                args=(status, key),
            )
            # Its options change with the statuses, and a field cannot be told of others: then it is another field.
            key = named(f"colour_{mark_of(status)}_{mark_of(repr(owners))}")
            colour.selectbox(
                text["colour_of"].format(status=as_markdown_text(look.label)),
                range(1, MOST_COLOURS + 1),
                index=look.colour - 1,
                key=key,
                format_func=lambda place: f"{place}  {owners.get(place, '')}",
                on_change=choose_colour,
                args=(status, key),
            )
