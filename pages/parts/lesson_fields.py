"""The fields of the stop that is chosen."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from data.cities import city_name
from data.dates import WHOLE_DATE, spelled_as_given
from data.drafts import articles
from data.rows import rows
from data.vocabulary import City, Status
from data.words import words
from geo.drawing.layers import LAYERS
from geo.drawing.views import VIEWS
from geo.lesson.edit import with_stop
from geo.lesson.lesson import LONGEST, MOST_MINUTES, Stop, stop_problems
from pages.parts.lesson_draft import (
    NO_HALT,
    NOTHING,
    button,
    change,
    field,
    in_lines,
    lesson,
    settle,
    state,
    tables,
    text,
)

HEIGHTS = {"text": 90, "question": 70, "notes": 170, "wrong_answer": 70}
"""The fields for longer texts, with their heights in pixels."""

named = words()
sources = {row.id: row for row in rows(tables, "sources")}
statements = {row.id: row for row in rows(tables, "statements")}
units = dict(zip(tables.units["unit"], tables.units["name"], strict=True))
by_name = sorted(units, key=lambda unit: units[unit])


def show_fields() -> None:
    """Everything that a stop holds, to be changed; what is wrong with it above."""
    if not lesson().stops:
        return
    stop = lesson().stops[state.at]
    st.header(text["stop_at"].format(at=state.at + 1), anchor=False)
    if problems := stop_problems(stop, tables):
        st.warning(in_lines(problems))
    _numbers(stop)
    _field(st.text_input, "title", value=stop.title, max_chars=LONGEST["title"])
    for name, height in HEIGHTS.items():
        _field(st.text_area, name, value=getattr(stop, name), max_chars=LONGEST[name], height=height)
    _several(stop, "focus", by_name, unit_name)
    _several(stop, "names", by_name, unit_name, help=text["names_help"])
    _choice(stop, "statement", [NOTHING, *statements], statement_name)
    # Only what is open is drawn: the lists in them are long, and a press waits for all that is drawn.
    with (folded := st.expander(text["map"], key="stop_map", on_change="rerun")):
        if folded.open:
            _show_map_fields(stop)
    with (folded := st.expander(text["stop_sources"], key="stop_cited", on_change="rerun")):
        if folded.open:
            _several(stop, "sources", list(sources), source_name)


def _show_map_fields(stop: Stop) -> None:
    _field(
        st.text_input, "day", value=stop.day, max_chars=len(WHOLE_DATE), placeholder=WHOLE_DATE, help=text["day_help"]
    )
    _choice(stop, "view", list(VIEWS), lambda view: named["view"].get(view, view))
    _several(stop, "layers", list(LAYERS), layer_name)
    _choice(stop, "solo", [NOTHING, *Status], status_name)
    _choice(stop, "country", [NOTHING, *by_name], unit_name)
    _camera(stop)
    drafts = [NOTHING, *(article.id for article in articles(tables))]
    _choice(stop, "draft", drafts, lambda id_: named["draft"].get(id_ or "none", id_))


def layer_name(layer: str) -> str:
    """What a layer is called; the city in it by its name of today, since it is asked for before a day is."""
    return str(named["layer"].get(layer, layer)).format(names=city_name(City.ST_PETERSBURG, tables.as_of))


def source_name(id_: str) -> str:
    row = sources[id_]
    return f"{id_}: {row.producer}, {row.title}"


def unit_name(unit: str) -> str:
    return str(units.get(unit, unit) or text["none"])


def status_name(status: str) -> str:
    return str(named["status"][status]["label"] if status in named["status"] else status or text["none"])


def statement_name(id_: str) -> str:
    if not id_:
        return str(text["none"])
    row = statements[id_]
    return f"{spelled_as_given(row.date)}, {row.speaker}: {row.quote or row.paraphrase}"


def _numbers(stop: Stop) -> None:
    year, before, minutes = st.columns(3)
    last = tables.last_year
    with year:
        _field(st.number_input, "year", value=stop.year, min_value=tables.first_year, max_value=last)
    with before:
        told = {"placeholder": text["no_halt"], "help": text["before_help"]}
        state.setdefault(field("before"), stop.before or None)  # a field with a value of its own cannot be emptied
        _field(st.number_input, "before", value=None, min_value=NO_HALT, max_value=last, **told)
    with minutes:
        most = float(MOST_MINUTES)
        _field(
            st.number_input, "minutes", value=float(stop.minutes), min_value=0.0, max_value=most, step=0.5, format="%g"
        )


def _camera(stop: Stop) -> None:
    """Where the map is, which only the atlas can say, and a button to show the whole view again."""
    if stop.camera:
        row = st.container(horizontal=True, vertical_alignment="center")
        row.markdown(text["camera"].format(zoom=f"{stop.camera[-1]:g}"))
        button(row, "whole_view", show_whole_view)


def show_whole_view() -> None:
    change(with_stop(lesson(), state.at, replace(lesson().stops[state.at], camera=())))


def _field(make: Callable[..., Any], name: str, **more: Any) -> None:
    make(text[f"field_{name}"], key=field(name), on_change=settle, **more)


def _choice(stop: Stop, name: str, options: list[str], tell: Callable[[str], str]) -> None:
    found = getattr(stop, name)
    known = options if found in options else [found, *options]
    _field(st.selectbox, name, options=known, index=known.index(found), format_func=tell)


def _several(stop: Stop, name: str, options: list[str], tell: Callable[[str], str], **more: Any) -> None:
    known = [*options, *(each for each in getattr(stop, name) if each not in options)]
    _field(st.multiselect, name, options=known, default=list(getattr(stop, name)), format_func=tell, **more)
