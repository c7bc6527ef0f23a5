"""The ways to find a place for a name: inside its country, beside it at sea, or wherever there is room."""

from collections.abc import Sequence
from math import ceil, floor, inf

import numpy as np

from geo.drawing.ground import SEA
from geo.drawing.name_forms import Form, Wish, briefly
from geo.drawing.name_leaders import NEAR, at_sea, is_far_from_others, leaders, lengths_to
from geo.drawing.name_limits import COLUMNS, ROWS, Limits
from geo.drawing.name_table import Name, Table
from geo.drawing.name_tries import SHIFTS, WAYS, outwards

FARTHEST = 11
"""Sizes from its own ground stands a name at most: it would be taken for that of another."""
REACH_STEP = 0.6  # of its size, from try to try away from its country
ASHORE = 1.5
"""Sizes farther away it rather stands than at another's coast."""
AT_ONCE = 256
"""Places are asked for so many at a time, the nearest first."""


def inside(table: Table, wish: Wish, limits: Limits, sizes: Sequence[float], edge: float = 0) -> Name | None:
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


def beside(table: Table, wish: Wish, sizes: Sequence[float], reach: float, overland: float) -> Name | None:
    """Where a name stands at sea, whatever it is written like: one that need not stand is as short as it can be."""
    for form in table.forms(wish if wish.must else briefly(wish), sizes):
        if name := _beside_as(table, wish, form, reach, overland):
            return name
    return None


def _beside_as(table: Table, wish: Wish, form: Form, reach: float, overland: float) -> Name | None:
    """The place with the best leader."""
    step = REACH_STEP * form.size
    away = np.repeat(step * np.arange(1, floor(reach / step) + 2), len(WAYS))
    ways = np.tile(WAYS, (len(away) // len(WAYS), 1))
    x = wish.x + ways[:, 0] * (away + form.width / 2)
    y = wish.y + ways[:, 1] * (away + form.height / 2)
    good = (table.ground.under(x, y) == SEA) & (lengths_to(wish, form, x, y) < reach)
    x, y, away = x[good], y[good], away[good]
    if not len(x):
        return None
    _, _, sea = table.lies(form, x, y, wish.own)
    dry = np.flatnonzero(sea.all(axis=1))
    if not len(dry):
        return None
    here = dry[table.free(form, x[dry], y[dry])]
    if not len(here):
        return None
    x, y, away = x[here], y[here], away[here]
    lines = leaders(table, wish, form, x, y)
    may = ~lines.crosses & (lines.cost < reach) & (lines.overland <= overland) & (lines.strays == 0)
    ashore = ASHORE * form.size
    best, least, ring = None, reach + ashore, 0.0
    for place in np.flatnonzero(may):
        if away[place] > ring:
            if away[place] > min(reach, least):
                break
            ring = away[place]
        if lines.cost[place] < least:
            is_off = is_far_from_others(table, wish, form, float(x[place]), float(y[place]), NEAR * form.size)
            cost = lines.cost[place] + (0 if is_off else ashore)
            if cost < least:
                best, least = int(place), cost
    return None if best is None else at_sea(table, wish, form, float(x[best]), float(y[best]), lines.leader(best))


def anywhere(table: Table, wish: Wish, size: float, *, may_cross: bool) -> Name | None:
    """Where a name stands that must, wherever there is room not too far away: its middle in its country or at sea."""
    best, least = None, inf
    for form in table.forms(wish, [size]):
        step_x, step_y = form.height / 2, form.height / 3
        across = outwards(ceil(table.bounds.width / step_x)) * step_x
        down = outwards(ceil(table.bounds.height / step_y)) * step_y
        x, y = np.tile(wish.x + across, len(down)), np.repeat(wish.y + down, len(across))
        under = table.ground.under(x, y)
        own = wish.own[under]
        order = np.flatnonzero(own | (under == SEA))
        length = lengths_to(wish, form, x[order], y[order])
        order, length = order[nearest := np.argsort(length, kind="stable")], length[nearest]
        found = (least, -1)  # of two that cost as much the one that is tried first, as in the browser
        for start in range(0, len(order), AT_ONCE):
            if length[start] > found[0]:
                break
            tried = order[start : start + AT_ONCE]
            _, _, sea = table.lies(form, x[tried], y[tried], wish.own)
            tried = tried[own[tried] | sea.all(axis=1)]
            tried = tried[table.free(form, x[tried], y[tried])] if len(tried) else tried
            if not len(tried):
                continue
            lines = leaders(table, wish, form, x[tried], y[tried])
            may = lines.length <= FARTHEST * table.base
            if not may_cross:
                may &= ~lines.crosses
            for at in np.flatnonzero(may & (lines.cost <= found[0])):
                if (float(lines.cost[at]), int(tried[at])) < found:
                    found = float(lines.cost[at]), int(tried[at])
                    here = float(x[tried[at]]), float(y[tried[at]])
                    off = at_sea(table, wish, form, *here, lines.leader(int(at)))
                    best = Name(wish.key, form, *here, wish.joined) if own[tried[at]] else off
        least = found[0]
    return best
