"""The pages on paper: charts as wide as a page, nothing to press."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from io import BytesIO

import pytest
from conftest import PROBED
from PIL import Image, ImageStat
from playwright.sync_api import Page, expect

from geo.drawing.palette import THEMES

pytestmark = pytest.mark.unpainted

PATIENCE_MS = 60_000
ACROSS_PX = 680
WIDEST = """() => Math.max(...[...document.querySelectorAll('.stPlotlyChart .main-svg')].map(
  (drawn) => drawn.getBoundingClientRect().width))"""
Watched = Callable[..., AbstractContextManager[Page]]


def test_a_chart_is_as_wide_as_a_page_while_it_is_printed(watched: Watched, server: str) -> None:
    with watched(pardon=PROBED) as page:
        page.goto(f"{server}frontier", timeout=PATIENCE_MS)
        expect(page.locator(".stPlotlyChart .main-svg").first).to_be_attached(timeout=PATIENCE_MS)
        expect(page.get_by_test_id("stDownloadButton").first).to_be_visible(timeout=PATIENCE_MS)
        shown = page.evaluate(WIDEST)
        assert shown > ACROSS_PX
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.get_by_test_id("stDownloadButton").first).to_be_hidden()
        assert page.evaluate(WIDEST) <= ACROSS_PX + 1
        page.emulate_media(media="screen")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        page.wait_for_function(f"(shown) => ({WIDEST})() === shown", arg=shown)


def test_what_was_chosen_is_told_on_paper_without_its_field(watched: Watched, server: str) -> None:
    with watched(pardon=PROBED) as page:
        page.goto(f"{server}compare?from=1999&to=2004", timeout=PATIENCE_MS)
        field = page.get_by_test_id("stSelectbox").first
        expect(field.get_by_role("combobox")).to_have_value("1999", timeout=PATIENCE_MS)
        arrow = field.locator("button")
        expect(arrow).to_be_visible()
        page.emulate_media(media="print")
        expect(arrow).to_be_hidden()
        expect(field.get_by_role("combobox")).to_be_visible()
        lines = field.locator("[role=group]").evaluate_all(
            "(all) => all.filter((each) => each.checkVisibility()).map((each) => getComputedStyle(each).borderTopWidth)"
        )
        assert set(lines) == {"0px"}


LIGHT = 190
"""Of 255, the mean of what a printed page shows, maps and charts included."""
DRAWN = {
    "": "path[data-unit=POL]",
    "red_lines": ".stPlotlyChart .main-svg",
    "claims": "[data-testid=stButtonGroup] button",
    "frontier": ".stPlotlyChart .main-svg",
    "countries": ".es",
    "compare": ".es .map img",
    "about": ".es",
    "class": "path[data-unit=POL]",
}
"""What each page has when it is there."""


@pytest.mark.parametrize("name", DRAWN, ids=[name or "atlas" for name in DRAWN])
def test_a_dark_page_is_printed_light(watched: Watched, server: str, name: str) -> None:
    with watched(pardon=PROBED, painted=True, color_scheme="dark") as page:
        page.goto(f"{server}{name}", timeout=PATIENCE_MS)
        expect(page.locator(DRAWN[name]).first).to_be_attached(timeout=PATIENCE_MS)
        heading = page.locator("h1").first
        expect(heading).to_have_css("color", written(THEMES["dark"].text))
        page.emulate_media(media="print")
        expect(heading).to_have_css("color", written(THEMES["light"].text))
        shot = Image.open(BytesIO(page.screenshot())).convert("L")
        assert ImageStat.Stat(shot).mean[0] > LIGHT


def written(ink: str) -> str:
    """A colour as browsers write it."""
    return f"rgb({', '.join(map(str, bytes.fromhex(ink[1:])))})"
