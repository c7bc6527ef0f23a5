"""A membership laid over the map of a class page by its address: under a stop, and while a class explores."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from class_pages import WALL
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
UNPAINTED = """() => [...document.querySelectorAll('[data-key] [fill^="url("]')]
  .filter((each) => each.checkVisibility())
  .filter((each) => {
    const pattern = document.getElementById(each.getAttribute('fill').slice(5, -1));
    return !pattern?.closest('svg').getBoundingClientRect().width;
  }).length"""
"""Swatches in sight whose pattern stands in a key that is not."""


def test_what_the_address_lays_over_stays(watched: Watched, server: str) -> None:
    with watched() as page:
        page.goto(f"{server}{WALL}?stop=12&over=schengen", timeout=90_000)
        over = page.locator("[data-overlay=over]")
        expect(over.locator("[data-over=SWE]")).to_have_count(1, timeout=60_000)
        key = page.locator("[data-key] [data-sign=over]").filter(visible=True)
        expect(key).to_have_text("In the Schengen area")
        page.wait_for_function(f"({UNPAINTED})() === 0")
        page.keyboard.press("p")
        expect(page.locator("[data-atlas]")).not_to_have_attribute("data-layout", "projector")
        expect(key).to_have_text("In the Schengen area")
        page.wait_for_function(f"({UNPAINTED})() === 0")
        assert "over=schengen" in page.url
        page.keyboard.press("p")
        page.keyboard.press("PageDown")
        expect(over.locator("[data-over=FRA]")).to_have_count(1)
        assert "over=schengen" in page.url
