"""Pictures one after another as pixels: of each only the part that differs from the one before is painted.

A film shows one map for 78 years; from year to year little changes on it, and the rest of its pixels stay as they are.
"""

import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from html import unescape
from math import ceil, floor

from PIL import Image

from geo.drawing.drawn import Drawn
from geo.drawing.label_layout import Box
from geo.drawing.rings import box_of_path
from geo.drawing.svg import measure, png

PATH = re.compile(r'^<path [^>]*?\bd="([^"]+)"')
WIDTH = re.compile(r'stroke-width="([\d.]+)"')
TEXT = re.compile(r"^<text ([^>]*)>([^<]*)</text>$")
MARK = re.compile(r'^<g transform="translate\((-?[\d.]+) (-?[\d.]+)\)')
PLACED = re.compile(r"[a-zA-Z]")
NUMBER = re.compile(r"-?[\d.]+")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
HATCHED = "url(#hatch-"
MARK_REACH = 24
"""How far from its place a mark is drawn, in its px."""
PATCH = 40_000
"""What a patch costs beside its dots, in square px of them."""


class Painter:
    """Paints pictures at one width, each onto the one before where view and sheet are the same."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._before: Drawn | None = None
        self._image = Image.new("RGB", (1, 1))

    def paint(self, drawn: Drawn) -> Image.Image:
        """The pixels of a picture; they are the caller's own."""
        before, self._before = self._before, drawn
        if before is None or not _is_alike(before, drawn):
            self._image = _opened(png(drawn.svg(), self.width))
            return self._image.copy()
        for box in self._patches(before, drawn):
            self._paste(drawn, box, self._on_map(drawn, box))
        if before.around != drawn.around:
            for edge in _edges(drawn):
                box = self._whole_dots(drawn, edge)
                beneath = () if box == edge else self._on_map(drawn, box)
                self._paste(drawn, box, (*beneath, *drawn.around))
        return self._image.copy()

    def _paste(self, drawn: Drawn, box: Box, inside: tuple[str, ...]) -> None:
        scale = Fraction(self.width, drawn.sheet.width)
        size = (int(box.width * scale), int(box.height * scale))
        part = png(drawn.framed((box.x, box.y, box.width, box.height), size, inside), size[0])
        self._image.paste(_opened(part), (int(box.x * scale), int(box.y * scale)))

    def _on_map(self, drawn: Drawn, box: Box) -> tuple[str, ...]:
        """What of the map reaches into a box."""
        units = tuple(part for part in drawn.units if _meets(_box_of_units(part, drawn), box))
        return (*drawn.ground, drawn.map(units), *(part for part in drawn.ink if _meets(_box_of_ink(part), box)))

    def _patches(self, before: Drawn, drawn: Drawn) -> list[Box]:
        """Boxes that hold whatever differs on the map, in whole dots of the pixels."""
        boxes = [
            *(_box_of_units(part, drawn) for part in _differing(before.units, drawn.units)),
            *(_box_of_ink(part) for part in _differing(before.ink, drawn.ink)),
        ]
        frame = drawn.sheet.map
        if None in boxes:
            return [self._whole_dots(drawn, frame)]
        seen = [part for box in boxes if box is not None and (part := _common(box, frame))]
        hatched = [box for part in drawn.units if HATCHED in part and (box := _box_of_units(part, drawn))]
        return [self._whole_dots(drawn, box) for box in _joined(_with_whole_hatches(seen, hatched, frame))]

    def _whole_dots(self, drawn: Drawn, box: Box) -> Box:
        """The box, grown to edges that fall between two dots."""
        step = Fraction(self.width, drawn.sheet.width).denominator
        left, top = floor(box.x / step) * step, floor(box.y / step) * step
        right, bottom = (
            min(whole, ceil(end / step) * step)
            for end, whole in (
                (box.x + box.width, drawn.sheet.width),
                (box.y + box.height, drawn.sheet.height),
            )
        )
        return Box(left, top, right - left, bottom - top)


def _opened(made: bytes) -> Image.Image:
    return Image.open(io.BytesIO(made)).convert("RGB")


