"""Frontier, Countries, Data and sources as people meet them: a year, a country, a row; and a file to take."""

import csv
import io
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from conftest import PROBED
from heard import faults
from playwright.sync_api import Locator, Page, expect
from rested import patient as patient

from data.tables import current_tables

Watched = Callable[..., AbstractContextManager[Page]]
TABLES = current_tables()
PATIENCE_MS = 60_000


def opened(page: Page, address: str, title: str) -> None:
    page.goto(address, timeout=PATIENCE_MS)
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible(timeout=PATIENCE_MS)


def taken(page: Page, given: Locator) -> list[dict[str, str]]:
    """The rows of the CSV file that a button or a link gives away."""
    with page.expect_download() as download:
        given.click()
    return list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8"))))


def no_serious_fault(page: Page) -> None:
    page.locator(".stApp[data-test-script-state=notRunning]").wait_for(state="attached", timeout=PATIENCE_MS)
    expect(page.locator('[data-stale="true"]')).to_have_count(0)  # what is there from the run before is pale
    assert faults(page, grave=True) == []


def test_frontier_follows_the_year_and_gives_its_numbers_away(server: str, watched: Watched) -> None:
    with watched(pardon=PROBED) as page:
        opened(page, f"{server}frontier?year=2022", "Frontier")
        told = page.locator(".es", has_text="2022 on the map").first
        expect(told).to_be_visible()
        thumb = page.get_by_role("slider", name="Year")
        thumb.focus()
        page.keyboard.press("ArrowRight")
        expect(page.locator(".es", has_text="2023 on the map").first).to_be_visible()
        page.wait_for_url(lambda url: "year=2023" in url)
        expect(page.get_by_text("The line stands at 31 December 2023 in every chart")).to_be_visible()
        expect(page.locator(".js-plotly-plot")).to_have_count(4)
        expect(page.locator(".js-plotly-plot .shapelayer path").first).to_be_attached()
        rows = taken(page, page.get_by_role("button", name="Download this table (CSV)").first)
        assert {row["year"] for row in rows} >= {"2022", "2023"}
        no_serious_fault(page)


def test_countries_finds_one_and_shows_its_path(server: str, watched: Watched) -> None:
    with watched(pardon=PROBED) as page:
        opened(page, f"{server}countries", "Countries")
        page.get_by_role("textbox", name="Search").fill("eston")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "search=eston" in url)
        country = page.get_by_role("combobox", name="Country")
        country.click()
        country.fill("Estonia")
        expect(page.get_by_role("option", name="Estonia")).to_be_visible()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Estonia", level=2)).to_be_visible()
        page.wait_for_url(lambda url: "country=EST" in url)
        expect(page.locator(".es").filter(has_text=re.compile("29 March 2004")).first).to_be_visible()
        (row,) = taken(page, page.get_by_role("button", name="Download this table (CSV)"))
        assert (row["Country"], row["Joined"]) == ("Estonia", "2004-03-29")
        bars = taken(page, page.get_by_role("button", name="Download what is charted (CSV)"))
        assert {bar["country"] for bar in bars} == {"Estonia"}
        no_serious_fault(page)


def test_data_and_sources_finds_a_row_and_gives_the_table_away(server: str, watched: Watched) -> None:
    with watched(pardon=PROBED) as page:
        opened(page, f"{server}data_and_sources?table=accessions", "Data and sources")
        expect(page.get_by_text(f"{len(TABLES.accessions)} of {len(TABLES.accessions)} rows")).to_be_visible()
        page.get_by_role("textbox", name="Rows with these words").fill("estonia")
        page.keyboard.press("Enter")
        expect(page.get_by_text(f"1 of {len(TABLES.accessions)} rows")).to_be_visible()
        rows = taken(page, page.get_by_role("link", name="accessions.csv"))
        assert [row["iso3"] for row in rows] == TABLES.accessions["iso3"].tolist()
        no_serious_fault(page)
