"""The class page of a membership holds its own facts, lesson and sources, and nothing that only NATO has."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from data.memberships.reader import current_membership
from data.runs import day_number
from data.tables import current_tables
from geo.lesson.of_membership import lesson_of
from geo.publish.__main__ import main
from geo.publish.class_page import Reader, class_html, class_views

EU = current_membership("eu")
LESSON = lesson_of(EU)


@pytest.fixture(scope="module")
def held() -> dict[str, Any]:
    """What the teacher's page holds, by the id of its element."""
    page = class_html(LESSON, EU, reader=Reader.TEACHER).decode()
    found = re.findall(r'<script type="application/json" id="(\w+)">(.*?)</script>', page, re.DOTALL)
    return {id_: json.loads(text) for id_, text in found}


def test_its_facts_are_those_of_the_membership(held: dict[str, Any]) -> None:
    assert held["facts"]["membership"]["members"] == ["member"]
    assert held["facts"]["words"]["title"]["subject"] == EU.title
    assert held["forces"] == {"forces": []}
    assert {one["kind"] for one in held["quiz"]["questions"]} == set(held["quiz"]["kinds"])
    assert "who" not in held["quiz"]["kinds"]  # whose words are quoted in NATO's tables
    assert held["words"]["live"]["tap_founders"].startswith("Tap those of the first {n} members")
    assert held["words"]["cover"]["members"] == "members"
    assert held["ear"]["statuses"].keys() == {*EU.status, "none"}
    assert held["views"].keys() == set(class_views(LESSON, EU)) == {"europe", "north_atlantic"}


def test_its_stops_have_the_days_and_sources_of_the_membership(held: dict[str, Any]) -> None:
    stops = {stop["year"]: stop for stop in held["lesson"]["stops"]}
    assert list(stops) == [stop.year for stop in LESSON.stops]
    assert stops[2025]["day"] == day_number(EU.as_of, current_tables())
    assert stops[2020]["producers"] == ["European Commission", "Government of the Netherlands", "Lexology"]
    assert stops[2020]["notes"].startswith("United Kingdom: Member")
    for stop in stops.values():
        assert set(stop["sources"]) <= held["sources"].keys()


def test_the_command_line_makes_the_pupils_page_without_the_notes(tmp_path: Path) -> None:
    target = tmp_path / "eu.html"
    assert main(["pupils", "--membership", "eu", "-o", str(target)]) == 0
    page = target.read_text(encoding="utf-8")
    assert EU.title in page
    notes = next(stop.notes for stop in LESSON.stops if stop.year == 2020)
    assert notes.partition("\n")[0] not in page
