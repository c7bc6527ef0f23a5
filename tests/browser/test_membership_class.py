"""The class page of the European Union in a browser: its colours and words, who left outlined, and its own quiz."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.memberships.reader import current_membership
from geo.drawing.palette import inks_of
from geo.lesson.of_membership import lesson_of
from geo.lesson.quiz import quiz
from geo.publish.class_page import Reader, class_html

pytestmark = pytest.mark.unpainted

EU = current_membership("eu")
Watched = Callable[..., AbstractContextManager[Page]]


def test_a_class_sees_the_union_lose_a_member(watched: Watched, tmp_path: Path) -> None:
    lesson, file = lesson_of(EU), tmp_path / "eu.html"
    file.write_bytes(class_html(lesson, EU, reader=Reader.PUPIL))
    at = [stop.year for stop in lesson.stops].index(2020) + 1
    with watched(offline=True) as page:
        page.goto(f"{file.as_uri()}?stop={at}")
        expect(page.locator(".stop-title")).to_have_text("The United Kingdom leaves")
        expect(page.locator('path[data-unit="GBR"]')).to_have_attribute("data-status", "none")
        poland = page.locator('path[data-unit="POL"]')
        expect(poland).to_have_attribute("data-status", "member")
        red, green, blue = bytes.fromhex(inks_of(EU, "light")["member"].fill[1:])
        expect(poland).to_have_css("fill", f"rgb({red}, {green}, {blue})")
        expect(page.locator('.key .key-rows [data-status="candidate"]').first).to_contain_text("Candidate")
        page.keyboard.press("q")
        page.get_by_role("button", name="Begin").press("Enter")
        expect(page.locator(".quiz-prompt")).to_be_visible()
        (asked, *_) = quiz(int(page.url.rpartition("-")[2]), "easy", 5, EU)
        expect(page.locator(".quiz-prompt")).to_have_text(asked.prompt)
        page.goto(f"{file.as_uri()}?stop=end")
        expect(page.locator(".cover-figures")).to_contain_text("6 → 27 members")
