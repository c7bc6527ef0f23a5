"""Whole numbers from outside, whose length is looked at before they are read."""

from data.gate.limits import MOST_DIGITS


def whole(text: str) -> int | None:
    """The whole number of a text, from 0; None for anything but a few plain digits."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None
