"""Text as a search compares it: without capitals and accents."""

import unicodedata

from data.gate.limits import LONGEST_QUERY

WHOLE_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
"""Letters that Unicode does not take apart into a plain one and an accent."""


def folded(text: str) -> str:
    """The text in small letters, each without its accent.

    >>> folded("Wałęsa, İstanbul")
    'walesa, istanbul'
    """
    letters = unicodedata.normalize("NFKD", text.casefold().translate(WHOLE_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def looked_for(query: str) -> tuple[str, ...]:
    """The words that a reader looks for, each once, as a search compares them; what is beyond any question is cut."""
    return tuple(dict.fromkeys(folded(query[:LONGEST_QUERY]).split()))
