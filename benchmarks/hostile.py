"""Hostile input by the thousand: real files changed piece by piece, and what a megabyte can do at its worst.

Coverage-guided fuzzers (Atheris) instrument each module and want a build of their own for every Python; mutations that
know the formats found as much here in seconds, the same on every machine, since they are seeded.
"""

import io
import json
import random
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from data.checks import sheet_problems
from data.errors import DataError
from data.gate.archive import unpacked
from data.gate.files import in_utf8, within
from data.gate.limits import MOST_TABLE_BYTES
from data.gate.problems import first_told
from data.gate.rows import delimited
from data.gate.xml import tree_of
from data.schema import SCHEMA
from data.tables import FOLDER, current_tables, read_edition, read_sheet
from data.typed_days import typed_day
from geo.errors import GeoError
from geo.lesson.edit import stop_of_address
from geo.lesson.lesson import LESSON, parse_lesson
from geo.room.protocol import MOST_BYTES_LEADING, parse
from geo.room.refused import Refused
from geo.wire.asked import asked_for, known_of
from geo.wire.qr import check_path

ROOT = Path(__file__).resolve().parent.parent
MEGABYTE = 1_000_000
LONGEST_SENTENCE = 2_000
MOST_LINES = 40
LEAKS = ("Traceback", "Exceeds the limit", "invalid literal for", "0x7f", str(ROOT))
"""What no sentence may have: it says nothing to its reader, or too much to a stranger."""
TABLES = current_tables()
NAMES = ("units", "statuses", "eras", "sources", "events", "measures", "statements", "forces")
TOKENS = [
    *"\"'[]{}=.,;#\\<>&?/ \t\n\r",
    '"""', "'''", "[[stop]]", "[[", "]]", "\r\n", "\x00", "\x01", "\x0b", "\x7f", "\u2028", "\u202e", "\ufeff",
    "\U0001f30d", "\uffff", "9" * 50, "9" * 5000, "0x" + "f" * 400, "-1", "1e999", "nan", "inf", "2004", "1999-02-30",
    "a." * 9, "[" * 60, "{" * 60, "=1+1", "<!DOCTYPE a>", "![i](http://a/b.png)", "javascript:alert(1)", "%00", "true",
]  # fmt: skip
TABLE = "table "
HALF = b"\xed\xa0\x80"
"""Half of a sign of two, as no UTF-8 has it."""


@dataclass(frozen=True)
class Kind:
    """What comes from outside: good examples of it, what reads it, and the worst megabytes of it.

    `read` gives nothing, or raises what `refused` says with a sentence.
    """

    seeds: tuple[bytes, ...]
    read: Callable[[bytes], object]
    large: Callable[[], Iterator[bytes]]
    refused: tuple[type[Exception], ...] = (DataError, GeoError)


def changed(seeds: tuple[bytes, ...], pick: random.Random) -> bytes:
    """A good example with one to six changes."""
    raw = pick.choice(seeds)
    for _ in range(pick.randint(1, 6)):
        at, end = sorted((pick.randint(0, len(raw)), pick.randint(0, len(raw))))
        end = min(end, at + pick.choice((1, 8, 400)))
        token = HALF if pick.random() < 0.02 else pick.choice(TOKENS).encode()
        match pick.randrange(7):
            case 0:
                raw = raw[:at] + token + raw[at:]
            case 1:
                raw = raw[:at] + token + raw[end:]
            case 2:
                raw = raw[:at] + raw[end:]
            case 3:
                raw = raw[:end] + raw[at:end] * pick.choice((1, 2, 30)) + raw[end:]
            case 4:
                raw = raw[:at] + bytes([pick.randrange(256)]) + raw[at + 1 :]
            case 5:
                other = pick.choice(seeds)
                raw = raw[:at] + other[pick.randint(0, len(other)) :]
            case _:
                lines = raw.split(b"\n")
                pick.shuffle(lines)
                raw = b"\n".join(lines)
    return raw


def answer(kind: Kind, raw: bytes) -> str:
    """What is said of some input: nothing where it is accepted; AssertionError where it is not said as it should be."""
    try:
        kind.read(raw)
    except kind.refused as error:
        said = str(error)
        lines = said.split("\n")
        if not said or len(lines) > MOST_LINES or max(map(len, lines)) > LONGEST_SENTENCE:
            raise AssertionError(f"{len(said)} characters are said of {raw[:200]!r}") from error
        if leak := next((each for each in LEAKS if each in said), ""):
            raise AssertionError(f"{leak} is said of {raw[:200]!r}") from error
        return said
    return ""


# ---------------------------------------------------------------------- what reads each kind


def _edition(raw: bytes) -> object:
    return read_edition(_written("edition.toml", raw).parent)


def _written(name: str, raw: bytes) -> Path:
    """A file of these bytes, in a folder that is there until the process ends."""
    path = Path(_folder().name) / name
    path.write_bytes(raw)
    return path


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory()


