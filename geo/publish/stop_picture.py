"""The map of a stop as a picture."""

import io
from collections import defaultdict
from datetime import date

from PIL import Image

from data.headlines import Headline
from data.tables import Tables, current_tables
from geo.drawing.drawn import Drawn
from geo.drawing.label_layout import Box
from geo.drawing.layers import DRAWN
from geo.drawing.painter import Painter
from geo.drawing.sheet import Focus, Sheet
from geo.lesson.halt import halted_on
from geo.lesson.lesson import Stop, day_of
from geo.picture import drawn

COLOURS = 256
"""A map has few: a picture with a palette takes a third of the bytes, and a third of the time to write."""
STOP = Sheet(1280, 840, Box(0, 0, 1280, 840), base=40, around="nothing", scale=1.7)
"""A map beside a text, to be read from the back row."""


def stop_drawn(
    stop: Stop, tables: Tables | None = None, sheet: Sheet = STOP, theme: str = "light", *, asked: bool = False
) -> Drawn:
    """The map of a stop with its own words; `asked` as it stands before the answer, which nothing on it gives away."""
    tables = tables or current_tables()
    layers = tuple(layer for layer in stop.layers if layer in DRAWN)
    if asked:
        day = asked_day(stop, tables)
        said = Headline(stop.question, "")
        return drawn(day, stop.view, layers, theme, sheet, tables, Focus(news=False), said)
    focus = Focus(stop.focus, stop.statement, stop.draft)
    return drawn(day_of(stop, tables), stop.view, layers, theme, sheet, tables, focus, Headline(stop.title, stop.text))


class StopPainter:
    """Paints the maps of stops one after another as PNG, each view onto its last picture."""

    def __init__(self, width: int, tables: Tables, sheet: Sheet = STOP, colours: int = COLOURS) -> None:
        self.tables, self.sheet, self.colours = tables, sheet, colours
        self._painters: defaultdict[str, Painter] = defaultdict(lambda: Painter(width))

    def paint(self, stop: Stop, *, asked: bool = False) -> tuple[bytes, Drawn]:
        """The picture, and what it was made of."""
        made = stop_drawn(stop, self.tables, self.sheet, asked=asked)
        file = io.BytesIO()
        painted = self._painters[stop.view].paint(made)
        painted.quantize(self.colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG")
        return file.getvalue(), made


def asked_day(stop: Stop, tables: Tables) -> date:
    """The day whose map stands under the question of a stop."""
    return halted_on(stop, tables) or day_of(stop, tables)
