"""The atlas of a membership other than NATO, in the hand of a reader: from a link to a card, and back to NATO."""

import re

import pytest
from atlas_page import Open
from playwright.sync_api import expect

from data.memberships.answers import last_day_of
from data.memberships.picture import picture_of
from data.memberships.reader import current_membership
from geo.drawing.palette import inks_of
from geo.lesson.of_membership import lesson_of

pytestmark = pytest.mark.unpainted

EU = current_membership("eu")
NATOS_OWN = (
    ".columns, .statement-list, .figure.small:visible,"
    " input[name=draft], input[name=words], input[name=layer][value=front]"
)


def test_the_european_union_is_a_whole_atlas_and_leads_back_to_nato(open_atlas: Open) -> None:
    atlas = open_atlas("?membership=eu&year=2004", color_scheme="light")
    expect(atlas.page).to_have_title(re.compile(re.escape(EU.title)))
    picture = picture_of(EU, last_day_of(EU, 2004))
    year, shown = atlas.shown()
    assert year == 2004
    assert shown == {unit: picture.units[unit].status for unit in shown}
    expect(atlas.root.locator("h1")).to_have_text(picture.headline.title)
    expect(atlas.row("candidate")).to_have_attribute("data-count", str(picture.counts["candidate"]))
    fill = atlas.unit("POL").evaluate("(path) => getComputedStyle(path).fill")
    assert tuple(map(int, re.findall(r"\d+", fill))) == tuple(bytes.fromhex(inks_of(EU, "light")["member"].fill[1:]))
    expect(atlas.root.locator("[data-flag='2004']")).to_have_text("+10")
    expect(atlas.root.locator("[data-flag='2020'][data-left]")).to_have_text("−1")
    expect(atlas.root.locator(NATOS_OWN)).to_have_count(0)
    lesson = atlas.root.locator(".footer .start-lesson")
    expect(lesson).to_have_attribute("href", re.compile(r"/teach\?membership=eu$"))
    expect(lesson).to_contain_text(f"{lesson_of(EU).minutes:g} min")

    first, last = EU.first_day.year, EU.as_of.year
    atlas.page.mouse.move(*atlas.along_slider((2004 - first) / (last - first)))
    atlas.page.mouse.down()
    atlas.page.mouse.move(*atlas.along_slider(0.999), steps=8)
    atlas.page.mouse.up()
    expect(atlas.root).to_have_attribute("data-year", str(last))
    expect(atlas.unit("GBR")).to_have_attribute("data-status", "none")
    atlas.click_unit("GBR")
    card = atlas.card(unit="GBR")
    expect(card.locator(".card-status strong")).to_contain_text("until 31 January 2020")
    expect(card.locator(".stretch")).to_have_count(len(EU.rows_of["GBR"]))
    expect(card.locator(".sources a").first).to_be_visible()
    atlas.at_rest(membership="eu", year=last, country="GBR")

    atlas.root.locator(".menu-button").click()
    nato = atlas.root.locator("[data-membership='']")
    nato.click()
    atlas.page.wait_for_url(lambda url: "membership" not in url)
    expect(atlas.root).to_have_attribute("data-ready", "true")
    atlas.at_rest(membership=None, year=last)
    expect(atlas.root.locator(".columns")).to_be_visible()
    expect(atlas.unit("GBR")).to_have_attribute("data-status", "member")
