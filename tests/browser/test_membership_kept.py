"""A membership is kept on every way out of its atlas: the map alone, the lesson, the room, the phone of a pupil."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page, expect

from data.memberships.reader import current_membership
from geo.lesson.of_membership import lesson_of
from geo.lesson.quiz import quiz

pytestmark = pytest.mark.unpainted

EFTA = current_membership("efta")
READY = '[data-atlas][data-ready="true"]'
Watched = Callable[..., AbstractContextManager[Page]]
PATIENCE_MS = 90_000


def test_the_map_alone_the_wall_and_a_phone_are_of_one_membership(watched: Watched, server: str) -> None:
    with watched() as page:
        page.set_default_timeout(PATIENCE_MS)
        page.set_default_navigation_timeout(PATIENCE_MS)
        page.goto(f"{server}embed?membership=efta&over=schengen&year=2012")
        expect(page.locator(READY)).to_have_attribute("data-year", "2012", timeout=PATIENCE_MS)
        expect(page.locator('.key [data-sign="over"]')).to_have_text("In the Schengen area", timeout=PATIENCE_MS)
        expect(page.locator('[data-overlay="over"] [data-over="NOR"]')).to_have_count(1)
        expect(page.locator('path[data-unit="NOR"]')).to_have_attribute("data-status", "member")
        for kept in ("over=schengen", "membership=efta"):
            expect(page.locator(".footer .full")).to_have_attribute("href", re.compile(rf"[?&]{kept}(&|$)"))
        page.set_viewport_size({"width": 390, "height": 844})
        expect(page.locator('.key [data-sign="over"]')).to_be_hidden()
        page.get_by_role("button", name="Key").click()
        expect(page.locator('.key [data-sign="over"]')).to_be_visible()

        page.goto(f"{server}teach?membership=efta&stop=2&quiz=easy-1")
        expect(page.locator(".quiz-prompt")).to_have_text(quiz(1, "easy", 1, EFTA)[0].prompt, timeout=PATIENCE_MS)
        page.goto(f"{server}teach?membership=efta&stop=2")
        expect(page.locator(".stop-title")).to_have_text(lesson_of(EFTA).stops[1].title, timeout=PATIENCE_MS)
        pupils = page.locator('.footer a[download$="pupils.html"]')
        expect(pupils).to_have_attribute("href", "/class?membership=efta")
        page.keyboard.press("a")
        page.locator('[data-quiz="open"]').click()
        code = page.locator(".live-qr img")
        expect(code).to_have_attribute("alt", re.compile(r"join\?code=[A-Z]{6}&membership=efta$"), timeout=PATIENCE_MS)
        found = re.search("code=([A-Z]{6})", code.get_attribute("alt") or "")
        assert found
        page.locator('[data-quiz="ask"]').click()
        expect(page.locator('[data-quiz="ask-quiz"], [data-quiz="ask-exit"]')).to_have_count(2)

        phone = page.context.new_page()
        phone.goto(f"{server}join?code={found[1]}")  # typed, as it stands on the wall
        phone.wait_for_url(re.compile(f"code={found[1]}&membership=efta"), timeout=PATIENCE_MS)
        sweden = phone.locator('path[data-unit="SWE"]')
        expect(sweden).to_have_attribute("data-status", "member", timeout=PATIENCE_MS)
        expect(phone.locator(".phone-bar, [data-phone]").first).to_be_visible()
        expect(phone.locator("[data-atlas]")).to_have_attribute("data-phone", "follow", timeout=PATIENCE_MS)
        phone.close()
