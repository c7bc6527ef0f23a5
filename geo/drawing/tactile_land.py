"""The land of a day as fingers can tell it apart: few and simple shapes, in millimetres of a sheet.

What is narrower than a finger reads is left away, what lies too near is moved apart, and what is too small for an area
of its own is joined to a neighbour that feels the same, or left out and told in words.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data.borders_in_time import Front
from data.picture import Picture, picture_on
from data.tables import Tables
from data.vocabulary import Relation, Status, StatusKey
from geo.drawing.kept import drawing
from geo.drawing.label_layout import Box

STRIPES, SPOTS, DASHES, PLAIN = "stripes", "spots", "dashes", "plain"
PATTERNS: dict[StatusKey, str] = dict.fromkeys(Status, PLAIN)
PATTERNS |= {Status.MEMBER: STRIPES, Status.EASTERN_BLOC: DASHES}
PATTERNS |= dict.fromkeys((Status.INVITEE, Status.ASPIRANT, Status.PARTNER, Status.DIALOGUE_PARTNER), SPOTS)
"""How the ground of each status feels."""
WINDOW = (1000, 645, 3900, 2810)
"""What of the view of Europe is shown, in its units: from Iceland to the Caspian Sea, from the North Cape to Crete."""
APART = 3.0
"""Mm between two lines; the guidelines of BANA have an eighth of an inch between any two parts."""
FELT = 2.2
"""Mm from the middle of the smallest ground to its edge: half a line, some white beside it, a spot of its texture."""
BEND, SPECK = 2.2, 30.0
"""Mm across the smallest bend of a line; square mm of the smallest island."""
HAIR = 0.05
SMOOTH = 0.6
"""Mm that a line may lie beside its ground."""
SQUARE = {"join_style": "mitre", "mitre_limit": 2.0}


@dataclass(frozen=True)
class Ground:
    """Ground that feels the same and has a line around it: that of a state, with what was joined to it."""

    state: str
    pattern: str
    area: BaseGeometry
    own: BaseGeometry
    units: tuple[str, ...]


@dataclass(frozen=True)
class Land:
    """All ground of a day with its lines; `left_out` are units that cannot be felt, `joined` those without lines."""

    grounds: tuple[Ground, ...]
    units: Mapping[str, BaseGeometry]
    lines: BaseGeometry
    front: BaseGeometry
    fronts: frozenset[Front]
    left_out: tuple[str, ...]
    joined: tuple[str, ...]


def land_on(day: date, sheet: Box, tables: Tables) -> Land:
    """The land of a day inside a box of a sheet, whose shape is that of the window."""
    facts = picture_on(day, tables)
    units = _units(sheet, tables)
    parts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for unit in units:
        parts[_owner(facts, unit), PATTERNS[facts.units[unit].status]].append(unit)
    whole = {key: shapely.union_all([units[unit] for unit in inside]) for key, inside in parts.items()}
    felt = _widened({key: _felt(area) for key, area in whole.items()}, whole)
    grown, joined = _joined(whole, felt)
    grounds = tuple(
        Ground(*key, grown[key], felt[key], tuple(parts[key])) for key in sorted(felt) if not felt[key].is_empty
    )
    shown = shapely.union_all([ground.area for ground in grounds])
    left_out = tuple(unit for unit in sorted(units) if not _reaches(units[unit], shown))
    front, kinds = _front(facts, units, shown)
    no_line = frozenset(unit for key in joined for unit in parts[key])
    return Land(grounds, units, _lines(grounds, shown, units, sheet), front, kinds, left_out, tuple(sorted(no_line)))


def _owner(facts: Picture, unit: str) -> str:
    """Whose ground a unit is: its state's where it was a part of it, else its own."""
    here = facts.units[unit]
    return here.state if here.relation in {"", Relation.PART, "part"} else unit


@lru_cache(maxsize=2)
def _units(sheet: Box, tables: Tables) -> Mapping[str, BaseGeometry]:
    """The units inside the window, simplified together, without land that fingers cannot tell."""
    shapes = drawing("europe", tables.units).shapes
    left, top, right, _ = WINDOW
    k = sheet.width / (right - left)
    shift = np.array([sheet.x - left * k, sheet.y - top * k])
    moved = shapely.transform(np.array(list(shapes.values())), lambda points: points * k + shift)
    seen = shapely.clip_by_rect(moved, sheet.x, sheet.y, sheet.x + sheet.width, sheet.y + sheet.height)
    kept = ~shapely.is_empty(seen)
    ids = [unit for unit, is_kept in zip(shapes, kept, strict=True) if is_kept]
    simple = shapely.make_valid(shapely.coverage_simplify(seen[kept], BEND))
    land = _opened(shapely.union_all(simple))
    cut = shapely.intersection(simple, land)
    areas = [_polygons(each) for each in cut]
    return dict(zip(ids, areas, strict=True))


def _opened(land: BaseGeometry) -> BaseGeometry:
    """Land whose waters are wide enough for a finger, without necks and islands that are not."""
    half = APART / 2
    land = _islands_apart(land)
    closed = land.buffer(half, **SQUARE).buffer(-half, **SQUARE)
    narrow = [part for part in shapely.get_parts(closed.difference(land)) if part.area > 2 * half]
    wide = land.difference(shapely.union_all(narrow).buffer(half / 2, **SQUARE)) if narrow else land
    firm = wide.buffer(-half / 2, **SQUARE).buffer(half / 2, **SQUARE).intersection(land)
    return _islands_apart(firm).simplify(0.3)


