"""The atlas on paper: what the map is, the map as it stood in the window, and what explains it; no button."""

import pytest
from asked import asked
from atlas_page import LAPTOP, PHONE, WIDE, Open
from playwright.sync_api import Locator, expect

ACROSS_PX, DOWN_PX = 680, 400
"""That a map takes of a page."""
RATIO = "(area) => { const {width, height} = area.getBoundingClientRect(); return [width, height]; }"


def size_of(area: Locator) -> tuple[float, float]:
    width, height = asked(area, RATIO)
    return width, height


@pytest.mark.parametrize("size", [WIDE, LAPTOP, PHONE], ids=str)
def test_paper_has_the_whole_map_and_its_key_and_no_button(open_plain: Open, size: tuple[int, int]) -> None:
    atlas = open_plain("?year=2004", size=size)
    area = atlas.root.locator(".map-area")
    shown = size_of(area)
    atlas.page.emulate_media(media="print")
    for part in (".tools", ".menu-button", ".timeline", ".search", ".footer .plain"):
        expect(atlas.root.locator(part).first).not_to_be_visible()
    for part in ("h1", "path[data-unit='POL']", "[data-legend] [data-status='member']"):
        expect(atlas.root.locator(part).first).to_be_visible()
    width, height = size_of(area)
    assert width <= ACROSS_PX + 1
    assert height <= DOWN_PX + 1
    assert width / height == pytest.approx(shown[0] / shown[1], rel=0.01), "cut"
