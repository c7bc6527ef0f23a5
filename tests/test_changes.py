"""What changed since an edition: nothing is left out or made up, and another program finds the same."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import daff
import pytest
from each import for_each
from heard import faults
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)

import pages.parts.changes as part
from data.__main__ import main
from data.changes import Cell, Change, Row, changes_between, changes_csv, changes_since
from data.csv_out import plain_csv
from data.editions import edition_files, read_package
from data.export import key_columns
from data.schema import SCHEMA
from data.tables import FOLDER, current_tables
from pages.parts.changes import ROWS_A_PAGE, changes_html, compared
from pages.parts.statement_cards import StatementCards

PAGE = Path(__file__).parent.parent / "pages" / "data_and_sources.py"
PATIENCE_S = 60
THEN = read_package(FOLDER, "1.0")
NOW = edition_files(FOLDER)
Sheet = list[dict[str, str]]


def sheet(content: bytes) -> Sheet:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def written(rows: Sheet) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def edited(table: str, edit: Callable[[Sheet], Sheet | None]) -> list[Row]:
    """What changes when the rows of a table are edited."""
    rows = sheet(NOW[f"{table}.csv"])
    return changes_between(NOW, {**NOW, f"{table}.csv": written(edit(rows) or rows)})


# ---------------------------------------------------------------------- kinds of change


def test_nothing_changed_between_the_same_tables() -> None:
    assert changes_between(NOW, NOW) == []
    assert changes_between(NOW, {**NOW, "eras.csv": written(list(reversed(sheet(NOW["eras.csv"]))))}) == []


def test_a_cell() -> None:
    def edit(rows: Sheet) -> None:
        rows[3]["note"] = "Otherwise."

    (row,) = edited("accessions", edit)
    before = sheet(NOW["accessions.csv"])[3]
    assert (row.table, row.key, row.kind) == ("accessions", before["iso3"], Change.CHANGED)
    assert row.cells == (Cell("note", before["note"], "Otherwise."),)
    assert row.told == f"{before['name']}: {before['round']}"


def test_a_row_more_and_a_row_less() -> None:
    rows = sheet(NOW["events.csv"])
    (removed,) = edited("events", lambda rows: rows[1:])
    assert (removed.key, removed.kind) == (rows[0]["event_id"], Change.REMOVED)
    assert {cell.column: cell.before for cell in removed.cells} == {
        name: text for name, text in rows[0].items() if text
    }
    assert not any(cell.after for cell in removed.cells)
    new = dict.fromkeys(rows[0], "") | {"event_id": "EVX", "title": "Something"}
    (added,) = edited("events", lambda rows: [new, *rows])
    assert (added.key, added.kind, added.told) == ("EVX", Change.ADDED, "Something")
    assert added.cells == (Cell("event_id", "", "EVX"), Cell("title", "", "Something"))


def test_a_row_with_a_mended_date_is_the_same_row() -> None:
    def edit(rows: Sheet) -> None:
        rows[0]["start_on"] = "1991-12-21"

    (row,) = edited("statuses", edit)
    before = sheet(NOW["statuses.csv"])[0]
    assert row.kind == Change.CHANGED
    assert row.key == f"{before['iso3']} {before['status']} 1991-12-21"
    assert row.cells == (Cell("start_on", before["start_on"], "1991-12-21"),)


def test_two_rows_that_are_little_alike_stay_two() -> None:
    def edit(rows: Sheet) -> Sheet:
        return [*rows[1:], dict.fromkeys(rows[0], "") | {"id": "2030-01-01-other", "speaker": rows[0]["speaker"]}]

    assert Counter(row.kind for row in edited("statements", edit)) == {Change.ADDED: 1, Change.REMOVED: 1}


def test_a_new_column_is_told_where_it_is_filled_and_a_new_table_row_by_row() -> None:
    rows = sheet(NOW["eras.csv"])
    wide = written([row | {"colour": "red" if at == 1 else ""} for at, row in enumerate(rows)])
    (row,) = changes_between(NOW, {**NOW, "eras.csv": wide})
    assert row.cells == (Cell("colour", "", "red"),)
    without = {name: content for name, content in NOW.items() if name != "eras.csv"}
    assert [row.kind for row in changes_between(without, NOW)] == [Change.ADDED] * len(rows)
    assert [row.kind for row in changes_between(NOW, without)] == [Change.REMOVED] * len(rows)


def test_rows_that_share_a_key_are_kept_apart() -> None:
    (row,) = edited("events", lambda rows: [*rows, rows[0]])
    assert row.kind == Change.ADDED


# ---------------------------------------------------------------------- laws


def filled(row: dict[str, str]) -> dict[str, str]:
    return {column: text for column, text in row.items() if text}


@for_each("table", SCHEMA)
def test_the_tables_of_then_with_the_changes_are_those_of_now(table: str) -> None:
    name = f"{table}.csv"
    then, now = [filled(row) for row in sheet(THEN.get(name, b""))], sheet(NOW[name])
    changes = changes_between({name: THEN[name]} if name in THEN else {}, {name: NOW[name]})
    kinds = Counter(row.kind for row in changes)
    assert len(now) == len(then) + kinds[Change.ADDED] - kinds[Change.REMOVED]
    told = {row.key: row for row in changes if row.kind != Change.REMOVED}
    for row in now:
        change = told.pop(" ".join(row[column] for column in key_columns(table)), None)
        if change and change.kind == Change.ADDED:
            assert filled(row) == {cell.column: cell.after for cell in change.cells}
        else:
            before = {cell.column: cell.before for cell in change.cells} if change else {}
            then.remove(filled(row | before))
    assert told == {}
    removed = [{cell.column: cell.before for cell in row.cells} for row in changes if row.kind == Change.REMOVED]
    assert then == removed


SHEETS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.tuples(*[st.sampled_from(["", "x", "y, z", 'q"'])] * 2), max_size=8
)


@given(SHEETS, SHEETS)
def test_another_program_finds_as_many(then: dict[str, tuple[str, str]], now: dict[str, tuple[str, str]]) -> None:
    header = ["event_id", "title", "summary"]
    one, other = ([header, *([key, *cells] for key, cells in rows.items())] for rows in (then, now))
    flags = daff.CompareFlags()
    flags.addPrimaryKey("event_id")
    flags.ordered = False
    views = [daff.PythonTableView(rows) for rows in (one, other)]
    found: list[list[str]] = []
    daff.TableDiff(daff.Coopy.compareTables(*views, flags).align(), flags).hilite(daff.PythonTableView(found))
    tags = Counter({"+++": "added", "---": "removed"}.get(row[0], "changed" if "->" in row[0] else "") for row in found)
    rows = changes_between({"events.csv": text_of(one)}, {"events.csv": text_of(other)})
    ours = Counter(str(row.kind) for row in rows)
    assert {kind: n for kind, n in ours.items() if n} == {kind: tags[kind] for kind in map(str, Change) if tags[kind]}


def text_of(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


# ---------------------------------------------------------------------- as CSV


def test_changes_as_csv_have_a_line_for_each_cell() -> None:
    rows = edited("events", lambda rows: [*rows, dict.fromkeys(rows[0], "") | {"event_id": "EVX", "title": "=1+1"}])
    assert changes_csv(rows) == (
        "table,row,kind,column,before,after\nevents,EVX,added,event_id,,EVX\nevents,EVX,added,title,,'=1+1\n"
    )
    assert "title,,=1+1\n" in plain_csv(changes_csv(rows))


def test_the_command_prints_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", "--since", "1.0"]) == 0
    assert capsys.readouterr().out == changes_csv(changes_since("1.0"))
    assert main(["changes", "--since", "1.0", "--table", "eras"]) == 0
    assert all(line.startswith(("table,", "eras,")) for line in capsys.readouterr().out.splitlines())


@pytest.mark.parametrize("number", ["0.1", "next", "../1.0", ""])
def test_an_edition_that_is_none_is_a_sentence(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", "--since", number]) == 2
    assert f"{number!r} is no published edition; expected one of 1.0" in capsys.readouterr().err


# ---------------------------------------------------------------------- on the page


def test_what_is_new_in_a_cell_is_marked() -> None:
    before, after = compared(Cell("note", "On 2 May it joined.", "On 3 May it joined, too."))
    assert before == [("On ", False), ("2", True), (" May it joined", False), (".", False)]
    assert [text for text, marked in after if marked] == ["3", ", too"]
    assert compared(Cell("note", "", "new")) == ([], [("new", True)])


HOSTILE = "<script>alert(1)</script> & <b>"


def test_text_of_the_tables_stays_text() -> None:
    rows = [
        Row("events", HOSTILE, Change.CHANGED, HOSTILE, (Cell("title", HOSTILE, f"{HOSTILE} more"),)),
        Row("events", "EV1", Change.ADDED, HOSTILE, (Cell("title", "", HOSTILE),)),
    ]
    page = changes_html(tuple(rows), "Two rows", StatementCards(current_tables(), "light"))
    assert "<script" not in page
    assert "<ins> more</ins>" in page
    assert page.count("<tbody data-change=") == 2
    assert page.count('scope="rowgroup"') == 2
    assert "<caption>Two rows</caption>" in page


MANY = [
    Row("events", f"EV{at}", kind, f"Event {at}", (Cell("title", "a" if at % 2 else "", f"Zażółć {at}"),))
    for at, kind in enumerate([Change.CHANGED] * 60 + [Change.ADDED] * 20)
] + [Row("eras", "war", Change.REMOVED, "war", (Cell("era", "war", ""),))]


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page after many changes."""
    monkeypatch.setattr(part, "changes_since", lambda number: MANY)
    forget()
    yield AppTest.from_file(PAGE, default_timeout=PATIENCE_S)
    forget()


