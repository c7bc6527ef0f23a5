"""What has to work alike in every engine: load, drag, keys, typing, cards, zoom, layers, class, notes, quiz, files."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from class_pages import WALL
from conftest import missing
from engines import ENGINES, KEYS, Engine, lacking
from selenium.webdriver.common.action_chains import ActionChains

from data.tables import current_tables

TABLES = current_tables()
SLIDER = "input[type=range][name=year]"
TYPED = "input[name=typed-year]"
KEEP_WHAT_IS_SAVED = """
const page = window.wrappedJSObject ?? window;  // Firefox looks at a page from beside it
const made = page.URL.createObjectURL.bind(page.URL);
page.URL.createObjectURL = (blob) => {
  blob.text().then((text) => (document.body.dataset.saved = text));
  return made(blob);
};
"""
"""Saving asks the reader in some engines; what would be saved is caught on its way.

By a script of the page: what the driver's own scripts change, Firefox keeps from the page.
"""

OFF_THEIR_LINES = """
return all(document, 'text[data-name] tspan:only-child').map((line) => {
  const {y, height} = line.parentNode.getBBox();
  return Math.abs(y + height / 2 - Number(line.getAttribute('y')));
});
"""
MAP_UNDER_THE_TITLE = """
const [title, stage] = ['[data-title]', '.stage'].map((css) => all(document, css)[0].getBoundingClientRect());
return title.left < stage.right && stage.left < title.right && title.top < stage.bottom && stage.top < title.bottom;
"""
"""Whether the year and its words lie over the map, from which they would have to be read."""
NOTCH_WITH_CTRL = """
const [stage] = all(document, '.stage');
const {left, top, width, height} = stage.getBoundingClientRect();
const at = {clientX: left + width / 2, clientY: top + height / 2};
stage.dispatchEvent(new WheelEvent('wheel', {deltaY: -138, ctrlKey: true, cancelable: true, ...at}));
"""
"""One notch of a mouse's wheel, as Firefox sends it."""


