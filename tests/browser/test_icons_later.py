"""Streamlit's font of icons, the largest file of a first visit, waits until the page is at rest or somebody uses it."""

import pytest
from conftest import READY
from playwright.sync_api import Page

from geo.wire.icons_later import FAMILY, REST_MS

pytestmark = pytest.mark.idle

HOLD = f"""() => {{
  const later = setTimeout;
  window.setTimeout = (act, ms, ...more) => ms === {REST_MS} ? (window.atRest = act) : later(act, ms, ...more);
}}"""
STATUS = f"() => [...document.fonts].find(({{family}}) => family.includes('{FAMILY}'))?.status"
ICON = f"""<p style="font-family: '{FAMILY} Rounded'">close</p>"""
USE = f"() => document.body.insertAdjacentHTML('beforeend', `{ICON}`)"


def test_the_font_of_the_icons_waits_for_rest_or_for_its_first_use(lonely: Page, server: str) -> None:
    lonely.add_init_script(f"({HOLD})()")
    for act in ("() => window.atRest()", USE):
        lonely.goto(server)
        lonely.wait_for_selector(READY, timeout=60_000)
        assert lonely.evaluate(STATUS) == "unloaded"
        lonely.evaluate(act)
        lonely.wait_for_function(f"() => ({STATUS})() === 'loaded'")
