"""A stop shows its place and zoom, what its legend singles out, its open card and whom its question is about.

An address keeps the first of these.
"""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest
from made import made_class_page
from playwright.sync_api import Page, expect

from data.picture import picture_on
from geo.lesson.lesson import Lesson, Stop

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
STOPS = (
    Stop(2004, "Whole"),
    Stop(2004, "Near", before=2003, camera=(1000, 500, 4), solo="member", country="EST", question="Who?"),
    Stop(2007, "Whole again"),
)
HOPEFUL = {"ALB", "GEO", "HRV", "MKD", "UKR"}
ABOUT = (
    Stop(2008, "Bucharest", before=2007, question="Who?", focus=("GEO",), names=tuple(sorted(HOPEFUL))),
    Stop(2021, "Drafts", draft="nato-4"),
    Stop(2008, "Nobody is named", before=2007, question="Who?"),
)
NAMES = """() => {
  const shown = [...document.querySelectorAll('.stage text[data-name]')];
  const listed = [...document.querySelectorAll('[data-numbered] li')].map((row) => row.textContent);
  return [shown.map((name) => name.dataset.name),
    shown.map((name) => name.textContent).filter((text) => Number(text) && !listed.some((row) => row.includes(text))),
    document.querySelectorAll('.stage [data-outline="GEO"]').length]
}"""
SCALE = """() => document.querySelector('.stage svg [data-unit], .stage svg path').getScreenCTM().a"""


def test_a_stop_and_an_address_show_where_the_map_is(watched: Watched, tmp_path: Path) -> None:
    path = tmp_path / "lesson.html"
    path.write_bytes(made_class_page(Lesson("A lesson", "", STOPS)))
    with watched(offline=True) as page:
        page.goto(f"{path.as_uri()}?stop=1")
        root = page.locator("[data-atlas]")
        expect(root).to_have_attribute("data-stop", "1")
        page.wait_for_function(f"({SCALE})() > 0")
        whole = page.evaluate(SCALE)
        page.keyboard.press("PageDown")  # halted: the place, and nothing that gives the answer away
        page.wait_for_function(f"({SCALE})() > {3.9 * whole} && ({SCALE})() < {4.1 * whole}")
        expect(page.locator("[data-card]")).to_have_count(0)
        page.keyboard.press("PageDown")
        expect(page.locator("[data-card]")).to_have_attribute("data-unit", "EST")
        page.keyboard.press("PageDown")
        page.wait_for_function(f"Math.abs(({SCALE})() - {whole}) < {whole / 100}")
        expect(page.locator("[data-card]")).to_have_count(0)

        page.goto(f"{path.as_uri()}?year=2004&solo=member&at=1000,500,4")
        expect(root).to_have_attribute("data-ready", "true")
        expect(page.locator('.legend-row[data-status="member"]')).to_have_attribute("aria-pressed", "true")
        page.locator(".tools .tool").first.click()
        page.wait_for_url(re.compile(r"solo=member&at=1000%2C500%2C6&"))


def test_whom_a_question_is_about_is_named_before_the_answer_and_not_outlined(watched: Watched, tmp_path: Path) -> None:
    path = tmp_path / "lesson.html"
    path.write_bytes(made_class_page(Lesson("A lesson", "", ABOUT)))
    touched = set(picture_on(date(2021, 12, 31)).drafts["nato-4"].countries)
    with watched(offline=True) as page:
        for stop, named in ((1, HOPEFUL), (2, touched)):
            page.goto(f"{path.as_uri()}?stop={stop}")
            expect(page.locator("[data-atlas]")).to_have_attribute("data-stop", str(stop))
            page.wait_for_function(
                f"(named) => {{ const [shown] = ({NAMES})(); return named.every((id) => shown.includes(id)); }}",
                arg=sorted(named),
            )
            _, unlisted, outlined = page.evaluate(NAMES)
            assert (unlisted, outlined) == ([], 0)
        page.goto(f"{path.as_uri()}?stop=3")
        expect(page.locator('[data-atlas][data-stop="3"] .stage text[data-name="UKR"]')).to_have_count(1)
        assert not {"HRV", "MKD"} & set(page.evaluate(NAMES)[0])
