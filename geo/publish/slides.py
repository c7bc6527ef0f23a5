"""A lesson as slides (PPTX): a stop has its map with a description, its text as text, its notes in the notes.

A stop that asks before it shows has two: the question over the map as it was, then the answer.
"""

from datetime import datetime
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu

from data.citation import imprint
from data.dates import spelled
from data.memberships.told import Told, membership_of, tables_of
from data.tables import current_tables
from data.words import words
from geo.drawing.drawn import Drawn
from geo.drawing.palette import LIGHT, theme_of
from geo.lesson.halt import halted_when
from geo.lesson.lesson import Lesson, Stop, day_of, when
from geo.publish.map_words import alt_of_asked, alt_text, with_what_lies_over
from geo.publish.progress import Progress, silent
from geo.publish.slide_file import add_png, new_deck, new_slide, saved
from geo.publish.slide_key import add_key
from geo.publish.slide_room import ASKED, BODY, MARGIN, SMALL, TEXT_GAP, TITLE, Line, fitting, height_of
from geo.publish.slide_sources import GAP, source_lines, source_words
from geo.publish.slide_text import COVER, PX, TITLE_ONLY, box, note, place, write
from geo.publish.slides_around import add_after, add_before
from geo.publish.stop_picture import STOP, asked_day, pictures_of, stop_pictures
from geo.publish.stop_words import who_said, words_said

MAP_WIDTH = 1140
MAP_HEIGHT = MAP_WIDTH * STOP.height // STOP.width
PICTURE_WIDTH = 1600  # dots
YEAR, DAY = 96, 34  # px
FOOT = 1066
"""Where the line of the source ends."""


def slides_pptx(lesson: Lesson, told: Told | None = None, progress: Progress = silent, over: str = "") -> bytes:
    """The slides of a lesson, with the membership `over` laid over its maps; progress counts stops."""
    told = told or current_tables()
    deck = new_deck()
    deck.slide_width, deck.slide_height = Emu(1920 * PX), Emu(1080 * PX)
    core, author = deck.core_properties, words()["slides"]["author"]
    core.title, core.subject, core.author, core.language = lesson.title, lesson.subtitle, author, "en"
    core.created = core.modified = datetime(*told.as_of.timetuple()[:3])
    _cover(deck, lesson, told)
    add_before(deck, lesson, told)
    progress(0, len(lesson.stops))
    shown = pictures_of(lesson)
    done = 0
    for (stop, asked), painted in zip(shown, stop_pictures(shown, PICTURE_WIDTH, told, over=over), strict=True):
        _slide(deck, stop, painted, told, asked=asked)
        if not asked:
            done += 1
            progress(done, len(lesson.stops))
    add_after(deck, lesson, told)
    _sources(deck, lesson, told)
    return saved(deck)


def notes_of(stop: Stop, told: Told, *, asked: bool = False) -> str:
    """What stands in the notes of a slide: minutes, question, notes, a likely wrong answer, sources."""
    named = words()["slides"]
    wrong = f"{words()['notes']['wrong_answer']}: {stop.wrong_answer}" if stop.wrong_answer else ""
    if asked:
        parts = [named["asked"].format(before=halted_when(stop, told)), wrong]
        return "\n\n".join(part for part in parts if part)
    parts = [
        named["minutes"].format(minutes=f"{stop.minutes:g}"),
        named["before"].format(before=halted_when(stop, told), year=when(stop)) if stop.before else "",
        stop.question,
        stop.notes.strip(),
        wrong,
        "\n".join(source_lines(stop.sources, told)),
    ]
    return "\n\n".join(part for part in parts if part)


# ---------------------------------------------------------------------- slides


