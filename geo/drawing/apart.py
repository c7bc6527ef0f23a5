"""A ring of path data without the borders along which two who joined have one line between them.

The same rules as `geo/atlas/core/apart.mjs`; `tests/cases/line_rooms.json` holds both to them.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

import numpy as np

from geo.shapes.topology import decode, encode


@lru_cache(maxsize=1024)
def apart_from(ring: str, borders: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a ring along which none of some borders runs, as path data; the ring itself where none does."""
    corners = [tuple(corner) for corner in decode(ring)[0][:-1].tolist()]
    shared = set(_sides(borders))
    count = len(corners)
    is_shared = [(corners[at], corners[(at + 1) % count]) in shared for at in range(count)]
    if not any(is_shared):
        return (ring,)
    lines: list[list[tuple[int, ...]]] = []
    first = is_shared.index(True)
    for at in ((first + step) % count for step in range(1, count)):
        if is_shared[at]:
            continue
        if is_shared[at - 1]:
            lines.append([corners[at]])
        lines[-1].append(corners[(at + 1) % count])
    return tuple(encode(np.array(line), closed=False) for line in lines)


def _sides(borders: Iterable[str]) -> Iterable[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The straight lines of borders, each in both directions."""
    for border in borders:
        for line in decode(border):
            corners = [tuple(corner) for corner in line.tolist()]
            yield from pairwise(corners)
            yield from pairwise(corners[::-1])
