"""The keys of the atlas and its play, which has a clock of its own here."""

import pytest
from atlas_page import CHANGES, FIRST, LAST, ROUNDS, TABLES, Open
from playwright.sync_api import expect
from rested import stop_clock

pytestmark = pytest.mark.unpainted

# ---------------------------------------------------------------------- keys

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
    stop_clock(atlas.page)
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
        stop_clock(atlas.page)
        atlas.button("Play").click()
        atlas.page.clock.run_for(3000)
        atlas.button("Pause").click()
        reached.append(atlas.year)
        atlas.page.clock.resume()
    assert 1960 < reached[0] < reached[1] < reached[2]


def test_play_runs_to_the_last_year_stops_and_starts_over(open_plain: Open) -> None:
    atlas = open_plain("?year=2020", alone=True)
    atlas.page.clock.install()
    stop_clock(atlas.page)
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
