"""Chips: a status, a stance or a verdict by its name, behind its colour or sign; inside `StatementCards.page`."""

from urllib.parse import quote

from markupsafe import Markup

from data.vocabulary import Stance, Status, Verdict
from geo.drawing.palette import Theme
from geo.drawing.verdicts import HALF, SIGNS
from pages.parts.templates import called, filled


def status_chip(status: Status, label: str = "") -> Markup:
    """A status behind the colour that it has on the map; `label` in place of its full name."""
    return called("chips", "status_chip", status, label)


def stance_chip(stance: Stance, label: str = "") -> Markup:
    """A stance behind the sign that it has on the map."""
    return called("chips", "stance_chip", stance, label)


def verdict_chip(verdict: Verdict) -> Markup:
    """A verdict on a claim behind its sign."""
    return called("chips", "verdict_chip", verdict)


def verdict_picture(verdict: Verdict, ink: Theme) -> str:
    """The sign of a verdict, fit for an address."""
    half = HALF if verdict == Verdict.HOLDS_IN_PART else ""
    return "data:image/svg+xml," + quote(filled("verdict_sign", sign=SIGNS[verdict], ink=vars(ink), half=half))
