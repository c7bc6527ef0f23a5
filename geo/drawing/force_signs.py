"""Forces on a picture: where their signs stand, by the same rules as in the browser, and what they look like."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from math import hypot
from typing import Any

from data.forces import camp_of, sign_of
from data.vocabulary import Camp, ForceSign
from geo.drawing.ground import AROUND, ELSEWHERE, SEA, OnSheet, Under, ground_at, home_of
from geo.drawing.label_layout import Box
from geo.drawing.mark_beside import SEAWARD, Land, are_hiding, is_quiet, points_on
from geo.drawing.mark_layout import Line
from geo.drawing.name_table import Name
from geo.drawing.palette import (
    CAMP_BARS,
    CAMP_INKS,
    COUNT_ASIDE,
    CROWD_PLATE,
    FORCE_PLATE,
    FORCE_SIGNS,
    TIMES,
    Theme,
)
from geo.drawing.pins import PIN, boxes_along, crosses, pin
from geo.drawing.sheet import Sheet
from geo.drawing.svg import element, text_at

NEAR = 17  # closer places stand side by side
GAP = 23  # from sign to sign
LINE = 17  # and from row to row
ROW = 3
HALF_WIDTH, HALF_HEIGHT = 11.5, 8
COUNT = 11  # px of the number of those that stand folded,
LARGER = 1.4  # whose sign is so many times as large, where it hides no country,
LEAST_COUNT = 12  # or as large as another, and its number no less than this
SEEN = 4  # px of a line to a place, which lies beneath its sign
STEP = 9  # aside, where the place is taken
FEWEST = 4  # signs; fewer are no crowd
CROWDED = 0.5  # of the ground from the first to the last of those that touch: signs that take more of it hide it
FARTHEST = 12  # steps, where marks or other signs leave no nearer place
HOME_FARTHEST = 5  # steps to stand in one's own country or at sea
CROWD_FARTHEST = 5  # steps of the sign of a crowd that would hide a country where it belongs
AT = 2  # px between a place and its sign which the eye does not see
BESIDE = 1.25  # halves of a sign, across and down together, from its middle to a place that it stands upon at sea
STEPS = ((0, 0), *AROUND)
FAR_STEPS = tuple((dx * far, dy * far) for far in range(2, FARTHEST + 1) for dx, dy in AROUND)

Placed = tuple[int, float, float]
"""The number of a force, and x and y in px."""


def place_forces(
    points: Iterable[Placed],
    blocked: Sequence[Box],
    bounds: Box,
    unit: float = 1,
    yielding: Sequence[Box] = (),
    ground: Under | None = None,
    land: Land | None = None,
) -> tuple[list[Placed], list[Box]]:
    """The signs that stand, and the boxes they take.

    Those of nearly one place stand side by side. A place outside the bounds has none; signs keep inside them. They
    keep out of the boxes already taken, however far they have to go; out of those that give way (`around_names`), only
    where a step is enough. Their middles lie in the country of their place or at sea, if few steps are enough for that;
    on a `land`, they hide no country. A sign off its place has a line to it (`lines_to_places`). None stands upon such
    a line, or the place of another, if there is a better place.
    """
    signs: list[Placed] = []
    boxes: list[Box] = []
    lines: list[Line] = []
    heaps = _heaps(points, bounds, unit, ground)
    for heap in heaps:
        _, x, y = heap[0]
        feet = [(x, y) for other in heaps if other is not heap for _, x, y in other]
        home = home_of(x, y, ground, unit)
        near, far = (
            [_inside(_spread(heap, x + dx * STEP * unit, y + dy * STEP * unit, unit), bounds, unit) for dx, dy in steps]
            for steps in (STEPS, FAR_STEPS)
        )
        taken = [*blocked, *boxes]
        if land:
            at = [moved for moved in near if not _is_hiding(moved, unit, land)]
            about = _beside(far[: (CROWD_FARTHEST - 1) * len(AROUND)], unit, land)
        else:
            at, about = (
                [moved for moved in tries if all(ground_at(x, y, ground) in {SEA, home} for _, x, y in moved)]
                for tries in (near, far[: (HOME_FARTHEST - 1) * len(AROUND)])
            )

        rounds = ((at, [*taken, *yielding]), (at, taken), ([*about, *near, *far], taken))
        moved = first = None
        for tried in (tried for tries, others in rounds for tried in _free(tries, others, unit)):
            own, box = _lines_of(heap, tried, home, ground, unit), _around(tried, unit)
            is_seen = not _is_lone(box, unit) or not any(_holds(box, line[:2], SEEN * unit) for line in own)
            if is_seen and _is_clear(own, box, lines, taken) and not any(_holds(box, foot) for foot in feet):
                moved = tried
                break
            first = first or tried
        moved = moved or first or near[0]
        signs += moved
        boxes.append(_around(moved, unit))
        lines += _lines_of(heap, moved, home, ground, unit)
    return signs, boxes


def _lines_of(
    heap: Sequence[Placed], signs: Sequence[Placed], home: int, ground: Under | None, unit: float
) -> list[Line]:
    """The lines to their places of the signs of one country."""
    places = {number: (x, y) for number, x, y in heap}
    box = _around(signs, unit)
    return [
        (*places[number], x, y) for number, x, y in signs if not _is_at(places[number], (x, y), box, home, ground, unit)
    ]


def _is_clear(own: Sequence[Line], box: Box, lines: Sequence[Line], taken: Sequence[Box]) -> bool:
    """Whether signs stand on no line, and theirs run through nothing that is taken but what lies on their places."""
    if any(crosses(line, box) for line in lines):
        return False
    return not any(crosses(line, other) and not _holds(other, line[:2]) for line in own for other in taken)


def _is_at(
    place: tuple[float, float], sign: tuple[float, float], box: Box, home: int, ground: Under | None, unit: float
) -> bool:
    """Whether a sign stands at its place, as the eye sees it: in the country and upon it with its heap.

    At sea a lone one does not stand upon it with a corner, or the sea seems meant.
    """
    found = ground_at(*sign, ground)
    if found == SEA and _is_lone(box, unit):
        across, down = abs(place[0] - sign[0]) / HALF_WIDTH, abs(place[1] - sign[1]) / HALF_HEIGHT
        return across + down <= BESIDE * unit
    return found in (SEA, home) and _holds(box, place, AT * unit)


def _is_lone(box: Box, unit: float) -> bool:
    return box.width < GAP * unit * 3 / 2


def _holds(box: Box, point: tuple[float, float], by: float = 0) -> bool:
    """Whether a box, so much larger on each side, holds a point."""
    (x, y), left, top = point, box.x - by, box.y - by
    return left <= x <= left + box.width + 2 * by and top <= y <= top + box.height + 2 * by


def lines_to_places(
    points: Iterable[Placed], signs: Iterable[Placed], boxes: Sequence[Box], ground: Under | None, unit: float
) -> list[Line]:
    """The lines to their places of signs that do not stand there; `boxes` are those that the signs take."""
    places = {number: (x, y) for number, x, y in points}
    lines: list[Line] = []
    for number, x, y in signs:
        at, box = places[number], next(box for box in boxes if _holds(box, (x, y)))
        if not _is_at(at, (x, y), box, home_of(*at, ground, unit), ground, unit):
            lines.append((*at, x, y))
    return lines


def _half(unit: float) -> tuple[float, float]:
    return HALF_WIDTH * unit, HALF_HEIGHT * unit


def _is_hiding(signs: Sequence[Placed], unit: float, land: Land) -> bool:
    """Whether signs hide a country."""
    found = points_on([(x, y) for _, x, y in signs], _half(unit), land)
    return are_hiding(found, _half(unit), land)


def _beside(tries: Sequence[list[Placed]], unit: float, land: Land) -> list[list[Placed]]:
    """Those of places, the nearest first, where signs hide no country: rather at sea, or on quiet ground far nearer."""
    found = [(moved, points_on([(x, y) for _, x, y in moved], _half(unit), land)) for moved in tries]
    quiet = [
        at
        for at, (_, on) in enumerate(found)
        if all(ground == SEA or is_quiet(ground, count, _half(unit), land) for ground, count in on.items())
    ]
    most = quiet[0] * SEAWARD if quiet else len(tries)
    sea = [at for at, (_, on) in enumerate(found) if {*on} <= {SEA, ELSEWHERE} and at <= most]
    bare = (at for at, (_, on) in enumerate(found) if not are_hiding(on, _half(unit), land))
    return [found[at][0] for at in (*sea, *quiet, *bare)]


def crowd_unit(points: Iterable[Placed], bounds: Box, unit: float, land: Land) -> float:
    """The size of the signs of crowds: larger than others, unless they would hide a country."""
    larger = LARGER * unit
    are_large = not any(_is_hiding(_inside([point], bounds, larger), larger, land) for point in points)
    return larger if are_large else min(larger, max(unit, LEAST_COUNT / COUNT))


def _heaps(points: Iterable[Placed], bounds: Box, unit: float, ground: Under | None = None) -> list[list[Placed]]:
    """Those inside the bounds by nearly one place in one country."""
    heaps: list[list[Placed]] = []
    for point in points:
        _, x, y = point
        if not (bounds.x <= x <= bounds.x + bounds.width and bounds.y <= y <= bounds.y + bounds.height):
            continue
        home = home_of(x, y, ground, unit)
        near = (heap for heap in heaps if hypot(heap[0][1] - x, heap[0][2] - y) < NEAR * unit)
        heap = next((heap for heap in near if home_of(*heap[0][1:], ground, unit) == home), None)
        if heap is None:
            heaps.append([point])
        else:
            heap.append(point)
    return heaps


def fold_crowds(
    points: Sequence[Placed], camp: Callable[[int], Any], bounds: Box, unit: float = 1
) -> tuple[list[Placed], dict[int, tuple[int, ...]]]:
    """The points that are left where signs that would hide the ground stand folded, and whom each of these holds.

    Of a crowd, those of a camp are one point, the place nearest to their middle, which has the first of their numbers.
    """
    heaps = _heaps(points, bounds, unit)
    boxes = [_around(_inside(_spread(heap, heap[0][1], heap[0][2], unit), bounds, unit), unit) for heap in heaps]
    folded: list[Placed] = []
    held: dict[int, tuple[int, ...]] = {}
    for group in _touching(boxes):
        crowd = sorted(point for at in group for point in heaps[at])
        if len(crowd) < FEWEST or len(crowd) * GAP * LINE * unit**2 <= CROWDED * _area_of(boxes, group):
            continue
        for each in dict.fromkeys(camp(number) for number, _, _ in crowd):
            own = [point for point in crowd if camp(point[0]) == each]
            middle_x, middle_y = sum(x for _, x, _ in own) / len(own), sum(y for _, _, y in own) / len(own)
            _, x, y = min(own, key=lambda point: (point[1] - middle_x) ** 2 + (point[2] - middle_y) ** 2)
            folded.append((own[0][0], x, y))
            held[own[0][0]] = tuple(number for number, _, _ in own)
    gone = {number for numbers in held.values() for number in numbers}
    held = {number: numbers for number, numbers in held.items() if len(numbers) > 1}
    return [*folded, *(point for point in points if point[0] not in gone)], held


def _touching(boxes: Sequence[Box]) -> Iterator[list[int]]:
    """Boxes, by their places, in groups: those that meet, and those that meet one of these."""
    left = list(range(len(boxes)))
    while left:
        group = [left.pop(0)]
        for at in group:
            near = [other for other in left if boxes[at].meets(boxes[other])]
            group += near
            left = [other for other in left if other not in near]
        yield group


def _area_of(boxes: Sequence[Box], group: Iterable[int]) -> float:
    """The area of the box around some boxes."""
    inside = [boxes[at] for at in group]
    width = max(box.x + box.width for box in inside) - min(box.x for box in inside)
    return width * (max(box.y + box.height for box in inside) - min(box.y for box in inside))


def around_names(names: Iterable[Name]) -> list[Box]:
    """Boxes around names and along their leaders: a sign upon the end of a leader would seem to be what it leads to."""
    boxes: list[Box] = []
    for name in names:
        boxes.append(name.box)
        if name.leader:
            boxes += boxes_along(name.leader)
    return boxes


def _free(tries: Iterable[list[Placed]], others: Sequence[Box], unit: float) -> Iterator[list[Placed]]:
    return (moved for moved in tries if not any(_around(moved, unit).meets(other) for other in others))


def _spread(heap: Sequence[Placed], x: float, y: float, unit: float) -> list[Placed]:
    """The signs of one place in rows around it, lying to each other as their places do."""
    southward = sorted(heap, key=lambda point: point[2])
    rows = [southward[start : start + ROW] for start in range(0, len(heap), ROW)]
    return [
        (number, x + (i - (len(row) - 1) / 2) * GAP * unit, y + (line - (len(rows) - 1) / 2) * LINE * unit)
        for line, row in enumerate(rows)
        for i, (number, _, _) in enumerate(sorted(row, key=lambda point: point[1]))
    ]


def _inside(signs: list[Placed], bounds: Box, unit: float) -> list[Placed]:
    """The same signs, moved as far as it takes to cut none at the edge."""
    box = _around(signs, unit)
    dx = max(bounds.x, min(box.x, bounds.x + bounds.width - box.width)) - box.x
    dy = max(bounds.y, min(box.y, bounds.y + bounds.height - box.height)) - box.y
    return [(number, x + dx, y + dy) for number, x, y in signs]


def _around(signs: Sequence[Placed], unit: float) -> Box:
    xs, ys = [x for _, x, _ in signs], [y for _, _, y in signs]
    left, top = min(xs) - HALF_WIDTH * unit, min(ys) - HALF_HEIGHT * unit
    return Box(left, top, max(xs) + HALF_WIDTH * unit - left, max(ys) + HALF_HEIGHT * unit - top)


def force_sign(sign: ForceSign, camp: Camp | None, theme: Theme) -> str:
    """A sign around (0, 0); without a camp it tells the class alone."""
    ink = getattr(theme, CAMP_INKS[camp]) if camp else theme.text
    body = element("path", d=FORCE_SIGNS[sign], fill=ink, fill_rule="evenodd")
    if camp is None:
        return body
    plate = element("path", d=FORCE_PLATE, fill=theme.mark_casing, stroke=ink, stroke_width=1)
    return plate + element("path", d=CAMP_BARS[camp], fill=ink, stroke=ink, stroke_width=1) + body


def crowd_sign(count: int | str, camp: Camp | None, theme: Theme) -> str:
    """The sign of so many of a camp around (0, 0), or of any camp."""
    ink = getattr(theme, CAMP_INKS[camp]) if camp else theme.text
    plate = element("path", d=CROWD_PLATE, fill=theme.mark_casing, stroke=ink, stroke_width=1)
    bar = element("path", d=CAMP_BARS[camp], fill=ink, stroke=ink, stroke_width=1) if camp else ""
    x = COUNT_ASIDE[camp] if camp else 0
    return plate + bar + text_at(f"{TIMES}{count}", x, 3.9, COUNT, ink, font_weight=700, text_anchor="middle")


class ForceSigns:
    """The signs of forces on the map of a sheet: rows of forces.csv, and where each lies in units of the view.

    On `ground` the view lies as it is drawn. No sign of a crowd stands aside on `dear` ground, which the map is about.
    """

    def __init__(
        self,
        rows: Iterable[tuple[Any, Sequence[int]]],
        ground: OnSheet,
        sheet: Sheet,
        theme: Theme,
        dear: Set[int] = frozenset(),
    ) -> None:
        self.sheet, self.theme, self.ground, self.dear = sheet, theme, ground, dear
        k, x, y = ground.k, ground.x, ground.y
        given = list(rows)
        self.rows = [row for row, _ in given]
        points = [(i, at[0] * k + x, at[1] * k + y) for i, (_, at) in enumerate(given)]
        self.pins: list[Line] = []
        """The lines from signs that stand beside their places, once they stand."""
        self.points, self.held = fold_crowds(points, lambda i: camp_of(self.rows[i]), sheet.map, sheet.scale)

    def stand(self, blocked: Sequence[Box], names: Sequence[Box]) -> tuple[list[Box], list[str]]:
        """The boxes that they take beside what is blocked, and beside names where a step is enough; and the signs."""
        scale, bounds, ground = self.sheet.scale, self.sheet.map, self.ground
        folded = [point for point in self.points if point[0] in self.held]
        others = [point for point in self.points if point[0] not in self.held]
        land = Land(ground, ground.area_of, self.dear)
        large = crowd_unit(folded, bounds, scale, land)
        crowds, taken = place_forces(folded, blocked, bounds, large, names, land=land)
        lines = lines_to_places(folded, crowds, taken, None, large)
        strung = [box for line in lines for box in boxes_along(line)]
        signs, boxes = place_forces(others, [*blocked, *taken, *strung], bounds, scale, names, ground)
        lines += lines_to_places(others, signs, boxes, ground, scale)
        self.pins = lines
        along = [box for line in lines for box in boxes_along(line, PIN * scale)]
        pins = [path for line in lines for path in pin(line, scale, self.theme)]
        drawn = [self._crowd_at(*one, large) for one in crowds]
        return [*taken, *boxes, *along], [*pins, *drawn, *(self._sign_at(*one, scale) for one in signs)]

    def _crowd_at(self, i: int, x: float, y: float, scale: float) -> str:
        held = [self.rows[one] for one in self.held[i]]
        sign, places = crowd_sign(len(held), camp_of(held[0]), self.theme), "; ".join(row.place for row in held)
        return element("g", sign, transform=_at(x, y, scale), data_crowd=places)

    def _sign_at(self, i: int, x: float, y: float, scale: float) -> str:
        row = self.rows[i]
        sign = force_sign(sign_of(row), camp_of(row), self.theme)
        return element("g", sign, transform=_at(x, y, scale), data_force=row.place)


def _at(x: float, y: float, scale: float) -> str:
    return f"translate({x:.1f} {y:.1f})" + (f" scale({scale:g})" if scale != 1 else "")
