"""Land too small to be sure of a mark of a pattern: its own begins with one in its middle.

Where that is all it has, it has it whole, and no name hides it; elsewhere names stand as on any pattern.

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
BARE = 0.4
"""Of a tile is half of land that has hardly a place for another mark."""
SPECK, LARGER = 0.2, 1.5
"""Of a tile is half of an isle that would lie hidden in the middle of its mark: that is so much larger."""
PART = 1 / 3
"""Of a tile, from its middle, no mark reaches beyond."""


def lone_at(
    names: Mapping[str, Any], unit: str, tile: float, k: float, part: float = NARROW
) -> tuple[float, float] | None:
    """Where the pattern of a unit begins that is hardly two tiles wide, in units of a view by its `names`.

    `k` px a unit; `part` of a tile is half of that land.
    """
    label = names.get(unit)
    if label is None or label["unit"] != unit or label["at"][2] * k >= part * tile:
        return None
    return label["at"][0], label["at"][1]


def larger_by(view: Mapping[str, Any], unit: str, tile: float, k: float) -> float:
    """How much larger than those of its pattern the mark of a unit is that has no other."""
    is_isle = not any(unit in border for border in view["borders"])
    return LARGER if is_isle and lone_at(view["names"], unit, tile, k, SPECK) else 1


class LoneMarks:
    """The patterns and marks of small land on a map; `place` is px a unit of the view and the offset."""

    def __init__(
        self,
        hatched: Iterable[tuple[str, str]],
        view: Mapping[str, Any],
        place: tuple[float, float, float],
        sheet: Sheet,
    ) -> None:
        (self.k, self.x, self.y), bounds, self.scale = place, sheet.map, sheet.scale
        self.view = view
        self.at: dict[tuple[str, str], tuple[float, float]] = {}
        """Where patterns begin, by unit and name, in units of the view."""
        for unit, name in hatched:
            if PATTERNS[name].marks and (at := self._lone(unit, name)):
                across, down = self._on_sheet(at)
                if 0 <= across - bounds.x <= bounds.width and 0 <= down - bounds.y <= bounds.height:
                    self.at[unit, name] = at

    def _lone(self, unit: str, name: str, part: float = NARROW) -> tuple[float, float] | None:
        return lone_at(self.view["names"], unit, PATTERNS[name].tile * self.scale, self.k, part)

    def _on_sheet(self, at: tuple[float, float]) -> tuple[float, float]:
        return at[0] * self.k + self.x, at[1] * self.k + self.y

    def _alone(self) -> Iterator[tuple[str, str, tuple[float, float], float]]:
        """The unit and the pattern of each mark that stands alone, where on the sheet, and how large."""
        for (unit, name), at in self.at.items():
            if self._lone(unit, name, BARE):
                larger = larger_by(self.view, unit, PATTERNS[name].tile * self.scale, self.k)
                yield unit, name, self._on_sheet(at), self.scale * larger

    def boxes(self) -> list[Box]:
        """What those cover that stand alone: no name hides them."""
        halves = ((at, PART * PATTERNS[name].tile * size) for _, name, at, size in self._alone())
        return [Box(x - half, y - half, 2 * half, 2 * half) for (x, y), half in halves]

    def patterns(self) -> Iterator[str]:
        """Each as a pattern that goes on from its beginning."""
        for (unit, name), at in self.at.items():
            hatch = PATTERNS[name]
            middle = f"translate({-hatch.tile / 2:g} {-hatch.tile / 2:g})"
            place = f"{_placed(at, hatch.turn, self.scale / self.k)} {middle}"
            yield element("pattern", id=f"hatch-{name}-{unit}", href=f"#hatch-{name}", patternTransform=place)

    def draw(self, theme: Theme) -> Iterator[str]:
        """The marks that stand alone as SVG."""
        for unit, name, at, size in self._alone():
            hatch = PATTERNS[name]
            place = _placed(at, hatch.turn, size)
            yield element("g", marks_of(hatch, theme), transform=place, data_over=unit, data_hatch=name)


def _placed(at: tuple[float, float], turn: float, scale: float) -> str:
    return f"translate({at[0]:.1f} {at[1]:.1f}) rotate({turn:g}) scale({scale:.6g})"
