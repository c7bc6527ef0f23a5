"""A chart as many times larger as the type of the page around it."""

from typing import Any

import plotly.graph_objects as go

from geo.charts.style import Drawn
from geo.wire.strict_json import Json

PIXELS = frozenset(("size", "height", "xshift", "yshift", "borderpad", "ticklabelstandoff"))
"""Keys of a figure that count pixels wherever they stand; all else is in units of its axes, or shares."""


def enlarged(figure: go.Figure, times: float) -> go.Figure:
    """The same figure with letters, signs, lines, rows and margins so many times as large; its width is the page's."""
    if times == 1:
        return figure
    drawn: Json = figure.to_dict()
    return Drawn({part: _of(drawn[part], part, "", times) for part in ("data", "layout")})


def _of(value: Any, key: str, inside: str, times: float) -> Any:
    if isinstance(value, dict):
        return {name: _of(each, name, key, times) for name, each in value.items()}
    if _counts_pixels(key, inside):
        return [px * times for px in value] if isinstance(value, (list, tuple)) else value * times
    if isinstance(value, (list, tuple)) and value and isinstance(value[0], dict):
        return [_of(each, key, inside, times) for each in value]
    return value


def _counts_pixels(key: str, inside: str) -> bool:
    return key in PIXELS or inside == "margin" or (key == "width" and inside.endswith("line"))
