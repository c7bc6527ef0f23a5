"""The map alone makes a picture of any frame: a large map, its words and key in sight or a press away, cards beside."""

from typing import Any

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect
from rested import holds, two_frames
from tool_places import TOOL_FAULTS

pytestmark = pytest.mark.unpainted

READY = '[data-atlas][data-ready="true"]'
START_MS = 60_000
SHARES = {
    (320, 240): 0.5,
    (390, 600): 0.5,
    (480, 360): 0.55,
    (600, 420): 0.62,
    (600, 600): 0.55,
    (900, 560): 0.55,
    (1200, 400): 0.65,
    (1600, 900): 0.6,
}
"""Frames, and what part of each the map takes at least."""
SMALLEST = (320, 240)

PARTS = """(root) => {
  const box = (part) => {
    const {left, top, right, bottom} = part.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  const whole = (name) => [...root.querySelectorAll(name)].filter((part) => part.checkVisibility()).map(box);
  const key = root.querySelector('.key');
  const rows = [...key.querySelectorAll('.key-row, .name-list li, .sign-key > li')];
  return {
    map: box(root.querySelector('.map-area')),
    words: whole('.year, .headline'),
    foot: whole('.footer, .footer a, .footer .key-button'),
    rows: rows.filter((row) => row.checkVisibility()).map(box),
    key: key.checkVisibility() ? box(key) : null,
    hidden: rows.filter((row) => !row.hidden && !row.closest('[hidden]') && !row.checkVisibility()).length,
    hasButton: root.querySelector('.key-button').checkVisibility(),
  };
}"""
"""Boxes of what a frame shows: left, top, right, bottom; and how many rows of the key it does not."""

SUBJECT = """(root, id) => {
  const path = root.querySelector(`path[data-unit="${id}"]`);
  const {left, top, width, height} = path.getBoundingClientRect();
  const back = path.getScreenCTM().inverse();
  let [ground, inSight] = [0, 0];
  for (let i = 0.5; i < 60; i++) for (let j = 0.5; j < 60; j++) {
    const at = new DOMPoint(left + (width * i) / 60, top + (height * j) / 60);
    if (!path.isPointInFill(at.matrixTransform(back))) continue;
    ground += 1;
    inSight += document.elementFromPoint(at.x, at.y)?.closest('.stage') != null;
  }
  return inSight / ground;
}"""
"""What part of a country is on the map, with nothing over it."""


@pytest.fixture
def embed(page: Page, server: str) -> Page:
    page.goto(f"{server}embed?year=2004")
    page.locator(READY).wait_for(timeout=START_MS)
    return page


def resized(page: Page, size: tuple[int, int]) -> dict[str, Any]:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    two_frames(page)
    return parts_of(page)


def parts_of(page: Page) -> dict[str, Any]:
    parts: dict[str, Any] = page.locator(READY).evaluate(PARTS)
    return parts


def test_the_map_takes_the_frame_and_no_word_is_cut(embed: Page) -> None:
    for year in (1955, 2004, 2022):
        embed.locator("input[name=year]").fill(str(year))
        expect(embed.locator(READY)).to_have_attribute("data-year", str(year))
        for size in SHARES:
            resized(embed, size)
            holds(embed, map_and_words_are_whole, embed, size, year)


def map_and_words_are_whole(embed: Page, size: tuple[int, int], year: int) -> None:
    parts = parts_of(embed)
    left, top, right, bottom = parts["map"]
    assert (right - left) * (bottom - top) >= SHARES[size] * size[0] * size[1], (size, year)
    assert embed.locator(".stage .borders").evaluate("(all) => getComputedStyle(all).display") != "none"
    area = embed.locator(".title-block").evaluate("(box) => [box.scrollHeight, box.clientHeight]")
    assert area[0] <= area[1] + 1, (size, year)
    for box in (*parts["words"], *parts["foot"]):
        assert box[0] >= -1, (size, year)
        assert box[2] <= size[0] + 1, (size, year)
        assert box[3] <= size[1] + 1, (size, year)


def test_the_key_is_in_sight_or_a_press_away(embed: Page) -> None:
    for size in SHARES:
        resized(embed, size)
        holds(embed, no_row_is_lost, embed, size)
        if not parts_of(embed)["hasButton"]:
            continue
        embed.locator(".key-button").press("Enter")
        holds(embed, the_key_is_whole, embed, size)
        embed.keyboard.press("Escape")


def test_the_key_takes_the_room_that_a_short_headline_leaves(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 900, "height": 580})
    page.goto(f"{server}embed?year=2023&view=arctic")
    page.locator(READY).wait_for(timeout=START_MS)
    room = page.locator(".key").evaluate("(key) => [key.scrollHeight, key.clientHeight]")
    assert room[0] <= room[1] + 1


def test_a_key_longer_than_its_column_says_that_it_goes_on(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 800, "height": 500})
    page.goto(f"{server}embed?year=2023&view=arctic")
    page.locator(READY).wait_for(timeout=START_MS)
    key = page.locator(".key")
    expect(key).to_have_attribute("data-goes-on", "true")
    assert key.evaluate("(key) => key.scrollHeight > key.clientHeight")
    key.evaluate("(key) => key.scrollTo(0, key.scrollHeight)")
    expect(key).not_to_have_attribute("data-goes-on", "true")
    key.evaluate("(key) => key.scrollTo(0, 0)")
    page.locator(".key-button").click()
    holds(page, the_key_is_whole, page, (800, 500))
    expect(page.locator(".key [data-sign=pin]")).to_be_in_viewport(ratio=1)
    expect(page.locator(".key [data-sign=contested]")).to_be_in_viewport(ratio=1)


