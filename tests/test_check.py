"""The check reads all that the start reads, and names what does not hold together with the tables."""

import csv
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

import data.__main__
import geo.__main__
from data.checks.beside import beside_problems
from data.checks.everything import all_problems
from data.tables import FOLDER, current_tables
from geo.check import everything_wrong

COPIED = ("captions.toml", "cities.toml", "columns.toml", "edition.toml", "lesson.toml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of all that lies beside the code, free to spoil."""
    for path in [*FOLDER.glob("*.csv"), *(FOLDER / name for name in COPIED)]:
        shutil.copy(path, tmp_path)
    shutil.copytree(FOLDER / "words" / "en", tmp_path / "words" / "en")
    (tmp_path / "natural_earth").mkdir()
    for name in ("origin.toml", "units.fgb.zip"):
        shutil.copy(FOLDER / "natural_earth" / name, tmp_path / "natural_earth")
    return tmp_path


def replaced(path: Path, old: str, new: str) -> None:
    """Change the first place where a text stands."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def append(path: Path, **cells: str) -> None:
    """A row at the end of a table; the cells not named stay empty."""
    with path.open(encoding="utf-8", newline="") as lines:
        columns = next(csv.reader(lines))
    with path.open("a", encoding="utf-8", newline="") as out:
        csv.DictWriter(out, columns, restval="", lineterminator="\n").writerow(cells)


def test_the_project_holds_together() -> None:
    assert everything_wrong() == []


def test_the_copy_holds_together_before_it_is_spoiled(folder: Path) -> None:
    assert all_problems(folder) == []


def long_number(path: Path) -> None:
    path.write_text("more = " + "9" * 5000, encoding="utf-8")


def nested(path: Path) -> None:
    path.write_text("more = " + "[" * 9000, encoding="utf-8")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


ATLAS, SAID = "words/en/browser/atlas.toml", "words/en/browser/statements.toml"
STATUSES = "words/en/browser/statuses.toml"
TIMELINE = "words/en/facts/timeline.toml"
FRONTIER = "words/en/facts/frontier.toml"


def problems_of(folder: Path, file: str) -> list[str]:
    """What the whole check says of a spoilt table, or its second half of a file beside the tables."""
    return all_problems(folder) if file.endswith(".csv") else list(beside_problems(folder, current_tables()))


SPOILT = [
    # file, old, new, sentence
    ("captions.toml", "2022-01-10-sherman-open-door", "nobody", "captions.toml [nato] loaded 1: statement 'nobody'"),
    ("captions.toml", "{members} members", "{members.real} members", "captions.toml [nato] eastward: "),
    ("captions.toml", "{members} members", "{members!z} members", "captions.toml [nato] eastward: "),
    ("captions.toml", 'name = "In', 'name = "\\u0000In', "captions.toml [nato]: name has U+0000"),
    ("cities.toml", "[st_petersburg]", "[no]\nuntil = 1991-09-06\n[st_petersburg]", "cities.toml: unknown no; "),
    ("cities.toml", "until =", "to =", "cities.toml [st_petersburg]: until is "),
    ("cities.toml", "1991-09-06\n", '"1991"\n', "cities.toml [st_petersburg]: until is '1991'; expected a date"),
    ("cities.toml", "note =", "notes =", "cities.toml [st_petersburg] note: nothing; expected text"),
    ("cities.toml", "\nurl =", "\nurn =", "cities.toml [st_petersburg] source 1, url: nothing; expected text"),
    ("cities.toml", "[st_petersburg]", "[moscow]\nuntil = 1991-09-06\n[st_petersburg]",
     "cities.toml [moscow]: words have no city_before.moscow; expected its name before that day"),
    (FRONTIER, "[city_before]", "[city_gone]", "words: city_before.st_petersburg: nothing; expected text"),
    ("columns.toml", "order_of_joining =", "order =", "columns.toml [accessions]: no order_of_joining; expected"),
    ("columns.toml", "order_of_joining =", "order =", "columns.toml [accessions]: unknown column 'order'"),
    ("columns.toml", "[accessions]", "[acessions]", "columns.toml: unknown acessions; expected every or a table"),
    ("columns.toml", 'iso3 = "The country by', 'iso3 = 3 # "', "columns.toml [every] iso3: 3; expected text"),
    ("lesson.toml", 'statement = "1949-04-02-ministers-reply"', 'statement = "no"', "stop 1: statement 'no'"),
    ("lesson.toml", '"GRC", "TUR"', '"GRC", "TRK"', "lesson.toml stop 2: focus 'TRK'; expected ids of countries"),
    ("lesson.toml", '"S111", "S95"', '"S000", "S95"', "lesson.toml stop 1: sources 'S000'; expected ids of sources"),
    (TIMELINE, "\nwar =", "\npeace =", "words: era.war: nothing; expected text"),
    (TIMELINE, '"War"]', '""]', "words: era.war: ''; expected text"),
    (ATLAS, "us-4 =", "us-3 =", "words: draft.us-4: nothing; expected text"),
    (ATLAS, "answer_us =", "answer =", "words: draft.answer_us: nothing; expected text"),
    (ATLAS, "[panel]", "[side]", "words: statements.toml: side stands in another file too"),
    (SAID, 'en = "English"', 'en = ""', "words: language_name.en: ''; expected text"),
    (SAID, "[stance.threat]", "[stance.thread]", "words: stance.threat.label: nothing"),
    (SAID, "said =", "sad =", "words: form.said: nothing; expected text"),
    (SAID, "soviet =", "union =", "words: side.soviet: nothing; expected text"),
    (STATUSES, "[status.none]", "[status.no]", "words: status.none.label: nothing; expected text"),
    (STATUSES, "csto_frozen =", "frozen =", "words: bloc.csto_frozen: nothing; expected text"),
    (STATUSES, "pfp =", "pfb =", "words: format.pfp: nothing; expected text"),
    ("natural_earth/origin.toml", '"POL", ', "", "units.csv: POL has no shape in units.fgb.zip"),
    ("natural_earth/origin.toml", '"POL", ', '"POL", "ATL", ', "units.csv: no row for ATL, which has a shape"),
    ("natural_earth/origin.toml", "fe64fbcc", "fe64fbcd", "origin.toml: units.fgb.zip is not the file on record"),
    ("measures.csv", "\n1999,1999-12-31,19,", "\n1999,1999-12-31,18,", "measures.csv: 1999 has 18 members"),
    ("measures.csv", "\n2000,", "\n0,", "measures.csv line "),
    ("measures.csv", "\n1949,1949-12-31,12,", "\n1949,1949-12-30,12,", "12 members on 1949-12-30; expected 12"),
    ("measures.csv", "\n1999,1999-12-31,", "\n1999,1999,", "measured on 1999; expected YYYY-MM-DD"),
    ("borders.csv", "FIN|RUS,FIN,RUS", "FIN|UKR,FIN,UKR", "borders.csv: FIN|UKR was never front line"),
    ("territory_changes.csv", "\nTC02,", "\nTC99,", "territory_changes.csv: no row TC02; expected the one"),
    ("statuses.csv", "POL,Poland,pfp,participant,1994-02-02,1999-03-12", "POL,Poland,pfp,participant,1994-02-02,",
     "statuses.csv: POL pfp from 1994-02-02 ends never; expected an end by 1999-03-12, when POL joined"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"), SPOILT, ids=[f"{at} {case[3]}" for at, case in enumerate(SPOILT)]
)
def test_what_is_spoilt_beside_the_tables_is_named(folder: Path, file: str, old: str, new: str, sentence: str) -> None:
    replaced(folder / file, old, new)
    problems = problems_of(folder, file)
    assert any(sentence in problem for problem in problems), problems


@pytest.mark.parametrize(
    "file", ["captions.toml", "cities.toml", "columns.toml", "lesson.toml", ATLAS, "natural_earth/origin.toml"]
)
@pytest.mark.parametrize("spoil", [long_number, nested, a_folder])
def test_a_file_that_cannot_be_read_is_a_sentence(folder: Path, file: str, spoil: Callable[[Path], None]) -> None:
    spoil(folder / file)
    problems = problems_of(folder, file)
    assert problems
    assert all("; expected " in problem for problem in problems)


def test_a_member_added_without_measuring_and_still_a_partner_is_named(folder: Path) -> None:
    row = {"iso3": "BIH", "name": "Bosnia and Herzegovina", "source_ids": "S01", "confidence": "known"}
    before = current_tables()
    members, year, joined = len(before.accessions), before.last_year, before.as_of.isoformat()
    invited = (before.as_of - timedelta(days=9)).isoformat()
    steps = {"invited_on": invited, "joined_on": joined, "order_of_joining": str(members + 1)}
    append(folder / "accessions.csv", **row, **steps, round="A round", former_bloc="yugoslavia")
    append(folder / "statuses.csv", **row, status="invited", start_on=invited, end_on=joined)
    problems = all_problems(folder)
    assert any(problem.startswith(f"measures.csv: {year} has {members} members") for problem in problems)
    assert any("BIH pfp" in problem and f"ends never; expected an end by {joined}" in problem for problem in problems)


LATER = [
    ("borders.csv", "BGR|GRC", "borders.csv: no row for BGR|GRC, which was front line"),
    ("claims.csv", "C05,", "claims.csv: no row C05; expected one, since geo/claims computes it"),
]


@pytest.mark.parametrize(("file", "start", "sentence"), LATER)
def test_a_row_that_the_shapes_or_the_claims_need_is_named(folder: Path, file: str, start: str, sentence: str) -> None:
    lines = (folder / file).read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(start)]
    assert len(kept) == len(lines) - 1
    (folder / file).write_text("".join(kept), encoding="utf-8")
    assert any(problem.startswith(sentence) for problem in everything_wrong(folder))


def test_an_event_that_a_claim_is_about_is_missed_by_name(folder: Path) -> None:
    replaced(folder / "events.csv", "\nEV44,", "\nEV944,")
    problems = everything_wrong(folder)
    assert any("C04 cannot be computed: events has no event_id EV44" in problem for problem in problems)


def test_a_view_that_a_lesson_cannot_have_is_named(folder: Path) -> None:
    replaced(folder / "lesson.toml", 'view = "north_atlantic"', 'view = "moon"')
    assert any("view: 'moon'; expected one of" in problem for problem in everything_wrong(folder))


@pytest.mark.parametrize("main", [data.__main__.main, geo.__main__.main], ids=["data", "geo"])
def test_the_command_fails_with_the_sentence(
    folder: Path, main: Callable[[list[str]], int], capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(folder / "captions.toml", "2022-01-10-sherman-open-door", "nobody")
    assert main(["check", str(folder)]) == 1
    assert capsys.readouterr().out.startswith("captions.toml [nato] loaded 1: statement 'nobody' is not in")
