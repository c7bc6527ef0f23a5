"""Which names stand on a picture, and where.

`geo/atlas/core/name_forms.mjs` and `name_layout.mjs` have the same rules; `tests/cases/names.json` holds both to them.
All in px.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from math import hypot, inf
from operator import attrgetter

import numpy as np

from geo.drawing.ground import OnSheet
from geo.drawing.label_layout import Box
from geo.drawing.line_grid import LineGrid
from geo.drawing.name_finders import anywhere, beside, has_foot, inside
from geo.drawing.name_forms import NO_TIE, Measure, Wish, briefly, inked, sparing
from geo.drawing.name_limits import FAIRLY, HALF, LEANING, LOOSELY, MOSTLY, OVER, REACHING, SNUGLY, UPON, WELL, Limits
from geo.drawing.name_numbers import is_narrow
from geo.drawing.name_over import clear, closer, off_fronts, over_outlines
from geo.drawing.name_sight import is_hardly_seen, is_well_within
from geo.drawing.name_table import OF_NEWS, PAD, Name, Table, as_small, lies
from geo.drawing.name_taken import Taken
from geo.drawing.name_upon import upon

AT_SEA = 0.84  # of its size has a name at most beside its country
REACH, MOST_REACH = 4, 140
"""So many sizes from its country stands a name at most, and so many px."""
AT_HAND = 2.5
"""One that must stand rather stands over its border than farther at sea;"""
MUST_REACHES = 4, 7, 11
"""and then rather near and smaller than far."""
FEW = 2
"""Names that must stand, and no more, have leaders on a narrow map: numbers come before."""
MOST_LATE = 8
"""Numbers, and no more are added for countries that would but be missed; none for one alone that has no tie."""
OVERLAND = 32
"""Px of a leader may cross the ground of others, or as many as its country has room for, where that is less and the
name need not stand; where it must, the leaders of its first reaches may."""

NO_LARGER = 1.04
"""Times the size of others, at most, has the name of who joined over its outline."""
LITTLE, CLEAR = 0.75, 5
"""Of its size at least, and so many px clear of its borders, a name keeps off them: a front may run there."""
APART = 6
"""Of its size at least a name keeps from another, where that is more than on small maps."""
UNDER = 0.35
"""Of its size reaches a line at most under the first or last letter of a name that need not stand, if that lies well
inside its country; under no letter of any other such, which stands elsewhere or not at all,"""
GREAT = 2.5
"""unless that of a member which is so many sizes wide: it would be missed."""
EDGE = 4
"""Px around the name of who joined are its own ground: its outline goes round there, whole."""
TINY, SPECK = 0.6, 0.1
"""Of a size wide, a country's leader crosses none; and still less wide, it has no name unless it must."""
DOT = 3
"""Px around the middle of so narrow a country no name stands and no leader runs: it would be hidden. Beside a small one
that must be told by a number, that comes first."""


def place_names(
    wishes: Iterable[Wish],
    base: float,
    least: tuple[float, float],
    measure: Measure,
    ground: OnSheet,
    blocked: Sequence[Box],
    bounds: Box,
    lines: LineGrid | None = None,
    inside_least: float | None = None,
) -> list[Name]:
    """Place names: those that must stand first, then by the room that their countries have.

    A name stands inside its country, whole, shorter, on two lines or smaller; else at sea with a leader; else, unless
    it must, not at all. Names keep clear of each other, of leaders and of boxes that are blocked; of lines if they can.
    One that has a number and finds no place stands by that, or not at all. `base` is the full size, `least` the
    smallest of one that need not stand and of one that must, `inside_least` that of any other within its country, which
    is the same where none is given.
    """
    asked = list(wishes)
    coloured = np.any([wish.own for wish in asked if wish.rank < NO_TIE] or [ground.ground.own(["-"])], axis=0)
    strong = np.any([wish.own for wish in asked if wish.strong] or [ground.ground.own(["-"])], axis=0)
    here = [
        inked(sparing(wish, coloured), strong)
        for wish in asked
        if is_well_within(wish.x, wish.y, bounds)
        and (wish.must_be_written or not is_hardly_seen(wish, ground, bounds, base))
    ]
    here.sort(key=lambda wish: (wish.rank, -wish.room, wish.key))
    musts = [wish for wish in here if wish.must]
    others = [wish for wish in here if not wish.must and wish.room >= SPECK * base]
    numbered = [wish for wish in musts if wish.number and wish.room < base]
    seen = [wish for wish in here if _is_tiny(wish, base) and not _is_beside(wish, numbered, base)]
    dots = [Box(wish.x - DOT, wish.y - DOT, 2 * DOT, 2 * DOT) for wish in seen]
    table = Table(base, *least, measure, ground, bounds, Taken([*blocked, *dots], bounds), Taken([], bounds), lines)
    table.pad, table.crowd, table.inside_least = max(PAD, base / APART), len(musts) > FEW, inside_least
    table.coloured = coloured
    left = [wish for wish in musts if not table.put(_settle(table, wish))]
    if _is_narrow(table) and table.crowd:  # the smallest country has the least choice
        left = [wish for wish in left[::-1] if not table.put(_in_crowd(table, wish))][::-1]
    _count(table, [wish for wish in left if not table.put(_insist(table, wish))])
    for _, ranked in groupby(others, key=attrgetter("rank")):
        asked = list(ranked)
        late = [wish for wish in asked if not table.put(_settle(table, wish))]
        rest = [wish for wish in late if not table.put(None if wish.stays else _squeeze(table, wish))]
        _count(table, rest)
        for wish in rest:
            if wish.key not in table.placed and not wish.stays and (wish.belongs or wish.late):
                table.put(_after_all(table, wish))
    size = min((name.form.size for name in table.placed.values() if _is_number(name)), default=0)
    placed = {key: as_small(name, size) if _is_number(name) else name for key, name in table.placed.items()}
    return [_told(table, wish, placed[wish.key]) for wish in here if wish.key in placed]


