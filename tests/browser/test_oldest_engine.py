"""The class page works whole in the oldest Chromium that it is for, from a server and as a file."""

from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from class_pages import PUPILS, WALL
from oldest import Old, oldest_chromium
from playwright.sync_api import Browser, Playwright

from data.tables import current_tables
from data.words import words

LAPTOP, PHONE = (1280, 720), (390, 844)
FIRST_YEAR = current_tables().first_year


@pytest.fixture(scope="module")
def browser(driver: Playwright) -> Iterator[Browser]:
    with oldest_chromium(driver) as opened:
        yield opened


@pytest.fixture(scope="module")
def old(browser: Browser) -> Iterator[Old]:
    context = browser.new_context(viewport={"width": LAPTOP[0], "height": LAPTOP[1]})
    yield Old(context.new_page())
    context.close()


@pytest.fixture(autouse=True)
def clean_record(old: Old) -> Iterator[None]:
    """No test may leave an error in the console."""
    old.said.clear()
    old.page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    yield
    assert not old.complaints()


def test_it_is_as_old_as_we_say(browser: Browser) -> None:
    assert browser.version.startswith("92.")


def test_a_lesson_goes_on_and_back(old: Old, server: str) -> None:
    old.open(f"{server}{WALL}?stop=1")
    old.shows(stop=1, year=FIRST_YEAR)
    old.key("Space")
    old.shows(stop=2)
    old.until("'halted' in document.querySelector('[data-atlas]').dataset")
    old.key("PageDown")
    old.shows(stop=2, halted=None)
    old.key("PageUp")
    old.shows(stop=1)
    old.press('[data-act="next"]')
    old.shows(stop=2)
    old.until("document.querySelectorAll('text[data-name]').length > 10")
    fills = "new Set([...document.querySelectorAll('path[data-unit]')].map((each) => getComputedStyle(each).fill))"
    assert old.ask(f"{fills}.size") >= 3


def test_keys_blank_the_screen_and_open_the_help(old: Old, server: str) -> None:
    old.open(f"{server}{WALL}?stop=1")
    old.key("b")
    old.until("document.querySelector('.blank')?.getBoundingClientRect().width === innerWidth")
    old.key("b")
    old.until("!document.querySelector('.blank')?.getClientRects().length")
    old.key("?")
    old.until("document.querySelector('dialog.help').open")
    old.key("Escape")
    old.until("!document.querySelector('dialog.help').open")


def test_the_map_is_explored(old: Old, server: str) -> None:
    old.open(f"{server}{PUPILS}?year=2004")
    old.press("input[name=typed-year]")
    for typed, day in (("1999", "1999-12-31"), ("3.4.2008", "2008-04-03"), ("2010", "2010-12-31")):
        old.page.keyboard.type(typed)
        old.key("Enter")
        old.shows(day=day)
    width = "document.querySelector('path[data-unit=POL]').getBoundingClientRect().width"
    before = old.ask(width)
    old.press('.tool[aria-label="Zoom in"]')
    old.until(f"{width} > 1.2 * {before}")
    old.press("path[data-unit=POL]")
    old.until("document.querySelector('[data-card][data-unit=POL]')")
    old.key("Escape")
    old.until("!document.querySelector('[data-card]')")
    old.press(".menu-button")
    old.press('.menu input[value="csto"]')
    old.until("document.querySelector('[data-overlay=csto] [data-over=RUS]')")
    assert old.ask("document.querySelector('.menu-sheet').getBoundingClientRect().bottom") <= LAPTOP[1]


def test_a_code_for_phones_is_drawn_and_a_picture_made(old: Old, server: str) -> None:
    old.open(f"{server}{PUPILS}?year=2004")
    old.press('[data-take="open"]')
    old.until("[...document.querySelectorAll('dialog.take img')].some((code) => code.naturalWidth > 100)")
    with old.page.expect_download() as download:
        old.press('[data-take="svg"]')
    assert "2004" in Path(download.value.path()).read_text(encoding="utf-8")


def test_a_question_is_answered(old: Old, server: str) -> None:
    old.open(f"{server}{PUPILS}?quiz=medium-7")
    old.press(".quiz-option")
    old.press('[data-quiz="answer"]')
    old.until("document.querySelector('.quiz-verdict')")


def test_the_notes_lead_the_wall(old: Old, server: str) -> None:
    old.open(f"{server}{WALL}?stop=1")
    with old.page.expect_popup() as opened:
        old.key("n")
    notes = Old(opened.value)
    notes.press('[data-act="next"]')
    old.shows(stop=2)
    assert not notes.complaints()
    opened.value.close()


def test_a_phone_has_the_map_first_and_nothing_beside_the_screen(old: Old, server: str) -> None:
    old.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    old.open(f"{server}{PUPILS}?year=2010")
    assert old.ask("document.documentElement.scrollWidth") <= PHONE[0]
    stage = "document.querySelector('.stage').getBoundingClientRect()"
    assert old.ask(f"{stage}.width") == PHONE[0]
    assert old.ask(f"{stage}.top") < 100
    foot = "[...document.querySelectorAll('.footer button')].filter((each) => each.getClientRects().length)"
    assert old.ask(f"Math.max(...{foot}.map((each) => each.getBoundingClientRect().right))") > PHONE[0] - 40


def test_the_file_works_without_a_server(old: Old, server: str, tmp_path: Path) -> None:
    page = tmp_path / "class.html"
    with urlopen(f"{server}{WALL}", timeout=90) as told:
        page.write_bytes(told.read())
    old.open(f"{page.as_uri()}?stop=1")
    old.key("PageDown")
    old.shows(stop=2)
    old.until("document.querySelectorAll('text[data-name]').length > 10")


@pytest.mark.parametrize("scripts", ["come", "stay away"])
def test_the_pages_say_what_they_need(old: Old, server: str, scripts: str) -> None:
    if scripts == "stay away":
        old.page.route("**/static/js/**", lambda _: None)
    old.go(f"{server}about")
    old.until(f"document.body?.textContent.includes({words()['old_browser']['needs']!r})")
    assert old.ask(f"!![...document.links].find((link) => link.href === '{server}{PUPILS}')")
    old.page.unroute_all()
    old.page.goto("about:blank")  # with the page goes what it may still complain of
    old.said.clear()  # its scripts cannot be read here, which is why it says so
