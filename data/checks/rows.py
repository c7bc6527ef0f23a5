"""What a check reads, lines of files as text, and what it gives: sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.gate.limits import LONGEST_FOUND
from data.gate.text import cut


@dataclass(frozen=True)
class Row:
    """One line of a file, its cells still text."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def items(self, column: str) -> list[str]:
        """The members of a cell that lists things."""
        return self.cells[column].split(";") if self.cells[column] else []

    def problem(self, found: str, expected: str) -> str:
        """A sentence about this line."""
        return f"{self.file} line {self.line}: {cut(found, LONGEST_FOUND)}; expected {expected}"


Sheets = dict[str, list[Row]]
Problems = Iterator[str]
