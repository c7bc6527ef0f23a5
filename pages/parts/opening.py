"""What makes a link to something inside a closed box open it."""

from functools import cache
from pathlib import Path

import streamlit as st

from geo.wire.bundle import joined_module

SCRIPT = Path(__file__).with_suffix(".mjs")


@cache
def _script() -> str:
    return f"{joined_module(SCRIPT)}\nexport default listen;"


def open_what_is_linked() -> None:
    """Open the box around what the address names after its `#`; nothing is shown."""
    st.components.v2.component("eastward_opening", js=_script())(key="opening", height="content")
