"""Every page as those meet it who hear it: a title, headings in order, nothing that axe finds, counts said aloud.

And under its policy: what that refuses is said in the console, which has to stay clean.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import pairwise
from urllib.parse import quote_plus

import pytest
from conftest import PROBED
from heard import faults
from playwright.sync_api import Page, expect
from rested import patient as patient

from data.words import words

Watched = Callable[..., AbstractContextManager[Page]]
PATIENCE_MS = 60_000
DONE = ".stApp[data-test-script-state=notRunning]"
HEADINGS = """() => [...document.querySelectorAll('[data-testid=stMain] :is(h1,h2,h3,h4,h5,h6)')]
  .filter((head) => head.getClientRects().length).map((head) => Number(head.tagName[1]))"""
HEADLESS = """() => [...document.querySelectorAll('[data-testid=stMain] table:not([role=grid])')].flatMap((table) =>
  [...table.rows].filter((row) => !row.querySelector('th') && !row.parentElement.querySelector('th[scope=rowgroup]'))
    .map((row) => row.textContent))"""
"""Rows of tables with no cell that heads them, nor one that heads their group."""
STREAMLITS = {"presentation-role-conflict"}
"""Its field for a file is a `section` of role `presentation` that takes the focus."""
PARTS = [f"red_lines?part={quote_plus(name)}" for name in words()["red_lines_page"]["parts"].values()]
ADDRESSES = {
    **dict.fromkeys(PARTS, "red_lines"),
    "claims": "claims",
    "countries?country=EST": "countries",
    "countries?show=How+long+did+it+take%3F": "countries",
    "frontier": "frontier",
    "compare": "compare",
    "lesson": "lesson",
    "your_own": "your_own",
    "data_and_sources": "data_and_sources",
    "about": "about",
}


@pytest.fixture(scope="module")
def page(server: str, watched: Watched) -> Iterator[Page]:
    with watched(pardon=PROBED, color_scheme="dark") as opened:
        yield opened


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_can_be_heard(server: str, page: Page, address: str) -> None:
    document = page.goto(server + address, timeout=PATIENCE_MS)
    assert document
    assert "script-src 'self' blob: 'sha256-" in document.headers["content-security-policy"]
    expect(page.locator("h1").first).to_be_visible(timeout=PATIENCE_MS)
    page.locator(DONE).wait_for(state="attached", timeout=PATIENCE_MS)
    frame = words()["frame"]
    expect(page).to_have_title(frame["tab"].format(page=frame[ADDRESSES[address]], name=frame["name"]))
    levels = page.evaluate(HEADINGS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert page.evaluate(HEADLESS) == []
    assert faults(page, without=STREAMLITS) == []


def test_a_count_is_said_when_it_changes(server: str, page: Page) -> None:
    page.goto(f"{server}claims")
    count = page.get_by_role("status").filter(has_text="claims")
    expect(count).to_be_visible(timeout=PATIENCE_MS)
    page.locator(DONE).wait_for(state="attached", timeout=PATIENCE_MS)
    box = count.element_handle()
    page.get_by_role("textbox", name="Search").fill("georgia")
    page.keyboard.press("Enter")
    expect(count).to_have_text(re.compile(r"^\d of \d+ claims"))
    assert box
    assert box.evaluate("(box) => box.isConnected && box.textContent") == count.text_content()
    page.goto(f"{server}compare?from=1989&to=2004")
    expect(page.get_by_role("status").filter(has_text="joined")).to_be_visible(timeout=PATIENCE_MS)
