"""The class page as a file without a network: the lesson by keyboard alone, its layout for a projector, the notes."""

import gzip
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import product
from typing import Any, Protocol

import pytest
from class_pages import PUPILS, WALL
from heard import faults
from made import made_class_page
from playwright.sync_api import Page, expect

from data.tables import current_tables
from geo.lesson.lesson import LONGEST, Lesson, Stop, current_lesson

pytestmark = pytest.mark.unpainted

TABLES = current_tables()
TAG = "<script>window.broken = true</script>"
STATEMENT = TABLES.statements[TABLES.statements["date"].astype(str).str.startswith("2007")].iloc[0]
SEVEN = ("EST", "LVA", "LTU", "SVK", "SVN", "ROU", "BGR")
STOPS = (
    Stop(
        1949, f"Twelve {TAG}", view="north_atlantic", text=f"A text {TAG}", question=f"Why {TAG}?", notes=f"Say {TAG}"
    ),
    Stop(1955, "Fifteen", before=1952, question="Who comes next?", wrong_answer="Spain", minutes=2),
    Stop(2004, "Seven more", before=2003, focus=SEVEN, text="Seven join.", question="Which seven?", notes="One\n\nTwo"),
    Stop(2007, "Words", statement=str(STATEMENT["id"]), question="To whom?", sources=("S01",)),
)
LESSON = Lesson(f"A lesson {TAG}", "", STOPS)
LONG = Lesson(
    "Long",
    "",
    tuple(
        Stop(2007, fill("title"), text=fill("text"), question=fill("question"), statement=str(STATEMENT["id"]))
        for fill in [lambda name: ("alliance " * 40)[: LONGEST[name]].strip()]
    ),
)
PATIENCE_MS = 90_000
MOST_BYTES = 3_000_000
MOST_GZIPPED = 900_000
PLACES = [(1, False, 1949), (2, True, 1952), (2, False, 1955), (3, True, 1999), (3, False, 2004), (4, False, 2007)]
"""The third stop halts before its seven set out, in 1999, though it asks for 2003."""
Watched = Callable[..., AbstractContextManager[Page]]
SIZES = """() => {
  const kinds = {
    name: '.name', key: '.key-row', body: '.stop-text, .stop-title', quote: '.stop-quote blockquote', year: '.year',
  };
  const sizes = [];
  const walk = document.createTreeWalker(document.querySelector('[data-atlas]'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const {textContent, parentElement} = walk.currentNode;
    const {width} = parentElement.getBoundingClientRect();
    if (!textContent.trim() || width < 2 || !parentElement.checkVisibility({visibilityProperty: true})) continue;
    const kind = Object.keys(kinds).find((name) => parentElement.closest(kinds[name])) ?? 'other';
    const scale = parentElement.getScreenCTM?.().a ?? 1;
    sizes.push({kind, px: scale * parseFloat(getComputedStyle(parentElement).fontSize), text: textContent});
  }
  return sizes;
}"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of two lessons written as files."""
    folder = tmp_path_factory.mktemp("lessons")
    addresses = {}
    for name, lesson in {"short": LESSON, "long": LONG}.items():
        path = folder / f"{name}.html"
        path.write_bytes(made_class_page(lesson))
        addresses[name] = path.as_uri()
    return addresses


@pytest.fixture
def lesson(watched: Watched, files: dict[str, str]) -> Iterator[Page]:
    with watched(offline=True) as page:
        open_lesson(page, f"{files['short']}?stop=1")
        yield page


def open_lesson(page: Page, address: str) -> None:
    page.set_default_navigation_timeout(PATIENCE_MS)  # a server that has just started draws its maps first
    page.goto(address)
    expect(page.locator("[data-atlas]")).to_have_attribute("data-ready", "true")


def expect_place(page: Page, stop: int, halted: bool, year: int) -> None:
    root = page.locator("[data-atlas]")
    expect(root).to_have_attribute("data-stop", str(stop))
    expect(root).to_have_attribute("data-year", str(year))
    assert (root.get_attribute("data-halted") is not None) is halted


def test_the_project_s_own_page_is_one_file_within_its_weight() -> None:
    page = made_class_page(current_lesson())
    assert len(page) <= MOST_BYTES
    assert len(gzip.compress(page, 9)) <= MOST_GZIPPED
    outside = re.findall(rb"<(?:script|link|img|iframe)[^>]*\b(?:src|href)=[\"'](?!data:)", page)
    assert not outside


