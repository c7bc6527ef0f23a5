"""What a picture is drawn on, and what it points at."""

from dataclasses import dataclass
from typing import Literal

from geo.drawing.label_layout import Box


@dataclass(frozen=True)
class Sheet:
    """The layout of a picture in px: its size, the part that the map takes, the sizes of its text, what is around it.

    `scale` is how many times as heavy as on a screen its lines and marks are. One that is `printed` can be read without
    colours: its statuses have patterns too, its coasts a line.
    """

    width: int
    height: int
    map: Box
    base: float
    year: float
    around: Literal["full", "nothing"]
    scale: float = 1
    printed: bool = False


FULL = Sheet(1920, 1080, Box(0, 0, 1500, 1036), base=17, year=112, around="full")
SMALL = Sheet(640, 376, Box(0, 0, 640, 376), base=13, year=0, around="nothing")


@dataclass(frozen=True)
class Focus:
    """What a picture points at: units outlined, one statement alone, the reach of an article of the drafts.

    A `blank` map tells no status, one without `news` not who joined.
    """

    units: tuple[str, ...] = ()
    statement: str = ""
    draft: str = ""
    blank: bool = False
    news: bool = True


NO_FOCUS = Focus()
