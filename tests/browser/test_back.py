"""Back and forward go through the cards and views that were opened, not through every year that a hand passed."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.unpainted

READY = '[data-atlas][data-ready="true"]'
MUNICH = "2007-02-10-putin-munich"


def shows(page: Page, **state: Any) -> None:
    """Wait for a year, a view and what is open; nothing where it is not named."""
    atlas = page.locator(READY)
    expect(atlas).to_have_attribute("data-year", str(state["year"]))
    expect(atlas).to_have_attribute("data-view", state.get("view", "europe"))
    card = page.locator("[data-card]")
    for name in ("unit", "statement"):
        if name in state:
            expect(card).to_have_attribute(f"data-{name}", state[name])
    if not {"unit", "statement"} & state.keys():
        expect(card).to_have_count(0)


def drag(page: Page, *years: int) -> None:
    page.locator("input[type=range][name=year]").evaluate(
        """(slider, years) => years.forEach((year) => {
            slider.value = year;
            slider.dispatchEvent(new Event('input', {bubbles: true}));
        })""",
        list(years),
    )


def test_back_goes_through_card_statement_and_view_and_to_another_page(page: Page, server: str) -> None:
    page.goto(f"{server}?year=2007", wait_until="commit")
    page.locator(READY).wait_for(timeout=60_000)
    shows(page, year=2007)
    before = page.evaluate("history.length")
    page.locator('path[data-unit="POL"]').first.click()
    shows(page, year=2007, unit="POL")
    drag(page, 2006, 2005, 2004)
    shows(page, year=2004, unit="POL")
    drag(page, 2007)
    page.locator("[data-card] button.close").click()
    shows(page, year=2007)
    page.locator(f'[data-open-statement="{MUNICH}"]').first.click()
    shows(page, year=2007, statement=MUNICH)
    drag(page, 2010, 2011, 2012)
    shows(page, year=2012)
    page.keyboard.press("2")
    shows(page, year=2012, view="baltic")
    page.wait_for_function("() => location.search.includes('baltic')")
    assert page.evaluate("history.length") - before == 5  # card, closed, statement, left, view

    walk: list[dict[str, Any]] = [
        {"year": 2012},
        {"year": 2007, "statement": MUNICH},
        {"year": 2007},
        {"year": 2007, "unit": "POL"},
        {"year": 2007},
    ]
    for state in walk:
        page.go_back()
        shows(page, **state)
    page.go_forward()
    shows(page, year=2007, unit="POL")
    page.go_back()
    shows(page, year=2007)
    assert page.evaluate("document.activeElement !== document.body")

    page.go_forward()
    shows(page, year=2007, unit="POL")
    page.get_by_role("link", name="About", exact=True).first.click()
    expect(page.get_by_role("heading", name="About this atlas")).to_be_visible()
    page.go_back()
    shows(page, year=2007, unit="POL")
    page.go_back()
    shows(page, year=2007)
