"""A lesson made in the browser: a view taken by hand, edited, put in order, undone, saved, loaded, given away."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from heard import faults
from playwright.sync_api import Locator, Page, expect
from rested import patient as patient

from data.picture import picture_on
from data.timeline import picture_day
from data.words import words
from geo.lesson.lesson import current_lesson, parse_lesson

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
OURS = current_lesson()
TAG = "<script>window.broken = 1</script> *b*"
# Streamlit asks for these beside the page's own address first.
PARDON = "404"
PATIENCE_MS = 120_000  # a server that has just started still draws its maps


def stops_with(page: Page, text: str) -> Locator:
    """The list of stops where it holds a text; for a moment after a change the old one is there too."""
    return page.get_by_role("radiogroup", name="Stops").filter(has_text=text)


def rested(page: Page) -> None:
    """Wait until the page's script has run: what is typed before its fields are there anew is not theirs."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator('[data-stale="true"]')).to_have_count(0)


def press(page: Page, name: str) -> None:
    rested(page)
    button = page.get_by_role("button", name=name, exact=True)
    expect(button).to_have_count(1)
    button.click()


def test_on_a_phone_the_map_has_most_of_the_stage(server: str, watched: Watched) -> None:
    with watched(pardon=PARDON, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as page:
        page.goto(f"{server}lesson")
        atlas = page.locator("[data-atlas]")
        expect(atlas).to_have_attribute("data-ready", "true", timeout=PATIENCE_MS)
        stage, whole = page.locator(".map-area").bounding_box(), atlas.bounding_box()
        assert stage
        assert whole
        assert stage["height"] > whole["height"] * 0.4
        handle = page.locator(".handle")
        expect(handle).to_have_attribute("aria-expanded", "false")
        handle.press("ArrowUp")
        expect(page.locator('[data-legend] button[data-status="member"]')).to_be_in_viewport()


def test_on_a_very_wide_screen_the_frame_holds_headline_map_and_timeline(server: str, watched: Watched) -> None:
    with watched(pardon=PARDON, viewport={"width": 3840, "height": 2160}) as page:
        page.goto(f"{server}lesson")
        atlas = page.locator("[data-atlas]")
        expect(atlas).to_have_attribute("data-ready", "true", timeout=PATIENCE_MS)
        for name in (".headline", ".told-more", ".figures", ".timeline .ticks"):
            part = atlas.locator(name).first
            expect(part).to_be_in_viewport(ratio=1)
            assert part.evaluate("(part) => part.scrollHeight - part.clientHeight") <= 1, name
        stage, whole = page.locator(".map-area").bounding_box(), atlas.bounding_box()
        assert stage
        assert whole
        assert stage["width"] > whole["width"] / 2
        assert stage["height"] > whole["height"] / 2


def test_menu_and_tools_stand_beside_the_map_of_the_frame(server: str, watched: Watched) -> None:
    with watched(pardon=PARDON, viewport={"width": 1280, "height": 720}) as page:
        page.goto(f"{server}lesson")
        expect(page.locator("[data-atlas]")).to_have_attribute("data-menu", "beside", timeout=PATIENCE_MS)
        stage = page.locator(".map-area").bounding_box()
        assert stage
        for name in (".menu-button", ".tools"):
            box = page.locator(name).bounding_box()
            assert box
            assert box["x"] + box["width"] < stage["x"], name


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
def test_a_long_headline_stands_whole_over_what_keys_scroll(
    server: str, watched: Watched, width: int, height: int
) -> None:
    with watched(pardon=PARDON, viewport={"width": width, "height": height}) as page:
        page.goto(f"{server}lesson")
        atlas = page.locator("[data-atlas]")
        expect(atlas).to_have_attribute("data-ready", "true", timeout=PATIENCE_MS)
        atlas.locator(".typed").fill("2008")
        atlas.locator(".typed").press("Enter")
        expect(atlas).to_have_attribute("data-year", "2008")
        title, more = atlas.locator(".title-block"), atlas.locator(".told-more")
        assert title.evaluate("(part) => part.scrollHeight - part.clientHeight") <= 1
        expect(atlas.locator(".headline")).to_be_in_viewport(ratio=1)
        if more.evaluate("(part) => part.scrollHeight - part.clientHeight") > 1:
            expect(more).to_have_attribute("tabindex", "0")


def test_keys_go_past_the_map_to_the_stops(server: str, watched: Watched) -> None:
    with watched(pardon=PARDON) as page:
        page.goto(f"{server}lesson")
        expect(page.locator("[data-atlas]")).to_have_attribute("data-ready", "true", timeout=PATIENCE_MS)
        rested(page)
        past = page.get_by_role("link", name=words()["lesson_page"]["to_stops"])
        past.focus()
        expect(past).to_have_css("opacity", "1")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Stops", exact=True)).to_be_in_viewport()
        chosen = stops_with(page, OURS.stops[0].title).locator("input:checked")
        page.keyboard.press("Tab")
        if not chosen.evaluate(
            "(radio) => radio === document.activeElement"
        ):  # the link of the heading, once it is there
            page.keyboard.press("Tab")
        expect(chosen).to_be_focused()


def test_a_long_list_of_stops_fades_where_more_follow_and_its_last_stands_clear(server: str, watched: Watched) -> None:
    with watched(pardon=PARDON) as page:
        page.goto(f"{server}lesson")
        last = stops_with(page, OURS.stops[0].title).locator("label").last
        last.wait_for(timeout=PATIENCE_MS)
        rested(page)
        last.scroll_into_view_if_needed()
        fade, below = page.locator(".st-key-lesson_stops").evaluate("""(list) => {
          list.scrollTop = list.scrollHeight;
          const last = [...list.querySelectorAll('label')].at(-1).getBoundingClientRect();
          const {maskImage} = getComputedStyle(list);
          return [Number(maskImage.match(/([\\d.]+)px\\)$/)?.[1]), list.getBoundingClientRect().bottom - last.bottom];
        }""")
        assert 20 < fade <= below + 1


def test_a_lesson_is_made_from_views_of_the_atlas(server: str, watched: Watched, tmp_path: Path) -> None:
    with watched(pardon=PARDON, painted=True) as page:
        page.goto(f"{server}lesson")
        expect(page.locator("[data-atlas]")).to_have_attribute("data-ready", "true", timeout=PATIENCE_MS)
        expect(
            page.get_by_role("button", name="Open the pupils’ page").or_(
                page.get_by_role("link", name="Open the pupils’ page")
            )
        ).to_be_visible()
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
        assert faults(page, without=["region"], grave=True) == []

        slider = page.locator("input[type=range][name=year]")
        slider.press("End")
        slider.press("ArrowLeft")
        page.get_by_role("button", name="Take this view as a stop").click()
        year = page.locator("[data-atlas]").get_attribute("data-year") or ""
        expect(page.get_by_test_id("stAlert")).to_contain_text(f"Stop 2 shows {year}")

        # Until the script has run, the fields of the stop before stand beside those of the new one.
        rested(page)
        title = page.get_by_label("Title", exact=True)
        headline = picture_on(picture_day(int(year))).headline.title
        expect(title).to_have_value(headline)
        title.fill(TAG)
        # A button pressed while the words are still in the field takes them along.
        page.get_by_role("button", name="Down", exact=True).click()
        expect(stops_with(page, f"3 · {year} · {TAG}")).to_have_count(1)
        assert page.evaluate("window.broken") is None

        rested(page)
        with page.expect_download() as saved:
            page.get_by_role("button", name="Save as a file (TOML)").click()
        path = tmp_path / "mine.toml"
        saved.value.save_as(path)
        mine = parse_lesson(path.read_text(encoding="utf-8"))
        assert [stop.title for stop in mine.stops[:4]] == [
            OURS.stops[0].title,
            OURS.stops[1].title,
            TAG,
            OURS.stops[2].title,
        ]

        wrong = tmp_path / "wrong.toml"
        wrong.write_text(path.read_text(encoding="utf-8").replace("year = 1952", "year = 1852"), encoding="utf-8")
        page.locator("input[type=file]").set_input_files(wrong)
        expect(page.get_by_test_id("stAlert").first).to_contain_text(
            re.compile(r"wrong\.toml line \d+: stop 2, year: 1852")
        )
        expect(stops_with(page, f"3 · {year} · {TAG}")).to_have_count(1)

        for back in (
            f"2 · {year} · {TAG}",
            f"2 · {year} · {headline}",
            f"2 · {OURS.stops[1].year} · {OURS.stops[1].title}",
        ):
            press(page, "Undo")
            expect(stops_with(page, back)).to_have_count(1)
        expect(page.get_by_role("button", name="Undo")).to_be_disabled()
        expect(page.get_by_text(f"{len(OURS.stops)} stops, {OURS.minutes:g} minutes.")).to_be_visible()

        # What is made opens: the page of the lesson, as a file.
        rested(page)
        page.get_by_role("button", name="Make lesson.html", exact=True).first.click()
        fetch = page.get_by_role("button", name="Download lesson.html")
        expect(page.get_by_role("button", name="Cancel").or_(fetch)).to_be_visible()
        expect(fetch).to_be_visible(timeout=PATIENCE_MS)
        with page.expect_download() as made:
            fetch.click()
        made.value.save_as(tmp_path / "lesson.html")
        page.goto((tmp_path / "lesson.html").as_uri())
        expect(page.locator("[data-atlas]")).to_have_attribute("data-cover", "title")
