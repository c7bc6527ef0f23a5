"""Whoever presents: the slides around the stops, the pen, the map that stands still, the bell, notes in every place."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from class_pages import LESSON, WALL
from heard import faults
from made import made_class_page
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
PATIENCE_MS = 90_000


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("presenter") / "teach.html"
    path.write_bytes(made_class_page(LESSON))
    return path.as_uri()


@pytest.fixture
def wall(watched: Watched, address: str) -> Iterator[Page]:
    with watched(offline=True, viewport={"width": 1280, "height": 720}) as page:
        page.goto(f"{address}?stop=1")
        at_stop(page, 1)
        yield page


def root(page: Page) -> Locator:
    return page.locator("[data-atlas]")


def at_stop(page: Page, stop: int) -> None:
    expect(root(page)).to_have_attribute("data-stop", str(stop))


def notes_of(wall: Page) -> Page:
    with wall.expect_popup() as opened:
        wall.keyboard.press("n")
    at_stop(opened.value, 1)
    return opened.value


# ---------------------------------------------------------------------- the slides around the stops


def test_the_title_comes_first_the_close_last_and_neither_is_counted(watched: Watched, address: str) -> None:
    with watched(offline=True, bypass_csp=True, painted=True, viewport={"width": 1280, "height": 720}) as page:
        page.goto(address)
        expect(root(page)).to_have_attribute("data-cover", "title")
        expect(page.get_by_role("heading", level=1)).to_have_text("A lesson")
        expect(page.locator(".cover-subtitle")).to_have_text("Three stops")
        expect(page.locator("text[data-name]").first).to_be_hidden()
        expect(page.locator("[data-act=previous]")).to_be_disabled()
        assert faults(page) == []
        page.keyboard.press("PageDown")
        expect(root(page)).to_have_attribute("data-cover", "starter")
        expect(page.get_by_role("heading", level=1)).to_have_text("How many founded it?")
        expect(page.locator(".cover-options li")).to_have_text(["A6", "B12", "C16"])
        expect(page.locator(".cover-why, [data-right]")).to_have_count(0)
        expect(page.locator(".key")).to_be_hidden()  # it would count the members
        page.reload()
        expect(root(page)).to_have_attribute("data-cover", "starter")
        page.keyboard.press("PageDown")
        expect(page.locator(".cover-options [data-right]")).to_have_text("B12 ✓ right")
        expect(page.locator(".cover-why")).to_have_text("Ten and two.")
        expect(page.locator(".key")).to_be_visible()
        assert faults(page) == []
        page.keyboard.press("PageDown")
        at_stop(page, 1)
        expect(page.locator(".stop-count")).to_have_text("1 of 3")
        expect(page.locator("text[data-name]").first).to_be_visible()
        page.keyboard.press("End")
        page.keyboard.press("PageDown")
        expect(root(page)).to_have_attribute("data-cover", "close")
        expect(page.get_by_role("heading", level=1)).to_have_text("Questions?")
        expect(page.locator(".cover-figures li")).to_have_text(["3 stops, 1949–2004", "12 → 26 members of NATO"])
        page.reload()
        expect(root(page)).to_have_attribute("data-cover", "close")
        assert faults(page) == []
        page.get_by_role("button", name="All sources of this lesson").click()
        sheet = page.locator("dialog.sources-sheet")
        expect(sheet.locator("li")).to_have_count(3)
        page.keyboard.press("Escape")
        expect(sheet).to_be_hidden()
        page.keyboard.press("PageUp")
        at_stop(page, 3)
        page.locator(".stop-sources").press("Enter")
        expect(sheet.locator("li")).to_have_count(2)
        expect(sheet.get_by_role("heading")).to_have_text("Sources: Seven more")


# ---------------------------------------------------------------------- the pen


def draw(page: Page, *shares: tuple[float, float]) -> None:
    """A stroke of the mouse between places of the stage, given as shares of it."""
    box = page.locator(".stage").bounding_box()
    assert box
    places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in shares]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place, steps=5)
    page.mouse.up()


def middle(stroke: Locator) -> tuple[float, float]:
    box = stroke.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


FIRST_X = "(({x, width}) => x + width / 2)(document.querySelector('.ink g path').getBoundingClientRect())"
LAST = "document.querySelector('.ink g path:last-child')"
SCALE = "document.querySelector('.stage path[data-unit]').getScreenCTM().a"
UNIT = "document.querySelector('.stage path[data-unit=FRA]').getBoundingClientRect().x"


def test_the_pen_draws_on_the_map_and_its_strokes_hold_and_go(wall: Page) -> None:
    strokes, bar = wall.locator(".ink g path"), wall.locator(".ink-bar[role=toolbar]")
    still = wall.evaluate(UNIT)
    wall.keyboard.press("d")
    expect(bar).to_be_visible()
    draw(wall, (0.4, 0.4), (0.5, 0.5), (0.6, 0.4))
    expect(strokes).to_have_count(1)
    assert wall.evaluate(UNIT) == still  # the map beneath has not moved, nor has a card opened
    expect(wall.locator("[data-card]")).to_have_count(0)
    wall.get_by_role("button", name="Highlighter, yellow").click()
    draw(wall, (0.3, 0.3), (0.5, 0.3))
    expect(strokes).to_have_count(2)
    expect(strokes.last).to_have_attribute("data-pen", "marker_news")

    # Over the same land after a zoom and another size, and as wide on the screen.
    before, height = middle(strokes.first), (strokes.last.bounding_box() or {})["height"]
    near, scale = wall.evaluate(UNIT), wall.evaluate(SCALE)
    wall.mouse.wheel(0, -300)
    wall.wait_for_function(f"{SCALE} > {scale * 1.2}")
    grown = wall.evaluate(SCALE) / scale
    expected = wall.evaluate(UNIT) + (before[0] - near) * grown
    wall.wait_for_function(f"(x) => Math.abs({FIRST_X} - x) < 3", arg=expected)
    wall.wait_for_function(f"(height) => Math.abs({LAST}.getBoundingClientRect().height - height) < 3", arg=height)
    wall.set_viewport_size({"width": 1366, "height": 768})
    wall.set_viewport_size({"width": 1280, "height": 720})
    wall.wait_for_function(f"(x) => Math.abs({FIRST_X} - x) < 4", arg=expected)

    wall.keyboard.press("Control+z")
    expect(strokes).to_have_count(1)
    wall.keyboard.press("ArrowRight")  # the focus has stayed with the lesson
    at_stop(wall, 2)
    expect(strokes).to_have_count(0)
    draw(wall, (0.4, 0.4), (0.5, 0.5))
    draw(wall, (0.5, 0.4), (0.5, 0.5))
    expect(strokes).to_have_count(2)
    wall.get_by_role("button", name="Wipe all").click()
    expect(strokes).to_have_count(0)
    wall.keyboard.press("Escape")
    expect(bar).to_be_hidden()
    wall.get_by_role("button", name="Draw").click()
    draw(wall, (0.4, 0.4), (0.5, 0.5))
    expect(strokes).to_have_count(1)
    wall.keyboard.press("q")
    expect(bar).to_be_hidden()
    expect(strokes).to_have_count(0)
    wall.keyboard.press("q")
    at_stop(wall, 2)
    draw(wall, (0.4, 0.4), (0.5, 0.5))  # the hand moves the map again
    expect(strokes).to_have_count(0)


def test_a_finger_draws_and_scrolls_nothing(watched: Watched, address: str) -> None:
    with watched(offline=True, viewport={"width": 1280, "height": 720}, has_touch=True) as page:
        page.goto(f"{address}?stop=1")
        at_stop(page, 1)
        page.keyboard.press("d")
        still = page.evaluate(UNIT)
        box = page.locator(".stage").bounding_box()
        assert box
        line = page.context.new_cdp_session(page)
        for kind, share in (("touchStart", 0.3), ("touchMove", 0.4), ("touchMove", 0.6), ("touchEnd", None)):
            points = [] if share is None else [{"x": box["x"] + box["width"] * share, "y": box["y"] + 200}]
            line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        expect(page.locator(".ink g path")).to_have_count(1)
        assert page.evaluate(UNIT) == still


# ---------------------------------------------------------------------- keys


def test_a_click_on_the_map_leaves_the_arrows_to_the_lesson(wall: Page) -> None:
    wall.locator(".stage").click(position={"x": 30, "y": 30})
    expect(wall.locator(".stage")).to_be_focused()
    wall.keyboard.press("ArrowRight")
    at_stop(wall, 2)
    wall.keyboard.press("ArrowUp")  # walked by keys, the map has its arrows
    wall.keyboard.press("ArrowRight")
    at_stop(wall, 2)


def test_letters_that_are_switched_off_are_no_keys_here_or_in_the_notes(wall: Page) -> None:
    notes = notes_of(wall)
    wall.keyboard.press("?")
    wall.get_by_role("group", name="Keys of a single letter").get_by_label("Off").check()
    wall.keyboard.press("Escape")
    for page in (wall, notes):
        for key in ("d", "z", "b", "l"):
            page.keyboard.press(key)
    for name in (".ink-bar[role=toolbar]", ".blank", ".spot"):
        expect(wall.locator(name)).to_be_hidden()
    notes.keyboard.press("PageDown")
    at_stop(wall, 2)
    wall.evaluate("localStorage.clear()")


# ---------------------------------------------------------------------- the foot


def test_what_is_rarely_pressed_stands_in_a_menu_that_gives_the_focus_back(wall: Page) -> None:
    more, cite = wall.get_by_text("More", exact=True), wall.get_by_role("button", name="Cite")
    expect(cite).to_be_hidden()
    more.press("Enter")
    cite.press("Enter")
    expect(wall.locator("dialog.cite")).to_be_visible()
    expect(cite).to_be_hidden()
    wall.keyboard.press("Escape")
    expect(more).to_be_focused()
    more.press("Enter")
    cite.focus()
    wall.keyboard.press("Escape")
    expect(cite).to_be_hidden()
    expect(more).to_be_focused()
    more.press("Enter")
    wall.locator(".stop-title").click()
    expect(cite).to_be_hidden()
    wall.keyboard.press("q")
    expect(wall.locator(".quiz")).to_be_visible()  # its keys are theirs, not the menu's


# ---------------------------------------------------------------------- the quiz's clock


def test_a_blank_screen_stops_the_clock_of_the_quiz(wall: Page) -> None:
    wall.keyboard.press("q")
    wall.get_by_label("30 s").check()
    wall.locator("[data-quiz=start]").click()
    left = wall.locator(".quiz-time")
    expect(left).not_to_have_text("0:30")  # it has begun
    wall.keyboard.press("b")
    shown = left.text_content() or ""
    wall.wait_for_timeout(2200)  # a clock that ran on would show two seconds less
    assert left.text_content() == shown
    wall.keyboard.press("b")
    expect(left).not_to_have_text(shown)


# ---------------------------------------------------------------------- the notes


def test_the_notes_go_on_while_the_map_stands_still(wall: Page) -> None:
    notes = notes_of(wall)
    expect(notes.locator(".notes-next")).to_have_text("1952, then a question · Fifteen")
    expect(notes.locator(".notes-picture .stage")).to_have_count(2)
    wall.keyboard.press("d")
    draw(wall, (0.4, 0.4), (0.5, 0.5))
    expect(notes.locator(".ink g path")).to_have_count(1)
    notes.keyboard.press("z")
    expect(notes.locator(".notes-frozen")).to_contain_text("Stop 1 of 3")
    for _ in range(3):
        notes.keyboard.press("PageDown")
    at_stop(notes, 3)
    wall.keyboard.press("s")
    at_stop(wall, 1)
    expect(root(wall)).to_have_attribute("data-day", "1949-12-31")
    expect(wall.locator(".ink g path")).to_have_count(1)
    notes.get_by_role("button", name="Freeze the map").click()
    at_stop(wall, 3)
    expect(notes.locator(".notes-frozen")).to_be_empty()
    wall.evaluate("() => { globalThis.notes = window.open('', 'eastward-notes'); }")
    notes.close()
    wall.wait_for_function("() => globalThis.notes.closed")
    wall.keyboard.press("z")  # with no notes to go on, there is nothing to wait for
    expect(wall.locator(".notice")).to_contain_text("Open them first")
    wall.keyboard.press("Home")
    at_stop(wall, 1)


def test_the_bell_is_typed_in_the_notes_and_told_to_those_below_the_map(wall: Page) -> None:
    notes = notes_of(wall)
    field = notes.get_by_label("The bell rings at")
    field.fill("soon")
    field.press("Enter")
    expect(notes.locator(".notes-bell-fit")).to_have_text("A time, such as 10:45")
    ring = notes.evaluate("new Date(Date.now() + 6e5).toTimeString().slice(0, 5)")
    field.fill(ring)
    field.press("Enter")
    expect(notes.locator(".notes-bell b")).to_contain_text(":")
    expect(notes.locator(".notes-bell-fit")).to_contain_text("more planned than is left")  # 12 minutes in 10
    at_stop(wall, 1)
    notes.reload()
    expect(notes.get_by_label("The bell rings at")).to_have_value(str(int(ring[:2])) + ring[2:])
    notes.close()

    wall.keyboard.press("Shift+N")
    below = wall.locator(".notes-below")
    expect(below).to_contain_text("Say twelve")
    expect(below.locator(".notes-bell-fit")).to_contain_text("more planned than is left")
    map_box, below_box = wall.locator(".map-area").bounding_box(), below.bounding_box()
    assert map_box
    assert below_box
    assert map_box["y"] + map_box["height"] <= below_box["y"]
    wall.keyboard.press("PageDown")
    expect(below).to_contain_text("the class predicts 1955")
    wall.keyboard.press("Shift+N")
    expect(below).to_be_hidden()


def test_the_notes_open_the_wall_again_where_it_was_closed(wall: Page) -> None:
    notes = notes_of(wall)
    wall.keyboard.press("PageDown")
    wall.keyboard.press("PageDown")
    expect(notes.locator(".notes-where")).to_have_text("Stop 2 of 3 · 1955")
    wall.close()
    with notes.expect_popup() as opened:
        notes.get_by_role("button", name="Open the map again").click()
    again = opened.value
    at_stop(again, 2)
    expect(root(again)).not_to_have_attribute("data-halted", "")
    notes.keyboard.press("PageDown")
    at_stop(again, 3)
    at_stop(notes, 3)
    again.close()


# ---------------------------------------------------------------------- the room


def test_notes_on_a_phone_lead_the_wall_and_a_pupil_s_phone_sees_the_pen(server: str, watched: Watched) -> None:
    with watched(viewport={"width": 1280, "height": 720}) as wall, watched() as other:
        wall.goto(f"{server}{WALL}?stop=1", timeout=PATIENCE_MS)
        at_stop(wall, 1)
        notes = notes_of(wall)
        wall.keyboard.press("a")
        wall.get_by_role("button", name="Open the room").click()
        notes.get_by_role("button", name="On a phone").click()
        sheet = notes.locator("dialog.notes-phone")
        expect(sheet.locator("img")).to_be_visible()
        lead = sheet.locator(".notes-address").inner_text().partition("#")[2]

        other.set_viewport_size({"width": 390, "height": 844})
        other.goto(f"{server}{WALL}#{lead}", timeout=PATIENCE_MS)
        at_stop(other, 1)
        expect(other.locator(".notes-words")).to_contain_text("Let the class find the twelve")
        assert other.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        other.get_by_role("button", name="Next", exact=True).click()
        at_stop(wall, 2)
        at_stop(other, 2)
        expect(root(other)).to_have_attribute("data-halted", "")
        other.get_by_role("button", name="Next", exact=True).click()
        expect(root(other)).not_to_have_attribute("data-halted", "")
        at_stop(wall, 2)

        code = lead.partition("=")[2].partition(".")[0]
        wall.bring_to_front()
        wall.keyboard.press("Escape")
        wall.keyboard.press("d")
        draw(wall, (0.4, 0.4), (0.5, 0.5))
        expect(other.locator(".ink g path")).to_have_count(1)
        other.goto(f"{server}join?code={code}", timeout=PATIENCE_MS)
        expect(other.locator(".ink g path")).to_have_count(1)
        wall.keyboard.press("PageDown")
        expect(other.locator(".ink g path")).to_have_count(0)


def test_on_a_phone_the_pen_is_a_word_at_the_foot_and_nothing_lies_over_the_map(wall: Page) -> None:
    word, beside = wall.locator(".draw-here"), wall.locator(".ink-open")
    expect(word).to_be_hidden()
    wall.set_viewport_size({"width": 390, "height": 844})
    expect(beside).to_be_hidden()
    word.click()
    expect(wall.locator(".ink-bar[role=toolbar]")).to_be_visible()
    word.click()
    expect(wall.locator(".ink-bar[role=toolbar]")).to_be_hidden()
