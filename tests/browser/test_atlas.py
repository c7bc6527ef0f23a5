"""The atlas as people meet it: in Streamlit, in a real browser, with a real mouse, finger and keyboard."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from asked import asked
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from data.dates import spelled
from data.headlines import spoken
from data.membership import status_at_year_end, status_counts
from data.picture import picture_on
from data.tables import Tables, current_tables
from data.timeline import picture_day
from data.treaty_area import days_of_change
from data.words import words as word_list
from geo.wire.assets import Assets, current_assets

Watched = Callable[..., AbstractContextManager[Page]]
Serve = Callable[[Assets], AbstractContextManager[str]]

TABLES = current_tables()
FIRST, LAST = TABLES.first_year, TABLES.last_year
FACTS = json.loads(current_assets().file("facts.json").body)
VIEW = json.loads(current_assets().file("europe.json").body)
STATEMENTS = {statement["id"]: statement for statement in FACTS["statements"]}
DAYS = {id_: (TABLES.first_day + timedelta(days=said["day"])).isoformat() for id_, said in STATEMENTS.items()}
YEARS = {id_: int(day[:4]) for id_, day in DAYS.items()}
NAMES = {unit["id"]: unit["name"] for unit in FACTS["units"]}
ROUNDS = {1952: 2, 1955: 1, 1982: 1, 1990: 1, 1999: 3, 2004: 7, 2009: 2, 2017: 1, 2020: 1, 2023: 1, 2024: 1}
THEN = {"DEU": "West Germany", "TUR": "Turkey", "CZE": "Czech Republic"}  # the name of the day, where it was another
SHORT = word_list()["short_name"]
QUIET_YEAR = 1970  # no statement, no round
LEAST_TARGET_PX = 24
WIDE, LAPTOP, PHONE, SHORT_PHONE = (1920, 1080), (1280, 720), (390, 844), (360, 640)

SHOWN = """(root) => [root.dataset.year,
  [...root.querySelectorAll('path[data-unit]')].map(({dataset}) => [dataset.unit, dataset.status])]"""

PICTURE = """(root) => ({
  year: root.dataset.year,
  units: [...root.querySelectorAll('path[data-unit]')].map(({dataset: {unit, status, state}}) => [unit, status, state]),
  borders: [...root.querySelectorAll('path[data-border]')].map((path) =>
    [path.dataset.border, path.dataset.front ?? '', path.hasAttribute('hidden')]),
  outlined: [...root.querySelectorAll('.joined [data-outlined]')].map(({dataset}) => dataset.outlined),
  words: [...root.querySelectorAll('svg text')].map((text) => [text.textContent, text.innerHTML,
    ...[...text.attributes].map(({name, value}) => `${name}=${value}`).sort()]).sort(),
  marks: [...root.querySelectorAll('svg [data-statement]')].map((mark) =>
    [mark.dataset.statement, mark.getAttribute('transform')]).sort(),
  legend: [...root.querySelectorAll('[data-legend] [data-count]')].map(({dataset}) => [dataset.status, dataset.count]),
  title: root.querySelector('h1').textContent,
  slider: root.querySelector('input[name=year]').value,
  spoken: root.querySelector('input[name=year]').getAttribute('aria-valuetext'),
  statements: [...root.querySelectorAll('[data-open-statement]')].map(({dataset}) => dataset.openStatement),
  table: root.querySelector('[data-year-table]').textContent,
})"""
"""All that a year shows."""

PLAY_TO = """(root, year) => new Promise((stopped) => {
  const button = root.querySelector('.play');
  new MutationObserver((_, observer) => {
    if (root.dataset.year !== year) return;
    observer.disconnect();
    button.click();
    stopped();
  }).observe(root, {attributes: true, attributeFilter: ['data-year']});
  button.click();
})"""
"""Play, and pause as soon as a year is there: a press from here might come a year late."""


@dataclass(frozen=True)
class Atlas:
    """An open atlas, by its hooks."""

    page: Page

    @property
    def root(self) -> Locator:
        return self.page.locator("[data-atlas]")

    @property
    def slider(self) -> Locator:
        return self.root.locator("input[type=range][name=year]")

    @property
    def stage(self) -> Locator:
        return self.root.get_by_role("application")

    @property
    def typed(self) -> Locator:
        return self.root.get_by_role("textbox", name="Year or day, typed")

    @property
    def year(self) -> int:
        return int(self.root.get_attribute("data-year") or 0)

    @property
    def day(self) -> str:
        return self.root.get_attribute("data-day") or ""

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name, exact=True)

    def unit(self, unit: str) -> Locator:
        return self.root.locator(f'path[data-unit="{unit}"]')

    def mark(self, statement: str) -> Locator:
        return self.root.locator(f'svg [data-statement="{statement}"]')

    def card(self, **of: str) -> Locator:
        return self.root.locator("[data-card]" + "".join(f'[data-{key}="{value}"]' for key, value in of.items()))

    def row(self, status: str) -> Locator:
        return self.root.locator(f'[data-legend] [data-status="{status}"][data-count]')

    def shown(self) -> tuple[int, dict[str, str]]:
        """The year and the status of every unit, read at once."""
        year, statuses = self.root.evaluate(SHOWN)
        return int(year), dict(statuses)

    def set_year(self, year: int) -> None:
        """What a drag does, in one go; lines and names follow the fills."""
        self.slider.evaluate(
            "(range, year) => { range.value = year; range.dispatchEvent(new Event('input', {bubbles: true})); }", year
        )
        expect(self.root).to_have_attribute("data-year", str(year))
        expect(self.stage).to_have_attribute("data-drawn", str(year))

    def at_rest(self, **state: str | int | None) -> None:
        """Wait until the address tells this state: all that follows a step has then followed."""
        want = {key: value and str(value) for key, value in state.items()}
        self.page.wait_for_url(lambda url: want.items() <= address(url, *want).items())

    def picture(self) -> dict[str, Any]:
        shown: dict[str, Any] = asked(self.root, PICTURE)
        return shown

    def place_of(self, unit: str) -> tuple[float, float]:
        """Where the middle of a unit is on the screen."""
        script = "(path, [x, y]) => new DOMPoint(x, y).matrixTransform(path.getScreenCTM()).toJSON()"
        at = self.unit(unit).evaluate(script, VIEW["anchors"][unit][:2])
        return at["x"], at["y"]

    def click_unit(self, unit: str) -> None:
        self.page.mouse.click(*self.place_of(unit))

    def along_slider(self, share: float) -> tuple[float, float]:
        box = box_of(self.slider)
        return box["x"] + 1 + share * (box["width"] - 2), box["y"] + box["height"] / 2

    def grab_thumb(self) -> None:
        """Press the button on the thumb, which stands at the first or the last year."""
        self.page.mouse.move(*self.along_slider(0.008 if self.year == FIRST else 0.992))
        self.page.mouse.down()


def address(url: str, *names: str) -> dict[str, str | None]:
    query = parse_qs(urlsplit(url).query)
    return {name: query.get(name, [None])[0] for name in names or query}


Open = Callable[..., Atlas]


@pytest.fixture
def open_atlas(server: str, watched: Watched) -> Iterator[Open]:
    """`open_atlas("?year=2004", size=PHONE)`: the atlas in Streamlit, drawn, in a context of its own."""
    with ExitStack() as pages:

        def opened(query: str = "", *, url: str = server, size: tuple[int, int] = LAPTOP, **options: object) -> Atlas:
            viewport = {"width": size[0], "height": size[1]}
            page = pages.enter_context(watched(viewport=viewport, **options))
            page.goto(url + query)
            page.locator('[data-atlas][data-ready="true"]').wait_for()
            return Atlas(page)

        yield opened


@pytest.fixture
def open_plain(open_atlas: Open, serve: Serve) -> Iterator[Open]:
    """The atlas without Streamlit: for what needs a clock of its own or other tables."""
    with ExitStack() as served:

        def opened(query: str = "", *, assets: Assets | None = None, **options: object) -> Atlas:
            return open_atlas(query, url=served.enter_context(serve(assets or current_assets())), **options)

        yield opened


# ---------------------------------------------------------------------- the slider, live


def known(year: int, units: Iterable[str]) -> dict[str, str]:
    """What the tables say of units at the end of a year."""
    statuses: dict[str, str] = status_at_year_end(year)["status"].to_dict()
    return {unit: statuses[unit] for unit in units}


def test_the_map_follows_the_hand_while_the_button_is_down(open_atlas: Open) -> None:
    atlas = open_atlas(f"?year={FIRST}")
    seen: dict[int, dict[str, str]] = {}
    atlas.grab_thumb()
    for step in range(31):
        atlas.page.mouse.move(*atlas.along_slider(step / 30))
        year, statuses = atlas.shown()
        seen[year] = statuses
    expect(atlas.root).to_have_attribute("data-year", str(LAST))
    atlas.page.mouse.up()

    assert list(seen) == sorted(seen)
    assert len(seen) > 25
    for year, statuses in seen.items():
        assert statuses == known(year, statuses)
    assert len({tuple(statuses.values()) for statuses in seen.values()}) > 10


def test_a_finger_drags_the_slider_too(open_atlas: Open) -> None:
    atlas = open_atlas(f"?year={FIRST}", size=PHONE, has_touch=True, is_mobile=True)
    touch = atlas.page.context.new_cdp_session(atlas.page)

    def finger(kind: str, share: float | None) -> None:
        points = [] if share is None else [dict(zip("xy", atlas.along_slider(share), strict=True))]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    finger("touchStart", 0.03)
    seen = []
    for step in range(21):
        finger("touchMove", 0.03 + step * 0.95 / 20)
        seen.append(atlas.year)
    finger("touchEnd", None)
    assert len(set(seen)) > 10
    assert seen == sorted(seen)
    expect(atlas.unit("POL")).to_have_attribute("data-status", "member")


def test_a_year_looks_the_same_however_it_is_reached(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004")
    atlas.at_rest(year=2004, view="europe")
    by_address = atlas.picture()

    def again(act: Callable[[], object]) -> None:
        atlas.page.keyboard.press("Home")
        atlas.at_rest(year=FIRST)
        act()
        expect(atlas.root).to_have_attribute("data-year", "2004")
        atlas.at_rest(year=2004)
        for _ in range(100):  # what stands beside the fills follows with the next frames
            if atlas.picture() == by_address:
                break
            atlas.page.wait_for_timeout(50)
        assert atlas.picture() == by_address

    def drag() -> None:
        atlas.grab_thumb()
        share = 0.5
        for _ in range(80):
            atlas.page.mouse.move(*atlas.along_slider(share))
            if atlas.year == 2004:
                break
            share += 0.004 if atlas.year < 2004 else -0.003
        atlas.page.mouse.up()

    def type_it() -> None:
        atlas.typed.fill("2004")
        atlas.typed.press("Enter")
        atlas.typed.blur()

    def play() -> None:
        atlas.set_year(2002)
        atlas.button("Fast").click()
        atlas.root.evaluate(PLAY_TO, "2004")

    def walk_changes() -> None:
        while atlas.year < 2004:
            atlas.page.keyboard.press("Shift+ArrowRight")
        assert atlas.day == "2004-03-29"
        atlas.page.keyboard.press("ArrowRight")

    for way in (drag, type_it, play, walk_changes):
        again(way)


def test_every_unit_of_every_year_has_its_status_and_state(open_plain: Open) -> None:
    script = """(root, years) => years.map((year) => {
      const range = root.querySelector('input[name=year]');
      range.value = year;
      range.dispatchEvent(new Event('input', {bubbles: true}));
      const paths = [...root.querySelectorAll('path[data-unit]')];
      return [Number(root.dataset.year), paths.map(({dataset: {unit, status, state}}) => [unit, status, state])];
    })"""
    shown = asked(open_plain().root, script, list(range(FIRST, LAST + 1)))
    assert [year for year, _ in shown] == list(range(FIRST, LAST + 1))
    for year, units in shown:
        table = status_at_year_end(year)
        assert {unit for unit, _, _ in units} == set(VIEW["paths"])
        assert {unit: status for unit, status, _ in units}.items() <= table["status"].to_dict().items()
        assert {unit: state for unit, _, state in units}.items() <= table["state"].to_dict().items()


def joiners_on_the_map(year: int) -> list[str]:
    """Units that became members between two pictures; a dependency follows its sovereign without news of its own."""
    before, now = (known(at, VIEW["paths"]) for at in (year - 1, year))
    own = {unit["id"] for unit in FACTS["units"] if unit["kind"] != "dependency"}
    return sorted(unit for unit in own & set(now) if now[unit] == "member" != before[unit])


def test_who_joined_is_outlined_and_named_in_the_year_of_joining(open_plain: Open) -> None:
    atlas = open_plain(f"?year={FIRST}")
    outlined = atlas.root.locator(".joined [data-outlined]")
    for year, count in ROUNDS.items():
        atlas.set_year(year)
        joined = outlined.evaluate_all("(all) => all.map(({dataset}) => dataset.outlined)")
        assert sorted(joined) == joiners_on_the_map(year)
        assert len(joined) == count
        words = {"".join(text.split()) for text in atlas.stage.locator("svg text").all_text_contents()}
        names = [THEN.get(unit, NAMES[unit]) for unit in joined if unit != "DEU-EAST"]
        assert [
            name for name in names if not {"".join(form.split()) for form in (name, SHORT.get(name, name))} & words
        ] == []
    atlas.set_year(QUIET_YEAR)
    expect(outlined).to_have_count(0)


def test_a_click_on_the_track_goes_there(open_plain: Open) -> None:
    atlas = open_plain(f"?year={FIRST}")
    for share, about in ((0.75, 2007), (0.25, 1968)):
        atlas.page.mouse.click(*atlas.along_slider(share))
        expect(atlas.root).to_have_attribute("data-year", re.compile(rf"{about - 1}|{about}|{about + 1}"))
        assert atlas.slider.input_value() == str(atlas.year)
        year, statuses = atlas.shown()
        assert statuses == known(year, statuses)


def test_the_slider_speaks_a_sentence(open_plain: Open) -> None:
    atlas = open_plain("?year=2004")
    expect(atlas.slider).to_have_attribute("aria-valuetext", "2004: 26 members, 7 joined")
    atlas.page.keyboard.press("ArrowRight")
    expect(atlas.slider).to_have_attribute("aria-valuetext", spoken(2005))
    expect(atlas.root.get_by_role("status").get_by_text(spoken(2005))).to_be_attached()


# ---------------------------------------------------------------------- keys

CHANGES = [day.isoformat() for day in days_of_change(TABLES)]
STEPS = [
    ("ArrowRight", "2005-12-31"),
    ("ArrowLeft", "2004-12-31"),
    ("PageUp", "2014-12-31"),
    ("PageDown", "2004-12-31"),
    ("Shift+ArrowRight", "2009-04-01"),
    ("Shift+ArrowLeft", "2004-03-29"),
    ("ArrowRight", "2004-12-31"),
    ("Shift+ArrowLeft", "2004-03-29"),
    ("ArrowLeft", "2003-12-31"),
    ("End", TABLES.as_of.isoformat()),
    ("ArrowRight", TABLES.as_of.isoformat()),
    ("PageUp", TABLES.as_of.isoformat()),
    ("Home", "1949-12-31"),
    ("ArrowLeft", "1949-12-31"),
    ("PageDown", "1949-12-31"),
]


def test_keys_move_the_day_wherever_the_focus_is(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004")
    for focus in (lambda: None, atlas.slider.focus, atlas.button("Play").focus):
        focus()
        atlas.set_year(2004)
        for key, day in STEPS:
            atlas.page.keyboard.press(key)
            assert (key, atlas.day) == (key, day)


def test_shift_and_an_arrow_visit_every_change(open_plain: Open) -> None:
    atlas = open_plain(f"?day={TABLES.first_day}")
    seen = []
    for _ in CHANGES:
        atlas.page.keyboard.press("Shift+ArrowRight")
        seen.append(atlas.day)
    assert seen == CHANGES
    atlas.page.keyboard.press("Shift+ArrowRight")
    assert atlas.day == CHANGES[-1]
    assert set(ROUNDS) <= {int(day[:4]) for day in CHANGES}


def test_buttons_visit_the_changes_too(open_plain: Open) -> None:
    atlas = open_plain("?year=2000")
    atlas.button("Next change").click()
    expect(atlas.root).to_have_attribute("data-day", "2004-03-29")
    atlas.button("Previous change").click()
    expect(atlas.root).to_have_attribute("data-day", "1999-03-12")


def test_help_opens_and_closes_by_key(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004")
    helps = atlas.root.get_by_role("dialog", name="Keys")
    for key in ("?", "Escape"):
        atlas.page.keyboard.press("?")
        expect(helps).to_be_visible()
        atlas.page.keyboard.press("ArrowRight")
        atlas.page.keyboard.press(key)
        expect(helps).to_be_hidden()
    assert atlas.year == 2004


# ---------------------------------------------------------------------- play, with a clock of its own


def test_space_plays_and_pauses(open_plain: Open) -> None:
    atlas = open_plain("?year=1998", alone=True)
    atlas.page.clock.install()
    atlas.page.keyboard.press("Space")
    expect(atlas.button("Pause")).to_be_visible()
    atlas.page.clock.run_for(1000)
    paused_at = atlas.year
    assert paused_at > 1998
    atlas.page.keyboard.press("Space")
    expect(atlas.button("Play")).to_be_visible()
    atlas.page.clock.run_for(60_000)
    assert atlas.year == paused_at


def test_each_speed_is_faster_than_the_one_before(open_plain: Open) -> None:
    atlas = open_plain(f"?year={FIRST}", alone=True)
    atlas.page.clock.install()
    reached = []
    for speed in ("Slow", "Normal", "Fast"):
        atlas.set_year(1960)
        atlas.button(speed).click()
        expect(atlas.button(speed)).to_have_attribute("aria-pressed", "true")
        expect(atlas.root.locator("[data-speed][aria-pressed=true]")).to_have_count(1)
        atlas.button("Play").click()
        atlas.page.clock.run_for(3000)
        atlas.button("Pause").click()
        reached.append(atlas.year)
    assert 1960 < reached[0] < reached[1] < reached[2]


def test_play_runs_to_the_last_year_stops_and_starts_over(open_plain: Open) -> None:
    atlas = open_plain("?year=2020", alone=True)
    atlas.page.clock.install()
    atlas.button("Play").click()
    atlas.page.clock.run_for(60_000)
    assert atlas.year == LAST
    expect(atlas.button("Play")).to_be_visible()
    atlas.button("Play").click()
    assert atlas.year == FIRST


def test_touching_the_slider_stops_play(open_plain: Open) -> None:
    atlas = open_plain("?year=1960", alone=True)
    atlas.page.clock.install()
    atlas.button("Play").click()
    atlas.set_year(1980)
    expect(atlas.button("Play")).to_be_visible()
    atlas.page.clock.run_for(60_000)
    assert atlas.year == 1980


# ---------------------------------------------------------------------- a typed year


def test_a_year_may_be_typed_and_a_wrong_one_is_told(open_plain: Open) -> None:
    atlas = open_plain("?year=2004")

    def type_year(text: str) -> None:
        atlas.typed.fill(text)
        atlas.typed.press("Enter")

    type_year("1955")
    expect(atlas.root).to_have_attribute("data-year", "1955")
    type_year("1900")
    notice = atlas.root.get_by_text(f"The atlas runs from {FIRST} to {spelled(TABLES.as_of)}; 1900 is outside it.")
    expect(notice).to_have_count(1)
    type_year("abcd")
    expect(atlas.root.get_by_text("“abcd” is not a year or a day.")).to_have_count(1)
    expect(atlas.typed).to_have_value("1955")
    assert atlas.year == 1955
    atlas.button("Dismiss").first.click()
    expect(notice).to_have_count(0)


# ---------------------------------------------------------------------- legend


def test_the_legend_counts_what_the_tables_count(open_plain: Open) -> None:
    atlas = open_plain(f"?year={FIRST}")
    script = "(rows) => rows.map(({dataset}) => [dataset.status, Number(dataset.count)])"
    for year in (FIRST, 1955, 1990, 1992, 1999, 2004, 2014, LAST):
        atlas.set_year(year)
        shown = atlas.root.locator("[data-legend] [data-count]").evaluate_all(script)
        assert dict(shown) == {str(status): count for status, count in status_counts(year).items()}


def test_a_row_of_the_legend_singles_its_status_out(open_plain: Open) -> None:
    atlas = open_plain("?year=2004")
    opacity = "(path) => Number(getComputedStyle(path).opacity)"
    atlas.row("member").click()
    expect(atlas.row("member")).to_have_attribute("aria-pressed", "true")
    assert atlas.unit("FRA").evaluate(opacity) == 1
    assert atlas.unit("FIN").evaluate(opacity) < 0.5
    atlas.row("partner").click()
    expect(atlas.row("member")).to_have_attribute("aria-pressed", "false")
    assert atlas.unit("FRA").evaluate(opacity) < 0.5
    atlas.row("partner").click()
    assert atlas.unit("FRA").evaluate(opacity) == atlas.unit("FIN").evaluate(opacity) == 1
    atlas.row("member").click()
    atlas.page.keyboard.press("Escape")
    expect(atlas.row("member")).to_have_attribute("aria-pressed", "false")


# ---------------------------------------------------------------------- countries


def inside(box: Mapping[str, float], point: tuple[float, float]) -> bool:
    return 0 < point[0] - box["x"] < box["width"] and 0 < point[1] - box["y"] < box["height"]


def test_every_country_of_the_map_can_be_clicked(open_plain: Open) -> None:
    atlas = open_plain(f"?year={QUIET_YEAR}")
    opened = {}
    stage = box_of(atlas.stage)
    for unit in (unit for unit, anchor in VIEW["anchors"].items() if anchor):
        if not inside(stage, atlas.place_of(unit)):
            atlas.button("Whole view").click()
        atlas.click_unit(unit)
        opened[unit] = atlas.root.evaluate("(root) => root.querySelector('[data-card]')?.dataset.unit")
    assert {"POL", "LUX", "MLT", "MCO", "VAT"} <= set(opened)
    opens = picture_on(picture_day(QUIET_YEAR, TABLES), TABLES).opens
    assert opens["UKR-CRIMEA"] == "UKR"
    assert opened == {unit: opens.get(unit, unit) for unit in opened}


def test_a_click_on_the_sea_closes_the_card(open_plain: Open) -> None:
    atlas = open_plain("?year=1970&country=ISL")
    x, y = atlas.place_of("ISL")
    atlas.page.mouse.click(x, y + 120)
    expect(atlas.card()).to_have_count(0)


def test_a_drag_of_the_map_is_no_click(open_plain: Open) -> None:
    atlas = open_plain(f"?year={QUIET_YEAR}")
    x, y = atlas.place_of("POL")
    atlas.page.mouse.wheel(0, 0)
    atlas.button("Zoom in").click()
    zoomed = atlas.place_of("POL")
    assert zoomed != (x, y)
    atlas.page.mouse.move(*zoomed)
    atlas.page.mouse.down()
    atlas.page.mouse.move(zoomed[0] - 40, zoomed[1] + 25, steps=4)
    atlas.page.mouse.up()
    expect(atlas.card()).to_have_count(0)
    assert atlas.place_of("POL") == pytest.approx((zoomed[0] - 40, zoomed[1] + 25), abs=6)
    atlas.button("Whole view").click()
    assert atlas.place_of("POL") == pytest.approx((x, y))


def test_the_wheel_zooms_about_the_hand(open_plain: Open) -> None:
    atlas = open_plain(f"?year={QUIET_YEAR}")
    before = atlas.place_of("POL")
    atlas.page.mouse.move(*before)
    atlas.page.mouse.wheel(0, -400)
    far = atlas.place_of("TUR")
    assert atlas.place_of("POL") == pytest.approx(before, abs=1)
    atlas.page.mouse.wheel(0, -200)
    assert atlas.place_of("TUR") != pytest.approx(far, abs=5)


PLACES = """(root, ids) => ids.map((id) => {
  const {x, y, width} = root.querySelector(`path[data-unit="${id}"]`).getBoundingClientRect();
  return [x, y, width];
})"""
WHEEL_AND_PLACES = f"""(root, [ids, x, y]) => {{
  const stage = root.querySelector('.stage');
  const at = {{deltaY: -120, clientX: x, clientY: y, bubbles: true, cancelable: true}};
  stage.dispatchEvent(new WheelEvent('wheel', at));
  return [stage.querySelector('.fills').style.transform, ({PLACES})(root, ids)];
}}"""


def test_the_map_in_the_hand_lies_where_it_is_drawn_once_the_hand_pauses(open_plain: Open) -> None:
    atlas = open_plain(f"?year={QUIET_YEAR}")
    units = ["POL", "TUR", "PRT"]
    fills, lines = atlas.root.locator(".layer.fills"), atlas.root.locator(".layer.lines")
    drawn = fills.locator("> g").get_attribute("transform")
    # Read in the task of the wheel itself, before the pause can come.
    shifted, held = atlas.root.evaluate(WHEEL_AND_PLACES, [units, *atlas.place_of("POL")])
    assert shifted.startswith("matrix")
    for layer in (fills, lines):
        expect(layer).not_to_have_attribute("style", re.compile("transform"))
    assert fills.locator("> g").get_attribute("transform") != drawn
    assert atlas.root.evaluate(PLACES, units) == [pytest.approx(each, abs=1.5) for each in held]


def test_a_long_way_by_hand_leaves_no_side_of_the_stage_bare(open_plain: Open) -> None:
    atlas = open_plain(f"?year={QUIET_YEAR}")
    x, y = atlas.place_of("POL")
    atlas.page.mouse.move(x, y)
    atlas.page.mouse.wheel(0, -600)
    atlas.page.mouse.down()
    fills = atlas.root.locator(".layer.fills")
    stage = atlas.root.locator(".stage").bounding_box() or {}
    for _ in range(20):
        x -= 25
        atlas.page.mouse.move(x, y)
        box = fills.bounding_box() or {}
        assert stage["x"] + stage["width"] - box["x"] - box["width"] < stage["width"] * 0.15
    atlas.page.mouse.up()


def test_a_card_tells_the_path_and_follows_the_slider(open_plain: Open) -> None:
    atlas = open_plain("?year=2010&country=POL")
    card = atlas.card(unit="POL")
    for told in ("Poland", "since 12 March 1999", "8 July 1997", "16 December 1997", "161 days later", "42 days later"):
        expect(card.get_by_text(told).first).to_be_visible()
    status = card.locator("strong").first
    line = card.locator(".strip-cursor")  # stands at the shown year in the strip of bars
    before = 0.0
    for year, label, since in (
        (1949, "Soviet Union and allies", "since 25 January 1949"),
        (1992, "Partner (NACC, PfP, EAPC)", "since 20 December 1991"),
        (1998, "Invited", "since 8 July 1997"),
        (2026, "Member", "since 12 March 1999"),
    ):
        atlas.set_year(year)
        expect(card.get_by_text(since)).to_be_visible()
        expect(status).to_have_text(label)
        assert str(year) in card.inner_text()
        assert box_of(line)["x"] > before
        before = box_of(line)["x"]
    expect(atlas.card()).to_have_count(1)


def test_a_card_names_the_state_of_its_time(open_plain: Open) -> None:
    atlas = open_plain("?year=1975&country=LVA")
    card = atlas.card(unit="LVA")
    belonging = card.get_by_text("part of the Soviet Union", exact=True)
    expect(belonging).to_be_visible()
    atlas.set_year(2004)
    expect(belonging).to_have_count(0)


def test_a_card_links_its_sources_and_its_statements(open_plain: Open) -> None:
    atlas = open_plain("?year=2004&country=LVA")
    card = atlas.card(unit="LVA")
    links = card.locator("a[href]").evaluate_all("(all) => all.map(({href, target, rel}) => [href, target, rel])")
    assert links
    assert all(href.startswith("http") and target == "_blank" and "noopener" in rel for href, target, rel in links)
    first = next(each["id"] for each in FACTS["statements"] if "LVA" in each["targets"])
    card.locator(f'[data-open-statement="{first}"]').click()
    expect(atlas.card(statement=first)).to_be_visible()
    expect(atlas.root).to_have_attribute("data-day", DAYS[first])


def test_hovering_tells_the_name_and_the_state_of_the_time(open_plain: Open) -> None:
    atlas = open_plain("?year=1975")
    for unit, told, line in (
        ("LVA", "Latvia, part of the Soviet Union", "Soviet Union and allies"),
        ("POL", "Poland", "Soviet Union and allies, since 25 January 1949"),
    ):
        atlas.page.mouse.move(*atlas.place_of(unit))
        expect(atlas.stage.locator("strong").get_by_text(told, exact=True)).to_be_visible()
        expect(atlas.stage.get_by_text(line)).to_be_visible()
    atlas.set_year(2004)
    atlas.page.mouse.move(*atlas.place_of("LVA"))
    expect(atlas.stage.locator("strong").get_by_text("Latvia", exact=True)).to_be_visible()


def test_hovering_follows_the_year_under_a_resting_hand(open_plain: Open) -> None:
    atlas = open_plain("?year=1975")
    atlas.page.mouse.move(*atlas.place_of("LVA"))
    told = atlas.stage.locator("strong").get_by_text("Latvia, part of the Soviet Union", exact=True)
    expect(told).to_be_visible()
    atlas.page.keyboard.press("End")
    expect(told).to_be_hidden()


# ---------------------------------------------------------------------- statements


def test_the_pager_walks_through_every_statement(open_plain: Open) -> None:
    ids = list(STATEMENTS)
    atlas = open_plain(f"?statement={ids[0]}")
    script = """(root) => {
      const seen = [];
      for (;;) {
        const card = root.querySelector('[data-card]');
        const {statement} = card.dataset;
        const mark = root.querySelectorAll(`svg [data-statement="${statement}"]`).length;
        seen.push([statement, root.dataset.day, mark, card.innerText]);
        const next = [...card.querySelectorAll('button')].find(({textContent}) => textContent === 'Next statement');
        if (next.disabled) return seen;
        next.click();
      }
    }"""
    seen = asked(atlas.root, script)
    assert [statement for statement, *_ in seen] == ids
    for statement, day, marks, text in seen:
        told = STATEMENTS[statement]
        assert (statement, day, marks) == (statement, DAYS[statement], 1)
        for words in (told["speaker"], told["role"], told["quote"] or told["paraphrase"], told["city"]):
            assert words in text
        if told["confidence"] == "contested":
            assert told["note"] in text
            assert "Contested" in text


def test_an_address_opens_its_statement(open_plain: Open) -> None:
    """One in eight, each on a fresh atlas over the same page; the pager has walked through all."""
    atlas = open_plain()
    script = """async ([facts, views, ids]) => {
      const {createAtlas} = await import('./atlas.mjs');
      const opened = [];
      const others = {views: Object.keys(views), load: async (name) => views[name]};
      for (const id of ids) {
        history.replaceState(null, '', `?statement=${id}`);
        const root = document.createElement('div');
        document.body.append(root);
        const atlas = createAtlas(root, facts, views.europe, others);
        const {statement} = root.querySelector('[data-card]')?.dataset ?? {};
        const marks = root.querySelectorAll(`svg [data-statement="${id}"]`).length;
        opened.push([statement, root.dataset.day, marks]);
        atlas.stop();
        root.remove();
      }
      return opened;
    }"""
    some = list(STATEMENTS)[::8]
    opened = asked(atlas.page, script, [FACTS, {"europe": VIEW}, some])
    assert opened == [[id_, DAYS[id_], 1] for id_ in some]


CONTESTED = next(id_ for id_, statement in STATEMENTS.items() if statement["confidence"] == "contested")
ANSWER = next(id_ for id_, statement in STATEMENTS.items() if statement["reply_to"] and statement["lean"])
SPOKEN = next(id_ for id_, s in STATEMENTS.items() if s["lean"] and YEARS[id_] == 2004)


def test_a_mark_opens_its_card(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004")
    atlas.mark(SPOKEN).click()
    expect(atlas.card(statement=SPOKEN)).to_be_visible()
    atlas.at_rest(statement=SPOKEN, day=DAYS[SPOKEN], year=None)
    atlas.button("Close").click()
    expect(atlas.card()).to_have_count(0)
    atlas.at_rest(statement=None, day=DAYS[SPOKEN], year=None)


def test_an_answer_and_what_it_answers_are_linked(open_plain: Open) -> None:
    atlas = open_plain(f"?statement={ANSWER}")
    first = STATEMENTS[ANSWER]["reply_to"]
    atlas.card(statement=ANSWER).locator(f'[data-open-statement="{first}"]').click()
    expect(atlas.card(statement=first)).to_be_visible()
    expect(atlas.root).to_have_attribute("data-day", DAYS[first])
    atlas.card(statement=first).locator(f'[data-open-statement="{ANSWER}"]').click()
    expect(atlas.card(statement=ANSWER)).to_be_visible()


def test_a_contested_statement_carries_its_mark_and_its_note(open_plain: Open) -> None:
    atlas = open_plain(f"?statement={CONTESTED}")
    expect(atlas.card(statement=CONTESTED).get_by_text(STATEMENTS[CONTESTED]["note"])).to_be_visible()
    expect(atlas.card(statement=CONTESTED).get_by_text("Contested", exact=True).first).to_be_visible()
    assert atlas.mark(CONTESTED).locator("circle").count() > 1
    assert atlas.mark(CONTESTED).locator("path").count() > 0


def test_the_lean_set_is_shown_at_first_and_all_on_demand(open_plain: Open) -> None:
    atlas = open_plain("?year=2008")
    made = [statement for statement in STATEMENTS.values() if YEARS[statement["id"]] == 2008]
    lean = [statement for statement in made if statement["lean"]]
    assert 0 < len(lean) < len(made)
    rows = atlas.root.locator("[data-open-statement]")
    expect(rows).to_have_count(len(lean))
    expect(atlas.root.locator("svg g[data-statement]")).to_have_count(len(lean))
    atlas.button(f"Show all {len(made)} statements").click()
    expect(rows).to_have_count(len(made))
    expect(atlas.root.locator("svg g[data-statement]")).to_have_count(len(made))
    atlas.button(f"Show the {len(lean)} main ones").click()
    expect(rows).to_have_count(len(lean))
    expect(atlas.root.get_by_role("heading", name="Statements", exact=True)).to_be_attached()


def test_a_statement_from_before_the_first_year_appears_in_it(open_plain: Open) -> None:
    early = next(id_ for id_, statement in STATEMENTS.items() if statement["date"] < str(FIRST))
    expect(open_plain(f"?year={FIRST}").mark(early)).to_be_attached()


# ---------------------------------------------------------------------- the address


def test_the_address_is_kept_current_without_a_reload_and_restores_the_view(open_atlas: Open) -> None:
    atlas = open_atlas("?year=1990")
    atlas.page.evaluate("globalThis.sameDocument = true")
    length = atlas.page.evaluate("history.length")
    atlas.set_year(2004)
    atlas.at_rest(year=2004, view="europe", country=None)
    atlas.click_unit("POL")
    atlas.at_rest(year=2004, country="POL")
    atlas.page.keyboard.press("ArrowRight")
    atlas.at_rest(year=2005, country="POL")
    assert atlas.page.evaluate("globalThis.sameDocument === true")
    assert atlas.page.evaluate("history.length") == length + 1  # the card opened is a step Back

    atlas.page.reload()
    atlas.page.locator('[data-atlas][data-ready="true"]').wait_for()
    expect(atlas.root).to_have_attribute("data-year", "2005")
    expect(atlas.card(unit="POL")).to_be_visible()


def test_the_state_survives_a_visit_to_another_page(open_atlas: Open) -> None:
    atlas = open_atlas("?year=1999")
    atlas.set_year(1982)
    atlas.at_rest(year=1982)
    atlas.page.get_by_role("link", name="About").click()
    expect(atlas.root).to_have_count(0)
    atlas.page.get_by_role("link", name="Atlas").click()
    atlas.page.locator('[data-atlas][data-ready="true"]').wait_for()
    expect(atlas.root).to_have_attribute("data-year", "1982")


def test_nonsense_in_the_address_is_dropped_with_a_notice(open_atlas: Open) -> None:
    atlas = open_atlas("?year=3000&country=XX&view=moon&statement=nope")
    for value in ("3000", "XX", "moon", "nope"):
        expect(atlas.root.get_by_text(f"“{value}”")).to_be_visible()
    expect(atlas.root).to_have_attribute("data-year", str(LAST))
    expect(atlas.card()).to_have_count(0)
    atlas.at_rest(year=LAST, country=None, view="europe", statement=None)


HOSTILE = '<img src=x onerror="document.title=1">'


def test_markup_in_an_address_or_a_table_is_shown_as_text(open_plain: Open) -> None:
    tables: Tables = replace(
        TABLES,
        statements=TABLES.statements.assign(paraphrase=HOSTILE, quote=HOSTILE, speaker=HOSTILE),
        units=TABLES.units.assign(note=HOSTILE),
        events=TABLES.events.assign(title=HOSTILE, summary=HOSTILE),
    )
    atlas = open_plain(f"?year=2008&country={HOSTILE}", assets=Assets(tables))
    expect(atlas.root.get_by_text(f"“{HOSTILE}”").first).to_be_visible()
    atlas.click_unit("POL")
    expect(atlas.card(unit="POL").get_by_text(HOSTILE).first).to_be_visible()
    atlas.card().locator("[data-open-statement]").first.click()
    expect(atlas.root.locator("[data-card][data-statement]").get_by_text(HOSTILE).first).to_be_visible()
    expect(atlas.page.locator("img")).to_have_count(0)
    expect(atlas.page).to_have_title("Eastward")


# ---------------------------------------------------------------------- without the server


@dataclass
class Stoppable:
    """What `own_server` gives."""

    url: str
    stop: Callable[[], None]


def test_the_atlas_goes_on_when_its_server_is_gone(own_server: Stoppable, open_atlas: Open) -> None:
    refused = r"ERR_CONNECTION_REFUSED|WebSocket connection|_stcore/health|server is not responding"
    atlas = open_atlas("?year=1990", url=own_server.url, pardon=refused)
    atlas.page.evaluate(DIALOGS_SEEN)
    own_server.stop()
    expect(atlas.root.get_by_text("The server is out of reach.")).to_be_visible()
    atlas.page.wait_for_function("globalThis.dialogsSeen > 0")  # Streamlit's own, some seconds later
    expect(atlas.page.get_by_role("dialog")).to_have_count(0)

    atlas.page.keyboard.press("Home")
    atlas.grab_thumb()
    for step in range(21):
        atlas.page.mouse.move(*atlas.along_slider(step / 20))
    atlas.page.mouse.up()
    year, statuses = atlas.shown()
    assert (year, statuses) == (LAST, known(LAST, statuses))
    atlas.click_unit("POL")
    expect(atlas.card(unit="POL")).to_be_visible()
    atlas.set_year(2004)
    atlas.mark(SPOKEN).click()
    expect(atlas.card(statement=SPOKEN)).to_be_visible()
    atlas.at_rest(statement=SPOKEN)
    expect(atlas.page.get_by_role("dialog")).to_have_count(0)


DIALOGS_SEEN = """() => {
  globalThis.dialogsSeen = 0;
  const count = () => (globalThis.dialogsSeen += document.querySelectorAll('[data-testid="stDialog"]').length);
  new MutationObserver(count).observe(document.body, {childList: true, subtree: true});
}"""


# ---------------------------------------------------------------------- motion

DURATION = "(path) => Math.max(...getComputedStyle(path).transitionDuration.split(',').map(parseFloat))"


@pytest.mark.parametrize(("motion", "fades"), [("no-preference", True), ("reduce", False)])
def test_fills_fade_on_a_step_but_not_while_dragging_nor_for_whom_motion_hurts(
    open_plain: Open, motion: str, fades: bool
) -> None:
    atlas = open_plain("?year=2003", reduced_motion=motion)
    atlas.page.keyboard.press("ArrowRight")
    assert (atlas.unit("EST").evaluate(DURATION) > 0) == fades
    atlas.set_year(1990)
    assert atlas.unit("EST").evaluate(DURATION) == 0


# ---------------------------------------------------------------------- access

FOCUSED = """(root) => {
  const active = root.getRootNode().activeElement;
  if (!active || !root.contains(active)) return null;
  return active.getAttribute('role') ?? active.getAttribute('type') ?? active.localName;
}"""


def test_the_keyboard_alone_is_enough(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004")

    def tab_to(what: str) -> None:
        for _ in range(60):
            atlas.page.keyboard.press("Tab")
            if atlas.root.evaluate(FOCUSED) == what:
                return
        pytest.fail(f"Tab never reaches {what}")

    tab_to("application")
    told = atlas.root.get_by_role("status")
    walked = []
    for _ in range(5):
        atlas.page.keyboard.press("ArrowRight")
        walked.append(atlas.stage.locator("strong").inner_text())
        expect(told.filter(has_text=walked[-1])).to_have_count(1)
    assert len(set(walked)) == 5
    atlas.page.keyboard.press("ArrowLeft")
    expect(atlas.stage.locator("strong")).to_have_text(walked[-2])
    assert atlas.year == 2004

    atlas.page.keyboard.press("Enter")
    expect(atlas.card().get_by_role("heading", name=walked[-2].split(",")[0])).to_be_focused()
    atlas.page.keyboard.press("Escape")
    expect(atlas.card()).to_have_count(0)
    expect(atlas.stage).to_be_focused()

    tab_to("range")
    atlas.page.keyboard.press("ArrowUp")
    assert atlas.year == 2005


def test_the_stage_is_one_stop_for_tab(open_plain: Open) -> None:
    atlas = open_plain("?year=2004")
    assert atlas.stage.locator("svg [tabindex], svg a, svg [focusable=true]").count() == 0


def test_closing_a_card_by_its_button_keeps_the_focus_in_the_atlas(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004&country=POL")
    atlas.button("Close").focus()
    atlas.page.keyboard.press("Enter")
    expect(atlas.card()).to_have_count(0)
    assert atlas.root.evaluate(FOCUSED) is not None


def test_escape_gives_the_walker_the_place_on_the_map_back(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004")
    atlas.stage.focus()
    for _ in range(4):
        atlas.page.keyboard.press("ArrowRight")
    walked = atlas.root.locator(".focus [data-outlined]")
    unit = walked.get_attribute("data-outlined")
    atlas.page.keyboard.press("Enter")
    expect(atlas.card(unit=unit or "")).to_have_count(1)
    atlas.page.keyboard.press("Escape")
    expect(walked).to_have_attribute("data-outlined", unit or "")
    atlas.page.keyboard.press("ArrowRight")
    expect(walked).not_to_have_attribute("data-outlined", unit or "")
    atlas.page.keyboard.press("ArrowLeft")
    expect(walked).to_have_attribute("data-outlined", unit or "")


def test_the_list_of_countries_can_be_walked_before_one_is_opened(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004")
    finder = atlas.root.get_by_role("combobox", name="Find a country")
    finder.focus()
    atlas.page.keyboard.press("ArrowDown")
    atlas.page.keyboard.press("ArrowDown")
    expect(finder).not_to_have_value("")
    expect(atlas.card()).to_have_count(0)
    chosen = finder.input_value()
    atlas.page.keyboard.press("Enter")
    expect(atlas.card(unit=chosen)).to_have_count(1)


def test_a_country_picked_from_the_list_with_the_hand_opens_at_once(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004")
    atlas.root.get_by_role("combobox", name="Find a country").select_option("POL")
    expect(atlas.card(unit="POL")).to_have_count(1)


def test_an_emptied_year_is_put_back_and_one_notice_tells_of_what_was_typed(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004")
    notices = atlas.root.locator(".notice")
    for text, count in (("", 0), ("1900", 1), ("1901", 1), ("abc", 1)):
        atlas.typed.fill(text)
        atlas.page.keyboard.press("Enter")
        expect(notices).to_have_count(count)
        expect(atlas.typed).to_have_value("2004")
    expect(notices).to_contain_text("“abc”")
    atlas.typed.fill("2005")
    atlas.page.keyboard.press("Enter")
    expect(notices).to_have_count(0)


def test_the_year_is_in_the_page_as_a_table(open_plain: Open) -> None:
    atlas = open_plain("?year=2004")
    table = atlas.root.locator("table[data-year-table]")
    expect(table.locator("caption")).to_contain_text("2004: 26 members, 7 joined")
    for name, status, since in (
        ("Poland", "Member", "12 March 1999"),
        ("Estonia", "Member", "29 March 2004"),
        ("Serbia", "No formal tie", ""),
    ):
        row = table.get_by_role("row").filter(has=atlas.page.get_by_role("rowheader", name=name, exact=True))
        expect(row.get_by_role("cell").nth(1)).to_have_text(status)
        expect(row.get_by_role("cell").nth(2)).to_have_text(since)
    atlas.page.keyboard.press("Home")
    expect(table.locator("caption")).to_contain_text(spoken(FIRST))
    expect(table.get_by_role("rowheader")).to_have_count(sum(unit["kind"] == "country" for unit in FACTS["units"]))


CONTROLS = """(root) => {
  const all = 'button, input, select, textarea, summary, a[href], [role=button], [tabindex="0"]';
  return [...root.querySelectorAll(all)]
    .filter((control) => control.checkVisibility({visibilityProperty: true}) && !control.closest('.sr-only'))
    .filter((control) => !control.closest('.badge')) // the marks that a badge holds open from its list
    .filter((control) => control.localName !== 'abbr') // a term in a line of text is as high as its line
    .map((control) => {
      const label = control.labels?.[0];
      const {width, height} = (label ?? control).getBoundingClientRect();
      const name = (control.getAttribute('aria-label') ?? (label ?? control).textContent).trim();
      return {kind: control.localName, name, width, height};
    });
}"""


@pytest.mark.parametrize(
    ("query", "size"),
    [
        ("?year=2008", LAPTOP),
        ("?year=2008&country=POL", LAPTOP),
        (f"?statement={ANSWER}", LAPTOP),
        ("?year=2008", PHONE),
        ("?year=2008&country=POL", PHONE),
        ("?year=2008", SHORT_PHONE),
        (f"?statement={ANSWER}", SHORT_PHONE),
    ],
    ids=lambda given: str(given),
)
def test_every_control_has_a_name_and_is_large_enough_to_hit(
    open_plain: Open, query: str, size: tuple[int, int]
) -> None:
    controls = open_plain(query, size=size).root.evaluate(CONTROLS)
    assert len(controls) > 10
    assert [control for control in controls if not control["name"]] == []
    assert [control for control in controls if min(control["width"], control["height"]) < LEAST_TARGET_PX - 0.01] == []


def test_axe_finds_nothing_serious(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2008")
    atlas.root.evaluate("(root) => { root.id = 'root'; root.getRootNode().host.id = 'host'; }")
    inside_the_atlas = {"include": [{"fromShadowDom": ["#host", "#root"]}]}
    found = {}
    for what, act in (
        ("overview", lambda: None),
        ("country", lambda: atlas.click_unit("POL")),
        ("statement", lambda: atlas.card().locator("[data-open-statement]").first.click()),
        ("help", lambda: atlas.page.keyboard.press("?")),
    ):
        act()
        for theme in ("light", "dark"):
            atlas.page.emulate_media(color_scheme=theme)
            expect(atlas.root).to_have_attribute("data-theme", theme)
            found[what, theme] = grave(Axe().run(atlas.page, context=inside_the_atlas).response)
    assert not any(found.values()), found


def grave(response: dict[str, Any]) -> list[str]:
    return [
        f"{violation['id']}: {node['target']} {node['html'][:90]}"
        for violation in response["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


# ---------------------------------------------------------------------- the fit

OVERFLOW = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return [document.documentElement, document.body, main].flatMap((box) =>
    [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight]);
}"""


