"""A country that an address opens and the map does not show: its card says so and leads to the map that does."""

import pytest
from atlas_page import Open
from playwright.sync_api import expect

pytestmark = pytest.mark.unpainted


def test_a_card_says_that_its_country_is_not_on_the_map_and_leads_to_one_that_shows_it(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2014&view=europe&country=JPN")
    line = atlas.root.locator("[data-card] [data-off-map]")
    expect(line).to_have_text("Not on this map. Show it on: World")
    line.get_by_role("button").click()
    expect(atlas.root).to_have_attribute("data-view", "world")
    expect(line).to_be_hidden()
    expect(atlas.root.locator('[data-card][data-unit="JPN"]')).to_be_visible()


@pytest.mark.parametrize("country", ["POL", "DZA", "RUS"])
def test_of_a_country_on_the_map_nothing_is_said(open_plain: Open, country: str) -> None:
    atlas = open_plain(f"?year=2014&view=europe&country={country}")
    expect(atlas.root.locator(f'[data-card][data-unit="{country}"]')).to_be_visible()
    expect(atlas.root.locator("[data-off-map]")).to_be_hidden()


def test_where_there_is_no_other_map_there_is_no_way_to_one(open_plain: Open) -> None:
    atlas = open_plain("?year=2014&country=JPN")
    line = atlas.root.locator("[data-off-map]")
    expect(line).to_have_text("Not on this map.")
    expect(line.get_by_role("button")).to_have_count(0)
