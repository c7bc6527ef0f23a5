"""A lesson with its class, from the first stop to the exit quiz: a wall led by keys alone, its notes, twelve phones.

One of the phones loses the network twice, one lies on its side; at the end the wall loses it, and goes on.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from class_pages import WALL
from lent import paint_nothing, prepare_nothing
from phones import ON_ITS_SIDE, PHONE, Network, tap
from playwright.sync_api import Browser, Page, expect

from geo.lesson.lesson import current_lesson

pytestmark = pytest.mark.slow
STOPS = current_lesson().stops
EXIT = len(current_lesson().exit)
PATIENCE_MS = 90_000
"""Fourteen pages on two cores."""
NEXT = STOPS.index(next(stop for stop in STOPS if stop.year == 1999))
LOST = re.compile(r"WebSocket connection|ERR_INTERNET_DISCONNECTED")
"""What a console says of a network that is not there."""
PHONES = 12
LEAST_TARGET = 44
"""For a finger, but for marks on the map, which have a list beside them."""
SMALL = """(least) => [...document.querySelectorAll('button, summary, input, a[href]')]
  .filter((each) => each.checkVisibility({visibilityProperty: true}) && !each.closest('.badges, .sr-only'))
  .map((each) => [each.textContent || each.getAttribute('aria-label'), each.getBoundingClientRect()])
  .filter(([, {width, height}]) => width && height && (width < least || height < least))
  .map(([name, {width, height}]) => `${name} ${width} by ${height}`)"""
ANSWER_ALL = """async (last) => {
  const place = () => document.querySelector('.phone-steps span').textContent;
  for (let isLast = false; !isLast; ) {
    const here = place();
    isLast = here === `${last} of ${last}`;
    const {length} = document.querySelectorAll('.phone-option');
    for (let i = 0; i < length; i += 1) document.querySelectorAll('.phone-option')[i].click();
    document.querySelector('.phone-main').click();
    if (!isLast && place() === here) throw new Error(`${here} was not sent`);
  }
}"""
"""A pupil in a hurry: the last option of each question, or all of an order as they stand."""


@contextmanager
def opened(chromium: Browser, said: list[str], *, idle: bool = False, **options: Any) -> Iterator[Page]:
    """A page in a context of its own, of which nothing is painted; what goes wrong in it is written down."""
    context = chromium.new_context(reduced_motion="reduce", **options)  # nobody watches it fade
    paint_nothing(context)
    if not idle:
        prepare_nothing(context)
    context.set_default_timeout(PATIENCE_MS)
    context.on("weberror", lambda wrong: said.append(str(wrong.error)))
    context.on("console", lambda told: said.extend([told.text] if told.type == "error" else []))
    try:
        yield context.new_page()
    finally:
        context.close()


class Wall:
    """The teacher's page, by keys alone."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator("[data-atlas]")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def press_on(self, name: str) -> None:
        """Walk by Tab to a button of the column, and press it."""
        for _ in range(40):
            if self.page.evaluate("document.activeElement?.dataset.quiz") == name:
                self.press("Enter")
                return
            self.press("Tab")
        pytest.fail(f"Tab does not come to {name}")

    def shows(self, view: str) -> None:
        expect(self.root).to_have_attribute("data-live", view)

    def is_folded(self) -> None:
        expect(self.root).not_to_have_attribute("data-live", re.compile("."))

    def has_heard(self, n: int) -> None:
        for count in self.page.locator(".live-n, .live-sheet-row .live-bar-n").all():
            expect(count).to_have_text(str(n))


@pytest.fixture(scope="module", autouse=True)
def patient() -> Iterator[None]:
    expect.set_options(timeout=PATIENCE_MS)
    yield
    expect.set_options(timeout=15_000)


