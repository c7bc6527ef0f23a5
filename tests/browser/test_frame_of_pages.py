"""The frame around the pages: titles of tabs, a menu with a word, a focus clear of the header, maps in whole rows."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from coloraide import Color
from conftest import PROBED
from playwright.sync_api import Page, expect
from rested import holds
from rested import patient as patient

from data.words import words
from geo.drawing.palette import THEMES
from geo.wire.day_pictures import SHEETS

pytestmark = pytest.mark.unpainted

PATIENCE_MS = 60_000
HEADER_PX = 60
LEAST_PX = 9.8
"""Of the letters of a small map, as shown."""
THREE_BACK = (("undo", "undo"), ("undo", "undo"), ("undo", "redo"))
DONE = ".stApp[data-test-script-state=notRunning]"
STOPS = """() => {
  const parts = '[data-testid=stRadio] label, [data-testid=stMarkdown] p';
  return [...document.querySelectorAll(parts)].map((part) => part.textContent).join('; ');
}"""
WHOLE_ROWS = """(perRow) => {
  const boxes = [...document.querySelectorAll('.strip .map')].map((map) => map.getBoundingClientRect());
  const inRow = (top) => boxes.filter((other) => Math.round(other.top) === Math.round(top)).length;
  const {width} = document.querySelector('.strip').getBoundingClientRect();
  const isWide = boxes.at(-1).width > width - 2; // it fills its row alone
  return boxes.every(({top}, at) => inRow(top) === perRow || (at === 8 && isWide));
}"""
Watched = Callable[..., AbstractContextManager[Page]]


@pytest.fixture
def page(server: str, watched: Watched) -> Iterator[Page]:
    with watched(pardon=PROBED) as opened:
        opened.goto(f"{server}compare", timeout=PATIENCE_MS)
        expect(opened.locator(".es .strip .map")).to_have_count(9, timeout=PATIENCE_MS)
        yield opened


def test_the_frame_is_ours_at_every_width(page: Page) -> None:
    expect(page).to_have_title("Compare · Eastward")
    menu = page.get_by_test_id("stExpandSidebarButton")
    for width, per_row in ((1920, 3), (1280, 3), (1024, 2), (861, 2), (820, 1), (390, 1)):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function("(width) => innerWidth === width", arg=width)
        page.wait_for_function(WHOLE_ROWS, arg=per_row)
        page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")
        right = "(width) => document.querySelector('[data-testid=stMainMenu]').getBoundingClientRect().right <= width"
        page.wait_for_function(right, arg=width)
    expect(menu).to_be_visible()
    links = page.get_by_test_id("stSidebarNavLink")
    expect(links.first).to_be_hidden()  # nor does the focus go there
    shown = menu.evaluate("(button) => getComputedStyle(button, '::after').content")
    assert shown.strip('"') == words()["frame"]["menu"]
    assert menu.evaluate("(button) => [...button.children].every((part) => !part.getClientRects().length)")
    menu.click()
    links.filter(has_text="About").click()
    expect(page).to_have_title("About · Eastward")


def test_the_key_to_the_maps_waits_folded_where_it_would_fill_the_window(page: Page) -> None:
    wide, folded = (page.locator(f".es .{name} .map-key").first for name in ("open-key", "folded-key"))
    expect(wide).to_be_visible()
    expect(page.locator(".es .folded-key:visible")).to_have_count(0)
    page.set_viewport_size({"width": 390, "height": 844})
    expect(wide).to_be_hidden()
    expect(folded).to_be_hidden()
    page.wait_for_function("document.querySelector('.strip .map').getBoundingClientRect().bottom < 844")
    page.locator(".es .folded-key summary").first.press("Enter")
    expect(folded).to_be_visible()
    assert folded.locator("li").all_inner_texts() == wide.locator("li").all_text_contents()


def test_the_focus_never_hides_under_the_header(page: Page) -> None:
    link = page.locator(".strip .map").nth(3)
    page.locator(".take a").first.focus()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        if link.evaluate("(link) => document.activeElement === link"):
            break

    def is_clear_and_ringed() -> None:
        assert link.evaluate("(link) => link.getBoundingClientRect().top") >= HEADER_PX
        outline = link.evaluate("(link) => getComputedStyle(link).outlineStyle + getComputedStyle(link).outlineWidth")
        assert outline == "solid3px"

    expect(link).to_be_focused()
    holds(page, is_clear_and_ringed)


def test_the_page_that_scrolls_shows_that_it_has_the_focus(page: Page) -> None:
    page.keyboard.press("Tab")
    main = page.get_by_test_id("stMain")
    main.focus()
    expect(main).to_have_css("outline-style", "solid")
    expect(main).to_have_css("outline-width", "3px")


def test_a_page_that_comes_is_told(page: Page) -> None:
    told = page.locator("#eastward-page[role=status]")
    expect(told).to_be_attached()
    expect(told).to_be_empty()
    page.get_by_test_id("stTopNavLink").filter(has_text="Claims").press("Enter")
    expect(told).to_have_text("Claims · Eastward", timeout=PATIENCE_MS)


def test_the_focus_stays_where_a_press_switches_its_button_off_or_takes_it_away(server: str, page: Page) -> None:
    page.goto(f"{server}red_lines?text=zzz")
    page.get_by_role("button", name="Clear the filters").press("Enter", timeout=PATIENCE_MS)
    expect(page.get_by_role("heading", level=1)).to_be_focused(timeout=PATIENCE_MS)

    page.goto(f"{server}lesson")
    text = words()["lesson_page"]
    for pressed, beside in (("down", "down"), ("up", "down"), ("empty", "undo"), *THREE_BACK):
        button, next_ = (page.get_by_role("button", name=text[name], exact=True) for name in (pressed, beside))
        page.locator(DONE).wait_for(state="attached", timeout=PATIENCE_MS)
        before = page.evaluate(STOPS)
        button.press("Enter", timeout=PATIENCE_MS)
        # A press before the run of the last one has begun is the same press to Streamlit.
        page.wait_for_function(f"(before) => ({STOPS})() !== before", arg=before, timeout=PATIENCE_MS)
        expect(page.locator(DONE)).to_be_attached(timeout=PATIENCE_MS)
        expect(next_).to_be_focused(timeout=PATIENCE_MS)


def test_a_key_keeps_its_colours_where_the_system_forces_its_own(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    swatches = page.locator(".es .chip .swatch")
    grounds = swatches.evaluate_all("(all) => all.map((swatch) => getComputedStyle(swatch).backgroundColor)")
    page.emulate_media(forced_colors="none")
    assert grounds == swatches.evaluate_all("(all) => all.map((each) => getComputedStyle(each).backgroundColor)")
    assert len(set(grounds)) > 3


def test_the_ring_of_the_focus_stands_out() -> None:
    assert all(Color(theme.focus).contrast(theme.page, method="wcag21") >= 3 for theme in THEMES.values())


LETTERS = "(body) => Math.round(parseFloat(getComputedStyle(body).fontSize) * 10) / 10"


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (2560, 1440), (3840, 2160)])
def test_on_a_very_wide_screen_pages_have_letters_as_large_as_the_atlas(
    page: Page, server: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(server)
    root = page.locator('[data-atlas][data-ready="true"]')
    root.wait_for(timeout=PATIENCE_MS)
    atlas = root.evaluate(LETTERS)
    page.goto(f"{server}about")
    title = page.get_by_role("heading", level=1)
    title.wait_for(timeout=PATIENCE_MS)
    assert (atlas, page.locator("html").evaluate(LETTERS)) == ((23, 24) if width > 1366 else (14, 16))


CHART_PX = "() => document.querySelector('.js-plotly-plot')?._fullLayout?.font.size"
GRID_TYPE = """() => {
  const grid = document.querySelector('.stDataFrameGlideDataEditor');
  return grid && getComputedStyle(grid).getPropertyValue('--gdg-base-font-style');
}"""


@pytest.mark.parametrize(("width", "times"), [(1366, 1), (3840, 1.5)])
def test_charts_and_tables_have_letters_as_large_as_their_page(
    page: Page, server: str, width: int, times: float
) -> None:
    page.set_viewport_size({"width": width, "height": 1200})
    page.goto(f"{server}frontier")
    page.wait_for_function(f"(px) => ({CHART_PX})() === px", arg=14 * times, timeout=PATIENCE_MS)
    page.goto(f"{server}data_and_sources")
    page.wait_for_function(f"(px) => ({GRID_TYPE})()?.endsWith(` ${{px}}px`)", arg=14 * times, timeout=PATIENCE_MS)


@pytest.mark.parametrize("width", [861, 1024, 1161, 1280, 1366])
def test_the_names_of_small_maps_are_large_enough_to_be_read(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    map_ = page.locator(".strip .map img").first
    map_.wait_for(timeout=PATIENCE_MS)
    shown = map_.evaluate("(map) => map.getBoundingClientRect().width")
    assert SHEETS["small"].least * shown / SHEETS["small"].width > LEAST_PX
