"""Seven people at their tasks, each on the device at hand, in Chromium, Firefox and WebKit.

A teacher at the wall, a pupil with a phone, a journalist, a maintainer; a blind pupil, a teacher with a keyboard alone,
a pupil who reads at 400 %. The maintainer needs no browser: `tests/test_recipes.py` follows the recipes.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeVar

import pytest
from conftest import PROBED, missing
from engines import ENGINES, FIND, lacking
from playwright.sync_api import Page

from data.headlines import headline
from data.tables import current_tables
from data.words import phrase
from geo.lesson.lesson import current_lesson
from geo.wire.assets import Assets, current_assets

T = TypeVar("T")
TABLES = current_tables()
STOPS = current_lesson().stops
LAPTOP, DESK, PHONE, LYING, TINY = (1280, 720), (1440, 900), (360, 640), (640, 360), (320, 256)
READY = '[data-atlas][data-ready="true"]'
PATIENCE_MS = 60_000
WAIT_S = 20
LISTEN = """
const page = window.wrappedJSObject ?? window;  // Firefox looks at a page from beside it
const [live] = all(document, '[data-atlas] > [role=status]');
live.dataset.heard = '';
new MutationObserver(() => (live.dataset.heard += `${live.textContent.trim()}\\n`))
  .observe(live, {childList: true, subtree: true, characterData: true});
"""
HEARD = "return all(document, '[data-heard]')[0].dataset.heard"
FOCUSED = """
let at = document.activeElement;
while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
return !at || at === document.body ? 'nothing' : ['role', 'type', 'class', 'name'].map((name) => at.getAttribute(name))
  .concat(at.localName).join(' ');
"""
IN_SIGHT = """
const [part] = all(document, arguments[0]);
if (!part) return false;
const {left, right, top, bottom} = part.getBoundingClientRect();
const at = part.getRootNode().elementFromPoint((left + right) / 2, (top + bottom) / 2);
return top >= 0 && left >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1
  && (part.contains(at) || Boolean(at?.contains(part)));
"""
"""Whether a part is whole in the window and nothing lies over its middle."""
BOX = """
const {x, y, width, height} = all(document, arguments[0])[0].getBoundingClientRect();
return [x, y, width, height];
"""
LOOKS = 6


class Device(Protocol):
    """What a person has before them; `Engine` is one, too."""

    def hold(self, address: str, size: tuple[int, int], ready: str = READY) -> None: ...
    def resize(self, size: tuple[int, int]) -> None: ...
    def until(self, told: Callable[[], T], what: str) -> T: ...
    def ask(self, script: str, *of: object) -> Any: ...
    def press(self, css: str) -> None: ...
    def type(self, *keys: str) -> None: ...
    def key(self, *names: str) -> None: ...
    def root(self, name: str) -> str: ...


class Chromium:
    """A page of Playwright's in the hand of a person: with a finger, and with forced colours in the smallest window."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def hold(self, address: str, size: tuple[int, int], ready: str = READY) -> None:
        self.resize(size)
        self._page.goto(address)
        self._page.locator(ready).first.wait_for(timeout=PATIENCE_MS)

    def resize(self, size: tuple[int, int]) -> None:
        self._page.set_viewport_size({"width": size[0], "height": size[1]})
        self._page.emulate_media(forced_colors="active" if size == TINY else "none")

    def until(self, told: Callable[[], T], what: str) -> T:
        end = time.monotonic() + WAIT_S
        while not (found := told()):
            assert time.monotonic() < end, what
            self._page.wait_for_timeout(50)
        return found

    def ask(self, script: str, *of: object) -> Any:
        return self._page.evaluate(f"(of) => (function () {{ {FIND} {script} }}).apply(null, of)", list(of))

    def press(self, css: str) -> None:
        part = self._page.locator(css).first
        if self._page.evaluate("innerWidth") <= LYING[0]:
            part.tap()
        else:
            part.click()

    def type(self, *keys: str) -> None:
        self._page.keyboard.type("".join(keys))

    def key(self, *names: str) -> None:
        for name in names:
            self._page.keyboard.press(name)

    def root(self, name: str) -> str:
        return str(self._page.locator("[data-atlas]").get_attribute(f"data-{name}") or "")


