"""The map of a stop as a picture."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from PIL import Image

from data.headlines import Headline
from data.memberships.laid_over import ground_of_members
from data.memberships.shipped import shipped, shipped_ids
from data.memberships.told import Told, picture_when
from data.tables import current_tables
from geo.drawing.drawn import Drawn
from geo.drawing.label_layout import Box
from geo.drawing.layers import DRAWN
from geo.drawing.painter import OFTEN, Painter
from geo.drawing.sheet import Focus, Sheet
from geo.drawing.svg import COLOURS, in_few_colours
from geo.lesson.halt import halted_on
from geo.lesson.lesson import Lesson, Stop, day_of
from geo.picture import drawn
from geo.publish.ahead import ahead, apart

STOP = Sheet(1280, 840, Box(0, 0, 1280, 840), base=40, around="nothing", scale=1.7)
"""A map beside a text, to be read from the back row."""


def stop_drawn(
    stop: Stop,
    told: Told | None = None,
    sheet: Sheet = STOP,
    theme: str = "light",
    *,
    asked: bool = False,
    over: str = "",
) -> Drawn:
    """The map of a stop with its own words; `asked` as it stands before the answer, which nothing on it gives away.

    `over` is the id of a membership that is laid over it; a layer that shows the same gives way. Of one that has no
    members on the day the map of a stop says nothing.
    """
    told = told or current_tables()
    layers = tuple(layer for layer in stop.layers if layer in DRAWN and layer != over)
    day = asked_day(stop, told) if asked else day_of(stop, told)
    facts = picture_when(day, told)
    if over in shipped_ids() and not ground_of_members(shipped(over), day):
        over = ""
    if asked:
        said = Headline(stop.question, "")
        focus = Focus(over=over, news=False, at=stop.camera, names=stop.names)
        return drawn(facts, stop.view, layers, theme, sheet, focus=focus, headline=said)
    focus = Focus(stop.focus, stop.statement, stop.draft, over, at=stop.camera, names=stop.names)
    said = Headline(stop.title, stop.text)
    return drawn(facts, stop.view, layers, theme, sheet, focus=focus, headline=said)


def pictures_of(lesson: Lesson) -> list[tuple[Stop, bool]]:
    """Each stop, and before it, marked as such, the same stop before its answer where it asks first."""
    return [(stop, asked) for stop in lesson.stops for asked in ((True, False) if stop.asks_before else (False,))]


def stop_pictures(
    shown: Sequence[tuple[Stop, bool]],
    width: int,
    told: Told,
    sheet: Sheet = STOP,
    colours: int = COLOURS,
    over: str = "",
) -> Iterator[tuple[bytes, Drawn]]:
    """The map of each stop as PNG, before the answer where that is asked, and what is told of it: key, notes, source.

    Laid out, painted and coded side by side.
    """
    maps = (stop_drawn(stop, told, sheet, asked=asked, over=over) for stop, asked in shown)
    return apart(_coded(_painted(shown, maps, width), colours))


def _coded(painted: Iterator[tuple[Image.Image, Drawn]], colours: int) -> Iterator[tuple[bytes, Drawn]]:
    """The maps as PNG, and what is told of each: its lines are not sent any further."""
    for image, made in ahead(painted):
        yield in_few_colours(image, colours), replace(made, defs="", ground=(), units=(), ink=(), around=())


def _painted(
    shown: Sequence[tuple[Stop, bool]], maps: Iterable[Drawn], width: int
) -> Iterator[tuple[Image.Image, Drawn]]:
    painter = Painter(width)
    places = [(stop.view, stop.camera) for stop, _ in shown]
    times = Counter(places)
    for place, made in zip(places, apart(maps), strict=True):
        yield painter.paint(made, whole=times[place] < OFTEN), made


def asked_day(stop: Stop, told: Told) -> date:
    """The day whose map stands under the question of a stop."""
    return halted_on(stop, told) or day_of(stop, told)
