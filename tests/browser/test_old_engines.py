"""What older engines and an iPhone lack is taken from Chromium, and the atlas does without."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page, expect

from data.words import words
from geo.wire.assets import Assets, current_assets

pytestmark = pytest.mark.idle

Watched = Callable[..., AbstractContextManager[Page]]
Serve = Callable[[Assets], AbstractContextManager[str]]
NO_FLAG_V = """
const Old = RegExp;
RegExp = function (of, flags) {
  if (flags === 'v') throw new SyntaxError();
  return new Old(of, flags);
};
"""
NO_FULL_SCREEN = "delete Element.prototype.requestFullscreen; delete Element.prototype.webkitRequestFullscreen;"
PREFIXED = """
delete Element.prototype.requestFullscreen;
Element.prototype.webkitRequestFullscreen = () => document.title = 'full';
"""
SLICES = """() => import('./idle.mjs').then(({whenIdle}) => new Promise((tell) => {
  delete window.requestIdleCallback;
  whenIdle((deadline) => {
    const before = deadline.timeRemaining();
    const end = performance.now() + 20;
    while (performance.now() < end);
    tell([before, deadline.timeRemaining()]);
  });
}))"""


def test_the_pages_say_what_they_need(watched: Watched, server: str) -> None:
    text = words()["old_browser"]
    with watched(alone=True, pardon=".") as page:
        page.add_init_script(NO_FLAG_V)
        page.route(
            "**/static/js/*", lambda route: route.fulfill(body="(", content_type="text/javascript")
        )  # unreadable
        page.goto(server)
        expect(page.get_by_role("heading")).to_have_text(text["title"])
        expect(page.get_by_text(text["needs"])).to_be_visible()
        link = page.get_by_role("link", name=text["link"])
        assert link.evaluate("(link) => link.href") == f"{server}class"


@pytest.mark.parametrize(("lacking", "buttons"), [("", 1), (NO_FULL_SCREEN, 0), (PREFIXED, 1)])
def test_there_is_a_button_for_the_full_screen_where_there_is_one(
    serve: Serve, lonely: Page, lacking: str, buttons: int
) -> None:
    lonely.add_init_script(lacking)
    with serve(current_assets()) as url:
        lonely.goto(url)
        button = lonely.get_by_role("button", name="Full screen")
        expect(lonely.locator("[data-atlas][data-ready=true]")).to_be_visible()
        expect(button).to_have_count(buttons)
        if lacking == PREFIXED:
            button.click()
            expect(lonely).to_have_title("full")


def test_work_comes_in_slices_where_no_engine_tells_of_rest(serve: Serve, page: Page) -> None:
    with serve(current_assets()) as url:
        page.goto(f"{url}bare")
        before, after = page.evaluate(SLICES)
    assert 0 < before <= 8
    assert after < 0
