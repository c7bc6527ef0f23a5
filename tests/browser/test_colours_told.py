"""Who has the colour of a status on a stage is told by name, by number or in the line of that colour in its key."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect
from rested import holds

from data.memberships.shipped import shipped
from data.memberships.told import picture_when
from data.tables import current_tables
from data.words import phrase

pytestmark = pytest.mark.unpainted

START_MS = 60_000
READY = '[data-atlas][data-ready="true"]'
COLOURED = """(root) => {
  const stage = root.querySelector('.stage');
  const sight = stage.getBoundingClientRect();
  const [key] = [...root.querySelectorAll('.map-key, .key')].slice(-1);
  const told = [...root.querySelectorAll('[data-numbered] li'), key].map((part) => part.textContent).join();
  const paths = [...stage.querySelectorAll('path[data-unit]')].filter(({dataset}) => dataset.status !== 'none');
  return {
    coloured: paths.filter((path) => {
      const {left, top, right, bottom, width, height} = path.getBoundingClientRect();
      const isWithin = left > sight.left && top > sight.top && right < sight.right && bottom < sight.bottom;
      return isWithin && Math.min(width, height) > 3;
    }).map(({dataset}) => dataset.unit),
    named: [...stage.querySelectorAll('[data-name]')].map(({dataset}) => dataset.name),
    told,
  };
}"""
"""Who has the colour of a status and is wholly on the stage, no speck; whose name or number stands there; the key."""
MAPS = [
    ("", "nato", 2004, "europe", (1366, 768)),
    ("", "nato", 1989, "world", (390, 844)),
    ("", "nato", 1994, "europe", (844, 390)),
    ("", "eu", 2025, "europe", (1024, 768)),
    ("", "eu", 2024, "europe", (390, 844)),
    ("", "coe", 2013, "europe", (1280, 720)),
    ("embed", "eu", 2024, "europe", (800, 500)),
    ("embed", "nato", 1989, "world", (400, 500)),
]


def names_of(membership: str, year: int) -> Mapping[str, str]:
    facts = picture_when(year, current_tables() if membership == "nato" else shipped(membership))
    return {
        unit: facts.labels[unit] for unit in facts.units if facts.units[unit].state == unit and unit in facts.labels
    }


def riddles(page: Page, names: Mapping[str, str]) -> list[str]:
    shown = page.locator(READY).evaluate(COLOURED)
    states = [unit for unit in shown["coloured"] if unit in names]
    assert len(states) > 4
    return [names[unit] for unit in states if unit not in shown["named"] and names[unit] not in shown["told"]]


@pytest.mark.parametrize(("address", "membership", "year", "view", "size"), MAPS)
def test_no_colour_on_a_stage_is_a_riddle(
    page: Page, server: str, address: str, membership: str, year: int, view: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    of = "" if membership == "nato" else f"&membership={membership}"
    page.goto(f"{server}{address}?year={year}&view={view}&layers=names{of}")
    page.locator(READY).wait_for(timeout=START_MS)
    names = names_of(membership, year)

    def nobody_is_untold() -> None:
        assert riddles(page, names) == []

    holds(page, nobody_is_untold)


def test_a_frame_without_room_for_a_list_has_it_whole_in_its_key(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 800, "height": 500})
    page.goto(f"{server}embed?year=2024&view=europe&membership=eu")
    page.locator(READY).wait_for(timeout=START_MS)
    left_out, key = page.locator(".key [data-left-out]"), page.locator(".key")
    expect(left_out.first).to_be_hidden()
    holds(page, lambda: key.evaluate("(key) => key.scrollHeight - key.clientHeight") <= 1)
    page.locator(".key-button").click()
    lists = key.locator("[data-also]")
    expect(lists.first).to_be_in_viewport(ratio=1)
    expect(lists.first).to_contain_text("Luxembourg")
    expect(lists.last).to_be_in_viewport(ratio=1)


def test_a_wall_tells_so_nobody_before_the_answer(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(f"{server}class?stop=14")
    page.locator(READY).wait_for(timeout=START_MS)
    listed = page.locator(".key [data-numbered] li")
    expect(listed).not_to_have_count(0)
    expect(page.locator(".key [data-also]")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    room = phrase("key", "numbers_also", names="").strip()
    expect(page.locator(".key [data-also]").filter(has_text=room)).not_to_have_count(0)
