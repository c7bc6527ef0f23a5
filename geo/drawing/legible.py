"""How small letters may be in what leaves the house: one size for each medium, by which all else gives way."""

PT_PER_MM = 72 / 25.4
NAME_PT = 6
"""Of a name or a number on a map on paper."""
SIGN_PT = 5
"""Of what stands within a sign of a key on paper, whose words are beside it."""
TOLD_PT = 7
"""Of a key, a note or a source on paper."""


def px_on_paper(points: float, wide_px: float, wide_mm: float) -> float:
    """How many px of a picture make a size in points, where it is printed so many mm wide."""
    return points * wide_px / (wide_mm * PT_PER_MM)


def mm_on_paper(points: float, px: float, wide_px: float) -> float:
    """How wide a picture is printed, in mm, where so many px of it measure a size in points."""
    return points * wide_px / (px * PT_PER_MM)
