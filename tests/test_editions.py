"""Editions: listed, kept as packages, proved by the check, begun and published by commands."""

import csv
import hashlib
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from data.__main__ import main
from data.checks.editions import edition_problems
from data.checks.everything import all_problems
from data.editions import (
    EditionError,
    digest_of,
    edition_files,
    numbered,
    package,
    package_path,
    published,
    read_package,
)
from data.schema import SCHEMA
from data.tables import FOLDER, current_tables, read_edition, read_tables

ROOT = FOLDER.parent
NOW = current_tables()
TOLD = ("--number=9.0", "--date=2029-01-02", "--changed=Something, and a “quotation”.")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The project's tables with its editions, free to spoil; the edition is open."""
    folder = copied(ROOT, tmp_path / "open")
    if NOW.is_published:
        assert act(folder, "new", *TOLD) == 0
    return folder


def copied(root: Path, to: Path) -> Path:
    """What tells of the editions of a project, in a folder of its own: its tables."""
    folder = to / "data"
    shutil.copytree(root / "data" / "editions", folder / "editions")
    for path in [*(root / "data").glob("*.csv"), root / "data" / "edition.toml"]:
        shutil.copy(path, folder)
    for name in ("CITATION.cff", "pyproject.toml"):
        shutil.copy(root / name, to)
    return folder


