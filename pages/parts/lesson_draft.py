"""The lesson that a session works on: its draft, what the widgets of the page hold of it, and the acts on both."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from secrets import randbelow
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.gate.text import cut
from data.tables import current_tables
from data.words import words
from geo.atlas import Shown
from geo.errors import LessonError
from geo.lesson.edit import Draft, added, stop_of_address, stop_of_state, with_stop
from geo.lesson.lesson import MOST_STOPS, STOP_FIELDS, Lesson, Stop, current_lesson, parse_lesson, when
from pages.parts.lesson_head_values import with_head_value
from pages.parts.markdown import as_markdown_lines

text = words()["lesson_page"]
tables = current_tables()
state = st.session_state
EMPTY = Lesson(text["untitled"])
NOTHING = ""
NO_HALT = 0
"""A stop's `before` that halts nowhere; the field for it stands empty."""
MOST_ROUNDS = 10**6
"""Rounds of a session begin anywhere below: a field of one that is gone is none of the next one's."""
AT_STEPS, AT_ATLAS, AT_ADDRESS, AT_FILE = "steps", "atlas", "address", "file"
"""The controls beside which it is told how an act went."""


def begin() -> None:
    """Give a new session the atlas's own lesson."""
    state.setdefault("draft", Draft(current_lesson()))
    state.setdefault("at", 0)
    # It grows when the fields must show something else; until then a reader's focus stays.
    state.setdefault("round", randbelow(MOST_ROUNDS))
    state.setdefault("shown", None)
    state.setdefault("said", None)


def tell(where: str, kind: str, lines: list[str]) -> None:
    """Have it told once beside a control how an act went."""
    state.said = (where, kind, lines)


def say(where: str) -> None:
    """Tell once, beside the control that it is about, how the last act went."""
    if state.said and state.said[0] == where:
        _, kind, lines = state.said
        getattr(st, kind)(in_lines(lines))
        state.said = None


def in_lines(lines: list[str]) -> str:
    """Lines as they were typed, each a paragraph of Markdown."""
    return as_markdown_lines("\n".join(lines))


def lesson() -> Lesson:
    draft: Draft = state.draft
    return draft.lesson


def take_up(draft: Draft, at: int | None = None) -> None:
    """Go on with a draft that the fields do not show yet."""
    state.draft = draft
    state.at = max(0, min(len(draft.lesson.stops) - 1, state.at if at is None else at))
    state.round += 1


def change(lesson_: Lesson, at: int | None = None) -> None:
    take_up(state.draft.changed(lesson_), at)


def settle() -> None:
    """Keep what the fields hold: Streamlit may bring a press before the words that were typed just before it."""
    made = lesson()
    for key in map(str, state):
        kind, *parts = key.split(" ")
        if kind == "lesson" and parts[1:] == [str(state.round)]:
            made = with_head_value(made, parts[0], NOTHING if state[key] is None else state[key])
    typed = {name: value_of(name) for name in STOP_FIELDS if field(name) in state}
    if made.stops and typed:
        made = with_stop(made, state.at, replace(made.stops[state.at], **typed))
    state.draft = state.draft.changed(made)


def button(
    where: DeltaGenerator, name: str, act: Callable[[], None], disabled: bool = False, key: str | None = None
) -> None:
    """A button for an act on the lesson with everything in it that was typed before."""

    def done() -> None:
        settle()
        act()

    where.button(text[name], on_click=done, disabled=disabled, key=key)


def field(name: str) -> str:
    """The key of a field of the stop that is shown."""
    return f"stop {name} {state.round} {state.at}"


def head(name: str) -> str:
    """The key of a field of the whole lesson."""
    return f"lesson {name} {state.round}"


def value_of(name: str) -> Any:
    """What a field of the stop that is shown holds."""
    value = state[field(name)]
    if isinstance(value, list):
        return tuple(value)
    if value is None:
        return NO_HALT if name == "before" else NOTHING
    return value


# ---------------------------------------------------------------------- acts


def take_stop(make: Callable[[], Stop], where: str) -> bool:
    """Put a stop behind the one chosen and tell whether; or say, beside a control, what is wrong with it."""
    if len(lesson().stops) >= MOST_STOPS:
        tell(where, "error", [text["full"].format(most=MOST_STOPS)])
        return False
    try:
        stop = make()
    except ValueError as error:
        tell(where, "error", str(error).splitlines())
        return False
    at = min(len(lesson().stops), state.at + 1)
    change(added(lesson(), at, stop), at)
    tell(where, "success", [text["taken"].format(at=at + 1, year=when(stop))])
    return True


def taken() -> None:
    settle()
    if found := state.lesson_atlas.taken:
        take_stop(partial(stop_of_state, dict(found), tables), AT_ATLAS)


def pasted() -> None:
    settle()
    if (address := state.address.strip()) and take_stop(partial(stop_of_address, address, tables), AT_ADDRESS):
        state.address = ""


def loaded() -> None:
    """Take a lesson from a file; one that does not hold leaves the lesson as it is."""
    settle()
    if state.file is None:
        return
    try:
        found = parse_lesson(state.file.getvalue(), tables, state.file.name)
    except LessonError as error:
        tell(AT_FILE, "error", [text["not_loaded"].format(name=cut(state.file.name)), *error.problems])
    else:
        change(found, 0)
        tell(AT_FILE, "success", [text["loaded"].format(name=cut(state.file.name), stops=len(found.stops))])


def chosen(key: str) -> None:
    settle()
    state.at = state[key]


def show_in_atlas() -> None:
    stop = lesson().stops[state.at]
    turn = (state.shown.turn if state.shown else 0) + 1
    alone = stop.focus[0] if len(stop.focus) == 1 and not stop.statement else None
    country, camera = stop.country or alone, list(stop.camera) or None
    seen = {"year": stop.year, "day": stop.day or None, "view": stop.view}
    seen |= {"layers": ",".join(stop.layers), "camera": camera, "solo": stop.solo or None}
    seen |= {"focus": list(stop.focus), "names": list(stop.names)}
    state.shown = Shown(
        turn, {**seen, "country": country, "statement": stop.statement or None, "draft": stop.draft or None}
    )


def duplicate() -> None:
    change(added(lesson(), state.at + 1, lesson().stops[state.at]), state.at + 1)
