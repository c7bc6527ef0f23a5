"""How many of something are found: shown, and said aloud to those who cannot see that it changed."""

from functools import cache
from pathlib import Path

import streamlit as st

from geo.wire.bundle import joined_module

SCRIPT = Path(__file__).with_suffix(".mjs")


@cache
def _script() -> str:
    return f"{joined_module(SCRIPT)}\nexport default announce;"


def show_count(told: str, name: str = "found") -> None:
    """A sentence in Markdown with a count; `name` tells several of a page apart."""
    with st.container(key=f"count_{name}"):
        st.markdown(told)
    st.components.v2.component("eastward_announcing", js=_script())(key=f"announcing_{name}", height="content")
