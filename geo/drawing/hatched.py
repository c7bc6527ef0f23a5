"""What ground of a picture wears which pattern: what is in dispute always, blocs and other memberships on demand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from data.memberships.laid_over import ground_of_members
from data.memberships.shipped import shipped
from data.picture import Picture
from data.vocabulary import Overlay
from geo.drawing.key import DRAFT, OVER
from geo.drawing.palette import HATCHES, Hatch, Ink, Theme, is_dark
from geo.drawing.sheet import Focus
from geo.drawing.svg import element

ON_DARK = "disputed-on-dark"
PATTERNS: dict[str, Hatch] = HATCHES | {
    ON_DARK: replace(
        HATCHES["disputed"], strokes=tuple(("casing", at, wide) for _, at, wide in HATCHES["disputed"].strokes)
    )
}
"""The hatches by name, with that of ground in dispute for a fill on which its ink would not be seen."""


def hatched(facts: Picture, layers: Sequence[str], focus: Focus) -> Iterator[tuple[str, str]]:
    """Each unit with the name of its pattern, in the order in which they lie over each other."""
    for name in (Overlay.DISPUTED, *(layer for layer in layers if layer in HATCHES)):
        for unit in facts.overlays[Overlay(name)]:
            yield unit, str(name)
    for unit in ground_of_members(shipped(focus.over), facts.day) if focus.over else ():
        yield unit, OVER
    for unit in facts.drafts[focus.draft].ground if focus.draft else ():
        yield unit, DRAFT


def is_patterned(layers: Sequence[str], focus: Focus) -> bool:
    """Whether a map wears patterns beside those of ground in dispute: names keep clear of them."""
    return bool(focus.over or focus.draft) or any(layer in HATCHES for layer in layers)


def hatch_of(unit: str, name: str, d: str, fill: Ink, theme: Theme, px: float, *, own: bool = False) -> str:
    """The pattern over a unit with a fill; `px` is one in units of the view, and `own` a pattern for it alone."""
    if name != Overlay.DISPUTED:
        pattern = f"{name}-{unit}" if own else name
        return element("path", d=d, fill=f"url(#hatch-{pattern})", data_over=unit, data_hatch=name)
    shown, ink = (ON_DARK, theme.mark_casing) if is_dark(fill, theme) else (name, theme.ink)
    coast = {"stroke": ink, "stroke_width": f"{0.6 * px:.3f}", "stroke_linejoin": "round"}
    return element("path", d=d, fill=f"url(#hatch-{shown})", data_over=unit, data_hatch=name, **coast)
