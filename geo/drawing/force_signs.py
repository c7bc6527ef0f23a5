"""Forces on a picture: where their signs stand, by the same rules as in the browser, and what they look like."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, hypot
from typing import Any

from data.forces import camp_of, sign_of
from data.vocabulary import Camp, ForceSign
from geo.drawing.label_layout import Box
from geo.drawing.name_layout import Name
from geo.drawing.palette import CAMP_BARS, CAMP_INKS, FORCE_PLATE, FORCE_SIGNS, Theme
from geo.drawing.svg import element

NEAR = 17  # closer places stand side by side
GAP = 23  # from sign to sign
LINE = 17  # and from row to row
ROW = 3
HALF_WIDTH, HALF_HEIGHT = 11.5, 8
STEP = 9  # aside, where the place is taken
LEADER = 2  # a leader is kept clear of in squares of so many px: a step aside is enough
FARTHEST = 12  # steps, where marks or other signs leave no nearer place
WAYS = ((0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1))
STEPS = ((0, 0), *WAYS)
FAR_STEPS = tuple((dx * far, dy * far) for far in range(2, FARTHEST + 1) for dx, dy in WAYS)

Placed = tuple[int, float, float]
"""The number of a force, and x and y in px."""


def place_forces(
    points: Iterable[Placed], blocked: Sequence[Box], bounds: Box, unit: float = 1, yielding: Sequence[Box] = ()
) -> tuple[list[Placed], list[Box]]:
    """The signs that stand, and the boxes they take.

    Those of nearly one place stand side by side. A place outside the bounds has none; signs keep inside them. They
    keep out of the boxes already taken, however far they have to go; out of those that give way (`around_names`), only
    where a step is enough.
    """
    heaps: list[list[Placed]] = []
    for point in points:
        _, x, y = point
        if not (bounds.x <= x <= bounds.x + bounds.width and bounds.y <= y <= bounds.y + bounds.height):
            continue
        heap = next((heap for heap in heaps if hypot(heap[0][1] - x, heap[0][2] - y) < NEAR * unit), None)
        if heap is None:
            heaps.append([point])
        else:
            heap.append(point)
    signs: list[Placed] = []
    boxes: list[Box] = []
    for heap in heaps:
        _, x, y = heap[0]
        near, far = (
            [_inside(_spread(heap, x + dx * STEP * unit, y + dy * STEP * unit, unit), bounds, unit) for dx, dy in steps]
            for steps in (STEPS, FAR_STEPS)
        )
        taken = [*blocked, *boxes]
        rounds = ((near, [*taken, *yielding]), (near, taken), (far, taken))
        moved = next((one for tries, others in rounds for one in _free(tries, others, unit)), near[0])
        signs += moved
        boxes.append(_around(moved, unit))
    return signs, boxes


def around_names(names: Iterable[Name]) -> list[Box]:
    """Boxes around names and along their leaders: a sign upon the end of a leader would seem to be what it leads to."""
    boxes: list[Box] = []
    for name in names:
        boxes.append(name.box)
        if name.leader:
            ax, ay, bx, by = name.leader
            steps = ceil(hypot(bx - ax, by - ay) / LEADER) or 1
            along = ((ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps) for i in range(steps + 1))
            boxes += [Box(x - LEADER / 2, y - LEADER / 2, LEADER, LEADER) for x, y in along]
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


def force_at(row: Any, x: float, y: float, theme: Theme, scale: float) -> str:
    """The sign of a row of forces.csv where it stands on a sheet."""
    size = f" scale({scale})" if scale != 1 else ""
    sign = force_sign(sign_of(row), camp_of(row), theme)
    return element("g", sign, transform=f"translate({x:.1f} {y:.1f}){size}", data_force=row.place)
