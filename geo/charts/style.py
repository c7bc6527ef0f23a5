"""What the charts of the pages share: their look, text that stays text, and a chart that Streamlit sends as it is."""

import plotly.graph_objects as go

from geo.drawing.palette import Theme
from geo.wire.strict_json import Json

FONT = "Source Sans, sans-serif"
ONLY_THIS = "<extra></extra>"
"""Ends what the pointer reads; without it Plotly adds the name of the trace."""


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


def safe(text: str) -> str:
    """Text for Plotly, which reads a little markup: angle brackets and ampersands become letters."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def dressed(traces: list[go.Scatter | go.Bar], layout: Json, ink: Theme, height: int) -> go.Figure:
    """Traces and axes in the look of the house."""
    return go.Figure(traces, look(layout, ink, height))


def look(layout: Json, ink: Theme, height: int) -> Json:
    """The layout with the house's axes, colours and type."""
    x = {"showgrid": True, "gridcolor": ink.rule, "zeroline": False, "fixedrange": True, "tickfont": {"size": 14}}
    y = {"showgrid": False, "zeroline": False, "fixedrange": True, "tickfont": {"size": 14}, "automargin": True}
    axes = {name: {**(x if name.startswith("x") else y), **own} for name, own in layout.items() if "axis" in name}
    return {
        **layout,
        **axes,
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 34, "b": 8},
        "paper_bgcolor": ink.page,
        "plot_bgcolor": ink.page,
        "font": {"family": FONT, "color": ink.text, "size": 15},
        "legend": {
            "orientation": "h", "y": 1.0, "yanchor": "bottom", "x": 0, "itemclick": False, "itemdoubleclick": False,
        },
        "hoverlabel": {"align": "left", "font": {"family": FONT, "size": 14}, "bgcolor": ink.raised},
        "clickmode": "event+select",
        "dragmode": "pan",
    }  # fmt: skip
