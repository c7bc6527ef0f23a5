"""The lines from countries to names that stand beside them, and what they cost."""

from dataclasses import dataclass
from math import ceil, floor, sqrt

import numpy as np

from geo.drawing.ground import SEA, Cells, Floats
from geo.drawing.name_forms import LINE, Form, Mask, Wish, is_number
from geo.drawing.name_table import STEP, Leader, Name, Table

NEAR = 0.5  # of its size a name keeps from the coasts of others
AT_SHORE, LINE_OFF = 0.1, 0.3
"""Of its size from its own coast a name that is longer than its country is wide needs no leader; above or below it,
letters begin so much farther from the box's edge."""
MOST_OTHERS, MOST_ACROSS = 1, 1 / 3
"""So many countries crosses a leader at most, and so much of the width of the map is it long, unless its name must
stand and finds no such place."""
LONGEST = 7
"""Sizes long is a line as it is seen, at most, to a name that a list could tell; on the ground of others each px counts
twice."""
STRAY = 100  # px of length for which each country more counts then, landing on another's coast, and being too long
INSET = 0.35  # of its size, a leader ends so far inside
GAP = 1  # from the box of a name to where its end is reckoned; it is drawn on
INK_ABOVE, INK_BELOW = 0.12, 0.36  # of its size from the middle of a line, to where all letters are
SIDE = 0.06  # of its size below the middle, at most, a flat line comes to a name of one line: lower, it would be a stop
INTO = 0.5  # of its size a line is led on at most, to come there
DEEP = 1  # of its size farther inside a line is drawn from, or from the middle of a country less deep
CROSSING = 12  # times its length counts a leader across what stands, where it may cross at all


@dataclass(frozen=True)
class Lines:
    """Leaders to names: where they run, how long, and what they cost.

    And how much of them lies on the ground of others, over how many too many they stray, or if they come there over the
    sea; whether they cross what stands, lead farther than one would follow, and pass ground that is coloured.
    """

    ends: Floats
    length: Floats
    cost: Floats
    overland: Floats
    strays: Floats
    crosses: Mask
    far: Mask
    passes: Mask

    def leader(self, at: int) -> Leader:
        from_x, from_y, to_x, to_y = self.ends[:, at].tolist()
        return from_x, from_y, to_x, to_y


def lengths_to(place: tuple[float, float], form: Form, x: Floats, y: Floats) -> Floats:
    """How far it is from the middle of a country to names; a leader costs that at least."""
    to_x, to_y = _ends(place, form, x, y)
    length: Floats = np.sqrt((to_x - place[0]) * (to_x - place[0]) + (to_y - place[1]) * (to_y - place[1]))
    return length


def leaders(table: Table, wish: Wish, form: Form, x: Floats, y: Floats) -> Lines:
    """The lines from inside a country to names in a form around these middles."""
    place = wish.x, wish.y
    to_x, to_y = _ends(place, form, x, y)
    length = lengths_to(place, form, x, y)
    whole = np.where(length == 0, 1, length)
    dx, dy = (to_x - wish.x) / whole, (to_y - wish.y) / whole
    along: Floats = np.arange(0, max(float(length.max()), 1), STEP, dtype=np.float64)
    off = ~table.is_own(wish, wish.x + dx[:, None] * along, wish.y + dy[:, None] * along)
    off &= along < length[:, None]
    many = np.ceil(length / STEP)
    ashore = np.where(off.any(axis=1), off.argmax(axis=1), many)
    start = np.maximum(0, STEP * (ashore - 1) - INSET * form.size)
    from_x, from_y = wish.x + dx * start, wish.y + dy * start
    steps = start[:, None] + along
    px, py = wish.x + dx[:, None] * steps, wish.y + dy[:, None] * steps
    on_line = np.arange(len(along)) < np.ceil((length - start) / STEP)[:, None]
    under = table.ground.under(px, py)
    foreign = on_line & (under != SEA) & ~wish.own[under]
    overland = STEP * foreign.sum(axis=1)
    held = on_line & table.taken.holds(px, py, from_x, from_y)
    across = STEP * held.sum(axis=1)
    seen = length - start + np.minimum(start, DEEP * form.size) + INTO * form.size
    strays = np.maximum(0, _many(under, foreign) - MOST_OTHERS) + (seen > MOST_ACROSS * table.bounds.width)
    strays += _land(under, foreign)
    cost = length + overland + STRAY * strays + CROSSING * across
    far = seen + overland > LONGEST * form.size
    ends = np.array([from_x, from_y, to_x, to_y])
    passes = foreign & (False if table.coloured is None else table.coloured[under])
    return Lines(ends, length - start, cost, overland, strays, across > 0, far, passes.any(axis=1))


