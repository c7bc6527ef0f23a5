"""The cells of an Excel workbook (XLSX), read part by part: values and dates, no formulas, no looks.

Read by hand rather than with openpyxl, so that a hostile file is stopped at any size: nothing is held but the cells.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from xml.parsers import expat

from data.gate.archive import Archive
from data.gate.limits import MOST_OWN_CELLS, MOST_OWN_COLUMNS, MOST_OWN_ROWS
from data.gate.xml import parse
from data.own_table.faults import fault
from data.own_table.grid import FIRST_1900, FIRST_1904, Builder, Grid

BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)})
LITERALS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
LETTERS = 26
FEW_DIGITS = 7
EXACT = 1e15
"""Up to which a number of a workbook tells whole numbers apart."""
WORKBOOK = "xl/workbook.xml"
Attributes = dict[str, str]


@dataclass
class _Book:
    strings: list[str] = field(default_factory=list)
    date_styles: set[int] = field(default_factory=set)
    day_zero: date = FIRST_1900


def grid_of_workbook(raw: bytes, file: str) -> Grid:
    """The first sheet that has cells."""
    package = Archive(raw, file)
    if WORKBOOK not in package.names:
        raise fault("no_workbook", file=file)
    book = _Book()
    sheets = _sheets(package, book)
    if "xl/sharedStrings.xml" in package.names:
        _read_strings(package, book)
    if "xl/styles.xml" in package.names:
        _read_styles(package, book)
    for name, part in sheets:
        if part in package.names:
            made = _Sheet(file, book).read(package, part)
            if made.lines:
                return Grid(file, tuple(made.lines), "workbook", sheet=name, day_zero=book.day_zero)
    raise fault("empty", file=file)


def _parser(start: Callable[[str, Attributes], None], end: Callable[[str], None] | None = None) -> expat.XMLParserType:
    """A parser that tells of elements by their name alone."""
    made = expat.ParserCreate(namespace_separator=" ")
    made.StartElementHandler = lambda name, given: start(
        name.rpartition(" ")[2], {key.rpartition(" ")[2]: value for key, value in given.items()}
    )
    if end:
        finish = end
        made.EndElementHandler = lambda name: finish(name.rpartition(" ")[2])
    made.buffer_text = True
    return made


def _sheets(package: Archive, book: _Book) -> list[tuple[str, str]]:
    """The name and the part of each sheet that is not hidden, in their order."""
    named: list[tuple[str, str]] = []
    parts: dict[str, str] = {}

    def in_book(name: str, given: Attributes) -> None:
        if name == "workbookPr" and given.get("date1904", "") in ("1", "true"):
            book.day_zero = FIRST_1904
        elif name == "sheet" and given.get("state", "visible") == "visible":
            named.append((given.get("name", ""), given.get("id", "")))

    def in_relations(name: str, given: Attributes) -> None:
        if name == "Relationship":
            target = given.get("Target", "")
            parts[given.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    parse(package.pieces(WORKBOOK), _parser(in_book), package.name)
    relations = "xl/_rels/workbook.xml.rels"
    if relations in package.names:
        parse(package.pieces(relations), _parser(in_relations), package.name)
    return [(name, parts.get(id_, "")) for name, id_ in named]


def _read_strings(package: Archive, book: _Book) -> None:
    pieces: list[str] = []
    inside = {"t": False, "rPh": False}

    def start(name: str, _given: Attributes) -> None:
        if name == "si":
            pieces.clear()
        elif name in inside:
            inside[name] = True

    def end(name: str) -> None:
        if name == "si":
            if len(book.strings) >= MOST_OWN_CELLS:
                raise fault("too_many_cells", file=package.name, most=f"{MOST_OWN_CELLS:,}")
            book.strings.append("".join(pieces))
        elif name in inside:
            inside[name] = False

    def text(data: str) -> None:
        if inside["t"] and not inside["rPh"]:
            pieces.append(data)

    parser = _parser(start, end)
    parser.CharacterDataHandler = text
    parse(package.pieces("xl/sharedStrings.xml"), parser, package.name)


def _read_styles(package: Archive, book: _Book) -> None:
    """Which styles of cells show a number as a date."""
    formats: dict[str, str] = {}
    place = {"in": False, "next": 0}

    def start(name: str, given: Attributes) -> None:
        if name == "numFmt":
            formats[given.get("numFmtId", "")] = given.get("formatCode", "")
        elif name == "cellXfs":
            place["in"] = True
        elif name == "xf" and place["in"]:
            number = given.get("numFmtId", "0")
            code = LITERALS.sub("", formats.get(number, "")).lower()
            if (number.isdigit() and int(number) in BUILT_IN_DATES) or any(sign in code for sign in "ymd"):
                book.date_styles.add(place["next"])
            place["next"] += 1

    def end(name: str) -> None:
        if name == "cellXfs":
            place["in"] = False

    parse(package.pieces("xl/styles.xml"), _parser(start, end), package.name)


class _Sheet:
    """One sheet while it is read."""

    def __init__(self, file: str, book: _Book) -> None:
        self._made = Builder(file)
        self._book = book
        self._row = 0
        self._cells: dict[int, str] = {}
        self._column = 0
        self._given: Attributes = {}
        self._value: list[str] = []
        self._in_value = False
        self._merged: list[tuple[int, int, int, int]] = []

    def read(self, package: Archive, part: str) -> Builder:
        parser = _parser(self._start, self._end)
        parser.CharacterDataHandler = self._text
        parse(package.pieces(part), parser, package.name)
        return self._with_merged()

    def _start(self, name: str, given: Attributes) -> None:
        if name == "row":
            found = given.get("r", "")
            self._row = int(found) if found.isdigit() and len(found) <= FEW_DIGITS else self._row + 1
            self._cells, self._column = {}, 0
        elif name == "c":
            self._given, self._value = given, []
            if place := PLACE.fullmatch(given.get("r", "")):
                self._column = column_number(place[1])
            else:
                self._column += 1
            if self._column > MOST_OWN_COLUMNS:
                self._given = {"t": "left out"}
        elif name in ("v", "t"):
            self._in_value = True
        elif name == "mergeCell":
            self._note_merged(given.get("ref", ""))

    def _text(self, data: str) -> None:
        if self._in_value:
            self._value.append(data)

    def _end(self, name: str) -> None:
        if name in ("v", "t"):
            self._in_value = False
        elif name == "c":
            if self._value and self._column <= MOST_OWN_COLUMNS:
                self._cells[self._column] = self._told("".join(self._value))
        elif name == "row" and self._cells:
            self._made.add(self._row, [self._cells.get(place, "") for place in range(1, max(self._cells) + 1)])

    def _told(self, value: str) -> str:
        kind = self._given.get("t", "n")
        if kind == "s":
            known = self._book.strings
            return known[int(value)] if value.isdigit() and int(value) < len(known) else ""
        if kind == "n":
            style = self._given.get("s", "0")
            is_date = style.isdigit() and int(style) in self._book.date_styles
            return serial_day(value, self._book.day_zero) if is_date else whole(value)
        return "" if kind == "e" else value

    def _note_merged(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        if (one := PLACE.fullmatch(first)) and (two := PLACE.fullmatch(last)):
            self._merged.append((int(one[2]), column_number(one[1]), int(two[2]), column_number(two[1])))

    def _with_merged(self) -> Builder:
        """Cells that were merged downwards hold in each of their rows; those merged sideways in the first column."""
        rows = {line.number: list(line.cells) for line in self._made.lines}
        for top, left, bottom, _right in self._merged[:MOST_OWN_ROWS]:
            cells = rows.get(top, [])
            value = cells[left - 1] if left <= len(cells) else ""
            for number in range(top + 1, min(bottom, top + MOST_OWN_ROWS) + 1) if value else ():
                if number in rows:
                    rows[number] += [""] * (left - len(rows[number]))
                    rows[number][left - 1] = rows[number][left - 1] or value
        again = Builder(self._made.file)
        for number, cells in rows.items():
            again.add(number, cells)
        return again


def column_number(letters: str) -> int:
    """The number of a column from its letters: A is 1."""
    number = 0
    for letter in letters:
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number


def whole(value: str) -> str:
    """A number as people read it: 2004.0 is 2004."""
    try:
        number = float(value)
    except ValueError:
        return value
    return str(int(number)) if number.is_integer() and abs(number) < EXACT else value


def serial_day(value: str, day_zero: date) -> str:
    """The day of a serial number; the number where it is none."""
    try:
        days = float(value)
        moment = datetime.combine(day_zero, time()) + timedelta(days=days)
    except (ValueError, OverflowError):
        return value
    return moment.date().isoformat() if days >= 1 else whole(value)
