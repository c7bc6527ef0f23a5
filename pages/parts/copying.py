"""What makes the buttons of the cards copy their text, and opens the box that a link leads into."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from geo.wire.bundle import joined_module

SCRIPT = Path(__file__).with_suffix(".mjs")


@cache
def _mount() -> Callable[..., Any]:
    script = f"{joined_module(SCRIPT)}\nexport default listen;"
    mount: Callable[..., Any] = st.components.v2.component("eastward_copying", js=script)
    return mount


def copy_buttons() -> None:
    """Bring the buttons of a page to life and open what its address names; nothing is shown."""
    _mount()(key="copying", height="content")
