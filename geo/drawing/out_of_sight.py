"""What a map tells of though it lies beyond it: statuses, and whom the headline is about.

`geo/atlas/core/out_of_sight.mjs` has the same rules.
"""

from collections.abc import Callable, Collection, Mapping
from math import inf
from typing import Any

from data.memberships.picture import with_none
from data.picture import Picture
from data.vocabulary import StatusKey
from geo.drawing.ground import OnSheet
from geo.drawing.label_layout import Box
from geo.drawing.name_sight import LEAST_AROUND, place_in_sight
from geo.drawing.rings import box_of_path, largest_ring, main_rings, reaches, shows

SEEN = 1 / 600
"""Of the width of what is in sight; of what shows less of itself nobody could tell what it is."""
SPECK = 3
"""Px; a country that is smaller has no colour that could be told."""
LARGELY = 0.5
"""Of a country or of what is in sight, whichever is smaller."""


def is_seen(path: str, sight: Box) -> bool:
    """Whether enough of path data is in sight to be told; of what is smaller than that, all of it."""
    return shows(path, sight, min(SEEN * sight.width, largest_ring(path)))


def is_largely_seen(path: str, sight: Box) -> bool:
    """Whether half of a country is in sight, or fills half of that, by its box: what lies in it may be sought then."""
    box = box_of_path(path)
    across = min(box.x + box.width, sight.x + sight.width) - max(box.x, sight.x)
    down = min(box.y + box.height, sight.y + sight.height) - max(box.y, sight.y)
    return max(across, 0) * max(down, 0) >= LARGELY * min(box.width * box.height, sight.width * sight.height)


def sight_of(view: Mapping[str, Any]) -> Callable[[str, Box], bool]:
    """Whether path data of a country is in sight: on the whole world a speck is sight enough."""
    return reaches if view.get("sphere") else is_seen


def without_place(
    facts: Picture, view: Mapping[str, Any], sight: Box, on_sheet: OnSheet | None = None
) -> tuple[list[str], list[str]]:
    """Whom the headline is about and whose names have no place: of whom some ground is seen, and of whom none is.

    `on_sheet` is the ground of a map on which a name comes into sight with it, or into a list. Nothing that no map has
    lies beyond the whole world.
    """
    paths, edge, away = view["paths"], list[str](), list[str]()
    for key in facts.concerned:
        held = [key] if key in facts.units else [unit for unit, here in facts.units.items() if here.state == key]
        drawn = [paths[unit] for unit in held if unit in paths]
        name, k = view["names"].get(key), on_sheet.k if on_sheet else inf
        if (view.get("sphere") and not drawn) or has_place(name, sight, k):
            continue
        if name and on_sheet and _comes_into_sight(facts, key, name, sight, on_sheet):
            continue
        told = edge if any(sight_of(view)(main_rings(path), sight) for path in drawn) else away
        told.append(facts.labels[key])
    return sorted(edge), sorted(away)


def news_here(facts: Picture, edge: Collection[str], away: Collection[str]) -> list[str]:
    """Of whom the headline is about, where neither its words nor a colour tells who they are: who has a place."""
    return sorted({facts.labels[key] for key in facts.untold}.difference(edge, away))


def is_elsewhere(facts: Picture, away: Collection[str]) -> bool:
    """Whether all whom the headline is about are among those of whom nothing is seen."""
    return bool(away) and len(away) == len(facts.concerned)


def has_place(name: Mapping[str, Any] | None, sight: Box, k: float) -> bool:
    """Whether the middle of what a name belongs to is well in sight of a map of `k` px a unit: it is told then."""
    if name is None:
        return False
    x, y = name["at"][0] - sight.x, name["at"][1] - sight.y
    return bool(min(x, y, sight.width - x, sight.height - y) >= LEAST_AROUND / k)


def _comes_into_sight(facts: Picture, key: str, name: Mapping[str, Any], sight: Box, on_sheet: OnSheet) -> bool:
    """Whether a name whose middle lies beyond is led to where its ground comes into sight."""
    k, x, y, (left, top, *_) = on_sheet.k, on_sheet.x, on_sheet.y, name["at"]
    bounds = Box(sight.x * k + x, sight.y * k + y, sight.width * k, sight.height * k)
    own = on_sheet.ground.own(facts.named_by(key, name["unit"]))
    return place_in_sight((left * k + x, top * k + y), own, on_sheet, bounds) is not None


def statuses_beyond(facts: Picture, view: Mapping[str, Any], sight: Box) -> set[StatusKey]:
    """The statuses that somebody has of whom there are shapes, and nobody in sight."""
    drawn = {here.status for here in facts.units.values()}
    sought = {status for status, count in with_none(facts).items() if count and status in drawn}
    in_sight = sight_of(view)
    for unit, path in view["paths"].items():
        if (status := facts.units[unit].status) in sought and in_sight(main_rings(path), sight):
            sought.discard(status)
    return sought


def specks(facts: Picture, view: Mapping[str, Any], sight: Box, k: float) -> dict[StatusKey, str]:
    """By status that only specks in sight of a map of `k` px a unit have, the names of these; none on the whole world.

    There each has a dot.
    """
    if view.get("sphere"):
        return {}
    in_sight, found = sight_of(view), dict[StatusKey, list[str]]()
    large = set[StatusKey]()
    for unit, path in view["paths"].items():
        if in_sight(main_rings(path), sight):
            status = facts.units[unit].status
            found.setdefault(status, []).append(unit)
            if largest_ring(path) * k >= SPECK:
                large.add(status)
    return {
        status: ", ".join(sorted(facts.labels.get(unit, facts.units[unit].name) for unit in units))
        for status, units in found.items()
        if status not in large
    }
