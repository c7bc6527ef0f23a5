"""Halos beneath letters, for a program that paints a text letter by letter.

There each letter's halo lies over the letter before it, and takes a part of that away.
"""

import re

CASED = re.compile(
    r'<text (?P<at>[^>]*?) (?P<fill>fill="[^"]*")(?P<more>[^>]*?)(?P<halo>( stroke[^"> ]*="[^"]*")+) '
    r'paint-order="stroke">(?P<words>[^<]*)</text>'
)


def with_halos_beneath(svg: str) -> str:
    """A picture on which each text that has a halo stands on that as on a thing of its own, whole before it."""
    return CASED.sub(_apart, svg)


def _apart(cased: re.Match[str]) -> str:
    at, more, words = cased["at"], cased["more"], cased["words"]
    halo = f'<text {at} fill="none"{more}{cased["halo"]}>{words}</text>'
    return f"{halo}<text {at} {cased['fill']}{more}>{words}</text>"
