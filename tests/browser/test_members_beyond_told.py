"""Who of the members is beyond the map is told in the class and in frames of other sites as in the atlas."""

import re

import pytest
from playwright.sync_api import Page, expect

from data.membership import members_on
from data.tables import current_tables
from data.timeline import picture_day
from data.words import phrase

pytestmark = pytest.mark.unpainted

START_MS = 60_000
TABLES = current_tables()
READY = '[data-atlas][data-ready="true"]'
BOTH = "Canada, United States"
TOLD = f"{phrase('panel', 'beyond')}: {BOTH}"
OTHERS = re.compile(rf"^{phrase('panel', 'beyond_others')}: (\w+(\xa0\w+)*\xa0\d+; )*\w+(\xa0\w+)*\xa0\d+$")
DRAFT = 12
"""The stop whose headline is about the United States."""


def opened(page: Page, address: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address)
    page.locator(READY).wait_for(timeout=START_MS)


@pytest.mark.parametrize("address", ["class?stop=9", f"class?stop={DRAFT}", "embed?year=2013&view=europe"])
@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)], ids=str)
def test_the_key_names_the_members_beyond_the_map_once(
    page: Page, server: str, address: str, size: tuple[int, int]
) -> None:
    opened(page, server + address, size)
    told, others = page.locator(".key .key-beyond").all()
    expect(told).to_have_text(TOLD)
    expect(others).to_have_text(OTHERS)
    key = page.locator(".key")
    on_map = key.locator("[data-also]")
    expect(on_map.or_(others).locator("visible=true").first).to_be_visible()  # others are told where these leave room
    expect(key.locator("[data-sign=away]")).to_have_count(0)
    assert key.evaluate("(key) => key.scrollHeight - key.clientHeight") <= 1  # and all of the key has its room
    words = told.evaluate(
        "(told) => { const all = document.createRange(); all.selectNodeContents(told);"
        " const {x, y, width, height} = all.getBoundingClientRect(); return {x, y, width, height}; }"
    )
    box = key.bounding_box()
    assert box
    assert box["y"] <= words["y"] < words["y"] + words["height"] <= box["y"] + box["height"]


def test_a_key_without_room_for_all_leaves_out_others_beyond_the_map(page: Page, server: str) -> None:
    """Who stands on the map comes first, and who is there without a name."""
    for stop in (9, DRAFT):
        opened(page, f"{server}class?stop={stop}", (900, 600))
        expect(page.locator(".key .key-beyond:visible")).to_have_text([TOLD])


@pytest.mark.parametrize("size", [(820, 1180), (1280, 720)], ids=str)
def test_nobody_is_told_beyond_the_map_whose_name_stands_on_it(page: Page, server: str, size: tuple[int, int]) -> None:
    for view, year in (("balkans", 1999), ("black_sea", 2013), ("baltic", 2022)):
        opened(page, f"{server}?view={view}&year={year}&layers=names", size)
        stage, told = page.locator(".stage"), page.locator(".beyond-chips")
        named = {one.text_content() for one in stage.locator('text.name[data-status="member"]').all()}
        (beyond,) = re.findall(r"^\d+", told.inner_text())
        members = members_on(picture_day(year, TABLES), TABLES)
        assert 0 < len(named) <= len(members) - int(beyond), (view, named)
        assert int(beyond) <= 14 or view != "balkans"  # France reaches in, and is named at the edge


def test_too_many_to_name_are_counted_and_on_the_world_is_nobody_beyond(page: Page, server: str) -> None:
    opened(page, server + "embed?year=2013&view=balkans", (1366, 768))
    expect(page.locator(".key .key-beyond").first).to_contain_text(phrase("panel", "beyond_many", n="")[1:])
    opened(page, server + "embed?year=2013&view=world", (1366, 768))
    expect(page.locator(".key .key-beyond:visible")).to_have_count(0)
    opened(page, server + "?year=2013&view=world", (1366, 768))
    expect(page.locator(".beyond:not([hidden])")).to_have_count(0)


@pytest.mark.parametrize("size", [(844, 390), (390, 844)], ids=str)
def test_a_short_key_names_whom_the_year_is_about_and_the_whole_key_is_a_press_away(
    page: Page, server: str, size: tuple[int, int]
) -> None:
    opened(page, f"{server}class?stop={DRAFT}", size)
    expect(page.locator(".key .key-place:not([hidden])")).to_have_text(phrase("key", "away", names="United States"))
    expect(page.locator(".key .key-beyond:visible")).to_have_count(0)
    page.get_by_role("button", name="Key", exact=True).click()
    expect(page.locator(".key .key-sign, .key .sign-key li").first).to_be_visible()
    expect(page.locator(".key .key-beyond").first).to_be_visible()
    expect(page.locator(".key .key-place:not([hidden])")).to_be_hidden()


def test_counts_of_others_and_those_on_the_map_are_those_of_the_legend(page: Page, server: str) -> None:
    """Of the five observers of the Council of Europe the Holy See alone lies in Europe."""
    opened(page, f"{server}?membership=coe&year=2025", (1280, 720))
    expect(page.locator('[data-legend] .legend-row[data-status="observer"]')).to_have_attribute("data-count", "5")
    expect(page.locator(".beyond:not([hidden])")).to_have_text(f"{phrase('panel', 'beyond_others')}Observer\xa04")


def test_a_key_without_a_row_for_a_status_counts_all_of_it_beyond_the_map(page: Page, server: str) -> None:
    opened(page, f"{server}embed?year=2002&view=black_sea", (960, 560))
    expect(page.locator('.key .key-row[data-status="dialogue_partner"]')).to_be_hidden()
    expect(page.locator(".key .key-beyond").last).to_contain_text("Other\xa0partner\xa07;")


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)], ids=str)
def test_a_title_says_of_its_news_that_it_is_beyond_the_map_while_it_is(
    page: Page, server: str, size: tuple[int, int]
) -> None:
    opened(page, f"{server}?year=2009&view=baltic", size)
    title, join = page.locator("h1.headline"), "Albania and Croatia join"
    expect(title).to_have_text(f"{join} (beyond this map)")
    page.locator("[name=year][type=range]").press("ArrowRight")
    expect(title).to_have_text("Lisbon Summit adopts a new Strategic Concept")
    opened(page, f"{server}?year=2009&view=europe", size)
    expect(title).to_have_text(join)
