"""The recipe Add a membership of CONTRIBUTING.md, followed as it is written: its blocks are the files."""

import re
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from data.__main__ import main
from data.memberships.answers import Turn, changes, counts_on, joiners, leavers, members_on, name_on, rounds
from data.memberships.cards import card_on
from data.memberships.ground import ground_on, ground_runs
from data.memberships.headlines import headline_on
from data.memberships.reader import find_problems, read_membership
from data.memberships.value import Membership
from data.tables import current_tables

CONTRIBUTING = Path(__file__).parent.parent / "CONTRIBUTING.md"
FILES = ("membership.toml", "members.csv", "events.csv", "sources.csv")
TABLES = current_tables()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of memberships with the one of the recipe, each block in the file that its step names."""
    text = CONTRIBUTING.read_text(encoding="utf-8")
    (section,) = re.findall(r"^## Add a membership$(.*?)(?=^## )", text, re.DOTALL | re.MULTILINE)
    steps = re.findall(r"^\d\. `([\w.]+)`.*?```\w+\n(.*?)```", section, re.DOTALL | re.MULTILINE)
    assert tuple(name for name, _ in steps) == FILES
    memberships = tmp_path_factory.mktemp("memberships")
    (memberships / "league").mkdir()
    for name, block in steps:
        (memberships / "league" / name).write_text(dedent(block), encoding="utf-8")
    return memberships


@pytest.fixture(scope="module")
def league(folder: Path) -> Membership:
    return read_membership(folder / "league", TABLES)


def test_it_holds_together(folder: Path) -> None:
    assert find_problems(folder, TABLES) == []


def test_who_belonged_when(league: Membership) -> None:
    assert members_on(league, date(2028, 2, 29)) == {"FIN", "SWE"}
    assert members_on(league, date(2028, 3, 1)) == {"FIN", "SWE", "NOR"}
    assert members_on(league, date(2030, 1, 1)) == {"FIN", "SWE"}
    assert counts_on(league, date(2027, 6, 1)) == {"member": 2, "applicant": 1}
    assert [each.code for each in joiners(league, 2028)] == ["NOR"]
    assert [each.code for each in leavers(league, 2030)] == ["NOR"]
    assert [(each.year, each.total) for each in rounds(league)] == [(2027, 2), (2028, 3), (2030, 2)]
    assert [each.turn for each in changes(league) if each.code == "NOR"] == [Turn.MOVED, Turn.JOINED, Turn.LEFT]
    assert name_on(league, "NOR", date(2028, 3, 1)) == "Norway"


def test_what_the_map_wears(league: Membership) -> None:
    worn = ground_on(league, date(2028, 3, 1))
    assert worn == dict.fromkeys(("ALA", "FIN", "NOR", "SJM", "SWE"), "member")
    assert "SJM" not in ground_on(league, date(2029, 5, 1))
    assert [key for _, key in ground_runs(league)["NOR"]] == ["", "applicant", "member", ""]


def test_what_is_said(league: Membership) -> None:
    said = {year: headline_on(league, date(year, 12, 31)).title for year in range(2027, 2031)}
    assert said == {2027: "Two countries found the League", 2028: "Norway joins", 2029: "Svalbard leaves",
                    2030: "Norway leaves"}  # fmt: skip
    assert headline_on(league, date(2031, 6, 30)).detail == "The last to leave was Norway, in 2030. As of 30 June 2031."
    card = card_on(league, "NOR", date(2031, 1, 1))
    assert card.sentence == "Member from 1 March 2028 until 31 December 2029; no longer on this day."
    assert [line.text for line in card.lines] == [
        "Applicant: June 2027 to 29 February 2028",
        "Member: 1 March 2028 to 31 December 2029",
    ]


def test_the_command_line_takes_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["membership", "check", str(folder)]) == 0
    assert main(["membership", "list", "--dir", str(folder)]) == 0
    assert main(["membership", "status", "--id", "league", "--date", "2028-03-01", "--dir", str(folder)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[:3] == [
        "league: 5 rows, 1 events, 1 sources",
        "id,title,first_day,as_of,members",
        "league,The Northern League,2027-01-01,2031-06-30,2",
    ]
    assert "SJM,Svalbard and Jan Mayen,member,NOR,2028-03-01" in told
