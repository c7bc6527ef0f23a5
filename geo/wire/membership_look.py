"""The colours of a membership as a stylesheet: it follows that of NATO, whose rules it takes the place of."""

import re
from collections.abc import Iterator

from rcssmin import cssmin

from data.memberships.value import Membership
from geo.drawing.palette import (
    PRINTED,
    THEMES,
    Hatch,
    disputed_rules,
    inks_of,
    on_screen,
    printed_rule,
    rungs_of,
    status_rules,
    wearing_theme,
)

KEY = re.compile(r"[\w-]+")
MORE = """
.stretches{display:grid;gap:6px}
.stretch{display:grid;grid-template-columns:26px minmax(0,1fr);gap:0 10px;line-height:1.3}
.stretch .swatch{margin-top:2px}
.stretch-note{display:block}
.flag[data-left] span{background:var(--raised);color:var(--text);box-shadow:inset 0 0 0 2px var(--news)}
"""
"""What the atlas of NATO has not: the stretches on a card, and flags of who left."""


def membership_css(membership: Membership) -> str:
    """Fills, texts, swatches, bars and patterns of its statuses; ValueError for a key that no rule can name."""
    return str(cssmin("".join(_lines(membership)) + MORE))


def printed_of(membership: Membership) -> dict[str, Hatch]:
    """The patterns of its statuses: those of the same places on the ramp, so that they tell the same fills apart."""
    return {key: PRINTED[rung] for key, rung in rungs_of(membership).items() if rung in PRINTED}


def _lines(membership: Membership) -> Iterator[str]:
    for theme in THEMES:
        inks = [(status.colour, inks_of(membership, theme)[status.key]) for status in membership.statuses]
        worn = "".join(f"--fill-{colour}:{ink.fill};--on-{colour}:{ink.text};" for colour, ink in inks)
        yield on_screen(theme, f"{wearing_theme(theme)}{{{worn}}}\n")
    printed = printed_of(membership)
    for status in membership.statuses:
        if not KEY.fullmatch(status.key):
            raise ValueError(f"{membership.id}: the key {status.key!r} of a status; expected letters, digits, - and _")
        fill, text = f"var(--fill-{status.colour})", f"var(--on-{status.colour})"
        yield from status_rules(status.key, fill, text)
        yield printed_rule(status.key, printed.get(status.key), fill)
        for theme in THEMES:
            yield on_screen(theme, "".join(disputed_rules(theme, status.key, inks_of(membership, theme)[status.key])))
