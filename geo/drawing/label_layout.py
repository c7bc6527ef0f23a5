"""Where names stand on a picture: boxes in, boxes out. The same rules as in the browser, in px."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

PAD = 3
ROOM = 2.8  # half the width of the flat ellipse inside a country, times this, is what a name may take
TWO_LINES = 0.86  # two lines have less, for the shape narrows
LEAST_SIZE = 0.84  # a name that does not fit may shrink this far
LINE = 1.02
ASCENT = 1.1

Measure = Callable[[str, float, bool], float]
"""Width of a text at a size, bold or not."""


@dataclass(frozen=True)
class Box:
    """A rectangle: its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True)
class Name:
    """A name that stands: its lines, their size, and the middle of the whole."""

    key: str
    lines: tuple[str, ...]
    size: float
    x: float
    y: float
    joined: bool


@dataclass
class _Candidate:
    key: str
    lines: tuple[str, ...]
    size: float
    x: float
    y: float
    room: float
    width: float
    joined: bool
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = self.size * (2.1 if len(self.lines) > 1 else ASCENT)


def break_name(text: str) -> tuple[str, ...]:
    """A name of several words on two lines of about the same length; one word stays on one line."""
    words = text.split(" ")
    breaks = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    return min(breaks, key=lambda lines: max(map(len, lines)), default=(text,))


def candidate(
    key: str, text: str, at: tuple[float, float, float], base: float, joined: bool, measure: Measure
) -> _Candidate:
    """A name that would like to stand at `at` (x, y, half the width its country offers), in px."""
    x, y, half = at
    room = half * ROOM

    def width_at(lines: tuple[str, ...], size: float) -> float:
        return max(measure(line, size, joined) for line in lines)

    size = base * (1.12 if joined else 1)
    lines: tuple[str, ...] = (text,)
    if not joined and width_at(lines, size) > room:
        lines = break_name(text)
        size *= max(LEAST_SIZE, min(1, room / width_at(lines, size)))
    return _Candidate(
        key, lines, size, x, y, room * (TWO_LINES if len(lines) > 1 else 1), width_at(lines, size), joined
    )


def place_names(candidates: Iterable[_Candidate], blocked: Sequence[Box], bounds: Box) -> list[Name]:
    """Place names greedily, those who joined first, then by the room they have; what does not fit stays away."""
    taken, placed = list(blocked), []
    for name in sorted(candidates, key=lambda one: (not one.joined, -one.room)):
        if not name.joined and name.width > name.room:
            continue
        for dx, dy in _tries(name):
            box = Box(
                name.x + dx - name.width / 2 - PAD,
                name.y + dy - name.height / 2 - PAD,
                name.width + 2 * PAD,
                name.height + 2 * PAD,
            )
            if _inside(box, bounds) and not any(box.meets(other) for other in taken):
                taken.append(box)
                placed.append(Name(name.key, name.lines, name.size, name.x + dx, name.y + dy, name.joined))
                break
    return placed


def box_of(name: Name, measure: Measure) -> Box:
    """What the lines of a name cover."""
    width = max(measure(line, name.size, name.joined) for line in name.lines)
    height = name.size * (2.1 if len(name.lines) > 1 else ASCENT)
    return Box(name.x - width / 2, name.y - height / 2, width, height)


def _tries(name: _Candidate) -> list[tuple[float, float]]:
    w, h = name.width, name.height
    if not name.joined:
        spare = (name.room - w) / 3
        return [(0, 0), (0, -h / 2), (0, h / 2), (spare, 0), (-spare, 0)]
    near = [(0, 0), (0, -h * 0.7), (0, h * 0.7), (w * 0.45, 0), (-w * 0.45, 0), (0, -h * 1.4), (0, h * 1.4)]
    return [*near, (w * 0.6, h), (-w * 0.6, -h), (w * 0.6, -h), (-w * 0.6, h)]


def _inside(box: Box, bounds: Box) -> bool:
    return (
        box.x >= bounds.x
        and box.y >= bounds.y
        and box.x + box.width <= bounds.x + bounds.width
        and box.y + box.height <= bounds.y + bounds.height
    )
