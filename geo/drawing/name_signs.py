"""Names on a picture: what they look like."""

from collections.abc import Callable, Iterator, Set
from math import hypot
from typing import Any

from data.vocabulary import StatusKey
from data.words import words
from geo.drawing.ground import Ground
from geo.drawing.name_forms import LINE, Wish
from geo.drawing.name_table import Leader, Name
from geo.drawing.palette import Theme
from geo.drawing.sheet import NO_FOCUS, Focus, Sheet
from geo.drawing.svg import element, text_at

LEAST_SIZE = 11
"""Px that can be read on a screen: no name is smaller, where names have so many."""
FOOT = 3
"""Px of the dot at the foot of a line on a blank map, half its width: among bare borders a line is but one more."""
INLAND = 1.4
"""Px of a line to a name, in its own country; the same in the browser's look/map.css."""
HALO, ON_LINE = 1.8, 3.2
"""Px of the ground around a name: no more than letters need, since it wipes out what lies beside them; over an outline
or a front. The same in the browser's look/map.css,"""
ASTRAY = 0.28
"""and so much of its size at least where letters lie where the ink of their ground cannot be seen: it carries them."""
LEAST_PARTS = 0.66, 0.55
"""Of the size of names on a sheet, the least that a name may shrink to, and one that must stand."""


def least_sizes(base: float, legible: float = 0, *, blank: bool = False) -> tuple[float, float]:
    """How small names may be on a sheet where they are `base` px high: one that need not stand, and one that must.

    None is smaller than what is `legible` there. The numbers of a `blank` map are short: each is as large as others.
    """
    if blank:
        return base, base
    least, must = (min(base, max(LEAST_SIZE, legible, part * base)) for part in LEAST_PARTS)
    return least, must


def name_sign(
    name: Name,
    status: StatusKey | None,
    theme: Theme,
    sheet: Sheet,
    focus: Focus = NO_FOCUS,
) -> Iterator[str]:
    """A name in the colours of its country's status, of the sea, or of ground that tells none; with its leader."""
    inland = inks_on(status, theme, blank=focus.blank)
    fill, halo = (theme.text, theme.sea) if name.at_sea else inland
    if name.leader:
        yield from _leader(name.leader, name.inland, inland[0], theme, sheet)
        if focus.blank:
            x, y, _, _ = name.leader
            yield element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{FOOT * sheet.scale:.1f}", fill=inland[0])
    for line, y in lines_of(name):
        look = cased(name, halo, halo_of(name, sheet))
        yield text_at(line, name.x, y, name.form.size, fill, **look, paint_order="stroke")


def lines_of(name: Name) -> Iterator[tuple[str, float]]:
    """The lines of a name, and where they stand."""
    lines, size = name.form.lines, name.form.size
    for i, line in enumerate(lines):
        yield line, name.y + (i - (len(lines) - 1) / 2) * size * LINE + size * 0.33


def cased(name: Name, halo: str, width: float) -> dict[str, object]:
    """How the letters of a name look with so much ground around them."""
    return {
        "text_anchor": "middle",
        "font_weight": 700 if name.joined else 400,
        "stroke": halo,
        "stroke_width": f"{width:.3f}",
        "stroke_linejoin": "round",
    }


def _leader(leader: Leader, inland: float, ink: str, theme: Theme, sheet: Sheet) -> Iterator[str]:
    """A line to a name: in the ink of its country as far as it lies there, then cased, over whatever it crosses."""
    from_x, from_y, to_x, to_y = leader
    part = inland / hypot(to_x - from_x, to_y - from_y)
    coast = f"{from_x + part * (to_x - from_x):.1f} {from_y + part * (to_y - from_y):.1f}"
    off, on = f"M{coast}L{to_x:.1f} {to_y:.1f}", f"M{from_x:.1f} {from_y:.1f}L{coast}"
    for d, colour, width in ((off, theme.mark_casing, 3), (off, theme.text, 1), (on, ink, INLAND)):
        stroke = {"stroke": colour, "stroke_width": f"{width * sheet.scale:.3f}", "stroke_linecap": "round"}
        yield element("path", d=d, fill="none", **stroke)


def halo_of(name: Name, sheet: Sheet) -> float:
    """How wide the ground around a name is that lies over lines, whosever land is there."""
    return max((ON_LINE if name.crossed else HALO) * sheet.scale, ASTRAY * name.form.size if name.astray else 0)


def inks_on(status: StatusKey | None, theme: Theme, *, blank: bool) -> tuple[str, str]:
    """Text and ground of a name on land: that of a blank map, of land that is no unit, or of a status."""
    if blank:
        return theme.text, theme.page
    if status is None:
        return theme.quiet_text, theme.land
    return theme.statuses[status].text, theme.statuses[status].fill


def land_wishes(
    view: Any, ground: Ground, screen: Callable[[list[int]], tuple[float, float]], k: float, pointed_at: Set[str]
) -> Iterator[Wish]:
    """The quiet names of great lands that are no unit."""
    for code, at in view.get("lands", {}).items():
        own = ground.own([code] if code in view["paths"] else [])
        must = code in pointed_at
        yield Wish(code, words()["land"][code], "", *screen(at), 2 * at[2] * k, own, must, joined=False, quiet=True)
