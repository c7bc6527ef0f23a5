"""Whom the atlas greets: who comes without a day or a card in the address, and only until a hand moves the years.

The hint lies over nothing.
"""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from rested import holds, two_frames

pytestmark = pytest.mark.unpainted

HINT = "[data-first-visit]"
SIZES = ((390, 844), (360, 640), (844, 390), (640, 360), (820, 1180), (1280, 720))
COVERED = """(root) => {
  // What its scroller has out of sight lies under nothing.
  const seen = (part) => {
    const {left, right, top, bottom} = part.getBoundingClientRect();
    const more = part.closest('.told-more')?.getBoundingClientRect();
    return {left, right, top, bottom: Math.min(bottom, more?.bottom ?? Infinity)};
  };
  const boxes = (css) => [...root.querySelectorAll(css)].filter((part) => part.getClientRects().length)
    .map((part) => [css, seen(part)]).filter(([, {top, bottom}]) => top < bottom);
  const [[, hint]] = boxes('[data-first-visit]');
  const told = ['.year', '.headline', '.told-more > .name-list', '.detail'];
  const parts = ['.map-area', ...told, '.handle', '.sheet', 'input[name=year]', '.play'];
  return parts.flatMap(boxes).filter(([, {left, right, top, bottom}]) =>
    left < hint.right - 1 && hint.left < right - 1 && top < hint.bottom - 1 && hint.top < bottom - 1)
    .map(([css]) => css);
}"""


def opened(page: Page, address: str) -> Locator:
    page.goto(address)
    root = page.locator("[data-atlas]")
    expect(root).to_have_attribute("data-ready", "true", timeout=60_000)
    return root


def nothing_is_covered(root: Locator, size: tuple[int, int]) -> None:
    assert root.evaluate(COVERED) == [], size


def test_who_follows_an_address_is_not_greeted_and_the_hint_goes_when_a_hand_moves_the_years(
    lonely: Page, server: str
) -> None:
    root = opened(lonely, f"{server}?year=2004&country=POL")
    expect(root.locator(HINT)).to_have_count(0)
    expect(lonely).to_have_url(re.compile("view="))  # what the page keeps of itself is written by then
    lonely.evaluate("sessionStorage.clear()")
    root = opened(lonely, server)
    expect(root.locator(HINT)).to_have_count(1)
    for width, height in SIZES:
        lonely.set_viewport_size({"width": width, "height": height})
        two_frames(lonely)
        expect(root.locator(HINT)).to_be_in_viewport(ratio=1)
        holds(lonely, nothing_is_covered, root, (width, height))
    root.locator("input[name=year]").press("ArrowLeft")
    expect(root.locator(HINT)).to_have_count(0)
