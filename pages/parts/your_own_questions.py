"""The questions of a table, each once for all its rows, with answers as buttons, the likeliest first."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.gate.text import cut
from data.own_table.columns import Role
from data.own_table.countries import Countries
from data.own_table.questions import LEAVE_OUT, Free, Question
from data.own_table.reading import Reading
from data.words import counted
from pages.parts.markdown import as_markdown_text
from pages.parts.your_own_draft import (
    answer,
    answer_typed,
    ask_again,
    leave_all_out,
    mark_of,
    named,
    own_reading,
    text,
)

MOST_BUTTONS = 8
AT_ONCE = 6
"""Questions shown; the next come as these are answered."""
ROWS_TOLD = 4
FIELD_PX = 280
LONGEST_DAY = 40
LONGEST_NAME = 30


def show_questions() -> None:
    """All that is open, then what was answered."""
    reading = own_reading()
    questions = reading.questions
    if questions:
        st.subheader(counted(text["questions"], len(questions)), anchor=False)
    for question in questions[:AT_ONCE]:
        _show_question(question)
    if (rest := len(questions) - AT_ONCE) > 0:
        st.markdown(counted(text["more_questions"], rest))
    if len(questions) > 1 and any(_can_leave_out(each) for each in questions):
        st.button(text["leave_all_out"], on_click=leave_all_out, type="tertiary", key="own_leave_all_out")
    if reading.answered:
        _show_answered(reading)


def _can_leave_out(question: Question) -> bool:
    return any(option.value == LEAVE_OUT for option in question.options)


def _show_question(question: Question) -> None:
    mark = mark_of(question.id)
    with st.container(border=True, key=f"own_question_{mark}", gap="small"):
        st.markdown(f"**{as_markdown_text(question.text)}**")
        st.caption(as_markdown_text(rows_told(question.rows, own_reading())))
        if question.given:
            st.warning(as_markdown_text(text["given_not_fit"].format(given=question.given)))
        row = st.container(horizontal=True, vertical_alignment="bottom")
        if len(question.options) > MOST_BUTTONS:
            _show_many(row, question, mark)
        else:
            _show_buttons(row, question, mark)
        if question.free is not Free.NOTHING:
            _show_free(row, question, mark)


def _show_buttons(row: DeltaGenerator, question: Question, mark: str) -> None:
    for place, option in enumerate(question.options):
        row.button(
            as_markdown_text(option.label),
            on_click=answer,
            args=(question.id, option.value),
            key=f"own_option_{mark}_{place}",
            type="tertiary" if option.value == LEAVE_OUT else "secondary",
        )


def _show_many(row: DeltaGenerator, question: Question, mark: str) -> None:
    """More answers than anybody reads as buttons."""
    labels = {option.value: option.label for option in question.options}
    key = f"own_many_{mark}_{named('round')}"
    row.selectbox(
        text["choose"],
        list(labels),
        index=None,
        key=key,
        format_func=labels.__getitem__,
        on_change=answer_typed,
        args=(question.id, key),
        width=FIELD_PX,
        placeholder=text["choose"],
        label_visibility="collapsed",
    )


def _show_free(row: DeltaGenerator, question: Question, mark: str) -> None:
    key = f"own_free_{mark}_{named('round')}"
    if question.free is Free.DAY:
        row.text_input(
            text["another_day"],
            key=key,
            on_change=answer_typed,
            args=(question.id, key),
            width=FIELD_PX,
            max_chars=LONGEST_DAY,
            placeholder=text["another_day"],
            label_visibility="collapsed",
        )
        return
    names = Countries.of(own_reading().tables).names
    row.selectbox(
        text["another_country"],
        sorted(names, key=lambda code: names[code]),
        index=None,
        key=key,
        format_func=lambda code: names[code],
        on_change=answer_typed,
        args=(question.id, key),
        width=FIELD_PX,
        placeholder=text["another_country"],
        label_visibility="collapsed",
    )


def rows_told(rows: tuple[int, ...], reading: Reading) -> str:
    """The numbers of rows with whom they are about, the first of many."""
    told = ", ".join(_row_told(row, reading) for row in rows[:ROWS_TOLD])
    if len(rows) > ROWS_TOLD:
        return counted(text["more_rows"], len(rows) - ROWS_TOLD, rows=told)
    return counted(text["row"], len(rows), rows=told)


def _row_told(row: int, reading: Reading) -> str:
    """A row by its number and its country, as the table calls it."""
    mapping = reading.mapping
    column = mapping.column(Role.COUNTRY) or mapping.column(Role.CODE)
    line = next((each for each in reading.layout.rows if each.number == row), None)
    name = line.cell(reading.layout.columns.index(column)) if line and column in reading.layout.columns else ""
    return text["row_of"].format(row=row, name=cut(name, LONGEST_NAME)) if name else str(row)


def _show_answered(reading: Reading) -> None:
    """What was asked and answered, to be asked again."""
    names = Countries.of(reading.tables).names
    with st.expander(counted(text["answered"], len(reading.answered)), key="own_answered"):
        for question in reading.answered:
            labels = {option.value: option.label for option in question.options}
            given = labels.get(question.given) or names.get(question.given, question.given)
            row = st.container(horizontal=True, vertical_alignment="center")
            row.markdown(f"{as_markdown_text(question.text)} **{as_markdown_text(given)}**")
            row.button(
                text["ask_again"],
                on_click=ask_again,
                args=(question.id,),
                type="tertiary",
                key=f"own_again_{mark_of(question.id)}",
            )
        if len(reading.answered) > 1:
            st.button(
                text["ask_all_again"],
                on_click=ask_again,
                args=tuple(question.id for question in reading.answered),
                key="own_ask_all_again",
            )
