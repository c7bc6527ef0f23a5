"""A citation to copy, in two styles."""

from datetime import UTC, datetime
from urllib.parse import urljoin

import streamlit as st

from data.citation import apa, iso690, title_of
from data.tables import current_tables
from data.words import words


def cite(part: str, address: str, row: str = "") -> None:
    """A box that opens to the citation of a part of the atlas, or of one row of a table (`statements/<id>`)."""
    tables, text = current_tables(), words()["cite"]
    with st.expander(text["open"]):
        title = title_of(part, row)
        full = urljoin(st.context.url or "", address)
        today = datetime.now(UTC).date()
        for style, form in ((text["apa"], apa), (text["iso690"], iso690)):
            st.caption(style)
            st.code(form(title, tables.version, tables.as_of, full, today), language=None, wrap_lines=True)
