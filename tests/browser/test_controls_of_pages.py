"""Streamlit's own controls, as the pages dress them.

Their edges are seen, a finger has room, errors are told in words, and a choice where the system forces its colours.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from coloraide import Color
from conftest import PROBED
from playwright.sync_api import Locator, Page, expect
from rested import holds
from rested import patient as patient

from data.words import words

PATIENCE_MS = 60_000
NONTEXT, TEXT = 3, 4.5
LEAST_PX = 24
DONE = ".stApp[data-test-script-state=notRunning]"
EDGED = {
    "a line": "[data-testid=stTextInputRootElement]",
    "a text": "[data-testid=stTextAreaRootElement]",
    "a number": "[data-testid=stNumberInputContainer]",
    "a button": "[data-testid=stBaseButton-secondary]:not(:disabled)",
    "a list": ".react-aria-ComboBox > [role=group]",
    "one of several": "[data-variant]:not([data-selected])",
}
EDGES = """(css) => [...document.querySelectorAll(css)].filter((each) => each.getClientRects().length)
  .map((each) => getComputedStyle(each).borderTopColor)"""
PAINTED = """(element) => {
  for (let at = element; at; at = at.parentElement) {
    const ground = getComputedStyle(at).backgroundColor;
    if (!/^rgba.*, 0\\)$/.test(ground)) return ground;
  }
  return getComputedStyle(document.body).backgroundColor;
}"""
ADDRESSES = {
    "lesson": ("a line", "a text", "a number", "a button", "a list"),
    "claims": ("a line", "one of several"),
    "countries": ("a line", "a list"),
}
"""Each page with its controls of ``EDGED``: a page's parts come one after another."""
Watched = Callable[..., AbstractContextManager[Page]]


@pytest.fixture
def page(watched: Watched) -> Iterator[Page]:
    with watched(pardon=PROBED) as opened:
        yield opened


AT_REST = "() => Promise.allSettled(document.getAnimations().map(({finished}) => finished))"


def opened(page: Page, address: str) -> None:
    page.goto(address, timeout=PATIENCE_MS)
    expect(page.locator("h1").first).to_be_visible(timeout=PATIENCE_MS)  # a map has another
    page.locator(DONE).wait_for(state="attached", timeout=PATIENCE_MS)


def contrast(one: str, other: str) -> float:
    return Color(one).contrast(Color(other), method="wcag21")


def ground(place: Locator) -> str:
    """The colour that lies under a place."""
    return str(place.evaluate(PAINTED))


def color(place: Locator) -> str:
    return str(place.evaluate("(place) => getComputedStyle(place).color"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_can_be_pressed_or_typed_into_has_an_edge(server: str, watched: Watched, scheme: str) -> None:
    assert {name for names in ADDRESSES.values() for name in names} == {*EDGED}
    with watched(pardon=PROBED, color_scheme=scheme) as page:
        for address, names in ADDRESSES.items():
            opened(page, server + address)
            for name in names:
                page.locator(EDGED[name]).filter(visible=True).first.wait_for(timeout=PATIENCE_MS)
            holds(page, all_have_edges, page, address)


def all_have_edges(page: Page, address: str) -> None:
    under = ground(page.locator(".stApp"))
    for name, css in EDGED.items():
        edges = page.evaluate(EDGES, css)
        assert not [edge for edge in edges if contrast(edge, under) < NONTEXT], (address, name)


def test_a_field_with_the_focus_has_a_ring(server: str, page: Page) -> None:
    opened(page, f"{server}countries")
    for role, name in (("textbox", "Search"), ("combobox", "Country")):
        field = page.get_by_role(role, name=name)  # type: ignore[arg-type]
        field.focus()
        box = field.locator("xpath=ancestor::*[@role='group' or @data-testid='stTextInputRootElement'][1]")
        holds(page, has_a_ring, box, page)


def has_a_ring(box: Locator, page: Page) -> None:
    style = box.evaluate("(box) => [getComputedStyle(box).outlineStyle, getComputedStyle(box).outlineColor]")
    assert style[0] == "solid"
    assert contrast(style[1], ground(page.locator(".stApp"))) >= NONTEXT


def test_the_signs_in_a_field_can_be_hit(server: str, page: Page) -> None:
    opened(page, f"{server}countries?country=EST")
    signs = page.locator(".react-aria-ComboBox button")
    expect(signs).to_have_count(4)  # three lists open, one is cleared
    for sign in signs.all():
        box = sign.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= LEAST_PX


def test_a_year_that_is_none_is_told_in_words_that_are_seen(server: str, page: Page) -> None:
    opened(page, f"{server}lesson")
    year = page.get_by_role("spinbutton", name=words()["lesson_page"]["field_year"], exact=True)
    year.fill("1800", timeout=PATIENCE_MS)
    year.press("Enter")
    told = page.get_by_test_id("stNumberInput").first.get_by_role("alert")
    expect(told).to_contain_text("1949")
    holds(page, is_read, told)


def is_read(told: Locator) -> None:
    box = told.bounding_box()
    assert box
    assert box["width"] > 100
    assert box["height"] >= 16


def test_a_choice_is_told_in_forced_colours(server: str, watched: Watched) -> None:
    with watched(pardon=PROBED, forced_colors="active") as page:
        opened(page, f"{server}red_lines")
        parts = page.locator("[data-variant=segmented_control]")
        chosen, other = parts.first, parts.nth(1)
        expect(chosen).to_have_attribute("data-selected", "true")
        page.evaluate(AT_REST)
        assert contrast(ground(chosen), ground(other)) >= NONTEXT
        assert contrast(color(chosen.locator("p")), ground(chosen.locator("p"))) >= TEXT
        slider = page.get_by_test_id("stSlider").first
        under, track = ground(slider), slider.locator("[data-orientation] [data-orientation]")
        assert ground(track) == under  # else the values above the thumbs lie on it
        for value in slider.get_by_test_id("stSliderThumbValue").locator("p").all():
            assert contrast(color(value), under) >= TEXT
        for thumb in track.locator("> [data-rac]").all():
            assert contrast(ground(thumb), under) >= NONTEXT

        opened(page, f"{server}claims")
        pills = page.locator("[data-variant=pills]:not(:disabled)")
        pills.nth(1).click()
        expect(pills.nth(1)).to_have_attribute("aria-pressed", "true")
        page.evaluate(AT_REST)
        assert contrast(ground(pills.nth(1)), ground(pills.first)) >= NONTEXT


def test_no_words_are_quiet_for_who_asks_for_more_contrast(server: str, watched: Watched) -> None:
    with watched(pardon=PROBED, contrast="more") as page:
        opened(page, f"{server}countries?country=EST")
        page.locator(".co thead th").first.wait_for(timeout=PATIENCE_MS)
        text = color(page.locator("h1"))
        for quiet in (".co thead th", ".es .small", "[data-testid=stCaptionContainer] p"):
            assert color(page.locator(quiet).first) == text