@pytest.mark.parametrize("key", ["PageDown", " ", "Enter", "ArrowRight"])
def test_one_key_leads_through_the_whole_lesson(lesson: Page, key: str) -> None:
    for place in PLACES:
        expect_place(lesson, *place)
        lesson.keyboard.press(key)
    for _ in range(2):
        expect(lesson.locator("[data-atlas]")).to_have_attribute("data-cover", "close")
        lesson.keyboard.press(key)


def test_the_first_stop_is_there_at_once_and_the_next_ones_move(lesson: Page) -> None:
    root = lesson.locator("[data-atlas]")
    expect_place(lesson, *PLACES[0])
    assert root.get_attribute("data-motion") is None
    lesson.keyboard.press("PageDown")
    expect_place(lesson, *PLACES[1])
    expect(root).to_have_attribute("data-motion", "step")


def test_going_back_keeps_what_was_revealed(lesson: Page) -> None:
    for place in PLACES[1:]:
        lesson.keyboard.press("PageDown")
        expect_place(lesson, *place)
    for place in (PLACES[4], PLACES[2], PLACES[0]):
        lesson.keyboard.press("PageUp")
        expect_place(lesson, *place)
    lesson.keyboard.press("End")
    expect_place(lesson, *PLACES[5])
    lesson.keyboard.press("Home")
    expect_place(lesson, *PLACES[0])
    lesson.keyboard.press("PageDown")
    expect_place(lesson, *PLACES[2])  # its answer is known by now


def test_a_question_gives_neither_title_nor_text_nor_focus_away(lesson: Page) -> None:
    lesson.goto(f"{lesson.url.partition('?')[0]}?stop=3")
    expect_place(lesson, *PLACES[3])
    box = lesson.locator(".stop")
    expect(box).to_contain_text("Which seven?")
    expect(box).not_to_contain_text("Seven more")
    expect(lesson.locator(".stop-list")).to_be_hidden()
    outlined, joined = (lesson.locator(f".{group} [data-outlined]") for group in ("focus", "joined"))
    expect(outlined).to_have_count(0)
    expect(joined).to_have_count(3)  # those of 1999, when it halts
    lesson.keyboard.press("PageDown")
    expect(box).to_contain_text("Seven more")
    expect(box).not_to_contain_text("Which seven?")
    expect(joined).to_have_count(len(SEVEN))  # the gold that the key explains, and no second line on it
    expect(outlined).to_have_count(0)


def test_the_list_of_stops_opens_on_demand_and_leads_to_each(lesson: Page) -> None:
    lesson.locator(".stop-count").click()
    lesson.get_by_role("button", name="Words").click()
    expect_place(lesson, *PLACES[5])
    expect(lesson.locator(".stop-list")).to_be_hidden()


@pytest.mark.parametrize("asked", ["5", "0", "x", "-1", ""])
def test_a_stop_that_is_not_there_is_told(watched: Watched, files: dict[str, str], asked: str) -> None:
    with watched(offline=True) as page:
        open_lesson(page, f"{files['short']}?stop={asked}")
        expect(page.locator(".notice")).to_contain_text(f"no stop “{asked}”;")
        expect_place(page, *PLACES[0])


INHERITED = ("constructor", "toString", "hasOwnProperty", "valueOf", "__proto__")
"""What every object of the browser has without having been given it."""


@pytest.mark.parametrize("asked", INHERITED)
def test_a_name_that_every_object_has_is_no_view(watched: Watched, files: dict[str, str], asked: str) -> None:
    with watched(offline=True) as page:
        open_lesson(page, f"{files['short']}?view={asked}")
        expect(page.locator(".notice")).to_contain_text(asked)


@pytest.mark.parametrize(("name", "asked"), [*product(("stop", "quiz"), INHERITED), ("quiz", "constructor-1234")])
def test_a_name_that_every_object_has_is_no_stop_and_no_quiz(
    watched: Watched, files: dict[str, str], name: str, asked: str
) -> None:
    with watched(offline=True) as page:
        open_lesson(page, f"{files['short']}?{name}={asked}")
        expect(page.locator(".notice")).to_contain_text(asked)
        if name == "stop":
            expect_place(page, *PLACES[0])
        else:
            expect(page.locator("[data-atlas]")).to_have_attribute("data-cover", "title")


