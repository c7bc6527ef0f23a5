"""The map for those who hear it: arrows that lead to the neighbour, what is read out, letters that find, the sound."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from made import made_class_page
from playwright.sync_api import Locator, Page, expect

from data.headlines import headline
from data.tables import current_tables
from data.words import phrase
from geo.drawing.neighbours import neighbours
from geo.lesson.lesson import Lesson, Stop
from geo.wire.assets import SOUND_SCRIPT, Assets, current_assets

TABLES = current_tables()
START_MS = 90_000
COUNT_SOUND = """() => {
  globalThis.sounding = {contexts: 0, tones: 0};
  const {AudioContext: Context, OscillatorNode: Tone} = globalThis;
  globalThis.AudioContext = class extends Context { constructor() { super(); sounding.contexts += 1; } };
  globalThis.OscillatorNode = class extends Tone { start(at) { sounding.tones += 1; super.start(at); } };
}"""
Watched = Callable[..., AbstractContextManager[Page]]


@pytest.fixture(scope="module")
def page(serve: Callable[[Assets], AbstractContextManager[str]], watched: Watched) -> Iterator[Page]:
    """The atlas without Streamlit, with one view, and a record of what was fetched of it and what sounded."""
    with serve(current_assets()) as url, watched(alone=True, viewport={"width": 1280, "height": 720}) as opened:
        opened.add_init_script(f"({COUNT_SOUND})()")
        opened.goto(f"{url}?year=2004")
        expect(opened.locator("[data-atlas]")).to_have_attribute("data-ready", "true", timeout=START_MS)
        yield opened


def said(page: Page) -> Locator:
    return page.locator("[data-atlas] > [role=status]")


def walked(page: Page) -> Locator:
    return page.locator(".stage .tip strong")


def choose(page: Page, name: str, value: str) -> None:
    """Choose in the help, which needs no key to be opened."""
    page.get_by_role("button", name=phrase("help", "open")).click()
    page.locator(f".help [name=choice-{name}][value={value}]").check()
    page.keyboard.press("Escape")


def test_arrows_lead_to_the_neighbour_on_that_side(page: Page) -> None:
    page.locator(".stage").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-in-words]")).to_be_attached()  # the first step asks for the neighbours
    here = str(page.locator(".focus [data-outlined]").get_attribute("data-outlined"))
    walk, names = neighbours()["europe"], dict(zip(TABLES.units["unit"], TABLES.units["name"], strict=True))
    for side in ("up", "left", "left", "down", "right", "down"):
        page.keyboard.press(f"Arrow{side.title()}")
        here = walk[here][side]
        expect(walked(page)).to_contain_text(names[here])
    unit = next(unit for unit, ends in walk.items() if "left" not in ends)
    while here != unit:
        here = walk[here]["left"]
        page.keyboard.press("ArrowLeft")
        if "left" not in walk[here]:
            break
    page.keyboard.press("ArrowLeft")
    expect(said(page)).to_have_text(phrase("stage", "edge"))


def test_keys_read_a_country_the_day_and_the_next_alike(page: Page) -> None:
    stage = page.locator(".stage")
    stage.focus()
    choose(page, "letters", "off")
    stage.focus()
    page.keyboard.type("pola")
    expect(walked(page)).to_have_text("Poland")
    page.keyboard.press("Shift+Enter")
    expect(said(page)).to_contain_text("Borders with Belarus, partner; Czech Republic, member; Germany, member")
    page.keyboard.press("Shift+ArrowDown")
    expect(walked(page)).to_have_text("Portugal")
    expect(said(page)).to_contain_text("of 2")
    page.keyboard.press("Shift+ArrowUp")
    expect(walked(page)).to_have_text("Poland")
    page.keyboard.press("Shift+Space")
    title = headline(2004, TABLES).title
    expect(said(page)).to_contain_text(f"{title}. Status: Member 26")
    choose(page, "speech", "full")
    page.locator("input[type=range]").press("ArrowRight")
    expect(page.locator("[data-in-words] h2")).to_have_text(phrase("ear", "heading", when=2005))
    expect(page.locator("[data-in-words]")).to_contain_text(headline(2005, TABLES).detail)
    choose(page, "speech", "normal")


def test_letters_find_a_country_once_they_are_no_keys(page: Page) -> None:
    root, stage = page.locator("[data-atlas]"), page.locator(".stage")
    stage.focus()
    page.keyboard.type("united k")
    expect(walked(page)).to_have_text("United Kingdom")
    expect(root.locator("[data-card]")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(root.locator("[data-card]")).to_have_attribute("data-unit", "GBR")
    page.keyboard.press("Escape")
    expect(stage).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.press("Escape")
    choose(page, "letters", "on")
    stage.focus()
    page.keyboard.type("pola")
    expect(walked(page)).not_to_have_text("Poland")


def test_a_statement_is_reached_from_the_country_that_it_names(page: Page) -> None:
    page.goto(f"{page.url.partition('?')[0]}?year=2008&country=GEO")
    row = page.locator("[data-card] [data-open-statement]").first
    expect(row).to_be_visible(timeout=START_MS)
    row.press("Enter")
    expect(page.locator("[data-card][data-statement] h2")).to_be_focused()
    page.keyboard.press("Escape")


def test_the_years_sound_only_for_those_who_asked(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    slider = page.locator("input[type=range]")
    slider.press("ArrowRight")
    assert page.evaluate("sounding") == {"contexts": 0, "tones": 0}
    assert SOUND_SCRIPT not in fetched
    choose(page, "sound", "on")
    slider.fill("2003")
    assert page.evaluate("sounding.contexts") == 0  # a hand on the slider makes no sound
    slider.press("ArrowRight")
    page.wait_for_function("sounding.tones === 7")
    assert fetched.count(SOUND_SCRIPT) == 1
    slider.press("ArrowRight")
    page.wait_for_function("sounding.tones === 8")
    assert page.evaluate("sounding.contexts") == 1
    choose(page, "sound", "off")
    slider.press("ArrowRight")
    assert page.evaluate("sounding.tones") == 8


def test_the_class_file_has_all_of_it_inside(tmp_path: Path, watched: Watched) -> None:
    file = tmp_path / "class.html"
    file.write_bytes(made_class_page(Lesson("A lesson", "", (Stop(2004, "One"),))))
    with watched(alone=True, offline=True) as page:
        page.add_init_script(f"({COUNT_SOUND})()")
        page.goto(file.as_uri())
        expect(page.locator("[data-atlas]")).to_have_attribute("data-ready", "true", timeout=START_MS)
        choose(page, "sound", "on")
        page.keyboard.press("Tab")  # who comes by keys walks on the map; after a press of the mouse arrows move stops
        page.locator(".stage").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Shift+Enter")
        expect(said(page)).to_contain_text(phrase("ear", "sides", list="left").strip("."))
        page.keyboard.press("Shift+ArrowRight")
        page.wait_for_function("sounding.tones > 0")
