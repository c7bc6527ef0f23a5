"""Uncontracted six-dot braille as dots on paper, in millimetres.

Sizes are those of Marburg Medium, as EN 15823 (braille on packaging of medicines) and PharmaBraille give them: dots of
1.3 to 1.6 mm across, 2.5 mm from dot to dot, 6 mm from cell to cell, 10 mm from line to line.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from geo.drawing.label_layout import Box

DOT, STEP, CELL, LINE = 1.6, 2.5, 6.0, 10.0
"""Across a dot; from centre to centre of dots, of cells, of lines."""
_ROWS = ("1 12 14 145 15 124 1245 125 24 245", "13 123 134 1345 135 1234 12345 1235 234 2345")
_FIRST = [*_ROWS[0].split(), *_ROWS[1].split(), *["136", "1236", "2456", "1346", "13456", "1356"]]
LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", _FIRST, strict=True))
LETTERS["w"], LETTERS["x"], LETTERS["y"], LETTERS["z"] = "2456", "1346", "13456", "1356"
FIGURES = dict(zip("1234567890", _FIRST[:10], strict=True))
SIGNS = {",": ("2",), ";": ("23",), ":": ("25",), ".": ("256",), "-": ("36",), "'": ("3",), "(": ("5", "126")}
SIGNS |= {")": ("5", "345"), "/": ("456", "34"), "?": ("236",)}
NUMBER, CAPITAL, BLANK = "3456", "6", ""
LACKING = "123456"
"""A full cell, for a sign that is not told in braille here."""
WORD = re.compile(r"\S+")
Cells = tuple[str, ...]
"""The dots of each cell by their numbers, as `("1235", "15")` for `re`."""
Dots = list[tuple[float, float]]


def cells(text: str) -> Cells:
    """A text in cells by the rules of Unified English Braille without contractions; letters without their accents."""
    return tuple(_cells(_plain(text))) or (LACKING,)


def _plain(text: str) -> str:
    """The text in the letters that braille has: a letter without its accent, signs of their kind for others."""
    spelled = text.replace("\u2019", "'").replace("\u2013", "-").replace("\u0131", "i").replace("\u0142", "l")
    return "".join(sign for sign in unicodedata.normalize("NFD", spelled) if not unicodedata.combining(sign))


def _cells(text: str) -> Iterator[str]:
    at = 0
    for word in WORD.finditer(text):
        yield from (BLANK for _ in range(word.start() - at))
        at = word.end()
        yield from _word(word[0])


def _word(word: str) -> Iterator[str]:
    letters = [sign for sign in word if sign.isalpha()]
    whole = len(letters) > 1 and all(sign.isupper() for sign in letters)
    if whole:
        yield from (CAPITAL, CAPITAL)
    in_number = False
    for sign in word:
        if sign in FIGURES:
            yield from () if in_number else (NUMBER,)
            in_number = True
            yield FIGURES[sign]
            continue
        in_number = in_number and sign in ".,"
        if sign.lower() in LETTERS:
            yield from (CAPITAL,) if sign.isupper() and not whole else ()
            yield LETTERS[sign.lower()]
        elif sign in SIGNS:
            yield from SIGNS[sign]
        else:
            yield LACKING


def wrapped(text: str, width: int, indent: int = 2) -> list[Cells]:
    """A text in lines of at most so many cells; those after the first begin with blanks."""
    lines: list[Cells] = []
    for word in text.split():
        found = cells(word)
        if lines and len(lines[-1]) + 1 + len(found) <= width:
            lines[-1] = (*lines[-1], BLANK, *found)
        else:
            lines.append((*(BLANK for _ in range(indent if lines else 0)), *found))
    return lines


def dots(line: Sequence[str], x: float, y: float) -> Dots:
    """The centres of the dots of a line; x and y are those of its first cell's dot 1."""
    return [
        (x + at * CELL + (number > "3") * STEP, y + (int(number) - 1) % 3 * STEP)
        for at, cell in enumerate(line)
        for number in cell
    ]


def extent(line: Sequence[str]) -> Box:
    """What the dots of a line cover, with its first cell's dot 1 at 0, 0."""
    return covered(dots(line, 0, 0))


def covered(centres: Iterable[tuple[float, float]]) -> Box:
    """The box around dots."""
    xs, ys = zip(*centres, strict=True)
    left, top = min(xs) - DOT / 2, min(ys) - DOT / 2
    return Box(left, top, max(xs) - left + DOT / 2, max(ys) - top + DOT / 2)
