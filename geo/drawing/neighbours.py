"""Where an arrow key leads on each view: the neighbour on that side, on land or over the sea.

`python -m geo.drawing.neighbours` writes `neighbours.toml` and the file of the world anew, by hand, after a change of
shapes, units or views. What `neighbours_by_hand.toml` says goes before the rule, which is this: the way from one unit
to another leads from the middle of the one over the middle of their border, or of the shortest line between them, to
the middle of the other. It is long where much sea lies between, and where one of the two is tiny. The shortest ways are
there and back, each side of a unit once; a side that is left over leads to the best there is; and whoever cannot be
reached yet is put in between.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from data.memberships.checks import countries
from data.memberships.dependencies import dependencies
from data.tables import Tables, current_tables
from data.vocabulary import UnitKind
from data.whole_file import write_whole
from geo.drawing.draw import Drawing
from geo.drawing.kept import drawing
from geo.drawing.views import ALL_VIEWS, VIEWS, WORLD_VIEWS

FOLDER = Path(__file__).parent
FILE = FOLDER / "neighbours.toml"
OF_THE_WORLD = FOLDER / "neighbours_of_the_world.toml"
"""The same for the views of the world."""
BY_HAND = FOLDER / "neighbours_by_hand.toml"
HEAD = "# Units on the left, on the right, above, below; empty where there is none. Written by neighbours.py.\n"

SIDES = ("left", "right", "up", "down")
BACK = {"left": "right", "right": "left", "up": "down", "down": "up"}
AXES = {"right": (1, 0), "down": (0, 1)}
"""The sides whose ways are measured, each with its direction; y points down. Their ways back are the other sides."""

LEAST_COSINE = 0.5
"""A way leads to a side if it leads at most 60 degrees off its direction."""
LEAST_SHARE = 0.25
"""And if the middle of the other lies on that side by at least this share of the distance."""
TINY_KM2 = 3000
TINY_WEIGHT = 3.0
"""A way to or from what is smaller, or no country, is as long as so many others: they would lie between great ones."""
OVER_SEA, OVERLAND, STEP = 2.0, 0.3, 10.0
"""How long a unit of the view is between the shapes, from middle to middle, and how long each way is at least."""
MOST_OVER_BEST = 1.8
"""A way there and back may be so many times as long as the shortest to that side."""
MOST_FOR_ANOTHER = 2.5
"""And a way so many times as long still goes before one to whom another side leads already."""

Sides = dict[str, str]
Walk = dict[str, Sides]
"""By unit, whom a side leads to; without the sides that lead nowhere."""
Floats = NDArray[np.float64]


class Way(NamedTuple):
    """A way from one unit to another on its side."""

    length: float
    side: str
    start: str
    end: str


@cache
def neighbours(file: Path = FILE) -> dict[str, Walk]:
    """Whom each side of each unit leads to, by view, as it is kept."""
    kept: dict[str, dict[str, list[str]]] = tomllib.loads(file.read_text(encoding="utf-8"))
    return {view: {unit: _named(ends) for unit, ends in walk.items()} for view, walk in kept.items()}


def by_hand() -> dict[str, Walk]:
    """What goes before the rule, by view and unit."""
    said: dict[str, Walk] = tomllib.loads(BY_HAND.read_text(encoding="utf-8"))
    return said


def _named(ends: Iterable[str]) -> Sides:
    return {side: end for side, end in zip(SIDES, ends, strict=True) if end}


# ---------------------------------------------------------------------- the rule


def walk_of(name: str, tables: Tables) -> Walk:
    """Whom each side of each unit of a view leads to, from its shapes and what is said by hand."""
    drawn = drawing(name, tables.units)
    said = by_hand().get(name, {})
    walk = {unit: dict(said.get(unit, {})) for unit, anchor in drawn.anchors.items() if anchor}
    ways = sorted(_ways(drawn, list(walk), _tiny(tables) | _tiny_beyond(drawn, name)))
    best: dict[tuple[str, str], float] = {}
    for way in ways:
        best.setdefault((way.start, way.side), way.length)
        best.setdefault((way.end, BACK[way.side]), way.length)
    _there_and_back(walk, ways, best)
    both = [*ways, *(Way(way.length, BACK[way.side], way.end, way.start) for way in ways)]
    both.sort()
    for way in both:
        ends = walk[way.start]
        is_another = way.end not in ends.values() or way.length > MOST_FOR_ANOTHER * best[way.start, way.side]
        if way.side not in ends and is_another:
            ends[way.side] = way.end
    for way in both:
        walk[way.start].setdefault(way.side, way.end)
    _reach_all(walk, [way for way in both if way.side not in said.get(way.start, {})])
    return walk


def _there_and_back(walk: Walk, ways: Iterable[Way], best: Mapping[tuple[str, str], float]) -> None:
    for length, side, start, end in ways:
        back = BACK[side]
        is_free = side not in walk[start] and back not in walk[end]
        is_first = end not in walk[start].values() and start not in walk[end].values()
        if is_free and is_first and length <= MOST_OVER_BEST * min(best[start, side], best[end, back]):
            walk[start][side], walk[end][back] = end, start


def _reach_all(walk: Walk, ways: Iterable[Way]) -> None:
    """Lead a side to each unit that cannot be reached, the shortest way that cuts nobody else off."""
    ways = list(ways)
    while lost := out_of_reach(walk):
        for way in ways:
            if way.end not in lost or way.start in lost:
                continue
            before = walk[way.start].get(way.side)
            walk[way.start][way.side] = way.end
            if out_of_reach(walk) < lost:
                break
            if before:
                walk[way.start][way.side] = before
        else:
            raise ValueError(f"no side leads to {sorted(lost)}; expected a way for each by hand")


def out_of_reach(walk: Walk) -> set[str]:
    """The units to which no arrows lead from some other."""
    everybody = set(walk)
    return everybody - set[str].intersection(*(_reached_from(unit, walk) for unit in walk))


def _reached_from(unit: str, walk: Walk) -> set[str]:
    reached, waiting = {unit}, [unit]
    while waiting:
        new = set(walk[waiting.pop()].values()) - reached - {""}
        reached |= new
        waiting += new
    return reached


# ---------------------------------------------------------------------- the ways


def _tiny(tables: Tables) -> set[str]:
    areas = tables.unit_measures.set_index("unit")["area_km2"]
    kinds = tables.units.set_index("unit")["kind"]
    grown = {UnitKind.COUNTRY, UnitKind.PART}
    return {unit for unit in kinds.index if kinds[unit] not in grown or areas[unit] < TINY_KM2}


def _tiny_beyond(drawn: Drawing, view: str) -> set[str]:
    """The same of countries that the atlas has no unit for; their views keep areas."""
    km2 = (ALL_VIEWS[view].unit_m / 1000) ** 2
    others = countries().keys() & drawn.shapes.keys()
    return {unit for unit in others if unit in dependencies() or drawn.shapes[unit].area * km2 < TINY_KM2}


def _ways(drawn: Drawing, units: list[str], tiny: set[str]) -> Iterable[Way]:
    """All ways to the right and down."""
    middles = np.array([[anchor.x, anchor.y] for unit in units if (anchor := drawn.anchors[unit])], float)
    left, top, width, height = drawn.frame
    shapes = shapely.clip_by_rect([drawn.shapes[unit] for unit in units], left, top, left + width, top + height)
    between = _between(shapes)
    gaps, over = shapely.length(between), _borders(shapes, between)
    apart = middles[None] - middles[:, None]
    distances = np.hypot(apart[..., 0], apart[..., 1])
    courses = _direction(_direction(over - middles[:, None]) + _direction(middles[None] - over))
    weights = np.array([TINY_WEIGHT if unit in tiny else 1.0 for unit in units])
    lengths = (OVER_SEA * gaps + OVERLAND * distances + STEP) * np.maximum(weights[:, None], weights[None])
    for side, axis in AXES.items():
        cosines, along = courses @ axis, apart @ axis
        leads = (cosines > LEAST_COSINE) & (along > 0) & (along > LEAST_SHARE * distances)
        for one, other in np.argwhere(leads):
            length = lengths[one, other] / cosines[one, other] ** 2
            yield Way(round(float(length), 3), side, units[one], units[other])


def _between(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """The shortest line between each two shapes, found once for both."""
    lines = np.empty((len(shapes), len(shapes)), object)
    one, other = np.triu_indices(len(shapes))
    lines[one, other] = lines[other, one] = shapely.shortest_line(shapes[one], shapes[other])
    return lines


def _borders(shapes: NDArray[np.object_], between: NDArray[np.object_]) -> Floats:
    """The middle of the border of each two shapes; of the line between them, where they share none."""
    middles = shapely.centroid(between)
    edges = shapely.boundary(shapes)
    for one, other in product(range(len(shapes)), repeat=2):
        if one != other and shapely.length(between[one, other]) == 0:
            border = shapely.intersection(edges[one], edges[other])
            middles[one, other] = shapely.centroid(border)
    return np.dstack([shapely.get_x(middles), shapely.get_y(middles)])


def _direction(vectors: Floats) -> Floats:
    lengths = np.hypot(vectors[..., 0], vectors[..., 1])[..., None]
    return np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)


# ---------------------------------------------------------------------- the file


def as_toml(walks: Mapping[str, Walk]) -> str:
    """The file that keeps the walks of the views."""
    lines = [HEAD]
    for view, walk in walks.items():
        ends = {unit: json.dumps([walk[unit].get(side, "") for side in SIDES]) for unit in sorted(walk)}
        lines += [f"[{view}]", *(f"{unit} = {listed}" for unit, listed in ends.items()), ""]
    return "\n".join(lines)


def main() -> None:
    """Write the walks of all views."""
    tables = current_tables()
    for file, views in ((FILE, VIEWS), (OF_THE_WORLD, WORLD_VIEWS)):
        write_whole(file, as_toml({name: walk_of(name, tables) for name in views}).encode())


if __name__ == "__main__":
    main()
