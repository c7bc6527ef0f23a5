"""Tables whose rows stand one below the other on a narrow screen are tables all the same for those who hear them."""

from collections import Counter

import pytest
from each import for_each
from playwright.sync_api import Page

from data.tables import current_tables
from pages.parts import changes
from pages.parts.countries import waits_text
from pages.parts.country_profile import profile_html
from pages.parts.statement_cards import cards_of
from pages.parts.templates import css, filled

pytestmark = pytest.mark.unpainted

TABLES = current_tables()
NARROW, WIDE = {"width": 390, "height": 844}, {"width": 1280, "height": 720}
ROLES = ("table", "row", "rowheader", "columnheader", "cell")
WRITTEN = """() => {
  const count = (what) => document.querySelectorAll(what).length;
  return {table: count('table'), row: count('tr'), rowheader: count('tbody th'), columnheader: count('thead th'),
          cell: count('td')};
}"""
BARE = """() => [...document.querySelectorAll('table, thead, tbody, tr, th, td')]
  .filter((part) => !getComputedStyle(part).display.startsWith('table') && !part.hasAttribute('role'))
  .map((part) => part.outerHTML.slice(0, 80))"""
"""Parts of a table that are laid out otherwise and do not say what they are: some browsers take them for plain text."""
SHOWN = {
    "country": lambda: "".join(profile_html(TABLES, "light", "POL")),
    "waits": lambda: waits_text(TABLES, "light"),
    "editions": lambda: cards_of(TABLES, "light").page(
        filled("editions", css=css("changes"), editions=changes.listed(TABLES))
    ),
}


@for_each("shown", SHOWN)
def test_each_part_of_a_table_is_told_as_one_on_every_screen(page: Page, shown: str) -> None:
    page.set_content(f'<!doctype html><html lang="en"><title>Tables</title>{SHOWN[shown]()}')
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    written = page.evaluate(WRITTEN)
    assert min(written.values()) > 0
    line = page.context.new_cdp_session(page)
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        page.wait_for_function("(width) => innerWidth === width", arg=size["width"])
        nodes = line.send("Accessibility.getFullAXTree")["nodes"]
        told = Counter(node["role"]["value"] for node in nodes if not node["ignored"])
        assert {role: told[role] for role in ROLES} == written
        assert page.evaluate(BARE) == []
