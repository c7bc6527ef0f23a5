"""What became of each line of a table: how many of each kind, those refused in sentences, and all of them as a list."""

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd
import streamlit as st

from data.dates import spelled_as_given
from data.own_table.layout import Why
from data.own_table.reading import Reading
from data.own_table.telling import Taken, looks_of
from data.words import counted, phrase
from pages.parts.announcing import show_count
from pages.parts.column_widths import width_of
from pages.parts.markdown import as_markdown_lines, as_markdown_text
from pages.parts.your_own_draft import named, own_reading, text

REFUSED_TOLD = 5
ANCHOR = "your-atlas"
"""Of the heading above the atlas, which stands below the first screen."""
ROW_PX, LEAST_ROWS, MOST_ROWS = 35, 2, 9
KINDS = ("taken", "asked", "refused", "aside")
OF_YEARS = (Why.OTHER_YEAR, Why.NEVER)
"""Why lines of a table of years are no rows of their own."""
Told = tuple[int, str, str, str]


def show_counts() -> None:
    """How many rows were taken, asked about, refused, and how many lines are none."""
    reading = own_reading()
    counts = {kind: len({each.row for each in getattr(reading, kind)}) for kind in KINDS}
    years = len({each.row for each in reading.aside if each.why in OF_YEARS})
    counts |= {"aside": counts["aside"] - years, "years": years}
    told = [counted(text["count"][kind], n) for kind, n in counts.items() if n]
    told = told if counts["taken"] else [text["none_taken"], *told]
    if counts["taken"]:
        told.append(f"[{text['see_atlas']}](#{ANCHOR})")
    show_count(" · ".join(told), "own")


def show_refused() -> None:
    """A sentence for each row that was refused: file, row, what was found, what was expected."""
    reading = own_reading()
    problems = reading.problems()
    if not problems:
        return
    lines = [f"{counted(text['refused'], len(problems))} {text['refused_why']}", *problems[:REFUSED_TOLD]]
    if (rest := len(problems) - REFUSED_TOLD) > 0:
        lines.append(text["refused_more"].format(n=rest))
    st.warning(as_markdown_lines("\n".join(lines)))


def show_remarks() -> None:
    """What is to be known of rows that were taken, in a line; of many the first."""
    remarks = own_reading().remarks()
    told = remarks[:REFUSED_TOLD]
    if (rest := len(remarks) - len(told)) > 0:
        told.append(text["refused_more"].format(n=rest))
    if told:
        st.caption(as_markdown_lines("\n".join(told)))


def show_rows() -> None:
    """Every line of the file, all or those of a kind."""
    reading = own_reading()
    # Only what is open is drawn: the list may be long.
    box = st.expander(as_markdown_text(text["rows"].format(file=reading.file)), key="own_rows", on_change="rerun")
    if not box.open:
        return
    with box:
        counts = {kind: len({each.row for each in getattr(reading, kind)}) for kind in KINDS}
        shown = st.segmented_control(
            text["show"]["label"],
            ["all", *(kind for kind, n in counts.items() if n)],
            default="all",
            format_func=lambda kind: f"{text['show'][kind]} {counts.get(kind, sum(counts.values()))}",
            key=named("shown"),
            label_visibility="collapsed",
        )
        rows = [row for row in lines_of(reading) if shown in (None, "all", row[1])]
        told = pd.DataFrame(
            [(row, text["became"][kind], found, what) for row, kind, found, what in rows],
            columns=list(text["head"].values()),
        )
        look = {name: st.column_config.Column(width=width_of(told[name], name)) for name in told.columns[:2]}
        height = ROW_PX * (min(max(len(rows), LEAST_ROWS), MOST_ROWS) + 1) + 3
        st.dataframe(told, hide_index=True, height=height, column_config=look)


def lines_of(reading: Reading) -> list[Told]:
    """Every line of the file in order: its number, what became of it, what it has, and what that was read as."""
    cells = {line.number: " | ".join(line.filled) for line in reading.grid.lines}
    told = [*_taken(reading), *_asked(reading), *_refused(reading), *_aside(reading)]
    return [(row, kind, cells.get(row, ""), what) for row, kind, what in sorted(told)]


def _taken(reading: Reading) -> Iterator[tuple[int, str, str]]:
    labels = {status: look.label for status, look in looks_of(reading.statuses, reading.looks).items()}
    rows: dict[int, list[str]] = defaultdict(list)
    for each in reading.taken:
        rows[each.row].append(" ".join(filter(None, (_read_as(each, labels[each.status]), each.remark()))))
    return ((row, "taken", "; ".join(told)) for row, told in rows.items())


def _read_as(each: Taken, status: str) -> str:
    told = {"name": each.name, "status": status, "start": spelled_as_given(each.start_on)}
    if not each.end_on:
        return phrase("your_own", "from", **told)
    return phrase("your_own", "from_to", **told, end=spelled_as_given(each.end_on))


def _asked(reading: Reading) -> Iterator[tuple[int, str, str]]:
    asked: dict[int, list[str]] = defaultdict(list)
    for question in reading.questions:
        for row in question.rows:
            asked[row].append(question.text)
    return ((each.row, "asked", " ".join(asked[each.row])) for each in reading.asked)


def _refused(reading: Reading) -> Iterator[tuple[int, str, str]]:
    form = text["told_refused"]
    return ((each.row, "refused", form.format(found=each.found, expected=each.expected)) for each in reading.refused)


def _aside(reading: Reading) -> Iterator[tuple[int, str, str]]:
    return ((each.row, "aside", text["why_aside"][each.why]) for each in reading.aside)