def _is_alike(before: Drawn, drawn: Drawn) -> bool:
    """Whether two pictures differ in nothing but what stands on the map and around it."""
    parts = ("sheet", "page", "place", "defs", "ground")
    return all(getattr(before, part) == getattr(drawn, part) for part in parts)


def _differing(before: Sequence[str], now: Sequence[str]) -> set[str]:
    """What only one of two has, or has elsewhere in its order."""
    only = Counter(before)
    only.subtract(now)
    common_before, common_now = ([part for part in parts if not only[part]] for parts in (before, now))
    moved = {
        part for one, other in zip(common_before, common_now, strict=True) if one != other for part in (one, other)
    }
    return {part for part, count in only.items() if count} | moved


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
    found = PATH.match(part)
    if not found:
        return None
    k, x, y = drawn.place
    box, width = box_of_path(found[1]), WIDTH.search(part)
    pad = 2 + (float(width[1]) * k if width else 0)
    return Box(box.x * k + x - pad, box.y * k + y - pad, box.width * k + 2 * pad, box.height * k + 2 * pad)


def _box_of_ink(part: str) -> Box | None:
    """What an element in px covers; None where that cannot be told."""
    if found := TEXT.match(part):
        return _box_of_text(dict(ATTRIBUTE.findall(found[1])), unescape(found[2]))
    if found := MARK.match(part):
        scale = re.search(r"scale\(([\d.]+)\)", part.partition(">")[0])
        reach = MARK_REACH * (float(scale[1]) if scale else 1)
        return Box(float(found[1]) - reach, float(found[2]) - reach, 2 * reach, 2 * reach)
    found = PATH.match(part)
    if found and set(PLACED.findall(found[1])) <= set("MLQCZ"):  # absolute: no curve leaves the box of its points
        numbers = [float(number) for number in NUMBER.findall(found[1])]
        xs, ys, pad = numbers[::2], numbers[1::2], 8
        return Box(min(xs) - pad, min(ys) - pad, max(xs) - min(xs) + 2 * pad, max(ys) - min(ys) + 2 * pad)
    return None


def _box_of_text(look: dict[str, str], words: str) -> Box:
    size = float(look["font-size"])
    width, pad = measure(words, size, bold=True), size * 0.4
    shift = {"middle": width / 2, "end": width}.get(look.get("text-anchor", ""), 0)
    return Box(float(look["x"]) - shift - pad, float(look["y"]) - size - pad, width + 2 * pad, size * 1.4 + 2 * pad)


def _meets(one: Box | None, other: Box) -> bool:
    return one is None or one.meets(other)


def _common(one: Box, other: Box) -> Box | None:
    left, top = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.x + one.width, other.x + other.width), min(one.y + one.height, other.y + other.height)
    return Box(left, top, right - left, bottom - top) if right > left and bottom > top else None


def _around(one: Box, other: Box) -> Box:
    left, top = min(one.x, other.x), min(one.y, other.y)
    right, bottom = max(one.x + one.width, other.x + other.width), max(one.y + one.height, other.y + other.height)
    return Box(left, top, right - left, bottom - top)


def _area(box: Box) -> float:
    return box.width * box.height


def _with_whole_hatches(boxes: Iterable[Box], hatched: Sequence[Box], frame: Box) -> list[Box]:
    """The boxes, grown around each hatch that they meet: the strokes of one painted in two parts would not go on."""
    grown = []
    for given in boxes:
        box = given
        for hatch in hatched:
            if hatch.meets(box):
                box = _around(box, hatch)
        grown.append(_common(box, frame) or box)
    return grown


def _joined(boxes: Iterable[Box]) -> list[Box]:
    """Boxes around all of those given, each joined to the one with which it wastes least, where that saves a patch.

    They may meet: where they do, the same is painted twice.
    """
    joined = list(boxes)
    while True:
        before, joined = joined, _joined_once(joined)
        if len(joined) == len(before):
            return joined


def _joined_once(boxes: Iterable[Box]) -> list[Box]:
    apart: list[Box] = []
    for box in boxes:
        wasted = [_area(_around(box, other)) - _area(box) - _area(other) for other in apart]
        least = min(range(len(apart)), key=wasted.__getitem__, default=None)
        if least is None or wasted[least] > PATCH:
            apart.append(box)
        else:
            apart[least] = _around(box, apart[least])
    return apart
