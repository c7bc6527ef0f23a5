"""Any membership: who returns, who ends, who takes over a seat, what the map wears; and each way to break its files."""

import csv
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from data.__main__ import main
from data.memberships.answers import (
    Turn,
    changes,
    check_day,
    days_of_change,
    joiners,
    last_day_of,
    leavers,
    members_on,
    name_on,
    opening_day,
    rounds,
    standing_on,
    status_on,
)
from data.memberships.cards import card_on
from data.memberships.checks import countries
from data.memberships.ground import ground_on, ground_runs, unit_status_on
from data.memberships.headlines import headline_on
from data.memberships.reader import FOLDER, current_membership, membership_ids, read_membership
from data.memberships.value import Membership, Status, Stretch
from data.runs import day_number, value_at
from data.tables import TableError, current_tables
from geo.drawing.views import ALL_VIEWS

TABLES = current_tables()
IDS = membership_ids()
JOINS = ("{names} joins", "{names} join", "{names} leaves", "{names} leave")
IN = Status("in", "Member", "Belongs", 1, True, *JOINS)
NEAR = Status("near", "Guest", "Is near", 2, False, *(f"{{names}}: guest {n}" for n in range(4)))


def league(*rows: Stretch) -> Membership:
    """A membership that lay in no file."""
    days = date(1950, 1, 1), date(2020, 12, 31)
    return Membership("own", "A league of one's own", "the league", *days, (IN, NEAR), rows, TABLES)


def row(code: str, start: str, end: str = "", status: str = "in", **cells: str) -> Stretch:
    until = date.fromisoformat(end) if end else date.max
    return Stretch(code, cells.pop("name", code), status, date.fromisoformat(start), until, **cells)


# ---------------------------------------------------------------------- who belonged


def test_a_country_may_belong_twice() -> None:
    own = league(row("GRC", "1950-01-01", "1969-12-12"), row("GRC", "1974-11-28"), row("ITA", "1950-01-01"))
    assert [(each.day.year, each.turn, each.again) for each in changes(own) if each.code == "GRC"] == [
        (1950, Turn.JOINED, False),
        (1969, Turn.LEFT, False),
        (1974, Turn.JOINED, True),
    ]
    assert headline_on(own, date(1974, 12, 31)).title == "Greece joins again"
    assert card_on(own, "GRC", date(1980, 1, 1)).sentence == "Member again since 28 November 1974."
    assert card_on(own, "GRC", date(1970, 1, 1)).sentence.startswith(
        "Member from 1 January 1950 until 11 December 1969"
    )
    assert [each.total for each in rounds(own)] == [2, 1, 2]


def test_of_two_rows_the_closer_status_counts() -> None:
    own = league(row("ITA", "1950-01-01", status="near"), row("ITA", "1960-01-01", "1970-01-01"))
    told = [status_on(own, "ITA", date(year, 6, 1)) for year in (1955, 1965, 1975)]
    assert told == ["near", "in", "near"]
    assert [each.turn for each in changes(own)] == [Turn.MOVED, Turn.JOINED, Turn.LEFT]


def test_a_state_that_ended_did_not_leave() -> None:
    own = league(row("CSK", "1950-01-01", "1993-01-01"), row("ITA", "1950-01-01"))
    assert leavers(own, 1993) == ()
    assert headline_on(own, date(1993, 12, 31)).detail == "Czechoslovakia no longer exists."
    early = league(row("CSK", "1950-01-01", "1989-01-01"), row("ITA", "1950-01-01"))
    assert [each.code for each in leavers(early, 1989)] == ["CSK"]


def test_who_takes_over_a_seat_does_not_join() -> None:
    own = league(row("SUN", "1950-01-01", "1991-12-26"), row("RUS", "1991-12-26", continues="SUN"))
    assert joiners(own, 1991) == leavers(own, 1991) == ()
    assert {each.turn for each in changes(own) if each.day.year == 1991} == {Turn.CONTINUED}
    assert headline_on(own, date(1991, 12, 31)).detail == "Russia continues the membership of the Soviet Union."


def test_when_all_have_left_it_is_over() -> None:
    own = league(row("ITA", "1950-01-01", "1970-07-01"), row("FRA", "1950-01-01", "1970-07-01"))
    line = headline_on(own, date(1970, 12, 31))
    assert (line.title, line.detail) == ("The league is dissolved", "On 1 July, after 20 years.")
    assert headline_on(own, date(1971, 12, 31)).title == "No members any more"


