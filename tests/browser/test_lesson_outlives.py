"""The own lesson stays in the browser, letter by letter: over reload, restart and another tab until it is forgotten."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from urllib.parse import urlsplit

import pytest
from conftest import READY, running_server
from playwright.sync_api import Locator, Page, expect
from rested import patient as patient

from data.words import words
from geo.lesson.lesson import current_lesson

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
TEXT = words()["lesson_page"]
OURS = current_lesson()
PARDON = (
    r"404|ERR_CONNECTION_REFUSED|WebSocket|disconnected from server|server endpoint|server is not responding"
    r"|Failed to fetch"
)
"""What the console says while there is no server."""
PATIENCE_MS = 120_000  # a server that has just started still draws its maps
REFUSE = "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
STAYS = "() => !dispatchEvent(new Event('beforeunload', {cancelable: true}))"


def opened(page: Page, url: str) -> Page:
    page.goto(f"{url}lesson")
    expect(page.locator(READY)).to_be_visible(timeout=PATIENCE_MS)
    return page


def rested(page: Page) -> None:
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=PATIENCE_MS)
    expect(page.locator('[data-stale="true"]')).to_have_count(0)


def field(page: Page, label: str) -> Locator:
    """The field of a label that is there now; while the page runs anew, Streamlit shows the one of before beside it."""
    now = page.locator('[data-testid="stElementContainer"]:not([data-stale="true"])')
    return now.get_by_label(label, exact=True)


def says(page: Page, state: str) -> None:
    expect(page.locator(".st-key-lesson_kept p")).to_contain_text(TEXT[f"kept_{state}"], timeout=PATIENCE_MS)


def test_what_is_typed_outlives_reload_and_restart_until_it_is_forgotten(watched: Watched) -> None:
    with watched(pardon=PARDON, alone=True) as page:
        title = field(page, "Title")
        with running_server() as server:
            opened(page, server.url)
            says(page, "nothing")
            rested(page)
            title.fill("Typed and not left")
            says(page, "kept")
            page.reload()
            expect(title).to_have_value("Typed and not left", timeout=PATIENCE_MS)
            says(page, "back")
            rested(page)
            question = field(page, "Question")
            question.fill("And why?")
        expect(title).to_be_disabled(timeout=PATIENCE_MS)  # so Streamlit shows that there is no server
        with running_server(urlsplit(server.url).port or 0):
            says(page, "back")
            expect(question).to_have_value("And why?", timeout=PATIENCE_MS)
            expect(title).to_have_value("Typed and not left")
            rested(page)

            other = opened(page.context.new_page(), server.url)
            expect(field(other, "Title")).to_have_value("Typed and not left", timeout=PATIENCE_MS)
            rested(other)
            field(other, "Title").fill("Theirs")
            says(page, "other")
            title.fill("Mine")
            says(page, "other")
            assert page.evaluate(STAYS)
            page.get_by_role("button", name=TEXT["kept_theirs"]).click()
            expect(title).to_have_value("Theirs", timeout=PATIENCE_MS)
            says(page, "back")
            assert not page.evaluate(STAYS)
            other.close()

            rested(page)
            page.get_by_role("button", name=TEXT["kept_forget"]).click()
            says(page, "forgotten")
            page.reload()
            says(page, "nothing")
            expect(title).to_have_value(OURS.stops[0].title, timeout=PATIENCE_MS)

            rested(page)
            page.evaluate(REFUSE)
            title.fill("Nowhere")
            says(page, "refused")
            assert page.evaluate(STAYS)


def test_stops_are_put_in_order_by_keys_and_by_hand(server: str, watched: Watched) -> None:
    with watched(pardon=PARDON) as page:
        opened(page, server)
        rested(page)
        stops = page.get_by_role("radiogroup", name="Stops").locator("label")
        first = f"{OURS.stops[0].year} · {OURS.stops[0].title}"
        page.get_by_role("radiogroup", name="Stops").locator("input:checked").press("Alt+ArrowDown")
        expect(stops.nth(1)).to_contain_text(first, timeout=PATIENCE_MS)
        expect(stops.nth(1).locator("input")).to_be_focused()
        expect(page.locator(".st-key-lesson_order [role=status]")).to_have_text(
            TEXT["moved"].format(stop=2, stops=len(OURS.stops))
        )
        rested(page)
        start, end = stops.nth(1).bounding_box(), stops.nth(4).bounding_box()
        assert start
        assert end
        page.mouse.move(start["x"] + 40, start["y"] + 8)
        page.mouse.down()
        page.mouse.move(start["x"] + 40, start["y"] + 40)
        page.mouse.move(end["x"] + 40, end["y"] + 8)
        page.mouse.up()
        expect(stops.nth(4)).to_contain_text(first, timeout=PATIENCE_MS)
