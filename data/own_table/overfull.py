"""Lines with more cells than the table has columns, since a text has a separator within a cell: which ones are one."""

from collections import Counter
from dataclasses import dataclass, field, replace

from data.own_table import questions as ask
from data.own_table.columns import Guess, Mapping, Role, guess_of
from data.own_table.days import dated
from data.own_table.grid import Grid, Line
from data.own_table.layout import Layout, Why
from data.own_table.questions import Desk

TYPED = {",": ", ", ";": "; ", "|": " | "}
"""How a separator is written within a text. A tab is in no cell."""
MOST_WAYS = 3
MOST_BEYOND = 8


@dataclass
class Mended:
    """A layout whose lines have no more cells than columns, with its guess; which lines wait, or were left out."""

    layout: Layout
    guess: Guess
    waiting: set[int] = field(default_factory=set)
    left_out: set[int] = field(default_factory=set)


def mended(layout: Layout, grid: Grid, mapping: Mapping | None, desk: Desk) -> Mended:
    """The layout with its longer lines as they are meant, each asked about."""
    layout, over = _parted(layout, grid)
    guess = guess_of(layout, desk.countries, desk.habits)
    made = Mended(layout, guess)
    rows = list(layout.rows)
    for line in over:
        ways = _ways(line, layout.columns, grid.separator, mapping or guess.mapping, desk)
        answer = desk.ask(ask.which_cells(line.cells, len(layout.columns), ways), line.number)
        if answer in ways:
            rows.append(replace(line, cells=ways[answer][1]))
        else:
            (made.left_out if answer else made.waiting).add(line.number)
    made.layout = replace(layout, rows=tuple(sorted(rows, key=lambda line: line.number)))
    return made


def _parted(layout: Layout, grid: Grid) -> tuple[Layout, tuple[Line, ...]]:
    """A layout without the lines that are too long, and those.

    Most rows may be longer than the header: R leaves the names of its rows out there.
    """
    if grid.separator not in TYPED or not layout.rows:
        return layout, ()
    usual, many = Counter(line.fields for line in layout.rows).most_common(1)[0]
    if not layout.has_header and many * 2 < len(layout.rows):
        return layout, ()
    head = {each.row for each in layout.aside if each.why is Why.HEADER}
    named = max((line.fields for line in grid.lines if line.number in head), default=0)
    width = max(usual, named)
    over = tuple(line for line in layout.rows if len(line.cells) > width)
    if not over:
        return layout, ()
    rows = tuple(line for line in layout.rows if len(line.cells) <= width)
    return replace(layout, columns=layout.columns[:width], rows=rows), over


def _ways(
    line: Line, columns: tuple[str, ...], separator: str, mapping: Mapping, desk: Desk
) -> dict[str, tuple[str, tuple[str, ...]]]:
    """By the name of the column whose cell was cut, that cell and the line with it; the likeliest first."""
    beyond = len(line.cells) - len(columns)
    if beyond > MOST_BEYOND:
        return {}
    ways = {}
    for place, column in enumerate(columns):
        one = TYPED[separator].join(line.cells[place : place + beyond + 1])
        ways[column] = (one, (*line.cells[:place], one, *line.cells[place + beyond + 1 :]))
    likely = sorted(ways, key=lambda column: -_fitting(ways[column][1], columns, mapping, desk))
    return {column: ways[column] for column in likely[:MOST_WAYS]}


def _fitting(cells: tuple[str, ...], columns: tuple[str, ...], mapping: Mapping, desk: Desk) -> int:
    """How many cells of a line are what their columns say."""
    told = dict(zip(columns, cells, strict=True))
    days = [told.get(mapping.column(role), "") for role in (Role.JOINED, Role.LEFT)]
    name = told.get(mapping.column(Role.COUNTRY), "")
    return 2 * desk.countries.is_known(name) + sum(dated(day, desk.habits).is_readable for day in days)
