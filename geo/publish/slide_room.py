"""The room that text takes on slides, told without the library that writes them: paper and films have no use for it."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil

from geo.drawing.svg import balanced, measure, wrapped
from geo.publish.unbroken import NO_BREAK, unbroken

TITLE, ASKED, BODY, SMALL = 52, 64, 44, 24  # px; 24 are 12 points
GROWN = (1.3, 1.25, 1.2, 1.15, 1.1, 1.05)
PARTS = (*GROWN, 1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)  # of its size, in which a text is tried
MARGIN, TEXT_GAP = 40, 24

Line = tuple[str, int, bool]
"""A paragraph: its text, its size in px, whether it is bold."""

LEAD = 1.16
"""Of a letter's size, from line to line."""
FONT_LACKING = {False: 1.25, True: 1.33}
"""How much wider than ours the letters may be, plain or bold, that a program sets where it lacks the font."""

WIDER = (1.05, 1.1, 1.15, 1.2, 1.25, 1.3)
"""Widths between, in which a last line that stays together must not cost a line either."""


@lru_cache(maxsize=4096)  # of a key each row is asked for in many sizes, and most rows stand on many slides
def lines_of(words: str, size: int, width: float, *, bold: bool = False) -> int:
    """How many lines a text may take at a width, in px; a word that is longer than a line goes on in the next."""
    return _counted(unbroken(words, bold=bold), size * FONT_LACKING[bold], width, bold)


def _counted(words: str, size: float, width: float, bold: bool) -> int:
    return sum(max(1, ceil(measure(line, size, bold) / width)) for line in wrapped(words, size, width, bold))


@lru_cache(maxsize=1024)
def ended(words: str, size: int, width: float, *, bold: bool = False) -> str:
    """A text as it is set: the last line of a bold one is about as long as the others, and stays together.

    So no word is left alone there, in letters a little narrower or wider either; not where it may take a line more.
    """
    whole = unbroken(words, bold=bold)
    *before, last = balanced(whole, size, width, bold) if bold else [whole]
    if not before:
        return whole
    kept = unbroken(whole.removesuffix(last) + last.replace(" ", NO_BREAK), bold=bold)
    sizes = [size * wider for wider in (1, *WIDER, FONT_LACKING[bold])]
    is_longer = any(_counted(kept, each, width, bold) > _counted(whole, each, width, bold) for each in sizes)
    return whole if is_longer else kept


def height_of(lines: Iterable[Line], width: float, gap: float = 0) -> float:
    """How high paragraphs may become at a width, in px, with a gap after each."""
    return sum(lines_of(text, size, width, bold=bold) * size * LEAD + gap for text, size, bold in lines)


def fitting(lines: list[Line], width: float, height: float, most: float = 1) -> list[Line]:
    """The lines as large as all of them stand within a width and a height, up to `most` times their size."""
    for part in (part for part in PARTS if part <= most):
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
