"""The pages beside the map as people meet them: filters, charts, cards, claims; by mouse and by keyboard."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import PROBED
from heard import faults
from playwright.sync_api import Locator, Page, expect
from rested import patient as patient

from data.tables import current_tables

pytestmark = pytest.mark.unpainted

Open = Callable[..., Page]
TABLES = current_tables()
STATEMENTS = len(TABLES.statements)
PHONE = {"width": 390, "height": 844}
START_MS = 90_000
"""What a server that has just started may take for its first page."""


@pytest.fixture
def open_page(server: str, watched: Callable[..., AbstractContextManager[Page]]) -> Iterator[Open]:
    """`open_page("red_lines?text=nato")`: a page of the running atlas, its first rerun done."""
    with ExitStack() as pages:

        def opened(path: str, **options: object) -> Page:
            page = pages.enter_context(watched(pardon=PROBED, **options))
            page.goto(server + path, timeout=START_MS)
            expect(page.locator("h1").first).to_be_visible(timeout=60_000)
            return page

        yield opened


def has_run(page: Page) -> None:
    """Wait until the page's script has run: what is there from the run before is pale."""
    page.locator(".stApp[data-test-script-state=notRunning]").wait_for(state="attached", timeout=60_000)
    expect(page.locator('[data-stale="true"]')).to_have_count(0)


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_a_search_counts_what_it_finds_and_the_address_keeps_it(open_page: Open) -> None:
    page = open_page("red_lines")
    expect(page.get_by_text(f"{STATEMENTS} of {STATEMENTS} statements")).to_be_visible()
    page.get_by_role("textbox", name="Search").fill("walesa")
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile(rf"^[12] of {STATEMENTS} statements"))).to_be_visible()
    page.wait_for_url(lambda url: "text=walesa" in url)
    page.reload()
    expect(page.get_by_text(re.compile(rf"^[12] of {STATEMENTS} statements"))).to_be_visible(timeout=60_000)


def test_nothing_found_says_so_and_clears(open_page: Open) -> None:
    page = open_page("red_lines?text=zzz")
    expect(page.get_by_text("No statement meets all of this.")).to_be_visible()
    page.get_by_role("button", name="Clear the filters").click()
    expect(page.get_by_text(f"{STATEMENTS} of {STATEMENTS} statements")).to_be_visible()


def test_a_filter_in_the_address_is_kept(open_page: Open) -> None:
    page = open_page("red_lines?stance=Dissent")
    count = int((TABLES.statements["stance"] == "dissent").sum())
    expect(page.get_by_text(f"{count} of {STATEMENTS} statements")).to_be_visible()


def test_every_statement_opens_from_the_keyboard(open_page: Open) -> None:
    page = open_page("red_lines?text=walesa")
    card = page.locator('details[id="1993-04-21-walesa-clinton"]')
    card.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(card).to_have_attribute("open", "")
    expect(card.get_by_role("link", name="On the map")).to_have_attribute(
        "href", "./?year=1993&statement=1993-04-21-walesa-clinton"
    )


def point_at(page: Page, mark: Locator) -> None:
    """Hold the pointer over a mark until its words show: a chart takes its last size after its first drawing."""
    mark.scroll_into_view_if_needed()
    words = page.locator(".js-plotly-plot .hoverlayer")
    for _ in range(50):
        box = mark.bounding_box() or {"x": 0, "y": 0, "width": 0, "height": 0}
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        if words.text_content():
            return
        page.wait_for_timeout(100)
        page.mouse.move(0, 0)


def test_a_mark_of_the_chart_opens_its_statement(open_page: Open) -> None:
    page = open_page("red_lines?text=walesa")
    mark = page.locator(".js-plotly-plot .scatterlayer path.point").last
    point_at(page, mark)
    page.mouse.down()
    page.mouse.up()
    page.wait_for_url(lambda url: "statement=" in url)
    (opened,) = asked(page)["statement"]
    expect(page.locator(f'details[id="{opened}"][open]')).to_have_count(1)
    expect(page.get_by_role("heading", name="All of them, in order")).to_be_visible()


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("Exchanges", "each with its answers"),
        ("Where the line ran", "How it moved"),
        ("1990 and 1991", "Three readings"),
        ("Two sentences", "Free choice of alliance"),
        ("Why they wanted in", "Voices against"),
        ("The drafts of 2021", "the other articles are not covered"),
    ],
)
def test_every_part_is_one_click_away_and_fits_a_phone(open_page: Open, part: str, words: str) -> None:
    page = open_page("red_lines", viewport=PHONE)
    page.get_by_text(part, exact=True).click()
    expect(page.get_by_text(words).first).to_be_visible(timeout=30_000)
    page.wait_for_url(lambda url: part.split()[0] in url)
    page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("address", "lines"),
    [("claims", len(TABLES.claims)), ("red_lines?part=The+drafts+of+2021", len(TABLES.draft_treaties))],
)
def test_lines_that_open_are_closed_and_stand_below_each_other(open_page: Open, address: str, lines: int) -> None:
    page = open_page(address)
    boxes = page.locator("[class*=_list] [data-testid=stExpander] > details")
    expect(boxes).to_have_count(lines)
    assert boxes.evaluate_all("(all) => all.filter((box) => box.open).length") == 0
    rows = boxes.evaluate_all("(all) => all.map((box) => [box.getBoundingClientRect().top, box.offsetHeight])")
    assert all(top + height <= below + 1 for (top, height), (below, _) in pairwise(rows))
    boxes.first.locator("summary").first.click()
    expect(boxes.first.locator("[data-testid=stExpanderDetails]")).to_be_visible()


def test_a_claims_number_follows_its_definition(open_page: Open) -> None:
    page = open_page("claims#C01")
    first = page.locator("details", has=page.locator("#C01"))
    expect(first).to_have_attribute("open", "", timeout=60_000)
    expect(first.locator("p.words").first).to_contain_text("10")
    first.get_by_role("combobox").first.click()
    page.get_by_role("option").last.click()
    expect(first.locator("p.words").first).to_contain_text("14")
    expect(first).to_have_attribute("open", "")
    expect(page.locator("[class*=st-key-claim_]")).to_have_count(len(TABLES.claims))


def test_a_citation_can_be_copied(open_page: Open) -> None:
    page = open_page("red_lines?statement=1993-04-21-walesa-clinton&text=walesa")
    cited = page.locator("details.cite").first
    cited.get_by_text("Cite", exact=True).click()
    expect(cited.get_by_role("button", name="Copy the citation in BibTeX")).to_be_visible()
    expect(cited).to_contain_text("statements/1993-04-21-walesa-clinton")
    expect(cited).to_contain_text(f"Edition {TABLES.version}")
    expect(cited).to_contain_text("?year=1993&statement=1993-04-21-walesa-clinton")


@pytest.mark.parametrize("path", ["red_lines", "claims?verdict=wrong+word+%281%29"])
def test_no_serious_accessibility_fault_in_what_is_ours(open_page: Open, path: str) -> None:
    page = open_page(path, painted=True)
    page.locator(".es").first.wait_for(timeout=START_MS)
    has_run(page)
    assert faults(page, context=".es", grave=True) == []