def _told(table: Table, wish: Wish, name: Name) -> Name:
    """A name that stands, with whether letters of it lie where the ink of their ground cannot be seen."""
    if name.at_sea or wish.unlike is None:
        return name
    unseen, _, _ = lies(table.ground, name.form, np.array([name.x]), np.array([name.y]), wish.unlike)
    return replace(name, astray=True) if unseen.any() else name


def _in_crowd(table: Table, wish: Wish) -> Name | None:
    if _is_held(wish):
        return None
    table, wish = off_fronts(table, wish), _without_number(wish)
    within = _within(table, wish) or _over_outline(over_outlines(table), wish)
    near = within or _loosely(table, wish) or _near(table, wish, MUST_REACHES[:1], 0)
    return near or _counted(table, wish)


def _count(table: Table, waiting: Sequence[Wish]) -> None:
    """Put the numbers of names that find no place, or of a few the names after all."""
    asked = [wish for wish in waiting if wish.number]
    is_lone = len(asked) == 1 and not _numbers(table)
    for wish in asked:
        stand = _numbers(table)
        if wish.late and ((stand >= MOST_LATE and not wish.belongs) or (wish.rank == NO_TIE and not stand)):
            continue
        may_lead = not wish.stays and (wish.must or (is_lone and (wish.belongs or not wish.late)))
        asked_for = replace(wish, must=True)
        table.put(
            (_at_last(table, asked_for, is_lone=is_lone) if may_lead else None)
            or _counted(table, wish)
            or (_at_last(replace(table, may_pass=True), asked_for, is_lone=is_lone) if may_lead else None)
        )


def _numbers(table: Table) -> int:
    return sum(map(_is_number, table.placed.values()))


def _without_number(wish: Wish) -> Wish:
    """One that is led to as if it had no number; it keeps that for the last."""
    return replace(wish, number="") if wish.led else wish


def _is_held(wish: Wish) -> bool:
    """Whether a name whose middle was not in sight has a list to give way to: none leads it out of a strip."""
    return wish.inland and bool(wish.number)


def _is_tiny(wish: Wish, base: float) -> bool:
    return not wish.must and wish.room < TINY * base


def _is_beside(wish: Wish, numbered: Sequence[Wish], base: float) -> bool:
    """Whether the number of a small country that must be told needs the place of another so narrow."""
    return any(hypot(each.x - wish.x, each.y - wish.y) < base for each in numbered)


def _is_number(name: Name) -> bool:
    """Whether a name stands as its number, which has no ground of its own around it."""
    return name.pad == 0


def _reach(table: Table) -> float:
    return min(MOST_REACH, REACH * table.base)


def _is_narrow(table: Table) -> bool:
    return is_narrow(table.base, table.bounds)


def _settle(table: Table, wish: Wish) -> Name | None:
    """Where a name stands well inside its country, off what is hatched there if it can.

    Who joined has an outline, and keeps it whole if it can.
    """
    limits, edge = (SNUGLY, EDGE) if wish.joined else (WELL, 0)
    for own in (wish.own,) if wish.plain is None else (wish.plain, wish.own):
        on = replace(wish, own=own)
        found = _snugly(table, on) if wish.joined else inside(table, on, WELL, table.sizes_inside(on))
        if found:
            return found if wish.joined else _clear_of_borders(table, on, found) or found
        # Rather at sea off its own coast than over what is hatched,
        if own is not wish.own and not wish.stays and (found := _near_by(table, wish)):
            return found
    if table.lines is None:
        return None
    if not wish.joined:  # and rather less well inside, or there, than over an outline
        found = _fairly(table, wish)
        if not (found or wish.stays or wish.must):  # which rather crosses a line, on its own ground
            found = _near_by(table, wish)
    return found or inside(closer(table, wish, UNDER), wish, limits, table.sizes_inside(wish), edge)


