"""The band of gold inside the border of those who joined; in the atlas `geo/atlas/look/map.css` has the same widths."""

from geo.drawing.line_room import largest_at, rooms_of

WHOLE = 8.4
"""Px of the band of a large country, of which half shows: a hairline, the gold, a hairline;"""
SHARE = 0.4
"""what part of its ground a band takes at most, and its width of the room there is;"""
LEAST = 0.3
"""what is left of the band of the smallest, whatever it takes; islands of a country have none."""
GOLD, EDGE = 0.81, 0.17
"""Parts of the band's width: the gold over the hairline at its inner side, and over the gold that along the border."""


def band(room: float, *, is_largest: bool = True, fine: float = 1) -> float:
    """How wide the band of a ring is, in px, for its room in px on a screen; `is_largest` of its country's rings.

    `fine` is the part of their width that the lines of the map have.
    """
    return max(LEAST * fine * WHOLE if is_largest else 0, min(WHOLE, SHARE * room))


def bands(d: str, px: float, fine: float = 1) -> list[tuple[str, float]]:
    """The rings of path data with the widths of their bands, both in its units, of which one px takes so many.

    The largest comes first.
    """
    rings, largest = d.split("M")[1:], largest_at(d)
    order = sorted(range(len(rings)), key=lambda at: at != largest)
    return [(f"M{rings[at]}", band(rooms_of(d)[at] / px, is_largest=at == largest, fine=fine) * px) for at in order]
