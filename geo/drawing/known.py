"""Whether what a picture is asked for is there."""

from collections.abc import Collection

from data.drafts import articles
from data.memberships.shipped import shipped_ids
from data.memberships.value import Membership
from data.picture import Picture
from geo.drawing.layers import DRAWN
from geo.drawing.offered import laid_over_on
from geo.drawing.palette import THEMES
from geo.drawing.sheet import Focus
from geo.drawing.views import ALL_VIEWS, VIEWS


def check_asked(facts: Picture, view: str, layers: Collection[str], theme: str, focus: Focus) -> None:
    """Raise ValueError for what the atlas does not have, or what cannot be laid over its map (`check_laid_over`).

    That is a view, layer, theme, unit, statement, article or membership.
    """
    must_know("view", view, ALL_VIEWS if facts.membership else VIEWS)
    must_know("theme", theme, THEMES)
    for layer in layers:
        must_know("layer", layer, DRAWN)
    for unit in (*focus.units, *focus.names):
        must_know("unit", unit, facts.units)
    if focus.statement:
        must_know("statement", focus.statement, list(facts.tables.statements["id"]))
    if focus.over:
        check_laid_over(focus.over, facts.membership, layers)
    if focus.draft:
        must_know("article", focus.draft, [article.id for article in articles(facts.tables)])


def check_laid_over(over: str, membership: Membership | None, layers: Collection[str]) -> None:
    """Raise ValueError for what cannot be laid over the map of a membership; or of NATO, where a layer shows the same.

    `membership` is None for NATO.
    """
    must_know("membership", over, shipped_ids())
    offered = laid_over_on(membership)
    if over not in offered:
        known = ", ".join(offered)
        raise ValueError(
            f"membership {over!r} has no ground on this map, or is the one it shows; expected one of {known}"
        )
    if membership is None and over in layers:
        raise ValueError(
            f"membership {over!r} cannot be laid over layer {over!r}, which shows it; expected only one of them"
        )


def must_know(what: str, found: str, known: Collection[str]) -> None:
    """Raise ValueError for what is not among those known."""
    if found not in known:
        raise ValueError(f"{what} {found!r} is unknown; expected one of {', '.join(known)}")
