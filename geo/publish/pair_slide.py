"""Two maps side by side as a slide (PPTX): title and sentence as text, the maps with their key as a picture."""

import io
from datetime import datetime
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from data.words import words
from geo.drawing.svg import png
from geo.pair import MARGIN, WIDTH, SideBySide
from geo.publish.slide_room import TEXT_GAP, Line, fitting
from geo.publish.slide_text import LANGUAGE, note

HEIGHT = 1080
PX = 12_192_000 // WIDTH  # EMU
FONT = "Calibri"
TITLE_ONLY = 5  # the layout of the library's own template that has a title and nothing else
TITLE_PX, SENTENCE_PX = 56, 36
PX_PER_PT = 2
TITLE_PLACE, SENTENCE_PLACE = (24, 80), (100, 138)
"""Of the boxes in px: how far from the top, and how high."""
WORDS_END = 254
"""Px from the top at which title and sentence end."""
DOTS = 2400


def pair_pptx(pair: SideBySide) -> bytes:
    """A presentation of one slide, with the sentence in its notes too."""
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = Emu(WIDTH * PX), Emu(HEIGHT * PX)
    core = deck.core_properties
    core.title, core.author, core.language = pair.title, words()["slides"]["author"], "en"
    core.created = core.modified = datetime(*pair.tables.as_of.timetuple()[:3])
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = _rgb(pair.theme.page)
    _write(slide.shapes.title, TITLE_PLACE, (pair.title, TITLE_PX, True), pair)
    _write(slide.shapes.add_textbox(0, 0, 0, 0), SENTENCE_PLACE, (pair.sentence, SENTENCE_PX, False), pair)
    # The picture has margins of its own: as wide as the slide its maps begin where the words do.
    picture = slide.shapes.add_picture(io.BytesIO(png(pair.draw(has_words=False), DOTS)), 0, 0, deck.slide_width)
    part = min(1, (deck.slide_height - Emu(WORDS_END * PX)) / picture.height)
    picture.width, picture.height = round(picture.width * part), round(picture.height * part)
    picture.left, picture.top = (deck.slide_width - picture.width) // 2, deck.slide_height - picture.height
    told = picture._element.nvPicPr.cNvPr
    told.set("descr", words()["compare"]["slide_alt"].format(sentence=pair.sentence))
    note(slide, pair.sentence)
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def _write(shape: Any, place: tuple[int, int], line: Line, pair: SideBySide) -> None:
    """A line in a box across the slide, from its top and as high as given in px, as large as it fits at most."""
    ((text, size, is_bold),) = fitting([line], WIDTH - 2 * MARGIN, place[1] + TEXT_GAP)
    shape.left, shape.width = Emu(MARGIN * PX), Emu((WIDTH - 2 * MARGIN) * PX)
    shape.top, shape.height = Emu(place[0] * PX), Emu(place[1] * PX)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = text
    font = frame.paragraphs[0].runs[0].font
    font.name, font.size, font.bold = FONT, Pt(size / PX_PER_PT), is_bold
    font.language_id = LANGUAGE
    font.color.rgb = _rgb(pair.theme.text)
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour.removeprefix("#")))
