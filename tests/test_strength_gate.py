"""One gate for all that comes from outside: whatever it is, it is taken or told of in a sentence, at once."""

import io
import sys
import time
import zipfile
from pathlib import Path

import pytest
from each import for_each
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.gate import MOST_S, alone, fuzzed
from benchmarks.hostile import BILLION, KINDS, TABLE, lying, packed
from data.checks.everything import all_problems
from data.errors import DataError
from data.gate import limits
from data.gate.archive import unpacked
from data.gate.files import read_within
from data.gate.links import is_link, is_web
from data.gate.numbers import whole
from data.gate.problems import GateError, first_told
from data.gate.rows import delimited, rows_within
from data.gate.text import UNSEEN, first_unfit, plain, shown
from data.gate.toml import admitted
from data.gate.xml import tree_of
from data.tables import FOLDER, TableError, find_problems, read_tables
from geo.errors import LessonError
from geo.lesson.lesson import parse_lesson

INPUTS = 2_000
WORST = [name for name in KINDS if not name.startswith(TABLE)] + [f"{TABLE}statements", f"{TABLE}units"]


# ---------------------------------------------------------------------- anything at all


@pytest.mark.parametrize("name", KINDS)
def test_thousands_of_changed_inputs_are_taken_or_told_of(name: str) -> None:
    tables = sum(each.startswith(TABLE) for each in KINDS)
    inputs = INPUTS // tables if name.startswith(TABLE) else INPUTS
    counted = fuzzed(name, inputs)
    assert counted.total() == inputs
    assert counted[False]


@for_each("name", KINDS)
def test_what_they_are_made_of_is_good(name: str) -> None:
    for seed in KINDS[name].seeds:
        try:
            KINDS[name].read(seed)
        except (DataError, ValueError) as error:
            assert name == "address" or name.startswith(TABLE), error


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory and /proc are Linux's")
def test_the_worst_megabyte_of_each_kind_takes_a_second_and_100_mb_at_most() -> None:
    taken = alone(WORST)
    assert {name: seconds for name, seconds in taken.items() if seconds >= MOST_S} == {}


# ---------------------------------------------------------------------- each rule, once


@given(st.text(alphabet=st.sampled_from("0123456789²٣-+ ._eE\x00")))
def test_a_whole_number_is_a_few_plain_digits(text: str) -> None:
    number = whole(text)
    assert number is None or (len(text) <= limits.MOST_DIGITS and text.lstrip("0") == (str(number) if number else ""))


def test_a_number_of_any_length_takes_no_time() -> None:
    assert whole("9" * 10_000_000) is None


@for_each(
    "text, link, web",
    [
        ("https://www.nato.int/cps/en/natohq/official_texts.htm", True, True),
        ("HTTP://www.un.org", True, True),
        ("mailto:atlas@school.example", True, False),
        ("mailto:", False, False),
        ("https://", False, False),
        ("https:///x", False, False),
        ("javascript:alert(1)", False, False),
        (" javascript:alert(1)", False, False),
        ("java\nscript:alert(1)", False, False),
        ("https://a.example/ x", False, False),
        ("data:text/html,<b>", False, False),
        ("vbscript:x", False, False),
        ("file:///etc/passwd", False, False),
        ("//a.example", False, False),
        ("", False, False),
    ],
)
def test_only_addresses_of_pages_and_mailboxes_are_links(text: str, link: bool, web: bool) -> None:
    assert (is_link(text), is_web(text)) == (link, web)


@given(st.text(max_size=200))
def test_what_a_sentence_shows_is_short_and_can_be_seen(text: str) -> None:
    for told in (plain(text), shown(text)):
        assert len(told) <= limits.LONGEST_SHOWN
        assert not first_unfit(told)
        assert not UNSEEN.search(told)


def test_problems_are_counted_and_not_kept() -> None:
    assert first_told(map(str, range(3))) == ("0", "1", "2")
    assert first_told(map(str, range(25)))[-1] == "and 5 more"
    assert first_told(map(str, range(20)))[-1] == "19"
    assert first_told(map(str, range(200)))[-1] == "and 180 more"
    endless = (str(n) for n in iter(int, 1))
    assert first_told(endless)[-1] == "and more than 180 more"


# ---------------------------------------------------------------------- tables and files


