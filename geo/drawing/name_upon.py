"""Where the number of a name stands upon its country: where the most of it lies on the mainland.

`geo/atlas/core/name_upon.mjs` has the same rules; `tests/cases/names.json` holds both to them.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from geo.drawing.ground import Floats, OnSheet
from geo.drawing.name_forms import Form, Mask, Wish, at_home
from geo.drawing.name_limits import COLUMNS, HALF, ROWS, Limits
from geo.drawing.name_table import STEP, Name, Table, lies
from geo.drawing.name_tries import outwards

TRIES = 4
"""So many places are tried to each side of the middle of a country, and as many up and down,"""
WITHIN = 0.6
"""as far as so much of its room, or as its number is high where that is more."""
KNOWN = 512
"""Numbers on a ground whose places are remembered."""


def upon(table: Table, wish: Wish, limits: Limits, sizes: Sequence[float]) -> Name | None:
    """Where a number stands on its country within limits; its middle lies there, and no water between."""
    wish = at_home(wish)
    for size in sizes:
        form = table.form(wish, (wish.text,), size)
        if form.width > limits.room * wish.room:
            continue
        x, y, foreign, sea = _on_mainland(table.ground, form, (wish.x, wish.y, wish.room), wish.own.tobytes())
        points = COLUMNS * ROWS
        fits = (foreign <= limits.foreign * points) & (sea + foreign <= (1 - limits.own) * points)
        x, y = x[fits], y[fits]
        free = table.free(form, x, y) if len(x) else fits[:0]
        if found := table.first_free(wish, form, x, y, free, may_sprawl=limits.own <= HALF.own):
            return found
    return None


@lru_cache(maxsize=KNOWN)
def _on_mainland(
    ground: OnSheet, form: Form, place: tuple[float, float, float], own: bytes
) -> tuple[Floats, Floats, Floats, Floats]:
    """The places around a middle that are its country's, the best first, and what else lies under the number there.

    The best has the most of it on its own ground, then the least on that of others, then is the nearest.
    """
    marks = np.frombuffer(own, bool)
    step = max(WITHIN * place[2], form.height) / TRIES
    across, down = np.tile(outwards(TRIES), 2 * TRIES + 1), np.repeat(outwards(TRIES), 2 * TRIES + 1)
    x, y = place[0] + across * step, place[1] + down * step
    here = marks[ground.under(x, y)]
    here[here] = _is_overland(ground, marks, place, x[here], y[here])
    x, y, away = x[here], y[here], (across * across + down * down)[here]
    if not len(x):
        return x, y, x, x
    mine, foreign, sea = (under.sum(axis=1).astype(np.float64) for under in lies(ground, form, x, y, marks))
    order = np.lexsort((away, foreign, -mine))
    return x[order], y[order], foreign[order], sea[order]


def _is_overland(ground: OnSheet, own: Mask, place: tuple[float, float, float], x: Floats, y: Floats) -> Mask:
    """Whether a straight way from the middle of a country to each of some places is all on its ground."""
    dx, dy = x - place[0], y - place[1]
    length = np.sqrt(dx * dx + dy * dy)
    if not len(x) or not own[ground.under(np.array([place[0]]), np.array([place[1]]))][0]:
        return np.ones(len(x), bool)  # a country smaller than a square of the grid
    whole = np.where(length == 0, 1, length)
    along = np.arange(STEP, max(float(length.max()), STEP + 1), STEP, dtype=np.float64)
    under = ground.under(place[0] + (dx / whole)[:, None] * along, place[1] + (dy / whole)[:, None] * along)
    overland: Mask = np.all(own[under] | (along >= length[:, None]), axis=1)
    return overland
