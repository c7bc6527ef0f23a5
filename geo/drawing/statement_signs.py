"""Statements on a picture: their signs, badges of those folded in one place, arcs for the one that is asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

import numpy as np

from data.quotation import town_of
from data.vocabulary import Confidence, Stance
from data.words import phrase
from geo.drawing.arc_layout import arcs_of, ends_of
from geo.drawing.edge_layout import Edges, hold_at_edges
from geo.drawing.ground import SEA, OnSheet
from geo.drawing.label_layout import Box
from geo.drawing.mark_beside import Land, pin_of, stand_beside
from geo.drawing.mark_layout import Made, Marks, Point, Stack, box_of, plate_of, stack_marks, threads_of
from geo.drawing.palette import BADGE, STANCE_INKS, TIMES, Theme
from geo.drawing.pins import Line, boxes_along, pin, string
from geo.drawing.sheet import Sheet
from geo.drawing.sign_parts import stance_sign
from geo.drawing.svg import element, measure, text_at

PLACE = 13
"""Px of the name of a place beyond the map, at a scale of 1,"""
PLACE_SHARE = 0.76
"""and the least of it as a share of the size of names on the sheet."""
COUNT, LONG_COUNT, SHORT = 13, 11.5, 2
"""Px of how many a badge holds, those of more letters than `SHORT`, and these."""
CENTRAL = 0.34
"""Of the size of a text from its middle down to its line."""


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
        self.size = max(PLACE * sheet.scale, PLACE_SHARE * sheet.base)
        elsewhere = phrase("stage", "elsewhere")
        edges = Edges(
            self._said,
            self._towns,
            elsewhere,
            self._home,
            sheet.map,
            sheet.scale,
            ground,
            lambda text: measure(text, self.size),
            dear,
        )
        stacks = stack_marks(made, sheet.map, sheet.scale)
        stood = stand_beside(stacks, sheet.map, sheet.scale, Land(ground, ground.area_of, dear))
        here, self.held = hold_at_edges(stood, edges)
        self.stacks = [*here, *(held.stack for held in self.held)]

    @property
    def standing(self) -> list[tuple[Any, bool]]:
        """The rows of those that stand, and whether each does so in a badge, where its own sign is not seen."""
        return [(self.rows[id_], stack.folded) for stack in self.stacks for id_, _, _ in stack.marks]

    def boxes(self) -> list[Box]:
        """What names and other signs keep clear of."""
        tags = [held.tag for held in self.held]
        pins = [box for line in self._pins() for box in boxes_along(line)]
        stacked = ((stack, x, y) for stack in self.stacks for _, x, y in stack.marks[: 1 if stack.folded else None])
        return [*(box_of(x, y, self.scale, folded=stack.folded) for stack, x, y in stacked), *tags, *pins]

    def _pins(self) -> Iterator[Line]:
        """The lines from signs that stand beside their places."""
        return (line for stack in self.stacks if (line := pin_of(stack)))

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
        """Marks on their plates, badges, and the names of places beyond the map."""
        yield from (self._tag(held.tag) for held in self.held)
        for line in self._pins():
            yield pin(line, self.scale, self.theme)
        for stack in self.stacks:
            if stack.folded:
                yield self._badge(stack)
                continue
            if len(stack.marks) > 1:
                for thread in threads_of(stack.marks):
                    yield from string(thread, self.scale, self.theme)
            for id_, x, y in stack.marks:
                yield element("g", self._glyph(id_), transform=self._at(x, y), data_statement=id_)
        for held in (held for held in self.held if held.name.text):
            anchor, y = "start" if held.name.on_left else "end", held.name.y + self.size * CENTRAL
            yield text_at(held.name.text, held.name.x, y, self.size, self.theme.text, text_anchor=anchor)

    def _tag(self, tag: Box) -> str:
        """What a place beyond the map is read on."""
        at = {"x": f"{tag.x:.1f}", "y": f"{tag.y:.1f}", "rx": f"{4 * self.scale:.1f}"}
        size = {"width": f"{tag.width:.1f}", "height": f"{tag.height:.1f}"}
        return element("rect", fill=self.theme.page, stroke=self.theme.rule, stroke_width=1, **at, **size)

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

    def _said(self, marks: Marks) -> str:
        return phrase("stage", "beyond", place=self._towns(marks))

    def _towns(self, marks: Marks) -> str:
        return ", ".join(dict.fromkeys(town_of(self.rows[id_]) for id_, _, _ in marks))

    def _home(self, marks: Marks) -> int:
        """The ground of the country in which some statements were made; SEA for several, or one that is not drawn."""
        x, y = np.array([self._screen(self.places[id_]) for id_, _, _ in marks]).T
        grounds = set(self.ground.under(x, y).tolist())
        return grounds.pop() if len(grounds) == 1 else SEA


def badge(count: int | str, theme: Theme) -> str:
    """The badge of statements folded in one place, around (0, 0): how many they are."""
    plate = element("path", d=BADGE, fill=theme.mark_casing, stroke=theme.ink, stroke_width=1.6)
    words = f"{TIMES}{count}"
    size = COUNT if len(words) <= SHORT else LONG_COUNT
    return plate + text_at(words, 0, size * CENTRAL, size, theme.ink, font_weight=700, text_anchor="middle")
