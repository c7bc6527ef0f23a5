"""The maps of questions as PNG: the one that is asked about, which names nothing, and the one that shows the answer.

Both have a key of their fills beneath, since they stand alone.
"""

from dataclasses import replace
from datetime import date

from data.kept_with import kept_with
from data.memberships.told import Told, day_of_year, membership_of, picture_when
from geo.drawing.drawn import Drawn
from geo.drawing.label_layout import Box
from geo.drawing.offered import views_for
from geo.drawing.palette import LIGHT, theme_of
from geo.drawing.sheet import Focus, Sheet
from geo.drawing.svg import dots, element, in_few_colours, measure, text_at
from geo.picture import drawn
from geo.publish.map_words import alt_of_day, alt_without_day, legend

SHEET = Sheet(1280, 840, Box(0, 0, 1280, 840), base=40, around="nothing", scale=1.7, lists=False)
WIDTH = 800
"""Px: sharp on a phone, and 50 kB."""
COLOURS = 64
MEDIA_TYPE = "image/png"
KEY_SIZE, KEY_LINE, SWATCH, GAP = 32, 52, 30, 16
"""Px of the sheet: the letters of the key, its lines, its squares, what is left between."""


def asked_map(year: int, told: Told) -> bytes:
    """The map of a year without names and news."""
    return _map(told, year, is_answer=False)


def answer_map(year: int, told: Told) -> bytes:
    """The map of a year with names, those outlined that joined."""
    return _map(told, year, is_answer=True)


@kept_with(64)
def _map(told: Told, year: int, *, is_answer: bool) -> bytes:
    return _png(year, ("names",) if is_answer else (), Focus(news=is_answer), told)


def asked_alt(year: int, told: Told) -> str:
    """The map of a year in words that do not tell the year."""
    return alt_without_day(day_of_year(year, told), _view(told), told)


def answer_alt(year: int, told: Told) -> str:
    """The map of a year in words."""
    return alt_of_day(day_of_year(year, told), _view(told), told)


def _view(told: Told) -> str:
    return views_for(membership_of(told))[0]


def _png(year: int, layers: tuple[str, ...], focus: Focus, told: Told) -> bytes:
    made = drawn(picture_when(year, told), _view(told), layers, sheet=SHEET, focus=focus)
    whole = _with_key(made, day_of_year(year, told), told)
    return in_few_colours(dots(whole.svg(), WIDTH), COLOURS)


def _with_key(made: Drawn, day: date, told: Told) -> Drawn:
    """The picture on a sheet that is higher by the lines of its key."""
    key, height = _key(made.sheet, day, told)
    ground = element("rect", x=0, y=made.sheet.height, width=made.sheet.width, height=height, fill=made.page)
    sheet = replace(made.sheet, height=made.sheet.height + height)
    return replace(made, sheet=sheet, around=(*made.around, ground, *key))


def _key(sheet: Sheet, day: date, told: Told) -> tuple[list[str], int]:
    """Squares and words in as many lines as they need, and the height of all."""
    inks = theme_of(membership_of(told), "light").statuses
    x, y = GAP, sheet.height + GAP
    parts = []
    for status, label, _ in legend(day, told):
        fill, width = inks[status].fill, SWATCH + GAP + round(measure(label, KEY_SIZE))
        if x > GAP and x + width > sheet.width - GAP:
            x, y = GAP, y + KEY_LINE
        edge = LIGHT.quiet_text
        parts.append(element("rect", x=x, y=y, width=SWATCH, height=SWATCH, fill=fill, stroke=edge))
        parts.append(text_at(label, x + SWATCH + GAP / 2, y + SWATCH * 0.86, KEY_SIZE, LIGHT.text))
        x += width + GAP
    return parts, y + KEY_LINE - sheet.height
