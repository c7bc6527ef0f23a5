"""The key of a map to be felt: in braille on pages of their own, and as plain text."""

from collections.abc import Iterable, Iterator
from datetime import date

import shapely

from data.borders_in_time import Front
from data.citation import imprint
from data.dates import spelled
from data.disputed_ground import called_on
from data.sentences import listed
from data.tables import Tables, current_tables
from data.vocabulary import Overlay
from data.words import phrase, words
from geo.drawing import braille
from geo.drawing.braille import Cells
from geo.drawing.palette import SWELLING
from geo.drawing.svg import element
from geo.drawing.tactile_day import Tactile, tactile_on
from geo.drawing.tactile_land import DASHES, PATTERNS, PLAIN, SPOTS, STRIPES
from geo.drawing.tactile_sheet import FRONT, LONG, MARGIN, SHORT, STROKE, dots, page, path
from geo.drawing.tactile_texture import texture

CELLS = int((LONG - 2 * MARGIN) / braille.CELL)
LINES = int((SHORT - 2 * MARGIN) / braille.LINE)
PAGES, COLUMNS = 2, 2
"""Of the key, and of its labels."""
SAMPLE = 16
"""Mm of a texture in the key: more than a fingertip."""
SAMPLE_CELLS = 4
FRONT_LINE, LABEL = "front", "label"
"""What a line of the key is, where it explains no texture."""
Block = list[tuple[str, list[Cells], int]]
"""What stands side by side: what is shown before it, lines of braille, the cell where they begin."""


def key_lines(made: Tactile, tables: Tables) -> list[tuple[str, str]]:
    """What the key says, line by line, each with the texture it explains, if any."""
    grounds, units = made.land.grounds, made.facts.units
    used = {ground.pattern for ground in grounds}
    lines = [("", phrase("tactile", "key_title", title=made.title))]
    lines += [(name, phrase("tactile", name)) for name in (STRIPES, SPOTS, DASHES, PLAIN) if name in used]
    if fronts := _fronts(made):
        lines.append((FRONT_LINE, phrase("tactile", "front", borders=fronts)))
    named = {label.state for label in made.labels}
    lines += [(LABEL, f"{made.texts[state]} {made.name(state)}") for state in sorted(named, key=made.texts.__getitem__)]
    bare = sorted({made.name(ground.state) for ground in grounds if ground.state not in named})
    lines += _told("unlabelled", bare)
    lines += _told("joined", sorted({units[unit].name for unit in made.land.joined}))
    left_out = [units[unit] for unit in made.land.left_out]
    tied = {here.name for here in left_out if PATTERNS[here.status] != PLAIN and not here.relation}
    lines += _told("left_out", sorted(tied))
    disputed = [unit for unit in made.facts.overlays[Overlay.DISPUTED] if unit in made.land.units]
    lines += _told("disputed", sorted(units[unit].name for unit in disputed))
    called = called_on(made.facts.ground_day, tables)
    if undrawn := [called[unit] for unit in made.facts.overlays[Overlay.UNDRAWN] if unit in made.land.units]:
        lines.append(("", phrase("key", Overlay.UNDRAWN, names=listed(undrawn)) + "."))
    lines.append(("", phrase("tactile", "source", as_of=spelled(tables.as_of), imprint=imprint(tables))))
    return lines


def _told(key: str, names: list[str]) -> list[tuple[str, str]]:
    return [("", phrase("tactile", key, names=listed(names)))] if names else []


def _fronts(made: Tactile) -> str:
    """What the thick line is on the day, in the words of the key of the atlas; empty where there is none."""
    kinds = made.land.fronts
    then = "now" if made.facts.state_name(made.facts.units["RUS"].state) == made.facts.units["RUS"].name else "then"
    named = [str(words()["key"][f"front_{kind}_{then}"]) for kind in (Front.RUSSIA, Front.BLOC) if kind in kinds]
    return "; ".join(named)


def key_svgs(day: date, tables: Tables | None = None) -> list[str]:
    """The pages of the key in braille as SVG, A4 across; what has no room on two stands in the text alone."""
    tables = tables or current_tables()
    made = tactile_on(day, tables)
    blocks = list(_blocks(key_lines(made, tables)))
    more = [("", braille.wrapped(phrase("tactile", "more"), CELLS), 0)]
    pages = list(_pages(blocks))
    while len(pages) > PAGES:
        blocks.pop()
        pages = list(_pages([*blocks, more]))
    title = phrase("tactile", "key_title", title=made.title)
    return [page(LONG, SHORT, title, title, inside) for inside in pages]


def _pages(blocks: Iterable[Block]) -> Iterator[list[str]]:
    inside: list[str] = []
    row = 0
    for told in blocks:
        height = max(max(2, len(lines)) if sample else len(lines) for sample, lines, _ in told)
        if row + height > LINES:
            yield inside
            inside, row = [], 0
        for sample, lines, column in told:
            x, y = MARGIN + braille.DOT / 2, MARGIN + braille.DOT / 2 + row * braille.LINE
            inside += [_sample(sample, y)] if sample else []
            inside += [dots(line, x + column * braille.CELL, y + at * braille.LINE) for at, line in enumerate(lines)]
        row += height
    yield inside


def _blocks(told: list[tuple[str, str]]) -> Iterator[Block]:
    across = CELLS // COLUMNS
    labels = [text for kind, text in told if kind == LABEL]
    down = -(-len(labels) // COLUMNS)
    for kind, text in told:
        if kind != LABEL:
            shift = SAMPLE_CELLS if kind else 0
            yield [(kind, braille.wrapped(text, CELLS - shift), shift)]
        elif text in labels[:down]:
            row = labels[labels.index(text) :: down]
            yield [("", braille.wrapped(each, across - 1), at * across) for at, each in enumerate(row)]


def _sample(kind: str, y: float) -> str:
    if kind == FRONT_LINE:
        return element("path", d=f"M{MARGIN} {y + SAMPLE / 4}h{SAMPLE}", stroke=SWELLING, stroke_width=FRONT)
    area = shapely.box(MARGIN, y, MARGIN + SAMPLE, y + SAMPLE)
    if kind == PLAIN:
        return element("path", d=path(area), fill="none", stroke=SWELLING, stroke_width=STROKE)
    return element("path", d=path(texture(kind, area)), fill=SWELLING)


def key_text(day: date, tables: Tables | None = None) -> str:
    """The key as plain text, for a braille display or a voice."""
    tables = tables or current_tables()
    return "\n".join(text for _, text in key_lines(tactile_on(day, tables), tables)) + "\n"
