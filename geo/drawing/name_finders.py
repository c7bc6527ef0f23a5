"""The ways to find a place for a name: inside its country, beside it at sea, or wherever there is room."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, floor, inf

import numpy as np

from geo.drawing.ground import SEA, Floats, OnSheet
from geo.drawing.name_forms import Form, Mask, Wish, at_home, briefly, is_number
from geo.drawing.name_leaders import LONGEST, NEAR, Lines, at_sea, is_far_from_others, leaders, lengths_to
from geo.drawing.name_limits import ANYHOW, COLUMNS, LOOSELY, ROWS, Limits
from geo.drawing.name_table import Name, Table, letters, lies
from geo.drawing.name_tries import SHIFTS, WAYS, outwards

FARTHEST = 11
"""Sizes from its own ground stands a name at most: it would be taken for that of another."""
OFF_ISLES = 0.15  # of its size, on all sides of letters, lies no isle of others: it would be an accent on a name
SHORE = 0.3  # of its size a name at sea keeps from all land, unless it must stand
REACH_STEP = 0.6  # of its size, from try to try away from its country
SEEN = 0.3
"""Of a size wide and high is as much ground as what a line leads to, unless the name must stand."""
ASHORE = 1.5
"""Sizes farther away it rather stands than at another's coast,
where it does not stand at all unless it must."""
ISLES = 3
"""And so many, than over isles, be they its own: they would be dots of its letters."""
MOST_COST = 15
"""Sizes, at most, may its line cost that has a number to give way to."""
FOOT = 0.75
"""Of a size wide and high is as much ground as a line leads to past others that have a colour."""
FAR = 5
"""One that must and has a number may stand there at the end of a line so long, and without a number of any."""
AT_ONCE = 256
"""Places are asked for so many at a time, the nearest first."""
KNOWN = 2048
"""Names on a ground whose places are remembered."""


def inside(table: Table, wish: Wish, limits: Limits, sizes: Sequence[float], edge: float = 0) -> Name | None:
    """Where a name stands inside its country, within limits, and with so many px of its own ground around it."""
    wish = at_home(wish)
    for form in table.forms(wish, sizes):
        if form.width > limits.room * wish.room:
            continue
        x, y = _on_own_ground(table.ground, form, (wish.x, wish.y, wish.room), wish.own.tobytes(), limits, edge)
        if not len(x):
            continue
        free = table.free(form, x, y)
        if wish.quiet:  # all such lands are one ground: off its middle it would stand on the next
            free &= np.maximum(np.abs(x - wish.x), np.abs(y - wish.y)) <= wish.room / 2
        if found := table.first_free(wish, form, x, y, free, limits):
            return found
    return None


# What the ground alone decides is the same in every picture of a map: it is found once for those of a lesson or a film.


@lru_cache(maxsize=KNOWN)
def _on_own_ground(
    ground: OnSheet, form: Form, place: tuple[float, float, float], own: bytes, limits: Limits, edge: float
) -> tuple[Floats, Floats]:
    """The places inside a country, by its middle and room, where a name lies on the ground that it may lie on."""
    own_ground = np.frombuffer(own, bool)
    x, y = place[0] + SHIFTS[:, 0] * place[2], place[1] + SHIFTS[:, 1] * form.height
    fits = own_ground[ground.under(x, y)]
    if fits.any():
        _, foreign, sea = lies(ground, form, x, y, own_ground, edge)
        foreign, sea = foreign.sum(axis=1), sea.sum(axis=1)
        points = COLUMNS * ROWS * len(form.lines)
        fits &= (foreign <= limits.foreign * points) & (sea + foreign <= (1 - limits.own) * points)
    return x[fits], y[fits]


@lru_cache(maxsize=KNOWN)
def _at_sea(
    ground: OnSheet, form: Form, place: tuple[float, float], own: bytes, reach: float, shore: float
) -> tuple[Floats, Floats, Floats]:
    """The places around a country where all of a name lies at sea, and how far out each is tried."""
    step = REACH_STEP * form.size
    away = np.repeat(step * np.arange(1, floor(reach / step) + 2), len(WAYS))
    ways = np.tile(WAYS, (len(away) // len(WAYS), 1))
    x = place[0] + ways[:, 0] * (away + form.width / 2)
    y = place[1] + ways[:, 1] * (away + form.height / 2)
    good = (ground.under(x, y) == SEA) & (lengths_to(place, form, x, y) < reach)
    x, y, away = x[good], y[good], away[good]
    if len(x):
        dry = is_at_sea(ground, form, x, y, np.frombuffer(own, bool), shore)
        x, y, away = x[dry], y[dry], away[dry]
    return x, y, away


def is_at_sea(ground: OnSheet, form: Form, x: Floats, y: Floats, own: Mask, shore: float) -> Mask:
    """For names around these middles, whether they lie at sea, and upon no isle of others however small."""
    sea: Mask = np.all(lies(ground, form, x, y, own, shore)[2], axis=1)
    off = 0 if is_number(form) else OFF_ISLES * form.size
    for at in np.flatnonzero(sea & ground.has_land(*letters(form, x, y, off, off))):
        sides = letters(form, x[at], y[at], off, off)
        left, top, right, bottom = (float(side) for side in sides)
        under = ground.cells_under(left, top, right, bottom)
        sea[at] = bool((own[under] | (under == SEA)).all())
    return sea


def beside(table: Table, wish: Wish, sizes: Sequence[float], reach: float, overland: float) -> Name | None:
    """Where a name stands at sea, whatever it is written like: one that need not stand is as short as it can be."""
    for form in table.forms(wish if wish.must else briefly(wish), sizes):
        if name := _beside_as(table, wish, form, reach, overland):
            return name
    return None


def _beside_as(table: Table, wish: Wish, form: Form, reach: float, overland: float) -> Name | None:
    """The place with the best leader."""
    own, shore = wish.own.tobytes(), _shore(wish, form)
    x, y, away = _at_sea(table.ground, form, (wish.x, wish.y), own, reach, shore)
    if not len(x):
        return None
    here = np.flatnonzero(table.free(form, x, y))
    if not len(here):
        return None
    x, y, away = x[here], y[here], away[here]
    lines = leaders(table, wish, form, x, y)
    may = ~lines.crosses & (lines.cost < reach) & (lines.overland <= overland) & (lines.strays == 0)
    may &= wish.must_be_written | ~lines.far
    may &= ~_passes(table, wish, form, lines)
    ashore, far = ASHORE * form.size, _far(wish, form)
    half, tall = form.width / 2, form.height / 2
    isles = ISLES * form.size * table.ground.has_land(x - half, y - tall, x + half, y + tall)
    best, least, ring = None, reach + ashore + ISLES * form.size, 0.0
    for place in np.flatnonzero(may):
        if away[place] > ring:
            if away[place] > min(reach, least):
                break
            ring = away[place]
        if lines.cost[place] < least:
            is_off = is_far_from_others(table, wish, form, float(x[place]), float(y[place]), NEAR * form.size)
            cost = lines.cost[place] + isles[place] + (0 if is_off else ashore if lines.length[place] <= far else inf)
            if cost < least:
                best, least = int(place), cost
    if best is None:
        return None
    name = at_sea(table, wish, form, float(x[best]), float(y[best]), lines.leader(best))
    return None if name.leader and _is_unseen(table, wish) else name


def _is_unseen(table: Table, wish: Wish) -> bool:
    """Whether a country that need not be told is so small that a line would lead to a point which nobody can see."""
    if wish.must or wish.number:
        return False
    return _area(table, wish) < (SEEN * table.base) ** 2


def _passes(table: Table, wish: Wish, form: Form, lines: Lines) -> Mask:
    """Whether lines to what a list can tell lead over a third country that has a colour, or to hardly a point."""
    may = is_number(form) or not (wish.number or wish.led)
    if may or (table.may_pass and has_foot(table, wish)):
        return np.zeros(len(lines.cost), bool)
    return lines.passes


def has_foot(table: Table, wish: Wish) -> bool:
    """Whether a country has ground enough that a line to it may lead past others."""
    return _area(table, wish) >= (FOOT * table.base) ** 2


def _area(table: Table, wish: Wish) -> float:
    return sum(map(table.ground.area_of, np.flatnonzero(wish.own).tolist()))


def _shore(wish: Wish, form: Form) -> float:
    """How many px a name at sea keeps from all land."""
    return 0 if wish.must else SHORE * form.size


def _far(wish: Wish, form: Form) -> float:
    """How long a line may lead to a name at another's coast, in px."""
    if not wish.must:
        return -inf
    return FAR * form.size if wish.number else inf


