"""Statements are told by the names of their day, as maps are; what followed is not, nor is what the table has."""

import json

import pytest

from data.statement_then import of_its_day
from data.tables import current_tables
from geo.wire.assets import current_assets

TABLES = current_tables()
ROWS = {row.id: row for row in TABLES.statements.itertuples()}


@pytest.mark.parametrize(
    ("id_", "column", "told", "not_told"),
    [
        ("1948-11-26-turkey-asks", "speaker", "Government of Turkey", "Türkiye"),  # before the tables begin
        ("1948-11-26-turkey-asks", "context", "eastern Turkey", "Türkiye"),
        ("1962-10-27-khrushchev-turkey", "paraphrase", "from Turkey", "Türkiye"),
        ("1997-04-08-landsbergis-rferl", "paraphrase", "the Czech Republic or Hungary", "Czechia"),
        ("2017-11-zaev-no-alternative", "what_followed", "as North Macedonia", "as Macedonia"),
    ],
)
def test_a_statement_is_told_by_the_names_of_its_day(id_: str, column: str, told: str, not_told: str) -> None:
    sent = {each["id"]: each for each in json.loads(current_assets().file("facts.json").body)["statements"]}
    for text in (getattr(of_its_day(ROWS[id_], TABLES), column), sent[id_][column]):
        assert told in text
        assert not_told not in text


def test_who_said_it_is_found_by_the_name_that_the_card_tells() -> None:
    files = current_assets()
    speakers = json.loads(files.file("search.json").body)["speakers"]
    said = {each["speaker"] for each in json.loads(files.file("facts.json").body)["statements"]}
    assert speakers.keys() <= said