@pytest.fixture(scope="module", params=["chromium", *ENGINES])
def engine(request: pytest.FixtureRequest, plain: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Device]:
    """The three engines, one after the other."""
    if request.param == "chromium":
        watched = request.getfixturevalue("watched")
        with watched(alone=True, has_touch=True, reduced_motion="reduce", pardon=f"{PROBED}|404") as page:
            yield Chromium(page)
        return
    if lacks := lacking(request.param):
        missing(f"no {lacks} for the tests in {request.param}")
    with ENGINES[request.param](tmp_path_factory.mktemp(request.param)) as opened:
        opened.driver.set_window_size(1500, 1060)
        opened.desk = f"{plain}bare"
        yield opened


@pytest.fixture(scope="module")
def plain(serve: Callable[[Assets], AbstractContextManager[str]]) -> Iterator[str]:
    """The atlas without Streamlit, which is the same and sooner there."""
    with serve(current_assets()) as url:
        yield url


def reads(device: Device, css: str, text: str) -> None:
    """Wait until the page says something in a place."""
    script = "return all(document, arguments[0]).map((part) => part.textContent).join(' ')"
    device.until(lambda: text in device.ask(script, css), f"{css} says {text!r}")


def rests(device: Device, css: str) -> None:
    """Wait until something has stood where it stands at several looks in a row, as after the device was turned."""
    seen: list[Any] = []

    def stood() -> bool:
        seen.append(device.ask(BOX, css))
        return len(seen) > LOOKS and all(box == seen[-1] for box in seen[-LOOKS:])

    device.until(stood, f"{css} is at rest")


def sees(device: Device, css: str) -> None:
    """Wait until a part is in sight."""
    device.until(lambda: device.ask(IN_SIGHT, css), f"{css} is in sight")


def hears(device: Device, text: str) -> None:
    device.until(lambda: text in device.ask(HEARD), f"{text!r} is said")


def holds_focus(device: Device, what: str) -> None:
    seen: list[str] = []
    try:
        device.until(lambda: seen.append(device.ask(FOCUSED)) or what in seen[-1], f"{what} has the focus")
    except AssertionError:
        raise AssertionError(f"{seen[-1]} has the focus, not {what}") from None


def tabs_to(device: Device, what: str) -> None:
    """Go on by Tab alone until something has the focus; it never falls to the page on the way."""
    for _ in range(80):
        device.key("Tab")
        if what in device.ask(FOCUSED):
            return
    raise AssertionError(f"Tab never reaches {what}")


def without_letters(device: Device) -> None:
    """Switch the keys of single letters off in the help, by keyboard alone."""
    device.key("?")
    holds_focus(device, "h2")
    tabs_to(device, "choice-letters")
    device.key("ArrowDown")
    device.key("Escape")


def shows(device: Device, name: str, value: object) -> None:
    device.until(lambda: device.root(name) == str(value), f"data-{name} is {value}")


def test_a_teacher_asks_the_class_and_goes_on_with_the_lesson(engine: Device, server: str) -> None:
    engine.hold(f"{server}class?stop=1&quiz=medium-7", LAPTOP, ".quiz-option")
    prompt = "return all(document, '.quiz-prompt')[0].textContent"
    asked = engine.ask(prompt)
    engine.press(".quiz-option")
    engine.press('[data-quiz="answer"]')
    reads(engine, ".quiz-verdict", "✗")
    engine.press('[data-quiz="next"]')
    engine.until(lambda: engine.ask(prompt) != asked, "another question")
    engine.key("q")
    engine.until(lambda: engine.root("stop"), "the lesson is back")
    quoting = next(at for at, stop in enumerate(STOPS, 1) if stop.statement)
    for _ in range(4 * len(STOPS)):
        if engine.root("stop") == str(quoting):
            break
        before = engine.ask("return all(document, '.stop')[0].textContent")
        engine.press('[data-act="next"]')
        engine.until(lambda b=before: engine.ask("return all(document, '.stop')[0].textContent") != b, "it goes on")
    sees(engine, ".stop-quote blockquote")


