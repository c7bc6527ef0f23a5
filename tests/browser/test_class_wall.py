"""The wall: its typeface, its column of words, its map, what it says aloud, and how it gives way to zoom."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any

import pytest
from made import made_class_page
from playwright.sync_api import Page, expect
from rested import holds, two_frames

from data.ground_note import GroundNote, sentences_of
from data.picture import picture_on
from data.tables import current_tables
from geo.lesson.halt import halted_on
from geo.lesson.lesson import current_lesson, day_of

pytestmark = pytest.mark.unpainted

TABLES = current_tables()
STOPS = current_lesson().stops
STATEMENTS = TABLES.statements.set_index("id")
Watched = Callable[..., AbstractContextManager[Page]]
ROOMS = """() => {
  const at = (name) => document.querySelector(name).getBoundingClientRect();
  const [map, stop, root, title, key] = ['.map-area', '.stop', '[data-atlas]', '.title-block', '.key'].map(at);
  const box = document.querySelector('.stop');
  return {
    share: map.width / root.width, height: map.height, over: Math.round(Math.max(0, stop.right - map.left)),
    hidden: box.scrollHeight - box.clientHeight, word: parseFloat(getComputedStyle(box).getPropertyValue('--fit')),
    titleOver: Math.round(Math.max(0, title.right - map.left)), keyOver: Math.round(Math.max(0, map.bottom - key.top)),
    keyHidden: document.querySelector('.key').scrollHeight - document.querySelector('.key').clientHeight,
    wide: document.documentElement.scrollWidth - innerWidth,
  };
}"""
OUTSIDE = """() => {
  const root = document.querySelector('[data-atlas]');
  root.scrollTop = 0;
  const lost = [];
  for (const name of ['.title-block', '.map-area', '.stop-title', '.stop-text', '.lesson-bar', '.key .key-rows',
                      '.timeline', '.footer']) {
    const node = document.querySelector(name);
    const {left, right, top, bottom, height} = node.getBoundingClientRect();
    if (height < 1 || left < -1 || right > innerWidth + 1) lost.push([name, left, right, height]);
    if (bottom + root.scrollTop > root.scrollHeight + 1) lost.push([name, 'below', bottom]);
    if (top < -1) lost.push([name, 'above', top]);
    const {overflowY} = getComputedStyle(node);
    const clipped = overflowY === 'hidden' || overflowY === 'clip';
    if (clipped && node.scrollHeight > node.clientHeight + 1 && name !== '.map-area') lost.push([name, 'cut']);
  }
  const boxes = ['.stop-title', '.stop-text', '.map-area', '.key .key-rows', '.timeline', '.footer']
    .map((name) => [name, document.querySelector(name).getBoundingClientRect()]);
  for (const [a, one] of boxes) for (const [b, other] of boxes)
    if (a < b && one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 &&
        other.top < one.bottom - 1) lost.push([a, 'over', b]);
  return lost;
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("wall") / "class.html"
    path.write_bytes(made_class_page(current_lesson()))
    return path.as_uri()


@pytest.fixture
def page(watched: Watched, address: str) -> Iterator[Page]:
    with watched(offline=True, viewport={"width": 1920, "height": 1080}) as opened:
        show(opened, address)
        yield opened


def show(page: Page, address: str, stop: int = 1) -> None:
    page.goto(f"{address}?stop={stop}")
    expect(page.locator("[data-atlas]")).to_have_attribute("data-stop", str(stop))
    two_frames(page)  # words are set as large as there is room


def walk(page: Page) -> Iterator[tuple[int, bool]]:
    """From stop to stop, each as it halts and as it is told."""
    root = page.locator("[data-atlas]")
    for number, stop in enumerate(STOPS, start=1):
        expect(root).to_have_attribute("data-stop", str(number))
        if stop.before:
            expect(root).to_have_attribute("data-day", str(halted_on(stop, TABLES)))
            yield number, True
            page.keyboard.press("PageDown")
        expect(root).to_have_attribute("data-day", str(day_of(stop, TABLES)))
        yield number, False
        if number < len(STOPS):
            page.keyboard.press("PageDown")


def test_the_words_are_set_in_the_typeface_of_the_page(page: Page) -> None:
    assert page.evaluate("document.fonts.size") == 1
    assert page.evaluate("[...document.fonts].every(({status}) => status === 'loaded')")
    for name in (".stop-title", ".key .key-row", ".name", ".footer"):
        family = page.locator(name).first.evaluate("(node) => getComputedStyle(node).fontFamily")
        assert family.replace('"', "").startswith("Eastward Sans")


def test_every_stop_stands_beside_a_large_map_with_its_words_in_full_and_all_of_it_is_explained(page: Page) -> None:
    """One walk for all that is looked at on the largest wall: to walk takes longer than to look."""
    told = set()
    for number, halted in walk(page):
        holds(page, all_is_large, page, number)
        quoted(page, number, halted=halted)
        if halted:
            outlines_nothing(page, number)
        page.wait_for_function(EXPLAINED)
        told |= set(
            page.locator("section.key [data-sign]").evaluate_all("(all) => all.map(({dataset}) => dataset.sign)")
        )
    assert {"outlined", "chosen", "arc", "joined"} <= told


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1366, 768), (1024, 768)])
def test_other_projectors_show_the_same(watched: Watched, address: str, width: int, height: int) -> None:
    with watched(offline=True, viewport={"width": width, "height": height}) as page:
        show(page, address)
        for number, _ in walk(page):
            holds(page, nothing_is_hidden, page, number)


