"""The atlas's stylesheet: the palette, then the look by topic. Where two rules weigh the same, the later topic wins."""

from pathlib import Path

from rcssmin import cssmin

from geo.drawing.palette import palette_css

LOOK = Path(__file__).parent.parent / "atlas" / "look"
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
    "modes",
    "paper",
)


def look_css() -> str:
    """The whole of the atlas's look as one stylesheet."""
    return small_css(palette_css(), *((LOOK / f"{topic}.css").read_text(encoding="utf-8") for topic in TOPICS))


def small_css(*sheets: str) -> str:
    """Stylesheets as one, without remarks and indents."""
    return str(cssmin("".join(sheets)))
