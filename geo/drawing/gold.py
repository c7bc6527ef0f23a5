"""The band of gold inside the border of those who joined; in the atlas `geo/atlas/look/map.css` has the same widths."""

from collections.abc import Callable, Iterator

from geo.drawing.palette import Theme
from geo.drawing.svg import element

WHOLE = 8.4
"""Px of the band of a large country, of which half shows: a hairline, the gold, a hairline;"""
WHOLE_FROM = 17
"""Px from the middle of a country to its border, from which on its band is as wide as any;"""
LEAST = 0.45
"""what is left of the band of the smallest: its fill is still to be seen."""
GOLD, EDGE = 0.81, 0.17
"""Parts of the band's width: the gold over the hairline at its inner side, and over the gold that along the border."""


def slimmed(room: float) -> float:
    """What part of its width the band of a country has: less where the land is small. `room` is in px on a screen."""
    return max(LEAST, min(1, room / WHOLE_FROM))


def gold_inside(unit: str, d: str, theme: Theme, px: float, line: Callable[..., str]) -> Iterator[str]:
    """The band along path data, cut at the border, outside which the front line may follow it.

    `px` is one of the band in units of the path, `line` what draws a line in those.
    """
    yield element("defs", element("clipPath", element("path", d=d), id=f"inside-{unit}"))
    inside = {"clip_path": f"url(#inside-{unit})"}
    yield line(d, theme.news_casing, WHOLE * px, **inside)
    yield line(d, theme.news, GOLD * WHOLE * px, data_joined=unit, **inside)
    yield line(d, theme.news_casing, EDGE * WHOLE * px, **inside)
