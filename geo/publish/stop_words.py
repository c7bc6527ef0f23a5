"""The line under the words of a statement, as paper and slides tell them."""

from typing import Any

from data.dates import spelled_as_given
from data.quotation import town_of


def who_said(row: Any) -> str:
    """Who said it, where and when."""
    return f"{row.speaker}, {town_of(row)}, {spelled_as_given(row.date)}"
