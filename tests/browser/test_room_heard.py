"""A class in its room breaks no rule of accessibility: each page of the wall and each of a phone, light and dark."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from class_pages import WALL
from heard import faults
from phones import PHONE, tap
from playwright.sync_api import Page, expect
from rested import patient as patient

Watched = Callable[..., AbstractContextManager[Page]]


def test_no_page_of_a_room_breaks_a_rule(watched: Watched, server: str) -> None:
    found: dict[str, list[str]] = {}

    def look(name: str, *pages: Page) -> None:
        for page in pages:
            for scheme in ("dark", "light"):
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                page.wait_for_function("document.getAnimations().length === 0")
                if wrong := faults(page):
                    found[f"{name}, {'wall' if page is wall else 'phone'}, {scheme}"] = wrong

    with watched(bypass_csp=True) as wall, watched(bypass_csp=True, **PHONE) as phone:
        at = wall.locator("[data-atlas]")
        wall.goto(f"{server}{WALL}?stop=2", timeout=90_000)
        expect(at).to_have_attribute("data-halted", "true")
        phone.goto(f"{server}join", timeout=90_000)
        expect(phone.get_by_role("button", name="Take part")).to_be_visible()
        look("the code is typed", phone)
        wall.keyboard.press("a")
        expect(at).to_have_attribute("data-live", "start")
        look("before the room", wall)
        wall.keyboard.press("Enter")
        expect(at).to_have_attribute("data-live", "door")
        code = wall.locator(".live-code").get_attribute("data-code")
        phone.goto(f"{server}join?code={code}")
        expect(phone.locator("[data-atlas]")).to_have_attribute("data-phone", "follow")
        expect(wall.locator(".live-phones")).to_have_text("1 phone")
        look("the door", wall, phone)
        wall.locator('[data-quiz="ask"]').click()
        expect(at).to_have_attribute("data-live", "ask")
        look("what can be asked", wall)
        wall.locator('[data-quiz="ask-stop"]').click()
        expect(phone.locator(".phone-ask h2")).to_be_visible()  # until then a tap opens a card
        for unit in ("GRC", "TUR"):
            tap(phone, unit)
        look("a question", wall, phone)
        phone.get_by_role("button", name="Send").tap()
        expect(wall.locator(".live-n")).to_have_text("1")
        wall.locator('[data-quiz="next"]').click()
        expect(phone.locator(".phone-vote").first).to_be_visible()
        expect(wall.locator(".live-bars")).to_be_visible()
        look("its answers", wall, phone)
        wall.locator('[data-quiz="board"]').click()
        expect(phone.locator(".phone-board")).to_be_visible()
        look("the board", wall, phone)
    assert found == {}
