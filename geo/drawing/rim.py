"""The rim of a map, once around it from its upper left corner: the same rules as `geo/atlas/core/rim.mjs`, in px."""

from math import inf
from typing import Literal

from geo.drawing.label_layout import Box

Edge = Literal["", "left", "right", "top", "bottom"]


def way_out(x: float, y: float, bounds: Box) -> float:
    """How far along the rim the straight way from the middle of a map to a place beyond it leaves the map."""
    width, height = bounds.width, bounds.height
    dx, dy = x - bounds.x - width / 2, y - bounds.y - height / 2
    aside = width / 2 / abs(dx) if dx else inf
    along = height / 2 / abs(dy) if dy else inf
    part = min(aside, along)
    across, down = width / 2 + part * dx, height / 2 + part * dy
    if aside <= along:
        return width + down if dx > 0 else 2 * width + 2 * height - down
    return across if dy < 0 else 2 * width + height - across


def at_rim(far: float, bounds: Box) -> tuple[Edge, float]:
    """The edge that lies so far along the rim, and where on it, from the left or the top of the sheet."""
    width, height = bounds.width, bounds.height
    left = far % (2 * (width + height))
    if left < width:
        return "top", bounds.x + left
    if left < width + height:
        return "right", bounds.y + left - width
    if left < 2 * width + height:
        return "bottom", bounds.x + 2 * width + height - left
    return "left", bounds.y + 2 * width + 2 * height - left
