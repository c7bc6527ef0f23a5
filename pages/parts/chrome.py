"""The look of Streamlit's own frame, and the title of the tab."""

from pathlib import Path

import streamlit as st

from data.words import phrase, words
from geo.drawing.palette import CONTROLS, THEMES
from pages.parts.templates import css, filled

LOGO = Path(__file__).parent.parent / "eastward.svg"


def logo(theme: str) -> str:
    """The name as a picture, in the blue of a theme's controls: a picture does not follow the colour around it."""
    return LOGO.read_text(encoding="utf-8").replace("currentColor", CONTROLS[theme].fill)


def show_logo() -> None:
    """Set the name at the head of the frame."""
    st.logo(logo(st.context.theme.type or "light"), size="large")


def show_chrome(title: str, is_first: bool) -> None:
    """Dress the frame around a page; the tab names the page, and on the first one what the atlas shows."""
    text = words()["frame"]
    shown = phrase("title", "subject") if is_first else title
    st.set_page_config(page_title=text["tab"].format(page=shown, name=text["name"]))
    theme = st.context.theme.type or "light"
    st.html(filled("chrome", ink=vars(THEMES[theme]), control=CONTROLS[theme], css=css("chrome")))
