"""A citation to copy: for readers, and for reference managers."""

from datetime import UTC, datetime

import streamlit as st

from data.citation import STYLES, citation, title_of
from data.tables import current_tables
from data.words import words


def cite(part: str, address: str, row: str = "") -> None:
    """A box that opens to the citation of a part of the atlas, or of one row of a table (`statements/<id>`).

    `address` is that of the part on every page of the atlas: `./countries?country=POL`.
    """
    tables, text = current_tables(), words()["cite"]
    path = address.removeprefix("./")
    with st.expander(text["open"], type="compact"):
        title, today = title_of(part, row), datetime.now(UTC).date()
        for style in STYLES:
            st.caption(text[style])
            st.code(citation(style, title, path, today, tables), language=None, wrap_lines=True)