@pytest.mark.parametrize("size", [WIDE, LAPTOP, PHONE], ids=["wide", "laptop", "phone"])
def test_the_atlas_fits_its_window_without_scrolling_in_light_and_dark(open_atlas: Open, size: tuple[int, int]) -> None:
    phone = size == PHONE
    width, height = size
    atlas = open_atlas("?year=2004", size=size, color_scheme="light", has_touch=phone, is_mobile=phone)
    fills = {}
    for theme in ("light", "dark"):
        atlas.page.emulate_media(color_scheme=theme)
        expect(atlas.root).to_have_attribute("data-theme", theme)
        fills[theme] = atlas.unit("FRA").evaluate("(path) => getComputedStyle(path).fill")
        assert max(atlas.page.evaluate(OVERFLOW)) <= 0
        assert atlas.page.evaluate("[innerWidth, innerHeight]") == [width, height]
        stage = box_of(atlas.stage)
        for box in (stage, box_of(atlas.slider), box_of(atlas.button("Play")), box_of(atlas.typed)):
            assert 0 <= box["x"] <= box["x"] + box["width"] <= width
            assert 0 <= box["y"] <= box["y"] + box["height"] <= height
        assert stage["height"] > 0.3 * height
        expect(atlas.root.get_by_text("Facts as of").first).to_be_in_viewport()
    assert fills["light"] != fills["dark"]
    assert atlas.year == 2004


@pytest.mark.parametrize("size", [PHONE, SHORT_PHONE], ids=["phone", "short phone"])
@pytest.mark.parametrize("query", ["?year=2004", "?year=2004&country=EST", f"?statement={ANSWER}"])
def test_on_a_phone_an_open_card_leaves_the_map_its_room(open_atlas: Open, query: str, size: tuple[int, int]) -> None:
    atlas = open_atlas(query, size=size, has_touch=True, is_mobile=True)
    stage = box_of(atlas.stage)
    assert stage["height"] > 0.2 * size[1]
    tools = [box_of(tool) for tool in atlas.stage.locator(".tool").all()]
    assert len(tools) == 4
    for box in (*tools, box_of(atlas.root.locator(".menu-button"))):
        assert stage["y"] <= box["y"]
        assert box["y"] + box["height"] <= stage["y"] + stage["height"]
    menu = box_of(atlas.root.locator(".menu-button"))
    assert menu["x"] + menu["width"] <= min(box["x"] for box in tools)


def box_of(part: Locator) -> Mapping[str, float]:
    box = part.bounding_box()
    assert box
    return box
