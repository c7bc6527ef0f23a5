"""The map of a stop as a picture, and the same in words for those who cannot see it."""

from datetime import date

from data.dates import spelled, spelled_as_given
from data.membership import status_counts_on
from data.picture import picture_on
from data.rounds import joiners_up_to
from data.tables import Tables, current_tables
from data.vocabulary import Status
from data.words import words
from geo.drawing.label_layout import Box
from geo.drawing.layers import DRAWN
from geo.drawing.palette import THEMES
from geo.drawing.sheet import Focus, Sheet
from geo.drawing.svg import png
from geo.lesson.lesson import Stop, day_of
from geo.picture import svg

STOP = Sheet(1280, 840, Box(0, 0, 1280, 840), base=40, year=0, around="nothing", scale=1.7)
"""A map beside a text, to be read from the back row."""


def stop_svg(stop: Stop, tables: Tables | None = None, sheet: Sheet = STOP, theme: str = "light") -> str:
    """The map of a stop after its answer is known; on the sheet of a slide without year and legend."""
    layers = tuple(layer for layer in stop.layers if layer in DRAWN)
    focus = Focus(stop.focus, stop.statement, stop.draft)
    tables = tables or current_tables()
    return svg(day_of(stop, tables), stop.view, layers, theme, sheet=sheet, tables=tables, focus=focus)


def stop_png(stop: Stop, width: int, tables: Tables | None = None, sheet: Sheet = STOP) -> bytes:
    """The same as PNG, `width` px wide."""
    return png(stop_svg(stop, tables, sheet), width)


def alt_text(stop: Stop, tables: Tables | None = None) -> str:
    """What the map of a stop shows, in words: the day, the counts, who joined, what is pointed at."""
    tables = tables or current_tables()
    named = words()
    picture = picture_on(day_of(stop, tables), tables)
    parts = [f"{named['view'][stop.view]}, {spelled(picture.day)}: {picture.headline.title}"]
    parts += [", ".join(f"{label} {count}" for _, label, count in legend(picture.day, tables))]
    parts += [told.removesuffix(".") for told in picture.not_recognised]
    if joined := [joiner.name for joiner in joiners_up_to(picture.day, tables)]:
        parts += [f"{named['stage']['joined']}: {', '.join(joined)}"]
    if stop.focus:
        parts += [f"{named['stage']['outlined']}: {', '.join(picture.units[unit].name for unit in stop.focus)}"]
    if stop.statement:
        row = tables.statements.set_index("id").loc[stop.statement]
        parts += [
            f"{named['stance'][row['stance']]['label']}: {row['speaker']}, {row['city']}, "
            + spelled_as_given(row["date"])
        ]
    if stop.draft:
        parts += [named["draft"][stop.draft]]
    return ". ".join(parts) + "."


def legend(day: date, tables: Tables | None = None) -> list[tuple[Status, str, int]]:
    """The statuses that a day has, with their short names and the number of states, in the order of the legend."""
    counts = status_counts_on(day, tables or current_tables())
    short = words()["status"]
    return [(status, short[status]["short"], counts[status]) for status in THEMES["light"].statuses if counts[status]]
