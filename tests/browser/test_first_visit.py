"""Whom the atlas greets: who comes without a day or a card in the address, and only until a hand moves the years."""

from playwright.sync_api import Locator, Page, expect

HINT = "[data-first-visit]"


def opened(page: Page, address: str) -> Locator:
    page.goto(address)
    root = page.locator("[data-atlas]")
    expect(root).to_have_attribute("data-ready", "true", timeout=60_000)
    return root


def test_who_follows_an_address_is_not_greeted_and_the_hint_goes_when_a_hand_moves_the_years(
    lonely: Page, server: str
) -> None:
    root = opened(lonely, f"{server}?year=2004&country=POL")
    expect(root.locator(HINT)).to_have_count(0)
    lonely.evaluate("sessionStorage.clear()")
    root = opened(lonely, server)
    expect(root.locator(HINT)).to_have_count(1)
    root.locator("input[name=year]").press("ArrowLeft")
    expect(root.locator(HINT)).to_have_count(0)
