"""The lesson that is being made, kept in the reader's browser: given to it at each run, and taken back from it."""

from collections.abc import Mapping
from dataclasses import replace
from secrets import token_hex
from typing import Any

import streamlit as st

from data.gate.limits import MOST_TOML_BYTES
from geo.errors import LessonError
from geo.lesson.edit import with_stop
from geo.lesson.lesson import LONGEST, Lesson, current_lesson, parse_draft, write_lesson
from pages.parts.kept import Keeping, Told, data_of, keeper
from pages.parts.lesson_draft import NOTHING, change, in_lines, lesson, settle, state, tables, text
from pages.parts.lesson_head_values import with_head_value

MOST_ASIDE = 5
MOST_TYPED = 40
STOP_KEY = ("round", "place", NOTHING)  # what follows the field in the name of one
KEEPING = Keeping("eastward.lesson", "stop|lesson", text)


def keep_in_browser() -> None:
    """Have the browser keep the lesson, with a line that says so; above it, what was kept and does not hold."""
    state.setdefault("kept_session", token_hex(8))
    state.setdefault("kept_known", False)
    state.setdefault("kept_back", None)
    state.setdefault("kept_aside", ())
    state.setdefault("kept_file", None)
    _show_aside()
    told = Told(
        session=state.kept_session,
        isFresh=not state.kept_known and not state.draft.past,
        isOwn=lesson() != current_lesson(),
        isSaved=state.kept_file == lesson(),
        isBack=state.kept_back == lesson(),
        text=write_lesson(lesson()),
        aside=list(state.kept_aside),
    )
    keeper()(
        key="lesson_kept",
        data=data_of(KEEPING, told),
        height="content",
        on_found_change=_found,
        on_forgotten_change=_forgotten,
    )


def saved() -> None:
    """Remember that the lesson lies in a file as it is."""
    settle()
    state.kept_file = lesson()


def _found() -> None:
    if found := state.lesson_kept.found:
        take_back(dict(found))


def _forgotten() -> None:
    state.kept_aside = ()
    state.kept_back = None


def take_back(found: Mapping[str, Any]) -> None:
    """Go on with what a browser kept; what does not hold is put aside, and nothing of it is lost."""
    settle()
    state.kept_known = True
    aside = found.get("aside")
    apart = [each for each in aside if isinstance(each, str)] if isinstance(aside, list) else []
    written = found.get("text")
    if isinstance(written, str):
        try:
            kept = with_typed(parse_draft(written, tables, text["kept_name"]), found.get("typed"))
        except LessonError:
            apart.insert(0, written)
        else:
            change(kept, state.at)
            state.kept_back = lesson()
    state.kept_aside = tuple(each for each in dict.fromkeys(apart) if len(each) <= MOST_TOML_BYTES)[:MOST_ASIDE]


def with_typed(kept: Lesson, typed: object) -> Lesson:
    """A kept lesson with the words that stood in its fields and had not reached the page; such as hold."""
    made = kept
    for key, words in list(typed.items())[:MOST_TYPED] if isinstance(typed, dict) else ():
        kind, name, *more = [*str(key).split(" "), NOTHING]
        if not isinstance(words, str):
            continue
        if kind == "lesson":
            made = with_head_value(made, name, words)
        elif kind == "stop" and len(more) == len(STOP_KEY) and more[1].isdecimal() and int(more[1]) < len(made.stops):
            at = int(more[1])
            if name in (*LONGEST, "day"):
                put: dict[str, Any] = {name: words}
                made = with_stop(made, at, replace(made.stops[at], **put))
    try:
        return parse_draft(write_lesson(made), tables)
    except (LessonError, TypeError):
        return kept


def _show_aside() -> None:
    """What a browser kept and does not hold any more: why, to be saved as a file or let go."""
    for place, written in enumerate(state.kept_aside):
        try:
            parse_draft(written, tables, text["kept_name"])
            problems: tuple[str, ...] = ()
        except LessonError as error:
            problems = error.problems
        st.warning(in_lines([text["kept_broken"], *problems]))
        row = st.container(horizontal=True)
        row.download_button(
            text["kept_save"],
            written,
            text["kept_name"],
            "application/toml",
            key=f"kept_save_{place}",
            on_click="ignore",
        )
        row.button(text["kept_drop"], key=f"kept_drop_{place}", on_click=_drop, args=(written,))


def _drop(written: str) -> None:
    settle()
    state.kept_aside = tuple(each for each in state.kept_aside if each != written)
