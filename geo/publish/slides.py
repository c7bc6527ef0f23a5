"""A lesson as slides (PPTX): one a stop, its map with a description, its text as text, its notes in the notes."""

import io
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Pt

from data.citation import imprint
from data.dates import spelled
from data.picture import picture_on
from data.tables import Tables, current_tables
from data.words import words
from geo.drawing.palette import THEMES
from geo.lesson.halt import halted_when
from geo.lesson.lesson import Lesson, Stop, day_of, when
from geo.publish.progress import Progress, silent
from geo.publish.stop_picture import STOP, alt_text, legend, stop_png

PX = 12_192_000 // 1920  # EMU, on a slide of 1,920 by 1,080
FONT = "Calibri"
MAP_WIDTH = 1140
MAP_HEIGHT = MAP_WIDTH * STOP.height // STOP.width
PICTURE_WIDTH = 1600  # dots
TITLE, BODY, YEAR, LEGEND, NOTE, SMALL = 54, 48, 124, 36, 26, 22  # px
TITLE_ONLY = 5  # the layout of the library's own template that has a title and nothing else
COLUMN = 2  # rows of the legend beneath each other, in as many columns as that takes
ROW = 44  # px from a row of the legend to the next
ACROSS = 390  # and from a column to the next
THEME = THEMES["light"]


def slides_pptx(lesson: Lesson, tables: Tables | None = None, progress: Progress = silent) -> bytes:
    """The slides of a lesson; progress counts stops."""
    tables = tables or current_tables()
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(1920 * PX), Emu(1080 * PX)
    core, author = deck.core_properties, words()["slides"]["author"]
    core.title, core.subject, core.author, core.language = lesson.title, lesson.subtitle, author, "en"
    core.created = core.modified = datetime(*tables.as_of.timetuple()[:3])
    _cover(deck, lesson, tables)
    progress(0, len(lesson.stops))
    for done, stop in enumerate(lesson.stops, start=1):
        _slide(deck, stop, tables)
        progress(done, len(lesson.stops))
    _sources(deck, lesson, tables)
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def notes_of(stop: Stop, tables: Tables) -> str:
    """What stands in the notes of a slide: minutes, question, notes, a likely wrong answer, sources."""
    named = words()["slides"]
    parts = [
        named["minutes"].format(minutes=f"{stop.minutes:g}"),
        named["before"].format(before=halted_when(stop, tables), year=when(stop)) if stop.before else "",
        stop.question,
        stop.notes.strip(),
        f"{words()['notes']['wrong_answer']}: {stop.wrong_answer}" if stop.wrong_answer else "",
        "\n".join(source_lines(stop.sources, tables)),
    ]
    return "\n\n".join(part for part in parts if part)


def source_lines(ids: Iterable[str], tables: Tables) -> list[str]:
    """Producer, title and address of each source, once."""
    rows = tables.sources.set_index("id").loc[list(dict.fromkeys(ids))]
    return [
        ", ".join(str(part) for part in (row.producer, row.title, row.date_published, row.url) if part and part == part)
        for row in rows.itertuples()
    ]


# ---------------------------------------------------------------------- slides


def _cover(deck: Any, lesson: Lesson, tables: Tables) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    _place(slide.shapes.title, 120, 330, 1680, 260)
    _write(slide.shapes.title, [(lesson.title, 96, True)], anchor=MSO_ANCHOR.BOTTOM)
    named = words()["slides"]
    lines = [(lesson.subtitle, BODY, False)] if lesson.subtitle else []
    said = {"minutes": f"{lesson.minutes:g}", "day": _day(tables), "imprint": imprint(tables)}
    lines += [(named["cover"].format(stops=len(lesson.stops), **said), 30, False)]
    _write(_box(slide, 120, 610, 1680, 260), lines)