def test_a_pupil_asks_a_phone_when_georgia_applied_and_turns_it(engine: Device, plain: str) -> None:
    engine.hold(f"{plain}?year=2008", PHONE)
    engine.press(".find")
    engine.type("when did georgia apply")
    reads(engine, "[role=option]", "Asked for an Action Plan: 14 February 2008")
    engine.key("Enter")
    shows(engine, "day", "2008-02-14")
    reads(engine, '[data-card][data-unit="GEO"]', phrase("answer", "never"))
    sees(engine, "[data-card] h2")
    engine.key("Escape")
    engine.until(lambda: not engine.ask("return all(document, '[data-card]').length"), "the card is put away")
    engine.resize(LYING)
    engine.until(lambda: engine.ask("return innerWidth") == LYING[0], "it is turned")
    rests(engine, 'path[data-unit="POL"]')
    engine.press('path[data-unit="POL"]')
    sees(engine, '[data-card][data-unit="POL"] h2')
    sees(engine, ".tool-fold")
    sees(engine, ".play")


def test_a_journalist_takes_the_words_their_source_and_the_rows(engine: Device, server: str) -> None:
    said = next(row for row in TABLES.statements.itertuples() if row.quote and not row.reply_to)
    engine.hold(f"{server}red_lines?statement={said.id}&text={said.city}", DESK, "[data-testid=stDownloadButton]")
    reads(engine, "[data-testid=stMain]", said.quote)
    reads(engine, "[data-testid=stDownloadButton]", "CSV")
    assert engine.ask("return all(document, '[data-testid=stMain] a[href^=http]').length") >= 1
    engine.press("details.cite summary")
    reads(engine, "details.cite[open]", f"statements/{said.id}")
    reads(engine, "details.cite[open] pre", "@")


def test_a_blind_pupil_reads_the_map_and_the_day(engine: Device, plain: str) -> None:
    engine.hold(f"{plain}?year=2004", LAPTOP)
    engine.ask(LISTEN)
    tabs_to(engine, "application")
    engine.key("ArrowRight")
    engine.until(lambda: engine.ask("return all(document, '[data-in-words]').length"), "the map can be read")
    without_letters(engine)
    holds_focus(engine, "application")
    engine.type("pola")
    hears(engine, "Poland")
    engine.key("Shift+Enter")
    hears(engine, "Borders with Belarus, partner")
    engine.key("Shift+Space")
    hears(engine, headline(2004, TABLES).title)
    engine.key("Enter")
    holds_focus(engine, "h2")
    reads(engine, "[data-card]", "12 March 1999")
    engine.key("Escape")
    holds_focus(engine, "application")
    tabs_to(engine, "range")
    engine.key("ArrowRight")
    hears(engine, headline(2005, TABLES).title)
    reads(engine, "table[data-year-table] caption", "2005")


def test_a_teacher_with_a_keyboard_leads_the_lesson(engine: Device, server: str) -> None:
    engine.hold(f"{server}class?stop=1", LAPTOP)
    tabs_to(engine, "stop-count")
    engine.key("Enter")
    holds_focus(engine, "stop-item")
    engine.key("Escape")
    holds_focus(engine, "stop-count")
    engine.key("PageDown")
    shows(engine, "stop", 2)
    without_letters(engine)
    holds_focus(engine, "stop-count")
    engine.type("polish")
    assert engine.root("layout") == "projector"
    assert engine.ask("return all(document, '.blank').every((blank) => !blank.getClientRects().length)")
    engine.key("PageDown")
    engine.until(lambda: engine.root("stop") == "3" or engine.root("halted") == "", "it goes on")
    holds_focus(engine, "stop-count")


def test_a_pupil_at_400_percent_loses_nothing(engine: Device, plain: str) -> None:
    engine.hold(f"{plain}?year=2004", TINY)
    box = "const {top, height} = all(document, '.map-area')[0].getBoundingClientRect(); return [top, height]"
    top, height = engine.ask(box)
    assert top < 0.5 * TINY[1]
    assert height >= 0.4 * TINY[1]
    tabs_to(engine, "finder")
    sees(engine, ".finder")
    engine.type("estonia")
    reads(engine, "[role=option]", "Estonia")
    engine.key("Enter")
    sees(engine, '[data-card][data-unit="EST"] h2')
    engine.key("Escape")
    holds_focus(engine, "")
    tabs_to(engine, "range")
    sees(engine, "input[type=range]")
    engine.key("ArrowRight")
    shows(engine, "year", 2005)
    assert engine.ask("return document.scrollingElement.scrollWidth - innerWidth") <= 0
