"""Statements on a picture: their signs, badges of those folded in one place, arcs for the one that is asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from data.vocabulary import Confidence, Stance
from data.words import words
from geo.drawing.edge_layout import Edges, Under, hold_at_edges
from geo.drawing.label_layout import Box
from geo.drawing.mark_layout import BACK, Made, Marks, Point, Stack, arcs_of, box_of, plate_of, stack_marks
from geo.drawing.palette import GLYPHS, STANCE_INKS, Theme
from geo.drawing.sheet import Sheet
from geo.drawing.svg import element, measure, text_at

PLACE = 13
"""Px of the name of a place beyond the map, at a scale of 1,"""
PLACE_SHARE = 0.76
"""and the least of it as a share of the size of names on the sheet."""


class StatementSigns:
    """The signs of statements on the map of a sheet.

    `place` is how many px a unit of the view takes, and where its corner lies.
    """

    def __init__(
        self,
        rows: Iterable[Any],
        view: Mapping[str, Any],
        place: tuple[float, float, float],
        sheet: Sheet,
        ground: Under,
        theme: Theme,
    ) -> None:
        self.rows: dict[str, Any] = {row.id: row for row in rows}
        self.view, self.place, self.theme, self.scale = view, place, theme, sheet.scale
        made = [Made(id_, *self._screen(at), at[2] * place[0]) for id_ in self.rows if (at := view["places"][id_])]
        self.size = max(PLACE * sheet.scale, PLACE_SHARE * sheet.base)
        elsewhere = words()["stage"]["elsewhere"]
        edges = Edges(self._cities, elsewhere, sheet.map, sheet.scale, ground, lambda text: measure(text, self.size))
        here, self.held = hold_at_edges(stack_marks(made, sheet.map, sheet.scale), edges)
        self.stacks = [*here, *(held.stack for held in self.held)]

    @property
    def folded(self) -> bool:
        """Whether some of them stand in a badge."""
        return any(stack.folded for stack in self.stacks)

    def boxes(self) -> list[Box]:
        """What names and other signs keep clear of."""
        marks = [box_of(x, y, self.scale) for stack in self.stacks for _, x, y in stack.marks]
        return [*marks, *(held.name.box for held in self.held)]

    def _screen(self, at: Sequence[float]) -> Point:
        k, x, y = self.place
        return at[0] * k + x, at[1] * k + y

    def arcs(self, id_: str) -> Iterator[str]:
        """One cased arc from a statement to each of those whom it names; none without an id."""
        if not id_:
            return
        theme, scale, anchors = self.theme, self.scale, self.view["anchors"]
        targets = [self._screen(anchors[target]) for target in self.rows[id_].targets if target in anchors]
        stack, at = next((stack, (x, y)) for stack in self.stacks for mark, x, y in stack.marks if mark == id_)
        label = next((held.name.box for held in self.held if held.stack is stack), None)
        taken = [held.name.box for held in self.held]
        taken += [plate_of(other, scale) for other in self.stacks if other is not stack]
        ink = self._ink(id_)
        line = {"fill": "none", "stroke_linecap": "round"}
        for d, (x, y) in arcs_of(at, targets, taken, label, scale):
            yield element("path", d=d, stroke=theme.mark_casing, stroke_width=4.6 * scale, **line)
            yield element("path", d=d, stroke=ink, stroke_width=2 * scale, data_arc=id_, **line)
            end = {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{3.4 * scale:.1f}"}
            yield element("circle", fill=ink, stroke=theme.mark_casing, stroke_width=1.4 * scale, **end)

    def signs(self) -> Iterator[str]:
        """Marks on their plates, badges, and the names of places beyond the map."""
        yield from (self._tag(held.box) for held in self.held if held.on_land)
        for stack in self.stacks:
            if stack.folded:
                yield self._badge(stack)
                continue
            if len(stack.marks) > 1:
                yield self._plate(stack)
            for id_, x, y in stack.marks:
                yield element("g", self._glyph(id_), transform=self._at(x, y), data_statement=id_)
        for held in self.held:
            ground = self.theme.page if held.on_land else self.theme.sea
            halo = {"stroke": ground, "stroke_width": f"{3 * self.scale:.1f}", "paint_order": "stroke"}
            anchor, y = "start" if held.name.on_left else "end", held.name.y + self.size * 0.34
            yield text_at(held.name.text, held.name.x, y, self.size, self.theme.text, text_anchor=anchor, **halo)

    def _tag(self, box: Box) -> str:
        """What the name of a place beyond a map without any sea is read on."""
        pad, px = 5 * self.scale, "{:.1f}".format
        at = {"x": px(box.x - pad), "y": px(box.y - pad), "rx": px(4 * self.scale)}
        size = {"width": px(box.width + 2 * pad), "height": px(box.height + 2 * pad)}
        return element("rect", fill=self.theme.page, stroke=self.theme.rule, stroke_width=1, **at, **size)

    def _glyph(self, id_: str) -> str:
        row, ink = self.rows[id_], self._ink(id_)
        body, *hole = GLYPHS[Stance(row.stance)]
        sign = element("path", d=body, fill=ink, stroke=self.theme.mark_casing, stroke_width=1.6, paint_order="stroke")
        sign += "".join(element("path", d=d, fill=self.theme.mark_casing) for d in hole)
        if row.confidence == Confidence.CONTESTED:
            ring = {"fill": self.theme.mark_casing, "stroke": ink, "stroke_dasharray": "3 2.2"}
            sign = element("circle", r=11, fill_opacity=0.7, stroke_width=1.4, **ring) + sign
        return sign

    def _badge(self, stack: Stack) -> str:
        ids = [id_ for id_, _, _ in stack.marks]
        inks = {self._ink(id_) for id_ in ids}
        drawn = badge(len(ids), self.theme, inks.pop() if len(inks) == 1 else self.theme.ink)
        held = "".join(element("g", data_statement=id_) for id_ in ids)
        return element("g", drawn + held, transform=self._at(stack.x, stack.y), data_badge=len(ids))

    def _plate(self, stack: Stack) -> str:
        plate = plate_of(stack, self.scale)
        size = {"width": f"{plate.width:.1f}", "height": f"{plate.height:.1f}", "rx": f"{BACK * self.scale:.1f}"}
        at = {"x": f"{plate.x:.1f}", "y": f"{plate.y:.1f}"}
        return element("rect", fill=self.theme.mark_casing, fill_opacity=0.62, **at, **size)

    def _at(self, x: float, y: float) -> str:
        return f"translate({x:.1f} {y:.1f})" + (f" scale({self.scale})" if self.scale != 1 else "")

    def _ink(self, id_: str) -> str:
        ink: str = getattr(self.theme, STANCE_INKS[Stance(self.rows[id_].stance)])
        return ink

    def _cities(self, marks: Marks) -> str:
        return ", ".join(_once(self.rows[id_].city for id_, _, _ in marks))


def badge(count: int, theme: Theme, ink: str) -> str:
    """The badge of statements folded in one place, around (0, 0): their number, in the ink that they share."""
    disc = element("circle", r=10.5, fill=theme.mark_casing, stroke=ink, stroke_width=1.8)
    return disc + text_at(str(count), 0, 4.8, 14, ink, font_weight=700, text_anchor="middle")


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
