"""Step 1: the table is pasted, chosen as a file, or one of the examples."""

import streamlit as st

from data.gate.limits import MOST_OWN_MEGABYTES, MOST_SAVED_MEGABYTES
from pages.parts.markdown import as_markdown_text
from pages.parts.your_own_address import show_address
from pages.parts.your_own_draft import (
    FILES,
    PASTE,
    give_example,
    named,
    own,
    pasted,
    put_away,
    say,
    text,
    uploaded,
)

PASTE_PX = 150


def show_table() -> None:
    """The fields; folded under a line that says what was read, once there is a table."""
    st.header(text["table"], anchor=False)
    found = own()
    if found is None:
        _show_fields()
        say()
        _show_examples()
        return
    grid = found.reading.grid
    told = text["read_as"][grid.kind].format(
        file=found.reading.file, sheet=grid.sheet, lines=len(grid.lines), columns=grid.width
    )
    row = st.container(horizontal=True, vertical_alignment="center")
    row.markdown(as_markdown_text(told), width="content")
    row.button(text["put_away"], on_click=put_away, type="tertiary", key="own_put_away")
    say()
    with st.expander(text["another"], key="own_another"):
        _show_fields()
        _show_examples()


def _show_fields() -> None:
    paste, choose = st.columns([3, 2], gap="medium")
    with paste:
        st.text_area(
            text["paste"],
            key=PASTE,
            height=PASTE_PX,
            placeholder=text["paste_example"],
            help=text["paste_help"],
            on_change=pasted,
        )
        st.button(text["read"], on_click=pasted, key="own_read", type="secondary" if own() else "primary")
    with choose:
        st.file_uploader(text["upload"], key=named("file"), on_change=uploaded, max_upload_size=MOST_SAVED_MEGABYTES)
        st.caption(text["upload_help"].format(most=MOST_OWN_MEGABYTES))
        show_address()


def _show_examples() -> None:
    st.caption(text["try"])
    row = st.container(horizontal=True)
    for name in FILES:
        row.button(text["examples"][name], on_click=give_example, args=(name,), key=f"own_example_{name}")
