"""`python -m data`: what it prints, and how it ends."""

import csv
import io
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from data.__main__ import main
from data.schema import SCHEMA
from data.tables import FOLDER, current_tables

AS_OF = current_tables().as_of
TOMORROW = AS_OF + timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the project's tables, free to spoil."""
    for path in [*FOLDER.glob("*.csv"), FOLDER / "edition.toml"]:
        shutil.copy(path, tmp_path)
    return tmp_path


def replace(path: Path, old: str, new: str) -> None:
    """Change the first place where a text stands."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_check_prints_a_line_a_table_and_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(".csv: ")[0] for line in lines] == list(SCHEMA)
    assert {"eras.csv: 4 rows", "line_phases.csv: 9 rows", "draft_treaties.csv: 8 rows"} <= set(lines)
    assert f"accessions.csv: {len(current_tables().accessions)} rows" in lines


def test_check_of_a_folder_lists_every_problem_and_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder)]) == 0
    capsys.readouterr()
    replace(
        folder / "statuses.csv",
        "POL,Poland,pfp,participant,1994-02-02,1999-03-12",
        "POL,Poland,pfp,participant,1994-02-02,1990-01-01",
    )
    replace(folder / "events.csv", "EV09,1961-08-13", "EV09,1961-08-32")
    assert main(["check", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert "POL pfp ends 1990-01-01, before it starts 1994-02-02; expected a later end" in lines[0]
    assert lines[0].startswith("statuses.csv line ")
    line = (folder / "events.csv").read_text(encoding="utf-8").partition("1961-08-32")[0].count("\n") + 1
    assert lines[1] == (
        f"events.csv line {line}: date is '1961-08-32'; expected a date of the calendar as YYYY, YYYY-MM or YYYY-MM-DD"
    )


def test_check_of_an_empty_folder_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == len(SCHEMA) + len(("edition.toml",))


def status(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, dict[str, str]]:
    """The rows that `status` prints, by unit."""
    assert main(["status", *arguments]) == 0
    out = capsys.readouterr().out
    assert out.startswith("unit,iso3,state,status,since,formats\n")
    return {row["unit"]: row for row in csv.DictReader(io.StringIO(out))}


def test_status_prints_every_unit_as_csv(capsys: pytest.CaptureFixture[str]) -> None:
    rows = status(capsys, "--date", "1999-12-31")
    assert rows["POL"] == {
        "unit": "POL", "iso3": "POL", "state": "POL", "status": "member", "since": "1999-03-12", "formats": "",
    }  # fmt: skip
    assert rows["SVK"]["status"] == "aspirant"
    assert rows["SVK"]["formats"] == "map;pfp;eapc"
    assert rows["DEU-EAST"]["iso3"] == "DEU"
    assert rows["MNE"]["state"] == "FRY"
    assert len(rows) == 132


def test_status_asks_the_folder_it_is_given(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(folder / "statuses.csv", "AUT,Austria,pfp,participant,1995-02-10", "AUT,Austria,pfp,participant,1996-02-10")
    assert status(capsys, "--date", "1995-12-31")["AUT"]["status"] == "partner"
    assert status(capsys, "--date", "1995-12-31", "--dir", str(folder))["AUT"]["status"] == "none"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1999", "'1999' is no day; expected one of the calendar as YYYY-MM-DD"),
        ("1999-02-29", "'1999-02-29' is no day; expected one of the calendar as YYYY-MM-DD"),
        ("yesterday", "'yesterday' is no day; expected one of the calendar as YYYY-MM-DD"),
        ("2004-W01-1", "'2004-W01-1' is no day; expected one of the calendar as YYYY-MM-DD"),
        ("1948-12-31", f"1948-12-31 is outside the tables; expected a day from 1949-01-01 to {AS_OF}"),
        (f"{TOMORROW}", f"{TOMORROW} is outside the tables; expected a day from 1949-01-01 to {AS_OF}"),
    ],
)
def test_a_bad_date_gets_a_sentence(text: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--date", text]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"{sentence}\n"


def test_status_of_faulty_tables_says_why(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(folder / "events.csv", "EV09,1961-08-13", "EV09,1961-08-32")
    assert main(["status", "--date", "1999-12-31", "--dir", str(folder)]) == 1
    assert ": date is '1961-08-32'" in capsys.readouterr().err


def test_it_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "data", "check"], cwd=FOLDER.parent, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"accessions.csv: {len(current_tables().accessions)} rows\n")
