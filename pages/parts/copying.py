"""What makes the buttons of the cards copy their text, and opens the box that a link leads into."""

from functools import cache
from pathlib import Path

import streamlit as st

from geo.wire.bundle import joined_module

SCRIPT = Path(__file__).with_suffix(".mjs")


@cache
def _script() -> str:
    return f"{joined_module(SCRIPT)}\nexport default listen;"


def copy_buttons() -> None:
    """Bring the buttons of a page to life and open what its address names; nothing is shown."""
    st.components.v2.component("eastward_copying", js=_script())(key="copying", height="content")
