"""A room folded on the wall: its code stands beside the years, over nothing of the map, on every screen."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from class_pages import WALL
from playwright.sync_api import Locator, Page, expect
from rested import holds

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
SCREENS = [(3840, 2160), (1920, 1080), (1366, 768), (1280, 720), (1024, 768), (820, 1180), (390, 844), (844, 390)]
BOXES = """() => {
  const at = (name) => {
    const {left, right, top, bottom, width, height} = document.querySelector(name).getBoundingClientRect();
    return {left, right, top, bottom, width, height};
  };
  return {chip: at('.live-chip'), map: at('.map-area'), track: at('.track')};
}"""

LINES = """(tool) => {
  const range = document.createRange();
  range.selectNodeContents(tool);
  const boxes = [...range.getClientRects()].filter(({width}) => width);
  const lines = new Set(boxes.map(({top, height}) => Math.round(top + height / 2)));
  const {left, right, top, bottom} = tool.getBoundingClientRect();
  const isWhole = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
  return {lines: lines.size, isWhole: isWhole && tool.scrollWidth <= tool.clientWidth};
}"""


@pytest.fixture(scope="module")
def wall(watched: Watched, server: str) -> Iterator[Page]:
    with watched(viewport={"width": 1920, "height": 1080}) as page:
        page.goto(f"{server}{WALL}?stop=8", timeout=90_000)
        expect(page.locator("[data-atlas]")).to_have_attribute("data-ready", "true", timeout=90_000)
        page.keyboard.press("a")
        page.keyboard.press("Enter")
        expect(page.locator("[data-atlas]")).to_have_attribute("data-live", "door")
        page.keyboard.press("Escape")
        expect(page.locator(".live-chip")).to_be_visible()
        yield page


def apart(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        one["right"] <= other["left"] + 1
        or other["right"] <= one["left"] + 1
        or one["bottom"] <= other["top"] + 1
        or other["bottom"] <= one["top"] + 1
    )


@pytest.mark.parametrize("explores", [False, True])
@pytest.mark.parametrize("size", SCREENS, ids=str)
def test_the_code_of_the_room_lies_over_nothing(wall: Page, size: tuple[int, int], *, explores: bool) -> None:
    wall.set_viewport_size({"width": size[0], "height": size[1]})
    if explores:
        wall.keyboard.press("p")
        expect(wall.locator("[data-atlas]")).not_to_have_attribute("data-layout", "projector")
    try:
        holds(wall, code_lies_over_nothing, wall, size)
    finally:
        if explores:
            wall.keyboard.press("p")
            expect(wall.locator("[data-atlas]")).to_have_attribute("data-layout", "projector")


def code_lies_over_nothing(wall: Page, size: tuple[int, int]) -> None:
    boxes: dict[str, Any] = wall.evaluate(BOXES)
    chip = boxes["chip"]
    assert apart(chip, boxes["map"])
    assert apart(chip, boxes["track"])
    assert boxes["track"]["width"] > min(240, 0.4 * size[0])
    assert chip["height"] >= 44
    assert 0 <= chip["left"] <= chip["right"] <= size[0]


def test_who_comes_late_finds_the_code_beside_a_quiz(wall: Page) -> None:
    wall.set_viewport_size({"width": 1920, "height": 1080})
    told = wall.locator(".live-chip .chip-code").text_content() or ""
    assert len(told.replace(" ", "")) > 4
    tool, beside = wall.locator(".footer [data-act=live]"), wall.locator(".footer .foot-code")
    expect(tool).to_have_accessible_name(f"The class {told}: the code of the room")
    expect(beside).to_be_hidden()  # the chip has it
    wall.keyboard.press("q")
    expect(wall.locator(".quiz h1")).to_be_visible()
    expect(wall.locator(".live-chip")).to_be_hidden()
    expect(beside).to_have_text(told, use_inner_text=True)
    expect(beside).to_be_visible()
    for size in SCREENS:
        wall.set_viewport_size({"width": size[0], "height": size[1]})
        holds(wall, tool_is_whole, tool, size)
    wall.set_viewport_size({"width": 1920, "height": 1080})
    wall.get_by_role("button", name="Leave the quiz").click()
    expect(beside).to_be_hidden()


def tool_is_whole(tool: Locator, size: tuple[int, int]) -> None:
    tool.scroll_into_view_if_needed()  # on a low screen it stands beneath the quiz
    assert tool.evaluate(LINES) == {"lines": 1, "isWhole": True}, size
