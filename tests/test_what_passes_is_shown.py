"""What the check accepts, the atlas can show: tables changed in every way the check lets pass make everything.

Each edition changes the project's tables in many places at once. A row that the check refuses is put back, so that
what is left is a folder of odd tables with which the check is content.
"""

import csv
import random
import re
import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from data.checks import Row, Sheets, check_sheets
from data.export import status_csv
from data.keys import KEYS
from data.package import package_zip
from data.paths import paths
from data.schema import SCHEMA, Kind
from data.tables import FOLDER, Tables, current_tables, read_tables
from data.vocabulary import Bloc, Draft, Format, Stance, Touched
from geo.charts.paths import CALENDAR, SINCE_CONTACT
from geo.charts.red_lines import statements_figure
from geo.charts.style import NARROW, WIDE
from geo.charts.treaties import treaties_figure
from geo.claims import ClaimError, Finding, claim_ids, evaluate, on_record
from geo.drawing.layers import DRAWN
from geo.drawing.sheet import SMALL
from geo.drawing.view import view_payload
from geo.picture import svg
from geo.wire.facts import facts_payload
from geo.wire.strict_json import to_json
from pages.parts import claim_cards, countries, data_tables, red_lines_parts, two_days
from pages.parts.country_profile import profile_html
from pages.parts.statement_cards import cards_of

AS_OF = current_tables().as_of
LINE = re.compile(r"(\w+)\.csv line (\d+): ")
ROUNDS = 12
YEAR, MONTH = 4, 7  # characters of a date known to the year, to the month
TEXTS = (
    "<script>alert(1)</script>",
    "![i](http://127.0.0.1/x.png) [a](javascript:alert(1)) **b** $x^2$ :red[c]",
    "\"quoted\", 'single', “curly” & &amp; \\ \\n {names} %s ${x} `y` | # * _",
    "=1+1",
    "a" * 600,
    "word " * 60 + "end",
    "שלום العربية ไทย 漢字 👩‍👩‍👧 e\u0301",
    "x",
)


@cache
def project() -> Sheets:
    """The project's tables as text."""
    sheets: Sheets = {}
    for name in SCHEMA:
        with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines)
            sheets[name] = [Row(f"{name}.csv", at, cells) for at, cells in enumerate(rows, start=2)]
    return sheets


def accepted(change: Callable[[Sheets], None]) -> Sheets:
    """The changed tables without the rows that the check refuses."""
    sheets = deepcopy(project())
    change(sheets)
    for _ in range(ROUNDS):
        problems = check_sheets(sheets, AS_OF)
        if not problems:
            return sheets
        for name, line in sorted({place_of(problem) for problem in problems}):
            put_back(sheets, name, line)
    raise AssertionError(check_sheets(sheets, AS_OF))


def place_of(problem: str) -> tuple[str, int]:
    """The table and the line that a problem names, or line 0."""
    where = LINE.match(problem)
    return (where[1], int(where[2])) if where else (problem.partition(".csv")[0], 0)


def put_back(sheets: Sheets, name: str, line: int) -> None:
    """A row as the project has it; the whole table where the row is none of the project's, or as it was."""
    before = {row.line: row for row in project()[name]}
    now = next((row for row in sheets[name] if row.line == line), None)
    if now is None or (line in before and now.cells == before[line].cells):
        sheets[name] = deepcopy(project()[name])
    elif line in before:
        now.cells.update(before[line].cells)
    else:
        sheets[name].remove(now)


def read(sheets: Sheets, folder: Path) -> Tables:
    for name, rows in sheets.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, [column.name for column in SCHEMA[name]], lineterminator="\n")
            writer.writeheader()
            writer.writerows(row.cells for row in rows)
    shutil.copy(FOLDER / "edition.toml", folder)
    return read_tables(folder)


# ---------------------------------------------------------------------- ways to change the tables


def with_dates_less_known(sheets: Sheets) -> None:
    """Every date in an odd year known to the year alone, the others to the month: so their order stays."""
    for name, rows in sheets.items():
        for column in SCHEMA[name]:
            for row in rows if column.kind is Kind.DATE else ():
                if cell := row[column.name]:
                    row.cells[column.name] = cell[: YEAR if int(cell[:YEAR]) % 2 else MONTH]


def with_odd_texts(sheets: Sheets) -> None:
    """Text of every sort in every cell that may hold some, and nothing in every third that may be empty."""
    with_texts(sheets, TEXTS)


def with_texts(sheets: Sheets, texts: tuple[str, ...]) -> None:
    """Some texts in place of all that are free, and nothing in every third cell that may be empty."""
    pick = random.Random(2004)
    fixed = {"draft", "document", "article", "statement", "reply_to", "of", "as_part_of", "state_code", "next_state"}
    for name, rows in sheets.items():
        for column in SCHEMA[name]:
            free = column.kind is Kind.TEXT and column.name not in fixed.union(KEYS.get(name, ()))
            if not free or re.search(r"iso3|unit|_id$|^id$|^[ab]$|official_of", column.name):
                continue
            for row in rows:
                row.cells[column.name] = pick.choice(texts if column.required else (*texts, "", "", ""))


def with_rows_at_the_ends(sheets: Sheets) -> None:
    """Statements from before the atlas and on its last day, events on the first and the last, formats of a day."""
    first, last = "1949-01-01", AS_OF.isoformat()
    for at, day in enumerate(("1917", "1948-12-31", first, last, last[:MONTH], last[:YEAR])):
        for stance in Stance:
            add(sheets, "statements", id=f"{day}-odd-{stance}-{at}", date=day, stance=stance, reply_to="", targets="*")
        add(sheets, "events", event_id=f"EX{at}", date=day if day > first else first, headline="false")
    for bloc in Bloc:
        add(sheets, "other_blocs", bloc=bloc, unit="IRL", iso3="IRL", name="Ireland", start_on=last, end_on="")
    for status in set(Format) - {Format.INVITED}:
        add(sheets, "statuses", status=status, iso3="IRL", name="Ireland", start_on="1949", end_on="1949-02")
        add(sheets, "statuses", status=status, iso3="LIE", name="Liechtenstein", start_on=last, end_on="")


