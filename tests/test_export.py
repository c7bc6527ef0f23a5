"""What leaves the house comes back as it was: CSV, descriptions, package."""

import io
import tomllib
import zipfile
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from frictionless import validate
from hypothesis import given
from hypothesis import strategies as st

from data.csv_out import plain_csv
from data.export import (
    asked_day,
    dictionary,
    meaning,
    rows_by_source,
    status_csv,
    table_csv,
)
from data.package import package_files, package_zip
from data.schema import SCHEMA
from data.tables import FOLDER, Tables, current_tables, read_tables

TABLES = current_tables()
FORMULAS = ["=1+1", "+SUM(A1)", "-cmd|' /C calc'!A0", "@x", "'=quoted", "''@", "'", "-3.7", "'-3.7", "- dash"]


def with_notes(*cells: str) -> Tables:
    """The tables with notes of our own, in a row each."""
    events = TABLES.events.copy()
    events.loc[: len(cells) - 1, "summary"] = cells
    return replace(TABLES, events=events)


def written(tables: Tables, folder: Path) -> Path:
    """A folder with every exported file, guards taken away."""
    for name, text in package_files(tables):
        (folder / name).write_text(plain_csv(text) if name.endswith(".csv") else text, encoding="utf-8", newline="")
    return folder


def assert_equal(one: Tables, other: Tables) -> None:
    for field in fields(Tables):
        left, right = getattr(one, field.name), getattr(other, field.name)
        if isinstance(left, pd.DataFrame):
            pd.testing.assert_frame_equal(left, right)
        else:
            assert left == right


def test_the_exported_tables_read_as_the_originals(tmp_path: Path) -> None:
    assert_equal(read_tables(written(TABLES, tmp_path)), TABLES)


def test_a_formula_is_guarded_and_comes_back(tmp_path: Path) -> None:
    tables = with_notes(*FORMULAS)
    rows = pd.read_csv(io.StringIO(table_csv("events", tables)), keep_default_na=False, dtype=str)
    for cell, told in zip(FORMULAS, rows["summary"][: len(FORMULAS)], strict=True):
        assert told in {cell, f"'{cell}"}
        assert told[0] not in "=+@"
    assert_equal(read_tables(written(tables, tmp_path)), tables)


@pytest.mark.parametrize("cell", ["\tx", "\rx", "=a\nb", '=HYPERLINK("x")'])
def test_tabs_and_returns_are_guarded_too(cell: str) -> None:
    guarded = table_csv("events", with_notes(cell))
    assert plain_csv(guarded) != guarded
    assert plain_csv(guarded).count("'") == guarded.count("'") - 1


@given(st.text(alphabet="'=+-@\t\r\n,\"1.a", max_size=8))
def test_guarding_can_always_be_undone(cell: str) -> None:
    few = replace(TABLES, events=TABLES.events[:2].assign(summary=cell))
    raw = io.StringIO(plain_csv(table_csv("events", few)), newline="")
    assert pd.read_csv(raw, keep_default_na=False, dtype=str)["summary"][0] == cell


def test_numbers_stay_numbers() -> None:
    rows = pd.read_csv(io.StringIO(table_csv("statements", TABLES)))
    assert rows["lon"].tolist() == TABLES.statements["lon"].tolist()
    assert "'-77" not in table_csv("statements", TABLES)


def test_the_dictionary_describes_every_column() -> None:
    described = dictionary()
    expected = [(name, column.name) for name, columns in SCHEMA.items() for column in columns]
    assert list(zip(described["table"], described["column"], strict=True)) == expected
    assert all(text.endswith(".") and len(text) > 10 for text in described["meaning"])


def test_no_meaning_is_left_over() -> None:
    told = tomllib.loads((FOLDER / "columns.toml").read_text(encoding="utf-8"))
    names = {name: {column.name for column in columns} for name, columns in SCHEMA.items()}
    names["every"] = {column for columns in names.values() for column in columns}
    assert not [(table, column) for table, columns in told.items() for column in columns if column not in names[table]]


def test_an_unknown_column_has_no_meaning() -> None:
    with pytest.raises(KeyError):
        meaning("events", "colour")


def test_every_use_of_a_source_is_listed() -> None:
    uses = rows_by_source(TABLES)
    assert set(uses["source"]) == set(TABLES.sources["id"])
    assert (uses["text"].str.len() > 0).all()
    statements = uses[uses["table"] == "statements"]
    assert len(statements) == sum(map(len, TABLES.statements["source_ids"]))


def test_the_package_is_the_same_each_time() -> None:
    packed = package_zip(TABLES)
    assert packed == package_zip(read_tables())
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {
            *(f"{name}.csv" for name in SCHEMA), "edition.toml", "editions.csv", "datapackage.json", "croissant.json",
            "README.md",
        }  # fmt: skip


def test_the_package_is_a_valid_data_package(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(package_zip(TABLES))) as archive:
        archive.extractall(tmp_path)
    report = validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert len(report.tasks) == len(SCHEMA)
    spoilt = (
        (tmp_path / "statuses.csv").read_text(encoding="utf-8").replace("BGR,Bulgaria,nacc", "BGX,Bulgaria,nacx", 1)
    )
    (tmp_path / "statuses.csv").write_text(spoilt, encoding="utf-8")
    assert not validate(str(tmp_path / "datapackage.json")).valid


def test_the_status_of_a_day_is_one_row_a_unit() -> None:
    rows = pd.read_csv(io.StringIO(status_csv(date(1999, 12, 31), TABLES)), index_col="unit")
    assert len(rows) == len(TABLES.units)
    assert rows.loc["POL", "status"] == "member"


@pytest.mark.parametrize("text", ["", "1999", "1999-02-29", "2004-W01-1"])
def test_a_day_that_is_none_gets_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="is no day; expected one of the calendar as YYYY-MM-DD"):
        asked_day(text)
