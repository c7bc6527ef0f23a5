"""The room that text takes on slides, told without the library that writes them: paper and films have no use for it."""

from collections.abc import Iterable, Sequence

from geo.drawing.svg import wrapped
from geo.publish.unbroken import unbroken

TITLE, ASKED, BODY, SMALL = 52, 64, 44, 24  # px; 24 are 12 points
PARTS = (1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)  # of its size, in which a text is tried
MARGIN, TEXT_GAP = 40, 24

Line = tuple[str, int, bool]
"""A paragraph: its text, its size in px, whether it is bold."""

LEAD = 1.16
"""Of a letter's size, from line to line."""
FONT_LACKING = {False: 1.25, True: 1.33}
"""How much wider than ours the letters may be, plain or bold, that a program sets where it lacks the font."""


def lines_of(words: str, size: int, width: float, *, bold: bool = False) -> int:
    """How many lines a text may take at a width, in px."""
    return len(wrapped(unbroken(words, bold=bold), size * FONT_LACKING[bold], width, bold=bold))


def height_of(lines: Iterable[Line], width: float, gap: float = 0) -> float:
    """How high paragraphs may become at a width, in px, with a gap after each."""
    return sum(lines_of(text, size, width, bold=bold) * size * LEAD + gap for text, size, bold in lines)


def fitting(lines: list[Line], width: float, height: float) -> list[Line]:
    """The lines in the largest size in which all of them stand within a width and a height."""
    for part in PARTS:
        tried = [(text, max(SMALL, round(size * part)), bold) for text, size, bold in lines]
        if height_of(tried, width, TEXT_GAP) <= height:
            break
    return tried


def largest(text: str, sizes: Sequence[int], width: float, height: float) -> Line:
    """A bold text in the largest of these sizes in which it stands within a width and a height, or in the last."""
    for size in sizes:
        line: Line = (text, size, True)
        if height_of([line], width) <= height:
            break
    return line
