"""The maps of questions as PNG: the one that is asked about, which names nothing, and the one that shows the answer.

Both have a key beneath, since they stand alone.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from data.kept_with import kept_with
from data.memberships.told import Told, day_of_year, membership_of, picture_when
from geo.drawing.drawn import Drawn
from geo.drawing.key import sign
from geo.drawing.label_layout import Box
from geo.drawing.offered import views_for
from geo.drawing.palette import LIGHT, theme_of
from geo.drawing.sheet import Focus, Sheet
from geo.drawing.sign_parts import SIGN_HEIGHT, SIGN_WIDTH
from geo.drawing.svg import dots, element, in_few_colours, measure, text_at, wrapped
from geo.picture import drawn
from geo.publish.map_words import alt_of_day, alt_without_day, legend

SHEET = Sheet(1280, 840, Box(0, 0, 1280, 840), base=40, around="nothing", scale=1.7)
WIDTH = 800
"""Px: sharp on a phone, and 60 kB."""
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
    key, height = _key(made, day, told)
    ground = element("rect", x=0, y=made.sheet.height, width=made.sheet.width, height=height, fill=made.page)
    sheet = replace(made.sheet, height=made.sheet.height + height)
    return replace(made, sheet=sheet, around=(*made.around, ground, *key))


def _key(made: Drawn, day: date, told: Told) -> tuple[list[str], int]:
    """Signs and words in as many lines as they need, the fills first, and the height of all."""
    x, y = GAP, made.sheet.height + GAP
    widest = made.sheet.width - 2 * GAP
    parts = []
    for drawn_sign, wide, label in _entries(made, day, told):
        lines = wrapped(label, KEY_SIZE, widest - wide - GAP)
        width = wide + GAP + round(max(measure(line, KEY_SIZE) for line in lines))
        if x > GAP and x + width > made.sheet.width - GAP:
            x, y = GAP, y + KEY_LINE
        parts.append(element("g", drawn_sign, transform=f"translate({x} {y})"))
        for at, line in enumerate(lines):
            base = y + SWATCH * 0.86 + at * KEY_LINE * 0.75
            parts.append(text_at(line, x + wide + GAP / 2, base, KEY_SIZE, LIGHT.text))
        x += width + GAP
        y += round((len(lines) - 1) * KEY_LINE * 0.75)
    return parts, y + KEY_LINE - made.sheet.height


def _entries(made: Drawn, day: date, told: Told) -> Iterator[tuple[str, int, str]]:
    """Of each row its sign, how wide that is, and its words: a square of a fill, the sign of whatever else is drawn."""
    theme = theme_of(membership_of(told), "light")
    for status, label, _ in legend(day, told):
        look: dict[str, Any] = {"width": SWATCH, "height": SWATCH, "stroke": LIGHT.quiet_text}
        yield element("rect", fill=theme.statuses[status].fill, **look), SWATCH, label
    scale = SWATCH / SIGN_HEIGHT
    for row in made.key:
        if not row.count:
            told_by = element(
                "g", sign(row, theme, made.place[0] / scale / made.sheet.scale), transform=f"scale({scale})"
            )
            yield told_by, 0 if row.is_bare else round(SIGN_WIDTH * scale), row.label
