"""The focus stays on a page where a press takes away what was pressed."""

from functools import cache
from pathlib import Path

import streamlit as st

from geo.wire.bundle import joined_module

SCRIPT = Path(__file__).with_suffix(".mjs")


@cache
def _script() -> str:
    return f"{joined_module(SCRIPT)}\nexport default keep;"


def keep_focus() -> None:
    """Let the focus go to the heading above its place rather than to the page."""
    st.components.v2.component("eastward_focus", js=_script())(key="keeping_focus", height="content")
