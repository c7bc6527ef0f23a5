"""Which names stand on a picture, and where.

`geo/atlas/core/name_forms.mjs` and `name_layout.mjs` have the same rules; `tests/cases/names.json` holds both to them.
All in px.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import ceil, floor, inf, sqrt

import numpy as np

from geo.drawing.ground import SEA, Floats, OnSheet
from geo.drawing.label_layout import Box
from geo.drawing.line_grid import LineGrid
from geo.drawing.name_forms import BOLD, Form, Mask, Measure, Wish, briefly, sizes_from, ways_to_write
from geo.drawing.name_limits import COLUMNS, LOOSELY, OVER, ROWS, SNUGLY, SPILLING, UPON, WELL, Limits
from geo.drawing.name_tries import SHIFTS, WAYS, outwards

AT_SEA = 0.84  # of its size has a name at most beside its country
PAD, ASIDE = 3, 4
"""Px around a name, and on each side of a leader, are its own: leaders that run closer cannot be told apart."""
NEAR = 0.5  # of its size from its own coast, and no other's, a name needs no leader
REACH, MOST_REACH = 8, 140
"""So many sizes from its country stands a name at most, and so many px."""
AT_HAND = 2.5
"""One that must stand rather stands over its border than farther at sea;"""
MUST_REACHES, FARTHEST = (4, 7, 11), 11
"""and then rather near and smaller than far, and never so far from its own ground that it were another's name."""
NARROW, FEW = 600, 2
"""Less px wide, a map has no room for the leaders of more names that must stand than a few: numbers come before."""
OVERLAND = 32
"""Px of a leader may cross the ground of others, or as many as its country has room for, where that is less and the
name need not stand; where it must, the leaders of its first reaches may."""
MOST_OTHERS, MOST_ACROSS = 1, 1 / 3
"""So many countries crosses a leader at most, and so much of the width of the map is it long, unless its name must
stand and finds no such place."""
STRAY = 100  # px of length for which each country more counts then, and being too long
EDGE = 4
"""Px around the name of who joined are its own ground: its outline goes round there, whole."""
TINY, SPECK = 0.6, 0.1
"""Of a size wide, a country's leader crosses none; and still less wide, it has no name unless it must."""
INSET = 0.35  # of its size, a leader ends so far inside
STEP, GAP = 3, 1  # from step to step along a leader; from its end to the name
CROSSING = 12  # times its length counts a leader across what stands, where it may cross at all
REACH_STEP = 0.6  # of its size, from try to try away from its country

Leader = tuple[float, float, float, float]
"""From inside a country to its name."""


@dataclass(frozen=True)
class Name:
    """A name that stands: how, the middle of the whole, whether at sea or over an outline, and the line to it."""

    key: str
    form: Form
    x: float
    y: float
    joined: bool
    at_sea: bool = False
    leader: Leader | None = None
    crossed: bool = False

    @property
    def box(self) -> Box:
        """What the lines of the name cover."""
        width, height = self.form.width, self.form.height
        return Box(self.x - width / 2, self.y - height / 2, width, height)