def at_sea(table: Table, wish: Wish, form: Form, x: float, y: float, leader: Leader) -> Name:
    """A name at sea, with a leader unless nobody could doubt whose it is.

    Then it is longer than its country is wide, whose land would not hold it, and stands at its coast and farther
    from any other's. A number, which does not say whose it is, always has one, and so has whose land the map's edge
    cuts off: its name would be the sea's.
    """
    from_x, from_y, to_x, to_y = leader
    away = sqrt((to_x - from_x) * (to_x - from_x) + (to_y - from_y) * (to_y - from_y))
    off = LINE_OFF * form.size if from_x == to_x else 0
    is_large = sum(map(table.ground.area_of, np.flatnonzero(wish.own).tolist())) > form.width * form.width
    is_plain = not (is_number(form) or is_large or _is_cut_off(table, wish))
    is_near = is_plain and wish.room < form.width and away + off < (INSET + AT_SHORE) * form.size + 2 * STEP
    # Farther from others than the line would be long.
    is_alone = is_near and is_far_from_others(table, wish, form, x, y, max(NEAR * form.size, away))
    if is_alone or away == 0:
        return Name(wish.key, form, x, y, wish.joined, at_sea=True)
    drawn = _drawn(table, wish, form, y, leader)
    return Name(wish.key, form, x, y, wish.joined, at_sea=True, leader=drawn, inland=_inland(table, wish, drawn))


def _is_cut_off(table: Table, wish: Wish) -> bool:
    """Whether the edge of the map is as near to the middle of a country as its coast."""
    x, y, bounds = wish.x - table.bounds.x, wish.y - table.bounds.y, table.bounds
    return min(x, y, bounds.width - x, bounds.height - y) <= wish.room / 2


def _drawn(table: Table, wish: Wish, form: Form, y: float, leader: Leader) -> Leader:
    """A leader as it is seen: from well inside the country, where nothing lies on it, to the very letters."""
    from_x, from_y, to_x, to_y = leader
    straight = _drawn_to(table, wish, form, y, leader)
    if abs(from_x - to_x) <= abs(from_y - to_y) or len(form.lines) > 1:
        return straight
    flat = _drawn_to(table, wish, form, y, (from_x, from_y, to_x, min(y + SIDE * form.size, max(y, from_y))))
    return flat if _strays(table, wish, form, flat) <= _strays(table, wish, form, straight) else straight


def _drawn_to(table: Table, wish: Wish, form: Form, y: float, leader: Leader) -> Leader:
    """The same to a height of its end."""
    from_x, from_y, to_x, to_y = leader
    length = sqrt((to_x - from_x) * (to_x - from_x) + (to_y - from_y) * (to_y - from_y))
    dx, dy = (to_x - from_x) / length, (to_y - from_y) / length
    middle = (len(form.lines) - 1) / 2 * LINE * form.size
    top, bottom = y - middle - INK_ABOVE * form.size, y + middle + INK_BELOW * form.size
    lacks = max(0, top - to_y) if dy > 0 else max(0, to_y - bottom)
    on = min(INTO * form.size, lacks / abs(dy)) if lacks and dy else 0
    steps = STEP * np.arange(ceil(length / STEP), ceil((length + on) / STEP), dtype=np.float64)
    under = table.ground.under(from_x + dx * steps, from_y + dy * steps)
    if ((under != SEA) & ~wish.own[under]).any():  # an isle of others is there, under the word
        on = 0
    depth = sqrt((from_x - wish.x) * (from_x - wish.x) + (from_y - wish.y) * (from_y - wish.y))
    if depth:
        in_x, in_y = (wish.x - from_x) / depth, (wish.y - from_y) / depth
        steps = STEP * np.arange(1, floor(min(depth, DEEP * form.size) / STEP) + 1, dtype=np.float64)
        held = table.taken.holds(
            (from_x + in_x * steps)[None, :], (from_y + in_y * steps)[None, :], np.array([from_x]), np.array([from_y])
        )
        back = STEP * int(np.argmax(np.append(held[0], True)))
        from_x, from_y = from_x + in_x * back, from_y + in_y * back
    return from_x, from_y, to_x + dx * on, to_y + dy * on