def test_no_sign_stands_on_the_map_of_the_title_slide_without_its_key(lesson: Page) -> None:
    berlin = lesson.locator("[data-berlin]")
    expect(berlin).to_be_visible()
    lesson.keyboard.press("PageUp")
    expect(lesson.locator("[data-atlas]")).to_have_attribute("data-cover", "title")
    expect(lesson.locator(".sign-key:visible")).to_have_count(0)
    expect(berlin).to_be_hidden()


def test_the_lesson_runs_in_a_browser_without_the_newest_functions(watched: Watched, files: dict[str, str]) -> None:
    with watched(alone=True, offline=True) as page:
        page.add_init_script("delete Object.hasOwn")  # came with Chromium 93
        open_lesson(page, f"{files['short']}?stop=1")
        page.keyboard.press("PageDown")
        expect_place(page, *PLACES[1])


def test_text_is_text_everywhere(lesson: Page) -> None:
    expect(lesson.locator(".stop-title")).to_have_text(f"Twelve {TAG}")
    expect(lesson.locator(".stop-text")).to_have_text(f"A text {TAG}")
    expect(lesson.locator(".stop-question")).to_have_text(f"Why {TAG}?")
    expect(lesson).to_have_title(f"A lesson {TAG} – Eastward")
    assert lesson.evaluate("window.broken") is None


def test_the_statement_of_a_stop_stands_on_the_map_and_its_card_opens_with_s(lesson: Page) -> None:
    lesson.keyboard.press("End")
    expect_place(lesson, *PLACES[5])
    expect(lesson.locator(f'.mark[data-statement="{STATEMENT["id"]}"]')).to_have_attribute("data-selected", "true")
    expect(lesson.locator("[data-card]")).to_have_count(0)
    lesson.keyboard.press("s")
    expect(lesson.locator("[data-card]")).to_have_attribute("data-statement", str(STATEMENT["id"]))
    lesson.keyboard.press("s")
    expect(lesson.locator("[data-card]")).to_have_count(0)


def test_blank_and_spot_come_and_go_by_a_key(lesson: Page) -> None:
    blank, spot = lesson.locator(".blank"), lesson.locator(".spot")
    lesson.keyboard.press("b")
    expect(blank).to_be_visible()
    lesson.keyboard.press("PageDown")  # the first key brings the picture back and does no more
    expect(blank).to_be_hidden()
    expect_place(lesson, *PLACES[0])
    lesson.keyboard.press("l")
    lesson.mouse.move(300, 200)
    expect(spot).to_be_visible()
    box = spot.bounding_box() or {}
    assert box["x"] + box["width"] / 2 == pytest.approx(300, abs=1)
    assert box["y"] + box["height"] / 2 == pytest.approx(200, abs=1)
    lesson.keyboard.press("l")
    expect(spot).to_be_hidden()


def test_exploring_the_map_leads_back_to_the_same_stop(lesson: Page) -> None:
    lesson.keyboard.press("PageDown")
    expect_place(lesson, *PLACES[1])
    lesson.keyboard.press("p")
    expect(lesson.locator(".panel")).to_be_visible()
    lesson.keyboard.press("End")
    expect(lesson.locator("[data-atlas]")).to_have_attribute("data-year", str(TABLES.last_year))
    lesson.keyboard.press("p")
    expect_place(lesson, *PLACES[1])