def _near_by(table: Table, wish: Wish) -> Name | None:
    """Where a name stands at sea off its own coast."""
    return beside(table, wish, table.sizes(wish, AT_SEA), _reach(table), 0)


def _snugly(table: Table, wish: Wish) -> Name | None:
    """Where the name of who joined stands within its outline, rather near it than smaller than the names of others."""
    sizes = table.sizes_inside(wish)
    large = [size for size in sizes if size >= table.least]
    return (
        inside(table, wish, SNUGLY, large, EDGE)
        or inside(table, wish, SNUGLY, large)
        or inside(table, wish, SNUGLY, sizes[len(large) :], EDGE)
    )


def _fairly(table: Table, wish: Wish, limits: Limits = FAIRLY) -> Name | None:
    """Where a name stands fairly inside its country."""
    return inside(replace(table, pad=0), briefly(wish), limits, [table.smallest_inside(wish)])


def _clear_of_borders(table: Table, wish: Wish, found: Name) -> Name | None:
    """Where a name that was found to stand keeps clear of all borders, if a little smaller is enough."""
    written = replace(wish, text=" ".join(found.form.lines), short="")
    sizes = [size for size in table.sizes_inside(wish) if LITTLE * found.form.size <= size <= found.form.size]
    return inside(table, written, SNUGLY, sizes, CLEAR)


def _near(table: Table, wish: Wish, reaches: Iterable[float], overland: float, part: float = AT_SEA) -> Name | None:
    """The nearest of some reaches in which a name finds a place at sea."""
    sizes = table.sizes(wish, part)
    for reach in reaches:
        most = reach * table.base
        if found := clear(table, lambda on, most=most: beside(on, wish, sizes, most, overland)):  # type: ignore[misc]
            return found
    return None


def _insist(table: Table, wish: Wish) -> Name | None:
    """Where a name stands that must and does not fit: who joined rather at sea, another rather over its border."""
    if _is_held(wish):
        return None
    table = off_fronts(replace(table, may_pass=table.may_pass or wish.led), wish)
    wish = _without_number(wish)
    smallest, reaches = table.smallest(wish), MUST_REACHES[: 1 if wish.number and table.crowd else 2]
    near = reaches[: 1 if _is_narrow(table) else 2] if wish.joined else [AT_HAND]
    bare = over_outlines(table)
    is_told = wish.number or (wish.joined and wish.led)  # by a number, which hides no gold
    return (
        _within(table, wish)
        or _near(table, wish, near, 0)
        or _over_outline(bare, wish)
        or _loosely(table, wish)
        or inside(table, wish, LEANING if is_told else OVER, [smallest])
        or inside(bare, wish, FAIRLY if is_told else OVER, [smallest])
        or _led(table, wish, reaches)
        or (None if wish.number else _far(table, wish))
    )


def _led(table: Table, wish: Wish, reaches: tuple[float, ...]) -> Name | None:
    """Where a name stands at sea at the end of a line, which may lead over a neighbour."""
    near, over = (reaches, _overland(table, OVERLAND)) if wish.number else (MUST_REACHES, OVERLAND)
    return _near(table, wish, near, 0) or _near(table, wish, reaches, over)


def _overland(table: Table, most: float) -> float:
    """Px at most of others' ground a line leads over to a name that a number could tell: on a small map few."""
    return table.base if _is_narrow(table) else most


def _at_last(table: Table, wish: Wish, *, is_lone: bool) -> Name | None:
    """Where a name stands rather than as a number.

    Where but few must stand, at the end of a line as long as may be. A lone number needs a list of its own: rather a
    line to a name that must stand wherever there is room, else a short one.
    """
    if (table.crowd and not is_lone) or (table.may_pass and not has_foot(table, wish)):
        return None
    close, smallest = replace(table, pad=0), table.smallest(wish)
    found = _led(table, replace(wish, must=False), MUST_REACHES[:2]) if is_lone else None
    if found or wish.late:
        return found
    return _near(table, replace(wish, number="", led=True), MUST_REACHES[2:], _overland(table, inf)) or (
        clear(close, lambda on: anywhere(on, wish, smallest)) if is_lone else None
    )


def _far(table: Table, wish: Wish) -> Name | None:
    """Where a name stands that must and has no number: however far its line leads, or as far as one to it may."""
    close, smallest = replace(table, pad=0), table.smallest(wish)
    found = _near(table, wish, MUST_REACHES, inf) or clear(close, lambda on: anywhere(on, wish, smallest))
    if found or not wish.must_be_written:
        return found
    over_all = replace(table, lines=None)  # even a front, else it would not stand at all
    return inside(over_all, wish, OVER, [smallest]) or anywhere(replace(over_all, pad=0), wish, smallest)


