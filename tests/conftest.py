"""A running atlas, a browser to look at it, and plain files served without Streamlit.

A machine without a browser skips the tests that need one and says so at the end; with `CI` set it fails them.
Every page opened here must leave a clean record: no request to another host, no error in the console.
"""

import gc
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NoReturn
from urllib.parse import urlsplit

import keeps_compiled  # noqa: F401  does what it does at its import, before all that is worth keeping
import pytest
from hypothesis import settings
from lent import Lender
from plain import File, plain_files
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright
from scanned_once import scan_once
from shared import shared

from geo.wire.assets import Assets, assets_made, current_assets

# A busy machine is slow, not wrong: speed is measured elsewhere.
settings.register_profile("house", deadline=None)
settings.register_profile("quick", settings.get_profile("house"), max_examples=25)
settings.load_profile("house")

ROOT = Path(__file__).parent.parent
READY = '[data-atlas][data-ready="true"]'
START_S = 60
PATIENCE_MS = 15_000
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
FLAGS += ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
"""The last keeps all other hosts away without a hand on each request, which would do without the browser's cache."""
MISSING = "a program is missing"
PROBED = r"_stcore/(health|host-config)|404 \(Not Found\)"
"""What the console says on a page below the first: Streamlit looks for itself beneath the page's path at first."""
BROWSERS = {"driver", "engine"}
"""Fixtures that open one, whichever it is."""
LONG = (
    *("test_live_lesson", "test_axe_everywhere", "test_days", "test_names_on_the_map", "test_walk", "test_recipes"),
    *("test_frame", "test_reflow", "test_every_page", "test_firefox", "test_strength_text", "test_personas"),
    *("test_webkit", "test_painter", "test_class", "test_lesson_outlives", "test_class_wall", "test_your_own"),
    *("test_access", "test_pages_live", "test_views", "test_words_and_drafts", "test_presenter", "test_slides"),
    *("test_quiz_played", "test_phones", "test_address", "test_room_heard", "test_strength_gate", "test_drawing"),
    *("test_paper", "test_your_own_page", "test_tables", "test_tactile", "test_picture"),
)
"""The longest files, the longest first; without a browser those stand last here that the alphabet has last."""
CHROMIUMS = ("chromium-headless-shell", "chromium", "google-chrome")


# ---------------------------------------------------------------------- a missing program is told


def pytest_configure(config: pytest.Config) -> None:
    """Laws are tried with a quarter of the examples where somebody leaves the slow tests out, to be run often."""
    if "not slow" in config.option.markexpr:
        settings.load_profile("quick")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whoever asks for the browser carries its marker, so that `-m "not browser"` leaves out exactly those."""
    scan_once()  # now that all tests are imported
    for item in items:
        if BROWSERS & {*getattr(item, "fixturenames", ())}:
            item.add_marker(pytest.mark.browser)
    # The long files first, so that no process is left alone with one at the end; a file stays together.
    place = {name: at for at, name in enumerate(LONG)}
    needs_browser = {item.path for item in items if item.get_closest_marker("browser")}
    items.sort(key=lambda item: (place.get(item.path.stem, len(LONG)), item.path not in needs_browser))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collect without looking for garbage: all stays to the end, and is not looked through later either.

    Nor is it once before that: to look through all tests takes a tenth of finding them.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why each skip was skipped, and how many each reason stands for; in red where a program is missing."""
    skipped = [report.longrepr for report in terminalreporter.stats.get("skipped", [])]
    reasons = Counter(str(told[2]).removeprefix("Skipped: ") for told in skipped if isinstance(told, tuple))
    for reason, times in sorted(reasons.items()):
        if MISSING in reason:
            terminalreporter.write_line(f"{times} TESTS DID NOT RUN: {reason}", red=True, bold=True)
        else:
            terminalreporter.write_line(f"{times} skipped: {reason}")


