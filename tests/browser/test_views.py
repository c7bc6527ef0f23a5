"""Every view and every layer, in all years, against the tables."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from asked import asked
from playwright.sync_api import Locator, Page, expect

from data.borders_in_time import front_of, is_inner
from data.tables import current_tables
from data.timeline import picture_day, segment_on
from data.vocabulary import Bloc
from data.words import phrase
from geo.drawing.views import VIEWS

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]

TABLES = current_tables()
YEARS = range(TABLES.first_year, TABLES.last_year + 1)
EVERY_LAYER = "front,nearest,statements,names,csto,eu,command,area"
START_MS = 60_000
MOSCOW_KM, ST_PETERSBURG_KM = "1,417 km", "963 km"
"""To the nearest land of the alliance, in 1985 as in 1991: on Bornholm, and at Trysil."""
READY = '[data-atlas][data-ready="true"]'

WALK = """(root) => {
  const range = root.querySelector('input[name=year]');
  const typed = root.querySelector('input[name=typed-year]');
  const years = {};
  for (let year = Number(range.min); year <= Number(range.max); year += 1) {
    typed.value = year;
    typed.dispatchEvent(new Event('change', {bubbles: true}));
    years[year] = {
      units: [...root.querySelectorAll('path[data-unit]')]
        .map(({dataset: {unit, status, state}}) => [unit, status, state]),
      borders: [...root.querySelectorAll('path[data-border]')].map((path) =>
        [path.dataset.border, path.dataset.front ?? '', path.hasAttribute('hidden')]),
      over: [...root.querySelectorAll('[data-overlay] [data-over]')].map((path) =>
        [path.parentNode.dataset.overlay, path.dataset.over]),
    };
  }
  return years;
}"""


def opened(page: Page, server: str, query: str) -> Locator:
    page.goto(server + query)
    root = page.locator("[data-atlas]")
    expect(root).to_have_attribute("data-ready", "true", timeout=START_MS)
    return root


@pytest.fixture(scope="module")
def walks(watched: Watched, server: str) -> dict[str, dict[str, Any]]:
    """All years of all views, reached by their keys from one page, with every layer on."""
    found = {}
    with watched() as page:
        root = opened(page, server, f"?layers={EVERY_LAYER}")
        for key, view in enumerate(VIEWS, start=1):
            page.keyboard.press(str(key))
            expect(root).to_have_attribute("data-view", view)
            found[view] = asked(root, WALK)
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_every_year_of_a_view_is_right_against_the_tables(view: str, walks: dict[str, dict[str, Any]]) -> None:
    for year in YEARS:
        day = picture_day(year, TABLES)
        shown = walks[view][str(year)]
        for unit, status, state in shown["units"]:
            segment = segment_on(TABLES, unit, day)
            assert (status, state) == (segment.status, segment.state), (year, unit)
        for border, front, hidden in shown["borders"]:
            one, other = border.split("|")
            assert hidden == is_inner(one, other, day, TABLES), (year, border)
            assert front == (front_of(one, other, day, TABLES) or ""), (year, border)


def test_overlays_cover_what_the_tables_say(walks: dict[str, dict[str, Any]]) -> None:
    def covered(year: int, overlay: str) -> set[str]:
        return {unit for name, unit in walks["world"][str(year)]["over"] if name == overlay}

    hatched = {"UKR-CRIMEA": 2014, "GEO-ABKHAZIA": 1993, "GEO-SOUTH-OSSETIA": 1992, "MDA-TRANSNISTRIA": 1992}
    for unit, since in {**hatched, "CYP-NORTH": 1974}.items():
        for year in YEARS:
            assert (unit in covered(year, "disputed")) == (year >= since), (unit, year)
    for year in YEARS:
        day = picture_day(year, TABLES)
        csto = {unit for unit in TABLES.units["unit"] if Bloc.CSTO in segment_on(TABLES, unit, day).formats}
        countries = set(TABLES.units.loc[TABLES.units["kind"] == "country", "unit"])
        assert covered(year, "csto") == csto & countries, year
    assert covered(1970, "command") == {"FRA"}
    assert covered(1976, "command") == {"FRA", "GRC"}
    assert covered(2010, "command") == set()
    assert {"GUF", "REU", "FLK"} <= covered(2004, "area")
    assert not {"FRA", "GRL", "SJM"} & covered(2004, "area")


def test_layers_are_kept_in_the_address_and_taken_away_by_the_menu(page: Page, server: str) -> None:
    root = opened(page, server, "?year=2015&layers=front,csto,fog")
    expect(root.get_by_role("status").filter(has_text="fog")).to_be_visible()
    expect(root.locator("[data-overlay=csto] [data-over=RUS]")).to_have_count(1)
    root.get_by_text("Views and layers").click()
    root.get_by_role("checkbox", name="CSTO").uncheck()
    expect(root.locator("[data-overlay=csto] [data-over]")).to_have_count(0)
    page.wait_for_url(lambda url: "layers=front" in url and "csto" not in url)
    page.keyboard.press("Escape")
    expect(root.get_by_role("checkbox", name="CSTO")).to_be_hidden()


def test_an_address_opens_a_view_and_a_reload_keeps_it(page: Page, server: str) -> None:
    root = opened(page, server, "?year=1991&view=baltic")
    expect(root).to_have_attribute("data-view", "baltic")
    expect(root.locator('path[data-unit="EST"]')).to_have_attribute("data-status", "partner")
    page.reload()
    expect(page.locator(READY)).to_have_attribute("data-view", "baltic")


def test_a_unit_inside_a_state_of_its_time_shows_its_outline_under_the_hand(page: Page, server: str) -> None:
    root = opened(page, server, "?year=1975&view=baltic")
    root.locator('path[data-unit="LVA"]').hover(position={"x": 40, "y": 40}, force=True)
    expect(root.locator("[data-hint]")).to_have_count(1)
    root.get_by_role("slider").hover()
    expect(root.locator("[data-hint]")).to_have_count(0)


def test_west_berlin_has_a_mark_while_there_are_two_german_states(page: Page, server: str) -> None:
    root = opened(page, server, "?year=1989")
    expect(root.locator("[data-berlin]")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(root.locator("[data-berlin]")).to_be_hidden()


def test_west_berlin_wears_no_member_s_fill_and_its_ring_from_the_declaration_of_1954(page: Page, server: str) -> None:
    root = opened(page, server, "?day=1954-10-22")
    dot = root.locator("[data-berlin]")
    look = "(dot) => ['fill', 'stroke'].map((each) => getComputedStyle(dot)[each])"
    fill_of = "(path) => getComputedStyle(path).fill"
    outside, before = root.locator('path[data-unit="CHE"]').evaluate(fill_of), dot.evaluate(look)
    member = root.locator('path[data-unit="FRA"]').evaluate(fill_of)
    assert before[0] == outside
    assert before[1] != member
    expect(root.locator('[data-key] [data-sign="west_berlin_uncovered"] summary')).to_have_text(
        "West Berlin: not a member"
    )
    root = opened(page, server, "?day=1954-10-23")
    assert dot.evaluate(look) == [outside, member]
    row = root.locator('[data-key] [data-sign="west_berlin"]')
    expect(row.locator("summary")).to_have_text("West Berlin: Article 6 and guarantee")
    row.locator("summary").click()
    expect(row.locator("p")).to_contain_text("from 23 October 1954 on. Not a Land of the Federal Republic")


def test_the_nearest_land_is_drawn_on_demand(page: Page, server: str) -> None:
    root = opened(page, server, "?year=2004")
    expect(root.locator(".nearest-line")).to_have_count(0)
    root.get_by_role("button", name="589 km").click()
    expect(root.locator(".nearest-line")).to_have_count(2)
    page.wait_for_url(lambda url: "nearest" in url)


@pytest.mark.parametrize(("asked_for", "city"), [("year=1985", "Leningrad"), ("day=1991-09-06", "St Petersburg")])
def test_a_long_line_to_the_nearest_land_has_the_city_s_name_of_the_day(
    page: Page, server: str, asked_for: str, city: str
) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    root = opened(page, server, f"?{asked_for}&layers=nearest")
    expect(root.locator(".stage .length")).to_have_text([f"to Moscow {MOSCOW_KM}", f"to {city} {ST_PETERSBURG_KM}"])
    told = f"Nearest NATO land to Moscow and {city}"
    expect(root.locator('[data-key] [data-sign="nearest"]')).to_have_text(told)
    layer = root.locator(".menu [name=layer][value=nearest]")
    expect(layer.locator("xpath=..")).to_have_text(told)
    layer.evaluate("(box) => box.click()")
    expect(root.locator("> [role=status]")).to_contain_text(phrase("said", "off", name=told))
