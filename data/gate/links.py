"""Links from outside: which addresses a page may open."""

import re

WEB = ("http://", "https://")
LINK = re.compile(r"(https?://[^\s/?#]+|mailto:[^\s@]+@)\S+|https?://[^\s/?#]+", re.ASCII | re.IGNORECASE)


def is_link(text: str) -> bool:
    """Whether a text is the address of a page or a mailbox; anything else, such as a script, is no link."""
    return bool(LINK.fullmatch(text))


def is_web(text: str) -> bool:
    """Whether a text is the address of a page."""
    return text.lower().startswith(WEB) and is_link(text)
