"""A teacher's own lesson from its address: on her page with notes, on the pupils' without, and what she gives away."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from class_pages import PUPILS, WALL
from playwright.sync_api import Page, expect

from geo.lesson.lesson import Lesson, Stop
from geo.lesson.link import lesson_hash

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
MINE = Lesson(
    "Mine <b>",
    "",
    (
        Stop(1955, "Fifteen <b>", view="world", text="A view that the page has to fetch.", notes="Say hello to 7b."),
        Stop(2004, "Seven", before=2003, question="Who?", focus=("EST",)),
    ),
)


def test_her_lesson_is_hers_on_the_wall_and_the_pupils_without_notes(server: str, watched: Watched) -> None:
    with watched() as page:
        root = page.locator("[data-atlas]")
        page.goto(f"{server}{WALL}?stop=1#{lesson_hash(MINE, for_teacher=True)}", timeout=90_000)
        expect(root).to_have_attribute("data-view", "world")
        expect(page.locator(".stop-title")).to_have_text("Fifteen <b>")
        expect(page).to_have_title("Mine <b> – Eastward")
        expect(page.locator(".footer a[download]")).to_have_count(0)  # it would give another lesson
        with page.expect_popup() as opened:
            page.keyboard.press("n")
        expect(opened.value.locator(".notes-text")).to_have_text("Say hello to 7b.")
        opened.value.keyboard.press("PageDown")
        expect(root).to_have_attribute("data-stop", "2")
        opened.value.close()
        page.locator(".foot-more summary").click()
        page.locator('[data-take="open"]').click()
        expect(page.locator(".take-code")).to_be_visible()
        expect(page.locator(".take-reach")).to_contain_text(re.compile(rf"Leads to \S+/{PUPILS}\?stop=2[,.] "))
        given = page.locator(".take-link").input_value()
        assert re.fullmatch(rf"{server}{PUPILS}\?stop=2#{lesson_hash(MINE)}", given)

        page.goto(given)
        expect(root).to_have_attribute("data-stop", "2")
        expect(page.locator(".stop")).to_contain_text("Who?")
        page.keyboard.press("n")
        page.keyboard.press("b")
        page.keyboard.press("Home")  # neither opened a window or hid the page
        expect(page.locator(".stop-title")).to_have_text("Fifteen <b>")
        expect(root).to_have_attribute("data-view", "world")
        assert len(page.context.pages) == 1
        assert page.locator(".blank, .spot, [data-act=notes]").count() == 0

        page.goto(f"{server}{PUPILS}#lesson=damaged")
        expect(page.locator(".notice")).to_contain_text("damaged or not whole")
