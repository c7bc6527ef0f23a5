"""Where in a grid the header stands, which lines are rows, and which are titles, footnotes or empty."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from data.own_table.grid import Grid, Line

SEARCHED = 60
MARKED = re.compile(
    r"^(?:\[\w{1,3}\]|[*†‡§¹²³]|\(?\d{1,2}\)\s|note|source|quelle|fuente|fonte|zrodlo|źródło|источник|примеч)",
    re.IGNORECASE,
)
LONG = 60


class Why(StrEnum):
    """Why a line is no row."""

    TITLE = "title"
    HEADER = "header"
    EMPTY = "empty"
    FOOTNOTE = "footnote"
    HEADING = "heading"
    TOTAL = "total"
    LEFT_OUT = "left_out"
    OTHER_GROUP = "other_group"
    NOT_CHOSEN = "not_chosen"
    OTHER_YEAR = "other_year"
    NEVER = "never"


@dataclass(frozen=True)
class Aside:
    """A line that is no row, and why."""

    row: int
    why: Why
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """The names of the columns, the rows, and all other lines."""

    columns: tuple[str, ...]
    rows: tuple[Line, ...]
    aside: tuple[Aside, ...]
    has_header: bool


def layout_of(grid: Grid, is_country: Callable[[str], bool], is_header_word: Callable[[str], bool]) -> Layout:
    """The layout of a grid.

    Parameters
    ----------
    grid
        The cells.
    is_country
        Whether a cell names a country or is the code of one.
    is_header_word
        Whether a cell is a word by which columns are known.
    """
    aside = [Aside(line.number, Why.EMPTY, line.cells) for line in grid.lines if not line.filled]
    lines = [line for line in grid.lines if line.filled]
    if grid.header is not None:
        return Layout(_named(grid.header, grid.width), tuple(lines), tuple(aside), has_header=True)
    header = _header(lines, is_country, is_header_word)
    if header is None:
        return Layout(_named((), grid.width), tuple(lines), tuple(aside), has_header=False)
    at = lines.index(header)
    aside += [Aside(line.number, Why.TITLE, line.cells) for line in lines[:at]]
    aside.append(Aside(header.number, Why.HEADER, header.cells))
    rows = []
    for line in lines[at + 1 :]:
        if line.cells == header.cells:
            aside.append(Aside(line.number, Why.HEADER, line.cells))
        elif _is_footnote(line, len(header.filled), is_country):
            aside.append(Aside(line.number, Why.FOOTNOTE, line.cells))
        else:
            rows.append(line)
    return Layout(_named(_aligned(header.cells, rows), grid.width), tuple(rows), tuple(aside), has_header=True)


def _aligned(header: tuple[str, ...], rows: list[Line]) -> tuple[str, ...]:
    """The names of the columns, one further to the right where the first column has none.

    R gives the numbers of its rows no name; flags before the countries have none on a page, and no text.
    """
    width = Counter(len(line.cells) for line in rows).most_common(1)[0][0] if rows else 0
    if not all(header) or width != len(header) + 1:
        return header
    first = [line.cell(0) for line in rows]
    is_count = first == [str(number) for number in range(1, len(first) + 1)]
    return ("", *header) if is_count or not any(first) else header


def _header(lines: list[Line], is_country: Callable[[str], bool], is_word: Callable[[str], bool]) -> Line | None:
    """The line above the first country with the most words of headers; without such, the nearest that is as wide."""
    wide = Counter(len(line.filled) for line in lines).most_common(1)[0][0] if lines else 0
    above: list[Line] = []
    for line in lines[:SEARCHED]:
        is_row = (len(line.filled) > 1 or wide == 1) and any(map(is_country, line.filled))
        if is_row and not (sum(map(is_word, line.filled)) > 1 and not above):
            break
        above.append(line)
    else:
        return (
            max(above, key=lambda line: sum(map(is_word, line.filled)), default=None)
            if _knows(above, is_word)
            else None
        )
    known = [line for line in above if any(map(is_word, line.filled)) and (len(line.filled) > 1 or wide == 1)]
    if known:
        return max(known, key=lambda line: sum(map(is_word, line.filled)))
    alike = [line for line in above if len(line.filled) >= max(2, wide - 1) and not _has_number(line)]
    return alike[-1] if alike else None


def _knows(lines: list[Line], is_word: Callable[[str], bool]) -> bool:
    return any(any(map(is_word, line.filled)) for line in lines)


def _has_number(line: Line) -> bool:
    return any(sign.isdigit() for cell in line.cells for sign in cell)


def _is_footnote(line: Line, width: int, is_country: Callable[[str], bool]) -> bool:
    """Whether a line of one cell in a wide table is a remark: it begins with a mark, or is long, and names nobody."""
    if width < 2 or len(line.filled) != 1:  # noqa: PLR2004
        return False
    text = line.filled[0]
    return not is_country(text) and (bool(MARKED.match(text)) or len(text) > LONG)


def _named(header: tuple[str, ...], width: int) -> tuple[str, ...]:
    """A name for each column, each once; those without one are numbered."""
    names: list[str] = []
    for place in range(max(width, len(header))):
        name = header[place] if place < len(header) and header[place] else f"#{place + 1}"
        names.append(name if name not in names else f"{name} #{place + 1}")
    return tuple(names)
