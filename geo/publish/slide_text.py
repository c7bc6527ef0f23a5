"""Text on slides as text: boxes by px of a slide of 1,920 by 1,080, and what a program that reads aloud passes over."""

from collections.abc import Iterable
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml import parse_xml
from pptx.util import Emu

from geo.drawing.palette import LIGHT
from geo.publish.slide_room import Line, ended

PX = 12_192_000 // 1920  # EMU
FONT = "Calibri"
LANGUAGE, LANGUAGE_TAG = MSO_LANGUAGE_ID.ENGLISH_UK, "en-GB"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
COVER, TITLE_ONLY = 0, 5  # the layouts of the library's own template: title and subtitle; a title and nothing else

PARAGRAPH = (
    f'<a:p xmlns:a="{MAIN}"><a:pPr algn="l"{{hang}}><a:lnSpc><a:spcPct val="95000"/></a:lnSpc>'
    '<a:spcAft><a:spcPts val="{after}"/></a:spcAft>{mark}</a:pPr></a:p>'
)
BULLET = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
RUN = (
    f'<a:r xmlns:a="{MAIN}"><a:rPr lang="{LANGUAGE_TAG}" sz="{{size}}" b="{{bold}}"><a:solidFill>'
    f'<a:srgbClr val="{{colour}}"/></a:solidFill><a:latin typeface="{FONT}"/></a:rPr><a:t/></a:r>'
)
"""Written at once: a call of the library for each of these traits takes many times as long."""


def place(shape: Any, x: float, y: float, width: float, height: float) -> None:
    """Put a shape there."""
    shape.left, shape.top, shape.width, shape.height = (Emu(round(value * PX)) for value in (x, y, width, height))


def box(slide: Any, x: float, y: float, width: float, height: float) -> Any:
    """A new box for text."""
    return slide.shapes.add_textbox(*(Emu(round(value * PX)) for value in (x, y, width, height)))


def write(
    shape: Any,
    lines: Iterable[Line],
    *,
    gap: int = 0,
    ink: str = LIGHT.text,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
    hang: int = 0,
    bullets: bool = False,
) -> None:
    """Paragraphs into a shape, set to the left without margins; dates and the last lines of bold ones stay unbroken.

    `hang` is how many px their words begin after what stands before them, a bullet or what a tab follows.
    """
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    body = frame._txBody
    for empty in list(body.p_lst):
        body.remove(empty)
    indent = f' marL="{hang * PX}" indent="{-hang * PX}"' if hang else ""
    width = shape.width / PX - hang
    for text, size, bold in lines:
        paragraph = parse_xml(PARAGRAPH.format(after=gap * 50, hang=indent, mark=BULLET if bullets else ""))
        paragraph.append(_run(ended(text, size, width, bold=bold), size, ink, bold=bold))
        body.append(paragraph)


def fill(shape: Any, colour: str, pad: int) -> None:
    """Colour the ground of a box, with so many px around its words."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(colour.removeprefix("#").upper())
    frame = shape.text_frame
    frame.auto_size = MSO_AUTO_SIZE.NONE  # else a program may make it as low as its words
    frame.margin_left = frame.margin_right = Emu(pad * PX)


def add_run(shape: Any, text: str, size: int, ink: str = LIGHT.text, *, bold: bool = False) -> None:
    """More words at the end of the first paragraph of a shape."""
    shape.text_frame._txBody.p_lst[0].append(_run(text, size, ink, bold=bold))


def _run(text: str, size: int, ink: str, *, bold: bool) -> Any:
    run = parse_xml(RUN.format(size=size * 50, bold=int(bold), colour=ink.removeprefix("#").upper()))
    run.text = text
    return run


def note(slide: Any, text: str) -> None:
    """Put words into the notes of a slide."""
    frame = slide.notes_slide.notes_text_frame
    frame.text = text
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.language_id = LANGUAGE


def decorate(picture: Any) -> None:
    """Mark a picture as decoration: its words stand beside it."""
    about = picture._element.nvPicPr.cNvPr
    about.set("descr", "")
    about.append(
        parse_xml(
            f'<a:extLst xmlns:a="{MAIN}"><a:ext uri="{DECORATIVE_URI}">'
            f'<adec:decorative xmlns:adec="{DECORATIVE}" val="1"/></a:ext></a:extLst>'
        )
    )
