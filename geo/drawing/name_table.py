"""Names that stand on a picture, and what the place of the next is decided by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from math import floor

import numpy as np

from geo.drawing.ground import SEA, Cells, Floats, OnSheet
from geo.drawing.label_layout import Box
from geo.drawing.line_grid import LineGrid
from geo.drawing.name_forms import BOLD, Form, Mask, Measure, Wish, is_number, sizes_from, ways_to_write
from geo.drawing.name_limits import COLUMNS, ROWS, UPON, WELL, Limits
from geo.drawing.name_taken import Taken

PAD, ASIDE = 3, 4
"""Px around a name, and on each side of a leader, are its own: leaders that run closer cannot be told apart."""
FRAME = 3
"""Px from the frame aside, at least: a letter there would seem cut off; above and below, boxes are higher."""
BESIDE = 0.8
"""Of its size, on its lines, a name has for itself on each side: else two would read as one text, as with a number."""
SLACK = 0.18
"""Of its size, above and below, a name's box is higher than its letters."""
HIDDEN = 1.3
"""Sizes long is as much of a front as letters may hide, at most."""
SPRAWL, OF_NEWS = 0.12, 0.25
"""Of a name that need not be written lies where its ink cannot be seen, at most: there it needs wide ground of its own,
which would falsify coasts and wipe out borders; and of that of who joined, whose outline is seen all the same."""
COVERED = 0.4
"""Of the ground of others lies under a name, at most."""
STEP = 3
"""Px from step to step along a leader."""

Leader = tuple[float, float, float, float]
"""From inside a country to its name."""


@dataclass(frozen=True)
class Name:
    """A name that stands: how, the middle of the whole, whether at sea or over an outline, and the line to it.

    The first `inland` px of that lie in its country. `pad` px around it are its own, where those are other than on the
    table. Letters of one that is `astray` lie where the ink of its own ground cannot be seen.
    """

    key: str
    form: Form
    x: float
    y: float
    joined: bool
    at_sea: bool = False
    leader: Leader | None = None
    inland: float = 0
    crossed: bool = False
    astray: bool = False
    pad: float | None = None

    @property
    def box(self) -> Box:
        """What the lines of the name cover."""
        width, height = self.form.width, self.form.height
        return Box(self.x - width / 2, self.y - height / 2, width, height)


def as_small(name: Name, size: float) -> Name:
    """A number about its middle in the size of the smallest on its map, with its line: none is more than others."""
    part, form, leader = size / name.form.size, name.form, name.leader
    if leader:
        from_x, from_y, to_x, to_y = leader
        leader = from_x, from_y, name.x + (to_x - name.x) * part, name.y + (to_y - name.y) * part
    return replace(name, form=Form(form.lines, size, form.width * part, form.height * part), leader=leader)


