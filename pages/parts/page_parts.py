"""A page of several parts, of which the reader chooses one; the address keeps which."""

from collections.abc import Callable, Mapping

import streamlit as st


def show_chosen(parts: Mapping[str, Callable[[], None]], label: str, names: Mapping[str, str], key: str) -> None:
    """The choice, and the part that is chosen: the first one at first. `key` is the parameter of the address."""
    first = next(iter(parts))
    part = st.segmented_control(
        label,
        list(parts),
        default=first,
        format_func=names.__getitem__,
        key=key,
        bind="query-params",
        label_visibility="collapsed",
    )
    parts[part or first]()
