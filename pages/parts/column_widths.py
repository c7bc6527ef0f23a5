"""How the columns of a table are shown: wide enough for whole words, numbers rounded, what each means on its head."""

from functools import cache
from typing import Any

import pandas as pd
import streamlit as st

from data.export import meaning
from data.schema import SCHEMA, Kind
from data.tables import Tables
from pages.parts.data_tables import shown_rows

LETTER_PX, PADDING_PX = 7.6, 28
NARROWEST_PX, WIDEST_PX = 64, 560
LARGE = 10_000
"""From here on a number is shown without decimals."""


@cache
def columns_of(name: str, tables: Tables) -> dict[str, Any]:
    """By column of a table of the atlas: its width, its form and its meaning; not to be changed."""
    rows = shown_rows(name, tables)
    return {column.name: _column(name, column.name, column.kind, rows[column.name]) for column in SCHEMA[name]}


def width_of(cells: pd.Series, head: str, widest: int = WIDEST_PX) -> int:
    """The px that the longest cell or the head of a column takes, and at most `widest`."""
    wide = max(_longest(cells), len(head) + 2) * LETTER_PX + PADDING_PX
    return round(min(max(wide, NARROWEST_PX), widest))


def _column(table: str, name: str, kind: Kind, cells: pd.Series) -> Any:
    look: dict[str, Any] = {"width": width_of(cells, name), "help": meaning(table, name)}
    if kind is Kind.WHOLE:
        return st.column_config.NumberColumn(format="%d", **look)
    if kind is Kind.DEGREES:
        return st.column_config.NumberColumn(format="%.2f", **look)
    if kind is Kind.NUMBER:
        return st.column_config.NumberColumn(format="%.0f" if cells.max() >= LARGE else "%.1f", **look)
    return st.column_config.TextColumn(**look)


def _longest(cells: pd.Series) -> int:
    lengths = cells.dropna().astype(str).str.len()
    return 0 if lengths.empty else int(lengths.max())
