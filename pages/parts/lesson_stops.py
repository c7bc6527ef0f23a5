"""The lesson as a whole: its title, its stops in order, what can be done with them, and a file to load."""

import hashlib

import streamlit as st

from geo.lesson.edit import moved, removed
from geo.lesson.lesson import HEAD_LONGEST, MOST_STOPS, current_lesson, when, write_lesson
from pages.parts.lesson_draft import (
    EMPTY,
    button,
    change,
    chosen,
    duplicate,
    head,
    lesson,
    loaded,
    settle,
    show_in_atlas,
    state,
    take_up,
    text,
)
from pages.parts.markdown import as_markdown_text


def show_steps() -> None:
    """Back and on, the two lessons to begin with, and the file to save."""
    row = st.container(horizontal=True)
    button(row, "undo", lambda: take_up(state.draft.undone()), disabled=not state.draft.past)
    button(row, "redo", lambda: take_up(state.draft.redone()), disabled=not state.draft.future)
    button(row, "ours", lambda: change(current_lesson(), 0), disabled=lesson() == current_lesson())
    button(row, "empty", lambda: change(EMPTY, 0), disabled=lesson() == EMPTY)
    row.download_button(text["save"], write_lesson(lesson()), "lesson.toml", "application/toml")


def show_stops() -> None:
    for name, label in (("title", "lesson_title"), ("subtitle", "subtitle")):
        value, most = getattr(lesson(), name), HEAD_LONGEST[name]
        st.text_input(text[label], value, key=head(name), on_change=settle, max_chars=most)
    st.markdown(text["plan"].format(stops=len(lesson().stops), minutes=f"{lesson().minutes:g}"))
    if lesson().stops:
        _choose_stop()
        _change_stops()
    else:
        st.info(text["no_stops"])
    st.file_uploader(text["load"], type=["toml"], key="file", on_change=loaded)


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
    )


def _change_stops() -> None:
    row = st.container(horizontal=True)
    count = len(lesson().stops)
    button(row, "up", lambda: change(moved(lesson(), state.at, -1), state.at - 1), disabled=state.at == 0)
    button(row, "down", lambda: change(moved(lesson(), state.at, 1), state.at + 1), disabled=state.at == count - 1)
    button(row, "duplicate", duplicate, disabled=count >= MOST_STOPS)
    button(row, "delete", lambda: change(removed(lesson(), state.at)))
    button(row, "show", show_in_atlas)
