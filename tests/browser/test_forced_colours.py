"""Where the system forces its colours, what can be pressed keeps an edge; what is chosen or has the focus is seen."""

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import numpy as np
import pytest
from class_pages import LESSON
from made import made_class_page
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from geo.publish.class_page import Reader
from geo.wire.assets import Assets, current_assets

Serve = Callable[[Assets], AbstractContextManager[str]]
Watched = Callable[..., AbstractContextManager[Page]]
EDGELESS = """() => {
  const edged = (node) => {
    const {borderTopStyle, borderTopWidth} = getComputedStyle(node);
    return borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0;
  };
  const as_text = '.link, .close, .tool, .bar-pick, .handle, .legend-row, .figure, .beyond-chip, .speed';
  return [...document.querySelectorAll('button')]
    .filter((each) => each.checkVisibility({visibilityProperty: true}) && !each.matches(as_text) && !edged(each))
    .map((each) => each.className);
}"""
"""The buttons without one; what lies in a frame of its own or reads as text needs none."""


def test_what_can_be_pressed_keeps_an_edge(watched: Watched, tmp_path: Path) -> None:
    file = tmp_path / "class.html"
    file.write_bytes(made_class_page(LESSON, Reader.TEACHER))
    with watched(offline=True, forced_colors="active") as page:
        for asked, there in (
            ("stop=2", '[data-act="next"]'),
            ("quiz=easy-3", ".quiz-main"),
            ("quiz=medium-7", ".quiz-option >> nth=0"),
        ):
            page.goto(f"{file.as_uri()}?{asked}")
            expect(page.locator(there)).to_be_visible()
            assert page.evaluate(EDGELESS) == []


LOOKS = """(parts) => parts.map((part) => {
  const {outlineStyle, outlineColor, borderTopWidth, borderTopColor, backgroundColor} = getComputedStyle(part);
  return [outlineStyle === 'none' ? '' : outlineColor, borderTopWidth, borderTopColor, backgroundColor].join(' ');
})"""
EDGED = """(part) => {
  const {borderTopStyle, borderTopWidth} = getComputedStyle(part);
  return borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0;
}"""


def test_what_is_chosen_looks_otherwise_and_what_lies_over_the_page_has_an_edge(
    watched: Watched, tmp_path: Path
) -> None:
    file = tmp_path / "teach.html"
    file.write_bytes(made_class_page(LESSON, Reader.TEACHER))
    with watched(offline=True, forced_colors="active") as page:
        page.goto(f"{file.as_uri()}?stop=2")
        expect(page.locator("[data-atlas]")).to_have_attribute("data-ready", "true")
        page.locator(".stop-count").press("Enter")
        assert page.locator(".stop-list").evaluate(EDGED)
        page.keyboard.press("Escape")
        page.keyboard.press("d")
        expect(page.locator(".ink-bar[role=toolbar]")).to_be_visible()
        assert page.locator(".ink-bar[role=toolbar]").evaluate(EDGED)
        assert told_apart(page.locator(".ink-bar [aria-pressed]"), "[aria-pressed=true]")
        page.keyboard.press("Escape")
        with page.context.expect_page() as opened:
            page.keyboard.press("n")
        notes = opened.value
        freeze = notes.get_by_role("button", name="Freeze the map")
        freeze.press("Enter")
        expect(freeze).to_have_attribute("aria-pressed", "true")
        notes.get_by_role("button", name="Next").focus()
        assert told_apart(notes.locator(".notes-buttons button:not(:focus)"), "[aria-pressed=true]")
        notes.close()
        page.goto(f"{file.as_uri()}?stop=2")
        page.keyboard.press("q")
        choices = page.locator(".quiz-choice input + span")
        expect(choices.first).to_be_visible()
        assert all(choice.evaluate(EDGED) for choice in choices.all())
        assert told_apart(choices, "input:checked + span")


def told_apart(parts: Locator, chosen: str) -> bool:
    """Whether those that are chosen look otherwise than each of the others."""
    is_chosen = parts.evaluate_all(f"(all) => all.map((part) => part.matches('{chosen}'))")
    looks_of = parts.evaluate_all(LOOKS)
    ours = {look for look, on in zip(looks_of, is_chosen, strict=True) if on}
    others = {look for look, on in zip(looks_of, is_chosen, strict=True) if not on}
    assert ours
    assert others
    return not ours & others


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ring_is_seen_on_the_map_which_keeps_its_colours(watched: Watched, serve: Serve, scheme: str) -> None:
    with (
        serve(current_assets()) as url,
        watched(alone=True, forced_colors="active", color_scheme=scheme, reduced_motion="reduce") as page,
    ):
        page.goto(f"{url}?year=2008")
        badge = page.locator(".badge-target").first
        badge.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        expect(badge).to_be_focused()
        box = badge.bounding_box()
        assert box
        around = {"x": box["x"] - 8, "y": box["y"] - 8, "width": box["width"] + 16, "height": box["height"] + 16}
        held = light_of(page.screenshot(clip=around))
        badge.evaluate("(badge) => badge.blur()")
        left = light_of(page.screenshot(clip=around))
        change = (np.maximum(held, left) + 0.05) / (np.minimum(held, left) + 0.05)
        assert (change >= 3).sum() >= 2 * (box["width"] + box["height"])


def light_of(picture: bytes) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """How bright each pixel is, as WCAG defines it."""
    parts = np.asarray(Image.open(io.BytesIO(picture)).convert("RGB")) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    light: np.ndarray[tuple[int, int], np.dtype[np.float64]] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return light
