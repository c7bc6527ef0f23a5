"""How much of a name's box lies on its own country's ground, and on that of others: the least and the most."""

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True)
class Limits:
    """The least and the most of a box; `room` times its country's is the most of its width."""

    own: float
    foreign: float
    room: float


WELL = Limits(own=0.92, foreign=0.01, room=1.6)
SNUGLY = Limits(own=1, foreign=0, room=1.6)
FAIRLY = Limits(own=0.8, foreign=0.1, room=1.4)
"""Rather than at sea."""
LOOSELY = Limits(own=0.72, foreign=0.1, room=2.2)
OVER = Limits(own=0.45, foreign=0.55, room=1.8)
"""Rather over its border than far from it; none that need not stand."""
LEANING = Limits(own=0.7, foreign=0.25, room=1.8)
"""The same of a name that a number could stand for."""
REACHING = Limits(own=0.7, foreign=0.15, room=1.6)
"""That of a member, rather than none."""
MOSTLY = Limits(own=0.55, foreign=0.35, room=inf)
"""A number, rather than upon a neighbour."""
HALF = Limits(own=0.45, foreign=0.55, room=inf)
"""The same of one that must stand, rather than none."""
ANYHOW = Limits(own=0, foreign=0.4, room=inf)
"""That of one led to wherever there is room: rather in a list than upon a neighbour."""
UPON = Limits(own=0, foreign=1, room=inf)
"""A number points at the ground under its middle."""
COLUMNS, ROWS = 9, 3
"""What lies under a box is asked at so many points across, and so many down a line."""
