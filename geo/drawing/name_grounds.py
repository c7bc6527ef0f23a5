"""The wide ground of names on a picture: on their own land alone, beneath coasts and borders.

It keeps patterns off letters, and lines on paper. Over all land it would take for a country what is its neighbour's.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from data.picture import Picture
from data.vocabulary import StatusKey
from geo.drawing.hatched import is_patterned
from geo.drawing.lines import side_of
from geo.drawing.name_signs import cased, halo_of, inks_on, lines_of
from geo.drawing.name_table import Name
from geo.drawing.palette import Theme
from geo.drawing.sheet import Focus, Sheet
from geo.drawing.svg import text_at

ON_PAPER = 4.6
"""Px of it in print,"""
ON_PATTERN = 0.4
"""and so much of a name's size at least where land wears patterns, none of which may run through a letter. The same in
the browser's look/map.css."""


def grounds_under(
    names: Iterable[Name],
    facts: Picture,
    view: Any,
    place: tuple[float, float, float],
    theme: Theme,
    sheet: Sheet,
    focus: Focus,
    layers: Sequence[str],
) -> Iterator[str]:
    """The grounds of those names that need any, each cut to the land of its name, in units of the view."""
    k, left, top = place
    for name in names:
        width = width_under(name, sheet, focus, layers)
        if not width:
            continue
        units = facts.named_by(name.key, _unit_of(name, view))
        yield side_of(f"under-{name.key}", "".join(view["paths"].get(unit, "") for unit in units) or view["land"])
        _, ground = inks_on(status_under(name, facts, view), theme, blank=focus.blank)
        look = cased(name, ground, width / k) | {"clip_path": f"url(#under-{name.key})"}
        for line, y in lines_of(name):
            yield text_at(line, (name.x - left) / k, (y - top) / k, name.form.size / k, ground, **look)


def width_under(name: Name, sheet: Sheet, focus: Focus, layers: Sequence[str]) -> float:
    """How wide such a ground is; 0 where the one that goes with the letters is enough."""
    patterned = is_patterned(layers, focus) or (sheet.printed and not focus.blank)
    wide = max(ON_PAPER * sheet.scale if sheet.printed else 0, ON_PATTERN * name.form.size if patterned else 0)
    return 0 if name.at_sea or wide <= halo_of(name, sheet) else wide


def status_under(name: Name, facts: Picture, view: Any) -> StatusKey | None:
    """The status of the land that a name tells; None of land that is no unit."""
    here = facts.units.get(_unit_of(name, view))
    return here.status if here else None


def _unit_of(name: Name, view: Any) -> str:
    unit: str = view["names"].get(name.key, {}).get("unit", name.key)
    return unit
