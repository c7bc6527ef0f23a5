"""A lesson as slides (PPTX): a stop has its map with a description, its text as text, its notes in the notes.

A stop that asks before it shows has two: the question over the map as it was, then the answer.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu

from data.citation import imprint
from data.memberships.nato import ID as NATO
from data.memberships.shipped import shipped
from data.memberships.told import Told, membership_of, tables_of
from data.quotation import words_said
from data.tables import current_tables
from data.words import phrase, words
from geo.drawing.drawn import Drawn
from geo.drawing.key import BEYOND, OTHERS
from geo.drawing.number_rows import lighter
from geo.drawing.palette import LIGHT, theme_of
from geo.drawing.told_in_full import over_in_key, spelled_out
from geo.lesson.halt import halted_when
from geo.lesson.lesson import Lesson, Stop, when
from geo.publish.map_words import alt_of_asked, alt_text, with_what_lies_over
from geo.publish.progress import Progress, silent
from geo.publish.slide_cover import add_cover, add_ground, ground_png
from geo.publish.slide_file import add_png, new_deck, new_slide, saved
from geo.publish.slide_key import add_key, fits, fits_well
from geo.publish.slide_room import ASKED, BODY, MARGIN, SMALL, TEXT_GAP, TITLE, Line, fitting, height_of, largest
from geo.publish.slide_sources import GAP, HANG, source_lines, source_words
from geo.publish.slide_text import PX, TITLE_ONLY, box, note, place, write
from geo.publish.slides_around import add_after, add_before
from geo.publish.stop_picture import STOP, pictures_of, stop_pictures
from geo.publish.stop_words import who_said

MAP_WIDTH = 1140
MAP_HEIGHT = MAP_WIDTH * STOP.height // STOP.width
PICTURE_WIDTH = 1600  # dots
DAY, UNDER_DAY, WHO = 64, 34, 34  # px
TOP, TITLE_GAP = 26, 10
MOST = 1.15
"""How much larger than planned the words of a stop become where they are few: no larger than its title."""
TITLE_SIZES = (TITLE, 46, 40, 36)
"""Of a stop, of which the largest is taken that leaves its words their room."""
ASKED_SIZES = (76, 68, ASKED, 56, 48, 44)
"""Of a question, of which the largest is taken that fits."""
FOOT = 1070
"""Where the line of the source ends."""
WIDE, NARROW, BESIDE = 1920 - 2 * MARGIN, MAP_WIDTH - MARGIN, 1920 - MAP_WIDTH - 2 * MARGIN
"""Of a key over the slide and of one beneath the map alone, and of what stands beside the map."""
KEY_GAP = 8
"""Between a key and what is at the foot."""


@dataclass(frozen=True)
class Foot:
    """The lines at the foot of a slide, and where above them the key ends and they begin, in px."""

    lines: list[Line]
    key_top: float
    top: float


def slides_pptx(lesson: Lesson, told: Told | None = None, progress: Progress = silent, over: str = "") -> bytes:
    """The slides of a lesson, with the membership `over` laid over its maps; progress counts stops."""
    told = told or current_tables()
    deck = new_deck()
    deck.slide_width, deck.slide_height = Emu(1920 * PX), Emu(1080 * PX)
    core, author = deck.core_properties, words()["slides"]["author"]
    core.title, core.subject, core.author, core.language = lesson.title, lesson.subtitle, author, "en"
    core.created = core.modified = datetime(*told.as_of.timetuple()[:3])
    shown = pictures_of(lesson)
    pictures = stop_pictures(shown, PICTURE_WIDTH, told, over=over)
    ground = ground_png(lesson, told)  # once those are begun: no process may be copied that has painted
    cover = add_cover(deck, lesson, told, over)
    add_before(deck, lesson, told)
    progress(0, len(lesson.stops))
    done = 0
    for (stop, asked), painted in zip(shown, pictures, strict=True):
        _slide(deck, stop, painted, told, asked=asked, over=over)
        if not asked:
            done += 1
            progress(done, len(lesson.stops))
    add_after(deck, lesson, told)
    add_ground(cover, ground)
    _sources(deck, lesson, told, over)
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


def _slide(
    deck: Any, stop: Stop, painted: tuple[bytes, Drawn], told: Told, *, asked: bool = False, over: str = ""
) -> None:
    named = words()
    slide = new_slide(deck, TITLE_ONLY)
    picture, drawn = painted
    # A screen reader goes through the shapes in the order in which they are made: title, day, map, text, key.
    left, width = MAP_WIDTH + MARGIN, BESIDE
    shown_day = halted_when(stop, told) if asked else when(stop)
    over_it = over_in_key(drawn.key, over)
    dated: list[Line] = [(shown_day, DAY, False), *([(over_it, UNDER_DAY, False)] if over_it else [])]
    write(box(slide, left, TOP, width, height_of(dated, width)), dated, ink=LIGHT.quiet_text)
    shown = add_png(slide, picture)
    place(shown, 0, 0, MAP_WIDTH, MAP_HEIGHT)
    described = shown._element.nvPicPr.cNvPr
    alt = alt_of_asked(stop, told) if asked else alt_text(stop, told)
    described.set("descr", with_what_lies_over(alt, drawn.key))
    described.set("name", named["slides"]["map"].format(year=shown_day))
    top = TOP + height_of(dated, width) + TITLE_GAP
    names = names_of(stop, drawn, told, over, asked=asked)
    foot = _foot(drawn, names)
    title, lines, end = _beside(stop, told, drawn, top, foot, asked=asked)
    tall = height_of([title], width)
    place(slide.shapes.title, left, top, width, tall)
    write(slide.shapes.title, [title])
    top += tall + TEXT_GAP
    if lines:
        write(box(slide, left, top, width, end - top), lines, gap=TEXT_GAP)
    _beneath(slide, drawn, told, foot, WIDE if end == MAP_HEIGHT else NARROW)
    note(slide, notes_of(stop, told, asked=asked))


def _beside(
    stop: Stop, told: Told, drawn: Drawn, top: float, foot: Foot, *, asked: bool
) -> tuple[Line, list[Line], float]:
    """Title and words of a stop, and where the room beside the map ends in which they are as large as it lets them be.

    That is with the map; at the foot where they could be larger and the key stands beneath the map alone.
    """
    title, lines = _titled(stop, told, MAP_HEIGHT - top, asked=asked)
    is_large = title[1] == (ASKED_SIZES if asked else TITLE_SIZES)[0] and (not lines or lines[0][1] >= MOST * BODY)
    if is_large or not fits_well(drawn.key, drawn.notes, NARROW, foot.top - foot.key_top - KEY_GAP):
        return title, lines, MAP_HEIGHT
    return *_titled(stop, told, foot.top - KEY_GAP - top, asked=asked), foot.top - KEY_GAP


def _titled(stop: Stop, told: Told, height: float, *, asked: bool) -> tuple[Line, list[Line]]:
    """The title of a stop and its words, both as large as leaves each its room; the question alone, if it is asked."""
    if asked:
        return largest(stop.question, ASKED_SIZES, BESIDE, height), []
    lines = _words(stop, told)
    for size in TITLE_SIZES:
        titled: Line = (stop.title, size, True)
        room = height - height_of([titled], BESIDE) - TEXT_GAP
        words_beside = fitting(lines, BESIDE, room, MOST)
        if height_of(words_beside, BESIDE, TEXT_GAP) <= room:
            break
    return titled, words_beside


def names_of(stop: Stop, drawn: Drawn, told: Told, over: str, *, asked: bool) -> str:
    """What the short names on a slide stand for, those of its key and of its words."""
    said = stop.question if asked else " ".join([stop.title, *(text for text, _, _ in _words(stop, told))])
    return spelled_out(drawn.key, membership_of(told), over, said)


def _foot(drawn: Drawn, names: str) -> Foot:
    """What short names stand for and where a map comes from, closer where the key above would not fit else."""
    for texts, gap in (((names, drawn.source), 24), ((f"{names} {drawn.source}".lstrip(),), 12)):
        last: list[Line] = [(text, SMALL, False) for text in texts if text]
        foot = Foot(last, MAP_HEIGHT + gap, FOOT - height_of(last, WIDE))
        if fits(drawn.key, drawn.notes, WIDE, foot.top - foot.key_top - KEY_GAP):
            break
    return foot


def _beneath(slide: Any, drawn: Drawn, told: Told, foot: Foot, width: float) -> None:
    """The key of a map in a width, and the lines at the foot.

    Where there is no room for all, without who else is beyond the map, then without its members there: neither is
    drawn. At worst without those whom the map has no room for, the longest list first.
    """
    inks, height = theme_of(membership_of(told), "light"), foot.top - foot.key_top - KEY_GAP
    rows = drawn.key
    for least in (OTHERS, BEYOND):
        if not fits(rows, drawn.notes, width, height):
            rows = tuple(row for row in rows if row.sign != least)
    for light in lighter(rows):
        rows = light
        if fits(rows, drawn.notes, width, height):
            break
    add_key(slide, rows, drawn.notes, inks, (MARGIN, foot.key_top, width, height))
    shape = box(slide, MARGIN, foot.top, WIDE, FOOT - foot.top)
    write(shape, foot.lines, ink=LIGHT.quiet_text, anchor=MSO_ANCHOR.BOTTOM)


def _words(stop: Stop, told: Told) -> list[Line]:
    """What stands beside the map of a stop: its text, the statement with who made it, its question."""
    lines: list[Line] = [(stop.text, BODY, False)] if stop.text else []
    if stop.statement:
        row = tables_of(told).statements.set_index("id").loc[stop.statement]
        lines += [(words_said(row), BODY, False), (who_said(row, tables_of(told)), WHO, False)]
    return lines + ([(stop.question, BODY, True)] if stop.question and not stop.before else [])


def _sources(deck: Any, lesson: Lesson, told: Told, over: str) -> None:
    """One slide that names them all, those of what is laid over last; dates and addresses stand in its notes."""
    ids = list(dict.fromkeys([*(source for stop in lesson.stops for source in stop.sources), *lesson.sources]))
    slide = new_slide(deck, TITLE_ONLY)
    place(slide.shapes.title, 60, 30, 1800, 90)
    write(slide.shapes.title, [(words()["slides"]["sources"], TITLE, True)])
    if not ids:
        own = phrase("paper", "own_sources", imprint=imprint(tables_of(told)))
        write(box(slide, 60, 140, 1800, 910), [(own, BODY, False)])
        return
    laid = shipped(over) if over not in ("", NATO) else None
    size, columns = source_words(ids, told, (60, 1800), 900, laid)
    for (x, width), lines in columns:
        write(
            box(slide, x, 140, width, 910), [(line, size, False) for line in lines], gap=GAP * size // SMALL, hang=HANG
        )
    others: list[str] = []
    if laid:
        of_it = phrase("slides", "dates_of", short=laid.short)
        others = ["", of_it, *source_lines([source.id for source in laid.sources], laid)]
    note(slide, "\n".join([*source_lines(ids, told), *others]))
