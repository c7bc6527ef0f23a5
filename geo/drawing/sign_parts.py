"""What the signs of a key are made of: boxes, frames, lines, and what stands in the middle of a box."""

from math import cos, radians, sin
from typing import Any

from data.vocabulary import Stance
from geo.drawing.palette import GLYPHS, STANCE_INKS, Hatch, Theme
from geo.drawing.svg import element

Look = dict[str, Any]
SIGN_WIDTH, SIGN_HEIGHT = 36, 24
"""The box that each sign is drawn in, in px."""
KEY_PIN = "M4 22 24 4 29 11z"
"""The tail of a sign in a key, as `geo/atlas/sign_icon.mjs` has it."""
CASING = 3
"""Px of the line around the sign of a statement, half of which is seen: a dark one stands on dark land."""


def line_signs(theme: Theme) -> dict[str, str]:
    """The signs of outlines, fronts, borders and lines, by row."""
    ring: Look = {"fill": "none", "stroke": theme.ink, "stroke_width": 1.4, "stroke_dasharray": "3 2.2"}
    arc: Look = {"fill": "none", "stroke": theme.focus, "stroke_width": 1.8, "stroke_linecap": "round"}
    bars: Look = {"fill": "none", "stroke": theme.front, "stroke_width": 1.6}
    return {
        "land": box(fill=theme.land, stroke=theme.rule),
        "joined": frame(theme.news_casing, 5) + frame(theme.news, 2.8),
        "outlined": frame(theme.mark_casing, 5) + frame(theme.focus, 2.8),
        "front_russia": rule(theme.front_casing, 9) + rule(theme.front, 6),
        "front_bloc": rule(theme.front_casing, 6) + rule(theme.front, 3),
        "nearest": rule(theme.front, 1.6, "6 4") + element("path", d="M1 7v10m34 0v-10", **bars),
        "dashed": rule(theme.border_casing, 4) + rule(theme.border_core, 1.6, "4 3"),
        "contested": in_middle(element("circle", r=10, **ring)),
        "chosen": in_middle(element("circle", r=9, fill=theme.mark_casing, stroke=theme.focus, stroke_width=2.6)),
        "pin": element(
            "path", d=KEY_PIN, fill=theme.mark_casing, stroke=theme.ink, stroke_width=1.6, stroke_linejoin="round"
        )
        + element("circle", cx=26, cy=8, r=6, fill=theme.ink),
        "arc": element("path", d="M3 20Q16 2 31 9", **arc) + element("circle", cx=31, cy=9, r=3, fill=theme.focus),
    }


def under_hatch(name: str, hatch: Hatch, k: float, part: float = 1) -> str:
    """The box of a sign under a hatch, with a mark of it whole in the middle; `part` of the size on the map."""
    turn, half, k = radians(hatch.turn), hatch.tile * part / 2, k * part
    x = SIGN_WIDTH / 2 - half * (cos(turn) - sin(turn))
    y = SIGN_HEIGHT / 2 - half * (cos(turn) + sin(turn))
    at: Look = {"x": f"{-x / k:.4f}", "y": f"{-y / k:.4f}", "width": SIGN_WIDTH / k, "height": SIGN_HEIGHT / k}
    rect = element("rect", fill=f"url(#hatch-{name})", **at)
    return element("g", rect, transform=f"translate({x:.3f} {y:.3f}) scale({k:.5f})")


def stance_sign(stance: Stance, theme: Theme) -> str:
    """The sign of a statement, around (0, 0)."""
    body, *holes = GLYPHS[stance]
    ink = getattr(theme, STANCE_INKS[stance])
    cased: Look = {"stroke": theme.mark_casing, "stroke_width": CASING, "paint_order": "stroke"}
    drawn = element("path", d=body, fill=ink, **cased)
    return drawn + "".join(element("path", d=hole, fill=theme.mark_casing) for hole in holes)


def box(**look: Any) -> str:
    """The whole of a sign as a rectangle."""
    return element("rect", width=SIGN_WIDTH, height=SIGN_HEIGHT, **look)


def frame(stroke: str, width: float) -> str:
    """A line around a sign, as around a country."""
    look: Look = {"fill": "none", "stroke": stroke, "stroke_width": width}
    return element("rect", x=3, y=3, width=SIGN_WIDTH - 6, height=SIGN_HEIGHT - 6, rx=3, **look)


def rule(stroke: str, width: float, dashes: str = "") -> str:
    """A line across a sign."""
    look: Look = {"fill": "none", "stroke": stroke, "stroke_width": width}
    if dashes:
        look["stroke_dasharray"] = dashes
    return element("path", d=f"M0 {SIGN_HEIGHT // 2}H{SIGN_WIDTH}", **look)


def in_middle(drawn: str, scale: float = 1) -> str:
    """What is drawn around (0, 0), in the middle of a sign."""
    grown = f" scale({scale})" if scale != 1 else ""
    return element("g", drawn, transform=f"translate({SIGN_WIDTH // 2} {SIGN_HEIGHT // 2}){grown}")
