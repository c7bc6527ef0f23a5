"""A table of one's own in a browser: pasted, on the map at once, there again after F5, and in a link for others."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from conftest import PROBED
from playwright.sync_api import Page, expect
from rested import patient as patient

from data.words import counted, words

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
TEXT = words()["your_own"]
TABLE = "Country;Joined;Left\nDenmark;1973;\nUnited Kingdom;1973;31 January 2020\nSwitzrland;1994;\n"
PATIENCE_MS = 120_000
STAYS = "() => !dispatchEvent(new Event('beforeunload', {cancelable: true}))"


def shows(page: Page, unit: str, status: str) -> None:
    piece = page.locator(f'[data-atlas] path[data-unit="{unit}"]').first
    expect(piece).to_have_attribute("data-status", status, timeout=PATIENCE_MS)


def says(page: Page, state: str) -> None:
    expect(page.locator(".st-key-own_kept p")).to_contain_text(TEXT[f"kept_{state}"], timeout=PATIENCE_MS)


def test_a_table_is_an_atlas_that_stays_until_it_is_forgotten_and_travels_in_a_link(
    server: str, watched: Watched
) -> None:
    with watched(pardon=PROBED, alone=True) as page:
        page.goto(f"{server}your_own")
        says(page, "nothing")
        page.get_by_role("textbox", name=TEXT["paste"]).fill(TABLE)
        page.get_by_role("button", name=TEXT["read"]).click()
        shows(page, "DNK", "member")
        expect(page.locator(":focus")).to_have_js_property(
            "localName", "h2"
        )  # above what was pressed, and is folded now
        shows(page, "GBR", "none")
        page.get_by_role("button", name="Switzerland", exact=True).click()
        expect(page.get_by_text(counted(TEXT["count"]["taken"], 3).strip("*"))).to_be_visible(timeout=PATIENCE_MS)
        shows(page, "CHE", "member")
        says(page, "kept")
        page.reload()
        says(page, "back")
        shows(page, "CHE", "member")
        page.get_by_role("button", name=TEXT["link"]).or_(page.get_by_text(TEXT["link"], exact=True)).first.click()
        link = page.locator(".st-key-own_link code").inner_text(timeout=PATIENCE_MS)
        page.get_by_role("button", name=TEXT["kept_forget"]).click()
        says(page, "forgotten")
        page.reload()
        says(page, "nothing")

        page.goto(f"{link.split('#')[0]}?year=2010#{link.split('#')[1]}")
        shows(page, "GBR", "member")
        says(page, "kept")
        page.wait_for_url(lambda url: "#" not in url)

        page.evaluate("() => localStorage.setItem('eastward.own', JSON.stringify({stamp: 'x', text: 'x'}))")
        page.goto(f"{server}your_own?again=1#{link.split('#')[1]}")
        says(page, "other")
        assert page.evaluate(STAYS)
