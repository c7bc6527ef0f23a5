"""A phone in the hand: a sheet that follows the finger, a search one press away, taps that do not guess."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect
from rested import holds

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
Point = tuple[float, float]

UPRIGHT = ((390, 844), (360, 640))
FLAT = ((844, 390), (640, 360))
LEAST_TARGET = 24


class Finger:
    """One finger on the glass."""

    def __init__(self, page: Page) -> None:
        self._glass: CDPSession = page.context.new_cdp_session(page)

    def touch(self, kind: str, *at: Point) -> None:
        points = [{"x": x, "y": y} for x, y in at]
        self._glass.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def tap(self, at: Point) -> None:
        self.touch("touchStart", at)
        self.touch("touchEnd")


@pytest.fixture(scope="module")
def phone(watched: Watched, server: str) -> Iterator[Locator]:
    """One page for all phones, held upright at first, at its second visit."""
    with watched(alone=True, viewport={"width": 390, "height": 844}, has_touch=True) as page:
        page.add_init_script("localStorage.setItem('eastward.visited', 'yes')")
        page.goto(server + "?year=2004")
        root = page.locator("[data-atlas]")
        expect(root).to_have_attribute("data-ready", "true", timeout=60_000)
        yield root


def held(root: Locator, size: tuple[int, int]) -> None:
    """Give the phone a size, wait until the map has taken it and close what an earlier test left open."""
    root.page.set_viewport_size({"width": size[0], "height": size[1]})
    two_frames(root)
    for card in root.locator("[data-card] .close").all():
        card.tap()
    expect(root.locator("[data-card]")).to_have_count(0)


def two_frames(root: Locator) -> None:
    root.evaluate("""async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      await frame();
      await frame();
    }""")


def middle(part: Locator) -> Point:
    box = part.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def stands(root: Locator, height: str) -> None:
    expect(root).to_have_attribute("data-sheet", height)
    two_frames(root)


def height_of(root: Locator, part: str) -> float:
    return float(root.locator(part).evaluate("(part) => part.getBoundingClientRect().height"))


def fold(root: Locator) -> None:
    root.locator(".handle").press("ArrowDown")
    root.locator(".handle").press("ArrowDown")
    stands(root, "folded")


def test_the_sheet_follows_the_finger_and_stays_at_one_of_three_heights(phone: Locator) -> None:
    finger = Finger(phone.page)
    for size in UPRIGHT:
        held(phone, size)
        fold(phone)
        seen = [height_of(phone, ".panel")]
        x, y = middle(phone.locator(".handle"))
        for far, height in ((-90, "half"), (-200, "whole"), (40, "half"), (30, "folded")):
            x, y = middle(phone.locator(".handle"))
            before = height_of(phone, ".panel")
            finger.touch("touchStart", (x, y))
            for part in (0.5, 1):
                finger.touch("touchMove", (x, y + far * part))
            two_frames(phone)
            holds(phone.page, panel_is_high, phone, before - far)
            finger.touch("touchEnd")
            stands(phone, height)
            assert phone.evaluate("(root) => root.getAnimations({subtree: true}).length") == 0
            seen.append(height_of(phone, ".panel"))
        folded, half, whole, *back = seen
        assert folded < half < whole, size
        assert back == [half, folded], size


def panel_is_high(phone: Locator, high: float) -> None:
    assert height_of(phone, ".panel") == pytest.approx(high, abs=3)


def test_taps_and_keys_bring_the_sheet_to_each_height(phone: Locator) -> None:
    held(phone, (390, 844))
    fold(phone)
    handle = phone.locator(".handle")
    for height in ("half", "whole", "folded"):
        handle.tap()
        stands(phone, height)
        expect(handle).to_have_attribute("aria-expanded", str(height != "folded").lower())
    for key, height in (("Up", "half"), ("Up", "whole"), ("Up", "whole"), ("Down", "half"), ("Down", "folded")):
        handle.press(f"Arrow{key}")
        stands(phone, height)
    expect(handle).to_be_focused()


def test_what_shows_on_the_map_uncovers_it(phone: Locator) -> None:
    held(phone, (390, 844))
    fold(phone)
    phone.locator(".handle").press("ArrowUp")
    phone.locator(".handle").press("ArrowUp")
    stands(phone, "whole")
    expect(phone.locator(".map-area")).to_be_hidden()
    row = phone.locator(".legend-row").first
    row.tap()
    stands(phone, "half")
    expect(phone.locator(".map-area")).to_be_visible()
    row.tap()


TARGETS = """(root) => [...root.querySelectorAll('button, input, summary, a[href], .mark-target')]
  .map((part) => [part, part.getBoundingClientRect()])
  .filter(([part, {width, height}]) => width && height && part.checkVisibility({visibilityProperty: true})
    && !part.closest('.menu-sheet, dialog'))
  .filter(([part, {width, height}]) => Math.min(width, height) < 23.9)
  .map(([part, {width, height}]) => [part.className.baseVal ?? part.className, width, height])"""
COVERED = """(root) => {
  const boxes = (selector) => [...root.querySelectorAll(selector)].filter((part) =>
    part.checkVisibility({visibilityProperty: true})).map((part) => [part.textContent, part.getBoundingClientRect()]);
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const controls = [...boxes('.tools'), ...boxes('.menu-button'), ...boxes('.find')];
  const texts = boxes('text[data-name], .length, .title-block > *');
  return texts.filter(([, text]) => controls.some(([, control]) => meet(text, control))).map(([text]) => text);
}"""


@pytest.mark.parametrize("size", [*UPRIGHT, *FLAT, (820, 1180)], ids=str)
def test_what_is_to_be_touched_is_large_enough_and_lies_over_no_text(phone: Locator, size: tuple[int, int]) -> None:
    held(phone, size)
    if size in UPRIGHT:
        fold(phone)
        holds(phone.page, map_has_most, phone, size[1])
        for part in (".year", "input[name=year]", ".play"):
            expect(phone.locator(part)).to_be_in_viewport(ratio=1)
    for year in (1962, 2004, 2014):
        phone.locator(".typed").fill(str(year))
        phone.locator(".typed").press("Enter")
        expect(phone).to_have_attribute("data-year", str(year))
        two_frames(phone)
        holds(phone.page, targets_are_large_and_over_no_text, phone)


def map_has_most(phone: Locator, height: int) -> None:
    assert height_of(phone, ".stage") >= 0.55 * height


def targets_are_large_and_over_no_text(phone: Locator) -> None:
    assert phone.evaluate(TARGETS) == []
    assert phone.evaluate(COVERED) == []


def test_the_foot_is_folded_into_the_help(phone: Locator) -> None:
    held(phone, (390, 844))
    fold(phone)
    expect(phone.locator(".footer > span")).to_be_hidden()
    phone.locator(".footer > button:last-child").tap()
    foot = phone.locator(".folded-foot")
    expect(foot).to_contain_text("Natural Earth")
    expect(foot.get_by_role("button")).to_have_count(2)
    foot.get_by_role("button").last.tap()
    expect(phone.locator("dialog.cite:not(.take)")).to_be_visible()
    phone.page.keyboard.press("Escape")
    phone.page.keyboard.press("Escape")
    expect(foot).to_be_hidden()


KEYBOARD = """(root, px) => {
  Object.defineProperty(visualViewport, 'height', {get: () => innerHeight - px, configurable: true});
  visualViewport.dispatchEvent(new Event('resize'));
}"""


@pytest.mark.parametrize("size", [*UPRIGHT, *FLAT], ids=str)
def test_the_search_is_one_press_away_and_its_answers_end_above_the_keyboard(
    phone: Locator, size: tuple[int, int]
) -> None:
    held(phone, size)
    if size in UPRIGHT:
        fold(phone)
    phone.locator(".find").tap()
    field = phone.get_by_role("combobox")
    expect(field).to_be_focused()
    field.fill("georgia")
    expect(phone.locator("[role=option]").first).to_be_visible()
    # What the keyboard leaves, on machines that shrink the window for it, and on those that do not.
    held(phone, (size[0], 430 if size in UPRIGHT else 200))
    expect(field).to_be_in_viewport(ratio=1)
    expect(phone.locator("[role=option]").first).to_be_in_viewport()
    held(phone, size)
    results = phone.locator(".search-results")
    before = results.bounding_box()
    phone.evaluate(KEYBOARD, 120)
    after = results.bounding_box()
    assert before
    assert after
    assert after["height"] == before["height"] - 120
    phone.evaluate(KEYBOARD, 0)
    phone.page.keyboard.press("Escape")
    expect(results).to_be_hidden()


@pytest.mark.parametrize("size", [*UPRIGHT, *FLAT], ids=str)
def test_what_a_card_answers_is_in_sight_though_the_map_has_numbers(phone: Locator, size: tuple[int, int]) -> None:
    held(phone, size)
    phone.locator(".typed").fill("2008")
    phone.locator(".typed").press("Enter")
    expect(phone).to_have_attribute("data-year", "2008")
    phone.locator(".find").tap()
    phone.get_by_role("combobox").fill("georgia")
    expect(phone.locator(".search-title").first).to_have_text("Georgia")
    phone.page.keyboard.press("Enter")
    card = phone.locator("[data-card][data-unit=GEO]")
    expect(phone.locator(".sheet > .name-list li")).not_to_have_count(0)
    for part in (card.locator("h2"), card.locator(".card-status")):
        expect(part).to_be_in_viewport(ratio=0.95)
    expect(phone.locator(".key-opener").locator("visible=true")).to_be_in_viewport(ratio=0.95)
    numbers = phone.locator(".sheet > .name-list li")
    for at in range(numbers.count()):
        expect(numbers.nth(at)).to_be_in_viewport(ratio=0.95)
        assert numbers.nth(at).evaluate(LIES_OPEN), numbers.nth(at).text_content()


def test_the_note_on_a_turned_map_leaves_the_numbers_in_sight(phone: Locator) -> None:
    held(phone, (360, 640))
    phone.page.keyboard.press("Escape")
    phone.locator(".typed").fill("2020")
    phone.locator(".typed").press("Enter")
    phone.locator(".typed").blur()
    phone.page.keyboard.press("6")
    expect(phone).to_have_attribute("data-view", "arctic")
    expect(phone.locator(".view-note")).to_be_in_viewport(ratio=1)
    expect(phone.locator(".sheet > .name-list li").first).to_be_in_viewport(ratio=0.9)
    phone.page.keyboard.press("1")


LIES_OPEN = """(number) => {
  const {left, top, width, height} = number.getBoundingClientRect();
  return [0.1, 0.5, 0.9].every((part) =>
    number.contains(number.getRootNode().elementFromPoint(left + part * width, top + height / 2)));
}"""
PAIR = """(root) => {
  const of = (id) => root.querySelector(`path[data-unit="${id}"]`).getBoundingClientRect();
  const middle = ({left, right, top, bottom}) => [(left + right) / 2, (top + bottom) / 2];
  return ['MNE', 'XKX'].map(of).map(middle);
}"""
ZOOM = "(root) => Number(root.querySelector('.fills > g').getAttribute('transform').match(/[-\\d.e]+/)[0])"


def is_nearer(phone: Locator, least: float) -> None:
    assert phone.evaluate(ZOOM) >= least


def test_a_tap_between_two_small_countries_zooms_towards_them(phone: Locator) -> None:
    held(phone, (390, 844))
    fold(phone)
    phone.locator(".typed").fill("2014")
    phone.locator(".typed").press("Enter")
    expect(phone).to_have_attribute("data-year", "2014")
    finger = Finger(phone.page)
    one, other = phone.evaluate(PAIR)
    between = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
    before = phone.evaluate(ZOOM)
    finger.tap(between)
    holds(phone.page, is_nearer, phone, 1.8 * before)
    two_frames(phone)
    expect(phone.locator("[data-card]")).to_have_count(0)
    one, _ = phone.evaluate(PAIR)
    finger.tap(one)
    expect(phone.locator("[data-card]")).to_have_attribute("data-unit", "MNE")


@pytest.mark.parametrize("size", [*UPRIGHT, *FLAT], ids=str)
def test_what_the_signs_mean_is_one_press_away_and_the_map_stays_in_sight(
    phone: Locator, size: tuple[int, int]
) -> None:
    held(phone, size)
    if size in UPRIGHT:
        fold(phone)
        phone.locator(".handle").press("ArrowUp")
        stands(phone, "half")
    opener = phone.get_by_role("button", name="Key", exact=True)
    expect(opener).to_be_in_viewport(ratio=1)
    opener.tap()
    expect(phone.locator(".sign-key li").first).to_be_in_viewport(ratio=1)
    expect(phone.locator(".stage")).to_be_in_viewport(ratio=0.9)
    if size in FLAT:
        close = phone.locator(".key-close")
        expect(close).to_be_focused()
        expect(close).to_be_in_viewport(ratio=1)
        assert close.evaluate("(close) => close === close.parentElement.firstElementChild")  # as it is seen
        phone.page.keyboard.press("Escape")
        expect(opener).to_be_focused()
        expect(phone.locator(".year")).to_be_in_viewport(ratio=1)
        opener.tap()
        close.tap()
        expect(opener).to_be_focused()
    else:
        expect(phone.locator(".sign-key")).to_be_focused()
    assert opener.get_attribute("aria-expanded") is None  # where it opens something it is out of sight
