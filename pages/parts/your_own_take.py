"""What is taken away of one's own atlas: the file that reads back here, and a link that brings all of it."""

from urllib.parse import urlsplit

import streamlit as st

from data.own_table.link import LONGEST, NAME, packed_table
from data.own_table.saved import saved
from data.own_table.telling import id_of
from pages.parts.your_own_draft import Own, text
from pages.parts.your_own_kept import mark_saved

LINK_PX = 90


def show_take(found: Own) -> None:
    """The file, and the link or why there is none."""
    st.subheader(text["take"], anchor=False)
    st.markdown(text["pictures_why"])
    name = f"{id_of(found.title)}.zip"
    st.download_button(
        text["save"],
        lambda: saved(found.reading, found.title),
        name,
        "application/zip",
        key="own_save",
        type="primary",
        on_click=mark_saved,
    )
    st.caption(text["save_why"].format(file=name))
    with st.expander(text["link"], key="own_link"):
        _show_link(found)


def _show_link(found: Own) -> None:
    packed = packed_table(found.reading, found.title)
    if len(packed) > LONGEST:
        st.markdown(text["link_too_long"])
        return
    used = urlsplit(st.context.url or "")
    st.markdown(text["link_why"])
    st.code(f"{used.scheme}://{used.netloc}{used.path}#{NAME}={packed}", language=None, height=LINK_PX, wrap_lines=True)