def _strays(table: Table, wish: Wish, form: Form, leader: Leader) -> float:
    """Over how many others too many a line leads, and one more each if over the sea to them, and if too far."""
    from_x, from_y, to_x, to_y = leader
    length = sqrt((to_x - from_x) * (to_x - from_x) + (to_y - from_y) * (to_y - from_y))
    steps = STEP * np.arange(ceil(length / STEP), dtype=np.float64)
    under = table.ground.under(from_x + (to_x - from_x) / length * steps, from_y + (to_y - from_y) / length * steps)
    under = under[None, :]
    foreign = (under != SEA) & ~wish.own[under]
    is_far = length + STEP * foreign.sum() > LONGEST * form.size
    return float(max(0, _many(under, foreign)[0] - MOST_OTHERS) + _land(under, foreign)[0] + is_far)


def _inland(table: Table, wish: Wish, leader: Leader) -> float:
    """How much of a leader, in px from its beginning, lies on the ground of its country."""
    from_x, from_y, to_x, to_y = leader
    length = sqrt((to_x - from_x) * (to_x - from_x) + (to_y - from_y) * (to_y - from_y))
    steps = np.arange(0, length, dtype=np.float64)
    own = table.is_own(wish, from_x + (to_x - from_x) / length * steps, from_y + (to_y - from_y) / length * steps)
    return float(np.argmin(np.append(own, False)))


def is_far_from_others(table: Table, wish: Wish, form: Form, x: float, y: float, pad: float) -> bool:
    """Whether no ground of others lies under a name and so many px more on each side."""
    under = table.around(form, x, y, pad)
    return not ((under != SEA) & ~wish.own[under]).any()


def _ends(place: tuple[float, float], form: Form, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Where leaders end, at the boxes of names; reckoned as in the browser, since of two alike a last digit decides.

    Those to a number point at its middle: it is no longer than high.
    """
    if is_number(form):
        dx, dy = place[0] - x, place[1] - y
        with np.errstate(divide="ignore"):
            part = np.minimum((form.width / 2 + GAP) / np.abs(dx), (form.height / 2 + GAP) / np.abs(dy))
        part = np.minimum(1, part)
        return x + dx * part, y + dy * part
    left, top = x - form.width / 2 - GAP, y - form.height / 2 - GAP
    to_x = np.minimum(left + (form.width + 2 * GAP), np.maximum(left, place[0]))
    to_y = np.minimum(top + (form.height + 2 * GAP), np.maximum(top, place[1]))
    return to_x, to_y


def _many(under: Cells, foreign: Mask) -> Floats:
    """On how many grounds the points of each row lie that are marked."""
    grounds = np.sort(np.where(foreign, under, SEA), axis=1)
    changes: Floats = (np.diff(grounds, axis=1) != 0).sum(axis=1) + (grounds[:, 0] != SEA)
    return changes


def _land(under: Cells, foreign: Mask) -> Mask:
    """For points along lines, a row for each, whether the first that is marked comes after the sea."""
    first, line = foreign.argmax(axis=1), np.arange(len(under))
    landed: Mask = foreign[line, first] & (first > 0) & (under[line, first - 1] == SEA)
    return landed
