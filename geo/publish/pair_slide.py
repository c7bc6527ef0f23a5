"""Two maps side by side as a slide (PPTX): title and sentence as text, the maps with their key as a picture."""

import io
from datetime import datetime
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Emu

from data.words import words
from geo.drawing.svg import png
from geo.pair import MARGIN, WIDTH, SideBySide
from geo.publish.slide_room import fitting, height_of, largest
from geo.publish.slide_text import PX, TITLE_ONLY, box, note, place, write

HEIGHT = 1080
TITLES, SENTENCE = (56, 52, 48, 44, 40, 36, 32), 36  # px
TOP, TITLE_HEIGHT, GAP = 24, 80, 8
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
    slide.background.fill.fore_color.rgb = RGBColor.from_string(pair.theme.page.removeprefix("#").upper())
    wide = WIDTH - 2 * MARGIN
    title = largest(pair.title, TITLES, wide, TITLE_HEIGHT)
    tall = height_of([title], wide)
    place(slide.shapes.title, MARGIN, TOP, wide, tall)
    write(slide.shapes.title, [title], ink=pair.theme.text)
    top = TOP + tall + GAP
    sentence = fitting([(pair.sentence, SENTENCE, False)], wide, WORDS_END - top)
    write(box(slide, MARGIN, top, wide, WORDS_END - top), sentence, ink=pair.theme.text)
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
