"""The small map of an article of the drafts of 2021: those whom it touches on a day, in the colours of that day."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from data.picture import Picture, picture_on
from data.tables import Tables
from data.vocabulary import Overlay
from geo.drawing.palette import HATCHES, THEMES, Theme
from geo.drawing.svg import element, pattern
from geo.drawing.view import view_payload

VIEW = "europe"
FRAME = (860, 700, 3900, 2145)
"""From Iceland to Central Asia: farther east than the view itself; in its units."""
WIDTH = 720
HEIGHT = WIDTH * FRAME[3] // FRAME[2]


def draft_map(article: str, day: date, theme: str, tables: Tables) -> str:
    """The map as SVG; KeyError for an article that there is not."""
    return "".join(_map(picture_on(day, tables), article, THEMES[theme], tables))


def at_the_edge(units: Iterable[str], tables: Tables) -> list[str]:
    """Those of some countries whose middle the map does not show."""
    x, y, width, height = FRAME
    middles = _view(tables)["anchors"]
    shown = {unit for unit, at in middles.items() if at and x <= at[0] <= x + width and y <= at[1] <= y + height}
    return [unit for unit in units if unit not in shown]


@lru_cache(maxsize=4)
def _view(tables: Tables) -> Any:
    return view_payload(VIEW, tables)


def _map(facts: Picture, article: str, theme: Theme, tables: Tables) -> Iterator[str]:
    view = _view(tables)
    x, y, width, height = FRAME
    px = width / WIDTH
    defs = pattern("disputed", HATCHES["disputed"], theme, px)
    paths: dict[str, str] = view["paths"]
    touched = [unit for unit in facts.drafts[article].ground if unit in paths]
    coast: dict[str, Any] = {"stroke": theme.quiet_text, "stroke_width": 0.8 * px, "stroke_linejoin": "round"}
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {width} {height}" '
        f'width="{WIDTH}" height="{HEIGHT}" role="img"><defs>{defs}</defs>'
    )
    yield element("rect", x=x, y=y, width=width, height=height, fill=theme.sea)
    ground = [view["land"], *paths.values()]
    yield from (element("path", d=d, fill="none", **coast) for d in ground)
    yield from (element("path", d=d, fill=theme.land, fill_rule="evenodd") for d in ground)
    for unit in touched:
        fill = theme.statuses[facts.units[unit].status].fill
        yield element(
            "path", d=paths[unit], fill=fill, fill_rule="evenodd", stroke=fill, stroke_width=px, data_unit=unit
        )
        if unit in facts.overlays[Overlay.DISPUTED]:
            yield element("path", d=paths[unit], fill="url(#hatch-disputed)")
    for border, d in view["borders"].items():
        if not facts.is_inner(border):
            yield element("path", d=d, fill="none", stroke=theme.page, stroke_width=1.1 * px)
    for unit in touched:
        yield element("path", d=paths[unit], fill="none", stroke=theme.border_core, stroke_width=0.9 * px)
    yield "</svg>"