def test_an_upright_screen_has_the_whole_key(watched: Watched, address: str) -> None:
    with watched(offline=True, viewport={"width": 820, "height": 1180}) as page:
        show(page, address)
        for number, _ in walk(page):
            holds(page, key_is_whole, page, number)


def key_is_whole(page: Page, number: int) -> None:
    assert page.evaluate(ROOMS)["keyHidden"] <= 1, number


def all_is_large(page: Page, number: int) -> None:
    rooms: dict[str, Any] = page.evaluate(ROOMS)
    assert rooms["height"] >= 780, number
    assert rooms["word"] >= 0.75, number  # 33 px of 1,080
    assert rooms["wide"] <= 0, number
    nothing_is_hidden(page, number)


def nothing_is_hidden(page: Page, number: int) -> None:
    question_ends_well(page, number)
    rooms: dict[str, Any] = page.evaluate(ROOMS)
    assert rooms["share"] >= 0.7, number
    assert rooms["hidden"] <= 1 and rooms["keyHidden"] <= 1, number
    assert not any(rooms[name] for name in ("over", "titleOver", "keyOver")), number


def quoted(page: Page, number: int, *, halted: bool) -> None:
    """A stop that shows words has them whole, with who said them and when; one that halts has none."""
    statement = STOPS[number - 1].statement
    quote = page.locator(".stop-quote")
    if halted or not statement:
        expect(quote).to_have_count(0)
        return
    row = STATEMENTS.loc[statement]
    expect(quote).to_contain_text(row["quote"] or row["paraphrase"])
    expect(quote).to_contain_text(row["speaker"])
    expect(quote.locator("figcaption svg")).to_be_visible()
    expect(quote).to_contain_text(str(row["day"].year))
    if str(row["quote_language"]).startswith("translated"):
        expect(quote).to_contain_text("Translated from")


def outlines_nothing(page: Page, number: int) -> None:
    """A stop that halts outlines nothing and names nobody for its sake."""
    expect(page.locator(".focus [data-outlined]")).to_have_count(0)
    focus = STOPS[number - 1].focus
    joined = page.locator(".name[data-joined]").evaluate_all("(all) => all.map((each) => each.dataset.name)")
    assert not set(joined) & set(focus), number


def question_ends_well(page: Page, number: int) -> None:
    """No question ends in a line of one word."""
    question = page.locator(".stop-question")
    if not question.is_visible():
        return
    *others, last = question.evaluate(LINES)
    if 0 < len(others) < BALANCED:
        assert last >= 0.4 * max(others), number


def test_all_notes_on_the_ground_stand_whole_beneath_the_map(page: Page, address: str) -> None:
    shortened = set()
    for number, stop in enumerate(STOPS[:4], start=1):
        show(page, address, number)
        for width, height in ((1280, 720), (1920, 1080), (1024, 768)):
            page.set_viewport_size({"width": width, "height": height})
            two_frames(page)
            notes = picture_on(halted_on(stop, TABLES) or day_of(stop, TABLES), TABLES).ground_notes
            holds(page, notes_are_whole, page, notes)
            if "(" not in page.locator(".key-note").inner_text():
                shortened.add(width)
    assert {1280, 1920} <= shortened  # else the walk has met no wall without room


def notes_are_whole(page: Page, notes: Sequence[GroundNote]) -> None:
    """They name all ground that is seen, if need be without whose it was, and no line of the key is cut."""
    told = " ".join(sentences_of(notes, page.evaluate(SEEN)))
    assert page.locator(".key-note").inner_text() in (told, re.sub(r" \(.*?\)", "", told))
    assert page.evaluate(ROOMS)["keyHidden"] <= 0


SEEN = """() => {
  const map = document.querySelector('.map-area').getBoundingClientRect();
  const isSeen = ({left, right, top, bottom}) =>
    left < map.right && right > map.left && top < map.bottom && bottom > map.top;
  return [...document.querySelectorAll('path[data-unit]')]
    .filter((path) => isSeen(path.getBoundingClientRect())).map(({dataset}) => dataset.unit);
}"""


