"""The frame around the pages for those who hear it: the focus stays on a page, and a page that comes is told."""

from functools import cache
from pathlib import Path

import streamlit as st

from geo.wire.bundle import joined_module

SCRIPT = Path(__file__).with_suffix(".mjs")


@cache
def _script() -> str:
    return f"{joined_module(SCRIPT)}\nexport default frame;"


def watch_frame() -> None:
    """Let the focus go to what is near rather than to the page, and say the title of a page that comes."""
    st.components.v2.component("eastward_frame", js=_script())(key="watching_frame", height="content")
