"""The line under the words of a statement, as paper and slides tell them."""

from typing import Any

from data.dates import spelled_as_given
from data.names import Names
from data.quotation import town_of
from data.tables import Tables


def who_said(row: Any, tables: Tables) -> str:
    """Who said it, by the name of that day, where and when."""
    return f"{Names.of(tables).as_told(row.speaker, row.day)}, {town_of(row)}, {spelled_as_given(row.date)}"
