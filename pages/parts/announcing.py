"""How many of something are found: shown, and said aloud to those who cannot see that it changed."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from geo.wire.bundle import joined_module

SCRIPT = Path(__file__).with_suffix(".mjs")


@cache
def _mount() -> Callable[..., Any]:
    script = f"{joined_module(SCRIPT)}\nexport default announce;"
    mount: Callable[..., Any] = st.components.v2.component("eastward_announcing", js=script)
    return mount


def show_count(told: str, name: str = "found") -> None:
    """A sentence in Markdown with a count; `name` tells several of a page apart."""
    with st.container(key=f"count_{name}"):
        st.markdown(told)
    _mount()(key=f"announcing_{name}", height="content")
