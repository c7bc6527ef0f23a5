"""Nothing that axe finds, of any weight, on the whole page: every state of the atlas and of the class, in every dress.

One page for the atlas and one for the class go through their states. In each, the rules of structure are tried at three
sizes, and those of colour in light, dark and forced colours, for neither depends on the other.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from heard import faults
from made import made_class_page
from playwright.sync_api import Page, expect

from data.tables import current_tables
from geo.lesson.lesson import current_lesson
from geo.wire.assets import Assets, current_assets

TABLES = current_tables()
READY = '[data-atlas][data-ready="true"]'
START_MS = 90_000
SIZES = {"laptop": (1280, 720), "wall": (1920, 1080), "phone": (390, 844)}
DRESSES: dict[str, dict[str, Any]] = {
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
LIGHT: dict[str, Any] = {"color_scheme": "light", "forced_colors": "none"}
COLOURS = ["color-contrast"]
FORCED = """() => {
  const light = (colour) => {
    const parts = colour.match(/[\\d.]+/g).map(Number);
    const [r, g, b] = parts.map((each) => (each /= 255) <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    return {alpha: parts[3] ?? 1, light: 0.2126 * r + 0.7152 * g + 0.0722 * b};
  };
  const under = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const ground = light(getComputedStyle(at).backgroundColor);
      if (ground.alpha > 0.5) return ground.light;
    }
    return light(getComputedStyle(document.documentElement).backgroundColor).light;
  };
  const told = [...document.querySelectorAll('body *')].filter((each) => !each.closest('svg') &&
    each.checkVisibility({opacityProperty: true, visibilityProperty: true}) && !each.matches(':disabled') &&
    [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim()));
  return told.filter((each) => {
    const [one, other] = [light(getComputedStyle(each).color).light, under(each)];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < 4.5;
  }).map((each) => each.outerHTML.slice(0, 160));
}"""
"""Text too near its ground in forced colours, of which axe sees those that the author gave."""
AS_THE_PAGE_DOES = "(theme) => { document.querySelector('[data-atlas]').dataset.theme = theme; }"
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
AT_REST = "() => document.getAnimations().every((each) => each.playState !== 'running')"
NO_CODE = r"404 \(Not Found\)"
"""Plain files have no route that draws the code of an address."""
Do = Callable[[Page], object]


def press(*keys: str) -> Do:
    def act(page: Page) -> None:
        for key in keys:
            page.keyboard.press(key)

    return act


def click(css: str) -> Do:
    return lambda page: page.locator(css).first.click()


def find(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("estonia")
    expect(page.locator("[role=option]").first).to_be_visible()


def year(number: int) -> Do:
    def act(page: Page) -> None:
        page.locator("input[type=range]").fill(str(number))
        expect(page.locator("[data-atlas]")).to_have_attribute("data-year", str(number))

    return act


ATLAS: dict[str, tuple[Do, Do]] = {
    "first visit, and a notice": (press(), press()),
    "a year with statements": (year(2008), press()),
    "a statement": (click(".statement-row"), press("Escape")),
    "a country": (lambda page: (find(page), page.keyboard.press("Enter")), press("Escape")),
    "what was found": (find, press("Escape")),
    "the menu": (click(".menu summary"), press("Escape")),
    "the keys": (press("?"), press("Escape")),
    "the citation": (click(".footer .tells:nth-of-type(2)"), press("Escape")),
    "the view to take along": (click('[data-take="open"]'), press("Escape")),
    "one status alone": (click(".legend button"), click(".legend button")),
    "an early year": (year(1955), press()),
}
"""What brings a state about, and what leaves it."""
CLASS: dict[str, tuple[Do, Do]] = {
    "the first stop": (press("Home"), press()),
    "a stop that asks": (press("PageDown"), press()),
    "the last stop": (press("End"), press()),
    "the pages without the wall": (press("p"), press("p")),
    "the keys": (press("?"), press("Escape")),
    "the menu at the foot": (click(".foot-more summary"), press("Escape")),
    "blank": (press("b"), press("b")),
    "the spot": (press("l"), press("l")),
    "the quiz": (press("q"), press("Escape")),
}


def settle(page: Page) -> None:
    page.evaluate(TWO_FRAMES)  # by then what a change of colours sets off has begun
    page.wait_for_function(AT_REST)


def in_light(page: Page) -> None:
    page.emulate_media(**LIGHT)
    page.evaluate(AS_THE_PAGE_DOES, "light")


def faults_in_every_dress(page: Page) -> dict[str, list[str]]:
    """What axe finds at every size and in every dress, where it finds anything.

    It is found in light, in which its colours are tried with all else at the last size, that of the other dresses.
    """
    found = {}
    *_others, last = SIZES
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        found[name] = faults(page, without=() if name == last else COLOURS)
    for name, dress in DRESSES.items():
        page.emulate_media(**dress)
        page.evaluate(AS_THE_PAGE_DOES, dress["color_scheme"])
        settle(page)
        is_forced = dress["forced_colors"] == "active"
        found[name] = page.evaluate(FORCED) if is_forced else faults(page, only=COLOURS)
    in_light(page)
    page.set_viewport_size({"width": 1280, "height": 720})
    return {name: wrong for name, wrong in found.items() if wrong}


def walk(page: Page, states: dict[str, tuple[Do, Do]]) -> dict[str, dict[str, list[str]]]:
    found = {}
    in_light(page)
    for name, (enter, leave) in states.items():
        enter(page)
        if wrong := faults_in_every_dress(page):
            found[name] = wrong
        leave(page)
    return found


@pytest.fixture
def atlas(
    serve: Callable[[Assets], AbstractContextManager[str]], watched: Callable[..., AbstractContextManager[Page]]
) -> Iterator[Page]:
    """The atlas without Streamlit, at an address that is half wrong."""
    with serve(current_assets()) as url, watched(pardon=NO_CODE, reduced_motion="reduce") as opened:
        opened.goto(f"{url}?country=XXX")
        opened.locator(READY).wait_for(timeout=START_MS)
        yield opened


@pytest.fixture
def lesson(tmp_path: Path, watched: Callable[..., AbstractContextManager[Page]]) -> Iterator[Page]:
    """The class page as a file."""
    file = tmp_path / "class.html"
    file.write_bytes(made_class_page(current_lesson()))
    with watched(reduced_motion="reduce") as opened:
        opened.goto(file.as_uri())
        opened.locator(READY).wait_for(timeout=START_MS)
        yield opened


def test_every_state_of_the_atlas(atlas: Page) -> None:
    assert walk(atlas, ATLAS) == {}


def test_every_state_of_the_class(lesson: Page) -> None:
    assert walk(lesson, CLASS) == {}
