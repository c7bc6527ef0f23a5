"""What holds signs together on a picture, and one to its place, as it is drawn and kept clear of."""

from collections.abc import Iterator
from math import ceil, hypot

from geo.drawing.label_layout import Box
from geo.drawing.mark_layout import Line
from geo.drawing.palette import Theme
from geo.drawing.svg import THIN, element

HALF = 2.6  # px of the width of a pin at its sign, from its middle
PIN = 7.5  # px that a pin takes across, with its edge
LEADER = 2  # a leader is kept clear of in squares of so many px: a step aside is enough


def boxes_along(line: Line, wide: float = LEADER) -> list[Box]:
    """Boxes along a line, or along a pin that is so many px wide at its end."""
    ax, ay, bx, by = line
    steps = ceil(hypot(bx - ax, by - ay) / LEADER) or 1
    parts = [i / steps for i in range(steps + 1)]
    along = ((ax + (bx - ax) * part, ay + (by - ay) * part, LEADER + (wide - LEADER) * part) for part in parts)
    return [Box(x - side / 2, y - side / 2, side, side) for x, y, side in along]


def crosses(line: Line, box: Box) -> bool:
    """Whether a line runs through a box."""
    ax, ay, bx, by = line
    first, last = 0.0, 1.0
    for start, way, least, most in ((ax, bx - ax, box.x, box.x + box.width), (ay, by - ay, box.y, box.y + box.height)):
        if not way:
            if not least < start < most:
                return False
            continue
        enter, leave = sorted(((least - start) / way, (most - start) / way))
        first, last = max(first, enter), min(last, leave)
    return first < last


def string(line: Line, scale: float, theme: Theme) -> Iterator[str]:
    """A cased line that holds signs together."""
    d = "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*line)
    for stroke, width in ((theme.mark_casing, 3.6), (theme.ink, 1.4)):
        ends = {"stroke_linecap": "round"} if width > THIN else {}
        yield element("path", d=d, fill="none", stroke=stroke, stroke_width=f"{width * scale:.2f}", **ends)


def pin(line: Line, scale: float, theme: Theme) -> Iterator[str]:
    """What leads to a sign from its place: a wedge with its point there, which no line on the map has at its end.

    It is light within a dark edge, the other way round than a front, so that a long one is not taken for it; and cased,
    since its point is all edge, which dark ground swallows.
    """
    x, y, to_x, to_y = line
    part = HALF * scale / (hypot(to_x - x, to_y - y) or 1)
    dx, dy = (to_y - y) * part, (x - to_x) * part
    d = f"M{x:.1f} {y:.1f}L{to_x + dx:.1f} {to_y + dy:.1f}L{to_x - dx:.1f} {to_y - dy:.1f}z"
    for stroke, width in ((theme.mark_casing, 4.6), (theme.ink, 2.2)):
        edge = {"stroke": stroke, "stroke_width": f"{width * scale:.2f}", "stroke_linejoin": "round"}
        yield element("path", d=d, fill=theme.mark_casing, paint_order="stroke", **edge)
