"""Where the name of a country is asked for whose middle lies beyond a sheet: where its ground comes into sight.

`geo/atlas/core/name_sight.mjs` has the same rules; `tests/cases/names.json` holds both to them.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from geo.drawing.ground import OnSheet
from geo.drawing.label_layout import Box
from geo.drawing.name_forms import Mask, Wish
from geo.drawing.name_tries import outwards

INSETS = 36, 20, 8
"""Px from the edge, the most first, its ground is looked for,"""
ALONG, MOST_ALONG = 16, 14
"""every so many px along it, and so many steps to each side."""
WIDE = 1500
"""Px wide is a sheet at most where that many are enough."""
AROUND, LEAST_AROUND = (0.75, 0.25), 6
"""Of the inset its ground reaches around such a place, and px at least: who shows less is told at the edge."""
RIM, HARDLY = 2, 0.1
"""So many sizes from the edge lies the middle of a country, and so little of it on the sheet, that is hardly seen;"""
SAMPLE = 4
"""it is looked for so many px apart."""
SHEETS = 32
"""Places of the camera for which that is remembered."""
LEAST_NAMED = 2 * LEAST_AROUND
"""Px of its ground that a name stands for."""

Point = tuple[float, float]


def is_well_within(x: float, y: float, bounds: Box) -> bool:
    """Whether a middle lies so far within a sheet that its country can be told there."""
    right, bottom = bounds.x + bounds.width, bounds.y + bounds.height
    return min(x - bounds.x, right - x, y - bounds.y, bottom - y) >= LEAST_AROUND


def in_sight(wish: Wish, ground: OnSheet, bounds: Box) -> Wish:
    """A wish, on the sheet if its ground comes there; it stands inside that, or in a list if it has a number."""
    if is_well_within(wish.x, wish.y, bounds):
        return wish
    found = place_in_sight((wish.x, wish.y), wish.own, ground, bounds)
    return replace(wish, x=found[0], y=found[1], inland=True) if found else wish


def is_hardly_seen(wish: Wish, ground: OnSheet, bounds: Box, base: float) -> bool:
    """Whether next to nothing of a country lies on the sheet, at its very edge.

    A name would stand there for isles of others.
    """
    x, y = wish.x - bounds.x, wish.y - bounds.y
    if wish.room >= base or min(x, y, bounds.width - x, bounds.height - y) > RIM * base:
        return False
    seen = (_seen_on(ground, bounds)[wish.own].sum() + 1) * SAMPLE**2  # one more may lie between two places
    return bool(seen < HARDLY * sum(map(ground.area_of, np.flatnonzero(wish.own).tolist())))


@lru_cache(maxsize=SHEETS)
def _seen_on(ground: OnSheet, bounds: Box) -> NDArray[np.intp]:
    """At how many places, looked at so far apart, each ground lies on a sheet."""
    across, down = (np.arange(SAMPLE / 2, side, SAMPLE) for side in (bounds.width, bounds.height))
    under = ground.under(bounds.x + across[None, :], bounds.y + down[:, None])
    return np.bincount(under.ravel(), minlength=len(ground.ground.counts))


def place_in_sight(middle: Point, own: Mask, ground: OnSheet, bounds: Box) -> Point | None:
    """Where ground comes into sight whose middle lies beyond the sheet."""
    grow = max(1, bounds.width / WIDE)
    for each, part in product(INSETS, AROUND):
        inset = each * grow
        x, y = (np.array(axis, float) for axis in zip(*_along(middle, bounds, inset, grow), strict=True))
        around = max(LEAST_AROUND, part * inset)
        here = np.ones(len(x), bool)
        for aside, down in ((0, 0), (-around, 0), (around, 0), (0, -around), (0, around)):
            here &= own[ground.under(x + aside, y + down)]
        if here.any():
            first = int(np.argmax(here))
            return float(x[first]), float(y[first])
    return None


def _along(middle: Point, bounds: Box, inset: float, grow: float) -> Iterator[Point]:
    """Places along the edge that a middle lies beyond, the nearest first."""
    left, top, right, bottom = bounds.x, bounds.y, bounds.x + bounds.width, bounds.y + bounds.height
    x = min(right - inset, max(left + inset, middle[0]))
    y = min(bottom - inset, max(top + inset, middle[1]))
    is_aside = not left + LEAST_AROUND <= middle[0] <= right - LEAST_AROUND
    for step in (grow * ALONG * outwards(MOST_ALONG)).tolist():
        if is_aside and top <= y + step <= bottom:
            yield x, y + step
        if not is_aside and left <= x + step <= right:
            yield x + step, y
