"""The menu that a narrower window folds away is shut there, and the button that brings it out has its focus."""

import pytest
from atlas_page import PHONE, Open
from playwright.sync_api import expect


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
