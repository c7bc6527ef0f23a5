"""Nothing is lost: atlas, class, quiz, notes and lesson from the largest wall down to 400 % zoom, with any type."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from conftest import FLAGS, PROBED, chromium_path
from lent import paint_nothing, prepare_nothing
from playwright.sync_api import Browser, Locator, Page, expect
from rested import holds

from geo.wire.assets import Assets, current_assets

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]

TINY = (320, 256)
"""1280x1024 at 400 %."""
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""
LARGER = ":root { font-size: 32px !important }"
PHONES = ((390, 844), (360, 640), (844, 390), (640, 360))
STYLES = {
    "": ((3840, 2160), (1280, 720), (1024, 768), (820, 1180), *PHONES, TINY),
    SPACED: ((1280, 720), (820, 1180), *PHONES, TINY),
    LARGER: ((1280, 720), (820, 1180)),
}
"""A reader's own style, and the windows to try it in; a larger type in a small window is as a larger zoom there."""
LOST = """(root) => {
  const lost = [];
  const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
  const scrolls = (overflow) => overflow === 'auto' || overflow === 'scroll';
  const holdsText = (part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  for (const part of root.querySelectorAll('*')) {
    if (!holdsText(part) || part.closest('svg, dialog, table, .sr-only, [aria-hidden=true], .menu-sheet')) continue;
    if (!part.checkVisibility({visibilityProperty: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(part);
    const text = range.getBoundingClientRect();
    if (!text.width) continue;
    const tell = (how) => lost.push([how, part.className || part.tagName, part.textContent.slice(0, 30)]);
    if (text.left < -1 || text.right > innerWidth + 1) tell('beyond the window');
    let [acrossIsKept, downIsKept] = [false, false];
    for (let box = part; box && !(acrossIsKept && downIsKept); box = box.parentElement) {
      const {overflowX, overflowY} = getComputedStyle(box);
      const {left, right, top, bottom} = box.getBoundingClientRect();
      acrossIsKept ||= scrolls(overflowX);
      downIsKept ||= scrolls(overflowY);
      if (!acrossIsKept && cuts(overflowX) && (text.left < left - 1 || text.right > right + 1)) tell('cut across');
      if (!downIsKept && cuts(overflowY) && (text.top < top - 2 || text.bottom > bottom + 2)) tell('cut');
    }
  }
  return lost;
}"""
"""Texts that no scrolling brings into sight."""
PAGES = (
    "red_lines",
    "red_lines?part=The+drafts+of+2021",
    "claims",
    "countries?country=EST",
    "countries?show=Paths+compared",
    "frontier",
    "compare",
    "your_own",
    "data_and_sources",
    "about",
)
WIDER = "() => document.scrollingElement.scrollWidth - innerWidth"


