"""Pictures one after another as pixels: what several of them have is made into dots once and laid down in each.

The pictures of a film or a lesson show few maps; from one to the next a country changes its colour, a border its look,
a name its place. So each element of a map is painted alone, with nothing beneath it, and a picture is its elements laid
over each other in their order, as a painter of SVG would. An element in one colour is kept without that colour.
"""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from math import ceil, floor
from typing import Any

from PIL import Image

from geo.drawing.drawn import Drawn
from geo.drawing.label_layout import Box
from geo.drawing.palette import NO_COLOUR
from geo.drawing.rings import box_of_path
from geo.drawing.svg import FONT, dots, measure, pngs

WIDTH = re.compile(r'stroke-width="([\d.]+)"')
TEXT = re.compile(r"^<text ([^>]*)>([^<]*)</text>(?:<defs|$)")
"""With what it refers to after it, if it does."""
MARK = re.compile(r'^<g transform="translate\((-?[\d.]+) (-?[\d.]+)\)')
PLACED = re.compile(r"[a-zA-Z]")
NUMBER = re.compile(r"-?[\d.]+")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
TOLD = re.compile(r' data-[\w-]+="[^"]*"')
COLOUR = re.compile(r'(?<==")#[0-9a-f]{6}(?=")')
OF_FORM = {"x", "y", "cx", "cy", "r", "width", "height", "stroke-width"}
REFERENCE = re.compile(r"url\(#([^)]+)\)")
DEFINED = re.compile(r'<defs ?><\w+ id="([^"]+)"')
PATH = '<path d="'
MARK_REACH = 24
"""How far from its place a mark is drawn, in its px."""
OF_UNIT = " data-unit="
"""What a fill has, and nothing that lies beneath all of them: the sea, the coast, land that is no unit."""
CELL = 160
"""Dots to the side of a cell of a picture: smaller ones leave less empty and more as it was, and are more."""
OFTEN = 4
"""From so many pictures of one map on it is worth painting its elements alone."""
MOST_KEPT = 4096
"""Elements kept of a map; beyond them those are dropped that its last picture does not have."""


@dataclass(frozen=True)
class Wanted:
    """An element without its colour, and where it is seen.

    Attributes
    ----------
    look
        The element, with what it refers to after it.
    at
        The box that it has to be painted in, in px; None where that is told by the element.
    of_view
        Whether it is in units of the view.
    """

    look: str
    at: Box | None
    of_view: bool


@dataclass(frozen=True, eq=False)
class Piece:
    """A part of an element as dots, inside one cell.

    It has the place where it begins, how much of each dot it covers, and its colours unless it has one.
    """

    place: tuple[int, int]
    covers: Image.Image
    colours: Image.Image | None


Dots = tuple[Piece, ...]
"""An element as dots, without what it leaves empty: a border between two corners of the map is little of its box."""
Step = tuple[Piece, str]
"""What is laid down, and its colour."""
Cells = dict[tuple[int, int], list[Step]]
"""What is laid down in each cell, from below to above."""