def missing(reason: str) -> NoReturn:
    """Skip for want of a program, which is told at the end; with `CI` set, fail."""
    if os.environ.get("CI"):
        pytest.fail(f"{MISSING}: {reason}")
    pytest.skip(f"{MISSING}: {reason}")


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """`program("soffice")`: the path of a program not ours; without it the test is skipped, with `CI` failed."""

    def find(name: str) -> str:
        return shutil.which(name) or missing(f"no {name} on the path")

    return find


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """What drives browsers of Chromium's kind; a process can have one."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(driver: Playwright) -> Iterator[Browser]:
    """One browser for the whole run: `CHROME`, or the first Chromium on the path, one without windows before others."""
    expect.set_options(timeout=PATIENCE_MS)
    browser = driver.chromium.launch(executable_path=chromium_path(), args=FLAGS)
    yield browser
    browser.close()


def chromium_path() -> str:
    """Where the browser is."""
    found = os.environ.get("CHROME") or next(filter(None, map(shutil.which, CHROMIUMS)), None)
    return found or missing("no Chromium found; set CHROME to one, or put `chromium` or `google-chrome` on the path")


# ---------------------------------------------------------------------- pages with a clean record

Watched = Callable[..., AbstractContextManager[Page]]


@pytest.fixture(scope="session")
def lender(chromium: Browser) -> Iterator[Lender]:
    """Who lends the pages of a run."""
    lender = Lender(chromium)
    yield lender
    lender.close()


@pytest.fixture(scope="module")
def watched(lender: Lender, request: pytest.FixtureRequest) -> Watched:
    """`with watched() as page`: a page that nobody else has, which may neither call another host nor complain.

    `pardon` is a pattern of console messages that the test brings about on purpose. The page is lent and comes back
    (see `tests/lent.py`); `alone` gives one that does not, for what stays in a page whatever is done: a script at its
    start, a clock. `painted` is true unless the module is marked `unpainted`, `idle` false unless it is marked `idle`:
    its painted pages are. All else goes to the context.
    """
    painted = not request.node.get_closest_marker("unpainted")
    idle = None if request.node.get_closest_marker("idle") else False

    @contextmanager
    def open_watched(*, pardon: str = r"(?!)", **options: Any) -> Iterator[Page]:
        with lender.lent(**{"painted": painted, "idle": idle} | options) as (page, complaints):
            yield page
        unpardoned = [complaint for complaint in complaints if not re.search(pardon, complaint)]
        assert not unpardoned, "\n".join(unpardoned)

    return open_watched


@pytest.fixture
def page(watched: Watched) -> Iterator[Page]:
    """A watched page the size of a laptop."""
    with watched() as opened:
        yield opened


@pytest.fixture
def lonely(watched: Watched) -> Iterator[Page]:
    """The same, for a test whose traces would stay in it."""
    with watched(alone=True) as opened:
        yield opened


# ---------------------------------------------------------------------- servers


@dataclass(frozen=True)
class Server:
    """A `streamlit run dashboard.py` of its own."""

    url: str
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=START_S)


@contextmanager
def running_server(port: int = 0) -> Iterator[Server]:
    """A server at a port, else at one that is free."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard.py"), "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port), "--server.fileWatcherType", "none"]
    command += ["--browser.gatherUsageStats", "false"]
    environment = {**os.environ, "EASTWARD_KEEP": "none"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=ROOT, env=environment, **quiet) as process:
        server = Server(f"http://127.0.0.1:{port}/", process)
        try:
            wait_until_healthy(server)
            yield server
        finally:
            server.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(server: Server) -> None:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline and server.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.url}_stcore/health", timeout=START_S):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"streamlit did not answer within {START_S} s (exit code {server.process.poll()})")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """The address of one atlas for the whole run, whichever of its processes asks first."""
    folder = tmp_path_factory.getbasetemp()

    @contextmanager
    def start() -> Iterator[str]:
        with running_server() as started:
            yield started.url

    with shared(start, folder if worker_id == "master" else folder.parent) as url:
        yield url


@pytest.fixture
def own_server() -> Iterator[Server]:
    """An atlas that the test may stop."""
    with running_server() as started:
        yield started


@contextmanager
def served(find: Callable[[str], File | None], *, kept: bool = False) -> Iterator[str]:
    """What is found by name, body and media type, at the address given.

    A browser keeps all but documents where it is told that they are `kept`: of an address that nobody has later.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            file = find(urlsplit(self.path).path.lstrip("/"))
            if file is None:
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            body, media_type = file
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", f"{media_type}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            if kept and media_type != "text/html":
                self.send_header("Cache-Control", "max-age=86400")
            self.end_headers()
            with suppress(ConnectionError):  # the page was closed before its last file had come
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Tests are quiet."""

    with listening(Handler) as address:
        yield address


@contextmanager
def listening(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """The address at which a handler answers."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=httpd.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{httpd.server_port}/"
    finally:
        httpd.shutdown()
        thread.join()
        httpd.server_close()


Serve = Callable[[Assets], AbstractContextManager[str]]


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """`with serve(assets) as url`: the atlas without Streamlit at `url`, and an empty page at `bare`.

    The project's own has one address to the end: what a browser has read and compiled of it, it need not again.
    """
    with ExitStack() as lasting:
        own: list[str] = []

        @contextmanager
        def open_served(assets: Assets) -> Iterator[str]:
            if assets is not assets_made():
                with served(plain_files(assets)) as url:
                    yield url
                return
            if not own:
                own.append(lasting.enter_context(served(plain_files(assets), kept=True)))
            yield own[0]

        yield open_served


@pytest.fixture(scope="module")
def bare(serve: Serve, watched: Watched) -> Iterator[Page]:
    """An empty page from which the modules can be imported, with FACTS and VIEW; they are pure, so tests share it."""
    from pure_modules import FACTS, VIEW  # here, since most tests need none

    with serve(current_assets()) as url, watched() as page:
        page.goto(f"{url}bare")
        page.evaluate("([facts, view]) => Object.assign(globalThis, {FACTS: facts, VIEW: view})", [FACTS, VIEW])
        yield page


@pytest.fixture(scope="module")
def call(bare: Page) -> Callable[..., Any]:
    """`call("core/timeline.mjs", "clampYear", 1999, RANGE)`: an exported function with plain values in and out."""
    script = "async ([module, name, given]) => (await import(`/${module}`))[name](...given)"
    return lambda module, name, *given: bare.evaluate(script, [module, name, list(given)])


# ---------------------------------------------------------------------- the atlas, open


Open = Callable[..., Any]


@pytest.fixture
def open_atlas(server: str, watched: Watched) -> Iterator[Open]:
    """`open_atlas("?year=2004", size=PHONE)`: the atlas in Streamlit, drawn."""
    from atlas_page import LAPTOP, Atlas  # here, since it reads all facts and most tests need none

    with ExitStack() as pages:

        def opened(query: str = "", *, url: str = server, size: tuple[int, int] = LAPTOP, **options: object) -> Atlas:
            viewport = {"width": size[0], "height": size[1]}
            page = pages.enter_context(watched(viewport=viewport, **options))
            page.goto(url + query)
            page.locator(READY).wait_for(timeout=1000 * START_S)
            return Atlas(page)

        yield opened


@pytest.fixture
def open_plain(open_atlas: Open, serve: Serve) -> Iterator[Open]:
    """The same without Streamlit, which is drawn in half the time."""
    with ExitStack() as served:

        def opened(query: str = "", *, assets: Assets | None = None, **options: object) -> Any:
            return open_atlas(query, url=served.enter_context(serve(assets or current_assets())), **options)

        yield opened
