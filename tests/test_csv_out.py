"""What leaves as CSV: no cell is a formula, every text comes back, and there is no other way out."""

import csv
import io
import re
from pathlib import Path

import pandas as pd
from each import for_each
from hypothesis import given
from hypothesis import strategies as st

from data.csv_out import as_csv, cell_text, frame_as_csv, plain_csv

ROOT = Path(__file__).parent.parent
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
OTHER_WAYS = re.compile(r"\.to_csv\(|csv\.(?:Dict)?[wW]riter\(")
BY_HAND = {"data/natural_earth/build.py", "data/own_table/build_codes.py", "data/editions.py", "geo/shapes/measures.py"}
"""Write the project's own tables and lists anew, no download."""

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12) | st.text(
    "'=+-@\t\r\n,\"1.a", max_size=8
)
tables = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(texts, min_size=width, max_size=width), min_size=1))


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@given(tables)
def test_no_cell_is_a_formula(rows: list[list[str]]) -> None:
    for cell in (cell for row in read(as_csv(rows[0], rows[1:])) for cell in row):
        assert not cell.startswith(STARTS_A_FORMULA) or NUMBER.fullmatch(cell)


@given(tables)
def test_every_text_comes_back(rows: list[list[str]]) -> None:
    rows = [row if row != [""] else ["x"] for row in rows]  # a row of one empty cell is no row in CSV
    assert read(plain_csv(as_csv(rows[0], rows[1:]))) == rows


@given(tables)
def test_a_frame_leaves_as_its_rows_do(rows: list[list[str]]) -> None:
    header = [str(at) for at, _ in enumerate(rows[0])]
    assert frame_as_csv(pd.DataFrame(rows, columns=header, dtype="object")) == as_csv(header, rows)


@for_each(
    "value, text",
    [(-1.5, "-1.5"), (1e-7, "0.0000001"), (3.0, "3"), (-4, "-4"), (True, "true"), (None, ""), (float("nan"), ""),
     (pd.NA, ""), ("", ""), ("é", "é")],
)  # fmt: skip
def test_a_cell_is_told_in_its_shortest_form(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_a_number_has_no_more_digits_than_asked_for() -> None:
    assert frame_as_csv(pd.DataFrame({"years": [1.23456, 2.5]}), decimals=2) == "years\n1.23\n2.5\n"


def test_there_is_no_other_way_out() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for room in ("data", "geo", "pages")
        for path in (ROOT / room).rglob("*.py")
        if OTHER_WAYS.search(path.read_text(encoding="utf-8"))
    }
    assert found == BY_HAND
