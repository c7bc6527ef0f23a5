"""The table that a session works on, kept in the reader's browser: given to it at each run, and taken back from it."""

from collections.abc import Mapping
from secrets import token_hex

import streamlit as st

from data.own_table.link import NAME, packed_table
from pages.parts.kept import Keeping, Told, data_of, keeper
from pages.parts.markdown import as_markdown_lines
from pages.parts.your_own_draft import PASTE, give_packed, give_pasted, own, state, text

KEEPING = Keeping("eastward.own", "own", text, hash=NAME)


def keep_in_browser() -> None:
    """Have the browser keep the table, with a line that says so."""
    state.setdefault("own_kept_session", token_hex(8))
    state.setdefault("own_kept_known", False)
    state.setdefault("own_kept_back", None)
    state.setdefault("own_kept_file", None)
    state.setdefault("own_kept_broken", "")
    if state.own_kept_broken:
        st.warning(as_markdown_lines(f"{text['kept_broken']}\n{state.own_kept_broken}"))
    found = own()
    told = Told(
        session=state.own_kept_session,
        isFresh=not state.own_kept_known and not state.own_past,
        isOwn=found is not None,
        isSaved=found is None or state.own_kept_file is found,
        isBack=found is not None and state.own_kept_back is found,
        text=packed_table(found.reading, found.title) if found else "",
        aside=[],
    )
    keeper()(
        key="own_kept",
        data=data_of(KEEPING, told),
        height="content",
        on_found_change=_found,
        on_forgotten_change=_forgotten,
    )


def mark_saved() -> None:
    """Remember that the table lies in a file as it is."""
    state.own_kept_file = own()


def _found() -> None:
    if found := state.own_kept.found:
        take_back(dict(found))


def _forgotten() -> None:
    state.own_kept_back = None


def take_back(found: Mapping[str, object]) -> None:
    """Go on with what a browser kept, and with what was pasted and had not reached the page."""
    state.own_kept_known = True
    kept = found.get("text")
    state.own_kept_broken = give_packed(kept) if isinstance(kept, str) and kept else ""
    state.own_kept_back = None if found.get("isLinked") else own()
    typed = found.get("typed")
    pasted = typed.get(PASTE) if isinstance(typed, dict) else None
    if isinstance(pasted, str) and pasted.strip():
        give_pasted(pasted)
