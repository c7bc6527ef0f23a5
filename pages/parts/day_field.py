"""What a field for a day holds, as people write days: a year of a list, or any day that is typed."""

from datetime import date

import streamlit as st

from data.tables import Tables
from data.typed_days import typed_day
from pages.parts.markdown import as_markdown_text


def day_typed(where: st.delta_generator.DeltaGenerator, typed: str, tables: Tables) -> date | None:
    """The day that a reader chose or typed; None, and a sentence under the field, where it is none."""
    try:
        return typed_day(typed, tables)
    except ValueError as error:
        where.error(as_markdown_text(str(error)))
        return None
