"""The look of Streamlit's own frame, and the title of the tab."""

from copy import copy
from functools import cache
from pathlib import Path

import streamlit as st

from data.words import phrase, words
from geo.drawing.palette import CONTROLS, THEMES
from pages.parts.frame import watch_frame
from pages.parts.templates import Html, css, filled, shown

LOGO = Path(__file__).parent.parent / "eastward.svg"


@cache
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
    st.html(_dress(st.context.theme.type or "light"))
    watch_frame()


@cache
def _dress(theme: str) -> Html:
    paper = {"paper": None if theme == "light" else vars(THEMES["light"]), "paper_css": css("dark_on_paper")}
    return shown(filled("chrome", ink=vars(THEMES[theme]), control=CONTROLS[theme], css=css("chrome"), **paper))


def pages_to_go(names: tuple[str, ...]) -> list[st.Page]:
    """The pages as the navigation takes them, which marks the one that it chooses: a run has its own."""
    return [copy(page) for page in _found(names)]


@cache
def _found(names: tuple[str, ...]) -> tuple[st.Page, ...]:
    """The same, each looked up on the disk once a process; begins with the first page."""
    text = words()["frame"]
    return tuple(st.Page(f"pages/{name}.py", title=text[name], default=name == names[0]) for name in names)
