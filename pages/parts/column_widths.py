"""How the columns of a table are shown: wide enough for whole words, numbers rounded, what each means on its head."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd
import streamlit as st

from data.export import meaning
from data.schema import SCHEMA, Kind
from data.tables import Tables
from geo.drawing.svg import measure
from pages.parts.data_tables import shown_rows

TYPE_PX, LETTER_PX, CAPITAL_PX, PADDING_PX = 14, 7, 8.8, 24
"""Of a grid, in the usual type of a page."""
WIDE_PX, WIDEST_PX = 200, 400
"""Up to here a column has room for its longest cell; wider ones for nine cells of ten, and none for more than this."""
MOST = 0.9
LARGE = 10_000
"""From here on a number is shown without decimals."""


@cache
def columns_of(name: str, tables: Tables) -> dict[str, Any]:
    """By column of a table of the atlas: its width, its form and its meaning; not to be changed."""
    rows = shown_rows(name, tables)
    return {column.name: _column(name, column.name, column.kind, rows[column.name]) for column in SCHEMA[name]}


def width_of(cells: pd.Series, head: str, widest: int = WIDEST_PX) -> int:
    """The px that the head of a column takes, or its cells up to `widest`; of empty ones it takes no notice."""
    told = sorted((text for text in cells.dropna().astype(str) if text), key=len)
    longest, most = (_px(told[min(int(share * len(told)), len(told) - 1)]) if told else 0 for share in (1, MOST))
    room = longest if longest <= WIDE_PX else min(max(most, WIDE_PX), widest)
    return round(max(room, measure(head, TYPE_PX)) + PADDING_PX)


def in_type(columns: Mapping[str, Any], times: float) -> dict[str, Any]:
    """The same columns on a page whose type is so many times as large."""
    return {name: {**column, "width": round(column["width"] * times)} for name, column in columns.items()}


def _px(text: str) -> float:
    """About how wide a text is; a cell of somebody's own table is not measured, which would keep it."""
    capitals = sum(letter.isupper() for letter in text)
    return capitals * CAPITAL_PX + (len(text) - capitals) * LETTER_PX


def _column(table: str, name: str, kind: Kind, cells: pd.Series) -> Any:
    look: dict[str, Any] = {"width": width_of(cells, name), "help": meaning(table, name)}
    if kind is Kind.WHOLE:
        return st.column_config.NumberColumn(format="%d", **look)
    if kind is Kind.DEGREES:
        return st.column_config.NumberColumn(format="%.2f", **look)
    if kind is Kind.NUMBER:
        return st.column_config.NumberColumn(format="%.0f" if cells.max() >= LARGE else "%.1f", **look)
    return st.column_config.TextColumn(**look)