def forget() -> None:
    """Let go of what was made of changes."""
    for made in (part.rows_since, part.searchable, part.taken, part.counts, part.offered, part.matching):
        made.cache_clear()


def table_of(app: AppTest) -> str:
    (found,) = [one.proto.body for one in app.get("html") if "<tbody data-change" in one.proto.body] or [""]
    return str(found)


def shown(app: AppTest, **query: str) -> str:
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return table_of(app)


def test_the_page_lists_the_editions(app: AppTest) -> None:
    shown(app)
    (listed,) = [one.proto.body for one in app.get("html") if "Editions, the current one first" in one.proto.body]
    tables = current_tables()
    assert listed.index(tables.version) < listed.index('scope="row">1.0</th>')
    assert tables.edition_changed in listed


def test_many_changes_are_shown_some_at_a_time(app: AppTest) -> None:
    assert shown(app).count("<tbody data-change") == ROWS_A_PAGE
    before = [edition.number for edition in current_tables().editions if edition.number != current_tables().version][-1]
    assert f"Rows 1 to 25 of 81 that changed since edition {before}" in table_of(app)
    app.number_input[0].set_value(4).run()
    assert table_of(app).count("<tbody data-change") == 6
    assert "**81 rows** of 81 that changed" in [one.value for one in app.markdown]


