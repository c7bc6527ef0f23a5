"""The key of a map on a slide: each sign with its words beside it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from pptx.enum.text import MSO_ANCHOR

from geo.drawing.columns import in_columns
from geo.drawing.key import ALSO, Row, alone
from geo.drawing.palette import LIGHT, Theme
from geo.drawing.sign_parts import SIGN_HEIGHT, SIGN_WIDTH
from geo.drawing.svg import png
from geo.publish.slide_file import add_png
from geo.publish.slide_room import lines_of
from geo.publish.slide_text import add_run, box, decorate, place, write
from geo.publish.unbroken import NO_BREAK

SIGN_DOTS = 144
LARGEST, WIDE_LEAST, LEAST = 36, 27, 24  # px; 24 are 12 points
BETWEEN, CLOSE = 0.4, 0.1
"""Of their size, between two rows, and where they would not fit otherwise."""
FEW, MOST, GAP = 3, 4, 36
BESIDE = 14  # between a sign and its words
Cell = tuple[Row | None, str, int]
"""A row or None for a sentence alone, its words, and how many lines they take."""


def fits(rows: Sequence[Row], notes: Sequence[str], width: float, height: float) -> bool:
    """Whether a key stands in a room, however small it takes to be."""
    columns, size, between = _largest(rows, notes, width, height)
    return _highest(columns, size, between) <= height


def add_key(
    slide: Any, rows: Sequence[Row], notes: Sequence[str], theme: Theme, room: tuple[float, float, float, float]
) -> None:
    """The key in columns inside x, y, width and height, in px, as large as that lets it be."""
    x, y, width, height = room
    columns, size, between = _largest(rows, notes, width, height)
    across = _across(width, max(FEW, len(columns)))
    for at, column in enumerate(columns):
        left, top = x + at * (across + GAP), y
        for cell in column:
            _add(slide, cell, size, theme, (left, top, across))
            top += _height(cell, size, between)


def _across(width: float, columns: int) -> float:
    return (width - GAP * (columns - 1)) / columns


def _largest(
    rows: Sequence[Row], notes: Sequence[str], width: float, height: float
) -> tuple[list[list[Cell]], int, float]:
    """The rows in columns, the size of their words in px and what lies between two, as part of it.

    As large as leaves those that count apart, in few columns where their words need not be small for it. Where none of
    it fits, all in their order, as large as they fit.
    """
    for many, least in ((FEW, WIDE_LEAST), (MOST, LEAST)):
        for size in range(LARGEST, least - 1, -1):
            fills, told, signs = _cells(rows, notes, size, _across(width, many))
            for apart in _apart(fills, told, signs, many, size):
                if _highest(apart, size) <= height:
                    return apart, size, BETWEEN
    for size, between in (*((size, BETWEEN) for size in range(LARGEST, LEAST - 1, -1)), (LEAST, CLOSE)):
        fills, told, signs = _cells(rows, notes, size, _across(width, MOST))
        whole = _split([*fills, *told, *signs], MOST, size)
        if _highest(whole, size, between) <= height:
            break
    return whole, size, between


def _apart(
    fills: Sequence[Cell], told: Sequence[Cell], signs: Sequence[Cell], many: int, size: int
) -> Iterator[list[list[Cell]]]:
    """Ways to set them in so many columns: the sentences under the rows that count, or in a column of their own."""
    for first in range(1, many):
        one = _split(fills, first, size)
        if one:
            yield [*one[:-1], [*one[-1], *told], *_split(signs, many - first, size)]
        if one and told and first < many - 1:
            yield [*one, [*told], *_split(signs, many - first - 1, size)]


def _cells(
    rows: Sequence[Row], notes: Sequence[str], size: int, width: float
) -> tuple[list[Cell], list[Cell], list[Cell]]:
    """The rows that count, the sentences, and the other rows."""
    cells: list[Cell] = [(row, _label(row), lines_of(_label(row), size, width - _indent(row, size))) for row in rows]
    counted = sum(bool(row.count) for row in rows)
    return cells[:counted], [(None, note, lines_of(note, LEAST, width)) for note in notes], cells[counted:]


def _split(cells: Sequence[Cell], count: int, size: int) -> list[list[Cell]]:
    return in_columns(cells, [_height(cell, size) for cell in cells], count) if cells else []


def _highest(columns: Sequence[Sequence[Cell]], size: int, between: float = BETWEEN) -> float:
    return max((sum(_height(cell, size, between) for cell in column) for column in columns), default=0)


def _label(row: Row) -> str:
    """The words of a row, with its count, which stands on no line alone."""
    return f"{row.label}{NO_BREAK}{row.count}" if row.count else row.label


def _indent(row: Row, size: int) -> float:
    return 0 if row.is_plain else SIGN_WIDTH * size / SIGN_HEIGHT + BESIDE


def _height(cell: Cell, size: int, between: float = BETWEEN) -> float:
    row, _, lines = cell
    return lines * (size if row else LEAST) * 1.16 + size * between


def _add(slide: Any, cell: Cell, size: int, theme: Theme, room: tuple[float, float, float]) -> None:
    (row, note, _), (x, y, width) = cell, room
    if row is None:
        write(box(slide, x, y, width, _height(cell, size)), [(note, LEAST, False)], ink=LIGHT.quiet_text)
        return
    if not row.is_plain and row.sign != ALSO:
        sign = add_png(slide, _sign(alone(row, theme)))
        place(sign, x, y + size * 0.1, SIGN_WIDTH * size / SIGN_HEIGHT, size)
        decorate(sign)
    left = _indent(row, size)
    shape = box(slide, x + left, y, width - left, _height(cell, size, 0))
    write(shape, [(row.label, size, False)], anchor=MSO_ANCHOR.TOP, ink=LIGHT.quiet_text if row.is_lead else LIGHT.text)
    if row.count:
        add_run(shape, f"{NO_BREAK}{row.count}", size, bold=True)


@lru_cache(maxsize=128)
def _sign(drawn: str) -> bytes:
    """A sign as PNG; rows that differ in their words or counts alone have the same."""
    return png(drawn, SIGN_DOTS)
