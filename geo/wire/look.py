"""The atlas's stylesheet: the palette, then the look by topic. Where two rules weigh the same, the later topic wins."""

import re
from collections.abc import Container
from pathlib import Path

from rcssmin import cssmin

from geo.drawing.palette import palette_css

_QUOTED = re.compile(r"(\[[\w-]+[~|^$*]?=)'([A-Za-z_][\w-]*)'(?=\])")
_NOUGHT = re.compile(r"(?<![\w.#])0(\.\d)")
_CALC = re.compile(r"\b((?:max|min)\([\w.]+,)calc\(((?:[^()]|\([^()]*\))*)\)(?=\))")
"""What is the larger or smaller of two, one of which is worked out: that needs no word of its own."""
_TIMES = re.compile(r"(?<=\d) (\*) (?=var\()|(?<=\)) ([*/]) (?=\d)|(?<=[\d%a-z]) (/) (?=var\()")
_TWICE = re.compile(r"#([\da-f])\1([\da-f])\2([\da-f])\3(?![\da-f])")
SHORT = (
    (_QUOTED, r"\1\2"),
    (_TIMES, r"\1\2\3"),
    (_NOUGHT, r"\1"),
    (_CALC, r"\1\2"),
    (_TWICE, r"#\1\2\3"),
)
LOOK = Path(__file__).parent.parent / "atlas" / "look"
GREETING = "first_visit"
"""Of the atlas alone: who opens a page of its own has been sent there."""
TOPICS = (
    "base",
    "map",
    "marks",
    "menu",
    "title",
    "frame",
    "panel",
    "key",
    "search",
    "card",
    "timeline",
    "columns",
    "rail",
    "very_wide",
    "help",
    "small",
    "upright",
    "low",
    GREETING,
    "modes",
    "paper",
)


def look_css(without: Container[str] = ()) -> str:
    """The atlas's look as one stylesheet, without the topics that a page has not."""
    topics = (topic for topic in TOPICS if topic not in without)
    return small_css(palette_css(), *((LOOK / f"{topic}.css").read_text(encoding="utf-8") for topic in topics))


def small_css(*sheets: str) -> str:
    """Stylesheets as one, without remarks, indents, needless quotes, noughts, sums and gaps."""
    css = str(cssmin("".join(sheets)))
    for pattern, short in SHORT:
        css = pattern.sub(short, css)
    return css
