"""Cells parted by commas, semicolons, tabs or upright strokes, as text."""

import csv
import io
from collections import Counter
from typing import Literal

from data.gate.limits import LONGEST_OWN_CELL
from data.own_table.faults import fault
from data.own_table.grid import Builder, Grid

SEPARATORS = ("\t", ";", ",", "|")
SAMPLED_LINES = 200
SPACES = "  "


def grid_of_delimited(text: str, file: str, encoding: str) -> Grid:
    """The cells of a text; where it says in its first line which separator it has, by that."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=") + 1:
        separator, text, skipped = first.strip()[-1], rest, 1
    else:
        separator, skipped = separator_of(text), 0
    made = Builder(file)
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if text.count('"') % 2 == 0 else csv.QUOTE_NONE
    source = io.StringIO(text, newline="")
    reader = csv.reader(source, delimiter=separator, quoting=quoting, skipinitialspace=True)
    number = 1 + skipped
    try:
        for cells in reader:
            made.add(number, [cell.strip('"') for cell in cells] if quoting == csv.QUOTE_NONE else cells)
            number = reader.line_num + 1 + skipped
    except csv.Error as error:
        raise fault("long_cell", file=file, row=number, most=f"{LONGEST_OWN_CELL:,}") from error
    return Grid(file, tuple(made.lines), "delimited", encoding, separator)


def separator_of(text: str) -> str:
    """The separator by which most lines have equally many cells, at least two."""
    sample = text[: 1 << 17].splitlines()[:SAMPLED_LINES]
    best, most = ",", 0.0
    for separator in SEPARATORS:
        try:
            widths = Counter(len(cells) for cells in csv.reader(sample, delimiter=separator) if len(cells) > 1)
        except csv.Error:
            continue
        if widths:
            width, lines = widths.most_common(1)[0]
            score = lines + min(width, 20) / 100
            if score > most:
                best, most = separator, score
    return best
