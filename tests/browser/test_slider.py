"""The slider of the atlas in a real browser: hand, finger, typed year and sentence."""

import re
from collections.abc import Callable

import pytest
from asked import asked
from atlas_page import FACTS, FIRST, LAST, NAMES, PHONE, QUIET_YEAR, ROUNDS, TABLES, VIEW, Open, known
from playwright.sync_api import expect

from data.dates import spelled
from data.headlines import spoken
from data.membership import status_at_year_end
from data.words import words as word_list

pytestmark = pytest.mark.unpainted

THEN = {"DEU": "West Germany", "TUR": "Turkey", "CZE": "Czech Republic"}  # the name of the day, where it was another
SHORT = word_list()["short_name"]
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


# ---------------------------------------------------------------------- the slider, live


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
        written = atlas.stage.locator("svg text").all_text_contents()
        told = atlas.root.locator(".sheet > .name-list li").all_text_contents()  # by their numbers there
        words = {"".join(text.split()).lstrip("0123456789") for text in (*written, *told)}
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


# ---------------------------------------------------------------------- a typed year


def test_a_year_may_be_typed_and_a_wrong_one_is_told(open_plain: Open) -> None:
    atlas = open_plain("?year=2004")

    def type_year(text: str) -> None:
        atlas.typed.fill(text)
        atlas.typed.press("Enter")

    type_year("1955")
    expect(atlas.root).to_have_attribute("data-year", "1955")
    type_year("1900")
    notices = atlas.root.locator(".notices")
    notice = notices.get_by_text(f"The atlas runs from {FIRST} to {spelled(TABLES.as_of)}; 1900 is outside it.")
    expect(notice).to_have_count(1)
    type_year("abcd")
    expect(notices.get_by_text("“abcd” is not a year or a day.")).to_have_count(1)
    expect(atlas.typed).to_have_value("1955")
    assert atlas.year == 1955
    atlas.button("Dismiss").first.click()
    expect(notice).to_have_count(0)