@dataclass
class _Table:
    """What decides a place, and what stands already."""

    base: float
    least: float
    measure: Measure
    ground: OnSheet
    bounds: Box
    taken: list[tuple[float, float, float, float]]
    blocked: int
    lines: LineGrid | None = None
    placed: dict[str, Name] = field(default_factory=dict)
    pad: float = PAD
    _boxes: Floats = field(default_factory=lambda: np.empty((4, 0)))

    def form(self, wish: Wish, lines: tuple[str, ...], size: float) -> Form:
        width = max(self.measure(line, size, wish.joined) for line in lines)
        return Form(lines, size, width, size * (2.1 if len(lines) > 1 else 1.1))

    def forms(self, wish: Wish, sizes: Iterable[float]) -> Iterator[Form]:
        return (self.form(wish, lines, size) for size in sizes for lines in ways_to_write(wish.text, wish.short))

    def full(self, wish: Wish) -> float:
        return self.base * BOLD if wish.joined else self.base

    def sizes(self, wish: Wish, part: float = 1) -> list[float]:
        return sizes_from(max(part * self.full(wish), self.smallest(wish)), self.least)

    def smallest(self, wish: Wish) -> float:
        return min(self.full(wish), self.least)

    def lies(self, form: Form, x: Floats, y: Floats, own: Mask, pad: float = 0) -> tuple[Mask, Mask, Mask]:
        """For boxes around these middles, what lies under each of their points: own ground, that of others, sea."""
        rows = ROWS * len(form.lines)
        width, height = form.width + 2 * pad, form.height + 2 * pad
        across = (np.arange(COLUMNS) + 0.5) / COLUMNS * width
        down = (np.arange(rows) + 0.5) / rows * height
        xs = (x - form.width / 2 - pad)[:, None, None] + across[None, None, :]
        ys = (y - form.height / 2 - pad)[:, None, None] + down[None, :, None]
        under = self.ground.under(xs, ys).reshape(len(x), -1)
        mine, sea = own[under], under == SEA
        return mine, ~mine & ~sea, sea

    def free(self, form: Form, x: Floats, y: Floats) -> Mask:
        """For boxes around these middles, whether nothing stands there, and they on the sheet."""
        left, top = x - form.width / 2 - self.pad, y - form.height / 2 - self.pad
        right, bottom = left + (form.width + 2 * self.pad), top + (form.height + 2 * self.pad)
        bounds = self.bounds
        on_sheet = (left >= bounds.x) & (top >= bounds.y)
        on_sheet &= (right <= bounds.x + bounds.width) & (bottom <= bounds.y + bounds.height)
        if self.lines is not None:
            on_sheet &= ~self.lines.crosses(left, top, right, bottom)
        if not self.taken:
            return on_sheet
        ax, ay, aw, ah = self.boxes()
        meets = (left[:, None] < ax + aw) & (ax < right[:, None]) & (top[:, None] < ay + ah) & (ay < bottom[:, None])
        free: Mask = on_sheet & ~meets.any(axis=1)
        return free

    def boxes(self) -> Floats:
        """What is taken, as rows of x, y, widths and heights."""
        if self._boxes.shape[1] != len(self.taken):
            self._boxes = np.array(self.taken).T
        return self._boxes

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
        self.taken.append((box.x - PAD, box.y - PAD, box.width + 2 * PAD, box.height + 2 * PAD))
        if name.leader:
            ax, ay, bx, by = name.leader
            steps = floor(max(abs(bx - ax), abs(by - ay)) / STEP)
            for i in range(steps + 1):
                x, y = ax + ((bx - ax) * i) / (steps or 1), ay + ((by - ay) * i) / (steps or 1)
                self.taken.append((x - ASIDE, y - ASIDE, 2 * ASIDE, 2 * ASIDE))
        return True


def place_names(
    wishes: Iterable[Wish],
    base: float,
    least: float,
    measure: Measure,
    ground: OnSheet,
    blocked: Sequence[Box],
    bounds: Box,
    lines: LineGrid | None = None,
) -> list[Name]:
    """Place names: those that must stand first, then by the room that their countries have.

    A name stands inside its country, whole, shorter, on two lines or smaller; else at sea with a leader; else, unless
    it must, not at all. Names keep clear of each other, of leaders and of boxes that are blocked; of lines if they can.
    One that has a number and finds no place stands by that, or not at all.
    """
    taken = [(box.x, box.y, box.width, box.height) for box in blocked]
    table = _Table(base, least, measure, ground, bounds, taken, len(taken), lines)
    right, bottom = bounds.x + bounds.width, bounds.y + bounds.height
    here = [wish for wish in wishes if bounds.x <= wish.x <= right and bounds.y <= wish.y <= bottom]
    here.sort(key=lambda wish: (-wish.room, wish.key))
    musts = [wish for wish in here if wish.must]
    others = [wish for wish in here if not wish.must and wish.room >= SPECK * base]
    left = [wish for wish in musts if not table.put(_settle(table, wish))]
    if bounds.width < NARROW and len(musts) > FEW:  # the smallest country has the least choice
        left = [wish for wish in left[::-1] if not table.put(_within(table, wish) or _counted(table, wish))][::-1]
    for wish in left:
        table.put(_insist(table, wish))
    for wish in [wish for wish in others if not (table.put(_settle(table, wish)) or wish.quiet)]:
        table.put(_squeeze(table, wish))
    return [table.placed[wish.key] for wish in here if wish.key in table.placed]


