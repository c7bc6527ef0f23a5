"""The key of a map on a slide: each sign with its words beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from pptx.enum.text import MSO_ANCHOR

from geo.drawing.columns import evenly
from geo.drawing.key import Row
from geo.drawing.lone_signs import alone
from geo.drawing.number_rows import numbers_in_a_row, stays_with
from geo.drawing.palette import LIGHT, Theme
from geo.drawing.sign_parts import SIGN_HEIGHT, SIGN_WIDTH
from geo.drawing.svg import png
from geo.publish.slide_file import add_png
from geo.publish.slide_room import lines_of
from geo.publish.slide_text import add_run, box, decorate, place, write
from geo.publish.unbroken import NO_BREAK

SIGN_DOTS = 144
LARGEST, WIDE_LEAST, LEAST = 40, 27, 24  # px; 24 are 12 points
BETWEEN, CLOSE = 0.4, 0.1
"""Of their size, between two rows, and where they would not fit otherwise."""
FEW, MOST, GAP = 3, 4, 36
BESIDE = 14  # between a sign and its words
Told = tuple[Row | None, str]
"""A row or None for a sentence alone, and its words."""
Cell = tuple[Row | None, str, int]
"""The same, and how many lines they take."""


@dataclass(frozen=True)
class _Grid:
    """The cells of a key in columns of one width, all in one size, px; `between` is what parts two rows, in sizes.

    A block stays in one column.
    """

    blocks: list[list[Cell]]
    count: int
    across: float
    size: int
    between: float

    @cached_property
    def heights(self) -> list[float]:
        return [sum(_height(cell, self.size, self.between) for cell in block) for block in self.blocks]

    @cached_property
    def columns(self) -> list[list[Cell]]:
        """From column to column in their order, none of them higher than it takes."""
        filled = evenly(self.blocks, self.heights, self.count)
        return [[cell for block in column for cell in block] for column in filled]

    def stands_in(self, height: float) -> bool:
        """Whether its highest column does; that all together do is told sooner."""
        return sum(self.heights) <= self.count * height and self.height <= height

    @property
    def height(self) -> float:
        return max((sum(_height(cell, self.size, self.between) for cell in each) for each in self.columns), default=0)


def fits(rows: Sequence[Row], notes: Sequence[str], width: float, height: float) -> bool:
    """Whether a key stands in a room, however small it takes to be."""
    return _largest(tuple(rows), tuple(notes), width, height).stands_in(height)


def fits_well(rows: Sequence[Row], notes: Sequence[str], width: float, height: float) -> bool:
    """Whether a key stands in a room in few columns, its words no smaller than they may be there, its list whole."""
    return _grid(_told(rows, notes), width, FEW, WIDE_LEAST, BETWEEN).stands_in(height)


def add_key(
    slide: Any, rows: Sequence[Row], notes: Sequence[str], theme: Theme, room: tuple[float, float, float, float]
) -> None:
    """The key in columns inside x, y, width and height, in px, as large as that lets it be."""
    x, y, width, height = room
    grid = _largest(tuple(rows), tuple(notes), width, height)
    for at, column in enumerate(grid.columns):
        left, top = x + at * (grid.across + GAP), y
        for cell in column:
            _add(slide, cell, grid.size, theme, (left, top, grid.across))
            top += _height(cell, grid.size, grid.between)


@lru_cache(maxsize=8)  # whether a key fits is asked before it is added
def _largest(rows: tuple[Row, ...], notes: tuple[str, ...], width: float, height: float) -> _Grid:
    """The key as large as its room lets it be, in few columns where its words need not be small for that.

    Where it would not stand there otherwise, the list of its numbers goes on in another column, then is one row, and
    at worst the last.
    """
    few = ((FEW, size, BETWEEN) for size in range(LARGEST, WIDE_LEAST - 1, -1))
    most = ((MOST, size, BETWEEN) for size in range(LARGEST, LEAST - 1, -1))
    sizes = (*few, *most, (MOST, LEAST, CLOSE))
    in_a_row = numbers_in_a_row(rows)
    last = sorted(in_a_row, key=lambda row: row.is_also)
    for order, is_whole in ((rows, True), (rows, False), (in_a_row, True), (last, True)):
        told = _told(order, notes)
        for columns, size, between in sizes:
            grid = _grid(told, width, columns, size, between, is_whole=is_whole)
            if grid.stands_in(height):
                return grid
    return grid


def _told(rows: Sequence[Row], notes: Sequence[str]) -> list[Told]:
    """The rows that count, the sentences, and the other rows, with their words."""
    told: list[Told] = [(row, _label(row)) for row in rows]
    counted = sum(bool(row.count) for row in rows)
    return [*told[:counted], *((None, note) for note in notes), *told[counted:]]


def _grid(
    told: Sequence[Told], width: float, columns: int, size: int, between: float, *, is_whole: bool = True
) -> _Grid:
    """Fills, sentences and signs in their order."""
    across = (width - GAP * (columns - 1)) / columns
    cells = [(row, words, lines_of(words, size, across - _indent(row, size))) for row, words in told]
    return _Grid(_blocks(cells, is_whole=is_whole), columns, across, size, between)


def _blocks(cells: Sequence[Cell], *, is_whole: bool = True) -> list[list[Cell]]:
    """What stays in one column: a row each and the list of numbers.

    Of one that is not whole the words before it stay with its first row.
    """
    blocks: list[list[Cell]] = []
    for cell in cells:
        (row, *_), before = cell, blocks[-1][-1][0] if blocks else None
        if before and row and stays_with(before, row) and (is_whole or before.is_lead):
            blocks[-1].append(cell)
        else:
            blocks.append([cell])
    return blocks


def _label(row: Row) -> str:
    """The words of a row, with its count, which stands on no line alone."""
    return f"{row.label}{NO_BREAK}{row.count}" if row.count else row.label


def _indent(row: Row | None, size: int) -> float:
    return 0 if row is None or row.is_plain else SIGN_WIDTH * size / SIGN_HEIGHT + BESIDE


def _height(cell: Cell, size: int, between: float = BETWEEN) -> float:
    _, _, lines = cell
    return lines * size * 1.16 + size * between


def _add(slide: Any, cell: Cell, size: int, theme: Theme, room: tuple[float, float, float]) -> None:
    (row, note, _), (x, y, width) = cell, room
    if row is None:
        write(box(slide, x, y, width, _height(cell, size)), [(note, size, False)], ink=LIGHT.quiet_text)
        return
    if not row.is_bare:
        sign = add_png(slide, _sign(alone(row, theme)))
        place(sign, x, y + size * 0.1, SIGN_WIDTH * size / SIGN_HEIGHT, size)
        decorate(sign)
    left = _indent(row, size)
    shape = box(slide, x + left, y, width - left, _height(cell, size, 0))
    write(
        shape, [(row.label, size, row.bold)], anchor=MSO_ANCHOR.TOP, ink=LIGHT.quiet_text if row.is_lead else LIGHT.text
    )
    if row.count:
        add_run(shape, f"{NO_BREAK}{row.count}", size, bold=True)


@lru_cache(maxsize=128)
def _sign(drawn: str) -> bytes:
    """A sign as PNG; rows that differ in their words or counts alone have the same."""
    return png(drawn, SIGN_DOTS)
