"""Sources as a table to read: who, what, when, and in words whether it was read; an address is one click away."""

import pandas as pd
import streamlit as st

from data.dates import spelled_as_given
from data.words import words

TALL_ROW = 62
"""px of a row in which a long title has a second line."""


def show_source_table(sources: pd.DataFrame, height: int) -> None:
    """Rows of the sources; those columns that are there are shown, in the order of a citation."""
    text = words()["source_table"]
    shown = sources.assign(
        date_published=[spelled_as_given(day) if day else "" for day in sources["date_published"]],
        seen=[text["seen"][seen] for seen in sources["seen"]],
        url=[url if url.startswith(("http://", "https://")) else None for url in sources["url"]],
    )
    st.dataframe(
        shown[[name for name in text["columns"] if name in shown]],
        hide_index=True,
        height=height,
        row_height=TALL_ROW,
        column_config={
            "id": st.column_config.TextColumn(text["columns"]["id"], width=70),
            "rows": st.column_config.NumberColumn(text["columns"]["rows"], width=70),
            "producer": st.column_config.TextColumn(text["columns"]["producer"], width=190),
            "title": st.column_config.TextColumn(text["columns"]["title"], width=340),
            "date_published": st.column_config.TextColumn(text["columns"]["date_published"], width=140),
            "seen": st.column_config.TextColumn(text["columns"]["seen"], width=190),
            "url": st.column_config.LinkColumn(text["columns"]["url"], display_text=text["open"], width=90),
            "note": st.column_config.TextColumn(text["columns"]["note"], width=420),
        },
    )
