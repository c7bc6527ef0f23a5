"""Names on a picture: what they look like."""

from collections.abc import Iterator

from data.vocabulary import Status
from geo.drawing.name_forms import LINE
from geo.drawing.name_layout import Name
from geo.drawing.palette import Theme
from geo.drawing.sheet import Sheet
from geo.drawing.svg import element, text_at

LEAST_SIZE = 11
"""Px that can be read on a screen: no name is smaller, where names have so many."""
LEAST_PART = 0.66
"""Of the size of names on a sheet, the least a name may shrink to."""


def least_size(base: float) -> float:
    """How small a name may be on a sheet whose names are `base` px high."""
    return min(base, max(LEAST_SIZE, LEAST_PART * base))


def name_sign(name: Name, status: Status | None, theme: Theme, sheet: Sheet) -> Iterator[str]:
    """A name in the colours of its country's status, of a map that tells none, or of the sea; with its leader."""
    inland = (theme.statuses[status].text, theme.statuses[status].fill) if status else (theme.text, theme.page)
    fill, halo = (theme.text, theme.sea) if name.at_sea else inland
    if name.leader:
        from_x, from_y, to_x, to_y = name.leader
        d = f"M{from_x:.1f} {from_y:.1f}L{to_x:.1f} {to_y:.1f}"
        for colour, width in ((theme.mark_casing, 3), (theme.text, 1)):
            stroke = {"stroke": colour, "stroke_width": f"{width * sheet.scale:.3f}", "stroke_linecap": "round"}
            yield element("path", d=d, fill="none", **stroke)
    look = {
        "text_anchor": "middle",
        "font_weight": 700 if name.joined else 400,
        "stroke": halo,
        "stroke_width": (4 if name.joined else 4.4 if sheet.printed else 2.6) * sheet.scale,
        "stroke_linejoin": "round",
        "paint_order": "stroke",
    }
    lines, size = name.form.lines, name.form.size
    for i, line in enumerate(lines):
        y = name.y + (i - (len(lines) - 1) / 2) * size * LINE + size * 0.33
        yield text_at(line, name.x, y, size, fill, **look)
