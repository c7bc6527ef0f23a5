"""What a name on a picture wishes, and the ways to write it: whole, shorter, on two lines, smaller."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

BOLD = 1.12
"""Times the size of the others are the names of those who joined."""
SIZES = (1, 0.92, 0.84, 0.76, 0.68, 0.6)
LINE = 1.02
"""Of a text's size, from line to line."""

Measure = Callable[[str, float, bool], float]
"""Width of a text at a size, bold or not."""
Mask = NDArray[np.bool_]
"""By the index of a unit, whether its ground is the name's."""

FIRST, BELONGS, TIED, NO_TIE = range(4)
"""The ranks of those that need not stand."""


@dataclass(frozen=True)
class Wish:
    """A name, where its country is widest and how wide, and the country's ground (see `Ground.own`).

    One that is `quiet` stands inside its country, about the middle, or not at all, and one that is `inland` wherever
    there is room inside; one that has a `number` may give way to it, and is rather `led` to by a line where the number
    has no room. One that `belongs` to the membership told, and one that is `tied` to it, come before others that need
    not stand, and first among these whose status is `rare`. The number of one that is `late` comes after those of
    others; one that `counts` is told beneath them if it has neither name nor number, with those of its `status`.
    `plain` is its ground without what is hatched there, if anything is, and `spared` what it never lies over. On a fill
    that is `strong` letters have another ink than at sea, which cannot be seen on ground that is `unlike`.
    """

    key: str
    text: str
    short: str
    x: float
    y: float
    room: float
    own: Mask
    must: bool
    joined: bool
    quiet: bool = False
    number: str = ""
    belongs: bool = False
    inland: bool = False
    plain: Mask | None = None
    spared: Mask | None = None
    led: bool = False
    tied: bool = False
    late: bool = False
    rare: bool = False
    counts: bool = False
    strong: bool = False
    unlike: Mask | None = None
    status: str = ""

    @property
    def must_be_written(self) -> bool:
        """Whether no list tells it, so that it stands however far a line to it leads."""
        return self.must and not self.number and not self.led

    @property
    def rank(self) -> int:
        """Who has a status that few have, who belongs, who has another tie, and who has none."""
        return FIRST if self.rare and self.tied else BELONGS if self.belongs else TIED if self.tied else NO_TIE

    @property
    def stays(self) -> bool:
        """Whether it stands inside its country or not at all."""
        return self.quiet or self.inland


def sparing(wish: Wish, coloured: Mask) -> Wish:
    """A wish that need not be fulfilled leaves in sight what is hatched of its country's ground.

    And without a tie all that is `coloured` of others.
    """
    if wish.must:
        return wish
    dear = wish.own | coloured if wish.rank == NO_TIE else wish.own
    return replace(wish, spared=dear & ~at_home(wish).own)


def inked(wish: Wish, strong: Mask) -> Wish:
    """A wish with the ground on which its ink cannot be seen, where the fill of some is `strong`."""
    return replace(wish, unlike=~strong if wish.strong else strong)


def at_home(wish: Wish) -> Wish:
    """The same on the ground that it may stand on: that need not be stood on which is hatched."""
    return wish if wish.must or wish.plain is None else replace(wish, own=wish.plain)


def briefly(wish: Wish) -> Wish:
    """The same with nothing but its shorter form, where it has one."""
    return replace(wish, text=wish.short, short="") if wish.short else wish


@dataclass(frozen=True)
class Form:
    """A way to write a name."""

    lines: tuple[str, ...]
    size: float
    width: float
    height: float


def is_number(form: Form) -> bool:
    """Whether a name stands as a number."""
    return form.lines[0].isdigit()


def break_name(text: str) -> tuple[str, ...]:
    """A name of several words on two lines of about the same length; one word stays on one line."""
    words = text.split(" ")
    breaks = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    return min(breaks, key=lambda lines: max(map(len, lines)), default=(text,))


@lru_cache(maxsize=1024)  # asked for each size of a name in each way to place it
def ways_to_write(text: str, short: str) -> tuple[tuple[str, ...], ...]:
    """The ways to write a name, in the order in which they are tried: whole, shorter, each on two lines."""
    texts = [text, short] if short else [text]
    return (*((each,) for each in texts), *(lines for lines in map(break_name, texts) if len(lines) > 1))


def sizes_from(full: float, least: float) -> list[float]:
    """From its full size to the least, the sizes in which a name is tried."""
    return [*(size for part in SIZES if (size := part * full) > least), min(full, least)]