def _islands_apart(land: BaseGeometry) -> BaseGeometry:
    """The largest part whole, of the others what lies far enough from those before it, if that can be felt."""
    kept = shapely.MultiPolygon()
    large = (part for part in shapely.get_parts(land) if part.area >= SPECK)
    for part in sorted(large, key=lambda part: -part.area):
        apart = part.difference(kept.buffer(APART, **SQUARE))
        kept = shapely.union_all([kept, *(each for each in shapely.get_parts(apart) if each.area >= SPECK)])
    return kept


def _polygons(area: BaseGeometry) -> BaseGeometry:
    parts = [part for part in shapely.get_parts(shapely.make_valid(area)) if part.geom_type.endswith("Polygon")]
    return shapely.union_all(parts)


def _felt(area: BaseGeometry) -> BaseGeometry:
    """The parts of an area in which a finger has room."""
    parts = [part for part in shapely.get_parts(area) if not part.buffer(-FELT).is_empty]
    return shapely.union_all(parts)


def _widened(
    felt: Mapping[tuple[str, str], BaseGeometry], whole: Mapping[tuple[str, str], BaseGeometry]
) -> dict[tuple[str, str], BaseGeometry]:
    """The areas, those parts widened towards the sea that are too narrow between two lines."""
    half = APART / 2
    wide = {}
    for key, area in felt.items():
        narrow = [
            part
            for part in shapely.get_parts(area.difference(area.buffer(-half, **SQUARE).buffer(half, **SQUARE)))
            if part.area > 1
        ]
        others = shapely.union_all([other for each, other in whole.items() if each != key])
        grown = shapely.union_all(narrow).buffer(half / 2, **SQUARE).difference(others.buffer(HAIR))
        wide[key] = _polygons(shapely.union_all([area, grown]).simplify(HAIR)) if narrow else area
    return wide


def _joined(
    whole: Mapping[tuple[str, str], BaseGeometry], felt: Mapping[tuple[str, str], BaseGeometry]
) -> tuple[dict[tuple[str, str], BaseGeometry], list[tuple[str, str]]]:
    """Each felt area with the small ones beside it that feel the same; and those that were joined whole."""
    grown = dict(felt)
    joined = []
    for key in sorted(whole):
        rest = whole[key].difference(felt[key])
        hosts = [other for other in sorted(felt) if other[1] == key[1] and not felt[other].is_empty]
        for part in shapely.get_parts(_polygons(rest)):
            shared = [(part.intersection(felt[other].buffer(HAIR)).area, other) for other in hosts]
            length, host = max(shared, default=(0.0, key))
            if length > HAIR * FELT:
                grown[host] = shapely.union_all([grown[host], part.buffer(HAIR), felt[host]]).simplify(HAIR)
                if felt[key].is_empty and key not in joined:
                    joined.append(key)
    return grown, joined


def _reaches(unit: BaseGeometry, shown: BaseGeometry) -> bool:
    return not unit.is_empty and unit.intersection(shown).area > unit.area / 2


def _lines(
    grounds: Sequence[Ground], shown: BaseGeometry, units: Mapping[str, BaseGeometry], sheet: Box
) -> BaseGeometry:
    """Coasts and borders between two grounds; none along what is left out, none at the edge of the map."""
    borders = [one.area.buffer(HAIR).intersection(other.area.boundary) for one, other in combinations(grounds, 2)]
    gone = shapely.union_all(list(units.values())).difference(shown.buffer(HAIR)).buffer(3 * HAIR)
    inside = shapely.box(sheet.x, sheet.y, sheet.x + sheet.width, sheet.y + sheet.height).buffer(-APART / 2)
    coast = shown.boundary.difference(gone)
    return _strokes([line.intersection(inside) for line in (*borders, coast)])


def _strokes(found: Sequence[BaseGeometry]) -> BaseGeometry:
    """Lines as few as they can be, without specks."""
    parts = [part for each in found for part in shapely.get_parts(shapely.get_parts(each))]
    lines = [part for part in parts if part.geom_type == "LineString" and not part.is_empty]
    merged = shapely.get_parts(shapely.line_merge(shapely.MultiLineString(lines)))
    return shapely.MultiLineString([line.simplify(SMOOTH) for line in merged if line.length > APART])


def _front(
    facts: Picture, units: Mapping[str, BaseGeometry], shown: BaseGeometry
) -> tuple[BaseGeometry, frozenset[Front]]:
    """Where members face Russia or its allies by land, and which of both."""
    found, kinds = [], set()
    for one, other in combinations(sorted(units), 2):
        front = facts.front_of(f"{one}|{other}")
        if front and shapely.dwithin(units[one], units[other], HAIR):
            line = units[one].buffer(HAIR).intersection(units[other].boundary).intersection(shown.buffer(HAIR))
            parts = [part for part in shapely.get_parts(line) if part.geom_type == "LineString"]
            found += parts
            kinds |= {front} if parts else set()
    return _strokes(found), frozenset(kinds)