class Painter:
    """Paints pictures at one width; what another picture of the same map had is not painted again.

    Elements alone take three times as long as the whole: whoever knows that fewer than `OFTEN` pictures show a map has
    them painted whole.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self._maps: dict[Any, dict[Wanted, Dots]] = {}
        """The elements of each map, empty until one of its pictures was not painted whole."""
        self._before: tuple[str, Cells, Image.Image] | None = None
        """The page, the cells and the dots of the last picture."""

    def paint(self, drawn: Drawn, *, whole: bool | None = None) -> Image.Image:
        """The pixels of a picture; they are the caller's own.

        Painted `whole` or element by element, as told; else whole if it is the first of its map.
        """
        of_map = drawn.sheet, drawn.place, drawn.units[:1]
        if whole is None:
            whole = of_map not in self._maps
        made = self._maps.setdefault(of_map, {})
        if whole:
            return dots(drawn.svg(), self.width)
        asked = list(_asked(drawn))
        self._make([wanted for wanted, _ in asked if wanted not in made], drawn, made)
        steps = ((piece, colour) for wanted, colour in asked for piece in made[wanted])
        image = self._laid(drawn, steps)
        if len(made) > MOST_KEPT:
            self._maps[of_map] = {wanted: made[wanted] for wanted, _ in asked}
        return image

    def _laid(self, drawn: Drawn, steps: Iterable[Step]) -> Image.Image:
        """The steps one over another; a cell in which they are the same as before is left as it was."""
        cells, size = _by_cell(steps), self._size(drawn)
        page, before, image = self._before or ("", Cells(), Image.new("RGB", (1, 1)))
        if (page, image.size) != (drawn.page, size):
            before, image = {}, Image.new("RGB", size, drawn.page)
        self._before = None  # whoever stops amid the cells leaves none to go on with
        for cell in before.keys() | cells.keys():
            if before.get(cell) != cells.get(cell):
                left, top = cell[0] * CELL, cell[1] * CELL
                image.paste(drawn.page, (left, top, min(left + CELL, size[0]), min(top + CELL, size[1])))
                _lay(cells.get(cell, ()), image)
        self._before = drawn.page, cells, image
        return image.copy()

    def _size(self, drawn: Drawn) -> tuple[int, int]:
        return self.width, round(self.width * drawn.sheet.height / drawn.sheet.width)

    def _make(self, wanted: list[Wanted], drawn: Drawn, made: dict[Wanted, Dots]) -> None:
        """Paint elements that were not painted before, all at once."""
        wide, high = self._size(drawn)
        scale = wide / drawn.sheet.width, high / drawn.sheet.height
        seen: list[tuple[Wanted, tuple[int, int]]] = []
        sheets = []
        for each in dict.fromkeys(wanted):
            box = self._box(each, drawn, scale)
            made[each] = ()
            if box:
                seen.append((each, box[:2]))
                sheets.append((_alone(each, drawn, scale, box), box[2], box[3]))
        for (each, place), painted in zip(seen, pngs(sheets), strict=True):
            made[each] = tuple(_pieces(Image.open(io.BytesIO(painted)), place, coloured=NO_COLOUR not in each.look))

    def _box(self, wanted: Wanted, drawn: Drawn, scale: tuple[float, float]) -> tuple[int, int, int, int] | None:
        """Where an element is seen, in whole dots; None where it is not."""
        box = wanted.at or drawn.sheet.map
        if wanted.at is None:
            told = _box_of_units(wanted.look, drawn) if wanted.of_view else _box_of_ink(wanted.look)
            common = _common(told, box) if told else box
            if common is None:
                return None
            box = common
        left, top = floor(box.x * scale[0] + 1e-6), floor(box.y * scale[1] + 1e-6)
        right, bottom = ceil((box.x + box.width) * scale[0] - 1e-6), ceil((box.y + box.height) * scale[1] - 1e-6)
        return (left, top, right - left, bottom - top) if right > left and bottom > top else None


def _lay(steps: Iterable[Step], image: Image.Image) -> None:
    for piece, colour in steps:
        image.paste(piece.colours or colour, piece.place, piece.covers)


def _by_cell(steps: Iterable[Step]) -> Cells:
    cells: Cells = {}
    for step in steps:
        x, y = step[0].place
        cells.setdefault((x // CELL, y // CELL), []).append(step)
    return cells


def _pieces(painted: Image.Image, place: tuple[int, int], *, coloured: bool) -> Iterator[Piece]:
    """A painted element cell by cell, without what it leaves empty."""
    covers, (x, y) = painted.getchannel("A"), place
    for top in range(-(y % CELL), painted.height, CELL):
        for left in range(-(x % CELL), painted.width, CELL):
            part = (max(0, left), max(0, top), min(left + CELL, painted.width), min(top + CELL, painted.height))
            if inner := covers.crop(part).getbbox():
                box = (part[0] + inner[0], part[1] + inner[1], part[0] + inner[2], part[1] + inner[3])
                at = (x + box[0], y + box[1])
                yield Piece(at, covers.crop(box), painted.crop(box).convert("RGB") if coloured else None)


def _asked(drawn: Drawn) -> Iterator[tuple[Wanted, str]]:
    """Each element of a picture with its colour, from below to above."""
    clips = {found[1]: part for part in drawn.units if (found := DEFINED.match(part))}
    first = next((at for at, part in enumerate(drawn.units) if OF_UNIT in part), 0)
    beneath = "".join((*drawn.ground, drawn.map(drawn.units[:first])))
    yield Wanted(beneath, drawn.sheet.map, of_view=False), ""
    for part in drawn.units[first:]:
        if not DEFINED.match(part):
            yield _wanted(part, drawn, clips, of_view=True)
    for part in drawn.ink:
        yield _wanted(part, drawn, clips)
    edges = _edges(drawn)
    for part in drawn.around:
        told = TEXT.match(part) and _box_of_ink(part)
        for edge in edges:
            box = _common(told, edge) if told else edge
            if box:
                yield _wanted(part, drawn, clips, box)


def _wanted(
    part: str, drawn: Drawn, clips: dict[str, str], at: Box | None = None, *, of_view: bool = False
) -> tuple[Wanted, str]:
    """An element apart from its colour, if it has but one."""
    if not part.startswith(PATH):
        return Wanted(_with_defined(part, part, drawn, clips), at, of_view), ""
    end = part.index('"', len(PATH))
    line, look = part[:end], TOLD.sub("", part[end:])
    colours = COLOUR.findall(look)
    if len(set(colours)) == 1 and "url(#hatch-" not in look and NO_COLOUR not in look:
        return Wanted(_with_defined(line + COLOUR.sub(NO_COLOUR, look), look, drawn, clips), at, of_view), colours[0]
    return Wanted(_with_defined(line + look, look, drawn, clips), at, of_view), ""


def _with_defined(part: str, look: str, drawn: Drawn, clips: dict[str, str]) -> str:
    """An element with what it refers to after it."""
    if "url(#" not in look:
        return part
    used = [clips.get(name) or f"<defs>{drawn.defs}</defs>" for name in REFERENCE.findall(look)]
    return part + "".join(dict.fromkeys(used))


def _alone(wanted: Wanted, drawn: Drawn, scale: tuple[float, float], box: tuple[int, int, int, int]) -> str:
    """An element alone in its box of dots, as SVG."""
    left, top, width, height = box
    inside = drawn.map((wanted.look,)) if wanted.of_view else wanted.look
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="{FONT}, sans-serif">'
        f'<g transform="translate({-left} {-top}) scale({scale[0]:.9f} {scale[1]:.9f})">{inside}</g></svg>'
    )


def _edges(drawn: Drawn) -> list[Box]:
    """The sheet but the map: above, beneath, left and right of it."""
    sheet, inner = drawn.sheet, drawn.sheet.map
    right, bottom = inner.x + inner.width, inner.y + inner.height
    edges = (
        Box(0, 0, sheet.width, inner.y),
        Box(0, bottom, sheet.width, sheet.height - bottom),
        Box(0, inner.y, inner.x, inner.height),
        Box(right, inner.y, sheet.width - right, inner.height),
    )
    return [edge for edge in edges if edge.width > 0 and edge.height > 0]


# ---------------------------------------------------------------------- boxes


def _box_of_units(part: str, drawn: Drawn) -> Box | None:
    """What an element in units of the view covers, in px; None where that cannot be told."""
    k, x, y = drawn.place
    if found := TEXT.match(part):
        box, pad = _box_of_text(dict(ATTRIBUTE.findall(found[1])), unescape(found[2])), 2.0
    elif part.startswith(PATH):
        end = part.index('"', len(PATH))
        box, width = box_of_path(part[len(PATH) : end]), WIDTH.search(part, end)
        pad = 2 + (float(width[1]) * k if width else 0)
    else:
        return None
    return Box(box.x * k + x - pad, box.y * k + y - pad, box.width * k + 2 * pad, box.height * k + 2 * pad)


def _box_of_ink(part: str) -> Box | None:
    """What an element in px covers; None where that cannot be told."""
    if found := TEXT.match(part):
        return _box_of_text(dict(ATTRIBUTE.findall(found[1])), unescape(found[2]))
    if found := MARK.match(part):
        scale = re.search(r"scale\(([\d.]+)\)", part.partition(">")[0])
        reach = MARK_REACH * (float(scale[1]) if scale else 1)
        return Box(float(found[1]) - reach, float(found[2]) - reach, 2 * reach, 2 * reach)
    if part.startswith(("<circle ", "<rect ")):
        return _box_of_form({name: float(value) for name, value in ATTRIBUTE.findall(part) if name in OF_FORM})
    if not part.startswith(PATH):
        return None
    line = part[len(PATH) : part.index('"', len(PATH))]
    if set(PLACED.findall(line)) <= set("MLQCZz"):  # absolute: no curve leaves the box of its points
        numbers = [float(number) for number in NUMBER.findall(line)]
        xs, ys, pad = numbers[::2], numbers[1::2], 8
        return Box(min(xs) - pad, min(ys) - pad, max(xs) - min(xs) + 2 * pad, max(ys) - min(ys) + 2 * pad)
    return None


def _box_of_form(look: dict[str, float]) -> Box:
    """The box of a circle or a rectangle with its line."""
    pad = look.get("r", 0) + look.get("stroke-width", 0) + 1
    x, y = (look.get(name, look.get(f"c{name}", 0)) - pad for name in "xy")
    return Box(x, y, look.get("width", 0) + 2 * pad, look.get("height", 0) + 2 * pad)


def _box_of_text(look: dict[str, str], words: str) -> Box:
    size = float(look["font-size"])
    width, pad = measure(words, size, bold=True), size * 0.4
    shift = {"middle": width / 2, "end": width}.get(look.get("text-anchor", ""), 0)
    return Box(float(look["x"]) - shift - pad, float(look["y"]) - size - pad, width + 2 * pad, size * 1.4 + 2 * pad)


def _common(one: Box, other: Box) -> Box | None:
    left, top = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.x + one.width, other.x + other.width), min(one.y + one.height, other.y + other.height)
    return Box(left, top, right - left, bottom - top) if right > left and bottom > top else None
