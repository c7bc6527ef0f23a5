"""What the pages' document says so that Streamlit's font of icons, 375 kB, is not ahead of what a page shows."""

from functools import cache
from pathlib import Path
from string import Template

FAMILY = "Material Symbols"
REST_MS = 10_000
"""From the moment all that the document names is there; an icon on the page asks for its font by itself before."""


@cache
def icons_later() -> bytes:
    """The script that puts the font off."""
    script = Path(__file__).with_name("icons_later.html").read_text(encoding="utf-8")
    return Template(script).substitute(family=FAMILY, rest_ms=REST_MS).encode()
