"""Sources as a table to read: who, what, when, and in words whether it was read; an address is one click away."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from data.dates import spelled_as_given
from data.gate.links import is_web
from data.tables import Tables
from data.words import words
from pages.parts.column_widths import WIDEST_PX, in_type, width_of
from pages.parts.data_tables import as_sent

LINK_PX = 90
CUT_PX = {"producer": 300, "title": 480}
"""From where on a cell is cut, so that on a wide page the columns after it are seen; a double click shows the whole."""
Listed = Callable[[Tables], pd.DataFrame]
"""Gives rows of the sources."""


def show_source_table(listed: Listed, tables: Tables, height: int, times: float = 1) -> None:
    """Rows of the sources; those columns that are there are shown, in the order of a citation.

    `times` is how large the type of the page is.
    """
    shown, look = _told(listed, tables)
    st.dataframe(shown, hide_index=True, height=round(height * times), column_config=in_type(look, times))


@cache
def _told(listed: Listed, tables: Tables) -> tuple[pa.Table, dict[str, Any]]:
    text, sources = words()["source_table"], listed(tables)
    told = sources.assign(
        date_published=[spelled_as_given(day) if day else "" for day in sources["date_published"]],
        seen=[text["seen"][seen] for seen in sources["seen"]],
        url=[url if is_web(url) else None for url in sources["url"]],
    )
    shown = told[[name for name in text["columns"] if name in told]]
    look: dict[str, Any] = {
        name: st.column_config.Column(label, width=width_of(shown[name], label, CUT_PX.get(name, WIDEST_PX)))
        for name, label in text["columns"].items()
        if name in shown
    }
    look["url"] = st.column_config.LinkColumn(text["columns"]["url"], display_text=text["open"], width=LINK_PX)
    return as_sent(shown), look
