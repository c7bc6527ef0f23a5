"""What changed between the tables of an edition and those of now: row by row, and in a row cell by cell."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from data.csv_out import as_csv
from data.editions import edition_files, read_package
from data.export import TOLD, key_columns
from data.schema import SCHEMA
from data.tables import FOLDER

COLUMNS = ("table", "row", "kind", "column", "before", "after")
ALIKE = 0.7
"""The share of its filled cells in which a row must be as before to be the same row under another key."""
Cells = dict[str, str]
Key = tuple[str, int]


class Change(StrEnum):
    """What happened to a row."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Cell:
    """A cell that is not as it was; empty where there was, or is, nothing."""

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Row:
    """A row that is not as it was: its key as it is now, what tells a reader which it is, and its cells."""

    table: str
    key: str
    kind: Change
    told: str
    cells: tuple[Cell, ...]

    @property
    def texts(self) -> Iterator[str]:
        """Everything in it that can be searched for."""
        yield from (self.table, self.key, self.kind, self.told)
        for cell in self.cells:
            yield from (cell.column, cell.before, cell.after)


def changes_since(number: str, folder: Path = FOLDER) -> list[Row]:
    """Every row of a folder that is not as in a published edition, in the order of the tables; raises EditionError."""
    return changes_between(read_package(folder, number), edition_files(folder))


def changes_between(then: Mapping[str, bytes], now: Mapping[str, bytes]) -> list[Row]:
    """Every row that is not the same in two sets of tables; a table or column that one lacks is empty in it."""
    return [
        row
        for table in SCHEMA
        for row in _of_table(table, _rows(then, f"{table}.csv"), _rows(now, f"{table}.csv"))
    ]  # fmt: skip


def changes_csv(rows: Iterable[Row]) -> str:
    """Changes as CSV, a line for each cell: table, row, kind, column, before, after."""
    lines = ((row.table, row.key, row.kind, cell.column, cell.before, cell.after) for row in rows for cell in row.cells)
    return as_csv(COLUMNS, lines)


def _rows(files: Mapping[str, bytes], name: str) -> list[Cells]:
    return list(csv.DictReader(io.StringIO(files.get(name, b"").decode("utf-8"), newline=""), strict=True))


def _of_table(table: str, then: list[Cells], now: list[Cells]) -> Iterator[Row]:
    """Rows of a table in their order of now, the removed ones at the end."""
    before, after = _by_key(table, then), _by_key(table, now)
    moved = _moved(
        {key: row for key, row in before.items() if key not in after},
        {key: row for key, row in after.items() if key not in before},
    )
    for key, row in after.items():
        was = before.get(moved.get(key, key))
        if cells := _cells(was or {}, row):
            yield _row(table, key, row, Change.CHANGED if was else Change.ADDED, cells)
    for key, row in before.items():
        if key not in after and key not in moved.values():
            yield _row(table, key, row, Change.REMOVED, _cells(row, {}))


def _by_key(table: str, rows: list[Cells]) -> dict[Key, Cells]:
    """Rows by key, and a number for those that share one: an older edition may have been kept less strictly."""
    found: dict[Key, Cells] = {}
    for row in rows:
        key = " ".join(row.get(column, "") for column in key_columns(table))
        again = next(n for n in range(len(rows)) if (key, n) not in found)
        found[key, again] = row
    return found


def _moved(gone: Mapping[Key, Cells], come: Mapping[Key, Cells]) -> dict[Key, Key]:
    """Rows that have another key, such as a mended date, by the new one: most alike first, each once."""
    pairs = [(_likeness(gone[old], come[new]), old, new) for old in gone for new in come]
    found: dict[Key, Key] = {}
    for likeness, old, new in sorted(pairs, key=lambda pair: -pair[0]):
        if likeness > ALIKE and new not in found and old not in found.values():
            found[new] = old
    return found


def _likeness(one: Cells, other: Cells) -> float:
    """The share of the columns filled in either row in which both say the same."""
    filled = [column for column in one.keys() | other.keys() if one.get(column) or other.get(column)]
    return sum(one.get(column) == other.get(column) for column in filled) / max(len(filled), 1)


def _cells(before: Cells, after: Cells) -> tuple[Cell, ...]:
    columns = dict.fromkeys((*after, *before))
    cells = (Cell(column, before.get(column, ""), after.get(column, "")) for column in columns)
    return tuple(cell for cell in cells if cell.before != cell.after)


def _row(table: str, key: Key, row: Cells, kind: Change, cells: tuple[Cell, ...]) -> Row:
    told = ": ".join(filter(None, (row.get(column, "") for column in TOLD[table])))
    return Row(table, key[0], kind, told, cells)
