"""What goes on below the window shows that it does: no letter is cut by its edge, and at the end nothing is faded."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from rested import holds, two_frames

PUPILS = ((844, 390), (360, 640))
SPREAD = 24
"""Of a colour's channels, between the pixels of a line with nothing on it."""


def ready(page: Page, address: str, size: tuple[int, int]) -> Locator:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address)
    root = page.locator("[data-atlas]")
    expect(root).to_have_attribute("data-ready", "true", timeout=60_000)
    two_frames(page)
    return root


def spread_of(page: Page, left: float, y: float, width: float) -> int:
    """How far the pixels of a line of a page are from each other."""
    shot = page.screenshot(clip={"x": left, "y": y, "width": width, "height": 1})
    bands = Image.open(BytesIO(shot)).convert("RGB").getextrema()
    return max(int(high) - int(low) for low, high in bands)  # type: ignore[arg-type]


@pytest.mark.parametrize("size", PUPILS, ids=str)
def test_no_letter_of_a_lesson_is_cut_at_the_bar_or_the_foot_of_a_small_window(
    page: Page, server: str, size: tuple[int, int]
) -> None:
    for stop in (1, 9):
        root = ready(page, f"{server}class?stop={stop}", size)
        bar = root.locator(".lesson-foot")
        width = root.locator(".lesson").evaluate("(box) => box.clientWidth")
        most = root.evaluate("(root) => root.scrollHeight - root.clientHeight")
        for at in range(0, int(most), 23):
            root.evaluate("(root, at) => root.scrollTo(0, at)", at)
            box = bar.bounding_box()
            assert box
            if box["y"] + box["height"] >= size[1] - 1:  # it stands at the foot
                assert spread_of(page, 4, box["y"] - 1, width - 8) <= SPREAD, (stop, at)
            else:
                assert spread_of(page, 4, size[1] - 1, width - 8) <= SPREAD, (stop, at)


def cut_of(cover: Locator) -> float:
    """How high over an edge no line is whole; 0 where nothing goes on below it."""
    if cover.get_attribute("data-goes-on") is None:
        return 0
    return float(cover.evaluate("(cover) => parseFloat(cover.style.getPropertyValue('--cut'))"))


@pytest.mark.parametrize("size", PUPILS, ids=str)
def test_the_last_line_over_the_bar_of_a_lesson_is_whole_and_a_sign_says_that_more_follows(
    page: Page, server: str, size: tuple[int, int]
) -> None:
    for stop in (9, 12):
        root = ready(page, f"{server}class?stop={stop}", size)
        bar = root.locator(".lesson-foot")
        expect(bar).to_have_attribute("data-goes-on", "true")
        width = root.locator(".lesson").evaluate("(box) => box.clientWidth")
        for at in (0, 7, 15, 40, 66):
            root.evaluate("(root, at) => root.scrollTo(0, at)", at)
            two_frames(page)
            box, cut = bar.bounding_box(), cut_of(bar)
            assert box
            if cut:
                assert spread_of(page, 20, box["y"] - cut - 2, width - 40) <= SPREAD, (stop, at)  # over it a whole line
                assert spread_of(page, 20, box["y"] - 7, width - 40) > SPREAD, (stop, at)  # the sign
                assert spread_of(page, 20, box["y"] - 14, width - 40) <= SPREAD, (stop, at)  # and nothing around it
        root.evaluate("(root) => root.scrollTo(0, root.scrollHeight)")
        expect(bar).not_to_have_attribute("data-goes-on", "true")


@pytest.mark.parametrize("size", [(844, 390), (640, 360)], ids=str)
def test_what_is_told_beside_a_low_map_ends_with_a_whole_line_and_a_sign_that_more_follows(
    page: Page, server: str, size: tuple[int, int]
) -> None:
    root = ready(page, f"{server}?year=1992&view=world", size)
    told = root.locator(".told-more")
    expect(told).to_have_attribute("data-goes-on", "true")
    box = told.bounding_box()
    assert box
    bottom, width = box["y"] + box["height"], box["width"] - 8
    assert spread_of(page, box["x"] + 4, bottom - cut_of(told) - 1, width) <= SPREAD
    assert spread_of(page, box["x"] + 4, bottom - 7, width) > SPREAD
    told.evaluate("(told) => told.scrollTo(0, told.scrollHeight)")
    expect(told).not_to_have_attribute("data-goes-on", "true")
    last = told.evaluate("(told) => told.querySelector('.detail').getBoundingClientRect().bottom")
    assert last <= bottom - 15