def _clear(table: _Table, find: Callable[[_Table], Name | None]) -> Name | None:
    """Where a name stands, clear of lines if that can be."""
    found = find(table)
    return found if found or table.lines is None else find(replace(table, lines=None))


def _settle(table: _Table, wish: Wish) -> Name | None:
    """Where a name stands well inside its country. Who joined has an outline, and keeps it whole if it can."""
    limits, edge = (SNUGLY, EDGE) if wish.joined else (WELL, 0)
    found = _inside(table, wish, limits, table.sizes(wish), edge)
    if table.lines and not (found or wish.joined):  # rather at sea off its own coast than over an outline
        found = _beside(table, wish, table.sizes(wish, AT_SEA), MUST_REACHES[1] * table.base, 0)
    return found or _clear(table, lambda on: _inside(on, wish, limits, on.sizes(wish), edge))


def _near(table: _Table, wish: Wish, reaches: Iterable[float], overland: float, part: float = AT_SEA) -> Name | None:
    """The nearest of some reaches in which a name finds a place at sea."""
    sizes = table.sizes(wish, part)
    for reach in reaches:
        most = reach * table.base
        if found := _clear(table, lambda on, most=most: _beside(on, wish, sizes, most, overland)):  # type: ignore[misc]
            return found
    return None


def _insist(table: _Table, wish: Wish) -> Name | None:
    """Where a name stands that must and does not fit: who joined rather at sea, another rather over its border."""
    smallest, reaches = table.smallest(wish), MUST_REACHES[:2]
    near, overland = (reaches, OVERLAND) if wish.joined else ([AT_HAND], 0)
    return (
        _within(table, wish)
        or _near(table, wish, near, overland)
        or _clear(table, lambda on: _inside(on, briefly(wish), LOOSELY, [smallest]))
        or _clear(table, lambda on: _inside(on, wish, OVER, [smallest]))
        or _near(table, wish, reaches, OVERLAND)
        or _near(table, wish, MUST_REACHES, inf)
        or _clear(table, lambda on: _anywhere(on, wish, smallest, may_cross=not wish.number))
        or _counted(table, wish)
    )


def _within(table: _Table, wish: Wish) -> Name | None:
    """Where the name of who joined stands inside its country, over its outline if it must."""
    return _clear(table, lambda on: _inside(on, wish, WELL, on.sizes(wish))) if wish.joined else None


def _counted(table: _Table, wish: Wish) -> Name | None:
    """Where the number of a name stands that finds no place: upon its country, or close to it."""
    if not wish.number:
        return None
    asked, close = replace(wish, text=wish.number, short=""), replace(table, pad=0)
    return (
        _clear(close, lambda on: _inside(on, asked, WELL, on.sizes(asked)))
        or _clear(close, lambda on: _inside(on, asked, UPON, [table.smallest(asked)]))
        or _near(table, asked, MUST_REACHES[:1], 0, 1)
    )


