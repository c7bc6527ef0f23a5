"""What the signs mean is in reach of the first screen, in every window too small for the whole key."""

import pytest
from playwright.sync_api import Page, expect

from data.words import words

pytestmark = pytest.mark.unpainted

START_MS = 60_000
READY = '[data-atlas][data-ready="true"]'
SMALL = ((390, 844), (360, 640), (844, 390), (640, 360))
STRIPS = ((820, 1180), (1024, 768))


@pytest.mark.parametrize("size", SMALL, ids=str)
def test_a_small_class_page_has_its_key_behind_a_button(page: Page, server: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for stop in (5, 9, 12):
        page.goto(f"{server}class?stop={stop}")
        page.locator(READY).wait_for(timeout=START_MS)
        button, key = page.get_by_role("button", name="Key", exact=True), page.locator(".key")
        signs = key.locator(".sign-key li")
        expect(button).to_be_in_viewport(ratio=1)
        expect(signs.first).to_be_hidden()
        button.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(signs.first).to_be_in_viewport(ratio=1)
        box, map_box = key.bounding_box(), page.locator(".map-area").bounding_box()
        assert box
        assert map_box
        assert map_box["x"] - 1 <= box["x"] <= box["x"] + box["width"] <= map_box["x"] + map_box["width"] + 1, stop
        assert map_box["y"] - 1 <= box["y"] <= box["y"] + box["height"] <= map_box["y"] + map_box["height"] + 1, stop
        page.keyboard.press("Escape")
        expect(signs.first).to_be_hidden()
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(button).to_be_focused()
        expect(page.locator(".lesson")).to_be_visible()  # the key alone was left


def test_neither_the_lesson_nor_the_atlas_finds_the_key_open_that_the_other_left(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 844, "height": 390})
    page.goto(f"{server}class?stop=9")
    root, button, opened = page.locator(READY), page.locator(".key-button"), page.locator("[data-key-open]")
    root.wait_for(timeout=START_MS)
    button.press("Enter")
    expect(opened).to_have_count(1)
    page.keyboard.press("p")
    expect(root).not_to_have_attribute("data-layout", "projector")
    expect(opened).to_have_count(0)
    expect(root.locator(".title-block")).to_be_visible()  # which the atlas's key would have taken the place of
    root.locator(".key-opener").press("Enter")
    expect(opened).to_have_count(1)
    page.keyboard.press("p")
    expect(root).to_have_attribute("data-layout", "projector")
    expect(opened).to_have_count(0)
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".key .sign-key li").first).to_be_hidden()


def test_a_wall_has_its_key_beneath_the_map_and_no_button_for_it(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"{server}class?stop=9")
    page.locator(READY).wait_for(timeout=START_MS)
    expect(page.locator(".key .sign-key li").first).to_be_in_viewport(ratio=1)
    expect(page.locator(".key-button")).to_be_hidden()


@pytest.mark.parametrize("size", STRIPS, ids=str)
def test_a_strip_leads_to_the_signs_that_the_panel_has_no_room_for(
    page: Page, server: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{server}?year=2022&layers=front,statements,names,eu")
    root = page.locator(READY)
    root.wait_for(timeout=START_MS)
    button = root.get_by_role("button", name="Key", exact=True)
    expect(button).to_be_in_viewport(ratio=1)
    button.press("Enter")
    expect(root.locator(".sign-key")).to_be_focused()
    expect(root.locator(".sign-key li").last).to_be_in_viewport(ratio=1)
    root.locator(".statement-row").first.press("Enter")
    expect(root.locator("[data-card]")).to_be_visible()
    expect(root.locator(".sign-key")).not_to_be_in_viewport()  # the card has its place, and it comes after
    button.press("Enter")
    expect(root.locator(".map-key")).to_be_focused()
    expect(root.locator("[data-legend] [data-count]").first).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)], ids=str)
def test_the_key_stands_beside_the_map_while_a_card_is_open(page: Page, server: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{server}?year=1976&country=EST")
    root = page.locator(READY)
    root.wait_for(timeout=START_MS)
    title, key = root.locator(".title-block"), root.locator(".map-key")
    for sign in ("outlined", "front_russia", "front_bloc"):
        expect(title.locator(f'.sign-key [data-sign="{sign}"]')).to_be_in_viewport(ratio=1)
    statuses = title.locator('[data-status="member"]:visible').filter(has_text="15")
    expect(statuses).to_have_count(1)
    expect(statuses).to_be_in_viewport(ratio=1)
    page.set_viewport_size({"width": 1024, "height": 768})
    assert key.evaluate("(key) => key.closest('.sheet') !== null")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    assert key.evaluate("(key) => key.closest('.title-block') !== null")
    root.locator("[data-card] .close").press("Enter")
    assert key.evaluate("(key) => key.closest('.overview') !== null")
    expect(root.locator(".title-block .key-row").first).to_be_hidden()


def test_a_low_column_leads_to_the_signs_for_which_it_has_no_room(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"{server}?year=2008&country=GEO")
    root = page.locator(READY)
    root.wait_for(timeout=START_MS)
    front = root.locator('.title-block .sign-key [data-sign="front_russia"]')
    expect(front).not_to_be_in_viewport()
    button = root.get_by_role("button", name="Key", exact=True)
    button.press("Enter")
    expect(front).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [(1024, 768), (820, 1180), (390, 844)], ids=str)
def test_an_open_card_leaves_the_key_in_reach(page: Page, server: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{server}?year=2008&country=UKR")
    root = page.locator(READY)
    root.wait_for(timeout=START_MS)
    card, legend = root.locator("[data-card]"), root.locator("[data-legend]")
    button, short = root.get_by_role("button", name="Key", exact=True), root.locator(".title-block .key-row")
    expect(card).to_be_visible()
    expect(legend).not_to_be_in_viewport()
    expect(short.first).to_be_in_viewport(ratio=1)
    button.press("Enter")
    expect(legend.locator('[data-status="member"]').first).to_be_in_viewport(ratio=1)
    root.locator("[data-card] .close").press("Enter")
    expect(card).to_be_hidden()
    assert legend.evaluate("(legend) => legend.closest('.overview') !== null")
    expect(short.first).to_be_visible() if size[0] < 700 else expect(short.first).to_be_hidden()


@pytest.mark.parametrize("size", [(320, 640), (360, 640), (390, 844), (1280, 720)], ids=str)
def test_the_colours_of_the_statements_a_year_are_explained_over_them_or_with_the_key(
    page: Page, server: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{server}?year=1990&view=arctic")
    root = page.locator(READY)
    root.wait_for(timeout=START_MS)
    expect(root.locator(".bar-part").first).to_be_attached()
    over, beside = root.locator(".chart-key .chart-swatch"), root.locator(".bars-key")
    groups = words()["stance_group"]
    if size[0] > 360:
        expect(over).to_have_count(len(groups))
        expect(beside).to_be_hidden()
        return
    expect(over).to_have_count(0)
    root.get_by_role("button", name="Key", exact=True).press("Enter")
    expect(beside).to_be_visible()
    expect(beside).to_have_text(words()["timeline"]["statements"] + "".join(labels[0] for labels in groups.values()))
    assert [swatch.get_attribute("data-group") for swatch in beside.locator(".chart-swatch").all()] == list(groups)
