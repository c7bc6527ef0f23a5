"""The map of a stop as a picture, and the same in words for those who cannot see it."""

from collections.abc import Iterable, Iterator
from datetime import date

from data.dates import spelled, spelled_as_given
from data.headlines import Headline
from data.membership import status_counts_on
from data.picture import picture_on
from data.rounds import joiners_up_to
from data.tables import Tables, current_tables
from data.vocabulary import Status
from data.words import words
from geo.drawing.drawn import Drawn
from geo.drawing.label_layout import Box
from geo.drawing.layers import DRAWN
from geo.drawing.palette import THEMES
from geo.drawing.sheet import Focus, Sheet
from geo.drawing.svg import in_few_colours, png
from geo.lesson.halt import halted_on
from geo.lesson.lesson import Lesson, Stop, day_of
from geo.picture import drawn
from geo.publish.ahead import side_by_side

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


def pictures_of(lesson: Lesson) -> list[tuple[Stop, bool]]:
    """Each stop, and before it, marked as such, the same stop before its answer where it asks first."""
    return [(stop, asked) for stop in lesson.stops for asked in ((True, False) if stop.asks_before else (False,))]


def stop_pictures(
    shown: Iterable[tuple[Stop, bool]], width: int, tables: Tables, sheet: Sheet = STOP
) -> Iterator[tuple[bytes, Drawn]]:
    """The map of each stop as PNG, before the answer where that is asked, and what it was made of."""

    def picture(one: tuple[Stop, bool]) -> tuple[bytes, Drawn]:
        stop, asked = one
        made = stop_drawn(stop, tables, sheet, asked=asked)
        return in_few_colours(png(made.svg(), width)), made

    return side_by_side(picture, shown)


def asked_day(stop: Stop, tables: Tables) -> date:
    """The day whose map stands under the question of a stop."""
    return halted_on(stop, tables) or day_of(stop, tables)


def alt_of_asked(stop: Stop, tables: Tables | None = None) -> str:
    """What the map of a stop shows before the answer, in words."""
    tables = tables or current_tables()
    picture = picture_on(asked_day(stop, tables), tables)
    counted = ", ".join(f"{label} {count}" for _, label, count in legend(picture.day, tables))
    return f"{words()['view'][stop.view]}, {spelled(picture.day)}. {counted}."


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