def test_a_lesson_with_its_class(chromium: Browser, server: str, tmp_path: Path) -> None:
    said: list[str] = []
    with ExitStack() as stack:
        page = stack.enter_context(opened(chromium, said, idle=True, viewport={"width": 1920, "height": 1080}))
        wall, own_line = Wall(page), Network(page)
        page.goto(f"{server}{WALL}")
        expect(wall.root).to_have_attribute("data-ready", "true")
        with page.expect_popup() as notes_opened:
            wall.press("n")
        notes = notes_opened.value

        wall.press("a")
        wall.shows("start")
        wall.press("Enter")
        wall.shows("door")
        code = page.locator(".live-code").get_attribute("data-code")
        expect(page.locator(".live-qr img")).to_be_visible()
        sizes = [PHONE] * (PHONES - 1) + [ON_ITS_SIDE]
        phones = [stack.enter_context(opened(chromium, said, **size)) for size in sizes]
        loser, flat = phones[0], phones[-1]
        its_line = Network(loser)
        for phone in phones:
            phone.goto(f"{server}join?code={code}")
        for phone in phones:
            expect(phone.locator("[data-atlas]")).to_have_attribute("data-phone", "follow")
        expect(page.locator(".live-phones")).to_have_text(f"{PHONES} phones")
        assert not [small for phone in (phones[1], flat) for small in phone.evaluate(SMALL, LEAST_TARGET)]
        wall.press("Escape")
        wall.is_folded()

        follow_to_the_stop_that_waits(wall, notes, phones)
        predict_who_joins(wall, phones, its_line)
        answer_a_question_of_the_quiz(wall, phones)
        give_the_exit_quiz(wall, phones, its_line)
        look_at_the_board(wall, phones)
        save_the_counts(wall, tmp_path)

        own_line.cut()
        page.context.set_offline(True)
        expect(page.locator(".live-chip")).to_contain_text("No connection")
        wall.press("PageUp")
        expect(wall.root).to_have_attribute("data-stop", str(len(STOPS) - 1))
        expect(notes.locator("[data-stop]")).to_have_attribute("data-stop", str(len(STOPS) - 1))
        wall.press("a")
        expect(page.locator(".live-note")).to_contain_text("The lesson goes on")
        wall.press("Escape", "Home")
        expect(wall.root).to_have_attribute("data-stop", "1")
        expect(page.locator(".stop-title")).to_have_text(STOPS[0].title)
    assert [line for line in said if not LOST.search(line)] == []


def follow_to_the_stop_that_waits(wall: Wall, notes: Page, phones: list[Page]) -> None:
    """All phones, and the notes, are where the wall is; one that looks around comes back by one press."""
    while wall.root.get_attribute("data-stop") != str(NEXT + 1):
        wall.press("PageDown")
    expect(wall.root).to_have_attribute("data-halted", "true")
    day = wall.root.get_attribute("data-day") or ""
    expect(notes.locator("[data-stop]")).to_have_attribute("data-stop", str(NEXT + 1))
    for phone in phones:
        expect(phone.locator("[data-atlas]")).to_have_attribute("data-day", day)
        expect(phone.locator(".phone-words")).to_have_text(STOPS[NEXT].question)
    curious = phones[2]
    curious.get_by_role("button", name="Look around").tap()
    curious.locator("input[type=range][name=year]").press("Home")
    expect(curious.locator("[data-atlas]")).not_to_have_attribute("data-day", day)
    curious.get_by_role("button", name="Back to the wall").tap()
    expect(curious.locator("[data-atlas]")).to_have_attribute("data-day", day)


def predict_who_joins(wall: Wall, phones: list[Page], its_line: Network) -> None:
    """The class taps those who join next; nobody sees what others think before the teacher shows it."""
    loser, flat = phones[0], phones[-1]
    wall.press("a")
    wall.shows("ask")
    wall.press("Enter")
    wall.shows("asked")
    for i, phone in enumerate(phones):
        expect(phone.get_by_role("heading", name="Tap the countries that join next.")).to_be_visible()
        for unit in ("POL", "HUN", "ROU" if i % 3 else "CZE"):
            tap(phone, unit)
        phone.get_by_role("button", name="Send").tap()
    wall.has_heard(PHONES)
    assert wall.page.locator(".live-bars").count() == 0
    expect(wall.page.locator(".votes")).to_have_count(0)

    its_line.cut()
    expect(loser.locator(".phone-note")).to_contain_text("No connection.")
    wall.press("PageDown")
    names = wall.page.locator(".live-bar-name")
    expect(names).to_contain_text(["Hungary", "Poland", "Romania", "Czech Republic"])
    expect(wall.page.locator(".live-bar-n")).to_have_text([str(n) for n in (PHONES, PHONES, 8, 4)])
    expect(wall.page.locator(".live-came")).to_have_text(f"4 of {PHONES} right")
    expect(wall.page.locator(".vote-counts [data-count=ROU]")).to_have_text("8")
    expect(wall.page.locator(".names [data-name=ROU]")).to_be_hidden()
    expect(wall.page.locator(".votes [data-vote=POL]")).to_have_attribute("fill-opacity", "1")
    expect(wall.page.locator(".focus [data-outlined]")).to_have_count(3)
    expect(flat.locator(".phone-vote")).to_have_count(4)
    its_line.is_there = True
    expect(loser.locator(".phone-vote[data-right]")).to_have_count(3)
    expect(loser.locator(".phone-note")).to_be_hidden()

    wall.press("PageDown")
    wall.is_folded()
    expect(wall.page.locator(".votes")).to_have_count(0)
    expect(wall.root).to_have_attribute("data-halted", "true")
    wall.press("PageDown")
    expect(wall.root).to_have_attribute("data-day", "1999-03-12")
    expect(phones[1].locator("[data-atlas]")).to_have_attribute("data-day", "1999-03-12")