def act(folder: Path, *arguments: str) -> int:
    return main(["edition", *arguments, "--dir", str(folder)])


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its edition published."""
    root = tmp_path_factory.mktemp("shelf")
    folder = copied(ROOT, root)
    assert NOW.is_published or act(folder, "publish") == 0
    return root


@pytest.fixture
def frozen(shelf: Path, tmp_path: Path) -> Path:
    """The tables of a published edition, free to spoil."""
    return copied(shelf, tmp_path / "frozen")


def problems(folder: Path) -> list[str]:
    return list(edition_problems(folder, read_tables(folder)))


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# ---------------------------------------------------------------------- what was published


def test_the_first_edition_is_the_one_of_march_2026() -> None:
    first = NOW.editions[0]
    assert (first.number, first.day, first.as_of) == ("1.0", date(2026, 3, 3), date(2026, 3, 3))
    rows = {name: list(csv.reader(text.decode().splitlines())) for name, text in read_package(FOLDER, "1.0").items()}
    assert (len(rows["accessions.csv"]), len(rows["statements.csv"]), len(rows) - 1) == (33, 148, 20)


def test_a_digest_is_what_sha256sum_says(tmp_path: Path, program: Callable[[str], str]) -> None:
    for name, content in read_package(FOLDER, "1.0").items():
        (tmp_path / name).write_bytes(content)
    names = sorted(path.name for path in tmp_path.glob("*.csv"))
    listed = subprocess.run([program("sha256sum"), *names], cwd=tmp_path, capture_output=True, check=True).stdout
    assert hashlib.sha256(listed).hexdigest() == NOW.editions[0].digest


@pytest.mark.parametrize("edition", NOW.editions, ids=lambda edition: edition.number)
def test_a_package_can_be_made_again_to_the_byte(edition, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = package_path(FOLDER, edition.number)
    assert package(read_package(FOLDER, edition.number), edition.day) == path.read_bytes()


def test_numbers_are_compared_as_numbers() -> None:
    assert numbered("1.9") < numbered("1.10") < numbered("2.0")
    for odd in ("1", "1.0.0", "1.-1", "01.1", "1.x", "", "１.1", " 1.1"):
        with pytest.raises(ValueError, match=r"expected one such as 1\.1"):
            numbered(odd)


# ---------------------------------------------------------------------- the check


def test_the_editions_of_the_project_hold() -> None:
    assert problems(FOLDER) == []


def test_the_copy_holds_open_and_published(data: Path, frozen: Path) -> None:
    assert problems(data) == []
    assert problems(frozen) == []


def test_while_an_edition_is_open_its_tables_change_freely(data: Path) -> None:
    replaced(data / "events.csv", "EV09,1961-08-13,", "EV09,1961-08,")
    assert problems(data) == []


def test_a_table_that_changed_after_its_edition_was_published_fails_and_says_what_to_run(
    frozen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(frozen / "events.csv", "EV09,1961-08-13,", "EV09,1961-08,")
    capsys.readouterr()
    assert main(["check", str(frozen)]) == 1
    (problem,) = capsys.readouterr().out.splitlines()
    number = read_edition(frozen)["version"]
    assert problem.startswith(f"edition {number} is published, but events.csv changed since; to begin the next: ")
    major, minor = numbered(number)
    command = problem.partition("python -m data ")[2].replace("YYYY-MM-DD", "2029-02-03").replace('"', "").split()
    assert command[3] == f"{major}.{minor + 1}"
    assert main([*command, "--dir", str(frozen)]) == 0
    assert all_problems(frozen) == []


def test_a_sketch_of_tables_without_packages_is_not_asked_for_its_edition(frozen: Path) -> None:
    shutil.rmtree(frozen / "editions")
    replaced(frozen / "events.csv", "EV09,1961-08-13,", "EV09,1961-08,")
    assert problems(frozen) == []


def drop(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def swap(name: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda folder: replaced(folder / name, old, new)


def pack(folder: Path, **files: bytes) -> None:
    """The first package with other files."""
    kept = read_package(folder, "1.0") | {name.replace("_", "."): content for name, content in files.items()}
    package_path(folder, "1.0").write_bytes(package(kept, date(2026, 3, 3)))


DIGEST = NOW.editions[0].digest
SPOILT: list[tuple[Callable[[Path], object], str]] = [
    (drop("editions/1.0.zip"), "editions/1.0.zip: not found; expected the tables of edition 1.0"),
    (lambda at: (at / "editions" / "1.0.zip").write_bytes(b"PK"), "editions/1.0.zip: File is not a zip file; expected"),
    (lambda at: pack(at, eras_csv=b"x"), f"expected {DIGEST}, as editions.csv says"),
    (lambda at: pack(at, edition_toml=b"version = 1"), "is of 1 with facts to None; expected 1.0 to 2026-03-03"),
    (lambda at: pack(at, edition_toml=b"\xff"), "editions/1.0.zip: edition.toml cannot be read"),
    (lambda at: (at / "editions" / "0.9.zip").write_bytes(b""), "editions/0.9.zip: no row of editions.csv"),
    (swap("editions.csv", DIGEST, DIGEST[::-1]), f"has the digest {DIGEST}; expected {DIGEST[::-1]}"),
    (
        swap("editions.csv", "1.0,2026-03-03,2026-03-03", "1.0,2026-03-03,2026-03-04"),
        "1.0 is 2026-03-04; expected none",
    ),
    (swap("editions.csv", "1.0,2026-03-03,", "1.0,2030-03-03,"), "expected none before 2030-03-03"),
    (swap("edition.toml", 'version = "', 'version = "0.'), "is no number of an edition"),
    (swap("../CITATION.cff", 'version: "', 'version: "2'), "CITATION.cff: version is 2"),
    (swap("../CITATION.cff", "date-released: 2", "date-released: 3"), "CITATION.cff: date-released is 3"),
    (swap("../pyproject.toml", '\nversion = "', '\nversion = "2'), "pyproject.toml: version is 2"),
    (drop("../CITATION.cff"), "CITATION.cff: No such file or directory; expected version"),
]


@pytest.mark.parametrize(("spoil", "sentence"), SPOILT, ids=[case[1][:50] for case in SPOILT])
def test_an_edition_that_does_not_hold_is_named(data: Path, spoil: Callable[[Path], object], sentence: str) -> None:
    spoil(data)
    found = problems(data)
    assert any(sentence.replace("has the digest", "have the digest") in problem for problem in found), found


def test_editions_out_of_order_are_named(frozen: Path) -> None:
    header, *rows = (frozen / "editions.csv").read_text(encoding="utf-8").splitlines()
    (frozen / "editions.csv").write_text("\n".join([header, *reversed(rows), ""]), encoding="utf-8")
    found = problems(frozen)
    assert any("1.0 stands after" in problem and "expected numbers that rise" in problem for problem in found)
    assert any("date of 1.0 is 2026-03-03; expected none before" in problem for problem in found)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("number,", "no,", "editions.csv line 1: no, date, as_of, changed, digest; expected number,"),
        ("1.0,2026-03-03", "1.0,2026-02-30", "editions.csv line 2: "),
        ("1.0,", "one,", "editions.csv line 2: 'one' is no number"),
        (DIGEST, "abc", "editions.csv line 2: digest is 'abc'; expected 64"),
        ("1.0,", '"1.0,', "editions.csv line 2: "),
        (f",{DIGEST}", "", "editions.csv line 2: not enough values to unpack"),
    ],
)
def test_a_list_that_cannot_be_read_is_a_sentence(data: Path, old: str, new: str, sentence: str) -> None:
    replaced(data / "editions.csv", old, new)
    (problem,) = all_problems(data)
    assert problem.startswith(sentence)
    assert "; expected " in problem
    with pytest.raises(EditionError):
        published(data)


# ---------------------------------------------------------------------- the commands


def test_an_edition_is_published_with_its_tables(data: Path) -> None:
    files = edition_files(data)
    assert act(data, "publish") == 0
    last = published(data)[-1]
    assert last.digest == digest_of(files)
    assert read_package(data, last.number) == files
    assert {name for name in files if name.endswith(".csv")} == {f"{name}.csv" for name in SCHEMA}
    assert read_tables(data).is_published


def test_faulty_tables_are_not_published(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (data / "editions.csv").read_bytes()
    replaced(data / "events.csv", "EV09,1961-08-13", "EV09,1961-08-32")
    assert act(data, "publish") == 1
    assert "date is '1961-08-32'" in capsys.readouterr().err
    assert (data / "editions.csv").read_bytes() == before


def test_what_is_told_of_an_edition_reaches_every_file(data: Path) -> None:
    assert act(data, "change", *TOLD, "--as-of=2029-01-01") == 0
    told = read_edition(data)
    assert (told["version"], told["date"], told["as_of"]) == ("9.0", date(2029, 1, 2), date(2029, 1, 1))
    assert told["changed"] == "Something, and a “quotation”."
    assert told["note"] == NOW.edition_note
    citation = (data.parent / "CITATION.cff").read_text(encoding="utf-8")
    assert '\nversion: "9.0"\ndate-released: 2029-01-02\n' in citation
    assert 'version = "9.0"\n' in (data.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert problems(data) == []


def test_the_next_edition_may_be_begun_before_its_tables_hold(frozen: Path) -> None:
    replaced(frozen / "events.csv", "EV09,1961-08-13", "EV09,2028-12-31")
    assert act(frozen, "new", *TOLD, "--as-of=2029-01-01") == 0
    assert read_edition(frozen)["version"] == "9.0"


LAST = NOW.editions[-1]
REFUSED = [
    (("change", f"--number={LAST.number}"), f"{LAST.number} is not after {LAST.number}; expected a number that rises"),
    (("change", "--number=next"), "'next' is no number of an edition"),
    (("change", "--date=2026-03-02"), "the facts are checked up to"),
    (("change", "--as-of=2029-01-01", "--date=2028-01-01"), "the facts are checked up to 2029-01-01; expected no day"),
    (("change", "--as-of=2026-03-02"), f"facts to 2026-03-02 go back behind {LAST.as_of}"),
    (("change", "--date=soon"), "'soon' is no day"),
    (("new", *TOLD), "is open; expected it published first"),
]


@pytest.mark.parametrize(("arguments", "sentence"), REFUSED, ids=[case[1][:40] for case in REFUSED])
def test_what_cannot_be_told_of_an_edition_is_refused_and_nothing_is_written(
    data: Path, arguments: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (data / "edition.toml").read_bytes()
    assert act(data, *arguments) == 2
    assert sentence in capsys.readouterr().err
    assert (data / "edition.toml").read_bytes() == before


def test_what_was_published_is_not_changed_or_published_again(frozen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert act(frozen, "change", "--changed=More.") == 2
    assert act(frozen, "publish") == 2
    said = capsys.readouterr().err
    assert "is published; expected an open one, begun with `python -m data edition new`" in said
    assert "is published already" in said


def test_an_odd_citation_file_is_told_and_nothing_is_written(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (data / "edition.toml").read_bytes()
    replaced(data.parent / "CITATION.cff", "date-released: ", "date-released : ")
    assert act(data, "change", "--changed=More.") == 2
    assert "CITATION.cff: 0 lines begin with 'date-released: '; expected one" in capsys.readouterr().err
    assert (data / "edition.toml").read_bytes() == before