def own(text: str, sign: str = ",") -> list[list[str]]:
    return [cells for _, cells in delimited(text, "own.csv", sign)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\n" + "1\n" * (limits.MOST_ROWS + 1), "own.csv line 20002: more than 20,000 rows; expected at most as many"),
        ("a," * 101, "own.csv line 1: 102 cells; expected at most 100"),
        ("a,b\n1," + "x" * 10_001, "own.csv line 2: b has 10,001 characters; expected at most 10,000"),
        ("x" * 20_000, "own.csv line 1: cell 1 has 20,000 characters"),
        ("a\n" + "x" * 200_000, "own.csv line 2: "),
        ('a\n"x', "own.csv line 2: unexpected end of data; expected comma-separated cells with closed quotes"),
    ],
)
def test_a_table_that_is_too_much_is_told_by_its_line(text: str, told: str) -> None:
    with pytest.raises(GateError) as caught:
        own(text)
    assert told in str(caught.value)


def test_a_table_within_its_limits_is_read_whatever_stands_between_cells() -> None:
    for sign in ",\t;":
        assert own(f'a{sign}b\r\n1{sign}"2\u2028\n3"\r\n', sign) == [["a", "b"], ["1", "2\u2028\n3"]]
    assert [line for line, _ in delimited('a\n"1\n\u2028"\n2\n', "own.csv")] == [1, 2, 4]
    assert list(rows_within([(1, ["a"]), (2, ["b"])], "own.xlsx")) == [(1, ["a"]), (2, ["b"])]


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(b"x" * 11)
    assert read_within(path, 11) == b"x" * 11
    with pytest.raises(GateError, match=r"^own\.csv: more than 10 bytes; expected at most as many$"):
        read_within(path, 10)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device of Unix")
def test_no_device_is_read_for_ever() -> None:
    with pytest.raises(GateError, match="zero: a device; expected a file"):
        read_within(Path("/dev/zero"), 10)


# ---------------------------------------------------------------------- archives and XML


def test_an_archive_is_unpacked() -> None:
    raw = packed([("a.xml", b"<a/>"), ("b/c.xml", b"<c/>")])
    assert unpacked(raw, "own.xlsx") == {"a.xml": b"<a/>", "b/c.xml": b"<c/>"}
    assert unpacked(raw, "own.xlsx", {"a.xml"}) == {"a.xml": b"<a/>"}