def _cover(deck: Any, lesson: Lesson, told: Told) -> None:
    slide = new_slide(deck, COVER)
    title, subtitle = slide.shapes.title, slide.placeholders[1]
    place(title, 120, 300, 1680, 290)
    write(title, [(lesson.title, 96, True)], anchor=MSO_ANCHOR.BOTTOM)
    named = words()["slides"]
    lines = [(lesson.subtitle, BODY, False)] if lesson.subtitle else []
    said = {"minutes": f"{lesson.minutes:g}", "day": spelled(told.as_of), "imprint": imprint(tables_of(told))}
    lines += [(named["cover"].format(stops=len(lesson.stops), **said), 30, False)]
    place(subtitle, 120, 620, 1680, 260)
    write(subtitle, lines, gap=16)


def _slide(deck: Any, stop: Stop, painted: tuple[bytes, Drawn], told: Told, *, asked: bool = False) -> None:
    named = words()
    slide = new_slide(deck, TITLE_ONLY)
    picture, drawn = painted
    # A screen reader goes through the shapes in the order in which they are made: title, year, map, text, key.
    day = asked_day(stop, told) if asked else day_of(stop, told)
    is_day = (asked and halted_when(stop, told) != str(day.year)) or (not asked and bool(stop.day))
    dated = [(str(day.year), YEAR, False), *([(spelled(day, year=False), DAY, False)] if is_day else [])]
    write(box(slide, MARGIN, MAP_HEIGHT + 14, 270, 190), dated)
    shown = add_png(slide, picture)
    place(shown, 0, 0, MAP_WIDTH, MAP_HEIGHT)
    described = shown._element.nvPicPr.cNvPr
    alt = alt_of_asked(stop, told) if asked else alt_text(stop, told)
    described.set("descr", with_what_lies_over(alt, drawn.key))
    described.set("name", named["slides"]["map"].format(year=halted_when(stop, told) if asked else when(stop)))
    left, width = MAP_WIDTH + MARGIN, 1920 - MAP_WIDTH - 2 * MARGIN
    title = stop.question if asked else stop.title
    size = ASKED if asked else TITLE
    tall = height_of([(title, size, True)], width)
    place(slide.shapes.title, left, 30, width, tall)
    write(slide.shapes.title, [(title, size, True)])
    top = 30 + tall + TEXT_GAP
    lines = [] if asked else fitting(_words(stop, told), width, MAP_HEIGHT - top)
    if lines:
        write(box(slide, left, top, width, MAP_HEIGHT - top), lines, gap=TEXT_GAP)
    source = [(drawn.source, SMALL, False)]
    foot = FOOT - height_of(source, 1920 - 2 * MARGIN)
    top = MAP_HEIGHT + 22
    inks = theme_of(membership_of(told), "light")
    add_key(slide, drawn.key, drawn.notes, inks, (320, top, 1920 - 320 - MARGIN, foot - top - 8))
    last = box(slide, MARGIN, foot, 1920 - 2 * MARGIN, FOOT - foot)
    write(last, source, ink=LIGHT.quiet_text, anchor=MSO_ANCHOR.BOTTOM)
    note(slide, notes_of(stop, told, asked=asked))


def _words(stop: Stop, told: Told) -> list[Line]:
    """What stands beside the map of a stop: its text, the statement with who made it, its question."""
    lines: list[Line] = [(stop.text, BODY, False)] if stop.text else []
    if stop.statement:
        row = tables_of(told).statements.set_index("id").loc[stop.statement]
        lines += [(words_said(row), BODY, False), (who_said(row), DAY, False)]
    return lines + ([(stop.question, BODY, True)] if stop.question and not stop.before else [])


def _sources(deck: Any, lesson: Lesson, told: Told) -> None:
    """One slide that names them all; their addresses stand in its notes."""
    ids = list(dict.fromkeys([*(source for stop in lesson.stops for source in stop.sources), *lesson.sources]))
    slide = new_slide(deck, TITLE_ONLY)
    place(slide.shapes.title, 60, 30, 1800, 90)
    write(slide.shapes.title, [(words()["slides"]["sources"], TITLE, True)])
    size, columns = source_words(ids, told, (60, 1800), 900)
    for (x, width), lines in columns:
        write(box(slide, x, 140, width, 910), [(line, size, False) for line in lines], gap=GAP * size // SMALL)
    note(slide, "\n".join(source_lines(ids, told)))
