"""The fields of the whole lesson: its title, and folded what a teacher expects of a lesson beside its stops."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from data.gate.limits import MOST_LESSON_MEGABYTES
from data.words import phrase
from geo.lesson.head import (
    GOAL_LONGEST,
    HEAD_LONGEST,
    MISCONCEPTION_LONGEST,
    MOST_GOALS,
    MOST_QUESTIONS,
    OPTION_LONGEST,
    OPTIONS,
    QUESTION_LONGEST,
    QUESTIONS,
    CheckQuestion,
    glossary,
)
from geo.lesson.lesson import head_problems
from pages.parts.lesson_draft import (
    AT_FILE,
    button,
    change,
    head,
    in_lines,
    lesson,
    loaded,
    say,
    settle,
    state,
    tables,
    text,
)
from pages.parts.lesson_fields import source_name, sources
from pages.parts.lesson_head_values import MISCONCEPTION, head_value, question_field, questions_of, with_questions

LINES = {"goals": 120, "options": 120}
"""Heights of fields with a text a line, in pixels."""


def show_whole() -> None:
    """Title and the line beneath it, the file to load, and the folded rest."""
    st.header(text["whole"], anchor=False)
    title, subtitle, file = st.columns([3, 3, 2], gap="medium")
    with title:
        _text("title", text["lesson_title"], HEAD_LONGEST["title"])
    with subtitle:
        _text("subtitle", text["subtitle"], HEAD_LONGEST["subtitle"])
    with file:
        st.file_uploader(
            text["load"], type=["toml"], key="file", on_change=loaded, max_upload_size=MOST_LESSON_MEGABYTES
        )
        say(AT_FILE)
    if problems := head_problems(lesson(), tables):
        st.warning(in_lines(problems))
    # Only what is open is drawn: its lists of sources are long.
    aims = st.expander(text["aims"], key="lesson_aims", on_change="rerun")
    if aims.open:
        with aims:
            _show_aims()
    for kind in QUESTIONS:
        questions = st.expander(text[kind], key=f"lesson_{kind}", on_change="rerun")
        if questions.open:
            with questions:
                _show_questions(kind)


def _show_aims() -> None:
    _area("goals", text["goals"], (GOAL_LONGEST + 1) * MOST_GOALS, LINES["goals"])
    named = glossary()
    _several("key_words", text["key_words"], list(named), lambda word: f"{named[word]['term']}: {named[word]['name']}")
    for part, most in MISCONCEPTION_LONGEST.items():
        _area(f"{MISCONCEPTION}{part}", text[f"misconception_{part}"], most, 70)
    _several(f"{MISCONCEPTION}sources", text["misconception_sources"], list(sources), source_name)
    _area("guidance", text["guidance"], HEAD_LONGEST["guidance"], 200)


def _show_questions(kind: str) -> None:
    st.markdown(text[f"{kind}_why"])
    asked = questions_of(lesson(), kind)
    for place, question in enumerate(asked):
        name = partial(question_field, kind, place)
        with st.container(border=True):
            _text(name("prompt"), phrase("lesson_page", "question_at", at=place + 1), QUESTION_LONGEST["prompt"])
            _area(name("options"), text["options"], (OPTION_LONGEST + 1) * OPTIONS[1], LINES["options"])
            _right(name("right"), question)
            _text(name("why"), text["why_right"], QUESTION_LONGEST["why"])
            _several(name("sources"), text["field_sources"], list(sources), source_name)
            button(
                st.container(), "drop_question", _without(kind, place), key=f"lesson_drop_{kind}_{place}_{state.round}"
            )
    button(
        st.container(),
        "add_question",
        lambda: change(with_questions(lesson(), kind, (*questions_of(lesson(), kind), CheckQuestion()))),
        disabled=len(asked) >= MOST_QUESTIONS,
        key=f"lesson_add_{kind}_{state.round}",
    )


def _without(kind: str, place: int) -> Callable[[], None]:
    def act() -> None:
        asked = questions_of(lesson(), kind)
        change(with_questions(lesson(), kind, (*asked[:place], *asked[place + 1 :])))

    return act


def _right(name: str, question: CheckQuestion) -> None:
    options = question.options
    st.selectbox(
        text["right"],
        range(len(options)),
        index=head_value(lesson(), name) if options else None,
        format_func=lambda at: options[at] if at < len(options) else str(at + 1),
        key=head(name),
        on_change=settle,
        disabled=not options,
    )


def _text(name: str, label: str, most: int) -> None:
    st.text_input(label, head_value(lesson(), name), key=head(name), on_change=settle, max_chars=most)


def _area(name: str, label: str, most: int, height: int) -> None:
    st.text_area(label, head_value(lesson(), name), key=head(name), on_change=settle, max_chars=most, height=height)


def _several(name: str, label: str, options: Sequence[str], tell: Callable[[str], Any]) -> None:
    found = head_value(lesson(), name)
    known = [*options, *(each for each in found if each not in options)]
    st.multiselect(label, known, default=found, key=head(name), format_func=tell, on_change=settle)