@pytest.mark.parametrize("size", PUPILS, ids=str)
def test_at_the_end_of_a_lesson_nothing_is_faded(page: Page, server: str, size: tuple[int, int]) -> None:
    root = ready(page, f"{server}class?stop=9", size)
    root.evaluate("(root) => root.scrollTo(0, root.scrollHeight)")
    fade = root.evaluate("(root) => parseFloat(getComputedStyle(root, '::after').height)")
    assert fade >= 16
    for part in root.locator(".footer button, .footer a").all():
        box = part.bounding_box()
        assert box
        assert box["y"] + box["height"] <= size[1] - fade + 1
    last = root.locator(".stop > *:visible").last.bounding_box()
    bar = root.locator(".lesson-foot").bounding_box()
    assert last
    assert bar
    assert last["y"] + last["height"] <= bar["y"] - fade + 2


@pytest.mark.parametrize("size", [(640, 360), (360, 640)], ids=str)
def test_the_statuses_of_the_map_are_on_the_first_screen_of_a_telephone(
    page: Page, server: str, size: tuple[int, int]
) -> None:
    for year in (1955, 2004, 2022):
        root = ready(page, f"{server}?year={year}", size)
        holds(page, rows_are_in_sight, root, size, year)


def rows_are_in_sight(root: Locator, size: tuple[int, int], year: int) -> None:
    counts = root.locator("[data-legend] [data-status][data-count]:not([hidden])")
    rows = root.locator(".title-block .key-row:visible")
    assert rows.count() == counts.count() > 2, year
    place = root.locator(".title-block").bounding_box()
    assert place
    bottom = min(size[1], place["y"] + place["height"])
    for row in rows.all():
        box = row.bounding_box()
        assert box
        assert box["x"] + box["width"] <= place["x"] + place["width"], year
        assert place["y"] <= box["y"] < box["y"] + box["height"] <= bottom, year


def test_year_and_headline_are_whole_on_the_smallest_screen(page: Page, server: str) -> None:
    root = ready(page, f"{server}?year=2004", (320, 256))
    for part in (".year", ".headline"):
        expect(root.locator(part)).to_be_in_viewport(ratio=1)
    top = root.locator(".subject").bounding_box()
    assert top
    assert top["y"] >= 256  # no letters of it are cut


def test_the_first_hint_leaves_the_statuses_whole_on_a_short_telephone(page: Page, server: str) -> None:
    root = ready(page, server, (360, 640))
    hint = root.locator("[data-first-visit]").bounding_box()
    assert hint
    for row in root.locator(".title-block .key-row:visible").all():
        box = row.bounding_box()
        assert box
        assert box["y"] + box["height"] <= hint["y"]


SLICED = """(root) => {
  const [range, sliced, covers] = [document.createRange(), [], ['.sheet', '.told-more']];
  for (const part of covers.map((name) => root.querySelector(name))) {
    const {overflowY, visibility} = getComputedStyle(part);
    if (overflowY === 'visible' || visibility === 'hidden' || !part.clientHeight) continue;
    const over = part.querySelector(':scope > .name-list');
    const isOver = over && over.getClientRects().length && getComputedStyle(over).position === 'sticky';
    const edge = isOver ? over.getBoundingClientRect().top : part.getBoundingClientRect().bottom;
    const cut = part.hasAttribute('data-goes-on') ? parseFloat(part.style.getPropertyValue('--cut')) : 0;
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const {parentElement} = texts.currentNode;
      if (parentElement.closest('.sr-only') || (isOver && over.contains(parentElement))) continue;
      range.selectNodeContents(texts.currentNode);
      const isCut = ({width, top, bottom}) => width && top < edge - cut - 1.5 && bottom > edge - cut + 2.5;
      if ([...range.getClientRects()].some(isCut)) sliced.push(texts.currentNode.textContent);
    }
  }
  return sliced;
}"""
IN_SIGHT = """(root) => {
  const seen = (part) => part.getClientRects().length && getComputedStyle(part).visibility !== 'hidden';
  const list = [...root.querySelectorAll('.name-list:not([hidden])')].find(seen);
  if (!list) return true;
  const [first, box] = [list.querySelector('li'), list.closest('.sheet, .told-more')].map((part) =>
    part.getBoundingClientRect());
  const isScroller = getComputedStyle(list.parentElement).overflowY !== 'visible';
  return first.bottom <= innerHeight && (!isScroller || first.bottom <= box.bottom - 15);
}"""


@pytest.mark.parametrize("size", [(360, 640), (390, 844), (844, 390), (320, 568)], ids=str)
def test_a_telephone_slices_no_line_and_shows_what_the_numbers_on_its_map_mean(
    page: Page, server: str, size: tuple[int, int]
) -> None:
    for asked in ("year=2020&view=arctic", "year=2004&view=north_atlantic", "year=1993", "year=1999&country=POL"):
        root = ready(page, f"{server}?{asked}", size)
        holds(page, slices_no_line, root, asked)
        if "country" not in asked or size != (320, 568):  # so small that a card takes the window
            holds(page, shows_its_numbers, root, asked)


def slices_no_line(root: Locator, asked: str) -> None:
    assert root.evaluate(SLICED) == [], asked


def shows_its_numbers(root: Locator, asked: str) -> None:
    assert root.evaluate(IN_SIGHT), asked
