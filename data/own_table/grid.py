"""A table as cells, wherever it comes from: its lines with their numbers in the file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from data.gate.limits import LONGEST_OWN_CELL, MOST_OWN_CELLS, MOST_OWN_COLUMNS, MOST_OWN_ROWS
from data.own_table.faults import fault

WIDEST = 20_000
"""How many empty cells a line may have: those of a spreadsheet reach to column 16,384."""
FIRST_1900 = date(1899, 12, 30)
"""The day 0 of spreadsheets, which take 1900 for a leap year."""
FIRST_1904 = date(1904, 1, 1)


@dataclass(frozen=True)
class Line:
    """One line of a table; `number` is its place in the file, from 1, `fields` counts its cells with the empty ones."""

    number: int
    cells: tuple[str, ...]
    fields: int = 0

    @property
    def filled(self) -> tuple[str, ...]:
        """The cells that are not empty."""
        return tuple(cell for cell in self.cells if cell)

    def cell(self, place: int) -> str:
        """The cell of a column; "" where the line ends before it."""
        return self.cells[place] if 0 <= place < len(self.cells) else ""


@dataclass(frozen=True)
class Grid:
    """The lines of a file, and how it was read."""

    file: str
    lines: tuple[Line, ...]
    kind: str
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    header: tuple[str, ...] | None = None
    """The names of the columns, where the form of the file says which they are."""
    day_zero: date = FIRST_1900

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(line.cells) for line in self.lines), default=0)


@dataclass
class Builder:
    """Takes lines one by one, and raises GateError as soon as there are more than can be read."""

    file: str
    lines: list[Line] = field(default_factory=list)
    cells: int = 0

    def add(self, number: int, cells: Sequence[str]) -> None:
        """Add a line; empty cells at its end do not count, and of two on one line the second gets the next number."""
        if len(cells) > WIDEST:
            raise fault("too_wide", file=self.file, row=number, found=len(cells), most=MOST_OWN_COLUMNS)
        kept = list(cells)
        while kept and not kept[-1].strip():
            kept.pop()
        if len(kept) > MOST_OWN_COLUMNS:
            raise fault("too_wide", file=self.file, row=number, found=len(kept), most=MOST_OWN_COLUMNS)
        if len(self.lines) >= MOST_OWN_ROWS:
            raise fault("too_long", file=self.file, most=f"{MOST_OWN_ROWS:,}")
        self.cells += len(kept)
        if self.cells > MOST_OWN_CELLS:
            raise fault("too_many_cells", file=self.file, most=f"{MOST_OWN_CELLS:,}")
        if any(len(cell) > LONGEST_OWN_CELL for cell in kept):
            raise fault("long_cell", file=self.file, row=number, most=f"{LONGEST_OWN_CELL:,}")
        number = max(number, self.lines[-1].number + 1) if self.lines else number
        self.lines.append(Line(number, tuple(plain(cell) for cell in kept), len(cells)))

    def add_all(self, rows: Iterable[Sequence[str]], first: int = 1) -> None:
        """Add lines that follow one another."""
        for number, cells in enumerate(rows, start=first):
            self.add(number, cells)


def plain(cell: str) -> str:
    """A cell in one line, without what cannot be seen."""
    if cell.isascii() and cell.isprintable():
        return " ".join(cell.split())
    seen = "".join(sign if sign.isprintable() else (" " if sign.isspace() else "") for sign in cell)
    return " ".join(seen.replace("\xa0", " ").split())
