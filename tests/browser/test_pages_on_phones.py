"""Pages on a phone: choices that break into rows keep all their edges, and tables need not be pushed aside."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from urllib.parse import quote_plus

import pytest
from conftest import PROBED
from playwright.sync_api import Page, expect
from rested import holds
from rested import patient as patient

from data.words import words

pytestmark = pytest.mark.unpainted

PATIENCE_MS = 60_000
DONE = ".stApp[data-test-script-state=notRunning]"
RED_LINES, WAITS = words()["red_lines_page"]["parts"], words()["countries_page"]["parts"]["waits"]
EDGES = """() => [...document.querySelectorAll('[data-variant=segmented_control]')].flatMap((each) => {
  const {borderTopColor, borderRightColor, borderBottomColor, borderLeftColor} = getComputedStyle(each);
  return [borderTopColor, borderRightColor, borderBottomColor, borderLeftColor];
})"""
BEYOND = """(css) => [...document.querySelectorAll(css)].map((box) => box.scrollWidth - box.clientWidth)"""
SHORT_TABLES = ".co .wide:not(.listed-box, .as-table > *)"
Watched = Callable[..., AbstractContextManager[Page]]


@pytest.fixture
def phone(watched: Watched) -> Iterator[Page]:
    with watched(pardon=PROBED, viewport={"width": 390, "height": 844}) as opened:
        yield opened


def opened(page: Page, server: str, address: str) -> None:
    page.goto(server + address, timeout=PATIENCE_MS)
    expect(page.locator("h1").first).to_be_visible(timeout=PATIENCE_MS)
    page.locator(DONE).wait_for(state="attached", timeout=PATIENCE_MS)


@pytest.mark.parametrize("part", ["exchanges", "reasons", "arms"])
def test_every_choice_has_all_four_edges_wherever_its_row_breaks(phone: Page, server: str, part: str) -> None:
    opened(phone, server, f"red_lines?part={quote_plus(RED_LINES[part])}")
    expect(phone.locator("[data-variant=segmented_control][data-selected]")).to_have_text(RED_LINES[part])
    holds(phone, all_have_edges, phone)


def all_have_edges(phone: Page) -> None:
    edges = phone.evaluate(EDGES)
    assert len(edges) == 4 * len(RED_LINES)
    assert [edge for edge in edges if edge.startswith("rgba")] == []


@pytest.mark.parametrize("query", ["country=EST", f"show={quote_plus(WAITS)}"])
def test_a_short_table_of_a_country_needs_no_pushing_aside(phone: Page, server: str, query: str) -> None:
    opened(phone, server, f"countries?{query}")
    phone.locator(SHORT_TABLES).first.wait_for(timeout=PATIENCE_MS)
    holds(phone, tables_fit, phone)


def tables_fit(phone: Page) -> None:
    beyond = phone.evaluate(BEYOND, SHORT_TABLES)
    assert len(beyond) > 1
    assert max(beyond) <= 0


def test_the_table_of_countries_fits_a_laptop_and_its_last_row_in_sight_fades(watched: Watched, server: str) -> None:
    with watched(pardon=PROBED, viewport={"width": 1280, "height": 720}) as page:
        opened(page, server, "countries")
        box = page.locator(".listed-box").first
        assert box.evaluate("(box) => box.scrollWidth - box.clientWidth") <= 0
        assert box.evaluate("(box) => box.scrollHeight - box.clientHeight") > 0
        fade = box.evaluate(
            "(box) => { let {position, bottom} = getComputedStyle(box, '::after'); return [position, bottom]; }"
        )
        assert fade == ["sticky", "0px"]
