"""Patterns over the fills are told apart by their kind, seen on every fill, and leave it to be known for what it is."""

import io
import re
from dataclasses import replace
from itertools import combinations

import pytest
from coloraide import Color
from each import for_each
from PIL import Image

from data.vocabulary import Overlay
from geo.drawing.hatched import PATTERNS, is_patterned
from geo.drawing.key import DRAFT, OVER
from geo.drawing.palette import HATCHES, LIGHT, PRINTED, THEMES, Hatch, Theme, is_dark, palette_css, wearing_theme
from geo.drawing.sheet import NO_FOCUS, Focus
from geo.drawing.svg import pattern, png

SIDE = 240
LEAST_DISTANCE = 8
"""CIEDE2000 of a fill under a pattern, seen from afar, from all others."""
LEAST_FILL, LEAST_INK = 0.65, 0.04
"""Of the ground, what the fill keeps, and what the pattern takes in each of its inks."""
VISIBLE = 3
BELONGS = ("csto", "eu", OVER)
"""Who belongs to what, beside NATO."""


def kinds(hatch: Hatch) -> set[str]:
    """What a pattern is made of: lines, dots, or marks of a shape."""
    shapes = {re.sub(r"[^A-Za-z]", "", d) for _, d in hatch.marks}
    return {*shapes, *(["strokes"] if hatch.strokes else []), *(["dots"] if hatch.dots else [])}


def shares(name: str) -> dict[str, float]:
    """How much of the ground a pattern leaves, and takes in each ink."""
    inks = {"border_core": "#ff0000", "border_casing": "#00ff00", "ink": "#0000ff", "mark_casing": "#0000ff"}
    defined = f"<defs>{pattern(name, PATTERNS[name], replace(LIGHT, **inks), 1)}</defs>"
    box = f'<rect width="{SIDE}" height="{SIDE}"'
    drawn = f'{defined}{box} fill="#000000"/>{box} fill="url(#hatch-{name})"/>'
    size = f'viewBox="0 0 {SIDE} {SIDE}" width="{SIDE}" height="{SIDE}"'
    image = Image.open(io.BytesIO(png(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{drawn}</svg>', 4 * SIDE)))
    dots = image.convert("RGB").tobytes()
    taken = [sum(dots[i::3]) / 255 / (len(dots) / 3) for i in range(3)]
    return dict(zip(("fill", "dark", "light", "ink"), (1 - sum(taken), *taken), strict=True))


def from_afar(fill: str, theme: Theme, told: dict[str, float]) -> Color:
    """A fill and the inks over it, mixed as the eye mixes light."""
    inks = {"fill": fill, "dark": theme.border_core, "light": theme.border_casing, "ink": theme.ink}
    parts = {name: Color(colour).convert("srgb-linear") for name, colour in inks.items()}
    return Color("srgb-linear", [sum(told[name] * parts[name][i] for name in parts) for i in range(3)])


def test_ground_in_dispute_alone_is_striped_thin_and_aslant() -> None:
    assert kinds(HATCHES[Overlay.DISPUTED]) == {"strokes"}
    for name in BELONGS:
        assert "strokes" not in kinds(HATCHES[name]), name
    for name, hatch in HATCHES.items():
        if name not in (Overlay.DISPUTED, DRAFT) and hatch.strokes:
            assert hatch.turn % 90 == 0, name
            assert hatch.tile >= 2 * HATCHES[Overlay.DISPUTED].tile, name


@for_each("one, other", list(combinations(HATCHES, 2)))
def test_two_patterns_are_of_different_kinds(one: str, other: str) -> None:
    if {one, other} != {"command", Overlay.DISPUTED}:
        assert kinds(HATCHES[one]) != kinds(HATCHES[other])


@for_each("name", HATCHES)
def test_a_pattern_is_seen_and_leaves_the_fill_its_say(name: str) -> None:
    told = shares(name)
    assert told["fill"] >= LEAST_FILL
    if name == Overlay.DISPUTED:
        assert told["ink"] >= LEAST_INK
    else:
        assert min(told["dark"], told["light"]) >= LEAST_INK


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@for_each("name", HATCHES)
def test_a_fill_under_a_pattern_is_not_taken_for_another(name: str, theme: Theme) -> None:
    told, near = shares(name), {}
    fills = {str(status): ink.fill for status, ink in theme.statuses.items()}
    for status, fill in fills.items():
        seen = from_afar(fill, theme, told)
        for other in fills.keys() - {status}:
            measured = seen.delta_e(Color(fills[other]), method="2000")
            if measured < LEAST_DISTANCE:
                near[f"{status} as {other}"] = round(measured, 1)
    assert not near


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_pattern_shows_on_every_fill_by_one_of_its_inks(theme: Theme) -> None:
    for status, ink in theme.statuses.items():
        ratios = [
            Color(ink.fill).contrast(Color(of), method="wcag21") for of in (theme.border_core, theme.border_casing)
        ]
        assert max(ratios) >= VISIBLE, status


def test_no_layer_looks_like_what_tells_the_fills_apart_on_paper() -> None:
    for printed in PRINTED.values():
        assert not [name for name in BELONGS if kinds(HATCHES[name]) == kinds(printed)]


def test_names_keep_clear_of_patterns_where_there_are_any() -> None:
    assert not is_patterned(("front", "names", "statements"), NO_FOCUS)
    assert all(is_patterned((name,), NO_FOCUS) for name in HATCHES if name not in (OVER, DRAFT))
    assert is_patterned((), Focus(over="schengen"))
    assert is_patterned((), Focus(draft="nato-4"))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_ground_in_dispute_is_striped_in_an_ink_that_shows_on_its_fill(theme: Theme) -> None:
    for status, ink in theme.statuses.items():
        stripes = theme.mark_casing if is_dark(ink, theme) else theme.ink
        assert Color(ink.fill).contrast(Color(stripes), method="wcag21") >= VISIBLE, status


@pytest.mark.parametrize(("name", "theme"), THEMES.items(), ids=THEMES)
def test_the_stylesheet_shows_one_of_the_two_inks_over_every_status(name: str, theme: Theme) -> None:
    for status, ink in theme.statuses.items():
        over = f'{wearing_theme(name)} [data-overlay="disputed"] [data-status="{status}"]'
        hidden = "light" if is_dark(ink, theme) else "dark"
        assert f"{over} .on-{hidden}{{display:none}}" in palette_css()
        assert palette_css().count(f"{over} .on-") == 2
