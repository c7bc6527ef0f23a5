"""A card opened on the map of another day says so; what a small map has no room to name stands in a list beside it."""

import pytest
from atlas_page import DAYS, SHORT_PHONE, Open
from playwright.sync_api import expect
from rested import holds

from data.words import phrase

pytestmark = pytest.mark.unpainted

SAID = "2021-11-30-putin-russia-calling"


def test_a_statement_over_the_map_of_another_day_says_so_and_leads_to_its_own(open_plain: Open) -> None:
    atlas = open_plain(f"?day=1966-03-07&statement={SAID}")
    line = atlas.root.locator("[data-other-day]")
    assert atlas.root.get_attribute("data-day") == "1966-03-07"
    expect(line).to_be_visible()
    line.get_by_role("button", name="Go to 30 November 2021").click()
    expect(atlas.root).to_have_attribute("data-day", DAYS[SAID])
    expect(atlas.root.locator(f'[data-card][data-statement="{SAID}"]')).to_be_visible()
    expect(line).to_be_hidden()


def test_a_small_map_lists_whom_it_numbers(open_plain: Open) -> None:
    atlas = open_plain("?year=2004", size=SHORT_PHONE)
    listed = atlas.root.locator(".sheet > [data-numbered]")
    expect(listed).to_be_visible()
    names = {"Bulgaria", "Estonia", "Latvia", "Lithuania", "Romania", "Slovakia", "Slovenia"}

    def numbered() -> dict[str, str]:
        rows = listed.locator("li:has(b)").all_inner_texts()
        return dict(item.split(maxsplit=1) for item in rows)

    def list_and_map_agree() -> None:
        told = numbered()
        on_map = atlas.root.locator("text.name[data-joined]").all_text_contents()
        in_gold = listed.locator("[data-in-gold]").all_inner_texts()
        assert len(in_gold) <= 1
        assert {told.get(text, text) for text in on_map} | {line.split()[-1] for line in in_gold} == names
        assert len(told) > 9 or [*told.values()] == sorted(told.values())  # with two digits who is missed comes last

    holds(atlas.page, list_and_map_agree)
    # Where nobody joined, the few that have a status come first: who is on a path, and Moscow's allies.
    few = {"Bosnia and Herzegovina", "Georgia", "Ukraine", "Belarus", "Russia"}

    def few_are_told() -> None:
        told = [name in few for name in numbered().values()]
        assert any(told)

    atlas.root.press("End")
    holds(atlas.page, few_are_told)
    atlas.set_year(2023)  # Finland's name has room; who is invited comes first
    holds(atlas.page, lambda: next(iter(numbered().values())) == "Sweden")


def test_the_list_says_that_its_names_stand_on_the_map_and_the_key_names_those_without_a_number(
    open_plain: Open,
) -> None:
    atlas = open_plain("?year=1990", size=SHORT_PHONE)
    listed, key = atlas.root.locator(".sheet > [data-numbered]"), atlas.root.locator(".map-key [data-numbered]")
    belgium, gold = {"number": "1", "text": "Belgium", "joined": False}, {"number": "", "text": "Malta", "joined": True}
    lost = [
        {"number": "", "text": name, "joined": False, "status": status}
        for name, status in (("Luxembourg", "member"), ("Jordan", "dialogue_partner"), ("France", "member"))
    ]
    members = f"{phrase('status', 'member', 'short')}: Luxembourg, France (no room for a name)"
    others = f"{phrase('status', 'dialogue_partner', 'short')}: Jordan (no room for a name)"
    for told, rows in (([belgium, gold, *lost], ["1 Belgium", "Joined this year: Malta"]), (lost, [])):
        atlas.root.evaluate("(root, detail) => root.dispatchEvent(new CustomEvent('numbered', {detail}))", told)
        expect(listed.locator("li")).to_have_text(rows)
        expect(listed.get_by_text("On the map:")).to_be_visible(visible=bool(rows))
        expect(key.locator("li")).to_have_text([members, others])
        expect(key.get_by_text("On the map:")).to_be_hidden()


@pytest.mark.parametrize("asked", ["?year=2013&view=world", "?year=2015&country=FRA"], ids=["world", "card"])
def test_nobody_has_a_number_who_would_but_be_missed_on_the_world_and_beside_a_card(
    open_atlas: Open, asked: str
) -> None:
    atlas = open_atlas(asked, size=SHORT_PHONE)
    missed = {"Czech Republic", "Germany", "Hungary", "Kazakhstan", "Mongolia", "Bulgaria"}
    listed = atlas.root.locator(".sheet > [data-numbered] li")
    assert not [told for told in listed.all_text_contents() if told.split(maxsplit=1)[-1] in missed]
