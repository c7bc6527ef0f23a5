"""What the tests themselves rest on: a lent page comes clean, complains of what is wrong, and can be waited for."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from io import BytesIO

import pytest
import rested
from conftest import served
from heard import faults
from PIL import Image
from playwright.sync_api import Page
from rested import holds, middle_of, stop_clock

pytestmark = pytest.mark.idle

Watched = Callable[..., AbstractContextManager[Page]]
HTML = (
    b'<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><main><h1>A page</h1></main>'
)
REMEMBER = """() => {
  localStorage.setItem('kept', 'here');
  sessionStorage.setItem('kept', 'here');
  document.cookie = 'kept=here';
  history.pushState(null, '', '?one');
  addEventListener('pagehide', () => sessionStorage.setItem('kept', 'on the way out'));
}"""
REMEMBERED = """() => [localStorage.length, sessionStorage.length, document.cookie, history.length, innerWidth,
  ...['(prefers-color-scheme: dark)', 'print', '(forced-colors: active)', '(prefers-contrast: more)'].map(
    (asked) => matchMedia(asked).matches)]"""


def number_of_colours(png: bytes) -> int:
    with Image.open(BytesIO(png)) as picture:
        return len(picture.convert("RGB").getcolors(1 << 24) or ())


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with served(lambda name: (HTML, "text/html") if not name else None) as address:
        yield address


def test_what_a_test_leaves_in_a_page_is_taken_back(watched: Watched, url: str) -> None:
    with watched(color_scheme="dark") as before:
        before.goto(url)
        before.evaluate(REMEMBER)
        before.set_viewport_size({"width": 600, "height": 400})
        before.emulate_media(media="print", forced_colors="active", contrast="more")
        assert before.evaluate(REMEMBERED) == [1, 1, "kept=here", 3, 600, True, True, True, True]
    with watched() as page:
        assert page is before
        page.goto(url)
        assert page.evaluate(REMEMBERED) == [0, 0, "", 2, 1280, False, False, False, False]  # nowhere, and here


@pytest.mark.parametrize(
    ("option", "asked"),
    [
        ({"forced_colors": "active"}, "(forced-colors: active)"),
        ({"contrast": "more"}, "(prefers-contrast: more)"),
    ],
)
def test_what_a_context_was_asked_for_is_kept_in_each_of_its_loans(
    watched: Watched, url: str, option: dict[str, str], asked: str
) -> None:
    for _ in range(2):
        with watched(**option) as page:
            page.goto(url)
            assert page.evaluate("(asked) => matchMedia(asked).matches", asked)


def test_a_page_that_was_elsewhere_or_was_asked_for_alone_is_not_lent_again(watched: Watched, url: str) -> None:
    with watched() as first, served(lambda _: (HTML, "text/html")) as other:
        first.goto(other)
        first.goto(url)
    with watched(alone=True) as second:
        second.add_init_script("globalThis.left = true")
        second.goto(url)
        assert second.evaluate("globalThis.left")
    with watched() as third:
        assert first.is_closed()
        assert second.is_closed()
        third.goto(url)
        assert third.evaluate("globalThis.left === undefined")


@pytest.mark.parametrize(
    ("asked", "prepares"),
    [
        ({}, True),
        ({"idle": False}, False),
        ({"painted": False}, False),
        ({"painted": False, "idle": True}, True),
    ],
)
def test_what_is_not_painted_prepares_nothing_for_later_unless_it_is_asked_to(
    watched: Watched, url: str, asked: dict[str, bool], prepares: bool
) -> None:
    """All other pages are as idle as they come, but for those that are told not to be."""
    with watched(**asked) as page:
        page.goto(url)
        assert page.evaluate("/native code/.test(requestIdleCallback)") is prepares
        page.evaluate("() => new Promise((done) => { requestIdleCallback(() => done(), {timeout: 1}); })")


def test_what_would_stay_in_a_lent_page_is_refused(watched: Watched, url: str) -> None:
    with watched() as page, pytest.raises(pytest.fail.Exception, match="alone"):
        page.add_init_script("")
    with pytest.raises(AssertionError, match="a clock of its own"), watched() as page:
        page.clock.install()
        page.goto(url)


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        ("() => console.error('wrong')", "console: wrong"),
        ("() => { setTimeout(() => { throw new Error('broken'); }); }", "page error: .*broken"),
        ("() => fetch('https://example.org/').catch(String)", "request to another host: https://example.org/"),
    ],
)
def test_a_page_complains_and_the_next_loan_knows_nothing_of_it(
    watched: Watched, url: str, script: str, complaint: str
) -> None:
    with pytest.raises(AssertionError, match=complaint), watched() as page:
        page.goto(url)
        page.evaluate(script)
    with watched() as page:
        page.goto(url)


def test_axe_finds_what_breaks_a_rule(watched: Watched, url: str) -> None:
    with watched() as page:
        page.goto(url)
        assert faults(page) == []
        page.locator("main").evaluate("(main) => main.append(new Image())")
        (fault,) = faults(page, grave=True)
        assert fault.startswith("image-alt: ['img']")
        assert faults(page, without=["image-alt"], grave=True) == []


def test_what_is_not_painted_is_laid_out_and_pressed_but_nobody_looks_at_it(watched: Watched, url: str) -> None:
    with watched(painted=False) as page:
        page.goto(url)
        box = page.locator("h1").bounding_box()
        page.locator("h1").click()
        with page.expect_popup() as opened:
            page.evaluate("() => { open(location.href); }")
        part = page.locator("h1")
        for look in (page.screenshot, part.screenshot, part.element_handle().screenshot, opened.value.screenshot):
            with pytest.raises(pytest.fail.Exception, match="painted=True"):
                look()
        with pytest.raises(AssertionError, match="painted=True"):
            faults(page)
    with watched() as painted:
        assert painted is not page
        painted.goto(url)
        assert painted.locator("h1").bounding_box() == box
        assert number_of_colours(painted.screenshot()) > 1
        assert number_of_colours(painted.locator("h1").screenshot()) > 1
        painted.locator("h1").evaluate("(part) => part.remove()")
        assert number_of_colours(painted.screenshot()) == 1
        painted.reload()
        assert faults(painted) == []


def test_what_comes_later_is_asked_for_again_and_what_never_comes_is_told(
    watched: Watched, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with watched() as page:

        def is_there(text: str) -> None:
            assert page.locator("h1").text_content() == text

        page.goto(url)
        page.evaluate("() => void setTimeout(() => (document.querySelector('h1').textContent = 'Later'), 300)")
        holds(page, is_there, "Later")
        monkeypatch.setattr(rested, "PATIENCE_S", 0)
        with pytest.raises(AssertionError, match="Never"):
            holds(page, is_there, "Never")


def test_the_middle_of_what_moves_is_where_it_comes_to_stand(watched: Watched, url: str) -> None:
    with watched() as page:
        page.goto(url)
        head = page.locator("h1")
        page.add_style_tag(content="h1 { position: absolute; left: 0; top: 0; width: 100px; height: 20px; margin: 0 }")
        head.evaluate("(head) => head.animate([{left: 0}, {left: '200px'}], {duration: 200, fill: 'forwards'}) && null")
        assert middle_of(head) == (250, 10)


def test_a_clock_that_was_stopped_goes_on_by_what_is_run_of_it_alone(watched: Watched, url: str) -> None:
    with watched(alone=True) as page:
        page.goto(url)
        page.clock.install()
        stop_clock(page)
        before = page.evaluate("Date.now()")
        page.wait_for_timeout(300)  # a clock that goes on would show it
        page.clock.run_for(1000)
        assert page.evaluate("Date.now()") == before + 1000