def resized(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate("""async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      await frame();
      await frame();
    }""")


def styled(root: Locator, css: str) -> None:
    """Give the page a style of the reader's own, also where the atlas stands in a shadow."""
    root.evaluate(
        """(root, css) => {
      for (const place of [document.head, root]) {
        place.querySelector('.own')?.remove();
        const style = Object.assign(document.createElement('style'), {className: 'own', textContent: css});
        place.append(style);
      }
    }""",
        css,
    )


@pytest.fixture(scope="module")
def page(watched: Watched) -> Iterator[Page]:
    with watched(alone=True, pardon=PROBED) as opened:
        opened.add_init_script("localStorage.setItem('eastward.visited', 'yes')")
        yield opened


def atlas_at(page: Page, address: str) -> Locator:
    page.goto(address)
    root = page.locator("[data-atlas]")
    expect(root).to_have_attribute("data-ready", "true", timeout=60_000)
    return root


@pytest.mark.parametrize(
    "address",
    [
        "?year=2004",
        "?year=2008&country=GEO",
        "class?year=2004",
        "class?stop=9",
        "teach?stop=start-2",
        "class?quiz=easy-1234",
        "embed?year=2004",
        "embed?year=1999&country=POL",
    ],
)
def test_no_text_is_lost_at_any_size_and_with_any_type(page: Page, server: str, address: str) -> None:
    root = atlas_at(page, server + address)
    lost = []
    for css, sizes in STYLES.items():
        styled(root, css)
        for size in sizes:
            resized(page, size)
            lost += [(css, size, *found) for found in root.evaluate(LOST)]
            assert page.evaluate(WIDER) <= 0, (css, size)
            if "quiz" not in address:
                assert map_height(root) >= min(200, 0.4 * size[1]), (css, size)
    assert lost == []


@pytest.mark.parametrize("size", PHONES, ids=str)
def test_the_key_of_the_statements_a_year_is_whole_with_wider_text(
    page: Page, server: str, size: tuple[int, int]
) -> None:
    """It takes a shorter form where its words take more room, as soon as they do."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    root = atlas_at(page, f"{server}?year=2004")
    key = root.locator(".chart-key")
    for css in ("", SPACED):
        styled(root, css)
        page.wait_for_function(
            "([key, width]) => key.getBoundingClientRect().right <= width", arg=[key.element_handle(), size[0]]
        )


def test_no_text_is_lost_where_the_browser_s_own_type_is_twice_as_large(
    chromium: Browser, serve: Callable[[Assets], AbstractContextManager[str]]
) -> None:
    flags = [*FLAGS, "--blink-settings=defaultFontSize=32"]
    browser = chromium.browser_type.launch(executable_path=chromium_path(), args=flags)
    with serve(current_assets()) as url:
        context = browser.new_context()
        paint_nothing(context)
        prepare_nothing(context)
        opened = context.new_page()
        opened.add_init_script("localStorage.setItem('eastward.visited', 'yes')")
        root = atlas_at(opened, f"{url}?year=2008&country=GEO")
        assert root.locator("h2").first.evaluate("() => getComputedStyle(document.documentElement).fontSize") == "32px"
        lost = []
        for has_card in (True, False):
            for size in ((1280, 720), *PHONES, (640, 512)):
                resized(opened, size)
                lost += [(size, *found) for found in root.evaluate(LOST)]
                assert opened.evaluate(WIDER) <= 0, size
                assert map_height(root) >= min(200, 0.4 * size[1]), size
            if has_card:
                root.locator("[data-card] .close").press("Enter")
        browser.close()
    assert lost == []


def map_height(root: Locator) -> float:
    return float(root.locator(".map-area").evaluate("(map) => map.getBoundingClientRect().height"))


def test_a_question_stands_beside_its_map_in_low_windows(page: Page, server: str) -> None:
    root = atlas_at(page, f"{server}class?quiz=easy-3")
    expect(root).to_have_attribute("data-quiz", "map")
    for size in ((640, 360), (600, 400), (700, 400), (844, 390), (1000, 500)):
        resized(page, size)
        expect(root.locator(".quiz h1")).to_be_in_viewport(ratio=1)
        assert map_height(root) >= 200, size
        boxes = [root.locator(part).bounding_box() for part in (".quiz", ".map-area")]
        assert boxes[0] and boxes[1] and boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"] + 1, size


def test_the_notes_are_read_in_any_window(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    atlas_at(page, f"{server}teach")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Notes").first.click()
    notes = opened.value
    text = notes.locator(".notes-text p").first
    expect(text).not_to_be_empty()
    for size in ((1280, 720), *PHONES, TINY):
        resized(notes, size)
        assert notes.evaluate(WIDER) <= 0, size
        assert notes.locator(".notes-window").evaluate(LOST) == [], size
        for part in (text, notes.get_by_role("button").last):
            part.evaluate("(part) => part.scrollIntoView({block: 'nearest'})")
            expect(part).to_be_in_viewport()
    notes.close()


@pytest.mark.parametrize("address", PAGES)
def test_no_text_of_a_page_is_lost_in_a_small_window_or_with_wider_spacing(
    page: Page, server: str, address: str
) -> None:
    page.set_viewport_size({"width": TINY[0], "height": TINY[1]})
    page.goto(server + address)
    expect(page.locator("h1").first).to_be_visible(timeout=60_000)
    page.locator(".stApp[data-test-script-state=notRunning]").wait_for(state="attached", timeout=60_000)
    main = page.get_by_test_id("stMain")

    def keeps_all(seen: object) -> None:
        assert main.evaluate(LOST) == [], seen
        assert main.evaluate("(main) => main.scrollWidth - main.clientWidth") <= 0, seen

    for css, sizes in {"": (TINY, (390, 844)), SPACED: (TINY, (1280, 720))}.items():
        styled(page.locator("body"), css)
        for size in sizes:
            resized(page, size)
            holds(page, keeps_all, (css, size))  # Streamlit lays its tabs out when their sizes are known
    styled(page.locator("body"), "")


def test_the_lesson_is_edited_in_a_small_window(page: Page, server: str) -> None:
    root = atlas_at(page, f"{server}lesson")
    for size in (*PHONES, TINY):
        resized(page, size)
        main = page.get_by_test_id("stMain")
        assert main.evaluate("(main) => main.scrollWidth - main.clientWidth") <= 0, size
        assert root.evaluate(LOST) == [], size
        assert map_height(root) >= min(200, 0.4 * size[1]), size
        root.locator(".take-view").scroll_into_view_if_needed()
        expect(root.locator(".take-view")).to_be_in_viewport(ratio=0.9)