def anywhere(table: Table, wish: Wish, size: float) -> Name | None:
    """Where a name stands that must, wherever there is room not too far away: its middle in its country or at sea.

    One that a list could tell lies in its country over no more than its border.
    """
    best, least = None, MOST_COST * table.base if wish.number else inf
    for form in table.forms(wish, [size]):
        step_x, step_y = form.height / 2, form.height / 3
        across = outwards(ceil(table.bounds.width / step_x)) * step_x
        down = outwards(ceil(table.bounds.height / step_y)) * step_y
        x, y = np.tile(wish.x + across, len(down)), np.repeat(wish.y + down, len(across))
        under = table.ground.under(x, y)
        own = wish.own[under]
        order = np.flatnonzero(own | (under == SEA))
        length = lengths_to((wish.x, wish.y), form, x[order], y[order])
        order, length = order[near := length < _most(wish, form)], length[near]
        order, length = order[nearest := np.argsort(length, kind="stable")], length[nearest]
        found = (least, -1)  # of two that cost as much the one that is tried first, as in the browser
        for start in range(0, len(order), AT_ONCE):
            if length[start] > found[0]:
                break
            tried = order[start : start + AT_ONCE]
            sea = is_at_sea(table.ground, form, x[tried], y[tried], wish.own, _shore(wish, form))
            over = np.ones(len(tried), bool)
            if not wish.must_be_written:
                over = _lies_over(table, form, x[tried], y[tried], wish)
                over &= ~table.sprawls(wish, form, x[tried], y[tried])
            tried = tried[(own[tried] & over) | sea]
            tried = tried[table.free(form, x[tried], y[tried])] if len(tried) else tried
            if not len(tried):
                continue
            lines = leaders(table, wish, form, x[tried], y[tried])
            may = (lines.length <= FARTHEST * table.base) & (wish.must_be_written | ~lines.far)
            may &= ~_passes(table, wish, form, lines)
            if wish.number and not wish.led:
                may &= lines.strays == 0
            for at in np.flatnonzero(may & (lines.cost <= found[0])):
                if (float(lines.cost[at]), int(tried[at])) < found:
                    found = float(lines.cost[at]), int(tried[at])
                    place = float(x[tried[at]]), float(y[tried[at]])
                    off = at_sea(table, wish, form, *place, lines.leader(int(at)))
                    best = Name(wish.key, form, *place, wish.joined) if own[tried[at]] else off
        least = found[0]
    return best


def _most(wish: Wish, form: Form) -> float:
    """How far from the middle of its country a name is sought, in px: no line to it leads farther than one may."""
    return inf if wish.must_be_written else LONGEST * form.size + wish.room


def _lies_over(table: Table, form: Form, x: Floats, y: Floats, wish: Wish) -> Mask:
    """Whether boxes around these middles lie over no more than the border of their country."""
    _, foreign, sea = (under.sum(axis=1) for under in lies(table.ground, form, x, y, wish.own))
    points = COLUMNS * ROWS * len(form.lines)
    most = LOOSELY if wish.number or wish.joined else ANYHOW
    within: Mask = (foreign <= most.foreign * points) & (sea + foreign <= (1 - most.own) * points)
    return within
