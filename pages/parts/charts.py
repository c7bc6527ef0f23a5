"""What every chart of the pages has: room, type as large as the page's, words for who cannot see it, and a table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import streamlit as st
from markupsafe import Markup

from data.words import words
from geo.charts.enlarged import enlarged
from geo.charts.style import NARROW, WIDE, Room
from geo.wire.bundle import joined_module
from pages.parts.templates import css, filled

SCRIPT = Path(__file__).with_suffix(".mjs")
LARGEST = 2.0
"""Times the usual type, as far as the browser is believed."""
QUIET = {"displayModeBar": False, "scrollZoom": False, "showTips": False}


@cache
def _mount() -> Callable[..., Any]:
    script = f"{joined_module(SCRIPT)}\nexport default watch;"
    mount: Callable[..., Any] = st.components.v2.component("eastward_charts", js=script)
    return mount


def room_here(key: str) -> Room:
    """The room that the window has for charts: the wide one until the browser says otherwise, by `watch_charts`."""
    told = st.session_state.get(key, {})
    return NARROW if told.get("narrow") else replace(WIDE, times=min(max(float(told.get("type", 1)), 1), LARGEST))


def watch_charts(key: str) -> None:
    """Ask the browser for `room_here`; the last thing on a page, since the answer begins a run and so cuts this off."""
    _mount()(
        key=key,
        default={"narrow": False, "type": 1},
        on_narrow_change=lambda: None,
        on_type_change=lambda: None,
        height="content",
    )


def show_chart(figure: go.Figure, key: str, alt: str, room: Room, **more: Any) -> Any:
    """A chart in the house's manner, told in words to those who cannot see it; gives what was chosen in it."""
    return st.plotly_chart(enlarged(figure, room.times), key=key, config=QUIET, theme=None, alt=alt, **more)


def quotable(sentence: str) -> Markup:
    """A sentence about a chart, and a button that copies it."""
    return filled("quotable", css=css("charts"), sentence=sentence)


def sign_key(signs: Iterable[tuple[str, str]]) -> Markup:
    """What the signs of a chart say; each the address of its picture, and words."""
    return filled("sign_key", css=css("charts"), signs=signs)


def as_table(
    caption: str, heads: Sequence[str], rows: Iterable[Iterable[object]], numbers: Iterable[int] = ()
) -> Markup:
    """The figures of a chart, folded away: the first cell heads its row; `numbers` are the columns set flush right."""
    return filled(
        "as_table",
        css=css("charts"),
        caption=caption,
        heads=heads,
        rows=[list(row) for row in rows],
        numbers=set(numbers),
        show=words()["charts"]["as_table"],
    )