def _squeeze(table: _Table, wish: Wish) -> Name | None:
    """Where another stands that does not fit: at sea where that is near, or a little over its border."""
    smallest = table.smallest(wish)
    small = table.sizes(wish, AT_SEA)[:1]
    overland = 0 if wish.room < TINY * table.base else min(OVERLAND, wish.room)
    reach = min(MOST_REACH, REACH * table.base)
    return (
        _clear(table, lambda on: _beside(on, wish, small, reach, overland))
        or _inside(table, briefly(wish), LOOSELY, [smallest])
        or _inside(table, wish, SPILLING, [smallest])
    )


def _inside(table: _Table, wish: Wish, limits: Limits, sizes: Sequence[float], edge: float = 0) -> Name | None:
    """Where a name stands inside its country, within limits, and with so many px of its own ground around it."""
    for form in table.forms(wish, sizes):
        if form.width > limits.room * wish.room:
            continue
        x, y = wish.x + SHIFTS[:, 0] * wish.room, wish.y + SHIFTS[:, 1] * form.height
        fits = table.is_own(wish, x, y)
        if fits.any():
            _, foreign, sea = table.lies(form, x, y, wish.own, edge)
            foreign, sea = foreign.sum(axis=1), sea.sum(axis=1)
            points = COLUMNS * ROWS * len(form.lines)
            fits &= (foreign <= limits.foreign * points) & (sea + foreign <= (1 - limits.own) * points)
        if fits.any():
            fits &= table.free(form, x, y)
        if fits.any():
            first = int(np.argmax(fits))
            return Name(wish.key, form, float(x[first]), float(y[first]), wish.joined)
    return None


def _leader(table: _Table, wish: Wish, form: Form, x: float, y: float, may_cross: bool) -> _Line | None:
    """The line from inside a country to a name; None where it would cross what stands and may not."""
    half, tall = form.width / 2 + GAP, form.height / 2 + GAP
    to_x = min(x - half + (form.width + 2 * GAP), max(x - half, wish.x))
    to_y = min(y - tall + (form.height + 2 * GAP), max(y - tall, wish.y))
    length = sqrt((to_x - wish.x) * (to_x - wish.x) + (to_y - wish.y) * (to_y - wish.y))
    dx, dy = ((to_x - wish.x) / length, (to_y - wish.y) / length) if length else (0.0, 0.0)
    along = np.arange(0, length, STEP, dtype=float)
    on_own = table.is_own(wish, wish.x + dx * along, wish.y + dy * along)
    ashore = len(along) if on_own.all() else int(np.argmin(on_own))
    start = max(0, STEP * (ashore - 1) - INSET * form.size)
    from_x, from_y = wish.x + dx * start, wish.y + dy * start
    steps: Floats = start + STEP * np.arange(ceil((length - start) / STEP), dtype=np.float64)
    px, py = wish.x + dx * steps, wish.y + dy * steps
    under = table.ground.under(px, py)
    foreign = under[(under != SEA) & ~wish.own[under]]
    overland = STEP * len(foreign)
    strays = max(0, len(np.unique(foreign)) - MOST_OTHERS) + (length - start > MOST_ACROSS * table.bounds.width)
    across = 0
    if table.taken:
        ax, ay, aw, ah = table.boxes()
        apart = (np.arange(len(ax)) >= table.blocked) | ~(
            (from_x >= ax) & (from_x <= ax + aw) & (from_y >= ay) & (from_y <= ay + ah)
        )
        ax, ay, aw, ah = ax[apart], ay[apart], aw[apart], ah[apart]
        hits = (px[:, None] >= ax) & (px[:, None] <= ax + aw) & (py[:, None] >= ay) & (py[:, None] <= ay + ah)
        across = STEP * int(hits.any(axis=1).sum())
    if across and not may_cross:
        return None
    cost = length + overland + CROSSING * across + STRAY * strays
    return _Line((from_x, from_y, to_x, to_y), length - start, cost, overland, strays)


@dataclass(frozen=True)
class _Line:
    leader: Leader
    length: float
    cost: float
    overland: float
    strays: int