def with_new_names(sheets: Sheets) -> None:
    """Draft articles, claims and events added and renamed, a member more, documents and places under other names."""
    for draft in Draft:
        for at, touched in enumerate(Touched, start=9):
            line = next(row for row in sheets["draft_treaties"] if row["draft"] == draft).cells
            add(sheets, "draft_treaties", **(line | {"article": str(at), "touched": touched}))
    for row in sheets["draft_treaties"]:
        row.cells["document"] = f"Draft <b>{row['draft']}</b>"
    for row in sheets["claims"][::2]:
        row.cells["claim_id"] += "x"
    add(sheets, "claims", claim_id="C99", verdict="wrong word")
    named = {row["event_id"] for name in ("eras", "consultations") for row in sheets[name]}
    for row in sheets["events"]:
        if row["event_id"] not in named:
            row.cells["event_id"] += "x"
    for row in sheets["territory_changes"]:
        row.cells["change_id"] += "x"
    joined = {"name": "Liechtenstein", "iso3": "LIE", "source_ids": "S01", "confidence": "unsure"}
    steps = {"invited_on": "2025", "protocol_in_force_on": "2025-07", "legal_invitation_on": "2026-01"}
    steps |= {"protocol_signed_on": "2025", "invited_at": "", "fields_from_memory": "", "round": "The next"}
    number, day = str(len(sheets["accessions"]) + 1), AS_OF.isoformat()
    add(sheets, "accessions", **joined, **steps, joined_on=day, order_of_joining=number, former_bloc="none")
    add(sheets, "statuses", **joined, status="invited", start_on="2025", end_on=day)


def with_other_rows(sheets: Sheets) -> None:
    with_new_names(sheets)
    with_rows_at_the_ends(sheets)


def add(sheets: Sheets, table: str, /, **cells: str) -> None:
    """A row at the end, like the last one but for the cells named."""
    last = sheets[table][-1]
    sheets[table].append(Row(last.file, last.line + 1, {**last.cells, **cells}))


# ---------------------------------------------------------------------- all that is made of tables


def made(tables: Tables) -> Iterator[object]:
    """All that the server gives away, as far as it depends on the rows."""
    yield to_json(facts_payload(tables))
    yield to_json(view_payload("europe", tables))
    for year in (tables.first_year, tables.last_year):
        yield svg(year, layers=DRAWN, sheet=SMALL, tables=tables)
    yield status_csv(date(tables.first_year, 1, 1), tables)
    yield status_csv(tables.as_of, tables)
    yield package_zip(tables)
    for claim_id in tables.claims["claim_id"]:
        yield finding(claim_id, tables)


def on_pages(tables: Tables) -> Iterator[object]:
    """All that the pages show of the rows of these tables, beyond what the atlas is told."""
    theme, last = "light", tables.as_of
    units = tuple(countries.overview(tables)["unit"])
    yield countries.overview_html(tables, theme, tuple(range(len(units))))
    yield countries.overview_csv(tables, tuple(range(len(units))))
    yield countries.waits_text(tables, theme)
    yield countries.accessions_html(tables, theme)
    yield countries.waits_chart(tables, theme, NARROW)
    yield countries.path_chart(tables, theme, units, CALENDAR, WIDE)
    met = tuple(path.unit for path in paths(tables) if path.contact)
    yield countries.path_chart(tables, theme, met, SINCE_CONTACT, WIDE)
    yield from (profile_html(tables, theme, unit) for unit in units)
    yield statements_figure(tables.statements, tables, theme)
    yield cards_of(tables, theme).listed(tables.statements)
    yield red_lines_parts.line_chart(tables, theme, None, WIDE)
    parts = ("exchanges_html", "promised_html", "reasons_html", "dissent_html")
    yield from (getattr(red_lines_parts, part)(tables, theme) for part in parts)
    yield treaties_figure(tables, theme)
    yield two_days.changed((tables.first_day, last), tables)
    yield data_tables.confidence_html(tables, theme)
    yield from (data_tables.sent(name, tables) for name in SCHEMA)
    yield from (claim_cards.claim_html(each, (), last, tables, theme) for each in tables.claims["claim_id"])


def finding(claim_id: str, tables: Tables) -> Finding:
    """What the page Claims shows: the record where the claim cannot be computed."""
    if claim_id not in claim_ids():
        return on_record(tables, claim_id, "")
    try:
        return evaluate(claim_id, tables)
    except ClaimError as error:
        return on_record(tables, claim_id, str(error))


CHANGES = {
    with_dates_less_known: ("accessions", "statuses", "other_blocs", "historical_states", "events", "statements"),
    with_odd_texts: ("accessions", "statuses", "other_blocs", "events", "statements", "draft_treaties", "units"),
    with_other_rows: ("accessions", "statuses", "other_blocs", "events", "statements", "draft_treaties", "claims"),
}
"""Each way, and some of the tables in which the check lets something of it pass."""


@pytest.mark.parametrize("change", CHANGES)
def test_what_the_check_accepts_is_shown(change: Callable[[Sheets], None], tmp_path: Path) -> None:
    sheets = accepted(change)
    assert set(CHANGES[change]) <= {name for name, rows in sheets.items() if rows != project()[name]}
    tables = read(sheets, tmp_path)
    assert all(made(tables))
    assert all(map(bool, map(str, on_pages(tables))))
