"""Figures as people write them: 94 million people, 911,000 km², 1,340 km."""

from collections.abc import Sequence
from math import floor

from data.words import phrase

MILLION = 1e6
WHOLE_FROM = 10 * MILLION
"""People from here on are told in whole millions."""
SIGNIFICANT = 3
DIGITS = 6
"""After the point, to compare what remains: more is the noise of a computer."""


def people(number: float) -> str:
    """How many people: 959 million, 9.3 million, 622,000."""
    if number >= WHOLE_FROM:
        return phrase("figure", "millions", n=f"{number / MILLION:,.0f}")
    return phrase("figure", "millions", n=f"{number / MILLION:.1f}") if number >= MILLION else significant(number)


def area(km2: float) -> str:
    """An area with its unit: 27.1 million km², 911,000 km²."""
    n = phrase("figure", "millions", n=f"{km2 / MILLION:,.1f}") if km2 >= MILLION else significant(km2)
    return phrase("figure", "km2", n=n)


def significant(number: float) -> str:
    """A number to three digits that count: 13,700, 911,000."""
    return f"{float(f'{number:.{SIGNIFICANT}g}'):,.0f}"


def whole_parts(parts: Sequence[float]) -> list[int]:
    """Whole numbers for the parts of a sum that add up to their sum, rounded.

    Those with the largest remainders are rounded up (the method of Hamilton and Hare), the first of several alike.
    """
    rest = [part % 1 for part in parts]
    missing = round(round(sum(parts), DIGITS)) - sum(floor(part) for part in parts)
    up = set(sorted(range(len(parts)), key=lambda at: -round(rest[at], DIGITS))[:missing])
    return [floor(part) + (at in up) for at, part in enumerate(parts)]


def listed(parts: list[str]) -> str:
    """Words one after the other: a, b and c."""
    *first, last = parts
    return phrase("figure", "and", first=", ".join(first), last=last) if first else last
