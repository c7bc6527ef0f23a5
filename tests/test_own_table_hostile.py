"""A hostile file ends in a sentence, within two seconds and a hundred megabytes."""

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from each import for_each

from data.gate.limits import MOST_OWN_BYTES
from data.gate.problems import GateError
from data.own_table.reading import read_table
from data.own_table.saved import read_saved

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
    '<sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
)
RELS = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'


def packed(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def workbook(sheet: str, **more: str) -> bytes:
    parts = {"xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": RELS, "xl/worksheets/sheet1.xml": sheet}
    return packed(**parts, **more)


def sheet(rows: str) -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
REPEATED = (
    f'<a xmlns:t="{OPEN}:table:1.0" xmlns:x="{OPEN}:text:1.0"><t:table><t:table-row t:number-rows-repeated="999999999">'
    '<t:table-cell t:number-columns-repeated="999999999"><x:p>Poland</x:p></t:table-cell></t:table-row></t:table></a>'
)
HOSTILE: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b" \n ",
    "too large": lambda: b"a,b\n" * (MOST_OWN_BYTES // 4 + 1),
    "zeros": lambda: b"\x00" * 1_000_000,
    "noise": lambda: bytes(range(256)) * 4000,
    "an open quote": lambda: b'Country,Joined\n"Poland' + b",1999\n" * 400_000 + b'"',
    "too many rows": lambda: b"Poland,1999\n" * 200_000,
    "too many columns": lambda: b"," * 3_000_000,
    "one long cell": lambda: b"x" * 3_000_000,
    "a bomb": lambda: workbook(" " * 60_000_000),
    "nested entities": lambda: workbook(f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><worksheet>&l9;</worksheet>'),
    "many parts": lambda: packed(**{f"part{n}": "" for n in range(5000)}),
    "no workbook": lambda: packed(readme="x"),
    "cut off": lambda: workbook(sheet("<row/>"))[:-60],
    "not well formed": lambda: workbook("<worksheet><row>"),
    "rows without end": lambda: workbook(sheet('<row><c t="str"><v>Poland</v></c></row>' * 100_000)),
    "many strings": lambda: workbook(sheet("<row/>"), **{"xl/sharedStrings.xml": f"<sst>{'<si/>' * 1_000_000}</sst>"}),
    "repeated cells": lambda: packed(**{"content.xml": REPEATED}),
    "deep html": lambda: b"<table><tr>" + b"<td><div>" * 300_000,
    "html rows": lambda: b"<table>" + b"<tr><td rowspan=9999 colspan=9999>Poland" * 20_000,
    "open comments": lambda: b"<table><tr><td>" + b"<!--" * 900_000,
    "sql": lambda: b"INSERT INTO t VALUES " + b"(" * 900_000,
    "sql rows": lambda: b"INSERT INTO t VALUES " + b"('Poland','1999')," * 100_000,
    "r": lambda: b"x <- c(" + b"structure(" * 300_000,
    "json": lambda: b"[" * 900_000,
    "wiki": lambda: b"{|\n" + b"|-\n| Poland || 1999\n" * 150_000,
    "markdown": lambda: b"|a|b|\n|-|-|\n" + b"|" * 900_000,
    "references": lambda: b"{|\n|-\n|" + b"<ref>" * 900_000 + b"x" * 9000,
    "attributes": lambda: b"{|\n|-\n|a=bb=" + b"bb=" * 900_000,
    "templates": lambda: b"{|\n|-\n|" + b"{{flag|" * 400_000,
    "inserts": lambda: b"INSERT " * 400_000,
    "pdf": lambda: b"%PDF-1.7 ...",
    "an old workbook": lambda: b"\xd0\xcf\x11\xe0" + b"x" * 1000,
}  # fmt: skip


@for_each("name", HOSTILE)
def test_a_hostile_file_ends_in_a_sentence(name: str) -> None:
    raw = HOSTILE[name]()
    begun = time.process_time()
    with pytest.raises(GateError, match=r"^my\.bin") as caught:
        read_table(raw, "my.bin")
    assert time.process_time() - begun < 2
    assert "expected" in str(caught.value) and len(str(caught.value)) < 300


@pytest.mark.parametrize("name", ["a bomb", "many strings", "html rows", "sql rows"])
def test_a_hostile_file_takes_little_memory(name: str) -> None:
    raw = HOSTILE[name]()
    tracemalloc.start()
    try:
        with pytest.raises(GateError):
            read_table(raw, "my.bin")
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "told",
    ["{", "[]", "{}", '{"mapping": 3}', '{"mapping": {"columns": [], "system": "", "is_last_day": 0}}', "[" * 100_000],
)
def test_what_was_saved_by_somebody_else_is_refused(told: str) -> None:
    with pytest.raises(GateError, match=r"my\.zip"):
        read_saved(packed(**{"answers.json": told}), "my.zip")


@pytest.mark.parametrize(
    "raw",
    [
        b"Country;Joined\n" + b"".join(b"\xe9%d;19%02d\n" % (place, place % 90) for place in range(9000)),
        b"Country,Joined\nPoland,1999\n" + b"".join(b"Nowhere%dland,1999\n" % place for place in range(5000)),
        b"Country,Joined\nPoland,1999\n" + (b",".join(b"w%d" % place for place in range(150)) + b"\n") * 1000,
    ],
    ids=["an old encoding", "five thousand unknown names", "a wide table"],
)
def test_nonsense_is_read_in_time(raw: bytes) -> None:
    begun = time.process_time()
    reading = read_table(raw, "my.bin")
    assert time.process_time() - begun < 3
    assert len(reading.taken) + len(reading.asked) + len(reading.refused) + len(reading.aside) == len(
        reading.grid.lines
    )
