"""The look of Streamlit's own frame, and the title of the tab."""

import streamlit as st

from data.words import phrase, words
from geo.drawing.palette import THEMES
from pages.parts.templates import css, filled


def show_chrome(title: str, is_first: bool) -> None:
    """Dress the frame around a page; the tab names the page, and on the first one what the atlas shows."""
    text = words()["frame"]
    shown = phrase("title", "subject") if is_first else title
    st.set_page_config(page_title=text["tab"].format(page=shown, name=text["name"]))
    ink = vars(THEMES[st.context.theme.type or "light"])
    st.html(filled("chrome", ink=ink, css=css("chrome")))
