"""Lines from signs to their places, as they are drawn on a picture and kept clear of."""

from collections.abc import Iterator
from math import ceil, hypot

from geo.drawing.label_layout import Box
from geo.drawing.palette import Theme
from geo.drawing.svg import THIN, element

LEADER = 2  # a leader is kept clear of in squares of so many px: a step aside is enough

Line = tuple[float, float, float, float]
"""From a place to a sign, in px."""


def boxes_along(line: Line) -> list[Box]:
    """Boxes along a line."""
    ax, ay, bx, by = line
    steps = ceil(hypot(bx - ax, by - ay) / LEADER) or 1
    along = ((ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps) for i in range(steps + 1))
    return [Box(x - LEADER / 2, y - LEADER / 2, LEADER, LEADER) for x, y in along]


def string(line: Line, scale: float, theme: Theme) -> Iterator[str]:
    """A cased line that holds signs together, or one to its place."""
    d = "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*line)
    for stroke, width in ((theme.mark_casing, 3.6), (theme.ink, 1.4)):
        ends = {"stroke_linecap": "round"} if width > THIN else {}
        yield element("path", d=d, fill="none", stroke=stroke, stroke_width=f"{width * scale:.2f}", **ends)


def pin(line: Line, scale: float, theme: Theme) -> Iterator[str]:
    """The line from a sign to its place, and a dot there."""
    yield from string(line, scale, theme)
    at = {"cx": f"{line[0]:.1f}", "cy": f"{line[1]:.1f}", "r": f"{2.6 * scale:.1f}"}
    edge = {"stroke": theme.mark_casing, "stroke_width": f"{1.2 * scale:.2f}"}
    yield element("circle", fill=theme.ink, **at, **edge)
