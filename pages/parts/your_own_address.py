"""The field for the address of a table, which the reader's browser fetches; the server asks nobody."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from data.gate.limits import MOST_OWN_BYTES, MOST_OWN_MEGABYTES
from geo.publish.fetch_page import PATH
from geo.wire.bundle import joined_module
from pages.parts.your_own_draft import give_fetched, state, text

SCRIPT = Path(__file__).with_suffix(".mjs")


@cache
def _script() -> str:
    return f"{joined_module(SCRIPT)}\nexport default ask;"


@cache
def _style() -> str:
    return SCRIPT.with_suffix(".css").read_text(encoding="utf-8")


def show_address() -> None:
    """The field, with a line that says how it went."""
    mount: Callable[..., Any] = st.components.v2.component("eastward_address", js=_script(), css=_style())
    words = {name: said.format(most=MOST_OWN_MEGABYTES) for name, said in text["address"].items()}
    mount(
        key="own_address",
        data={"most": MOST_OWN_BYTES, "frame": PATH, "words": words},
        height="content",
        on_fetched_change=_fetched,
    )


def _fetched() -> None:
    if found := state.own_address.fetched:
        give_fetched(dict(found))
