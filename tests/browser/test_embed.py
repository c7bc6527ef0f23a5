"""The map alone stands in a frame of another site, which keeps it from all memory, and can be dragged there."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import product

import pytest
from conftest import served
from playwright.sync_api import Locator, Page, expect
from rested import holds, two_frames
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.words import phrase
from geo.drawing.views import VIEWS, View
from geo.publish.embed_page import current_embed_page
from geo.wire.routes import PREFIX, ROUTES

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
READY = '[data-atlas][data-ready="true"]'
START_MS = 60_000
HELP = "Blocked autofocusing on a <h2>"
"""Chromium says so of the sheet of keys, which has the focus once it opens."""
NO_MEMORY = """for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, {get() { throw new DOMException('kept out', 'SecurityError'); }});"""


@pytest.mark.parametrize("sandbox", ["", 'sandbox="allow-scripts"'])
def test_it_is_dragged_in_a_frame_of_another_origin(watched: Watched, server: str, sandbox: str) -> None:
    address = f"{server}embed?year=1999&country=POL&utm_source=course"
    frame = f'<iframe src="{address.replace("&", "&amp;")}" width="100%" height="480" {sandbox}></iframe>'
    course = f'<!doctype html><title>Course</title><link rel="icon" href="data:,"><body>{frame}'.encode()
    with (
        served(lambda name: (course, "text/html") if not name else None) as other,
        watched(alone=True, pardon=HELP) as page,
    ):
        page.add_init_script(NO_MEMORY)
        page.goto(other, wait_until="commit")
        inside = page.frame_locator("iframe")
        atlas = inside.locator(READY)
        expect(atlas).to_have_attribute("data-year", "1999", timeout=60_000)
        expect(inside.locator("[data-card]")).to_have_attribute("data-unit", "POL")
        expect(inside.locator(".notice")).to_have_count(0)
        slider = inside.locator("input[type=range][name=year]")
        box = slider.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + 3, box["y"] + box["height"] / 2, steps=4)
        page.mouse.up()
        expect(atlas).to_have_attribute("data-year", re.compile("19(49|5.)"))
        year = atlas.get_attribute("data-year")
        full = inside.get_by_role("link", name="Full atlas")
        expect(full).to_have_attribute(
            "href", re.compile(rf"^\./\?.*year={year}&country=POL&.*view=europe|year={year}")
        )
        expect(inside.locator(".footer")).to_contain_text("Natural Earth")
        expect(inside.locator(".footer button:not(.key-button)")).to_have_count(0)
        assert page.evaluate("history.length") <= 2  # the course's own Back stays its own


def test_it_fills_its_frame_at_every_size(page: Page, server: str) -> None:
    page.goto(f"{server}embed?year=2004")
    page.locator(READY).wait_for(timeout=START_MS)
    for width, height in ((1280, 720), (800, 450), (390, 480), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        holds(page, fills_its_frame, page, width, height)


def fills_its_frame(page: Page, width: int, height: int) -> None:
    sizes = page.evaluate(
        """() => {
            const box = (name) => document.querySelector(name).getBoundingClientRect();
            const {scrollWidth, scrollHeight} = document.documentElement;
            return [scrollWidth, scrollHeight, box('.map-area').height, box('input[name=year]').width,
                box('.footer').bottom];
        }"""
    )
    assert sizes[:2] == [width, height]
    assert sizes[2] >= 0.4 * height
    assert sizes[3] >= 0.4 * width
    assert sizes[4] <= height


EDGES = """(root) => {
  const box = (name) => root.querySelector(name).getBoundingClientRect();
  const matrix = root.querySelector('.fills > g').getAttribute('transform').match(/[-\\d.e]+/g).map(Number);
  const [place, stage] = [box('.map-area'), box('.stage')];
  const paint = (name) => getComputedStyle(root.querySelector(name)).backgroundColor;
  return {
    beside: [stage.left - place.left, place.right - stage.right, stage.top - place.top, place.bottom - stage.bottom],
    isPage: paint('.map-area') === paint('.title-block') && box('.title-block').right <= place.left + 1,
    drawn: {k: matrix[0], left: matrix[4], top: matrix[5], width: stage.width, height: stage.height},
  };
}"""
"""What is left of the map's place beside its stage, whether the page and its column begin there, and where the drawing
lies on the stage."""


@pytest.mark.parametrize("path", ["", "embed"])
def test_no_land_is_cut_amid_the_sea_where_the_window_is_wide_and_low(page: Page, server: str, path: str) -> None:
    page.goto(f"{server}{path}?year=2009")
    root = page.locator(READY)
    root.wait_for(timeout=START_MS)
    for key, (name, view) in enumerate(VIEWS.items(), start=1):
        page.keyboard.press(str(key))
        expect(page.locator("[data-atlas]")).to_have_attribute("data-view", name)
        for width, height in ((900, 560), (1200, 400), (1600, 500)):
            page.set_viewport_size({"width": width, "height": height})
            two_frames(page)
            at = (name, width, height)
            holds(page, no_land_is_cut, root, view, at, path)


def no_land_is_cut(root: Locator, view: View, at: tuple[str, int, int], path: str) -> None:
    found = root.evaluate(EDGES)
    left, *others = found["beside"]
    assert max(others) <= 1, at
    assert left <= 1 or (found["isPage"] and not path), at
    drawn = found["drawn"]
    if not view.sphere:
        assert max(drawn["left"], drawn["top"]) <= 1, at
        assert drawn["left"] + view.width * drawn["k"] >= drawn["width"] - 1, at
        assert drawn["top"] + view.height * drawn["k"] >= drawn["height"] - 1, at


def test_the_page_holds_no_lesson_and_no_notes() -> None:
    text = current_embed_page(PREFIX).body.decode()
    assert "notes-window" not in text
    assert not re.search(r'id="(lesson|quiz)"|notes of the speaker|\bfetch\(["\']http', text, re.IGNORECASE)
    assert "https://" not in re.sub(r"<!--.*?-->|/\*.*?\*/", "", text.partition("<body>")[0], flags=re.DOTALL)


def test_the_route_says_when_nothing_has_changed_and_lets_itself_be_framed() -> None:
    client = TestClient(Starlette(routes=ROUTES))
    first = client.get("/embed?year=2004")
    assert first.status_code == 200
    assert not {"x-frame-options", "set-cookie"} & set(first.headers)
    assert client.get("/embed", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    base = re.findall(r'"base":"([^"]+)"', first.text)[0]
    assert client.get(f"/{base}facts.json").status_code == 200


PLACES = """() => JSON.stringify(['.map-area', '.year'].map((part) => {
  const { x, y, width, height } = document.querySelector(part).getBoundingClientRect()
  return part === '.year' ? [x, y] : [x, y, width, height]
}))"""


def test_it_says_what_the_map_is_of_and_keeps_the_place_of_map_and_year(page: Page, server: str) -> None:
    page.goto(f"{server}embed?year=2026")
    page.locator(READY).wait_for(timeout=START_MS)
    title = page.locator(".title-block")
    for width, height in ((1280, 720), (800, 450), (640, 360), (390, 480), (360, 400)):
        page.set_viewport_size({"width": width, "height": height})
        places = set()
        for year in (1949, 1970, 1999, 2008, 2024):
            page.locator("input[name=year]").fill(str(year))
            expect(page.locator("[data-atlas]")).to_have_attribute("data-year", str(year))
            places.add(page.evaluate(PLACES))
            expect(title.locator(".subject")).to_be_in_viewport(ratio=1)
        expect(title.locator(".subject")).to_have_text(phrase("title", "subject"))
        assert len(places) == 1, (width, height)


def test_a_small_upright_frame_tells_the_numbers_on_its_map(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 400, "height": 560})
    page.goto(f"{server}embed?year=1954&view=north_atlantic")
    page.locator(READY).wait_for(timeout=START_MS)
    numbered = page.locator(".key .name-list li").filter(has=page.locator("b"))
    invited = numbered.filter(has_text="West Germany")
    expect(invited).to_have_text(re.compile(r"^\d West Germany$"))
    told = [row.split(" ", 1) for row in numbered.all_text_contents()]
    assert [number for number, _ in told] == [str(number) for number in range(1, len(told) + 1)]
    assert [name for _, name in told] == sorted(name for _, name in told)
    for row in (page.locator(".key .key-row").first, *numbered.all()):
        expect(row).to_be_in_viewport(ratio=1)


def test_a_wide_frame_says_whose_ground_wears_a_member_s_colour(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 960, "height": 560})
    page.goto(f"{server}embed?year=1957&view=world")
    page.locator(READY).wait_for(timeout=START_MS)
    expect(page.locator(".key-note")).to_contain_text("Algeria (part of France until 1962)")
    expect(page.locator(".key-note")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [(390, 480), (390, 353), (620, 500), (460, 590)], ids=str)
def test_a_card_comes_before_the_numbers_where_it_has_little_room(
    page: Page, server: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{server}embed?year=2004&country=POL")
    page.locator(READY).wait_for(timeout=START_MS)
    for part in ("h2", ".card-status >> nth=0", ".close"):
        expect(page.locator("[data-card]").locator(part)).to_be_in_viewport(ratio=0.9)
    numbers = page.locator(".sheet > .name-list")
    numbers.scroll_into_view_if_needed()
    expect(numbers).to_be_in_viewport()


def test_a_card_is_read_in_the_smallest_frame(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(f"{server}embed?year=2004&country=POL")
    page.locator(READY).wait_for(timeout=START_MS)
    card = page.locator("[data-card]")
    for part in (card.locator("h2"), card.locator(".card-status").first, card.locator(".close")):
        expect(part).to_be_in_viewport(ratio=0.9)
    expect(page.locator(".sheet > .name-list")).to_be_hidden()  # the map with its numbers is
    card.locator(".close").press("Enter")
    expect(page.locator(".stage")).to_be_focused()


UNDER_THE_CARD = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const {left, top, width, height} = at.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.panel');
  return over && !over.contains(at) ? at.className : '';
}"""


