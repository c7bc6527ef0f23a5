"""A walk from every page to every other, in one session: what one page leaves behind must not trip the next."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from conftest import PROBED
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.unpainted

WIDE = {"width": 1600, "height": 900}  # all links of the navigation in one row
START_MS = 60_000
PAGES = {
    "Atlas": "",
    "Red lines": "Red lines",
    "Claims": "Claims, checked",
    "Countries": "Countries",
    "Frontier": "Frontier",
    "Compare": "Years side by side",
    "Lesson": "Lesson",
    "Your own": "An atlas of your own table",
    "Data and sources": "Data and sources",
    "About": "About this atlas",
}
"""Every page by its link, with its heading; the atlas has none."""

HAS_RUN = """(heading) =>
  document.querySelector('[data-test-script-state]')?.dataset.testScriptState === 'notRunning'
  && (document.querySelector('h1')?.textContent.trim() ?? '') === heading
  || document.querySelector('[data-testid="stException"]')"""


def walk(places: list[str]) -> list[str]:
    """A way round that takes each step from one place to another once: Hierholzer's, on the complete graph."""
    ahead = {place: [other for other in places if other != place] for place in places}
    way, stack = [], [places[0]]
    while stack:
        if ahead[stack[-1]]:
            stack.append(ahead[stack[-1]].pop())
        else:
            way.append(stack.pop())
    return way[::-1]


def test_every_page_follows_every_other(server: str, watched: Callable[..., AbstractContextManager[Page]]) -> None:
    first, *steps = walk(list(PAGES))
    assert len({*zip([first, *steps], steps, strict=False)}) == len(PAGES) * (len(PAGES) - 1)
    with watched(pardon=PROBED, viewport=WIDE) as page:
        page.goto(server)
        page.wait_for_function(HAS_RUN, arg=PAGES[first], timeout=START_MS)
        expect(page.get_by_test_id("stTopNavLink")).to_have_text(list(PAGES))
        before = first
        for step in steps:
            page.get_by_test_id("stTopNavLink").filter(has_text=step).click()
            page.wait_for_function(HAS_RUN, arg=PAGES[step], timeout=START_MS)
            assert page.get_by_test_id("stException").all_inner_texts() == [], f"{before}, then {step}"
            before = step


def test_what_the_atlas_needs_is_on_its_way_at_once_and_asked_for_once(
    server: str, watched: Callable[..., AbstractContextManager[Page]]
) -> None:
    with watched(alone=True, viewport=WIDE) as page:
        assert page.request.get(f"{server}class", timeout=START_MS).ok  # from now on the files are made
        page.goto(f"{server}?view=baltic")
        expect(page.locator("[data-atlas]")).to_have_attribute("data-ready", "true", timeout=START_MS)
        seen = page.evaluate("performance.getEntriesByType('resource').map(({name}) => name.split('/').at(-1))")
    needed = ["atlas.js", "atlas.css", "facts.json", "baltic.json"]
    assert {name: seen.count(name) for name in needed} == dict.fromkeys(needed, 1)
    script = next(place for place, name in enumerate(seen) if re.fullmatch(r"index\.\S+\.js", name))
    assert all(seen.index(name) < script for name in needed)
