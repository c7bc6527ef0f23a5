"""The frame of the atlas: what stands where on windows of every size, and that nothing is lost on the smallest."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

import pytest
from framed import FRAMED
from playwright.sync_api import Locator, Page, expect
from tool_places import TOOL_FAULTS

from data.words import phrase, words
from geo.drawing.views import VIEWS, project_points

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]

WIDE = ((3840, 2160), (1920, 1080), (1366, 768), (1280, 720))
STRIP = ((1024, 768), (820, 1180))
UPRIGHT = ((390, 844), (360, 640))
FLAT = ((844, 390), (640, 360))
TINY = (320, 256)
SIZES = (*WIDE, *STRIP, *UPRIGHT, *FLAT, TINY)
PIXEL = 1
SPARED = 0.03
"""Of what is seen of the frame of a view: more may not lie under menu and tools on a small map."""

BOXES = """(root) => {
  const box = (name) => {
    const {x, y, width, height} = root.querySelector(name).getBoundingClientRect();
    return {x, y, width, height};
  };
  const {scrollWidth, clientWidth, scrollHeight, clientHeight} = root;
  const matrix = root.querySelector('.fills > g').getAttribute('transform').match(/[-\\d.e]+/g).map(Number);
  return {
    title: box('[data-title]'), year: box('.year'), map: box('.map-area'), stage: box('.stage'),
    tools: ['.tool-fold', '.menu-button', '.tools'].map(box).filter(({width}) => width),
    camera: {k: matrix[0], x: matrix[4], y: matrix[5]}, scroll: {scrollWidth, clientWidth, scrollHeight, clientHeight},
    spills: [...root.querySelectorAll('.title-block > *, .footer, .timeline, .panel, .map-area')]
      .filter((part) => part.offsetWidth && part.getBoundingClientRect().right > innerWidth + 1)
      .map((part) => part.className),
  };
}"""

UNPAINTED = ".stage svg, .stage svg * { visibility: hidden !important }"
"""For boxes alone: to paint a map takes longer than to lay it out."""

YEARS = """(root) => {
  const typed = root.querySelector('input[name=typed-year]');
  const places = new Set();
  for (let year = 1949; year <= 2025; year += 2) {
    typed.value = year;
    typed.dispatchEvent(new Event('change', {bubbles: true}));
    const {x, y, height} = root.querySelector('.year').getBoundingClientRect();
    places.add([x, y, height, getComputedStyle(root.querySelector('.year')).fontSize].join(' '));
  }
  return [...places];
}"""
"""Where the year stands, and how large, in every other year."""


def opened(page: Page, server: str, query: str = "") -> Locator:
    page.goto(server + query)
    root = page.locator("[data-atlas]")
    expect(root).to_have_attribute("data-ready", "true", timeout=60_000)
    return root


def resized(root: Locator, size: tuple[int, int]) -> None:
    """Give the window a size and wait until the map has taken it."""
    root.page.set_viewport_size({"width": size[0], "height": size[1]})
    root.evaluate("""async (root) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      await frame();
      await frame();
    }""")


@pytest.fixture(scope="module")
def atlas(watched: Watched, server: str) -> Iterator[Locator]:
    """One page for all sizes, at its second visit."""
    with watched(alone=True) as page:
        page.add_init_script("localStorage.setItem('eastward.visited', 'yes')")
        yield opened(page, server, "?year=2004")


@pytest.fixture(scope="module")
def seen(atlas: Locator) -> dict[tuple[tuple[int, int], str], dict[str, Any]]:
    """The boxes of the page in every view at every size."""
    found = {}
    unpainted = atlas.page.add_style_tag(content=UNPAINTED)
    for key, view in enumerate(VIEWS, start=1):
        atlas.page.keyboard.press(str(key))
        expect(atlas).to_have_attribute("data-view", view)
        for size in SIZES:
            resized(atlas, size)
            found[size, view] = atlas.evaluate(BOXES)
    unpainted.evaluate("(style) => style.remove()")
    atlas.page.keyboard.press("1")
    return found


def overlap(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    wide = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    high = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return min(wide, high)


def shared_area(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    wide = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    high = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return max(0, wide) * max(0, high)


Seen = dict[tuple[tuple[int, int], str], dict[str, Any]]


def test_the_title_never_lies_over_the_map(seen: Seen) -> None:
    for at, boxes in seen.items():
        assert overlap(boxes["title"], boxes["map"]) <= PIXEL, at
        assert boxes["title"]["height"] > 40, at
        assert boxes["title"]["width"] > 100, at


def test_on_a_small_map_menu_and_tools_leave_what_a_view_is_for_in_sight(seen: Seen) -> None:
    for (size, name), boxes in seen.items():
        if size not in (*UPRIGHT, *FLAT):
            continue
        camera, stage, (left, top, width, height) = boxes["camera"], boxes["stage"], VIEWS[name].frame_box
        frame = {
            "x": stage["x"] + left * camera["k"] + camera["x"],
            "y": stage["y"] + top * camera["k"] + camera["y"],
            "width": width * camera["k"],
            "height": height * camera["k"],
        }
        covered = sum(shared_area(tool, frame) for tool in boxes["tools"])
        assert boxes["tools"], (size, name)
        assert covered < SPARED * shared_area(frame, stage), (size, name)


@pytest.mark.parametrize("size", [*WIDE, *STRIP], ids=str)
def test_menu_and_tools_stand_off_the_map_and_off_all_words_in_every_year(
    atlas: Locator, size: tuple[int, int]
) -> None:
    resized(atlas, size)
    for key, view in (("5", "north_atlantic"), ("1", "europe")):  # with the note on the North and without
        atlas.page.keyboard.press(key)
        expect(atlas).to_have_attribute("data-view", view)
        assert atlas.evaluate(TOOL_FAULTS) == [], view


@pytest.mark.parametrize("size", [*UPRIGHT, *FLAT, TINY], ids=str)
def test_a_small_map_has_the_menu_behind_its_button(atlas: Locator, size: tuple[int, int]) -> None:
    resized(atlas, size)
    assert atlas.evaluate(TOOL_FAULTS) == ["folded"]
    expect(atlas.locator(".tool-fold")).to_be_visible()
    expect(atlas.locator(".tools")).to_be_hidden()


def test_the_menu_keeps_the_focus_and_the_order_of_the_screen_wherever_it_goes(atlas: Locator) -> None:
    fold, menu, sheet = (atlas.locator(name) for name in (".tool-fold", ".menu-button", ".menu-sheet"))
    tools = atlas.locator(".tools .tool")
    resized(atlas, (1280, 720))
    atlas.locator(".stage").focus()
    atlas.page.keyboard.press("Shift+Tab")
    expect(tools.last).to_be_focused()  # from the words by it to the menu, the tools and the map
    resized(atlas, (1024, 768))
    expect(tools.last).to_be_focused()
    tools.first.focus()
    atlas.page.keyboard.press("Shift+Tab")
    expect(menu).to_be_focused()
    resized(atlas, (1280, 720))
    expect(menu).to_be_focused()
    resized(atlas, (1024, 768))
    expect(menu).to_be_focused()
    atlas.page.keyboard.press("Enter")
    expect(sheet).to_be_visible()
    atlas.page.keyboard.press("Tab")
    expect(atlas.locator("input[name=view]:checked")).to_be_focused()
    atlas.page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(menu).to_be_focused()
    resized(atlas, (390, 844))
    expect(menu).to_be_hidden()
    fold.click()
    menu.focus()
    resized(atlas, (1280, 720))
    expect(menu).to_be_focused()
    resized(atlas, (390, 844))
    expect(menu).to_be_focused()
    fold.click()
    expect(menu).to_be_hidden()


def test_the_year_stands_in_one_place_in_every_view(seen: Seen) -> None:
    for size in SIZES:
        assert len({tuple(seen[size, view]["year"].values()) for view in VIEWS}) == 1, size


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_year_stands_in_one_place_in_other_years_and_while_the_map_moves(
    atlas: Locator, size: tuple[int, int]
) -> None:
    resized(atlas, size)
    assert len(atlas.evaluate(YEARS)) == 1
    before = atlas.evaluate(BOXES)
    fold = atlas.locator(".tool-fold")
    is_folded = fold.is_visible()
    if is_folded:
        fold.click()
    atlas.get_by_role("button", name="Zoom in").dispatch_event("click")
    after = atlas.evaluate(BOXES)
    assert after["camera"]["k"] > before["camera"]["k"]
    assert after["year"] == before["year"]
    atlas.get_by_role("button", name="Whole view").dispatch_event("click")
    if is_folded:
        fold.click()


def test_on_a_short_telephone_the_year_stands_there_with_a_card_too(page: Page, server: str) -> None:
    tops = set()
    for query in ("?year=2008", "?year=2008&country=GEO", "?year=1999&country=POL"):
        page.set_viewport_size({"width": 360, "height": 640})
        tops.add(opened(page, server, query).evaluate(BOXES)["year"]["y"])
    assert len(tops) == 1


def test_every_view_shows_its_whole_subject_and_no_land_is_cut_inside_the_frame(seen: Seen) -> None:
    for (size, name), boxes in seen.items():
        view, stage, camera = VIEWS[name], boxes["stage"], boxes["camera"]
        lon, lat = zip(*FRAMED[name].values(), strict=True)
        left, top, width, height = view.frame_box
        corners = [(left, top, "frame"), (left + width, top + height, "frame")]
        for x, y, place in (*corners, *zip(*project_points(view, lon, lat), FRAMED[name], strict=True)):
            at = x * camera["k"] + camera["x"], y * camera["k"] + camera["y"]
            assert -PIXEL <= at[0] <= stage["width"] + PIXEL, (size, name, place)
            assert -PIXEL <= at[1] <= stage["height"] + PIXEL, (size, name, place)
        if view.sphere:
            continue
        assert camera["x"] <= PIXEL, (size, name)
        assert camera["y"] <= PIXEL, (size, name)
        assert camera["x"] + view.width * camera["k"] >= stage["width"] - PIXEL, (size, name)
        assert camera["y"] + view.height * camera["k"] >= stage["height"] - PIXEL, (size, name)


def test_the_map_keeps_its_room(seen: Seen) -> None:
    for size, share in {**dict.fromkeys(WIDE, 0.56), (1024, 768): 0.6, (820, 1180): 1}.items():
        assert seen[size, "europe"]["map"]["width"] >= share * size[0] - PIXEL, size
    for size in SIZES:
        assert seen[size, "europe"]["map"]["height"] >= min(200, 0.4 * size[1]), size


def test_on_a_telephone_the_folded_sheet_leaves_the_map_more_than_half(atlas: Locator) -> None:
    handle = atlas.locator(".handle")
    for width, height in UPRIGHT:
        resized(atlas, (width, height))
        handle.click()
        handle.click()
        expect(atlas).to_have_attribute("data-sheet", "folded")
        resized(atlas, (width, height))
        boxes = atlas.evaluate(BOXES)
        assert boxes["map"]["height"] >= 0.55 * height
        assert boxes["map"]["y"] < boxes["year"]["y"] < atlas.locator("input[name=year]").bounding_box()["y"]
        handle.click()


def test_on_a_telephone_on_its_side_year_map_and_slider_are_on_the_first_screen(atlas: Locator) -> None:
    for width, height in FLAT:
        resized(atlas, (width, height))
        for part in (".year", ".map-area", "input[name=year]", ".play"):
            box = atlas.locator(part).bounding_box()
            assert box
            assert box["y"] >= 0, part
            assert box["y"] + box["height"] <= height + PIXEL, part
        assert atlas.locator(".stage").bounding_box()["height"] >= 200


def test_nothing_is_wider_than_the_window(seen: Seen) -> None:
    for at, boxes in seen.items():
        assert boxes["scroll"]["scrollWidth"] <= boxes["scroll"]["clientWidth"], at
        assert boxes["spills"] == [], at


PARTS = (".subject", ".headline", ".detail", ".map-area", ".rail", ".play", ".typed", ".speeds", ".columns", ".eras")
MORE = (".figures >> nth=0", ".legend", ".search", ".footer")


@pytest.mark.parametrize("size", [*FLAT, TINY], ids=str)
def test_on_a_low_window_everything_is_reached_by_scrolling(atlas: Locator, size: tuple[int, int]) -> None:
    resized(atlas, size)
    assert atlas.evaluate("(root) => root.scrollHeight > root.clientHeight")
    for part in (*PARTS, *MORE):
        atlas.locator(part).scroll_into_view_if_needed()
        box = atlas.locator(part).bounding_box()
        assert box, part
        assert box["height"] >= 10, part
        assert 0 <= box["x"] <= box["x"] + box["width"] <= size[0] + PIXEL, part
        expect(atlas.locator(part)).to_be_in_viewport()
    atlas.evaluate("(root) => root.scrollTo(0, 0)")


LATE, EARLY = 2022, 1968
LEGEND = """(root) => {
  const sheet = root.querySelector('.sheet').getBoundingClientRect();
  const rows = [...root.querySelectorAll('.legend-row:not([hidden])')];
  return rows.filter((row) => row.getBoundingClientRect().bottom > sheet.bottom - 10).map((row) => row.dataset.status);
}"""
DAYS = """(root) => [...root.querySelectorAll('.event-row > .quiet')]
  .filter((day) => day.getClientRects().length && day.clientHeight > 1.6 * parseFloat(getComputedStyle(day).lineHeight))
  .map((day) => day.textContent)"""
MENU = """(root) => {
  const menu = root.querySelector('details.menu');
  menu.setAttribute('open', '');
  const [sheet, map] = ['.menu-sheet', '.map-area'].map((name) => root.querySelector(name).getBoundingClientRect());
  const tops = ['view', 'layer', 'draft'].map((name) =>
    menu.querySelector(`fieldset:has([name=${name}])`).getBoundingClientRect().top);
  const broken = [...menu.querySelectorAll('input[name=view] + span')].filter((each) =>
    each.offsetHeight > 1.6 * parseFloat(getComputedStyle(each).lineHeight)).length;
  const layer = menu.querySelector('input[name=layer]').getBoundingClientRect();
  menu.removeAttribute('open');
  return {left: sheet.left - map.left, columns: tops.filter((top) => Math.abs(top - tops[0]) < 2).length, broken,
    layer: layer.bottom <= sheet.bottom};
}"""


def to_year(atlas: Locator, year: int) -> None:
    atlas.locator("input[name=typed-year]").evaluate(
        "(typed, year) => { typed.value = year; typed.dispatchEvent(new Event('change', {bubbles: true})); }", year
    )
    expect(atlas).to_have_attribute("data-year", str(year))


def test_all_colours_of_the_map_are_explained_before_anything_is_scrolled(atlas: Locator) -> None:
    to_year(atlas, LATE)
    for size in (*WIDE, *STRIP):
        resized(atlas, size)
        assert atlas.evaluate(LEGEND) == [], size


@pytest.mark.parametrize("year", [EARLY, LATE])
def test_a_day_of_the_year_s_list_stands_on_one_line(atlas: Locator, year: int) -> None:
    to_year(atlas, year)
    for size in (*WIDE, *STRIP):
        resized(atlas, size)
        assert atlas.evaluate(DAYS) == [], size


def test_the_menu_has_its_three_columns_within_the_map(atlas: Locator) -> None:
    for size in (*WIDE, *STRIP):
        resized(atlas, size)
        found = atlas.evaluate(MENU)
        assert found.pop("left") >= 0, size
        assert found == {"columns": 3, "broken": 0, "layer": True}, size


def test_text_follows_the_type_of_the_browser(atlas: Locator) -> None:
    resized(atlas, (1920, 1080))
    size = "(root) => parseFloat(getComputedStyle(root.querySelector('.detail')).fontSize)"
    before = atlas.evaluate(size)
    atlas.page.add_style_tag(content="html { font-size: 150% !important; } /* larger */")
    assert atlas.evaluate(size) == pytest.approx(1.5 * before)
    atlas.page.evaluate("[...document.querySelectorAll('style')].find((s) => /larger/.test(s.textContent)).remove()")


def test_the_page_says_what_it_is(atlas: Locator) -> None:
    expect(atlas.locator("[data-title]")).to_contain_text(phrase("title", "subject"))
    expect(atlas.page).to_have_title(re.compile(re.escape(phrase("title", "subject"))))


@pytest.mark.parametrize(("view", "turned"), [("europe", False), ("arctic", True), ("north_atlantic", True)])
def test_a_turned_map_says_where_its_north_is(atlas: Locator, view: str, turned: bool) -> None:
    resized(atlas, (1280, 720))
    atlas.page.keyboard.press(str(list(VIEWS).index(view) + 1))
    expect(atlas).to_have_attribute("data-view", view)
    expect(atlas.locator(".graticule")).to_have_count(int(turned))
    note = atlas.locator(".view-note")
    for size in ((1280, 720), (390, 844), (360, 640)):
        resized(atlas, size)
        if turned:
            expect(note).to_be_visible()
            expect(note).to_have_text(words()["view_note"][view])
            expect(note).to_be_in_viewport(ratio=1)
        else:
            expect(note).to_be_hidden()
    resized(atlas, (1280, 720))
    atlas.page.keyboard.press("1")


# ---------------------------------------------------------------------- the first visit


def test_a_hint_is_given_at_the_first_visit_and_never_again(page: Page, server: str) -> None:
    root = opened(page, server)
    hint = root.locator("[data-first-visit]")
    expect(hint).to_contain_text(phrase("first_visit", "play"))
    expect(hint.get_by_role("listitem")).to_have_count(3)
    root.get_by_role("button", name="Play").click()
    expect(hint).to_have_count(0)
    page.reload()
    expect(root).to_have_attribute("data-ready", "true", timeout=60_000)
    expect(hint).to_have_count(0)


def test_where_nothing_can_be_remembered_the_atlas_opens_without_a_hint(lonely: Page, server: str) -> None:
    lonely.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})")
    root = opened(lonely, server)
    expect(root.locator("[data-first-visit]")).to_have_count(0)


# ---------------------------------------------------------------------- the glossary


def test_every_term_is_spelled_out_in_a_sentence() -> None:
    glossary = words()["glossary"]
    assert {"map", "nacc", "pfp", "eapc"} <= set(glossary)
    for key, entry in glossary.items():
        assert entry["term"].lower() == key
        assert re.fullmatch(r"[A-Z].*[a-z]", entry["name"])
        assert re.fullmatch(r"[A-Z].*\.", entry["says"])


def test_a_short_name_is_spelled_out_by_hand_focus_and_touch(atlas: Locator) -> None:
    resized(atlas, (1280, 720))
    page = atlas.page
    tip = atlas.get_by_role("tooltip")
    row = atlas.locator('[data-legend] [data-status="partner"][data-terms]')
    row.hover()
    for key in str(row.get_attribute("data-terms")).split():
        expect(tip).to_contain_text(phrase("glossary", key, "name"))
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    atlas.locator(".legend-row").first.focus()
    row.focus()
    expect(tip).to_be_visible()
    expect(row).to_have_attribute("aria-describedby", str(tip.get_attribute("id")))
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_a_term_in_a_card_is_spelled_out_and_escape_leaves_the_card_open(watched: Watched, server: str) -> None:
    with watched(viewport={"width": 390, "height": 844}, has_touch=True) as page:
        root = opened(page, server, "?year=2014&country=UKR")
        term = root.locator("abbr.term", has_text="NACC").first
        term.tap()
        tip = root.get_by_role("tooltip")
        expect(tip).to_contain_text(phrase("glossary", "nacc", "name"))
        box = tip.bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 390
        page.keyboard.press("Escape")
        expect(tip).to_be_hidden()
        expect(root.locator("[data-card]")).to_be_visible()


def test_a_printed_term_is_spelled_out(watched: Watched, server: str) -> None:
    with watched() as page:
        root = opened(page, server, "?year=2014&country=UKR")
        term = root.locator("abbr.term", has_text="NACC").first
        expect(term).to_be_attached()
        page.emulate_media(media="print")
        told = term.evaluate("(term) => getComputedStyle(term, '::after').content")
        assert re.sub('"( ")?', "", told) == f" ({phrase('glossary', 'nacc', 'name')})"
