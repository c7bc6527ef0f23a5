"""A field for a day as people write it: a year of a list, or any day that is typed."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import streamlit as st

from data.tables import Tables
from data.typed_days import typed_day
from pages.parts.markdown import as_markdown_text


def day_field(
    where: st.delta_generator.DeltaGenerator,
    key: str,
    label: str,
    days: Sequence[str],
    default: int,
    tables: Tables,
    bind: Literal["query-params"] | None = None,
) -> date | None:
    """The day that a reader chose of `days` or typed; None, and a sentence, where it is none."""
    typed = where.selectbox(label, days, index=default, key=key, bind=bind, accept_new_options=True)
    try:
        return typed_day(str(typed), tables)
    except ValueError as error:
        where.error(as_markdown_text(str(error)))
        return None
