"""Statements on a picture: their signs, badges of those folded in one place, arcs for the one that is asked for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from data.quotation import town_of
from data.vocabulary import Confidence, Stance
from data.words import phrase
from geo.drawing.arc_layout import arcs_of, ends_of
from geo.drawing.edge_layout import Edges, Held, hold_at_edges
from geo.drawing.ground import OnSheet
from geo.drawing.label_layout import Box
from geo.drawing.mark_beside import Land, stand_beside
from geo.drawing.mark_layout import Line, Made, Point, Stack, box_of, pins_of, plate_of, stack_marks, threads_of
from geo.drawing.palette import BADGE, STANCE_INKS, TAG_ARROW, TIMES, Theme
from geo.drawing.pins import PIN, boxes_along, pin, string
from geo.drawing.sheet import Sheet
from geo.drawing.sign_parts import Look, stance_sign
from geo.drawing.svg import element, text_at

COUNT, LONG_COUNT, SHORT = 13, 11.5, 2
"""Px of how many a badge holds, those of more letters than `SHORT`, and these."""
CENTRAL = 0.34
"""Of the size of a text from its middle down to its line."""
MOST_TOWNS = 5
"""Towns beyond a map whose names a key has; of more it has one less, and counts the rest."""


class StatementSigns:
    """The signs of statements on the map of a sheet, on which the ground of the view lies as it is drawn.

    `numbers` tells the place of each statement among those of the view. Tags keep off `dear` ground, which the map is
    about, and no sign hides it.
    """

    def __init__(
        self,
        rows: Iterable[Any],
        numbers: Mapping[str, int],
        view: Mapping[str, Any],
        ground: OnSheet,
        sheet: Sheet,
        theme: Theme,
        dear: Set[int] = frozenset(),
    ) -> None:
        self.rows: dict[str, Any] = {row.id: row for row in rows}
        self.view, self.ground, self.bounds = view, ground, sheet.map
        self.theme, self.scale = theme, sheet.scale
        self.places: dict[str, list[int]] = {id_: view["places"][numbers[id_]] for id_ in self.rows}
        made = [Made(id_, *self._screen(at), at[2] * ground.k) for id_, at in self.places.items()]
        stacks = stack_marks(made, sheet.map, sheet.scale, ground)
        stood = stand_beside(stacks, sheet.map, sheet.scale, Land(ground, ground.area_of, dear))
        here, self.held = hold_at_edges(stood, Edges(sheet.map, sheet.scale, ground, dear))
        self.stacks = [*here, *(held.stack for held in self.held)]

    @property
    def standing(self) -> list[tuple[Any, bool]]:
        """The rows of those that stand, and whether each does so in a badge, where its own sign is not seen."""
        return [(self.rows[id_], stack.folded) for stack in self.stacks for id_, _, _ in stack.marks]

    @property
    def beyond(self) -> list[str]:
        """The towns beyond the map in which statements were made, as a key has them."""
        return towns_told(town_of(self.rows[id_]) for held in self.held for id_, _, _ in held.stack.marks)

    def boxes(self) -> list[Box]:
        """What names and other signs keep clear of."""
        tags = [held.tag for held in self.held]
        pins = [box for line in self.pins for box in boxes_along(line, PIN * self.scale)]
        stacked = ((stack, x, y) for stack in self.stacks for _, x, y in stack.marks[: 1 if stack.folded else None])
        return [*(box_of(x, y, self.scale, folded=stack.folded) for stack, x, y in stacked), *tags, *pins]

    @property
    def pins(self) -> list[Line]:
        """The lines from signs that stand beside their places."""
        return [line for stack in self.stacks for line in pins_of(stack, self.scale)]

    def _screen(self, at: Sequence[float]) -> Point:
        return at[0] * self.ground.k + self.ground.x, at[1] * self.ground.k + self.ground.y

    def arcs(self, id_: str, taken: Iterable[Box]) -> Iterator[str]:
        """One cased arc from a statement to each of those whom it names, clear of what is taken; none without an id."""
        if not id_:
            return
        theme, scale, anchors = self.theme, self.scale, self.view["anchors"]
        stack, at = next((stack, (x, y)) for stack in self.stacks for mark, x, y in stack.marks if mark == id_)
        own = next((held.tag for held in self.held if held.stack is stack), plate_of(stack, scale))
        others = [box for box in taken if not box.meets(own)]
        middles = [self._screen(anchors[target]) for target in self.rows[id_].targets if target in anchors]
        targets = [ends_of(middle, [own, *others], self.bounds, self.ground, scale) for middle in middles]
        ink = theme.focus  # as in the key: that of a member has nearly the colour of the ink
        line = {"fill": "none", "stroke_linecap": "round"}
        for d, (x, y) in arcs_of(at, targets, others, self.bounds, scale):
            yield element("path", d=d, stroke=theme.mark_casing, stroke_width=4.6 * scale, **line)
            yield element("path", d=d, stroke=ink, stroke_width=2 * scale, data_arc=id_, **line)
            end = {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{3.4 * scale:.1f}"}
            yield element("circle", fill=ink, stroke=theme.mark_casing, stroke_width=1.4 * scale, **end)

    def signs(self) -> Iterator[str]:
        """Marks on their plates, badges, and tags for those of places beyond the map."""
        yield from (self._tag(held) for held in self.held)
        for line in self.pins:
            yield from pin(line, self.scale, self.theme)
        for stack in self.stacks:
            if stack.folded:
                yield self._badge(stack)
                continue
            for thread in threads_of(stack):
                yield from string(thread, self.scale, self.theme)
            for id_, x, y in stack.marks:
                yield element("g", self._glyph(id_), transform=self._at(x, y), data_statement=id_)

    def _tag(self, held: Held) -> str:
        """What the sign of a place beyond the map stands on, and the arrow to it."""
        arrow = tag_arrow(self.theme)
        turned = f"{self._at(*held.arrow)} rotate({held.turn:.0f})"
        return tag_plate(held.tag, self.theme, self.scale) + element("g", arrow, transform=turned)

    def _glyph(self, id_: str) -> str:
        row = self.rows[id_]
        sign = stance_sign(Stance(row.stance), self.theme)
        if row.confidence == Confidence.CONTESTED:
            ink = getattr(self.theme, STANCE_INKS[Stance(row.stance)])
            ring = {"fill": self.theme.mark_casing, "stroke": ink, "stroke_dasharray": "3 2.2"}
            sign = element("circle", r=11, fill_opacity=0.7, stroke_width=1.4, **ring) + sign
        return sign

    def _badge(self, stack: Stack) -> str:
        ids = [id_ for id_, _, _ in stack.marks]
        drawn = badge(len(ids), self.theme)
        held = "".join(element("g", data_statement=id_) for id_ in ids)
        return element("g", drawn + held, transform=self._at(stack.x, stack.y), data_badge=len(ids))

    def _at(self, x: float, y: float) -> str:
        return f"translate({x:.1f} {y:.1f})" + (f" scale({self.scale})" if self.scale != 1 else "")


def badge(count: int | str, theme: Theme) -> str:
    """The badge of statements folded in one place, around (0, 0): how many they are."""
    plate = element("path", d=BADGE, fill=theme.mark_casing, stroke=theme.ink, stroke_width=1.6)
    words = f"{TIMES}{count}"
    size = COUNT if len(words) <= SHORT else LONG_COUNT
    return plate + text_at(words, 0, size * CENTRAL, size, theme.ink, font_weight=700, text_anchor="middle")


def tag_plate(box: Box, theme: Theme, scale: float = 1) -> str:
    """What the sign of a place beyond the map stands on."""
    at = {"x": f"{box.x:.1f}", "y": f"{box.y:.1f}", "rx": f"{4 * scale:.1f}"}
    size = {"width": f"{box.width:.1f}", "height": f"{box.height:.1f}"}
    return element("rect", fill=theme.page, stroke=theme.rule, stroke_width=1, **at, **size)


def tag_arrow(theme: Theme) -> str:
    """The arrow to a place beyond the map, around (0, 0) and to the right."""
    line: Look = {"fill": "none", "stroke": theme.text, "stroke_width": 1.6, "stroke_linecap": "round"}
    return element("path", d=TAG_ARROW, **line)


def towns_told(towns: Iterable[str]) -> list[str]:
    """Towns as often as something was said there, each once with how many it has of several.

    Of many towns those have their names in which most was said. The browser tells the same (on_map.mjs).
    """
    told = Counter(towns).most_common()  # of as many, the first stays the first
    named = told if len(told) <= MOST_TOWNS else told[: MOST_TOWNS - 1]
    rest = [phrase("key", "more", n=len(told) - len(named))] if len(named) < len(told) else []
    return [*(f"{town} {TIMES}{count}" if count > 1 else town for town, count in named), *rest]