EXPLAINED = """() => {
  const key = document.querySelector('section.key');
  const has = (sign) => Boolean(key.querySelector(`[data-sign="${sign}"]`));
  const stands = (selector) => Boolean(document.querySelector(`.stage ${selector}`));
  return has('outlined') === stands('.focus [data-outlined]') && has('chosen') === stands('.mark[data-selected]')
    && has('arc') === stands('.arcs .arc') && key.scrollHeight <= key.clientHeight;
}"""
"""What a stop points at is explained beneath the map, and no row is cut."""


@pytest.mark.parametrize(("width", "height"), [(320, 256), (320, 640), (640, 360), (390, 844), (844, 390), (820, 1180)])
def test_nothing_is_lost_on_a_small_screen_or_under_a_strong_zoom(
    watched: Watched, address: str, width: int, height: int
) -> None:
    with watched(offline=True, viewport={"width": width, "height": height}) as page:
        show(page, address, 9)
        holds(page, all_is_there, page)


def all_is_there(page: Page) -> None:
    assert page.evaluate(OUTSIDE) == []
    rooms = page.evaluate(ROOMS)
    assert rooms["height"] >= 200
    assert rooms["hidden"] <= 1
    assert rooms["wide"] <= 0
    size = page.locator(".stop-text").evaluate("(node) => parseFloat(getComputedStyle(node).fontSize)")
    assert size >= 16


def test_a_larger_type_of_the_reader_s_own_is_larger_here(watched: Watched, address: str) -> None:
    sizes = []
    for root in (16, 32):
        with watched(offline=True, viewport={"width": 390, "height": 844}) as page:
            show(page, address, 9)
            page.add_style_tag(content=f"html {{ font-size: {root}px }}")
            text = page.locator(".stop-text")
            sizes.append(text.evaluate("(node) => parseFloat(getComputedStyle(node).fontSize)"))
    assert sizes[1] == pytest.approx(2 * sizes[0])


# ---------------------------------------------------------------------- lines and places

YEAR = """() => {
  const year = document.querySelector('.year');
  const {left, top, height} = year.getBoundingClientRect();
  return {text: year.checkVisibility({visibilityProperty: true}) ? year.textContent : '', left, top, height};
}"""
TIMELINE = """() => {
  const box = (name) => document.querySelector(name).getBoundingClientRect();
  const thumb = 2 * parseFloat(getComputedStyle(document.querySelector('.ticks')).paddingLeft);
  const [range, fill, play, sign] = ['.range', '.track-fill', '.play', '.play svg'].map(box);
  return {
    thumb: thumb / innerHeight, off: Math.abs((range.top + range.bottom - fill.top - fill.bottom) / 2),
    over: thumb - range.height, sign: sign.width / play.width,
    unlabelled: [...document.querySelectorAll('.tick')].filter((tick) => !tick.textContent).length,
  };
}"""
LAID_OUT = """() => {
  const last = [...document.querySelectorAll('.tick')].at(-1);
  const {right, width} = document.querySelector('.range').getBoundingClientRect();
  return last.textContent && Math.abs(right - last.getBoundingClientRect().right) < 0.12 * width;
}"""
"""Whether the ticks are those of a track of this width."""
LINES = """(node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  const lines = new Map();
  for (const {bottom, left, right} of range.getClientRects()) {
    const [from, to] = lines.get(Math.round(bottom)) ?? [left, right];
    lines.set(Math.round(bottom), [Math.min(from, left), Math.max(to, right)]);
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, [from, to]]) => to - from);
}"""
BALANCED = 6
"""The most lines that Chromium balances."""
BY = """() => ['.quote-by .link', '.quote-by .quote-day'].map((name) => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(name));
  return range.getBoundingClientRect();
}).map(({top, bottom}) => [top, bottom])"""


def test_the_year_stands_in_one_place_on_slides_and_stops(page: Page, address: str) -> None:
    """The map of a slide and its counts are those of a year, too."""
    stop = page.evaluate(YEAR)
    assert stop["text"] == str(STOPS[0].year)
    root = page.locator("[data-atlas]")

    def year_stands_there(text: str = stop["text"]) -> None:
        assert page.evaluate(YEAR) == stop | {"text": text}
        if page.locator(".cover").is_visible():
            assert page.locator(".cover").evaluate("(cover) => cover.scrollHeight - cover.clientHeight") <= 1

    page.goto(address)
    expect(root).to_have_attribute("data-cover", "title")
    holds(page, year_stands_there)
    page.keyboard.press("PageDown")
    expect(root).to_have_attribute("data-cover", "starter")
    holds(page, year_stands_there)
    page.goto(f"{address}?stop=end")
    expect(root).to_have_attribute("data-cover", "close")
    holds(page, year_stands_there, str(STOPS[-1].year))


