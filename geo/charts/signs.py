"""The signs of the map as pictures for a chart, which has none of its own that are alike."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from data.vocabulary import Stance
from geo.drawing.palette import GLYPHS, STANCE_INKS, Theme
from geo.wire.strict_json import Json

Part = tuple[str, str]
"""A path, whose holes are by even and odd, and its colour."""
OFFER = "M-7.4 0A7.4 7.4 0 1 0 7.4 0A7.4 7.4 0 1 0-7.4 0zM-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0z"
RING = '<circle r="11" fill="none" stroke="{colour}" stroke-width="1.4" stroke-dasharray="3 2.2"/>'
HALF = "M0-8L-8 0L0 8z"
"""The left half of the sign of a demand."""
OPEN_HALF = "M1.4-8L9.4 0L1.4 8zM3.4-3.6V3.6L7 0z"
"""The right half of the sign of an acceptance, which has a hole."""
HALF_RING = "M1.4-7.4A7.4 7.4 0 0 1 1.4 7.4zM3.4-4.6V4.6A5.2 5.2 0 0 0 3.4-4.6z"

CHOSEN = "M-11.5 0A11.5 11.5 0 1 0 11.5 0A11.5 11.5 0 1 0-11.5 0zM-9 0A9 9 0 1 0 9 0A9 9 0 1 0-9 0z"


def sign_uri(parts: Sequence[Part], ring: str = "") -> str:
    """A sign as an address that holds the picture itself; `ring` is the colour of a ring around it."""
    paths = "".join(f'<path d="{path}" fill="{colour}" fill-rule="evenodd"/>' for path, colour in parts)
    circle = RING.format(colour=ring) if ring else ""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="-12 -12 24 24">{circle}{paths}</svg>'
    )
    return f"data:image/svg+xml,{quote(svg)}"


def stance_uri(stance: Stance, ink: Theme, *, ringed: bool = False) -> str:
    """The sign of a stance, as on the map and in the lists."""
    colour = getattr(ink, STANCE_INKS[stance])
    return sign_uri([("".join(GLYPHS[stance]), colour)], colour if ringed else "")


def chosen_uri(ink: Theme) -> str:
    """The ring around the sign that was chosen."""
    return sign_uri([(CHOSEN, ink.focus)])


def said_uris(ink: Theme) -> dict[str, str]:
    """The signs of what Moscow said of a country in a year: those of the stances, and halves where there were two."""
    half = (HALF, ink.ink)
    return {
        "refused": stance_uri(Stance.RED_LINE, ink),
        "objected": stance_uri(Stance.DEMAND, ink),
        "tolerated": stance_uri(Stance.ACCEPTANCE, ink),
        "both": sign_uri([half, (OPEN_HALF, ink.calm)]),
        "worked": sign_uri([half, (HALF_RING, ink.ink)]),
        "offer": sign_uri([(OFFER, ink.calm)]),
    }


def placed(uri: str, x: object, y: float, **size: Any) -> Json:
    """A sign in the middle of a place of a chart; it takes the smaller of `sizex` and `sizey`, in units of the axes."""
    return {"source": uri, "x": x, "y": y, "xref": "x", "xanchor": "center", "yanchor": "middle", "sizing": "contain",
            "layer": "above", **size}  # fmt: skip