def table_reader(name: str) -> Callable[[bytes], object]:
    """What reads one table by itself, and checks it."""

    def read(raw: bytes) -> None:
        problems: list[str] = []
        columns = tuple(column.name for column in SCHEMA[name])
        rows = read_sheet(_written(f"{name}.csv", raw), columns, problems)
        if told := first_told(chain(problems, sheet_problems({name: rows} if rows else {}, TABLES.as_of))):
            raise DataError("\n".join(told))

    return read


def _own_table(raw: bytes) -> object:
    text = in_utf8(within(raw, "own.csv", MOST_TABLE_BYTES), "own.csv", "UTF-8 text")
    return [len(cells) for sign in ",\t;" for _, cells in delimited(text, "own.csv", sign)]


def _workbook(raw: bytes) -> object:
    return [tree_of(file, name) for name, file in unpacked(raw, "own.xlsx").items() if name.endswith((".xml", ".rels"))]


def _address(raw: bytes) -> object:
    text = raw.decode("utf-8", "replace")
    query = text.partition("?")[2]
    pairs = [(name, value) for part in query.split("&") for name, _, value in [part.partition("=")]]
    known_of(pairs, TABLES)
    said = []
    for read in (
        lambda: asked_for(pairs, TABLES),
        lambda: stop_of_address(text, TABLES),
        lambda: typed_day(text, TABLES),
        lambda: check_path(text),
    ):
        try:
            read()
        except ValueError as error:
            said.append(str(error))
    if said:
        raise ValueError("\n".join(said))
    return None


def _message(raw: bytes) -> object:
    return parse(raw.decode("utf-8", "surrogateescape"), MOST_BYTES_LEADING)


# ---------------------------------------------------------------------- good examples


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP of some files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # of no day, so always the same
    return out.getvalue()


def _workbook_of(sheet: bytes) -> bytes:
    return packed([("[Content_Types].xml", b"<Types/>"), ("xl/worksheets/sheet1.xml", sheet)])


CELL = b'<c r="A1" t="inlineStr"><is><t>Poland</t></is></c>'
SHEET = b"<worksheet><sheetData>" + (b"<row>" + CELL * 3 + b"</row>") * 8 + b"</sheetData></worksheet>"
LESSON_TEXT = LESSON.read_bytes()
STOP = b"\n[[stop]]"
SHORT_LESSON = STOP.join(LESSON_TEXT.split(STOP)[:4])
CASES = json.loads((ROOT / "tests" / "cases" / "room_messages.json").read_text(encoding="utf-8"))
MESSAGES = tuple(json.dumps(case["said"]).encode() for case in CASES["to_room"] if case.get("said") and not case["why"])
ADDRESSES = (
    b"/?year=2004&country=EST&layers=front,names",
    b"/?day=2008-04-03&view=europe&theme=dark",
    b"/red_lines?statement=2007-02-10-putin-munich",
    b"3 April 2008",
    b"/class?stop=5",
)
SHEETS = {name: (FOLDER / f"{name}.csv").read_bytes() for name in NAMES}


def _head(name: str, rows: int) -> bytes:
    return b"\n".join(SHEETS[name].split(b"\n")[: rows + 1]) + b"\n"


# ---------------------------------------------------------------------- the worst megabytes


