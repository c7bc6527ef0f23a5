"""What the charts of the pages share: their look, how much room they have, and text that stays text."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go
import plotly.io

from geo.drawing.palette import Theme
from geo.drawing.svg import measure
from geo.wire.strict_json import Json

FONT = "Source Sans, sans-serif"
ONLY_THIS = "<extra></extra>"
"""Ends what the pointer reads; without it Plotly adds the name of the trace."""
MARKUP = re.compile(r"</?b>")
BREAK = "<br>"
LABEL_PX = 14
TICK_PX = 13
TOP_PX = 10
AXIS_PX = 28
"""Room for the years of an axis."""
EDGE_PX = 8
HATCH_PX, HATCH_SHARE = 7, 0.25
"""How far the strokes of a hatch are apart, and how much of that they take."""


@dataclass(frozen=True)
class Room:
    """How wide a chart is at least: what has room there has room wherever else it is drawn."""

    width: int
    sign: int
    times: float = field(default=1, compare=False)
    """As how large it is drawn at last, by `enlarged`: rooms that differ in this alone have one figure."""

    @property
    def is_narrow(self) -> bool:
        """Whether the name of a row stands above it, where beside it there is no room."""
        return self is NARROW


WIDE = Room(700, sign=15)
NARROW = Room(326, sign=14)


class Drawn(go.Figure):  # type: ignore[misc]
    """A figure that is its dictionary: neither checked nor copied, as Plotly does with every one it makes.

    Streamlit asks a figure for its dictionary only, and making one takes longer than all else in a run of a page. The
    tests make figures of such dictionaries, and so check them.
    """

    def __new__(cls, _drawn: Json) -> "Drawn":
        return object.__new__(cls)

    def __init__(self, drawn: Json) -> None:
        object.__setattr__(self, "_drawn", drawn)

    def to_dict(self) -> Json:
        """The dictionary itself; not to be changed."""
        found: Json = object.__getattribute__(self, "_drawn")
        return found


def ready(figure: go.Figure) -> Drawn:
    """The same figure, to be kept: of nothing but what JSON has, so that no run works out again what a day is in it."""
    return Drawn(json.loads(plotly.io.to_json(figure, validate=False)))


def safe(text: str) -> str:
    """Text for Plotly, which reads a little markup: angle brackets and ampersands become letters."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def mixed(one: str, other: str, share: float) -> str:
    """The colour between two, with a share of the other."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def text_px(text: str, size: float = LABEL_PX) -> float:
    """How wide a text is, its markup aside: its longest line."""
    return max(measure(MARKUP.sub("", line), size, bold="<b>" in text) for line in text.split(BREAK))


def dressed(traces: list[go.Scatter | go.Bar], layout: Json, ink: Theme, height: int) -> go.Figure:
    """Traces and axes in the look of the house."""
    return go.Figure(traces, look(layout, ink, height))


def look(layout: Json, ink: Theme, height: int) -> Json:
    """The layout with the house's axes, colours and type; what it says itself goes before."""
    every = {"zeroline": False, "fixedrange": True, "tickfont": {"size": TICK_PX, "color": ink.quiet_text},
             "gridcolor": ink.rule, "automargin": True, "ticks": ""}  # fmt: skip
    x, y = {**every, "showgrid": True, "tickangle": 0, "ticklabelstandoff": 4}, {**every, "showgrid": False}
    axes = {name: {**(x if name.startswith("x") else y), **own} for name, own in layout.items() if "axis" in name}
    return {
        **layout,
        **axes,
        "height": height,
        "margin": {"l": EDGE_PX, "r": EDGE_PX, "t": TOP_PX, "b": AXIS_PX, **layout.get("margin", {})},
        "paper_bgcolor": ink.page,
        "plot_bgcolor": ink.page,
        "font": {"family": FONT, "color": ink.text, "size": LABEL_PX},
        "showlegend": False,
        "hoverlabel": {"align": "left", "font": {"family": FONT, "size": LABEL_PX, "color": ink.text},
                       "bgcolor": ink.raised, "bordercolor": ink.rule},
        "hovermode": "closest",
        "clickmode": "event+select",
        "dragmode": False,
    }  # fmt: skip


def label(text: str, size: float = LABEL_PX, **more: Any) -> Json:
    """A text on a chart, from its left end, without an arrow; `text` is shown as it is."""
    return {"text": text, "showarrow": False, "xanchor": "left", "font": {"size": size}, "borderpad": 0, **more}


def over_bar(text: str, start: float, span: Sequence[float], room: Room, size: float = LABEL_PX) -> Json:
    """A text over a bar, from where the bar begins; where it would not end in the chart, it ends with the chart."""
    first, last = span
    px = (room.width - 2 * EDGE_PX) * (last - max(start, first)) / (last - first)
    told = label(text, size, x=max(start, first), yanchor="bottom")
    return told if text_px(text, size) < px else told | {"x": last, "xanchor": "right"}


def hatched(colour: str, ink: Theme, shown: Iterable[bool]) -> Json:
    """The pattern of bars, for each whether it is hatched."""
    return {
        "shape": ["/" if each else "" for each in shown],
        "fillmode": "replace",
        "bgcolor": colour,
        "fgcolor": ink.page,
        "size": HATCH_PX,
        "solidity": HATCH_SHARE,
    }


def css_hatched(colour: str, ink: Theme) -> str:
    """The same pattern as the ground of a swatch in CSS: strokes that rise to the right."""
    stroke = round(HATCH_PX * HATCH_SHARE, 2)
    return f"repeating-linear-gradient(135deg,{colour} 0 {HATCH_PX - stroke}px,{ink.page} 0 {HATCH_PX}px)"