BOMB = b"\0" * (limits.MOST_UNPACKED_BYTES + 1)
ARCHIVES = [
    (packed([("bomb", BOMB)]), "more than 30,000,000 bytes unpacked"),
    (lying(packed([("bomb", BOMB)]), len(BOMB), 100), "expected"),
    (packed([(str(n), BOMB[: len(BOMB) // 2]) for n in range(3)]), "more than 30,000,000 bytes unpacked"),
    (packed([(str(n), b"") for n in range(limits.MOST_ENTRIES + 1)]), "more than 400 entries"),
    (b"x" * 100, "expected a ZIP archive that can be read"),
    (b"", "expected a ZIP archive that can be read"),
    (packed([("a", b"a" * 99)]).replace(b"PK\x03\x04", b"PK\x03\x05", 1), "expected a ZIP archive"),
    (bytes(limits.MOST_PACKED_BYTES + 1), "more than 5,000,000 bytes"),
]


@pytest.mark.parametrize(("raw", "told"), ARCHIVES, ids=range(len(ARCHIVES)))
def test_an_archive_that_is_too_much_is_told(raw: bytes, told: str) -> None:
    with pytest.raises(GateError) as caught:
        unpacked(raw, "own.xlsx")
    assert told in str(caught.value)


def test_an_entry_that_is_there_twice_is_told() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        raw = packed([("a", b"1"), ("a", b"2")])
    with pytest.raises(GateError, match="a stands twice"):
        unpacked(raw, "own.ods")


def test_a_locked_archive_is_told() -> None:
    raw = bytearray(packed([("a", b"1")]))
    info = zipfile.ZipFile(io.BytesIO(raw)).infolist()[0]
    for begin in (info.header_offset + 6, raw.index(b"PK\x01\x02") + 8):
        raw[begin] |= 1
    with pytest.raises(GateError, match="expected a ZIP archive"):
        unpacked(bytes(raw), "own.xlsx")


@for_each(
    "raw, told",
    [
        (BILLION, "a DOCTYPE; expected none"),
        (b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', "a DOCTYPE; expected none"),
        (b'<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>', "a DOCTYPE; expected none"),
        (b"<a>&e;</a>", "undefined entity"),
        (b"<a>" * 41 + b"</a>" * 41, "expected at most 40 deep"),
        (b"<a>" + b"<b/>" * limits.MOST_ELEMENTS + b"</a>", "more than 100,000 elements"),
        (b"<a>\x00</a>", "expected XML"),
        (b"<?xml version='1.0' encoding='utf-7'?><a/>", "expected XML"),
        (b"", "expected XML"),
    ],
)
def test_xml_that_could_hurt_is_told(raw: bytes, told: str) -> None:
    with pytest.raises(GateError) as caught:
        tree_of(raw, "sheet1.xml")
    assert str(caught.value).startswith("sheet1.xml: ")
    assert told in str(caught.value)


def test_xml_is_read() -> None:
    root = tree_of("<a b='1'><c>Åland &amp; ✓</c></a>".encode(), "sheet1.xml")
    assert (root.tag, root.attrib, root[0].text) == ("a", {"b": "1"}, "Åland & ✓")


# ---------------------------------------------------------------------- lessons and the folder of tables


@pytest.mark.parametrize("text", ["a = 1\n" * 40_000, "[[stop]]\n" * 30_000, "a = [" + "1," * 100_000 + "]"])
def test_a_text_of_many_words_is_not_read(text: str) -> None:
    before = time.process_time()
    with pytest.raises(GateError, match="more than 60,000 words and signs"):
        admitted(text, "lesson.toml")
    assert time.process_time() - before < MOST_S
    with pytest.raises(LessonError, match="more than 60,000 words and signs"):
        parse_lesson(text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tables, and nothing else."""
    for path in (*FOLDER.glob("*.csv"), FOLDER / "edition.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def test_thousands_of_problems_are_listed_in_part_and_told_in_short(folder: Path) -> None:
    statuses = folder / "statuses.csv"
    header = statuses.read_text(encoding="utf-8").splitlines()[0]
    statuses.write_text(f"{header}\n" + ("x," * 10 + "x\n") * 15_000, encoding="utf-8")
    problems = find_problems(folder)
    assert len(problems) == limits.MOST_LISTED + 1
    assert problems[-1].startswith("and more than ")
    with pytest.raises(TableError) as caught:
        read_tables(folder)
    assert len(str(caught.value).splitlines()) == limits.MOST_TOLD + 1
    assert caught.value.problems == tuple(problems)


@pytest.mark.parametrize("name", ["statuses.csv", "edition.toml", "editions.csv"])
@pytest.mark.parametrize("how", ["folder", "missing", "large", "binary", "nul", "link to itself"])
def test_a_file_of_the_folder_that_cannot_be_read_is_a_sentence_without_a_path(
    folder: Path, name: str, how: str
) -> None:
    path = folder / name
    path.unlink()
    match how:
        case "folder":
            path.mkdir()
        case "large":
            path.write_bytes(b"#" * 2_000_000)
        case "binary":
            path.write_bytes(bytes(range(256)))
        case "nul":
            path.write_bytes(b"\0" * 100)
        case "link to itself":
            path.symlink_to(path)
    problems = all_problems(folder)
    assert bool(problems) == (name != "editions.csv" or how != "missing")
    assert all("; expected " in problem and str(folder) not in problem for problem in problems)
    assert problems == [] or any(problem.startswith(name) for problem in problems)


def test_a_link_of_a_source_is_an_address_of_the_web(folder: Path) -> None:
    sources = folder / "sources.csv"
    text = sources.read_text(encoding="utf-8")
    sources.write_text(text.replace("https://", "javascript://", 1), encoding="utf-8")
    (problem,) = find_problems(folder)
    assert "url is 'javascript://" in problem
    assert problem.endswith("; expected an address that begins with https:// or http://")


@pytest.mark.parametrize("sign", ["\x00", "\x01", "\x7f", "\u2028", "\u202e", "\u2066", "\ufffe"])
def test_a_name_with_a_sign_that_nobody_sees_is_refused(folder: Path, sign: str) -> None:
    units = folder / "units.csv"
    units.write_text(units.read_text(encoding="utf-8").replace(",Poland,", f",Pol{sign}and,"), encoding="utf-8")
    (problem,) = [each for each in find_problems(folder) if each.startswith("units.csv")]
    assert f"name has U+{ord(sign):04X}; expected text in one line" in problem