class EngineChecks:
    """The checks of one engine; a subclass names it."""

    name: str

    @pytest.fixture(scope="class")
    @classmethod
    def engine(cls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
        if lacks := lacking(cls.name):
            missing(f"no {lacks} for the tests in {cls.name}")
        with ENGINES[cls.name](tmp_path_factory.mktemp(cls.name)) as opened:
            yield opened

    def test_the_atlas_is_drawn(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}?year=1999", idle=True)
        assert engine.root("year") == "1999"
        fills = "return new Set(all(document, 'path[data-unit]').map((path) => getComputedStyle(path).fill)).size"
        engine.until(lambda: engine.ask(fills) >= 4, "colours")
        engine.until(lambda: len(engine.all("text[data-name]")) > 10, "names")
        assert engine.ask("return getComputedStyle(all(document, '.stage')[0]).webkitUserSelect") == "none"

    def test_names_stand_in_the_middle_of_their_lines(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}?year=2010")
        engine.until(lambda: engine.all("text[data-name] tspan"), "names")
        engine.until(lambda: max(engine.ask(OFF_THEIR_LINES), default=9) < 2, "names in the middle of their lines")

    def test_the_map_follows_the_hand(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}?year=1949")
        rail = engine.the(SLIDER)
        half = rail.rect["width"] / 2
        ActionChains(engine.driver).move_to_element_with_offset(rail, 4 - round(half), 0).click_and_hold().perform()
        seen = [TABLES.first_year]
        for across, least in ((0.3, 1965), (0.6, 1985), (0.9, 2010)):
            ActionChains(engine.driver).move_to_element_with_offset(rail, round(2 * half * across - half), 0).perform()
            engine.until(lambda least=least: int(engine.root("year")) > least, f"a year after {least}")
            seen.append(int(engine.root("year")))
        ActionChains(engine.driver).release().perform()
        assert sorted(set(seen)) == seen

    def test_a_press_on_the_rail_gives_the_year_under_it(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}?year=1990")
        for year in (1950, 1987, TABLES.last_year - 2):
            rail = engine.the(SLIDER)
            thumb = engine.ask("return parseFloat(getComputedStyle(arguments[0]).getPropertyValue('--thumb'))", rail)
            width = rail.rect["width"]
            share = (year - TABLES.first_year) / (TABLES.last_year - TABLES.first_year)
            engine.press_at(SLIDER, (thumb / 2 + share * (width - thumb)) / width)
            engine.shows("year", year)

    def test_keys_move_the_year(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}?year=1999")
        engine.press(SLIDER)
        engine.type(KEYS.HOME)
        engine.shows("year", TABLES.first_year)
        engine.type(KEYS.ARROW_RIGHT)
        engine.type(KEYS.PAGE_UP)
        engine.shows("year", TABLES.first_year + 11)
        engine.type(KEYS.END)
        engine.shows("year", TABLES.last_year)

    def test_a_year_is_typed_and_another_after_it(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}?year=2004")
        engine.press(TYPED)
        for typed, day in (("1999", "1999-12-31"), ("3.4.2008", "2008-04-03"), ("1955", "1955-12-31")):
            engine.type(typed, KEYS.ENTER)
            engine.shows("day", day)

    def test_a_card_opens_and_escape_closes_it(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}?year=2010")
        engine.press('path[data-unit="POL"]')
        engine.until(lambda: engine.all('[data-card][data-unit="POL"]'), "Poland's card")
        engine.type(KEYS.ESCAPE)
        engine.until(lambda: not engine.all("[data-card]"), "no card")

    def test_zoom_brings_the_map_nearer_and_leaves_the_title(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}?year=2010")
        title, land = engine.the("[data-title]").rect, engine.the('path[data-unit="POL"]').rect
        for _ in range(3):
            engine.press('.tool[aria-label="Zoom in"]')
        engine.until(
            lambda: engine.the('path[data-unit="POL"]').rect["width"] > 1.5 * land["width"], "Poland comes nearer"
        )
        assert engine.the("[data-title]").rect == title
        assert engine.ask(MAP_UNDER_THE_TITLE) is False

    def test_a_notch_of_the_wheel_with_ctrl_is_one_step(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}?year=2010")
        engine.the(".stage text.name")  # they are laid out once the map has its size
        before = engine.the('path[data-unit="POL"]').rect["width"]
        engine.ask(NOTCH_WITH_CTRL)
        wider = engine.until(
            lambda: (now := engine.the('path[data-unit="POL"]').rect["width"]) > 1.2 * before and now, "nearer"
        )
        assert wider < 1.55 * before

    def test_a_layer_is_laid_over_the_map(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}?year=2015")
        engine.press(".menu-button")
        engine.press('.menu input[value="csto"]')
        engine.until(lambda: engine.all('[data-overlay="csto"] [data-over="RUS"]'), "Russia under the layer")
        engine.until(lambda: "csto" in engine.ask("return location.search"), "the address keeps it")

    def test_the_picture_is_made(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}?year=2004")
        engine.ask(KEEP_WHAT_IS_SAVED)
        engine.press('[data-take="open"]')
        engine.press('[data-take="svg"]')
        text = engine.until(lambda: engine.ask("return document.body.dataset.saved"), "the picture")
        assert re.match(r"<svg[^>]* viewBox=", text)
        assert "2004" in text

    def test_the_lesson_goes_on_and_back(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}{WALL}?stop=1")
        before = engine.root("day")
        engine.type(KEYS.PAGE_DOWN)
        engine.shows("stop", 2)
        engine.until(lambda: "stop=2" in engine.ask("return location.search"), "the address keeps it")
        engine.type(KEYS.PAGE_UP)
        engine.shows("stop", 1)
        engine.shows("day", before)

    def test_the_keys_are_shown_from_the_first(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}{WALL}?stop=1")
        engine.type("?")
        engine.until(lambda: engine.all("dialog.help[open]"), "the sheet of keys")
        assert engine.ask("return all(document, 'dialog.help')[0].scrollTop") == 0

    def test_the_notes_lead_the_wall(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}{WALL}?stop=1")
        wall = engine.driver.current_window_handle
        engine.press('[data-act="notes"]')
        engine.until(lambda: len(engine.driver.window_handles) == 2, "the window of notes")
        (notes,) = set(engine.driver.window_handles) - {wall}
        engine.driver.switch_to.window(notes)
        try:
            engine.until(lambda: engine.all('button[data-act="next"]'), "its buttons")
            engine.press('button[data-act="next"]')
            engine.driver.switch_to.window(wall)
            engine.shows("stop", 2)
        finally:
            engine.driver.switch_to.window(notes)
            engine.driver.close()
            engine.driver.switch_to.window(wall)

    def test_a_question_is_answered(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}{WALL}?quiz=medium-7")
        engine.press(".quiz-option")
        engine.press('[data-quiz="answer"]')
        engine.until(lambda: engine.all(".quiz-verdict"), "what is right")

    def test_a_key_that_scrolls_is_scrolled_by_keys(self, engine: Engine, server: str) -> None:
        engine.desk = f"{server}_stcore/health"
        engine.hold(f"{server}embed?year=2004", (620, 500))
        engine.until(lambda: engine.the(".key").get_attribute("tabindex") is None, "all of it shows")
        engine.ask("document.documentElement.style.fontSize = '32px'")
        engine.until(lambda: engine.the(".key").get_attribute("tabindex") == "0", "it takes the focus")
        engine.ask("all(document, '.key')[0].focus()")
        engine.key("ArrowDown")
        engine.until(lambda: engine.ask("return all(document, '.key')[0].scrollTop > 0"), "it is scrolled")

    def test_what_is_told_beside_a_low_map_is_scrolled_by_keys(self, engine: Engine, server: str) -> None:
        engine.desk = f"{server}_stcore/health"
        engine.hold(f"{server}?year=2008", (640, 360))
        engine.until(lambda: engine.the(".told-more").get_attribute("tabindex") == "0", "it takes the focus")
        engine.ask("all(document, '.told-more')[0].focus()")
        engine.key("ArrowDown")
        engine.until(lambda: engine.ask("return all(document, '.told-more')[0].scrollTop > 0"), "it is scrolled")

    def test_the_lesson_page_shows_its_stops(self, engine: Engine, server: str) -> None:
        engine.open(f"{server}lesson", "[data-testid=stRadio]")
        engine.until(lambda: engine.all("[data-testid=stTextInput]"), "the fields of a stop")

    def test_the_file_works_without_a_server(self, engine: Engine, server: str, tmp_path: Path) -> None:
        engine.open(f"{server}{WALL}")
        page = tmp_path / "class.html"
        text = engine.driver.execute_async_script("fetch('class').then((got) => got.text()).then(arguments[0])")
        page.write_text(text, encoding="utf-8")
        engine.open(page.as_uri())
        engine.type(KEYS.PAGE_DOWN)
        engine.until(lambda: engine.all("text[data-name]"), "names")