def _toml_at_worst() -> Iterator[bytes]:
    yield b'title = "T"\n' + b".".join([b"a"] * (MEGABYTE // 2)) + b" = 1\n"
    yield b"a = " + b"[" * MEGABYTE
    yield b"a = " + b"{a=" * (MEGABYTE // 3)
    yield b"a = " + b"9" * MEGABYTE
    yield b"a = '''" + b"x" * MEGABYTE
    yield b'a = "' + b"\\u0041" * (MEGABYTE // 6) + b'"'
    yield b"\n" * MEGABYTE
    yield b"[[stop]]\n" * (MEGABYTE // 9)
    # As much as the gate lets in:
    yield b"[[stop]]\n" * 35_000
    yield b"[a]\n[b]\n" * 39_000
    yield b"\n".join(b"k%d = 1" % n for n in range(28_000))
    yield b"a = [" + b"1," * 150_000 + b"]"
    yield b"a = [" + b"{}," * 100_000 + b"]"
    yield b"a = {" + b",".join(b"k%d=1" % n for n in range(28_000)) + b"}"
    yield b'a = "' + b"\\u0041" * 50_000 + b'"'
    yield b"\n".join(b"a%d.b.c.d.e.f.g = 1" % n for n in range(14_000))
    yield b"'" * 320_000
    yield b'"' * 319_999
    yield b"".join(b"[a%d.b.c.d.e.f.g]\n" % n for n in range(14_000))
    yield b'subtitle = "' + "\u2028".encode() * 100_000 + b'"'


def _table_at_worst(name: str) -> Callable[[], Iterator[bytes]]:
    def worst() -> Iterator[bytes]:
        header = SHEETS[name].split(b"\n")[0] + b"\n"
        width = header.count(b",") + 1
        for body in (
            b"\n" * MEGABYTE,
            b"," * MEGABYTE,
            b'"' * MEGABYTE,
            (b"," * (width - 1) + b"\n") * (MEGABYTE // width),
            (b",".join([b"x"] * width) + b"\n") * (MEGABYTE // (2 * width)),
            b"9" * MEGABYTE,
            b'"' + b"x\n" * (MEGABYTE // 2) + b'"\n',
            b'"' + b";" * 9_000 + b'"' + b"," * (width - 1) + b"\n",
            (b";".join([b"x"] * 4_000) + b"," * (width - 1) + b"\n") * 120,
            b"\x00" * MEGABYTE,
            b"\xff" * MEGABYTE,
        ):
            yield (header + body)[:MOST_TABLE_BYTES]
        yield b"a," * (MEGABYTE // 2)
        yield b"\xef\xbb\xbf" * (MEGABYTE // 3)
        yield b"x" * (MEGABYTE + 1)

    return worst


def _own_at_worst() -> Iterator[bytes]:
    for piece in (b"\n", b",", b"\t", b'"', b'"",', b"a,b\n", b"\x00", b"\r", b"x"):
        yield piece * (MEGABYTE // len(piece))


def _workbook_at_worst() -> Iterator[bytes]:
    yield packed([("bomb.xml", b"<a>" + b" " * 300_000_000 + b"</a>")])
    yield packed([(f"{n}.xml", b"<a>" + b" " * 15_000_000 + b"</a>") for n in range(3)])
    yield lying(packed([("bomb.xml", b" " * 60_000_000)]), 60_000_000, 100)
    yield packed([(f"{n}.xml", b"<a/>") for n in range(8_000)])
    yield _workbook_of(b"<a>" * 300_000)
    yield _workbook_of(b"<a>" + b"<a/>" * 4_000_000 + b"</a>")
    yield _workbook_of(b"<a>" + b'<c r="A1" s="1" t="s"/>' * 800_000 + b"</a>")
    yield _workbook_of(b"<a " + b" ".join(b'a%d=""' % n for n in range(100_000)) + b"/>")
    yield _workbook_of(b"<a>" + b"x" * 19_000_000 + b"</a>")
    yield _workbook_of(BILLION)
    yield _workbook_of(b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>')
    yield b"PK\x03\x04" * (MEGABYTE // 4)
    yield b"PK\x05\x06" * (MEGABYTE // 4)
    yield b"x" * MEGABYTE


BILLION = b"<!DOCTYPE a [<!ENTITY b0 'x'>%s]><a>&b30;</a>" % b"".join(
    b"<!ENTITY b%d '&b%d;&b%d;'>" % (n, n - 1, n - 1) for n in range(1, 31)
)
"""A text that doubles thirty times."""


def lying(raw: bytes, size: int, told: int) -> bytes:
    """An archive that says its entry is smaller than it is."""
    return raw.replace(size.to_bytes(4, "little"), told.to_bytes(4, "little"))


def _address_at_worst() -> Iterator[bytes]:
    for piece in (b"a=1&", b"year=2004&", b"layers=a,", b"9", b"%00", b"?", b"[", b"//", b"\xff", b"layers=front,"):
        yield b"/?" + piece * (MEGABYTE // len(piece))
    yield b"/?layers=" + b"," * MEGABYTE


def _message_at_worst() -> Iterator[bytes]:
    for piece in (b"[", b"{", b'{"v":', b"9", b'"', b'{"v":1,"kind":"beat"}', b"\\u0000"):
        yield piece * (MEGABYTE // len(piece))
        yield piece * (MOST_BYTES_LEADING // len(piece))


KINDS: dict[str, Kind] = {
    "lesson": Kind(
        (SHORT_LESSON, b'title = "T"\n[[stop]]\nyear = 2004\ntitle = "A"\n'),
        lambda raw: parse_lesson(raw, TABLES),
        _toml_at_worst,
    ),
    "edition": Kind(((FOLDER / "edition.toml").read_bytes(),), _edition, _toml_at_worst),
    **{f"{TABLE}{name}": Kind((_head(name, 6),), table_reader(name), _table_at_worst(name)) for name in NAMES},
    "own table": Kind((_head("units", 9), _head("eras", 4).replace(b",", b"\t")), _own_table, _own_at_worst),
    "workbook": Kind((_workbook_of(SHEET), packed([("content.xml", SHEET)])), _workbook, _workbook_at_worst),
    "address": Kind(ADDRESSES, _address, _address_at_worst, (ValueError,)),
    "message": Kind(MESSAGES, _message, _message_at_worst, (Refused,)),
}
"""All that comes from outside."""
