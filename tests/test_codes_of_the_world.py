"""The numbers of countries that the atlas has no unit for equal public lists, whose extracts stand in golden."""

import csv
import tomllib
from pathlib import Path

import pytest

from data.memberships.checks import countries
from data.own_table.countries import HERE, Countries
from data.tables import current_tables

LISTS = Path(__file__).parent / "golden" / "codes_of_the_world"
NUMBERS = {"gw": ("gw_states", "gw_microstates"), "cow": ("cow_states2016",)}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


TABLE = rows(HERE / "codes.csv")
FOUND = {name: rows(LISTS / f"{name}.csv") for name in tomllib.loads((LISTS / "origin.toml").read_text("utf-8"))}


def test_every_list_is_used() -> None:
    assert (
        {path.stem for path in LISTS.glob("*.csv")}
        == set(FOUND)
        == {name for each in NUMBERS.values() for name in each}
    )


@pytest.mark.parametrize("system", NUMBERS)
def test_the_numbers_are_those_of_the_lists_and_no_others(system: str) -> None:
    listed = [(row["code"], next(iter(row.values()))) for name in NUMBERS[system] for row in FOUND[name]]
    assert dict(listed) == {row["code"]: row[system] for row in TABLE if row[system]}
    assert len(dict(listed)) == len(listed) == len({number for _, number in listed})


@pytest.mark.parametrize("name", FOUND)
def test_the_names_of_the_lists_mean_those_countries(name: str) -> None:
    known = Countries.of(current_tables())
    for row in FOUND[name]:
        called = known.by_name(list(row.values())[1])
        assert row["code"] in called.codes, row
        assert not called.code or called.code == row["code"], row


def test_who_has_no_number_is_no_state() -> None:
    without = {row["code"] for row in TABLE if not row["gw"]}
    assert without == {row["code"] for row in TABLE if not row["cow"]}
    assert {countries()[code] for code in without} == {
        "Antarctica", "Bouvet Island", "Christmas Island", "Cocos (Keeling) Islands", "Cook Islands",
        "Heard Island and McDonald Islands", "Hong Kong", "Macao", "Niue", "Norfolk Island", "Tokelau",
        "Western Sahara",
    }  # fmt: skip