@pytest.mark.parametrize(("width", "height"), [(3840, 2160), (1920, 1080), (1280, 720), (1024, 768)])
def test_the_timeline_is_as_large_on_every_projector(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function(LAID_OUT)
    found = page.evaluate(TIMELINE)
    assert found["thumb"] >= 0.038  # of the screen's height: 41 px of 1,080
    assert found["off"] <= 1
    assert found["over"] <= 0.5
    assert found["sign"] >= 0.4
    assert found["unlabelled"] == 0


def test_who_said_it_and_when_stand_on_one_line(watched: Watched, address: str) -> None:
    with watched(offline=True, viewport={"width": 1366, "height": 768}) as page:
        show(page, address, 9)

        def on_one_line() -> None:
            who, when = page.evaluate(BY)
            assert who == pytest.approx(when, abs=1)

        holds(page, on_one_line)


# ---------------------------------------------------------------------- what is read out, and in which order

LISTEN = """() => {
  window.heard = [];
  const live = document.querySelector('[aria-live]');
  new MutationObserver(() => window.heard.push(live.textContent)).observe(live, {childList: true, characterData: true,
    subtree: true});
}"""


def test_the_words_of_a_stop_are_read_out_and_stay(page: Page) -> None:
    page.evaluate(LISTEN)
    page.keyboard.press("End")
    (last, *_) = reversed(STOPS)
    expect(page.locator("[data-atlas]")).to_have_attribute("data-stop", str(len(STOPS)))
    expect(page.locator("[data-year-table] caption")).to_contain_text(str((halted_on(last, TABLES) or last).year))
    page.wait_for_function("(asked) => heard.at(-1)?.includes(asked)", arg=last.question)
    page.keyboard.press("Shift+ArrowRight")  # a year by hand is told
    expect(page.locator("[aria-live]").first).to_contain_text("2022")


def test_the_words_come_before_the_table_and_under_a_heading(page: Page) -> None:
    order = page.evaluate(
        "['.stop', '.map-area', '[data-year-table]'].map((name) => [...document.querySelectorAll('*')]"
        ".indexOf(document.querySelector(name)))"
    )
    assert order == sorted(order)
    headings = page.get_by_role("heading", level=1)
    expect(headings).to_have_count(1)
    expect(headings).to_have_text(STOPS[0].title)
    assert page.locator(".stop").aria_snapshot().startswith('- paragraph: "1949"')


# ---------------------------------------------------------------------- keys


def test_escape_ends_the_blank_screen_and_the_light(page: Page) -> None:
    for key, name in (("b", ".blank"), ("l", ".spot")):
        page.keyboard.press(key)
        expect(page.locator(name)).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(name)).to_be_hidden()


def test_arrows_move_stops_and_with_shift_years(page: Page) -> None:
    root = page.locator("[data-atlas]")
    page.keyboard.press("ArrowRight")
    expect(root).to_have_attribute("data-stop", "2")
    expect(root).to_have_attribute("data-year", "1949")
    page.keyboard.press("Shift+ArrowRight")
    expect(root).to_have_attribute("data-year", "1950")
    expect(root).to_have_attribute("data-stop", "2")
    page.keyboard.press("ArrowLeft")
    expect(root).to_have_attribute("data-stop", "1")
    page.locator(".stage").focus()
    page.keyboard.press("ArrowRight")  # the map's own: to a country
    expect(root).to_have_attribute("data-stop", "1")


def test_the_sheet_of_keys_says_each_key_once_and_opens_at_its_head(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    page.keyboard.press("?")
    expect(page.locator(".help h2").first).to_be_focused()
    keys = page.locator(".help kbd").all_text_contents()
    assert len(keys) == len(set(keys)) > 0
    assert page.locator(".help").first.evaluate("(sheet) => sheet.scrollTop") == 0


WIDTHS = """() => ['russia', 'bloc'].map((kind) => {
  const line = document.querySelector(`.front-line[data-kind=${kind}]`);
  return line && parseFloat(getComputedStyle(line).strokeWidth);
})"""


def test_a_border_with_the_soviet_union_is_told_from_one_with_its_allies(address: str, watched: Watched) -> None:
    """The key has two widths for them, and so has the map of 1989."""
    at = next(at for at, stop in enumerate(STOPS, start=1) if stop.year == 1990)
    with watched(viewport={"width": 1280, "height": 720}) as page:
        page.goto(f"{address}?stop={at}")
        expect(page.locator(".front-line[data-kind=bloc]").first).to_be_attached()
        russia, bloc = page.evaluate(WIDTHS)
        assert bloc < russia
        upright = {"width": 820, "height": 1180}
        page.set_viewport_size(upright)
        page.wait_for_function("() => document.querySelector('.stage').clientWidth > 0.7 * innerWidth")