def answer_a_question_of_the_quiz(wall: Wall, phones: list[Page]) -> None:
    """A question keeps the map under it; a wall that is loaded again goes on with the run, and asks no stop anew."""
    wall.press("a")
    wall.press_on("ask-quiz")
    wall.shows("asked")
    which = wall.page.locator(".live-quiet").first
    expect(which).to_have_text("Question 1 of 5")
    wall.press("PageDown")
    expect(wall.page.locator(".live-bars")).to_be_visible()
    wall.press("PageDown")
    expect(which).to_have_text("Question 2 of 5")
    mask = wall.root.get_attribute("data-mask") or ""
    assert mask
    expect(phones[1].locator("[data-atlas]")).to_have_attribute("data-mask", mask)
    day = wall.root.get_attribute("data-day") or ""
    wall.page.reload()
    wall.shows("asked")
    expect(which).to_have_text("Question 2 of 5")
    expect(wall.root).to_have_attribute("data-mask", mask)
    expect(wall.root).to_have_attribute("data-day", day)
    expect(phones[1].locator("[data-atlas]")).to_have_attribute("data-mask", mask)
    expect(phones[1].locator("[data-atlas]")).to_have_attribute("data-day", day)
    wall.press("Home", "Shift+ArrowRight", "p", "q")
    assert wall.root.get_attribute("data-day") == day
    wall.shows("asked")
    wall.press("Escape")
    wall.is_folded()
    expect(wall.root).to_have_attribute("data-day", "1999-03-12")
    expect(wall.root).not_to_have_attribute("data-halted", "true")
    expect(wall.root).not_to_have_attribute("data-mask", re.compile("."))
    expect(phones[1].locator("[data-atlas]")).not_to_have_attribute("data-mask", re.compile("."))


def give_the_exit_quiz(wall: Wall, phones: list[Page], its_line: Network) -> None:
    """Its questions at everybody's own pace; whoever loses the network finds what was answered."""
    loser = phones[0]
    wall.press("End", "PageDown", "a")
    wall.shows("ask")
    wall.press_on("ask-exit")
    wall.shows("asked")
    expect(loser.locator(".phone-steps span")).to_have_text(f"1 of {EXIT}")
    for option in loser.locator(".phone-option").all():
        option.tap()
    loser.get_by_role("button", name="Send").tap()
    expect(loser.locator(".phone-steps span")).to_have_text(f"2 of {EXIT}")
    for phone in phones[1:]:
        phone.evaluate(ANSWER_ALL, EXIT)
    expect(wall.page.locator(".live-sheet-row .live-bar-n")).to_have_text(
        [str(PHONES)] + [str(PHONES - 1)] * (EXIT - 1)
    )

    its_line.cut()
    expect(loser.locator(".phone-note")).to_contain_text("No connection.")
    expect(wall.page.locator(".live-quiet").nth(1)).to_contain_text(f"{PHONES - 1} phones")
    its_line.is_there = True
    expect(loser.locator(".phone-note")).to_be_hidden()
    loser.get_by_role("button", name="Before").tap()
    expect(loser.locator(".phone-option[aria-pressed=true]")).not_to_have_count(0)
    loser.get_by_role("button", name="Next").tap()
    loser.evaluate(ANSWER_ALL, EXIT)
    wall.has_heard(PHONES)

    wall.press("Escape")
    expect(wall.page.locator(".live-note")).to_contain_text("Escape once more")
    assert all("right" not in phone.locator(".phone-ask").inner_text() for phone in phones[:3])
    wall.press("PageDown")
    for at in range(1, EXIT + 1):
        expect(wall.page.locator(".live-quiet").first).to_have_text(f"Question {at} of {EXIT}")
        expect(wall.page.locator(".live-right")).not_to_have_count(0)
        if at < EXIT:
            wall.press("PageDown")


def look_at_the_board(wall: Wall, phones: list[Page]) -> None:
    """The first five on wall and phones, then the lesson again."""
    wall.press_on("board")
    wall.shows("board")
    expect(wall.page.locator(".live-place")).not_to_have_count(0)
    expect(phones[3].locator(".phone-board")).to_be_visible()
    expect(phones[3].locator(".phone-own")).to_contain_text("You:")
    wall.press("Escape")
    wall.shows("asked")
    expect(phones[3].locator(".phone-board")).to_be_hidden()
    wall.press("PageDown")
    wall.is_folded()
    expect(wall.page.locator(".stop-title")).to_be_focused()


def save_the_counts(wall: Wall, folder: Path) -> None:
    """What was answered as a spreadsheet, which the browser saves."""
    wall.press("a")
    wall.press_on("back")
    wall.shows("door")
    with wall.page.expect_download() as saved:
        wall.press_on("counts")
    path = folder / saved.value.suggested_filename
    saved.value.save_as(path)
    text = path.read_text(encoding="utf-8-sig")
    assert path.name == "eastward-room.csv"
    assert re.search(rf"Tap the countries that join next\..*ROU.*,8,.*,{PHONES}\b", text)
    assert len({line.partition(",")[0] for line in text.splitlines()[1:]}) == len(("the stop", "of the quiz")) + EXIT
    wall.press("Escape")
    wall.is_folded()
