"""The words of a statement, as paper and slides tell them."""

from typing import Any

from data.dates import spelled_as_given
from data.quotation import quoted, town_of
from data.sentences import printed


def words_said(row: Any) -> str:
    """What was said, in quotation marks; where no words are kept, what it came to, without; apostrophes as in print."""
    return printed(quoted(row.quote) if row.quote else str(row.paraphrase))


def who_said(row: Any) -> str:
    """Who said it, where and when."""
    return f"{row.speaker}, {town_of(row)}, {spelled_as_given(row.date)}"
