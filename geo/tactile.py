"""A map to be felt: the Europe of a day on A4 for swell paper, in black, with labels in braille and a key.

`python -m geo.tactile --day 2004-05-01 -o map.svg` writes the map, and beside it the pages of its key, `map-key-1.svg`
and on, and the key as plain text, `map-key.txt`.

The rules are those of the Guidelines and Standards for Tactile Graphics of the Braille Authority of North America:
an eighth of an inch between any two parts, at most five textures, white around labels and between textures, textures
in the key first. What of a small state cannot be felt is told in the key.
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import shapely

from data.dates import WHOLE_DATE
from data.errors import DataError
from data.export import asked_day
from data.tables import Tables, current_tables
from data.whole_file import write_together
from data.words import phrase
from data.zipped import zipped
from geo.drawing import braille
from geo.drawing.palette import SWELLING
from geo.drawing.svg import element
from geo.drawing.tactile_day import Tactile, tactile_on
from geo.drawing.tactile_key import key_svgs, key_text
from geo.drawing.tactile_land import PATTERNS, PLAIN
from geo.drawing.tactile_sheet import (
    AROUND_LABEL,
    BESIDE_LINE,
    FRONT,
    LEAD,
    LONG,
    MARGIN,
    PRINT,
    SHORT,
    STROKE,
    dots,
    page,
    path,
)
from geo.drawing.tactile_texture import texture

LEAST = 0.5
"""Square mm of black that can be felt."""


def tactile_svg(day: date, tables: Tables | None = None) -> str:
    """The map of a day as SVG, A4 across; raises ValueError for a day the tables do not cover."""
    made = tactile_on(day, tables)
    about = phrase("tactile", "about", title=made.title, grounds=len(made.land.grounds), labels=len(made.labels))
    inside = [*_fills(made), *_strokes(made)]
    inside += [dots(label.cells, label.x, label.y, data_label=label.state) for label in made.labels]
    inside += _heading(made.title)
    return page(LONG, SHORT, made.title, about, inside)


def _heading(title: str) -> list[str]:
    x, y = MARGIN + braille.DOT / 2, MARGIN + PRINT + 3
    printed = element("text", escape(title), x=MARGIN, y=MARGIN + PRINT - 1, font_size=PRINT, fill=SWELLING)
    return [printed, *(dots(line, x, y + at * braille.LINE) for at, line in enumerate(braille.wrapped(title, 45)))]


def _fills(made: Tactile) -> Iterator[str]:
    """The texture of each unit, apart from lines and labels."""
    land = made.land
    white = [land.lines.buffer(STROKE / 2 + BESIDE_LINE), land.front.buffer(FRONT / 2 + BESIDE_LINE)]
    white += [label.box.buffer(AROUND_LABEL, join_style="mitre") for label in made.labels]
    white += [label.lead.buffer(LEAD / 2 + BESIDE_LINE) for label in made.labels if label.lead is not None]
    free = shapely.union_all(white)
    for ground in land.grounds:
        inside = ground.area.difference(free)
        black = inside if ground.pattern == PLAIN else texture(ground.pattern, inside)
        for unit in sorted(land.units):
            if PATTERNS[made.facts.units[unit].status] == ground.pattern:
                share = black.intersection(land.units[unit])
                if share.area > LEAST:
                    told = {"data_unit": unit, "data_pattern": ground.pattern}
                    fill = "none" if ground.pattern == PLAIN else SWELLING
                    yield element("path", d=path(share), fill=fill, fill_rule="evenodd", **told)


def _strokes(made: Tactile) -> Iterator[str]:
    look = {"fill": "none", "stroke": SWELLING, "stroke_linejoin": "round", "stroke_linecap": "round"}
    yield element("path", d=path(made.land.lines), stroke_width=STROKE, **look)
    if not made.land.front.is_empty:
        yield element("path", d=path(made.land.front), stroke_width=FRONT, data_front="front", **look)
    for label in made.labels:
        if label.lead is not None:
            yield element("path", d=path(label.lead), stroke_width=LEAD, data_lead=label.state, **look)


def tactile_files(day: date, tables: Tables | None = None) -> list[tuple[str, bytes]]:
    """Map, key and key as text, by name."""
    keys = [(f"map-key-{at}.svg", page.encode()) for at, page in enumerate(key_svgs(day, tables), start=1)]
    return [("map.svg", tactile_svg(day, tables).encode()), *keys, ("map-key.txt", key_text(day, tables).encode())]


def tactile_zip(day: date, tables: Tables | None = None) -> bytes:
    """Map and key of a day as one ZIP."""
    return zipped(tactile_files(day, tables), (tables or current_tables()).as_of)


def main(arguments: list[str] | None = None) -> int:
    """Draw a map to be felt, and its key, from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m geo.tactile", description="Draw a map for swell paper, with its key."
    )
    parser.add_argument("--day", required=True, help=WHOLE_DATE)
    parser.add_argument("-o", "--output", type=Path, required=True, help="a file that ends in .svg")
    given = parser.parse_args(arguments)
    if given.output.suffix != ".svg":
        print(f"{given.output.name} ends in {given.output.suffix!r}; expected .svg", file=sys.stderr)
        return 2
    try:
        files = tactile_files(asked_day(given.day))
    except (ValueError, DataError) as error:
        print(error, file=sys.stderr)
        return 2
    try:
        write_together(
            {given.output.with_name(name.replace("map", given.output.stem, 1)): content for name, content in files}
        )
    except OSError as error:
        print(f"{given.output}: {error.strerror}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