BADGES_BENEATH = "year=2008&country=UKR"
UNDER = [*product([(1280, 720), (800, 450), (640, 360), (390, 480), (320, 256)], ["year=2004&country=POL"])]


@pytest.mark.parametrize(("size", "asked"), [*UNDER, ((1280, 720), BADGES_BENEATH)], ids=str)
def test_nothing_under_a_card_takes_the_focus(page: Page, server: str, size: tuple[int, int], asked: str) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{server}embed?{asked}")
    page.locator(READY).wait_for(timeout=START_MS)
    covered, steps = [], 0
    while True:
        page.keyboard.press("Tab")
        if (name := page.evaluate(UNDER_THE_CARD)) is None:
            break
        covered += [name] if name and "stage" not in name else []  # of the map a part is seen
        steps += 1
    assert steps > 5
    assert covered == []
    page.locator("[data-card] .close").press("Enter")
    expect(page.locator(".stage")).to_be_focused()


def test_there_is_no_search_where_nothing_knows_what_to_find(page: Page, server: str) -> None:
    page.goto(f"{server}embed?year=2004&country=POL")
    root = page.locator(READY)
    root.wait_for(timeout=START_MS)
    expect(root.get_by_role("search")).to_have_count(0)
    root.locator(".stage").focus()
    page.keyboard.press("/")
    expect(root.locator(".stage")).to_be_focused()
    page.keyboard.press("?")
    expect(root.locator("dialog.help")).to_be_visible()
    expect(root.locator("dialog.help dt", has_text="/")).to_have_count(0)
    expect(root.locator(".notice")).to_have_count(0)