def no_row_is_lost(embed: Page, size: tuple[int, int]) -> None:
    parts = parts_of(embed)
    assert parts["hasButton"] or parts["hidden"] == 0, size
    below = [row for row in parts["rows"] if row[3] > (parts["key"] or row)[3] + 1]
    assert parts["hasButton"] or not below, size


def the_key_is_whole(embed: Page, size: tuple[int, int]) -> None:
    opened = parts_of(embed)
    assert opened["hidden"] == 0, size
    assert opened["key"], size
    assert opened["key"][3] <= size[1] + 1, size


def test_every_number_on_the_map_is_told_beside_it(embed: Page) -> None:
    asked = "(root) => [...root.querySelectorAll('.name')].map(({textContent: t}) => t).filter((t) => /^[0-9]/.test(t))"
    seen = 0

    def each_is_listed(size: tuple[int, int]) -> None:
        numbers = embed.locator(READY).evaluate(asked)
        listed = embed.locator(".key .name-list b").all_text_contents()
        assert set(numbers) == set(listed), size

    for size in SHARES:
        resized(embed, size)
        expect(embed.locator("[data-drawn]")).to_have_attribute("data-drawn", "2004")
        holds(embed, each_is_listed, size)
        seen += len(embed.locator(READY).evaluate(asked))
    assert seen


def test_a_list_that_comes_after_the_first_layout_has_the_numbers(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 600, "height": 420})
    page.goto(f"{server}embed?year=2004")
    page.locator(READY).wait_for(timeout=START_MS)
    expect(page.locator(".key .name-list")).to_be_visible()


@pytest.mark.parametrize(("unit", "asked"), [("FIN", "year=2022&country=FIN"), ("PRT", "year=1960&country=PRT")])
def test_what_a_card_is_about_stays_in_sight(page: Page, server: str, unit: str, asked: str) -> None:
    page.goto(f"{server}embed?{asked}")
    root = page.locator(READY)
    root.wait_for(timeout=START_MS)
    for size in SHARES:
        resized(page, size)
        card = page.locator("[data-card]")
        for part in (card.locator("h2"), card.locator(".close")):
            expect(part).to_be_in_viewport(ratio=0.9)
        if size != SMALLEST:
            holds(page, is_in_sight, root, unit, size)


def is_in_sight(root: Locator, unit: str, size: tuple[int, int]) -> None:
    assert root.evaluate(SUBJECT, unit) > 0.85, size


@pytest.mark.parametrize("size", [(960, 482), (960, 560), (1100, 520), (1200, 560), (1280, 720), (1600, 900)], ids=str)
def test_menu_and_tools_stand_in_the_column_off_its_words_in_every_year(embed: Page, size: tuple[int, int]) -> None:
    resized(embed, size)
    root = embed.locator("[data-atlas]")
    expect(root).to_have_attribute("data-menu", "beside")
    assert root.evaluate(TOOL_FAULTS) == []
    assert {min(box["width"], box["height"]) >= 24 for box in boxes_of(embed, ".tools .tool")} == {True}


def boxes_of(page: Page, name: str) -> list[FloatRect]:
    return [box for part in page.locator(name).all() if (box := part.bounding_box())]


@pytest.mark.parametrize("size", [(600, 420), (800, 450), (390, 600), (320, 240)], ids=str)
def test_the_button_of_menu_and_tools_hides_no_land_of_a_small_frame(embed: Page, size: tuple[int, int]) -> None:
    resized(embed, size)
    (button,), (area,) = boxes_of(embed, ".tool-fold"), boxes_of(embed, ".map-area")
    assert button["x"] + button["width"] <= area["x"] or button["y"] + button["height"] <= area["y"]
    for words in boxes_of(embed, ".year") + boxes_of(embed, ".headline"):
        apart = [button[at] >= words[at] + words[along] for at, along in (("x", "width"), ("y", "height"))]  # type: ignore[literal-required]
        before = [words[at] >= button[at] + button[along] for at, along in (("x", "width"), ("y", "height"))]  # type: ignore[literal-required]
        assert any(apart + before), size


def test_the_menu_lies_whole_on_a_narrow_map(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 480, "height": 360})
    page.goto(f"{server}embed?year=2004")
    page.locator(READY).wait_for(timeout=START_MS)
    page.locator(".tool-fold").press("Enter")
    page.locator(".menu-button").press("Enter")

    def lies_on_the_map() -> None:
        boxes = [page.locator(name).bounding_box() for name in (".map-area", ".menu-sheet")]
        assert boxes[0]
        assert boxes[1]
        assert boxes[1]["x"] >= boxes[0]["x"]
        assert boxes[1]["x"] + boxes[1]["width"] <= boxes[0]["x"] + boxes[0]["width"]

    expect(page.locator(".menu-sheet")).to_be_visible()
    holds(page, lies_on_the_map)
