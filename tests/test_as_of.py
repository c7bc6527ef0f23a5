"""The next member is a matter of rows: a copy of the tables with one more accession, a later `as_of`, and no code."""

import csv
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from data.headlines import headline
from data.membership import status_on
from data.tables import FOLDER, Tables, current_tables, find_problems, read_tables
from geo.wire.assets import Assets
from geo.wire.facts import facts_payload

UNIT = "BIH"
NAME = "Bosnia and Herzegovina"
BEFORE = current_tables()
NUMBER = len(BEFORE.accessions) + 1
YEAR = BEFORE.last_year + 1
INVITED, SIGNED, JOINED, AS_OF = f"{YEAR}-03-02", f"{YEAR}-05-04", f"{YEAR}-10-01", f"{YEAR}-12-30"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """The project's tables with one more member, as a maintainer would add it."""
    folder = tmp_path_factory.mktemp("tables")
    for path in [*FOLDER.glob("*.csv"), FOLDER / "edition.toml"]:
        shutil.copy(path, folder)
    source = last_row(folder / "accessions.csv")["source_ids"]
    append(
        folder / "accessions.csv",
        iso3=UNIT,
        name=NAME,
        order_of_joining=str(NUMBER),
        round=f"{NAME} {YEAR}",
        invited_on=INVITED,
        invited_at="Ankara Summit",
        protocol_signed_on=SIGNED,
        joined_on=JOINED,
        former_bloc="yugoslavia",
        source_ids=source,
        confidence="known",
    )
    append(
        folder / "statuses.csv",
        iso3=UNIT,
        name=NAME,
        status="invited",
        start_on=INVITED,
        end_on=JOINED,
        end_reason="joined NATO",
        source_ids=source,
        confidence="known",
    )
    edition = folder / "edition.toml"
    edition.write_text(edition.read_text(encoding="utf-8").replace(f"as_of = {BEFORE.as_of}", f"as_of = {AS_OF}"))
    assert find_problems(folder) == []
    return read_tables(folder)


def last_row(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))[-1]


def append(path: Path, **cells: str) -> None:
    columns = list(last_row(path))
    with path.open("a", encoding="utf-8", newline="") as out:
        csv.DictWriter(out, columns, restval="", lineterminator="\n").writerow(cells)


@pytest.fixture(scope="module")
def facts(tables: Tables) -> dict[str, Any]:
    return facts_payload(tables)


@pytest.fixture(scope="module")
def card(facts: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(card for card in facts["units"] if card["id"] == UNIT)
    return found


def test_the_tables_follow(tables: Tables) -> None:
    assert tables.last_year == YEAR
    assert status_on(date(YEAR, 9, 30), tables).loc[UNIT, "status"] == "invitee"
    assert status_on(date(YEAR, 10, 1), tables).loc[UNIT, "status"] == "member"
    assert headline(YEAR, tables).title == f"{NAME} joins"


def test_the_years_reach_the_new_day(facts: dict[str, Any]) -> None:
    assert (facts["last"], facts["as_of"]) == (YEAR, AS_OF)
    days = [date(1949, 1, 1) + timedelta(days=year["day"]) for year in facts["years"][-2:]]
    assert days == [date(YEAR - 1, 12, 31), date.fromisoformat(AS_OF)]


def test_the_year_counts_and_tells_the_new_member(facts: dict[str, Any]) -> None:
    pictures = facts["pictures"]
    last = {name: pictures[name][-1][1] for name in ("counts", "joined", "joined_count", "headline")}
    assert (last["counts"][0], list(last["joined"]), last["joined_count"]) == (NUMBER, [UNIT], 1)
    title, detail = pictures["headlines"][last["headline"]]
    assert title == f"{NAME} joins"
    assert "1 October" in detail
    assert f"member {NUMBER}" in detail


def test_the_timeline_gets_its_tick(facts: dict[str, Any]) -> None:
    assert facts["rounds"][-1] == {"year": YEAR, "units": [UNIT], "total": NUMBER}
    assert facts["eras"][-1]["to"] == YEAR


def test_the_unit_becomes_invitee_and_member(facts: dict[str, Any], card: dict[str, Any]) -> None:
    runs = [
        (date(1949, 1, 1) + timedelta(days=number), facts["statuses"][status], since)
        for number, (status, _state, since, *_rest) in card["runs"]
    ]
    assert runs[-2:] == [
        (date.fromisoformat(INVITED), "invitee", INVITED),
        (date.fromisoformat(JOINED), "member", JOINED),
    ]


def test_the_card_tells_the_steps(card: dict[str, Any]) -> None:
    assert [(step["key"], step["date"], step["days"]) for step in card["steps"]] == [
        ("invited", INVITED, None),
        ("protocol_signed", SIGNED, 63),
        ("joined", JOINED, 150),
    ]
    assert card["order"] == NUMBER
    assert ("member", JOINED, "") in [(bar["kind"], bar["start"], bar.get("end", "")) for bar in card["bars"]]


def test_the_map_shows_it(tables: Tables, serve: Callable[[Assets], AbstractContextManager[str]], page: Page) -> None:
    with serve(Assets(tables)) as url:
        page.goto(url)
        atlas = page.locator('[data-atlas][data-ready="true"]')
        expect(atlas).to_have_attribute("data-year", str(YEAR))
        expect(atlas.locator('[data-legend] [data-status="member"][data-count]')).to_have_attribute(
            "data-count", str(NUMBER)
        )
        expect(atlas.locator(f'path[data-unit="{UNIT}"]')).to_have_attribute("data-status", "member")
        outlined = atlas.locator(".joined [data-outlined]")
        assert outlined.evaluate_all("(paths) => paths.map((path) => path.dataset.outlined)") == [UNIT]
        expect(atlas.get_by_role("heading", level=1)).to_have_text(f"{NAME} joins")
        expect(atlas.get_by_role("slider")).to_have_attribute("aria-valuetext", f"{YEAR}: {NUMBER} members, 1 joined")
        expect(atlas.locator(".footer").get_by_text(f"Facts as of 30 December {YEAR}")).to_be_visible()

        page.goto(f"{url}?country={UNIT}")
        card = atlas.locator(f'[data-card][data-unit="{UNIT}"]')
        for told in ("Invited", f"2 March {YEAR}", "Joined", f"1 October {YEAR}", "150 days later"):
            expect(card.get_by_text(told).filter(visible=True).first).to_be_visible()
