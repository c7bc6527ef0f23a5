"""The first slide of a lesson: its title beside a map that tells nothing yet."""

from collections import Counter
from datetime import date
from typing import Any

from pptx.enum.text import MSO_ANCHOR

from data.citation import imprint
from data.kept_with import kept_with
from data.memberships.told import Told, as_of_told, membership_of, picture_when, tables_of
from data.words import words
from geo.drawing.label_layout import Box
from geo.drawing.offered import borders_of
from geo.drawing.painter import Painter
from geo.drawing.palette import LIGHT
from geo.drawing.sheet import Focus, Sheet
from geo.drawing.svg import in_few_colours
from geo.drawing.told_in_full import told_of_over
from geo.lesson.lesson import Lesson, day_of
from geo.picture import drawn
from geo.publish.slide_file import add_png, new_slide
from geo.publish.slide_room import BODY, SMALL, Line, height_of, largest
from geo.publish.slide_text import COVER, box, decorate, place, write

BLANK = Sheet(1000, 1080, Box(0, 0, 1000, 1080), base=30, around="nothing", scale=1.6)
LEFT, WIDTH = 80, 1920 - BLANK.width - 140
TITLE_TOP, TITLE_END, BOTTOM = 120, 640, 1040
SIZES = (96, 84, 72, 64, 56, 48)  # px, the largest that fits
TOLD, GAP = 30, 16
FEW = 32
"""Colours of the map: land, sea and the shades of its lines."""


def add_cover(deck: Any, lesson: Lesson, told: Told, over: str = "") -> Any:
    """Title and subtitle, what lies over the maps, what the lesson has; at the right is room for its ground."""
    slide = new_slide(deck, COVER)
    place(slide.shapes.title, LEFT, TITLE_TOP, WIDTH, TITLE_END - TITLE_TOP)
    title = largest(lesson.title, SIZES, WIDTH, TITLE_END - TITLE_TOP)
    write(slide.shapes.title, [title], anchor=MSO_ANCHOR.BOTTOM)
    named, membership = words()["slides"], membership_of(told)
    said = {"minutes": f"{lesson.minutes:g}", "as_of": as_of_told(told), "imprint": imprint(tables_of(told))}
    below: list[Line] = [(line, BODY, False) for line in (lesson.subtitle, told_of_over(over)) if line]
    below.append((named["cover"].format(stops=len(lesson.stops), **said), TOLD, False))
    place(slide.placeholders[1], LEFT, TITLE_END + 2 * GAP, WIDTH, 260)
    write(slide.placeholders[1], below, gap=GAP)
    last: list[Line] = [(borders_of(membership), SMALL, False)]
    tall = height_of(last, WIDTH)
    write(box(slide, LEFT, BOTTOM - tall, WIDTH, tall), last, ink=LIGHT.quiet_text, anchor=MSO_ANCHOR.BOTTOM)
    return slide


def ground_png(lesson: Lesson, told: Told) -> bytes:
    """Its map, of the view that most stops show."""
    view, _ = Counter(stop.view for stop in lesson.stops).most_common(1)[0]
    return _ground(told, view, day_of(lesson.stops[0], told))


def add_ground(slide: Any, ground: bytes) -> None:
    """Put its map on the cover; after the maps of the stops it is the last in the file."""
    shown = add_png(slide, ground)
    place(shown, 1920 - BLANK.width, 0, BLANK.width, BLANK.height)
    decorate(shown)


@kept_with(4)
def _ground(told: Told, view: str, day: date) -> bytes:
    """The map of a day that tells no status, as PNG."""
    made = drawn(picture_when(day, told), view, (), "light", BLANK, focus=Focus(blank=True, news=False))
    return in_few_colours(Painter(BLANK.width).paint(made), FEW)