@pytest.mark.parametrize(
    ("query", "rows"),
    [({"changed_in": "eras"}, 1), ({"changed_with": "zazolc 17"}, 1), ({"changed_with": "ADDED"}, 20),
     ({"changed_with": "xyz"}, 0), ({"since": "9.9"}, ROWS_A_PAGE), ({"changed_in": "nothing"}, ROWS_A_PAGE)],
)  # fmt: skip
def test_the_address_chooses_among_them(app: AppTest, query: dict[str, str], rows: int) -> None:
    assert shown(app, **query).count("<tbody data-change") == rows


@pytest.mark.parametrize(("theme", "ground"), [("light", "#ffffff"), ("dark", "#11151c")])
def test_the_table_is_accessible_and_small(page: Page, theme: str, ground: str) -> None:
    cards = StatementCards(current_tables(), theme)
    editions = part.filled("editions", css=part.css("changes"), editions=part.listed(current_tables()))
    shown = cards.page(editions, changes_html((*MANY[50:74], MANY[-1]), "Rows that changed", cards))
    ink = "#141a26" if theme == "light" else "#e8ecf2"
    page.set_content(
        f'<!doctype html><html lang="en"><title>x</title><body style="background:{ground};color:{ink}">'
        f"<main><h1>x</h1>{shown}</main>"
    )
    assert faults(page, grave=True) == []
    expect(page.locator("tbody[data-change]")).to_have_count(ROWS_A_PAGE)
    assert page.evaluate("document.querySelectorAll('*').length") < 2500


def test_a_kind_alone(app: AppTest) -> None:
    shown(app)
    (kinds,) = [each for each in app.get("button_group") if each.key == "changed_how"]
    kinds.set_value([Change.REMOVED]).run()
    assert table_of(app).count('data-change="removed"') == 1
    assert 'data-change="added"' not in table_of(app)
