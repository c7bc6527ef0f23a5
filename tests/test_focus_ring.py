"""The ring of what has the focus is seen on every ground it can lie on."""

import pytest

from geo.drawing.palette import THEMES, Theme

LEAST = 3.0  # WCAG 2.2, 1.4.11


def luminance(colour: str) -> float:
    """Of a colour `#rrggbb`, as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_ring_and_casing_are_told_apart_and_one_of_them_from_every_ground(theme: Theme) -> None:
    assert contrast(theme.focus, theme.mark_casing) >= LEAST
    grounds = [*(ink.fill for ink in theme.statuses.values()), theme.sea, theme.land, theme.page, theme.raised]
    assert [
        each for each in grounds if max(contrast(theme.focus, each), contrast(theme.mark_casing, each)) < LEAST
    ] == []
