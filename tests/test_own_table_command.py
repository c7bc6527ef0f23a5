"""The command line reads a table of one's own, keeps it with its answers, and tells of it like of any membership."""

import zipfile
from pathlib import Path

import pytest

from data.__main__ import main

TABLES = Path(__file__).parent / "files" / "own_tables"
EXAMPLES = Path(__file__).parent.parent / "data" / "own_table" / "examples"
PCT = str(EXAMPLES / "pct-two-digit-years.tsv")


def test_check_lists_what_is_open_and_status_reads_what_was_saved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "my.zip"
    answers = ["--answer", "state:RUS:1978-03-29=split", "--answer", "just-before=later"]
    assert main(["membership", "check", PCT]) == 1
    told = capsys.readouterr().out
    assert "? state:RUS:1978-03-29: When Russia joined (29 March 1978)" in told and "    split: " in told
    assert told.splitlines()[-1] == "pct-two-digit-years.tsv: 15 taken, 2 asked, 2 refused, 1 other lines"
    assert main(["membership", "check", PCT, *answers, "--save", str(target)]) == 1
    assert capsys.readouterr().out.splitlines()[-1].endswith("17 taken, 0 asked, 2 refused, 1 other lines")
    assert main(["membership", "status", str(target), "--date", "1990-01-01"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[0] == "code,name,status,of,since" and "SUN,Soviet Union,member,,1978-03-29" in rows
    assert main(["membership", "table", str(target)]) == 0
    assert "1991-12-26,RUS,Russia,,member,continued,8" in capsys.readouterr().out


def test_a_whole_table_checks_without_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["membership", "check", str(TABLES / "eu-iso2.csv")]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "eu-iso2.csv: 28 taken, 0 asked, 0 refused, 1 other lines"


def test_what_is_saved_is_a_folder_of_memberships_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "my.zip"
    main(["membership", "check", str(TABLES / "eu-iso2.csv"), "--save", str(target)])
    with zipfile.ZipFile(target) as archive:
        archive.extractall(tmp_path / "eu")
    assert main(["membership", "check", str(tmp_path / "eu")]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "eu: 28 rows, 0 events, 1 sources"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04answers.json"])
def test_a_file_that_is_no_table_ends_in_a_sentence(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "my.bin"
    path.write_bytes(content)
    assert main(["membership", "check", str(path)]) == 1
    assert main(["membership", "status", str(path), "--date", "2000-01-01"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 2 and all(line.startswith("my.bin") and "; expected " in line for line in told)
