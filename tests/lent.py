"""Pages that are lent from test to test: the browser has read and compiled our scripts, a new page would do so again.

What a reader or a page leaves behind is taken back between two loans: what is remembered, where one was, the hand.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, NoReturn
from urllib.parse import urlsplit
from weakref import WeakSet

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    ElementHandle,
    Error,
    Frame,
    Locator,
    Page,
    ViewportSize,
    WebError,
)
from playwright.sync_api import WebSocket as Socket

LAPTOP: ViewportSize = {"width": 1280, "height": 720}
ELSEWHERE = re.compile(r"^(https?|wss?)://(?!127\.0\.0\.1[:/])")
NOWHERE = "about:blank"
PATIENCE_MS = 30_000
"""What the browser's driver waits for at first."""
START_MS = 90_000
"""What a server that has just started may take for its first page: making it is no test of its speed."""
FORGET = """() => {
  const forget = () => [() => localStorage, () => sessionStorage].forEach((kept) => {
    try { kept().clear(); } catch { /* nothing may be kept here */ }
  });
  for (const last of ['pagehide', 'visibilitychange', 'unload']) addEventListener(last, forget);
}"""
"""Forget as the very last: what leaves may remember something on its way out."""
UNPAINTED = """{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('html { opacity: 0 !important }');
  document.adoptedStyleSheets = [sheet];
}"""
"""Lay the page out, move it and let it be pressed, but paint nothing of it: that takes a third of a map's time."""
NEVER_IDLE = """window.requestIdleCallback = (work, {timeout = 0} = {}) =>
  timeout && setTimeout(work, timeout, {timeRemaining: () => 0, didTimeout: true});"""
"""As on a machine that is always busy: what pages prepare for later, the maps of all years and views, nobody sees."""
HAS_A_CLOCK = "'__pwClock' in globalThis"


@dataclass
class Lent:
    """A page, what it said since it was lent, and the hosts it has been to."""

    page: Page
    session: CDPSession
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def watch(self) -> None:
        """Note what the page says and whom it calls."""
        context = self.page.context
        context.on("request", lambda asked: self.note("request to another host", asked.url))
        context.on("console", lambda said: said.type == "error" and self.complaints.append(f"console: {said.text}"))
        context.on("weberror", self._note_error)
        self.page.on("websocket", self._note_socket)
        self.page.on("framenavigated", self._note_host)

    def note(self, what: str, url: str) -> None:
        """Note a call to another host than ours."""
        if ELSEWHERE.match(url):
            self.complaints.append(f"{what}: {url}")

    def _note_error(self, wrong: WebError) -> None:
        self.complaints.append(f"page error: {wrong.error}")

    def _note_socket(self, socket: Socket) -> None:
        self.note("socket to another host", socket.url)

    def _note_host(self, frame: Frame) -> None:
        if not frame.parent_frame and frame.url != NOWHERE:
            self.hosts.add(urlsplit(frame.url).netloc)

    def clean(self) -> bool:
        """Take all traces back; false where some may stay, as with a page that was closed or went from host to host."""
        if self.page.is_closed() or len(self.hosts) > 1:
            return False
        assert not self.page.evaluate(HAS_A_CLOCK), "a clock of its own stays in a page: ask for one `alone`"
        self.page.evaluate(FORGET)
        self.page.goto(NOWHERE)
        for other in self.page.context.pages:
            if other is not self.page:
                other.close()
        self.page.context.clear_cookies()
        self.session.send("Page.resetNavigationHistory")
        self.page.mouse.move(0, 0)
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.set_default_navigation_timeout(START_MS)
        self.hosts.clear()
        return True


def refuse(*_: object, **__: object) -> NoReturn:
    pytest.fail("this stays in a page after the test: ask for one `alone`")


nothing_painted: WeakSet[BrowserContext] = WeakSet()
"""Those of whose pages nobody may take a picture, be it of a page, of a part or of a window that it opened."""


def paint_nothing(context: BrowserContext) -> None:
    """Have nothing painted of the pages that a context opens from now on."""
    context.add_init_script(UNPAINTED)
    nothing_painted.add(context)


def prepare_nothing(context: BrowserContext) -> None:
    """Have nothing prepared for later in the pages that a context opens from now on."""
    context.add_init_script(NEVER_IDLE)


def _where_painted(look: Callable[..., bytes]) -> Callable[..., bytes]:
    @wraps(look)
    def guarded(seen: Any, *how: Any, **named: Any) -> bytes:
        part = seen.owner_frame() if isinstance(seen, ElementHandle) else seen
        page = part if isinstance(part, Page) else part.page
        if page.context in nothing_painted:
            pytest.fail("nothing is painted in this page: ask for one with `painted=True`")
        return look(seen, *how, **named)

    return guarded


for kind in (Page, Locator, ElementHandle):
    kind.screenshot = _where_painted(kind.screenshot)  # type: ignore[attr-defined]


class Lender:
    """Who lends pages, by the options of their contexts."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.free: dict[str, list[Lent]] = {}

    @contextmanager
    def lent(
        self,
        *,
        alone: bool = False,
        painted: bool = True,
        idle: bool | None = None,
        viewport: ViewportSize = LAPTOP,
        color_scheme: Any = "light",
        reduced_motion: Any = "no-preference",
        **options: Any,
    ) -> Iterator[tuple[Page, list[str]]]:
        """A page and the list of its complaints, which is whole when the loan has ended.

        One that is not painted is for boxes, words and attributes. All else in it is as in any other, but that it is
        `idle` only where that is asked for; one that is painted is, unless it is told not to be. What is not idle
        prepares nothing for later.
        """
        idle = painted if idle is None else idle
        free = self.free.setdefault(repr((painted, idle, sorted(options.items()))), [])
        lent = free.pop() if free and not alone else self._new(viewport, options, painted=painted, idle=idle)
        lent.page.set_viewport_size(viewport)
        lent.page.emulate_media(
            media="null",
            color_scheme=color_scheme,
            reduced_motion=reduced_motion,
            contrast=options.get("contrast", "no-preference"),
            forced_colors=options.get("forced_colors", "none"),
        )
        lent.complaints.clear()
        if not alone:
            lent.page.add_init_script = lent.page.route = refuse  # type: ignore[method-assign]
        kept = False
        try:
            yield lent.page, lent.complaints
            kept = not alone
        finally:
            with suppress(Error):
                kept = kept and lent.clean()
            if kept:
                free.append(lent)
            else:
                lent.page.context.close()

    def _new(self, viewport: ViewportSize, options: dict[str, Any], *, painted: bool, idle: bool) -> Lent:
        context = self.browser.new_context(viewport=viewport, **options)
        if not painted:
            paint_nothing(context)
        if not idle:
            prepare_nothing(context)
        page = context.new_page()
        page.set_default_navigation_timeout(START_MS)
        lent = Lent(page, context.new_cdp_session(page))
        lent.watch()
        return lent

    def close(self) -> None:
        """Close all pages that came back."""
        for lent in (each for free in self.free.values() for each in free):
            lent.page.context.close()
