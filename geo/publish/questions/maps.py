"""The maps of questions as PNG: the one that is asked about, which names nothing, and the one that shows the answer."""

from functools import lru_cache

from data.tables import Tables
from data.timeline import picture_day
from geo.drawing.label_layout import Box
from geo.drawing.sheet import Focus, Sheet
from geo.drawing.svg import in_few_colours, png
from geo.picture import svg
from geo.publish.map_words import alt_of_day, alt_without_day

VIEW = "europe"
SHEET = Sheet(1280, 840, Box(0, 0, 1280, 840), base=40, around="nothing", scale=1.7)
WIDTH = 800
"""Px: sharp on a phone, and 40 kB."""
COLOURS = 32
MEDIA_TYPE = "image/png"


@lru_cache(maxsize=32)
def asked_map(year: int, tables: Tables) -> bytes:
    """The map of a year without names and news."""
    return _png(svg(year, VIEW, (), sheet=SHEET, tables=tables, focus=Focus(news=False)))


@lru_cache(maxsize=32)
def answer_map(year: int, tables: Tables) -> bytes:
    """The map of a year with names, those outlined that joined."""
    return _png(svg(year, VIEW, ("names",), sheet=SHEET, tables=tables))


def asked_alt(year: int, tables: Tables) -> str:
    """The map of a year in words that do not tell the year."""
    return alt_without_day(picture_day(year, tables), VIEW, tables)


def answer_alt(year: int, tables: Tables) -> str:
    """The map of a year in words."""
    return alt_of_day(picture_day(year, tables), VIEW, tables)


def _png(picture: str) -> bytes:
    return in_few_colours(png(picture, WIDTH), COLOURS)