def test_what_ends_may_begin_again_and_each_end_has_its_own_day() -> None:
    own = league(row("ITA", "1950-01-01", "1970-07-01"), row("ITA", "1980-01-01", "1990-03-02"))
    assert headline_on(own, date(1970, 12, 31)).detail == "On 1 July, after 20 years."
    assert headline_on(own, date(1990, 12, 31)).detail == "On 2 March, after 40 years."
    assert opening_day(own) == date(1990, 3, 1)
    again = league(row("ITA", "1950-01-01", "1970-07-01"), row("ITA", "1980-01-01"))
    assert opening_day(again) == again.as_of


def test_two_join_while_one_leaves() -> None:
    own = league(
        row("ITA", "1950-01-01", "1960-05-01"),
        row("FRA", "1950-01-01"),
        row("ESP", "1960-02-01"),
        row("PRT", "1960-02-01"),
    )
    assert headline_on(own, date(1960, 12, 31)).title == "Portugal and Spain join, Italy leaves"
    assert headline_on(own, date(1960, 3, 1)).title == "Portugal and Spain join"


def test_a_country_beyond_the_atlas_has_the_name_of_its_rows() -> None:
    own = league(row("PHL", "1950-01-01", name="Philippines"), row("ITA", "1960-01-01"))
    assert headline_on(own, date(1950, 12, 31)).detail == "The Philippines, on 1 January."


def test_a_day_outside_is_refused() -> None:
    own = league(row("ITA", "1950-01-01"))
    with pytest.raises(ValueError, match="2021-01-01 is outside own; expected a day from 1950-01-01 to 2020-12-31"):
        check_day(own, date(2021, 1, 1))


# ---------------------------------------------------------------------- what the map wears


def test_a_state_that_is_gone_colours_what_belonged_to_it() -> None:
    own = league(row("SUN", "1955-05-14", "1991-07-01"), row("CSK", "1955-05-14", "1991-07-01"))
    worn = set(ground_on(own, date(1970, 1, 1)))
    assert {"RUS", "UKR", "EST", "UZB", "UKR-CRIMEA", "CZE", "SVK"} <= worn
    assert not {"POL", "FIN", "DEU-EAST"} & worn
    assert ground_on(own, date(1991, 7, 1)) == {}


def test_germany_is_one_membership_on_two_grounds() -> None:
    own = league(row("DEU", "1952-07-23"))
    assert set(ground_on(own, date(1990, 10, 2))) == {"DEU"}
    assert set(ground_on(own, date(1990, 10, 3))) == {"DEU", "DEU-EAST"}
    assert headline_on(own, date(1952, 12, 31)).detail == "West Germany, on 23 July."


def test_land_told_apart_has_a_way_of_its_own_and_counts_for_nobody() -> None:
    eu = current_membership("eu")
    told = {day: unit_status_on(eu, "GRL", day) for day in (date(1984, 1, 1), date(1985, 2, 1))}
    assert list(told.values()) == ["member", ""]
    assert [unit_status_on(eu, "DZA", date(year, 1, 1)) for year in (1955, 1960, 1963)] == ["", "member", ""]
    assert not {"GRL", "DZA"} & {code for code in standing_on(eu, date(1960, 1, 1)) | standing_on(eu, date(1980, 1, 1))}
    assert card_on(eu, "GRL", date(1980, 1, 1)).sentence == (
        "Member since 1 January 1973. Ground of Denmark, told apart from it."
    )


def test_dependencies_share_a_status_on_demand_and_colonies_never() -> None:
    eu = current_membership("eu")
    worn = ground_on(eu, date(2000, 1, 1))
    assert {"GIB", "ALA", "GLP", "UKR-CRIMEA", "FRO", "NCL", "GGY"} & worn.keys() == {"GIB", "ALA", "GLP"}
    own = league(row("GBR", "1950-01-01"))
    assert set(ground_on(own, date(1955, 1, 1))) == {"GBR"}


@pytest.mark.parametrize("id_", IDS)
def test_the_runs_are_the_days(id_: str) -> None:
    membership = current_membership(id_)
    runs = ground_runs(membership)
    for day in days_of_change(membership):
        number = day_number(day, TABLES)
        worn = {unit: key for unit, run in runs.items() if (key := value_at(run, number))}
        assert worn == ground_on(membership, day), day


# ---------------------------------------------------------------------- all that are shipped


@pytest.mark.parametrize("id_", IDS)
def test_every_day_of_change_has_a_headline_that_fits(id_: str) -> None:
    membership = current_membership(id_)
    years = range(membership.first_day.year, membership.as_of.year + 1)
    for day in {*days_of_change(membership), *(last_day_of(membership, year) for year in years)}:
        line = headline_on(membership, day)
        assert 0 < len(line.title) <= 60, day
        assert line.detail[-1:] in ".?" and len(line.detail) <= 160, day
        assert "{" not in line.title + line.detail


