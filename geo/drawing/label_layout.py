"""Where marks stand on a picture: boxes in, boxes out. The same rules as in the browser, in px."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

NEAR = 22  # closer places share a stack
GAP = 25
ROW = 4
EDGE = 20


@dataclass(frozen=True)
class Box:
    """A rectangle: its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


def stack_marks(points: Sequence[tuple[str, float, float]], bounds: Box) -> list[tuple[str, float, float]]:
    """Stack `(id, x, y)` that fall on (nearly) one point in rows around it; places outside stand at the edge."""
    stacks: list[tuple[float, float, list[str]]] = []
    left, top = bounds.x + EDGE, bounds.y + EDGE
    right, bottom = bounds.x + bounds.width - EDGE, bounds.y + bounds.height - EDGE
    for id_, px, py in points:
        x, y = min(right, max(left, px)), min(bottom, max(top, py))
        near = next((ids for sx, sy, ids in stacks if hypot(sx - x, sy - y) < NEAR), None)
        if near is None:
            stacks.append((x, y, [id_]))
        else:
            near.append(id_)
    placed = []
    for x, y, ids in stacks:
        rows = -(-len(ids) // ROW)
        half, tall = (min(ROW, len(ids)) - 1) * GAP / 2, (rows - 1) * GAP / 2
        cx, cy = min(right - half, max(left + half, x)), min(bottom - tall, max(top + tall, y))
        for i, id_ in enumerate(ids):
            row = i // ROW
            in_row = min(ROW, len(ids) - row * ROW)
            placed.append((id_, cx + (i % ROW - (in_row - 1) / 2) * GAP, cy + row * GAP - tall))
    return placed


def arc_path(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A gentle arc between two points, as SVG path data."""
    (ax, ay), (bx, by) = start, end
    dx, dy, lift = bx - ax, by - ay, 0.16
    cx, cy = (ax + bx) / 2 + dy * lift, (ay + by) / 2 - abs(dx) * lift - abs(dy) * 0.02
    return f"M{ax:.1f} {ay:.1f}Q{cx:.1f} {cy:.1f} {bx:.1f} {by:.1f}"