def _slide(deck: Any, stop: Stop, tables: Tables) -> None:
    named = words()
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    picture = slide.shapes.add_picture(
        io.BytesIO(stop_png(stop, PICTURE_WIDTH, tables)), 0, 0, Emu(MAP_WIDTH * PX), Emu(MAP_HEIGHT * PX)
    )
    described = picture._element.nvPicPr.cNvPr
    described.set("descr", alt_text(stop, tables))
    described.set("name", named["slides"]["map"].format(year=when(stop)))
    left, width = MAP_WIDTH + 40, 1920 - MAP_WIDTH - 80
    _place(slide.shapes.title, left, 30, width, 190)
    _write(slide.shapes.title, [(stop.title, TITLE, True)])
    lines = [(stop.text, BODY, False)] if stop.text else []
    # What was asked before the year is answered by the picture; it stands in the notes.
    lines += [(stop.question, BODY, True)] if stop.question and not stop.before else []
    if lines:
        _write(_box(slide, left, 230, width, 770), lines, gap=24)
    _write(_box(slide, 30, MAP_HEIGHT + 20, 330, 150), _date_lines(stop), anchor=MSO_ANCHOR.MIDDLE)
    _legend(slide, day_of(stop, tables), tables)
    told = named["slides"]["source"].format(day=_day(tables), imprint=imprint(tables))
    source = f"{named['footer']['borders']} {told}"
    _write(_box(slide, 40, 1040, 1840, 32), [(source, SMALL, False)], ink=THEME.quiet_text)
    slide.notes_slide.notes_text_frame.text = notes_of(stop, tables)


def _date_lines(stop: Stop) -> list[tuple[str, int, bool]]:
    """The year, and the day under it where the stop shows one."""
    lines = [(str(stop.year), YEAR, False)]
    return [*lines, (spelled(day_of(stop), year=False), LEGEND, False)] if stop.day else lines


def _legend(slide: Any, day: date, tables: Tables) -> None:
    rows = legend(day, tables)
    tall = -(-len(rows) // COLUMN)
    _under_legend(slide, day, tall, tables)
    for i, (status, label, count) in enumerate(rows):
        x, y = 380 + (i // tall) * ACROSS, MAP_HEIGHT + 40 + (i % tall) * ROW
        swatch = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Emu(x * PX), Emu((y + 10) * PX), Emu(42 * PX), Emu(27 * PX)
        )
        swatch.fill.solid()
        swatch.fill.fore_color.rgb = _rgb(THEME.statuses[status].fill)
        swatch.line.color.rgb = _rgb(THEME.rule)
        swatch.shadow.inherit = False
        _write(
            _box(slide, x + 52, y, 330, 46), [(f"{label} {count}", LEGEND, False)], anchor=MSO_ANCHOR.MIDDLE, wrap=False
        )


def _under_legend(slide: Any, day: date, rows: int, tables: Tables) -> None:
    """What others did not recognise, beneath the rows of the legend."""
    told = [(sentence, NOTE, False) for sentence in picture_on(day, tables).not_recognised]
    if told:
        _write(_box(slide, 380, MAP_HEIGHT + 48 + rows * ROW, 780, 80), told, ink=THEME.quiet_text)


def _sources(deck: Any, lesson: Lesson, tables: Tables) -> None:
    """As many slides as the list of all sources takes."""
    lines = source_lines((source for stop in lesson.stops for source in stop.sources), tables)
    a_slide = 15
    for begin in range(0, len(lines), a_slide):
        slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
        _place(slide.shapes.title, 60, 30, 1800, 90)
        _write(slide.shapes.title, [(words()["slides"]["sources"], TITLE, True)])
        part = [(line, SMALL, False) for line in lines[begin : begin + a_slide]]
        _write(_box(slide, 60, 140, 1800, 880), part, gap=8)


# ---------------------------------------------------------------------- text as text


def _day(tables: Tables) -> str:
    return spelled(tables.as_of)


def _rgb(colour: str) -> RGBColor:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return RGBColor(red, green, blue)


def _place(shape: Any, x: int, y: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = (Emu(value * PX) for value in (x, y, width, height))


def _box(slide: Any, x: int, y: int, width: int, height: int) -> Any:
    return slide.shapes.add_textbox(Emu(x * PX), Emu(y * PX), Emu(width * PX), Emu(height * PX))


def _write(
    shape: Any,
    lines: Iterable[tuple[str, int, bool]],
    *,
    gap: int = 0,
    ink: str = THEME.text,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
    wrap: bool = True,
) -> None:
    """Paragraphs of (text, px, bold) into a shape, set to the left without margins."""
    frame = shape.text_frame
    frame.word_wrap = wrap
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for i, (text, size, bold) in enumerate(lines):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        paragraph.alignment = 1
        paragraph.line_spacing = 0.95
        paragraph.space_after = Pt(gap / 2)
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold, run.font.name = Pt(size / 2), bold, FONT
        run.font.color.rgb = _rgb(ink)