def _within(table: Table, wish: Wish) -> Name | None:
    """Where the name of who joined stands inside its country, less well."""
    return inside(table, wish, WELL, table.sizes(wish)) if wish.joined else None


def _over_outline(bare: Table, wish: Wish) -> Name | None:
    """Where the name of who joined stands over its outline, no larger than others."""
    if not wish.joined:
        return None
    sizes = [size for size in bare.sizes(wish) if size <= NO_LARGER * bare.base] or [bare.smallest(wish)]
    return inside(bare, wish, SNUGLY, sizes) or inside(bare, wish, WELL, sizes)


def _loosely(table: Table, wish: Wish) -> Name | None:
    """Where a name stands a little over its border, small and short."""
    return clear(table, lambda on: inside(on, briefly(wish), LOOSELY, [table.smallest(wish)]))


def _counted(table: Table, wish: Wish) -> Name | None:
    """Where the number of a name stands that finds no place: upon its country or close to it, else nowhere."""
    if not wish.number:
        return None
    asked, close = replace(wish, text=wish.number, short=""), replace(table, pad=0)
    off = replace(asked, must=False)  # others' coasts
    smallest = table.smallest(asked)
    # Of who joined the gold tells, which a number that leans on others hides: rather at sea, and upon none.
    leans, is_held = not wish.joined or _is_held(wish), _is_held(wish)
    # Upon a neighbour stands only what is larger than its country, at which it points then.
    is_small = leans and not is_held and wish.must and wish.room < table.base * len(wish.number)
    leads = leans and not is_held and wish.must
    found = (
        clear(close, lambda on: upon(on, asked, WELL, on.sizes(asked)))
        or clear(close, lambda on: upon(on, asked, LOOSELY, [smallest]))
        or (None if leans else _ashore(close, asked))
        or (None if is_held or wish.late else _near(close, off, MUST_REACHES[: 2 if wish.must else 1], 0, 1))
        or (None if wish.late else clear(close, lambda on: upon(on, asked, MOSTLY, [smallest])))
        or (_near(close, asked, MUST_REACHES[:1], OVERLAND, 1) if leads else None)
        or (clear(close, lambda on: upon(on, asked, HALF, [smallest])) if wish.must else None)
        or (clear(close, lambda on: upon(on, asked, UPON, [smallest])) if is_small else None)
        or (_near(close, asked, MUST_REACHES[1:2], OVERLAND, 1) if leads and _is_narrow(table) else None)
        or (clear(close, lambda on: anywhere(on, asked, smallest)) if wish.led else None)
        or (None if wish.late else clear(replace(close, sprawl=1), lambda on: upon(on, asked, MOSTLY, [smallest])))
    )
    return found and replace(found, pad=0)


def _ashore(close: Table, asked: Wish) -> Name | None:
    """Where a number stands small at sea, be it at another's coast."""
    return clear(close, lambda on: beside(on, asked, [on.smallest(asked)], MUST_REACHES[0] * on.base, 0))


def _squeeze(table: Table, wish: Wish) -> Name | None:
    """Where another stands that does not fit: at sea where that is near, or a little over its border."""
    small = table.sizes(wish, AT_SEA)[:1]
    may_cross = not _is_tiny(wish, table.base) and not _is_narrow(table)
    reach, close = _reach(table), None if table.lines is None else closer(table, wish)

    def near(overland: float) -> Name | None:
        found = beside(table, wish, small, reach, overland)
        return found or (beside(close, wish, small, reach, overland) if close else None)

    found = (
        _fairly(table, wish)
        or near(0)
        or inside(table, briefly(wish), LOOSELY, [table.smallest_inside(wish)])
        or (near(min(OVERLAND, wish.room)) if may_cross else None)
    )
    if found or not wish.belongs:
        return found
    return (
        (_fairly(close, wish) if close else None)
        or _fairly(close or table, wish, REACHING)
        or (_fairly(over_outlines(table), wish, REACHING) if close and wish.room >= GREAT * table.base else None)
    )


def _after_all(table: Table, wish: Wish) -> Name | None:
    """Where a name stands that would be missed and has no number: small at sea, else on more ground of its own."""
    on = table if table.lines is None else closer(table, wish)
    found = beside(on, wish, table.sizes(wish, AT_SEA), _reach(table), min(OVERLAND, wish.room))
    return found or inside(replace(table, pad=0, sprawl=OF_NEWS), briefly(wish), LOOSELY, [table.smallest_inside(wish)])
