"""A lesson made in the browser: a view taken by hand, edited, put in order, undone, saved, loaded, given away."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from geo.lesson import current_lesson, parse_lesson

Watched = Callable[..., AbstractContextManager[Page]]
OURS = current_lesson()
TAG = "<script>window.broken = 1</script> *b*"
# Streamlit asks for these beside the page's own address first.
PARDON = "404"


def stop_names(page: Page) -> list[str]:
    return [
        " ".join(text.split())
        for text in page.get_by_role("radiogroup", name="Stops").locator("label").all_inner_texts()
    ]


def test_a_lesson_is_made_from_views_of_the_atlas(server: str, watched: Watched, tmp_path: Path) -> None:
    with watched(pardon=PARDON) as page:
        page.goto(f"{server}lesson")
        expect(page.locator("[data-atlas]")).to_have_attribute("data-ready", "true")
        slider = page.locator("input[type=range][name=year]")
        slider.press("End")
        slider.press("ArrowLeft")
        page.get_by_role("button", name="Take this view as a stop").click()
        year = page.locator("[data-atlas]").get_attribute("data-year")
        expect(page.get_by_test_id("stAlert")).to_contain_text(f"Stop 2 shows {year}")

        title = page.get_by_label("Title", exact=True)
        title.fill(TAG)
        title.press("Tab")
        expect(page.get_by_role("radiogroup", name="Stops")).to_contain_text(f"2 · {year} · {TAG}")
        assert page.evaluate("window.broken") is None

        page.get_by_role("button", name="Down", exact=True).click()
        expect(page.get_by_role("radiogroup", name="Stops")).to_contain_text(f"3 · {year} · {TAG}")
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
        expect(page.get_by_role("radiogroup", name="Stops")).to_contain_text(f"3 · {year} · {TAG}")

        for _ in range(3):
            page.get_by_role("button", name="Undo").click()
        expect(page.get_by_role("radiogroup", name="Stops")).not_to_contain_text(TAG)
        expect(page.get_by_role("button", name="Undo")).to_be_disabled()
        assert len(stop_names(page)) == len(OURS.stops)

        # What is made opens: the page of the lesson, as a file.
        row = page.get_by_role("button", name="Make", exact=True).first
        row.click()
        with page.expect_download(timeout=60_000) as made:
            page.get_by_role("button", name="Download lesson.html").click(timeout=60_000)
        made.value.save_as(tmp_path / "lesson.html")
        found = Axe().run(page, options={"rules": {"region": {"enabled": False}}})
        serious = [each["id"] for each in found.response["violations"] if each["impact"] in {"serious", "critical"}]
        assert not serious, found.generate_report()

        page.goto((tmp_path / "lesson.html").as_uri())
        expect(page.locator("[data-atlas]")).to_have_attribute("data-stop", "1")