@pytest.mark.parametrize("id_", IDS)
def test_every_card_says_a_sentence_on_every_day_of_change(id_: str) -> None:
    membership = current_membership(id_)
    for code in membership.rows_of:
        for day in days_of_change(membership):
            assert card_on(membership, code, day).sentence.endswith(".")


@pytest.mark.parametrize("id_", IDS)
def test_whoever_is_counted_came_by_a_change(id_: str) -> None:
    membership = current_membership(id_)
    day = membership.first_day - timedelta(days=1)
    within = set(members_on(membership, day))
    for turn in days_of_change(membership):
        told = [each for each in changes(membership) if each.day == turn]
        within |= {each.code for each in told if each.after in membership.counting}
        within -= {each.code for each in told if each.after not in membership.counting}
        assert within == members_on(membership, turn)


def test_views_are_those_that_are_drawn() -> None:
    for id_ in IDS:
        assert set(current_membership(id_).views) <= set(ALL_VIEWS)


def test_no_country_of_the_world_has_a_unit_too() -> None:
    assert not countries().keys() & set(TABLES.units["unit"])
    assert len(countries()) > 100


# ---------------------------------------------------------------------- each way to break it


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the European Union, free to spoil."""
    shutil.copytree(FOLDER / "eu", tmp_path / "eu")
    return tmp_path / "eu"


def problems(folder: Path) -> list[str]:
    with pytest.raises(TableError) as raised:
        read_membership(folder, TABLES)
    return list(raised.value.problems)


def spoil(folder: Path, file: str, start: str, column: str, value: str) -> int:
    """Write a value into one cell of the first row that begins with a text, and give back its line."""
    path = folder / file
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    line = next(n for n, cells in enumerate(rows) if ",".join(cells).startswith(start))
    rows[line][rows[0].index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)
    return line + 1


IRELAND = "IRL,Ireland,,,member"
CELLS = {
    ("code", "XYZ"): "code 'XYZ' is unknown; expected a unit, a state of historical_states.csv or an ISO code",
    ("status", "friend"): "status is 'friend'; expected one of member, candidate, applicant, frozen",
    ("start_on", "1973-02-30"): (
        "start_on is '1973-02-30'; expected a date of the calendar as YYYY, YYYY-MM or YYYY-MM-DD"
    ),
    ("start_on", "1950-01-01"): "start_on is 1950-01-01; expected nothing before 1952-07-23, the first day",
    ("end_on", "1970-01-01"): "IRL member ends 1970-01-01, before it starts 1973-01-01; expected a later end",
    ("end_on", "2030-01-01"): "end_on is 2030-01-01; expected nothing after 2025-12-30, the edition's as_of",
    ("of", "IRL"): "of is 'IRL'; expected another code that has rows of its own here",
    ("continues", "DNK"): "continues 'DNK', which is no member to 1973-01-01; expected whose row ends on that day",
    ("source_ids", "S99"): "source 'S99' is not in sources.csv; expected the id of a source",
    ("source_ids", "K01"): "verified, by sources from memory only; expected a source that was seen",
    ("source_ids", ""): "source_ids is empty; expected a value",
    ("confidence", "sure"): "confidence is 'sure'; expected one of verified, known, unsure",
    ("note", "Seen in Wikipedia."): (
        "note tells of the work on the row ('Wikipedia'); expected that in working_note"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("cell", "sentence"), CELLS.items(), ids=lambda each: str(each)[:40])
def test_a_cell_is_named_with_file_and_line(folder: Path, cell: tuple[str, str], sentence: str) -> None:
    line = spoil(folder, "members.csv", IRELAND, *cell)
    assert f"eu/members.csv line {line}: {sentence}" in problems(folder)


def test_a_country_that_was_no_state_then_is_asked_for_by_its_state(folder: Path) -> None:
    shutil.copytree(FOLDER / "coe", folder.parent / "coe")
    line = spoil(folder.parent / "coe", "members.csv", "UKR,", "start_on", "1985-01-01")
    found = f"coe/members.csv line {line}: UKR belonged to Soviet Union on 1985-01-01; expected SUN as code, or as `of`"
    assert problems(folder.parent / "coe") == [found]


def test_land_needs_its_state(folder: Path) -> None:
    line = spoil(folder, "members.csv", "GRL,", "of", "")
    found = f"eu/members.csv line {line}: GRL is a dependency; expected the state whose ground it is as `of`"
    assert problems(folder) == [found]


def test_two_rows_of_one_status_do_not_overlap(folder: Path) -> None:
    with (folder / "members.csv").open("a", encoding="utf-8") as rows:
        rows.write("IRL,Ireland,,,member,1980-01-01,,,,,S03,verified\n")
    (problem,) = problems(folder)
    assert "IRL member starts 1980-01-01 while line" in problem


Change = Callable[[str], str]
ABOUTS: dict[str, tuple[Change, str]] = {
    "no title": (lambda text: text.replace("title =", "titel ="), "no title; expected a text"),
    "an unknown key": (lambda text: text.replace("title =", "titel ="), "unknown titel; expected one of title, short"),
    "a text for a day": (
        lambda text: text.replace("first_day = 1952-07-23", 'first_day = "1952"'),
        "first_day is '1952'; expected a date",
    ),
    "days the other way round": (
        lambda text: text.replace("first_day = 1952-07-23", "first_day = 2052-07-23"),
        "first_day is 2052-07-23, as_of 2025-12-30; expected a day up to as_of",
    ),
    "an unknown sentence": (
        lambda text: text.replace("founding_title =", "funding_title ="),
        "headline.funding_title is unknown; expected one of ",
    ),
    "a brace that is not filled in": (
        lambda text: text.replace("Six countries begin", "{six} countries begin"),
        "headline.founding_title fills in six; expected Number, short",
    ),
    "a verb that names nobody it can": (
        lambda text: text.replace('becomes_one = "{names} applies"', 'becomes_one = "{name} applies"'),
        "status 3: becomes_one fills in name; expected names",
    ),
    "a status twice": (
        lambda text: text.replace('key = "frozen"', 'key = "applicant"'),
        "key applicant stands in two statuses; expected each once",
    ),
    "nobody counted": (
        lambda text: text.replace("member = true", "member = false"),
        "no status with member = true; expected one whose countries are counted as members",
    ),
    "no TOML": (lambda text: text + "=", "Invalid statement"),
    "an unknown unit": (
        lambda text: text.replace('"GIB"]', '"GIX"]'),
        "with_state has 'GIX'; expected units of units.csv",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ABOUTS)
def test_what_the_file_tells_is_checked(folder: Path, name: str) -> None:
    change, sentence = ABOUTS[name]
    path = folder / "membership.toml"
    text = path.read_text(encoding="utf-8")
    assert change(text) != text
    path.write_text(change(text), encoding="utf-8")
    assert any(each.startswith("eu/membership.toml") and sentence in each for each in problems(folder))


@pytest.mark.parametrize("file", ["membership.toml", "members.csv", "events.csv", "sources.csv"])
def test_a_file_that_is_not_there_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert any(each.startswith(f"eu/{file}: not found in ") for each in problems(folder))


def test_a_source_that_nothing_rests_on_is_named(folder: Path) -> None:
    with (folder / "sources.csv").open("a", encoding="utf-8") as rows:
        rows.write("S98,Example,Invented,https://example.org/,2020,2026-11-28,seen,\n")
    assert problems(folder)[0].endswith("source S98 is used by no row; expected a row that rests on it")


# ---------------------------------------------------------------------- the command line


def test_the_command_line_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["membership", "list"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line.partition(",")[0] for line in listed[1:]] == ["nato", *IDS]
    assert main(["membership", "status", "--id", "eu", "--date", "1973-01-01"]) == 0
    assert "GRL,Greenland,member,DNK,1973-01-01" in capsys.readouterr().out.splitlines()
    assert main(["membership", "table", "--id", "eu"]) == 0
    assert "2020-02-01,GBR,United Kingdom,member,,left,27" in capsys.readouterr().out.splitlines()
    assert main(["membership", "status", "--id", "nato", "--date", "1955-05-06"]) == 0
    assert "DEU,West Germany,member,,1955-05-06" in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--id", "uno", "--date", "1973-01-01"], "'uno' is no membership; expected one of nato, asean"),
        (["--id", "eu", "--date", "1950-01-01"], "1950-01-01 is outside eu; expected a day from 1952-07-23 to"),
        (["--id", "eu", "--date", "1973"], "1973"),
    ],
)
def test_a_faulty_question_ends_in_a_sentence(asked: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["membership", "status", *asked]) == 2
    assert said in capsys.readouterr().err


def test_a_name_that_is_not_the_atlass_ends_the_check_and_is_not_shown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = spoil(folder, "members.csv", IRELAND, "name", "Eire")
    assert main(["membership", "check", str(folder)]) == 1
    assert f"eu/members.csv line {line}: IRL is called Eire; expected Ireland" in capsys.readouterr().out
    assert name_on(read_membership(folder, TABLES), "IRL", date(1980, 1, 1)) == "Ireland"


def test_faulty_rows_end_the_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder, "members.csv", IRELAND, "status", "friend")
    assert main(["membership", "check", str(folder)]) == 1
    assert "status is 'friend'" in capsys.readouterr().out
