"""The cells of an OpenDocument spreadsheet (ODS): what each shows, and days as days."""

from xml.parsers import expat

from data.gate.archive import Archive
from data.gate.limits import MOST_OWN_COLUMNS, MOST_OWN_ROWS
from data.gate.xml import parse
from data.own_table.faults import fault
from data.own_table.grid import Builder, Grid

FEW_DIGITS = 9
CONTENT = "content.xml"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
NOTE = f"{OFFICE}annotation"
Attributes = dict[str, str]


def grid_of_open_document(raw: bytes, file: str) -> Grid:
    """The first sheet that has cells."""
    package = Archive(raw, file)
    if CONTENT not in package.names:
        raise fault("no_workbook", file=file)
    reader = _Reader(file)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.buffer_text = True
    parse(package.pieces(CONTENT), parser, package.name)
    for name, made in reader.sheets:
        if made.lines:
            return Grid(file, tuple(made.lines), "open_document", sheet=name)
    raise fault("empty", file=file)


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file
        self.sheets: list[tuple[str, Builder]] = []
        self._row = 0
        self._rows = 1
        self._cells: list[str] = []
        self._given: Attributes = {}
        self._shown: list[str] = []
        self._paragraphs = 0
        self._in_paragraph = 0
        self._in_note = 0
        self._hanging: dict[int, tuple[int, str]] = {}
        """By column, how many more rows a cell that was merged downwards reaches, and what it shows."""

    def start(self, name: str, given: Attributes) -> None:
        if name == f"{TABLE}table":
            self.sheets.append((given.get(f"{TABLE}name", ""), Builder(self._file)))
            self._row, self._hanging = 0, {}
        elif name == f"{TABLE}table-row":
            self._rows, self._cells = _times(given, "number-rows-repeated"), []
        elif name in CELLS:
            self._given, self._shown, self._paragraphs = given, [], 0
        elif name == NOTE:
            self._in_note += 1
        elif name == f"{TEXT}p":
            self._in_paragraph += 1
            if self._paragraphs and not self._in_note:
                self._shown.append(" ")
            self._paragraphs += 1
        elif name == f"{TEXT}s":
            self._shown.append(" ")

    def text(self, data: str) -> None:
        if self._in_paragraph and not self._in_note:
            self._shown.append(data)

    def end(self, name: str) -> None:
        if name == NOTE:
            self._in_note -= 1
        elif name == f"{TEXT}p":
            self._in_paragraph -= 1
        elif name in CELLS:
            self._end_cell(is_covered=name == CELLS[1])
        elif name == f"{TABLE}table-row" and self.sheets:
            self._end_row()

    def _end_cell(self, *, is_covered: bool) -> None:
        shown = self._given.get(f"{OFFICE}date-value", "")[:10] or "".join(self._shown)
        place = len(self._cells)
        if is_covered and place in self._hanging and not shown:
            left, shown = self._hanging.pop(place)
            if left > 1:
                self._hanging[place] = (left - 1, shown)
        elif (down := _times(self._given, "number-rows-spanned")) > 1 and shown:
            self._hanging[place] = (down - 1, shown)
        times = min(_times(self._given, "number-columns-repeated"), MOST_OWN_COLUMNS + 1 - place)
        self._cells += [shown] * max(times, 0)

    def _end_row(self) -> None:
        _, made = self.sheets[-1]
        if any(self._cells):
            for turn in range(min(self._rows, MOST_OWN_ROWS + 1)):
                made.add(self._row + turn + 1, self._cells)
        self._row += self._rows


def _times(given: Attributes, name: str) -> int:
    found = given.get(f"{TABLE}{name}", "1")
    return int(found) if found.isdigit() and len(found) <= FEW_DIGITS else 1
