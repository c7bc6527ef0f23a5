"""The menu that a narrower window folds away is shut there, and the button that brings it out has its focus."""

import pytest
from atlas_page import PHONE, Open
from playwright.sync_api import Route, expect

from geo.wire.assets import CHOICES


@pytest.mark.unpainted
def test_a_menu_that_is_folded_away_is_shut_and_leaves_its_focus_to_the_button(open_plain: Open) -> None:
    atlas = open_plain("?year=2004", size=(1280, 720))
    menu = atlas.root.locator("details.menu")
    menu.locator("summary").first.press("Enter")
    expect(menu).to_have_attribute("open", "")
    atlas.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    expect(atlas.root).to_have_attribute("data-menu", "folded")
    expect(menu).not_to_have_attribute("open", "")
    expect(atlas.root.locator(".tool-fold")).to_be_focused()


@pytest.mark.unpainted
def test_what_comes_into_an_open_menu_moves_nothing_under_a_hand(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004", size=(1280, 720), alone=True)
    held: list[Route] = []
    atlas.page.route(f"**/{CHOICES}", lambda route: held.append(route))
    menu = atlas.root.locator("details.menu")
    row = menu.locator(".menu-row").first
    with atlas.page.expect_request(lambda request: request.url.endswith(CHOICES)):
        menu.locator("summary").first.press("Enter")
    before = row.bounding_box()
    held[0].continue_()
    expect(menu.locator("[name=over]").first).to_be_attached()
    assert row.bounding_box() == before
