"""The stops of a lesson in order: one is chosen, put elsewhere, doubled, deleted, shown in the atlas."""

import hashlib
from functools import cache
from pathlib import Path

import streamlit as st

from data.words import phrase
from geo.lesson.edit import moved, removed
from geo.lesson.lesson import MOST_STOPS, current_lesson, when, write_lesson
from geo.wire.bundle import joined_module
from pages.parts.lesson_draft import (
    AT_STEPS,
    EMPTY,
    button,
    change,
    chosen,
    duplicate,
    head,
    lesson,
    say,
    settle,
    show_in_atlas,
    state,
    take_up,
    text,
)
from pages.parts.lesson_kept import saved
from pages.parts.markdown import as_markdown_text

SCRIPT = Path(__file__).with_name("lesson_order.mjs")
ANCHOR = "stops"
"""Where the stops begin, for a link past the map: that has more stops of the Tab key than all else."""


@cache
def _script() -> str:
    return f"{joined_module(SCRIPT)}\nexport default order;"


def show_steps() -> None:
    """Back and on, the two lessons to begin with, and the file to save."""
    row = st.container(horizontal=True)
    button(row, "undo", lambda: take_up(state.draft.undone()), disabled=not state.draft.past)
    button(row, "redo", lambda: take_up(state.draft.redone()), disabled=not state.draft.future)
    button(row, "ours", lambda: change(current_lesson(), 0), disabled=lesson() == current_lesson())
    button(row, "empty", lambda: change(EMPTY, 0), disabled=lesson() == EMPTY)
    row.download_button(text["save"], write_lesson(lesson()), "lesson.toml", "application/toml", on_click=saved)
    say(AT_STEPS)


def show_stops(height: int) -> None:
    """The list, as high as what stands beside it, with what can be done to the stop that is chosen."""
    st.header(text["stops"], anchor=ANCHOR)
    st.markdown(text["plan"].format(stops=len(lesson().stops), minutes=f"{lesson().minutes:g}"))
    if not lesson().stops:
        st.info(text["no_stops"])
        return
    with st.container(height=height, border=False, key="lesson_stops"):
        _choose_stop()
    _change_stops()


def _choose_stop() -> None:
    names = [
        f"{at} · {when(stop)} · {as_markdown_text(stop.title) or text['no_title']}"
        for at, stop in enumerate(lesson().stops, start=1)
    ]
    # Streamlit keeps a choice by its label: a list with another label is another list.
    key = head(f"chosen {hashlib.sha256(repr(names).encode()).hexdigest()}")
    st.radio(
        text["stops"],
        range(len(names)),
        index=state.at,
        key=key,
        format_func=names.__getitem__,
        on_change=chosen,
        args=(key,),
        label_visibility="collapsed",
    )
    mount = st.components.v2.component("eastward_lesson_order", js=_script())
    moved_to = phrase("lesson_page", "moved", stop=state.at + 1, stops=len(names))
    mount(key="lesson_order", data={"list": text["stops"], "moved": moved_to}, height="content", on_moved_change=_moved)


def _change_stops() -> None:
    row = st.container(horizontal=True)
    count = len(lesson().stops)
    button(row, "up", lambda: change(moved(lesson(), state.at, -1), state.at - 1), disabled=state.at == 0)
    button(row, "down", lambda: change(moved(lesson(), state.at, 1), state.at + 1), disabled=state.at == count - 1)
    button(row, "duplicate", duplicate, disabled=count >= MOST_STOPS)
    button(row, "delete", lambda: change(removed(lesson(), state.at)))
    button(row, "show", show_in_atlas)


def _moved() -> None:
    """Put a stop where it was dragged, or moved by a key; what is no place of the list moves nothing."""
    settle()
    found = state.lesson_order.moved or {}
    places = range(len(lesson().stops))
    start, end = found.get("from"), found.get("to")
    if isinstance(start, int) and isinstance(end, int) and start in places and end in places and start != end:
        change(moved(lesson(), start, end - start), end)
