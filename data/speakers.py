"""Who speaks in a statement: the persons or bodies of a row, whoever reports them, each under one name."""

import re
from collections.abc import Iterable

from data.search_text import folded

_ASIDE = re.compile(r"\s*\(([^()]*)\)\s*$")
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|de|la|van|von|af))+")
"""Two words or more, each with a capital but for such as `von`."""
_BETWEEN = re.compile(r", | and ")


def speakers_of(speaker: str) -> tuple[str, ...]:
    """The persons or bodies that a speaker's cell names, in its order.

    What stands in brackets at the end tells how the words are known, and is left out, unless it is a person's name:
    then it is who spoke for the body.

    >>> speakers_of("Vladimir Putin (as reported by Kommersant)")
    ('Vladimir Putin',)
    >>> speakers_of("Russian delegation (Vladimir Medinsky)")
    ('Russian delegation', 'Vladimir Medinsky')
    >>> speakers_of("Viktor Yushchenko, Yulia Tymoshenko")
    ('Viktor Yushchenko', 'Yulia Tymoshenko')
    """
    aside = _ASIDE.search(speaker)
    named = speaker[: aside.start()] if aside else speaker
    parts = _BETWEEN.split(named)
    spoke = parts if all(map(_NAME.fullmatch, parts)) else [named]
    return (*spoke, *([aside[1]] if aside and _NAME.fullmatch(aside[1]) else []))


def listed_speakers(speakers: Iterable[str]) -> list[str]:
    """Everyone who speaks, once, in alphabetical order; beneath each the cells that name them in more words."""
    cells = set(speakers)
    beneath: dict[str, list[str]] = {one: [] for cell in cells for one in speakers_of(cell)}
    for cell in cells - beneath.keys():
        first, *_ = speakers_of(cell)
        beneath[first].append(cell)
    return [name for one in sorted(beneath, key=folded) for name in (one, *sorted(beneath[one], key=folded))]


def is_by(speaker: str, wanted: Iterable[str]) -> bool:
    """Whether a speaker's cell, or anyone it names, is among those wanted."""
    return not {speaker, *speakers_of(speaker)}.isdisjoint(wanted)