def _at_sea(table: _Table, wish: Wish, form: Form, x: float, y: float, leader: Leader) -> Name:
    """A name at sea, with a leader unless it stands at its own coast and no other's."""
    from_x, from_y, to_x, to_y = leader
    near = NEAR * form.size
    is_alone = max(abs(to_x - from_x), abs(to_y - from_y)) < INSET * form.size + 2 * STEP + near
    if is_alone:
        _, foreign, _ = table.lies(form, np.array([x]), np.array([y]), wish.own, near)
        is_alone = not foreign.any()
    return Name(wish.key, form, x, y, wish.joined, at_sea=True, leader=None if is_alone else leader)


def _beside(table: _Table, wish: Wish, sizes: Sequence[float], reach: float, overland: float) -> Name | None:
    """Where a name stands at sea, whatever it is written like: one that need not stand is as short as it can be."""
    for form in table.forms(wish if wish.must else briefly(wish), sizes):
        if name := _beside_as(table, wish, form, reach, overland):
            return name
    return None


def _beside_as(table: _Table, wish: Wish, form: Form, reach: float, overland: float) -> Name | None:
    """The place with the best leader."""
    step = REACH_STEP * form.size
    away = np.repeat(step * np.arange(1, floor(reach / step) + 2), len(WAYS))
    ways = np.tile(WAYS, (len(away) // len(WAYS), 1))
    x = wish.x + ways[:, 0] * (away + form.width / 2)
    y = wish.y + ways[:, 1] * (away + form.height / 2)
    at_sea = np.flatnonzero(table.ground.under(x, y) == SEA)
    x, y, away = x[at_sea], y[at_sea], away[at_sea]
    if not len(x):
        return None
    _, _, sea = table.lies(form, x, y, wish.own)
    good = np.flatnonzero(sea.all(axis=1) & table.free(form, x, y))
    across = np.maximum(0, np.abs(x - wish.x) - form.width / 2 - GAP)
    down = np.maximum(0, np.abs(y - wish.y) - form.height / 2 - GAP)
    at_least = np.sqrt(across * across + down * down)  # what the leader costs, were nothing in its way
    best, least, ring = None, reach, 0.0
    for place in good:
        if away[place] > ring:
            if away[place] > least:
                break
            ring = away[place]
        if at_least[place] > least:
            continue
        here = float(x[place]), float(y[place])
        line = _leader(table, wish, form, *here, may_cross=False)
        if line and line.cost < least and line.overland <= overland and not line.strays:
            least = line.cost
            best = _at_sea(table, wish, form, *here, line.leader)
    return best


def _anywhere(table: _Table, wish: Wish, size: float, *, may_cross: bool) -> Name | None:
    """Where a name stands that must, wherever there is room not too far away: its middle in its country or at sea."""
    best, least = None, inf
    for form in table.forms(wish, [size]):
        step_x, step_y = form.height / 2, form.height / 3
        for row in outwards(ceil(table.bounds.height / step_y)):
            if abs(row * step_y) - form.height / 2 >= least:
                break
            across: Floats = outwards(ceil(table.bounds.width / step_x)) * step_x
            x, y = wish.x + across, np.full(len(across), wish.y + row * step_y, np.float64)
            own = table.is_own(wish, x, y)
            _, _, sea = table.lies(form, x, y, wish.own)
            for place in np.flatnonzero((own | sea.all(axis=1)) & table.free(form, x, y)):
                if abs(across[place]) - form.width / 2 >= least:
                    break
                here = float(x[place]), float(y[place])
                line = _leader(table, wish, form, *here, may_cross)
                if line is None or line.cost >= least or line.length > FARTHEST * table.base:
                    continue
                least, at_sea = line.cost, _at_sea(table, wish, form, *here, line.leader)
                best = Name(wish.key, form, *here, wish.joined) if own[place] else at_sea
    return best
