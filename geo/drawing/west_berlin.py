"""How large the dot of West Berlin is, which the shapes cannot separate.

It leaves East Germany in sight, and is gone where that is too small for it. `geo/atlas/core/west_berlin.mjs` has the
same rule; `tests/cases/west_berlin.json` holds the two together.
"""

from collections.abc import Mapping

from data.picture import EAST_GERMANY
from geo.drawing.rings import largest_ring

RADIUS = 5
"""Px at a scale of 1."""
PART = 1 / 12
"""At most, of the longer side of East Germany."""
LEAST, LEGIBLE = 2, 3
"""Px: where it would be smaller than the first, there is none, and none is smaller than the second."""


def berlin_radius(paths: Mapping[str, str], k: float, scale: float = 1) -> float:
    """Half the width of the dot in px, `k` of which are a unit of the paths; 0 where there is none."""
    radius = min(RADIUS * scale, PART * largest_ring(paths.get(EAST_GERMANY, "")) * k)
    return max(LEGIBLE, radius) if radius >= LEAST else 0