# ---------------------------------------------------------------------- the layout for a projector


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720)])
def test_the_back_row_can_read_it(watched: Watched, files: dict[str, str], width: int, height: int) -> None:
    unit = height / 1080 - 1e-3
    with watched(offline=True, viewport={"width": width, "height": height}) as page:
        open_lesson(page, f"{files['long']}?stop=1")
        expect_place(page, 1, False, 2007)
        found: list[dict[str, Any]] = page.evaluate(SIZES)
        # A name in its own country, as large as the words of the key, is found sooner than a larger one beyond others.
        least = {"name": 27, "key": 26, "body": 32, "quote": 32, "year": 96, "other": 20}
        assert {size["kind"] for size in found} == set(least)
        small = [size for size in found if size["px"] < least[size["kind"]] * unit]
        assert not small
        stop = page.locator(".stop")
        assert stop.evaluate("(node) => node.scrollHeight - node.clientHeight") <= 1
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_on_a_phone_the_buttons_leave_room_for_the_map_and_the_words(watched: Watched, files: dict[str, str]) -> None:
    with watched(offline=True, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as page:
        page.goto(f"{files['short']}?year=2004")
        expect(page.locator("[data-atlas]")).to_have_attribute("data-ready", "true")
        stage = page.locator(".map-area").bounding_box()
        assert stage
        assert stage["height"] > 844 / 4
        for button in page.locator(".footer button, .footer a").filter(visible=True).all():
            assert button.evaluate("(each) => each.scrollWidth <= each.clientWidth")
        page.keyboard.press("?")
        words = page.locator("dialog .folded-foot").bounding_box()
        assert words
        assert words["width"] > 300


def test_the_page_keeps_the_rules_of_accessibility(watched: Watched, files: dict[str, str]) -> None:
    with watched(offline=True, bypass_csp=True, painted=True) as page:  # the rules come as a script of their own
        open_lesson(page, files["short"])
        for key in ("Escape", "Home", "PageDown", "End", "PageDown", "p"):  # from the title to the close
            page.keyboard.press(key)
            page.wait_for_function("document.getAnimations().length === 0")
            assert faults(page) == []


# ---------------------------------------------------------------------- the notes


@pytest.fixture
def notes(lesson: Page) -> Page:
    with lesson.expect_popup() as opened:
        lesson.keyboard.press("n")
    expect(opened.value.locator("[data-stop]")).to_have_attribute("data-stop", "1")
    return opened.value


def test_the_notes_follow_the_wall_and_lead_it(lesson: Page, notes: Page) -> None:
    shown = notes.locator("[data-atlas]")
    expect(shown).to_contain_text(f"Say {TAG}")
    lesson.keyboard.press("PageDown")
    expect(shown).to_have_attribute("data-stop", "2")
    expect(shown).to_have_attribute("data-halted", "")
    expect(shown).to_contain_text("Spain")
    notes.keyboard.press("PageDown")
    expect_place(lesson, *PLACES[2])
    notes.get_by_role("button", name="Next", exact=True).click()
    expect_place(lesson, *PLACES[3])
    notes.keyboard.press("b")
    expect(lesson.locator(".blank")).to_be_visible()


@pytest.mark.parametrize("which", ["wall", "notes"])
def test_either_window_may_be_loaded_again(lesson: Page, notes: Page, which: str) -> None:
    lesson.keyboard.press("PageDown")
    expect_place(lesson, *PLACES[1])
    (lesson if which == "wall" else notes).reload()
    expect(notes.locator("[data-stop]")).to_have_attribute("data-stop", "2")
    expect_place(lesson, *PLACES[1])
    notes.keyboard.press("PageDown")
    expect_place(lesson, *PLACES[2])
    expect(notes.locator("[data-stop]")).not_to_have_attribute("data-halted", "")


def test_a_message_of_another_window_moves_nothing(lesson: Page, notes: Page) -> None:
    for message in ({"act": "next"}, {"is": "eastward-lesson", "hello": True, "act": "next"}):
        lesson.evaluate("(message) => postMessage(message, '*')", message)
    notes.evaluate("opener.postMessage({is: 'eastward-lesson', hello: true, act: 'toString'}, '*')")
    notes.keyboard.press("PageDown")
    expect_place(lesson, *PLACES[1])


class Stoppable(Protocol):
    """What `own_server` gives."""

    url: str

    def stop(self) -> None: ...


def test_the_lesson_outlives_its_server(own_server: Stoppable, watched: Watched) -> None:
    stops = current_lesson().stops
    with watched(pardon="ERR_CONNECTION_REFUSED") as page:
        open_lesson(page, f"{own_server.url}{WALL}?stop=2")
        page.locator(".foot-more summary").press("Enter")
        for name, path in (("Download", WALL), ("Download for pupils", PUPILS)):
            expect(page.get_by_role("link", name=name, exact=True)).to_have_attribute("href", f"/{path}")
        page.keyboard.press("Escape")
        own_server.stop()
        for key, stop in (("End", len(stops)), ("Home", 1), ("PageDown", 2)):
            page.keyboard.press(key)
            expect(page.locator("[data-atlas]")).to_have_attribute("data-stop", str(stop))
            expect(page.locator("[data-atlas]")).to_have_attribute("data-view", stops[stop - 1].view)


def test_notes_whose_wall_is_closed_say_so(lesson: Page, notes: Page) -> None:
    lesson.close()
    expect(notes.locator(".notes-lost")).to_contain_text("is closed")
