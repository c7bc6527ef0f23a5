"""Text that XML and spreadsheets can hold."""

import re

FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text without signs that XML 1.0 forbids."""
    return FORBIDDEN.sub("", text)


def fitted(text: str, length: int) -> str:
    """The text, or as many of its whole words as fit with a sign that it goes on; a quotation is closed again."""
    if len(text) <= length:
        return text
    end = " …”" if "“" in text else " …"
    room = length - len(end)
    cut = text[: room + 1].rsplit(" ", 1)[0] if " " in text[: room + 1] else text[:room]
    return cut.rstrip() + end
