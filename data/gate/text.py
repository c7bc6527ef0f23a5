"""Text from outside: the signs that it may not have, and how a sentence shows it."""

import re

from data.gate.limits import LONGEST_SHOWN

CONTROLS = "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f"
"""All but the tab and the end of a line."""
LINES = "\\t\\n\\u2028\\u2029"
"""What ends a line, a paragraph or a cell."""
TURNS = "\\u202a-\\u202e\\u2066-\\u2069"
"""What turns the direction of the text that follows, of ours as well."""
HALVES = "\\ud800-\\udfff"
"""Halves of a sign of two."""
NO_SIGNS = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
"""What Unicode says is no sign."""

UNFIT = re.compile(f"[{CONTROLS}{HALVES}{NO_SIGNS}]")
"""What no text may have: no reader sees it, and files of slides and pictures break on it."""
UNFIT_IN_LINE = re.compile(f"[{CONTROLS}{LINES}{TURNS}{HALVES}{NO_SIGNS}]")
"""What no name or cell may have: XML, spreadsheets and slides refuse it, lines break, or others' text turns round."""
UNSEEN = re.compile(f"[{CONTROLS}{LINES}{TURNS}{HALVES}]")
"""The same in a message of a room; its twin in the browser has it, too."""


def first_unfit(text: str, unfit: re.Pattern[str] = UNFIT_IN_LINE) -> str:
    """The first sign that a text may not have, or nothing."""
    if text.isprintable():  # so nearly all are, and of the signs above none is: that is told ten times as fast
        return ""
    found = unfit.search(text)
    return found[0] if found else ""


def named(sign: str) -> str:
    """A sign that cannot be shown, by its number: U+0000."""
    return f"U+{ord(sign):04X}"


def cut(text: str, most: int = LONGEST_SHOWN) -> str:
    """A text, cut where it is long."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def shown(value: object) -> str:
    """A value as a message shows it, cut where it is long."""
    return cut(repr(value[:LONGEST_SHOWN] if isinstance(value, str) else value))


def plain(text: str) -> str:
    """A text as a message shows it without quotes, where all of it can be seen; else as `shown` does."""
    return cut(text) if text.isprintable() else shown(text)
