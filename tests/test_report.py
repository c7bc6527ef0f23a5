"""A reader reports a row where the deployer set a place for it, and nowhere else; each place names the row."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from paged import opened
from playwright.sync_api import Page, expect

from data.report import report_address
from data.tables import current_tables
from geo.wire.assets import Assets
from geo.wire.facts import facts_payload
from pages.parts.country_profile import profile_html
from pages.parts.statement_cards import StatementCards, cards_of

PAGES = Path(__file__).parent.parent / "pages"
PATIENCE_S = 60
TABLES = current_tables()
STATEMENT = "2008-04-04-putin-bucharest"
MAIL, ISSUES = "mailto:atlas@school.example", "https://github.com/owner/name/issues/new"


@pytest.fixture(autouse=True)
def anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Cards are made once a process, with the settings of its start."""
    monkeypatch.delenv("EASTWARD_REPORT", raising=False)
    for made in (cards_of, profile_html):
        made.cache_clear()
    yield
    for made in (cards_of, profile_html):
        made.cache_clear()


@pytest.fixture(params=[MAIL, ISSUES], ids=["mail", "issues"])
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("EASTWARD_REPORT", request.param)
    return str(request.param)


# ---------------------------------------------------------------------- the address


def test_it_is_off_by_default() -> None:
    assert report_address("units/POL", TABLES) == ""
    assert facts_payload(TABLES)["report"] is None
    assert StatementCards(TABLES, "light").report("units/POL") == ""


def test_the_address_names_row_and_edition(place: str) -> None:
    parts = urlsplit(report_address("statements/2000-01-01-a & b=c?#é", TABLES))
    assert parts.geturl().startswith(place)
    assert parts.fragment == ""
    asked = parse_qs(parts.query, strict_parsing=True)
    title = "subject" if place == MAIL else "title"
    assert set(asked) == {title, "body"}
    assert asked[title][0].endswith(": statements/2000-01-01-a & b=c?#é")
    assert TABLES.version in asked[title][0]
    assert asked["body"][0].startswith("Row: statements/2000-01-01-a & b=c?#é\nEdition: ")
    assert "The source that shows it:" in asked["body"][0]
    assert "+" not in parts.query  # a mail program takes it for a plus


# ---------------------------------------------------------------------- the pages


def test_a_statement_and_a_profile_link_to_it(place: str) -> None:
    cards = StatementCards(TABLES, "light")
    card = cards.listed([STATEMENT], STATEMENT)
    assert f'href="{report_address(f"statements/{STATEMENT}", TABLES).replace("&", "&amp;")}"' in card
    for unit, row in (("POL", "accessions/POL"), ("UKR", "units/UKR")):
        _, after = profile_html(TABLES, "light", unit)
        assert f'href="{report_address(row, TABLES).replace("&", "&amp;")}"' in after
    assert ('target="_blank"' in str(cards.report("units/POL"))) == (place == ISSUES)


def test_without_a_place_they_do_not() -> None:
    assert "Report this row" not in StatementCards(TABLES, "light").listed([STATEMENT], STATEMENT)
    assert "Report this row" not in profile_html(TABLES, "light", "POL")[1]


@pytest.mark.usefixtures("place")
def test_a_row_of_those_found_is_chosen_on_data_and_sources() -> None:
    app = opened("data_and_sources", table="statements", search="putin bucharest")
    row = app.selectbox(key="row")
    assert STATEMENT in row.options
    assert len(row.options) < len(TABLES.statements)
    row.set_value(STATEMENT).run()
    links = [one.proto.body for one in app.get("html") if "Report this row" in one.proto.body]
    assert len(links) == 1
    assert f"statements%2F{STATEMENT}" in links[0]


def test_without_a_place_no_row_is_chosen() -> None:
    assert "row" not in [each.key for each in opened("data_and_sources", table="statements").selectbox]


# ---------------------------------------------------------------------- the map


@pytest.mark.parametrize(
    ("query", "row"), [(f"?statement={STATEMENT}", f"statements/{STATEMENT}"), ("?country=POL", "units/POL")]
)
def test_the_cards_of_the_map_link_to_it(
    page: Page, serve: Callable[[Assets], AbstractContextManager[str]], place: str, query: str, row: str
) -> None:
    with serve(Assets(TABLES)) as url:
        page.goto(f"{url}{query}")
        link = page.locator(f'[data-report="{row}"]')
        expect(link).to_have_text("Report this row")
        assert link.get_attribute("href") == report_address(row, TABLES)
        assert link.get_attribute("target") == ("_blank" if place == ISSUES else None)


def test_without_a_place_they_have_none(page: Page, serve: Callable[[Assets], AbstractContextManager[str]]) -> None:
    with serve(Assets(TABLES)) as url:
        page.goto(f"{url}?country=POL")
        expect(page.locator('[data-card][data-unit="POL"]')).to_be_visible()
        assert page.locator("[data-report]").count() == 0
