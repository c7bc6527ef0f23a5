"""What the address of the atlas holds, and that it goes on when its server is gone."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from atlas_page import LAST, SPOKEN, TABLES, Open, known
from playwright.sync_api import Page, expect

from data.tables import Tables
from geo.wire.assets import Assets

pytestmark = pytest.mark.unpainted

START_MS = 60_000

# ---------------------------------------------------------------------- the address


def test_the_address_is_kept_current_without_a_reload_and_restores_the_view(open_atlas: Open) -> None:
    atlas = open_atlas("?year=1990")
    atlas.page.evaluate("globalThis.sameDocument = true")
    length = atlas.page.evaluate("history.length")
    atlas.set_year(2004)
    atlas.at_rest(year=2004, view="europe", country=None)
    atlas.click_unit("POL")
    atlas.at_rest(year=2004, country="POL")
    atlas.page.keyboard.press("ArrowRight")
    atlas.at_rest(year=2005, country="POL")
    assert atlas.page.evaluate("globalThis.sameDocument === true")
    assert atlas.page.evaluate("history.length") == length + 1  # the card opened is a step Back

    atlas.page.reload()
    atlas.page.locator('[data-atlas][data-ready="true"]').wait_for()
    expect(atlas.root).to_have_attribute("data-year", "2005")
    expect(atlas.card(unit="POL")).to_be_visible()


def test_the_state_survives_a_visit_to_another_page(open_atlas: Open) -> None:
    atlas = open_atlas("?year=1999")
    atlas.set_year(1982)
    atlas.at_rest(year=1982)
    atlas.page.get_by_role("link", name="About").click()
    expect(atlas.root).to_have_count(0)
    atlas.page.get_by_role("link", name="Atlas").click()
    atlas.page.locator('[data-atlas][data-ready="true"]').wait_for()
    expect(atlas.root).to_have_attribute("data-year", "1982")


def test_nonsense_in_the_address_is_dropped_with_a_notice(open_atlas: Open) -> None:
    long = "n" * 7000
    atlas = open_atlas(f"?year=3000&country=XX&view=moon&view=europe&statement=nope&patterns=2&draft={long}")
    for value in ("3000", "XX", "moon", "nope", "2", f"{'n' * 79}…"):
        expect(atlas.root.locator(".notices").get_by_text(f"“{value}”")).to_be_visible()
    expect(atlas.root.locator(".notices").get_by_text("“view” more than once")).to_be_visible()
    expect(atlas.root).to_have_attribute("data-year", str(LAST))
    expect(atlas.card()).to_have_count(0)
    atlas.at_rest(year=LAST, country=None, view="europe", statement=None)


PAGES = ("?year=3000&view=moon", "embed?year=3000&view=moon", "class?stop=99", "teach?stop=99", "class?quiz=none")
SIZES = ((390, 844), (844, 390), (820, 1180), (1366, 768), (1920, 1080))


@pytest.mark.parametrize("path", PAGES)
def test_no_notice_lies_over_the_map(page: Page, server: str, path: str) -> None:
    """Nor hides it behind the edge of the window: the map is pushed down, or the notice stands below."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{server}{path}")
        root = page.locator('[data-atlas][data-ready="true"]')
        root.wait_for(timeout=START_MS)
        expect(root.locator(".notice").first).to_be_in_viewport(ratio=1)
        page.wait_for_function(APART_FROM_THE_MAP, arg=root.element_handle())


APART_FROM_THE_MAP = """(root) => {
  const map = root.querySelector('.map-area').getBoundingClientRect();
  return [...root.querySelectorAll('.notice')].every((notice) => {
    const {left, right, top, bottom} = notice.getBoundingClientRect();
    return bottom <= map.top + 1 || top >= map.bottom - 1 || right <= map.left || left >= map.right;
  });
}"""


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("?year=3000&view=moon", "Shift+ArrowLeft"),
        ("embed?year=3000&view=moon", "Shift+ArrowLeft"),
        ("class?stop=99&patterns=7", "ArrowRight"),
        ("class?quiz=none", "q"),
    ],
)
def test_what_is_said_of_the_address_goes_with_the_first_step(page: Page, server: str, path: str, key: str) -> None:
    page.goto(f"{server}{path}")
    root = page.locator('[data-atlas][data-ready="true"]')
    root.wait_for(timeout=START_MS)
    expect(root.locator(".notice")).to_have_count(path.count("&") + 1)
    page.keyboard.press(key)
    expect(root.locator(".notice")).to_have_count(0)


HOSTILE = '<img src=x onerror="document.title=1">'


def test_markup_in_an_address_or_a_table_is_shown_as_text(open_plain: Open) -> None:
    tables: Tables = replace(
        TABLES,
        statements=TABLES.statements.assign(paraphrase=HOSTILE, quote=HOSTILE, speaker=HOSTILE),
        units=TABLES.units.assign(note=HOSTILE),
        events=TABLES.events.assign(title=HOSTILE, summary=HOSTILE),
    )
    atlas = open_plain(f"?year=2008&country={HOSTILE}", assets=Assets(tables))
    expect(atlas.root.get_by_text(f"“{HOSTILE}”").first).to_be_visible()
    atlas.click_unit("POL")
    expect(atlas.card(unit="POL").get_by_text(HOSTILE).first).to_be_visible()
    atlas.card().locator("[data-open-statement]").first.click()
    expect(atlas.root.locator("[data-card][data-statement]").get_by_text(HOSTILE).first).to_be_visible()
    expect(atlas.page.locator("img")).to_have_count(0)
    expect(atlas.page).to_have_title("Eastward")


# ---------------------------------------------------------------------- without the server


@dataclass
class Stoppable:
    """What `own_server` gives."""

    url: str
    stop: Callable[[], None]


def test_the_atlas_goes_on_when_its_server_is_gone(own_server: Stoppable, open_atlas: Open) -> None:
    refused = r"ERR_CONNECTION_REFUSED|WebSocket connection|_stcore/(health|host-config)|server is not responding"
    atlas = open_atlas("?year=1990", url=own_server.url, pardon=refused)
    atlas.page.evaluate(DIALOGS_SEEN)
    own_server.stop()
    expect(atlas.root.locator(".server")).to_be_visible()
    atlas.page.wait_for_function("() => globalThis.dialogsSeen > 0")  # Streamlit's own, some seconds later
    expect(atlas.page.get_by_role("dialog")).to_have_count(0)

    atlas.page.keyboard.press("Home")
    atlas.grab_thumb()
    for step in range(21):
        atlas.page.mouse.move(*atlas.along_slider(step / 20))
    atlas.page.mouse.up()
    year, statuses = atlas.shown()
    assert (year, statuses) == (LAST, known(LAST, statuses))
    atlas.click_unit("POL")
    expect(atlas.card(unit="POL")).to_be_visible()
    atlas.set_year(2004)
    atlas.mark(SPOKEN).click()
    expect(atlas.card(statement=SPOKEN)).to_be_visible()
    atlas.at_rest(statement=SPOKEN)
    expect(atlas.page.get_by_role("dialog")).to_have_count(0)


DIALOGS_SEEN = """() => {
  globalThis.dialogsSeen = 0;
  const count = () => (globalThis.dialogsSeen += document.querySelectorAll('[data-testid="stDialog"]').length);
  new MutationObserver(count).observe(document.body, {childList: true, subtree: true});
}"""
