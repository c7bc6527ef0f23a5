"""Which column says what: the guess with its reasons, to be changed by hand."""

import streamlit as st

from data.own_table.columns import Role
from data.own_table.countries import System
from data.own_table.panel import AS_ROWS, PANEL
from data.own_table.reading import Reading
from data.words import words
from pages.parts.markdown import as_markdown_text
from pages.parts.your_own_draft import (
    as_guessed,
    choose_column,
    choose_last_day,
    choose_system,
    named,
    own_reading,
    read_by_years,
    text,
)

FIELD_PX = 168


def show_years() -> None:
    """Where a table is read year by year, how, with a way out of it; and back."""
    reading = own_reading()
    panel = reading.panel
    if panel is None and reading.answers.get(PANEL) != AS_ROWS:
        return
    row = st.container(horizontal=True, vertical_alignment="center")
    if panel is None:
        row.button(text["years"]["as_years"], on_click=read_by_years, kwargs={"is_wanted": True}, key="own_as_years")
        return
    form = text["years"]["wide" if panel.is_wide else "long" if panel.value else "presence"]
    told = form.format(first=panel.first, last=panel.last, value=panel.value)
    row.markdown(as_markdown_text(told), width="content")
    label = text["years"]["as_rows"]
    row.button(label, on_click=read_by_years, kwargs={"is_wanted": False}, type="tertiary", key="own_as_rows")


def show_columns() -> None:
    """The guess in a line, which opens to a field a role, the reason beneath; what else the columns leave open."""
    reading = own_reading()
    told = [
        f"{text['role'][role]}: {as_markdown_text(column)}" for role in Role if (column := reading.mapping.column(role))
    ]
    label = text["columns"].format(columns=", ".join(told)) if told else text["no_columns"]
    with st.expander(label, key="own_columns_box", expanded=not reading.taken and not reading.questions):
        _show_fields(reading)


def _show_fields(reading: Reading) -> None:
    mapping, guess = reading.mapping, reading.guess
    row = st.container(horizontal=True, key="own_columns", gap="small")
    for role in Role:
        chosen = mapping.column(role)
        with row.container(width=FIELD_PX, gap=None):
            key = named(f"column_{role}")
            options = ["", *reading.layout.columns]
            st.selectbox(
                text["role"][role],
                options,
                index=options.index(chosen) if chosen in options else 0,
                key=key,
                format_func=lambda name: name or text["no_column"],
                on_change=choose_column,
                args=(role, key),
            )
            if chosen and chosen == guess.mapping.column(role):
                st.caption(as_markdown_text(guess.reasons[role]))
            elif chosen:
                st.caption(text["by_hand"])
    more = st.container(horizontal=True, vertical_alignment="bottom")
    if mapping.column(Role.CODE):
        key = named("system")
        systems = list(System)
        more.selectbox(
            text["system"],
            systems,
            index=systems.index(System(mapping.system)) if mapping.system else None,
            key=key,
            format_func=words()["own_table"]["system"].__getitem__,
            on_change=choose_system,
            args=(key,),
            width=FIELD_PX * 2,
        )
    if column := mapping.column(Role.LEFT):
        key = named("last_day")
        label = as_markdown_text(text["last_day"].format(column=column))
        more.checkbox(label, mapping.is_last_day, key=key, on_change=choose_last_day, args=(key,))
    if mapping != guess.mapping:
        more.button(text["as_guessed"], on_click=as_guessed, type="tertiary", key="own_as_guessed")
