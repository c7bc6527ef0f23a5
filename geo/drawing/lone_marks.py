"""Land too small to be sure of a whole mark of a pattern: it has one alone, in its middle, which no name hides.

`geo/atlas/core/lone_marks.mjs` has the same rule; `tests/cases/lone_marks.json` holds the two together.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from geo.drawing.hatched import PATTERNS
from geo.drawing.label_layout import Box
from geo.drawing.palette import Theme
from geo.drawing.sheet import Sheet
from geo.drawing.svg import element, marks_of

NARROW = 1.2
"""Of a tile is half of the land where it is widest."""
PART = 1 / 3
"""Of a tile, from its middle, no mark reaches beyond."""


def lone_at(names: Mapping[str, Any], unit: str, tile: float, k: float) -> tuple[float, float] | None:
    """Where a unit has a mark alone that is hardly two tiles wide, in units of a view by its `names`; `k` px a unit."""
    label = names.get(unit)
    if label is None or label["unit"] != unit or label["at"][2] * k >= NARROW * tile:
        return None
    return label["at"][0], label["at"][1]


class LoneMarks:
    """The marks that stand alone on a map, by unit and pattern; `place` is px a unit of the view and the offset."""

    def __init__(
        self,
        hatched: Iterable[tuple[str, str]],
        view: Mapping[str, Any],
        place: tuple[float, float, float],
        sheet: Sheet,
    ) -> None:
        (k, x, y), bounds, self.scale = place, sheet.map, sheet.scale
        self.at: dict[tuple[str, str], tuple[float, float]] = {}
        for unit, name in hatched:
            hatch = PATTERNS[name]
            if hatch.marks and (at := lone_at(view["names"], unit, hatch.tile * self.scale, k)):
                across, down = at[0] * k + x, at[1] * k + y
                if 0 <= across - bounds.x <= bounds.width and 0 <= down - bounds.y <= bounds.height:
                    self.at[unit, name] = across, down

    def boxes(self) -> list[Box]:
        """What they cover."""
        halves = ((at, PART * PATTERNS[name].tile * self.scale) for (_, name), at in self.at.items())
        return [Box(x - half, y - half, 2 * half, 2 * half) for (x, y), half in halves]

    def draw(self, theme: Theme) -> Iterator[str]:
        """Each as SVG."""
        for (unit, name), (x, y) in self.at.items():
            place = f"translate({x:.1f} {y:.1f}) rotate({PATTERNS[name].turn:g}) scale({self.scale:g})"
            yield element("g", marks_of(PATTERNS[name], theme), transform=place, data_over=unit, data_hatch=name)
