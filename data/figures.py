"""Figures as people write them: 94 million people, 911,000 km², 1,340 km."""

from data.words import phrase

MILLION = 1e6
WHOLE_FROM = 10 * MILLION
"""People from here on are told in whole millions."""
SIGNIFICANT = 3


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


def listed(parts: list[str]) -> str:
    """Words one after the other: a, b and c."""
    *first, last = parts
    return phrase("figure", "and", first=", ".join(first), last=last) if first else last
