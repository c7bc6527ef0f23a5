"""The key of a map on a slide: each sign with its words beside it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from pptx.enum.text import MSO_ANCHOR

from geo.drawing.columns import in_columns
from geo.drawing.key import Row, alone
from geo.drawing.palette import LIGHT, Theme
from geo.drawing.sign_parts import SIGN_HEIGHT, SIGN_WIDTH
from geo.drawing.svg import png
from geo.publish.slide_file import add_png
from geo.publish.slide_room import lines_of
from geo.publish.slide_text import add_run, box, decorate, place, write

SIGN_DOTS = 144
LARGEST, LEAST = 28, 24  # px; 24 are 12 points
COLUMNS, GAP = 3, 30
BESIDE = 14  # between a sign and its words
NO_BREAK = "\u00a0"
"""Before a count, which stands on no line alone."""
Cell = tuple[Row | None, str, int]
"""A row or None for a sentence alone, its words, and how many lines they take."""


def add_key(
    slide: Any, rows: Sequence[Row], notes: Sequence[str], theme: Theme, room: tuple[float, float, float, float]
) -> None:
    """The key in columns inside x, y, width and height, in px, as large as that lets it be."""
    x, y, width, height = room
    across = (width - GAP * (COLUMNS - 1)) / COLUMNS
    for size in range(LARGEST, LEAST - 1, -1):
        columns = _columns(rows, notes, size, across, height)
        if _highest(columns, size) <= height:
            break
    for at, column in enumerate(columns):
        left, top = x + at * (across + GAP), y
        for cell in column:
            _add(slide, cell, size, theme, (left, top, across))
            top += _height(cell, size)


def _columns(rows: Sequence[Row], notes: Sequence[str], size: int, width: float, height: float) -> list[list[Cell]]:
    """The rows in their order, in columns: those that count apart from the others where that fits.

    The sentences follow the last row that counts.
    """
    cells: list[Cell] = [(row, _label(row), lines_of(_label(row), size, width - _indent(size))) for row in rows]
    counted = sum(bool(row.count) for row in rows)
    cells[counted:counted] = [(None, note, lines_of(note, LEAST, width)) for note in notes]
    fills, signs = cells[: counted + len(notes)], cells[counted + len(notes) :]
    for first in range(1, COLUMNS):
        apart = [*_split(fills, first, size), *_split(signs, COLUMNS - first, size)]
        if fills and _highest(apart, size) <= height:
            return apart
    return _split(cells, COLUMNS, size)


def _split(cells: Sequence[Cell], count: int, size: int) -> list[list[Cell]]:
    return in_columns(cells, [_height(cell, size) for cell in cells], count)


def _highest(columns: Sequence[Sequence[Cell]], size: int) -> float:
    return max((sum(_height(cell, size) for cell in column) for column in columns), default=0)


def _label(row: Row) -> str:
    return f"{row.label}{NO_BREAK}{row.count}" if row.count else row.label


def _indent(size: int) -> float:
    return SIGN_WIDTH * size / SIGN_HEIGHT + BESIDE


def _height(cell: Cell, size: int) -> float:
    row, _, lines = cell
    return lines * (size if row else LEAST) * 1.16 + size * 0.4


def _add(slide: Any, cell: Cell, size: int, theme: Theme, room: tuple[float, float, float]) -> None:
    (row, note, _), (x, y, width) = cell, room
    if row is None:
        write(box(slide, x, y, width, _height(cell, size)), [(note, LEAST, False)], ink=LIGHT.quiet_text)
        return
    sign = add_png(slide, _sign(alone(row, theme)))
    place(sign, x, y + size * 0.1, SIGN_WIDTH * size / SIGN_HEIGHT, size)
    decorate(sign)
    left = _indent(size)
    shape = box(slide, x + left, y, width - left, _height(cell, size) - size * 0.4)
    write(shape, [(row.label, size, False)], anchor=MSO_ANCHOR.TOP)
    if row.count:
        add_run(shape, f"{NO_BREAK}{row.count}", size, bold=True)


@lru_cache(maxsize=128)
def _sign(drawn: str) -> bytes:
    """A sign as PNG; rows that differ in their words or counts alone have the same."""
    return png(drawn, SIGN_DOTS)
