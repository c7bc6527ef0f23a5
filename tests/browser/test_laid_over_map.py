"""A membership laid over the map in the hand of a reader: by a link, in the menu, on another view, and away again."""

import re
from collections.abc import Mapping

import pytest
from atlas_page import PHONE, Open, box_of
from playwright.sync_api import expect

from data.memberships.laid_over import ground_of_members
from data.memberships.shipped import shipped
from data.tables import current_tables
from data.timeline import picture_day

pytestmark = pytest.mark.unpainted


def test_a_membership_is_laid_over_and_taken_away(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004&view=baltic&over=schengen")
    over = atlas.root.locator("[data-overlay=over] [data-over]")
    ground = ground_of_members(shipped("schengen"), picture_day(2004, current_tables()))
    expect(over.and_(atlas.root.locator("[data-over=SWE]"))).to_have_count(1)
    drawn = set(over.evaluate_all("(paths) => paths.map(({dataset}) => dataset.over)"))
    assert drawn <= set(ground)
    assert "EST" not in drawn
    row = atlas.root.locator("[data-key] [data-sign=over]")
    expect(row).to_have_text("In the Schengen area")

    atlas.root.locator(".menu-button").click()
    choice = atlas.root.get_by_label("Lay over")
    expect(choice).to_have_value("schengen")
    choice.select_option(label="European Union")
    expect(row).to_have_text("In the European Union")
    expect(over.and_(atlas.root.locator("[data-over=EST]"))).to_have_count(1)
    atlas.root.locator("input[name=view][value=europe]").check()
    expect(over.and_(atlas.root.locator("[data-over=PRT]"))).to_have_count(1)
    atlas.at_rest(over="eu", year=2004)

    choice.select_option(value="")
    expect(over).to_have_count(0)
    expect(row).to_have_count(0)
    atlas.at_rest(over=None, year=2004)

    atlas.page.evaluate("() => void (window.fetch = () => Promise.reject(new TypeError()))")
    choice.select_option(label="Council of Europe")
    expect(atlas.root.locator(".notice", has_text="could not be fetched")).to_be_visible()
    expect(choice).to_have_value("")
    atlas.at_rest(over=None, year=2004)


def letters_of(box: Mapping[str, float]) -> Mapping[str, float]:
    """What the letters of a name cover: its box is as high as a line, which is more."""
    spare = 0.2 * box["height"]
    return {**box, "y": box["y"] + spare, "height": box["height"] - 2 * spare}


@pytest.mark.parametrize("asked", ["over=eu", "layers=front,names,eu"])
def test_small_members_wear_one_mark_whole_and_clear_of_names(open_atlas: Open, asked: str) -> None:
    """And a pattern of their own that goes on from it."""
    atlas = open_atlas(f"?year=2017&view=europe&{asked}")
    for unit in ("MLT", "LUX"):
        mark = atlas.root.locator(f".overlays [data-lone={unit}]:not([hidden])")
        expect(mark).to_have_count(1)
        patch = atlas.root.locator(f"[data-overlay] [data-over={unit}]:not([data-overlay=disputed] *)")
        expect(patch).to_have_attribute("fill", re.compile(rf"^url\(#europe-\w+-{unit}\)$"))
        names = [letters_of(box_of(name)) for name in atlas.root.locator("text.name").all()]
        assert len(names) > 10
        one = box_of(mark)
        beyond = ("x", "width"), ("y", "height")
        assert not [
            name
            for name in names
            if all(one[at] < name[at] + name[long] and name[at] < one[at] + one[long] for at, long in beyond)
        ], unit
    for unit in ("FRA", "EST"):
        expect(atlas.root.locator(f"[data-lone={unit}]:not([hidden])")).to_have_count(0)
    own = atlas.root.locator("pattern[id^=europe-][id$=-EST]")
    own_fill = f"[data-overlay] [data-over=EST][fill='url(#{own.get_attribute('id')})']"
    expect(atlas.root.locator(own_fill)).to_have_count(1)


def test_a_pattern_laid_over_costs_no_name_on_a_phone(open_atlas: Open) -> None:
    asked = "?membership=eu&year=2024&view=europe"
    plain, under = (
        [name.get_attribute("data-name") for name in open_atlas(each, size=PHONE).root.locator("text.name").all()]
        for each in (asked, f"{asked}&over=schengen")
    )
    assert {"ITA", "FIN", "SRB"} <= set(plain)  # of whom nine are candidates; these come before members
    assert sorted(plain) == sorted(under)


def test_a_mark_alone_lies_above_all_lines_as_on_pictures(open_atlas: Open) -> None:
    """On land so small a coast or the gold of who joined reaches into it."""
    atlas = open_atlas("?year=2004&view=europe&over=eu")
    atlas.root.locator(".overlays [data-lone=MLT]:not([hidden])").wait_for(state="attached")
    beneath = """([first, other]) => Boolean(first.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)"""
    lone = atlas.root.locator(".overlays [data-lone=MLT]").element_handle()
    for line in (".borders path", ".news-edge", ".fronts path"):
        assert atlas.page.evaluate(beneath, [atlas.root.locator(line).last.element_handle(), lone]), line
    assert atlas.page.evaluate(beneath, [lone, atlas.root.locator("text.name").first.element_handle()])