@dataclass
class Table:
    """What decides a place, and what stands already."""

    base: float
    least: float
    must_least: float
    measure: Measure
    ground: OnSheet
    bounds: Box
    taken: Taken
    sides: Taken
    """What lies beside numbers, where no name stands."""
    lines: LineGrid | None = None
    placed: dict[str, Name] = field(default_factory=dict)
    pad: float = PAD
    inside_least: float | None = None
    crowd: bool = False
    close: float | None = None
    """How far, in parts of its size, a line may reach under letters of a name; none may under its box if not given."""
    over: bool = False
    hides: float = HIDDEN
    """Whether a name may stand over an outline, and how much of a front, in parts of its size, it may hide then."""
    coloured: Mask | None = None
    sprawl: float = SPRAWL
    """How much of a name that need not be written lies where its ink cannot be seen, at most."""
    may_pass: bool = False
    """A line to what a list can tell passes no ground that is coloured, or may pass one."""

    def form(self, wish: Wish, lines: tuple[str, ...], size: float) -> Form:
        width = max(self.measure(line, size, wish.joined) for line in lines)
        return Form(lines, size, width, size * (2.1 if len(lines) > 1 else 1.1))

    def forms(self, wish: Wish, sizes: Iterable[float]) -> Iterator[Form]:
        return (self.form(wish, lines, size) for size in sizes for lines in ways_to_write(wish.text, wish.short))

    def full(self, wish: Wish) -> float:
        return self.base * BOLD if wish.joined else self.base

    def sizes(self, wish: Wish, part: float = 1) -> list[float]:
        return sizes_from(max(part * self.full(wish), self.smallest(wish)), self._least(wish))

    def sizes_inside(self, wish: Wish) -> list[float]:
        """The sizes within its country, where a name is rather as small as one that must stand than over a border."""
        return sizes_from(self.full(wish), self._least_inside(wish))

    def smallest(self, wish: Wish) -> float:
        return min(self.full(wish), self._least(wish))

    def smallest_inside(self, wish: Wish) -> float:
        return min(self.full(wish), self._least_inside(wish))

    def _least_inside(self, wish: Wish) -> float:
        return self.must_least if wish.must or self.inside_least is None else self.inside_least

    def _least(self, wish: Wish) -> float:
        return self.must_least if wish.must else self.least

    def around(self, form: Form, x: float, y: float, pad: float, slack: float = 0) -> Cells:
        """What lies under a box around a middle and so many px more on each side, up to its very edge."""
        half, tall, rows = form.width / 2 + pad, form.height / 2 + pad - slack, ROWS * len(form.lines)
        across = np.arange(-COLUMNS, COLUMNS + 1) / COLUMNS
        down = np.arange(-rows, rows + 1) / rows
        return self.ground.under(x + (across * half)[None, :], y + (down * tall)[:, None])

    def free(self, form: Form, x: Floats, y: Floats) -> Mask:
        """For boxes around these middles, whether nothing stands there, and they on the sheet."""
        left, top = x - form.width / 2 - self.pad, y - form.height / 2 - self.pad
        right, bottom = left + (form.width + 2 * self.pad), top + (form.height + 2 * self.pad)
        bounds, spare = self.bounds, max(0, FRAME - self.pad)
        on_sheet = (left >= bounds.x + spare) & (top >= bounds.y)
        on_sheet &= (right <= bounds.x + bounds.width - spare) & (bottom <= bounds.y + bounds.height)
        if self.lines is not None and self.over:
            on_sheet &= ~self.lines.hides(*letters(form, x, y), self.hides * form.size)
        elif self.lines is not None:  # which have their own width around them
            sides = left + self.pad, top + self.pad, right - self.pad, bottom - self.pad
            close = None if self.close is None else letters(form, x, y, -self.close * form.size)
            on_sheet &= ~self.lines.crosses(*(close or sides))
        free: Mask = on_sheet & ~self.taken.meets(left, top, right, bottom)
        return free if is_number(form) else free & ~self.sides.meets(left, top, right, bottom)

    def covers(self, wish: Wish, form: Form, x: float, y: float) -> bool:
        """Whether letters around a middle hide most of another's country."""
        left, top, right, bottom = letters(form, np.array([x]), np.array([y]))
        height, width, rows = float(bottom[0] - top[0]), float(right[0] - left[0]), ROWS * len(form.lines)
        across = left[0] + (np.arange(COLUMNS) + 0.5) / COLUMNS * width
        down = top[0] + (np.arange(rows) + 0.5) / rows * height
        under = self.ground.under(across[None, :], down[:, None])
        grounds, many = np.unique(under[(under != SEA) & ~wish.own[under]], return_counts=True)
        each = width * height / (COLUMNS * rows)
        return any(
            count * each > COVERED * self.ground.area_of(ground)
            for ground, count in zip(grounds.tolist(), many.tolist(), strict=True)
        )

    def sprawls(self, wish: Wish, form: Form, x: Floats, y: Floats) -> Mask:
        """For names around these middles, whether too much of them lies where their ink cannot be seen."""
        if wish.unlike is None or wish.must_be_written:
            return np.zeros(len(x), bool)
        unseen, _, _ = lies(self.ground, form, x, y, wish.unlike)
        most = OF_NEWS if wish.joined else self.sprawl
        sprawls: Mask = unseen.sum(axis=1) > most * COLUMNS * ROWS * len(form.lines)
        return sprawls

    def is_over_spared(self, wish: Wish, form: Form, x: float, y: float) -> bool:
        """Whether letters around a middle lie over ground that they spare."""
        if wish.spared is None or not wish.spared.any() or is_number(form):
            return False
        return bool(wish.spared[self.around(form, x, y, 0, SLACK * form.size)].any())

    def first_free(
        self,
        wish: Wish,
        form: Form,
        x: Floats,
        y: Floats,
        free: Mask,
        limits: Limits = UPON,
        *,
        may_sprawl: bool = False,
    ) -> Name | None:
        """A name at the first of some places that is free, hides nobody's country and nothing that it spares.

        And does not sprawl, unless it may.
        """
        for at in np.flatnonzero(free).tolist():
            place = float(x[at]), float(y[at])
            hides = limits.foreign > WELL.foreign and (
                self.covers(wish, form, *place)
                or (not may_sprawl and bool(self.sprawls(wish, form, x[at : at + 1], y[at : at + 1])[0]))
            )
            if not (hides or self.is_over_spared(wish, form, *place)):
                return Name(wish.key, form, *place, wish.joined)
        return None

    def is_own(self, wish: Wish, x: Floats, y: Floats) -> Mask:
        own: Mask = wish.own[self.ground.under(x, y)]
        return own

    def put(self, name: Name | None) -> bool:
        """Put a name where it was found to stand; says whether it was."""
        if name is None:
            return False
        box = name.box
        sides = (np.array([side]) for side in (box.x, box.y, box.x + box.width, box.y + box.height))
        crossed = self.lines is not None and bool(self.lines.crosses(*sides)[0])
        self.placed[name.key] = replace(name, crossed=crossed)
        pad = self.pad if name.pad is None else name.pad
        self.taken.add(box.x - pad, box.y - pad, box.width + 2 * pad, box.height + 2 * pad)
        aside, rows = BESIDE * name.form.size, len(name.form.lines)
        for row in range(rows):
            y = box.y + (row + 0.5) / rows * box.height
            (self.taken if pad else self.sides).add(box.x - aside, y - 1, box.width + 2 * aside, 2)
        if name.leader:
            ax, ay, bx, by = name.leader
            steps = floor(max(abs(bx - ax), abs(by - ay)) / STEP)
            for i in range(steps + 1):
                x, y = ax + ((bx - ax) * i) / (steps or 1), ay + ((by - ay) * i) / (steps or 1)
                self.taken.add(x - ASIDE, y - ASIDE, 2 * ASIDE, 2 * ASIDE)
        return True


def letters(
    form: Form, x: Floats, y: Floats, aside: float = 0, above: float = 0
) -> tuple[Floats, Floats, Floats, Floats]:
    """The sides of what letters cover around these middles, and so many px more aside, and above and below."""
    half, tall = form.width / 2 + aside, form.height / 2 - SLACK * form.size + above
    return x - half, y - tall, x + half, y + tall


def lies(ground: OnSheet, form: Form, x: Floats, y: Floats, own: Mask, pad: float = 0) -> tuple[Mask, Mask, Mask]:
    """For boxes around these middles, what lies under each of their points: own ground, that of others, sea."""
    rows = ROWS * len(form.lines)
    width, height = form.width + 2 * pad, form.height + 2 * pad
    across = (np.arange(COLUMNS) + 0.5) / COLUMNS * width
    down = (np.arange(rows) + 0.5) / rows * height
    xs = (x - form.width / 2 - pad)[:, None, None] + across[None, None, :]
    ys = (y - form.height / 2 - pad)[:, None, None] + down[None, :, None]
    under = ground.under(xs, ys).reshape(len(x), -1)
    mine, sea = own[under], under == SEA
    return mine, ~mine & ~sea, sea
