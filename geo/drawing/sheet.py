"""What a picture is drawn on, and what it points at."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from geo.drawing.label_layout import Box


@dataclass(frozen=True)
class Sheet:
    """The layout of a picture in px: its size, the part that the map takes, the size of its names, what is around it.

    The words stand in a `column` beside the map, in a `strip` above it with the key beneath, in a `band` above a map
    as wide as the sheet, in large letters on a `card` that others see small, or nowhere. `scale` is how many times as
    heavy as on a screen its lines and marks are. One that is `printed` can be read without colours: its statuses have
    patterns too, its coasts a line. One that `lists` has a key, or who shows it one, with the names that stand as
    numbers, and so has who shows one that `spares` them, of names to which a line would lead too far. No name is
    smaller than its `least` px, where it has one.
    """

    width: int
    height: int
    map: Box
    base: float
    around: Literal["column", "strip", "band", "card", "nothing"]
    scale: float = 1
    printed: bool = False
    lists: bool = True
    spares: bool = False
    least: float = 0


FULL = Sheet(1920, 1080, Box(460, 0, 1460, 1080), base=17, around="column")
WIDE = Sheet(1920, 1080, Box(0, 206, 1920, 786), base=16, around="band")
UPRIGHT = Sheet(1080, 1350, Box(0, 226, 1080, 770), base=16, around="strip")
SMALL = Sheet(640, 376, Box(0, 0, 640, 376), base=13, around="nothing", lists=False, spares=True)
CARD = Sheet(1200, 630, Box(384, 0, 816, 630), base=17, around="card", lists=False)
"""What a link shows of the page it leads to, in the size that those who show it expect."""
FORMATS = {"landscape": FULL, "upright": UPRIGHT}
"""The formats of a picture that is asked for by name."""
FOR_LISTS = 90
"""Of the height that a wide view does not take of an upright sheet, what is left to the many without room there."""
WIDE_FROM = 2
"""A view so many times as wide as high takes the whole width of a landscape, its words above it."""


def sheet_for(sheet: Sheet, view: Mapping[str, Any]) -> Sheet:
    """The sheet that suits a view: its own, or that of a map too wide for a column beside it or for such a height."""
    _, _, width, height = view["frame"]
    if width <= WIDE_FROM * height:
        return sheet
    if sheet == FULL:
        return WIDE
    spare = max(0, sheet.map.height - view["height"] * sheet.map.width / width) if sheet.around == "strip" else 0
    box = replace(sheet.map, height=sheet.map.height - spare)
    return replace(sheet, height=round(sheet.height - max(0, spare - FOR_LISTS)), map=box)


@dataclass(frozen=True)
class Focus:
    """What a picture points at: units outlined, one statement alone, the reach of an article of the drafts.

    `names` are units that it is about without an outline; those that the article touches are so anyway. `over` is the
    id of a membership whose members' ground wears a pattern.

    A `blank` map tells no status and has numbers for names, one without `news` tells not who joined. `at` is the point
    in the middle of the map, in units of the view, and how many times as large as the whole it is.
    """

    units: tuple[str, ...] = ()
    statement: str = ""
    draft: str = ""
    over: str = ""
    blank: bool = False
    news: bool = True
    at: tuple[float, ...] = ()
    names: tuple[str, ...] = ()


NO_FOCUS = Focus()


def fitted(view: Mapping[str, Any], box: Box, at: tuple[float, ...] = ()) -> tuple[float, float, float]:
    """Px a unit and the offset that show the frame of a view in the middle of a box, or the place `at` of a focus.

    Where the drawing reaches beyond the frame, it fills the box: land ends at the edge of the map, never before it.
    """
    left, top, width, height = view["frame"]
    k: float = min(box.width / width, box.height / height)
    if at:
        k *= at[2]
        left, top, width, height = at[0], at[1], 0, 0

    def offset(at: float, size: float, whole: float, start: float, room: float) -> float:
        middle = start + room / 2 - (at + size / 2) * k
        if whole * k <= room:
            return start + (room - whole * k) / 2
        return min(start, max(start + room - whole * k, middle))

    x = offset(left, width, view["width"], box.x, box.width)
    return k, x, offset(top, height, view["height"], box.y, box.height)
