"""Two memberships side by side, on the page Compare and as one picture to take away."""

import io
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)

from data.dates import spelled
from data.memberships.compare import asked_for, common_days, compared, comparison_csv, sentence
from data.memberships.shipped import shipped, shipped_ids
from data.tables import current_tables
from geo.drawing.offered import view_name
from geo.pair_of_memberships import views_of
from geo.publish.unbroken import with_whole_dates
from geo.wire.assets import current_assets
from geo.wire.day_pictures import PAIR_FORMS, day_picture, membership_name, memberships_name
from pages.parts.markdown import as_markdown_text
from pages.parts.two_memberships import _maps
from tests.each import for_each

PAGE = Path(__file__).parent.parent / "pages" / "compare.py"
NATO, EU = shipped("nato"), shipped("eu")
TWO = compared(NATO, EU, date(2004, 5, 1))


def opened(**asked: str) -> AppTest:
    app = AppTest.from_file(PAGE, default_timeout=60)
    for name, value in asked.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def test_a_link_to_two_memberships_begins_with_them() -> None:
    app = opened(first="nato", second="eu", day="2004-05-01")
    assert [title.value for title in app.title] == ["Any two memberships"]
    assert [each.value for each in app.header] == ["Years side by side", "Any two days"]
    assert app.markdown[0].value == f"**{as_markdown_text(sentence(TWO))}**"
    shown = "".join(each.proto.body for each in app.get("html"))
    assert current_assets().has(membership_name(EU, TWO.day, "europe", "light"))
    assert membership_name(EU, TWO.day, "europe", "light") in shown
    assert memberships_name(TWO, "light", "pptx") in shown
    assert "./?membership=eu&amp;day=2004-05-01" in shown
    assert shown.count('<tr class="group">') == 3
    assert with_whole_dates("Member since 18 February 1952</td><td>Candidate") in shown


def test_a_choice_moves_nothing_and_stands_in_the_address() -> None:
    app = opened(first="nato", second="eu", day="2004")
    app.selectbox(key="second_membership").select("schengen").run()
    assert [title.value for title in app.title] == ["Any two memberships"]
    assert app.query_params == {"first": "nato", "second": "schengen", "day": "2004"}
    assert "the Schengen area" in app.markdown[0].value
    app.selectbox(key="second_membership").select("nato").run()
    assert "Both are the same" in app.info[0].value


@pytest.mark.parametrize("asked", [{"from": "1999", "to": "2004"}, {"to": "2004"}])
def test_a_link_to_two_days_begins_with_them(asked: dict[str, str]) -> None:
    app = opened(**asked)
    assert [title.value for title in app.title] == ["Any two days"]
    assert [each.value for each in app.header] == ["Years side by side", "Any two memberships"]


def test_without_a_link_they_come_last_and_leave_the_address_alone() -> None:
    app = opened(second="utopia", day="1960")
    assert "utopia" in "".join(each.proto.body for each in app.get("html"))
    assert "On 31 December 1960" in app.markdown[0].value
    quiet = opened()
    assert quiet.header[-1].value == "Any two memberships"
    assert quiet.query_params == {}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            {"day": "1950"},
            "the tables of NATO and of the European Union both cover the days from 23 July 1952 to 30 December 2025",
        ),
        ({"day": "tomorrow"}, "tomorrow"),
        ({"first": "warsaw_pact", "second": "euro"}, "The Warsaw Pact and the euro area have no day in common"),
    ],
)
def test_a_day_that_is_none_is_told(asked: dict[str, str], told: str) -> None:
    assert any(told in each.value for each in opened(**asked).error)


def test_a_year_is_its_last_day_that_both_cover() -> None:
    assert asked_for("2004", NATO, EU) == date(2004, 12, 31)
    assert asked_for(" 2025 ", NATO, EU) == EU.as_of
    assert asked_for("1 May 2004", NATO, EU) == TWO.day
    with pytest.raises(ValueError, match="both cover"):
        asked_for("2025-12-31", NATO, EU)


def test_the_picture_has_both_maps_each_with_its_key() -> None:
    made = {form: day_picture(memberships_name(TWO, "light", form), current_tables()) for form in PAIR_FORMS}
    assert all(made.values())
    sheet = ElementTree.fromstring(made["svg"]().decode() if made["svg"] else "")
    text = " ".join("".join(each.itertext()) for each in sheet.iter() if each.tag.endswith("text"))
    for said in ("NATO and European Union, 1 May 2004", "26 members", "25 members", "Member: 26", "Candidate: 3"):
        assert said in text
    for each in (NATO, EU):
        assert f"as of {spelled(each.as_of)}" in text
    left, right = (each for each in sheet if each.tag.endswith("svg"))
    fills = [{p.get("data-unit"): p.get("fill") for p in side.iter() if p.get("data-unit")} for side in (left, right)]
    assert fills[0]["FRA"] == fills[1]["FRA"] == fills[0]["TUR"] != fills[1]["TUR"]
    ids = [each.get("id") for each in sheet.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    (slide,) = Presentation(io.BytesIO(made["pptx"]() if made["pptx"] else b"")).slides
    assert with_whole_dates(sentence(TWO)) in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_two_that_share_no_view_have_each_its_own() -> None:
    asean = shipped("asean")
    assert shipped_ids()[:2] == ("nato", "eu")
    assert views_of(NATO, EU) == ("europe", "europe")
    assert views_of(NATO, asean)[0] == "europe" != views_of(NATO, asean)[1]


@pytest.mark.slow
@for_each("first, second", combinations(shipped_ids(), 2))
def test_any_two_are_shown_and_told_by_their_views(first: str, second: str) -> None:
    two = shipped(first), shipped(second)
    if not (common := common_days(*two)):
        return
    compared_on = compared(*two, common[1])
    drawn = _maps(compared_on, "light", "base")
    for membership, view in zip(two, views_of(*two), strict=True):
        assert membership_name(membership, common[1], view, "light") in drawn
        assert f"{view_name(view)} on {spelled(common[1])}" in drawn


@pytest.mark.parametrize(
    "name",
    ["eastward-nato-and-eu-1950-01-01-light.png", "eastward-nato-and-atlantis-2004-05-01-light.png",
     "small-eu-in-atlantis-2004-05-01-light.png", "small-atlantis-in-europe-2004-05-01-light.png"],
)  # fmt: skip
def test_there_is_no_picture_of_what_is_not(name: str) -> None:
    assert not current_assets().has(name)


def test_the_table_is_the_comparison() -> None:
    assert comparison_csv(TWO).count("\n") == len(TWO.rows) + 1
