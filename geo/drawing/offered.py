"""On which views a membership is shown: those of NATO's atlas, or of the continents where its countries are."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from math import hypot, inf

import shapely

from data.kept_with import kept_with
from data.memberships.checks import countries
from data.memberships.ground import ground_runs, kinds_of
from data.memberships.nato import ID as NATO
from data.memberships.reader import current_membership, membership_ids
from data.memberships.shipped import shipped, shipped_ids
from data.memberships.told import is_own
from data.memberships.value import Membership
from data.tables import Tables
from data.vocabulary import UnitKind
from data.words import phrase, words
from geo.drawing.kept import drawing
from geo.drawing.views import ALL_VIEWS, VIEWS

EUROPE, WORLD, GLOBE = "europe", "world", "globe"
CONTINENTS = (EUROPE, "africa", "asia", "americas")
CLOSER = ("eurasia", "southeast_asia")
"""Views that are offered where they are the smallest that shows all."""
MANY, MOST = 1 / 10, 1 / 2
"""Of a membership's countries."""
LARGE = 1 / 10
"""Of a frame, that a country fills which is shown though most of it lies beyond: Russia in Europe."""


def views_for(membership: Membership | None) -> tuple[str, ...]:
    """The views that a membership is offered on, the best first; all of NATO's atlas where its countries are no others.

    Those of the continents where it has countries that NATO's atlas has none of, or many, and the world: last, or first
    where it is on no continent for the most part. The smaller views of NATO's atlas are there where most are in Europe.
    Before them comes the smallest that shows all who ever were members, which may be a closer one, or what the project
    says.
    """
    return _views_of(membership) if membership else tuple(VIEWS)


@kept_with()
def _views_of(membership: Membership) -> tuple[str, ...]:
    order = _in_order(membership)
    known = (*order, *CLOSER)
    wished = () if is_own(membership) else tuple(view for view in membership.views if view in known)
    return tuple(dict.fromkeys([*(wished or _smallest(membership, known)), *order]))


def _smallest(membership: Membership, views: Iterable[str]) -> Iterator[str]:
    """The smallest of some views that shows all who ever were members, if any does."""
    by_size = sorted(views, key=lambda view: ALL_VIEWS[view].frame_m2)
    return islice((view for view in by_size if shows_members(membership, view)), 1)


def _in_order(membership: Membership) -> list[str]:
    kinds = kinds_of(membership)
    wearing = [unit for unit in ground_runs(membership) if kinds[unit] == UnitKind.COUNTRY]
    beyond = countries().keys() & set(wearing)
    if not beyond:
        return list(VIEWS)
    home = {unit: _home(unit, membership.tables) for unit in wearing}
    counted = Counter(filter(None, home.values()))
    needed = {home[unit] for unit in beyond}
    found = [view for view, many in counted.most_common() if view in needed or many >= MANY * len(wearing)]
    smaller = [view for view in VIEWS if view not in (EUROPE, WORLD)] if counted[EUROPE] >= MOST * len(wearing) else []
    order = [*found[:1], *smaller, *found[1:], GLOBE]
    if max(counted.values(), default=0) < MOST * len(wearing):
        order.insert(0, GLOBE)
    return order


def shows_members(membership: Membership, view: str) -> bool:
    """Whether a view shows each country that ever was a member; neither states that are gone nor their land count."""
    kinds, own = kinds_of(membership), membership.countries
    members = (code for code in own if any(row.status in membership.counting for row in membership.rows_of[code]))
    named = (code for code in members if kinds.get(code) == UnitKind.COUNTRY)
    return all(_shows(view, code, membership.tables) for code in named)


def _shows(view: str, unit: str, tables: Tables) -> bool:
    """Whether most of a unit lies in the frame of a view, or as much as is large there; all could stand in it."""
    drawn = drawing(view, tables.units)
    if drawn.anchors.get(unit) is None:
        return False
    left, top, width, height = drawn.frame
    inside = shapely.clip_by_rect(drawn.shapes[unit], left, top, left + width, top + height).area
    whole = drawing(GLOBE, tables.units).shapes[unit].area * (ALL_VIEWS[GLOBE].unit_m / ALL_VIEWS[view].unit_m) ** 2
    return bool(width * height >= whole and inside >= min(MOST * whole, LARGE * width * height))


def views_of_memberships() -> dict[str, list[str]]:
    """By the id of each of the project's memberships other than NATO, its views."""
    return {id_: list(views_for(current_membership(id_))) for id_ in membership_ids()}


def lies_on(over: Membership, views: Iterable[str]) -> bool:
    """Whether ground of a membership can be seen on one of these views: all is on those that NATO's atlas has not."""
    return not set(views) <= VIEWS.keys() or not ground_runs(over).keys().isdisjoint(over.tables.units["unit"])


def laid_over_on(membership: Membership | None) -> tuple[str, ...]:
    """The memberships of the project that can be laid over the map of one, which may be a person's; None for NATO."""
    return _over_it(membership) if membership else _over(NATO, tuple(VIEWS))


@kept_with()
def _over_it(membership: Membership) -> tuple[str, ...]:
    return _over("" if is_own(membership) else membership.id, views_for(membership))


@lru_cache(maxsize=64)
def _over(here: str, views: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id_ for id_ in shipped_ids() if id_ != here and lies_on(shipped(id_), views))


def laid_over_on_each() -> dict[str, tuple[str, ...]]:
    """The same by the id of each of the project's memberships, that of NATO's atlas empty."""
    return {id_: laid_over_on(current_membership(id_) if id_ else None) for id_ in ("", *membership_ids())}


def view_of(membership: Membership, units: Iterable[str]) -> str:
    """The first view of a membership in whose frame the middle of each unit lies, else the best it has."""
    views, wanted = views_for(membership), tuple(units)
    whole = (view for view in views if all(_off_centre(unit, view, membership.tables) < inf for unit in wanted))
    return next(whole, views[0])


def borders_of(membership: Membership | None) -> str:
    """Whose borders a map of it has; it says more where a view shows countries that NATO's atlas has no unit for."""
    if set(views_for(membership)) <= VIEWS.keys():
        return phrase("footer", "borders")
    return phrase("membership", "borders_of_world")


def view_name(view: str) -> str:
    """What a reader calls a view."""
    return str((words()["view"] | words()["membership_atlas"]["view"])[view])


def _home(unit: str, tables: Tables) -> str:
    """The continent in whose frame a unit lies nearest to the middle, "" where it lies in none."""
    away = {view: _off_centre(unit, view, tables) for view in CONTINENTS}
    nearest = min(CONTINENTS, key=away.__getitem__)
    return nearest if away[nearest] < inf else ""


def _off_centre(unit: str, view: str, tables: Tables) -> float:
    """How far from the middle of the frame a unit lies: 1 at its edge."""
    drawn = drawing(view, tables.units)
    anchor = drawn.anchors.get(unit)
    if anchor is None:
        return inf
    left, top, width, height = drawn.frame
    return hypot((anchor.x - left) / width * 2 - 1, (anchor.y - top) / height * 2 - 1)
