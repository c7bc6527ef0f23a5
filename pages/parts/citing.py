"""A citation to copy: for readers, and for reference managers."""

from datetime import UTC, date, datetime
from functools import lru_cache

import streamlit as st
from markupsafe import Markup

from data.citation import STYLES, citation, title_of
from data.tables import current_tables
from data.words import words
from pages.parts.statement_cards import cards_of
from pages.parts.templates import filled

KEPT = 256
"""Citations; one takes 5 kB."""


def cite(part: str, address: str, row: str = "") -> None:
    """A box that opens to the citation of a part of the atlas, or of one row of a table (`statements/<id>`).

    `address` is that of the part on every page of the atlas: `./countries?country=POL`. The buttons of the box come to
    life by `copy_buttons`.
    """
    cards = cards_of(current_tables(), st.context.theme.type or "light")
    st.html(cards.further(cited(part, address, row, today())))


def today() -> date:
    """The day on which a reader takes a citation."""
    return datetime.now(UTC).date()


@lru_cache(maxsize=KEPT)
def cited(part: str, address: str, row: str, day: date) -> Markup:
    """The same box as HTML, inside `StatementCards.page`, for a reader of this day."""
    tables, text, title = current_tables(), words()["cite"], title_of(part, row)
    path = address.removeprefix("./")
    return filled("cite", cited=[(text[style], citation(style, title, path, day, tables)) for style in STYLES])
