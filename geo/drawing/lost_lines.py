"""Whom a map has no room for, in lines as wide as the sheet: the fill of a status, then those who have it."""

from collections.abc import Iterator, Sequence

from geo.drawing.key import Row
from geo.drawing.palette import Theme
from geo.drawing.svg import element, measure, text_at

LEAD = 1.25
SWATCH = 1.2, 0.8
"""Of the size of the words, how wide and how high a fill is,"""
AFTER, BETWEEN = 0.4, 1.2
"""what lies between it and the first name, and between the last and the next fill."""
Part = tuple[int, float, str]
"""On which line something stands, how far from its beginning, and the words; none for a fill."""


class LostLines:
    """The rows of names without room, one after another, at a width and a size of their words in px."""

    def __init__(self, rows: Sequence[Row], width: float, size: float) -> None:
        self.rows, self.size = rows, size
        self._parts = [*self._laid_out(width)]
        self.height = (1 + max((at for _, (at, _, _) in self._parts), default=-1)) * size * LEAD

    def _laid_out(self, width: float) -> Iterator[tuple[Row, Part]]:
        at, x, space = 0, 0.0, measure(" ", self.size)
        for row in self.rows:
            words = row.label.split(" ")
            before = (SWATCH[0] + AFTER) * self.size
            if x and x + before + measure(words[0], self.size) > width:
                at, x = at + 1, 0.0
            yield row, (at, x, "")
            x += before
            said, start = "", x
            for word in words:
                wide = measure(word, self.size)
                if x + wide > width:
                    yield row, (at, start, said)
                    at, x, said, start = at + 1, 0.0, "", 0.0
                said, x = f"{said} {word}".lstrip(), x + wide + space
            yield row, (at, start, said)
            x += BETWEEN * self.size

    def draw(self, x: float, y: float, theme: Theme) -> Iterator[str]:
        """The lines from their left upper corner."""
        size = self.size
        for row, (at, left, words) in self._parts:
            top = y + at * size * LEAD
            if words:
                yield text_at(words, x + left, top + size, size, theme.text)
                continue
            wide, high = (part * size for part in SWATCH)
            at_y = round(top + 0.3 * size, 1)
            fill = theme.statuses[row.lost_fill].fill
            yield element(
                "rect", x=round(x + left, 1), y=at_y, width=wide, height=high, rx=2, fill=fill, stroke=theme.rule
            )
