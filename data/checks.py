"""Whether the tables hold together: every cell, then every table, then the tables with each other.

Problems are sentences that name the file, the line, what was found and what was expected.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from data.dates import end_day, first_day
from data.schema import INTERVALS, KEYS, SCHEMA, Column, Kind
from data.vocabulary import City, Format, Relation, UnitKind

QUOTE_WORDS = 30
HEADLINE_TITLE = 60
HEADLINE_SUMMARY = 160
EVERY_COUNTRY = "*"
NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)


@dataclass(frozen=True)
class Row:
    """One line of a file, its cells still text."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def items(self, column: str) -> list[str]:
        """The members of a cell that lists things."""
        return self.cells[column].split(";") if self.cells[column] else []

    def problem(self, found: str, expected: str) -> str:
        """A sentence about this line."""
        return f"{self.file} line {self.line}: {found}; expected {expected}"


Sheets = dict[str, list[Row]]
Problems = Iterator[str]


def check_sheets(sheets: Sheets, as_of: date | None) -> list[str]:
    """Every problem of the tables that could be read.

    What rests on several tables is left out while one of them is missing, and what rests on dates
    passes over lines whose dates cannot be read, so that one slip is told once.
    """
    problems: list[str] = []
    sound: Sheets = {}
    for name, rows in sheets.items():
        sound[name] = []
        for row in rows:
            found = [problem for column in SCHEMA[name] for problem in _check_cell(row, column)]
            problems += found
            if not found:
                sound[name].append(row)
        problems += _check_keys(name, rows)
        problems += _check_intervals(name, sound[name])
        if as_of is not None:
            problems += _check_as_of(name, sound[name], as_of)
    for check, needs in _CHECKS.items():
        if all(name in sheets for name in needs):
            problems += check(sheets, sound)
    return problems


# cells


def _check_cell(row: Row, column: Column) -> Problems:
    cell = row[column.name]
    if cell != cell.strip():
        yield row.problem(f"{column.name} is {cell!r}", "no blanks at its edges")
    elif not cell:
        if column.required:
            yield row.problem(f"{column.name} is empty", "a value")
    elif expected := _expected(cell, column):
        yield row.problem(f"{column.name} is {cell!r}", expected)


def _expected(cell: str, column: Column) -> str:
    """What the cell should have been, or nothing where it is right."""
    match column.kind:
        case Kind.DATE:
            try:
                first_day(cell)
            except ValueError:
                return "a date of the calendar as YYYY, YYYY-MM or YYYY-MM-DD"
        case Kind.WORD if cell not in column.words:
            return f"one of {', '.join(column.words)}"
        case Kind.FLAG if cell not in ("true", "false"):
            return "true or false"
        case Kind.WHOLE if not (cell.isascii() and cell.isdigit()):
            return "a whole number"
        case Kind.NUMBER if not NUMBER.fullmatch(cell):
            return "a number of 0 or more, such as 1226.4"
        case Kind.DEGREES if not _within(cell, column.limit):
            return f"degrees from -{column.limit} to {column.limit}"
        case Kind.LIST if len(set(parts := cell.split(";"))) < len(parts) or not all(
            part and part == part.strip() for part in parts
        ):
            return "entries joined by ';', none empty, none twice"
    return ""


def _within(cell: str, limit: float) -> bool:
    try:
        value = float(cell)
    except ValueError:
        return False
    return math.isfinite(value) and abs(value) <= limit


# one table


def _check_keys(name: str, rows: list[Row]) -> Problems:
    if name not in KEYS:
        return
    first: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = tuple(row[column] for column in KEYS[name])
        if key in first:
            yield row.problem(f"{' '.join(key)} stands in line {first[key].line} too", "each once")
        first.setdefault(key, row)


def _check_intervals(name: str, rows: list[Row]) -> Problems:
    if name not in INTERVALS:
        return
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        key = tuple(row[column] for column in INTERVALS[name])
        called = " ".join(key)
        start, end = row["start_on"], row["end_on"]
        if end_day(end) <= first_day(start):
            before = "before" if end_day(end) < first_day(start) else "on the day"
            yield row.problem(f"{called} ends {end}, {before} it starts {start}", "a later end")
        elif all(key) and row.cells.get("relation") != Relation.OCCUPATION:
            groups.setdefault(key, []).append(row)
    for key, group in groups.items():
        group.sort(key=lambda row: first_day(row["start_on"]))
        for earlier, later in pairwise(group):
            if end_day(earlier["end_on"]) > first_day(later["start_on"]):
                found = f"{' '.join(key)} starts {later['start_on']} while line {earlier.line} still holds"
                yield later.problem(found, f"a start on or after its end, {earlier['end_on'] or 'open'}")


def _check_as_of(name: str, rows: list[Row], as_of: date) -> Problems:
    if name == "sources":
        return
    for row in rows:
        if row.cells.get("planned") == "true":
            continue
        for column in SCHEMA[name]:
            cell = row[column.name]
            if column.kind is Kind.DATE and cell and first_day(cell) > as_of:
                yield row.problem(f"{column.name} is {cell}", f"nothing after {as_of}, the edition's as_of")


# tables with each other


def _check_sources(sheets: Sheets, _sound: Sheets) -> Problems:
    known = {row["id"] for row in sheets["sources"]}
    used: set[str] = set()
    for name, rows in sheets.items():
        if name == "sources":
            continue
        for row in rows:
            used.update(row.items("source_ids"))
            for source in row.items("source_ids"):
                if source not in known:
                    yield row.problem(f"source {source!r} is not in sources.csv", "the id of a source")
    if len(sheets) == len(SCHEMA):
        for row in sheets["sources"]:
            if row["id"] not in used:
                yield row.problem(f"source {row['id']} is used by no fact", "a fact that rests on it")


def _check_units(sheets: Sheets, _sound: Sheets) -> Problems:
    kinds = {row["unit"]: row["kind"] for row in sheets["units"]}
    for row in sheets["units"]:
        if row["iso3"] not in kinds:
            yield row.problem(f"{row['iso3']} of {row['unit']} has no unit of its own", "a unit with that id")
        whole = row["kind"] in (UnitKind.COUNTRY, UnitKind.TERRITORY)
        if whole and row["of"]:
            yield row.problem(f"{row['unit']} is a {row['kind']} of {row['of']}", "an empty cell")
        if not whole and kinds.get(row["of"]) != UnitKind.COUNTRY:
            yield row.problem(f"{row['unit']} is a {row['kind']} of {row['of']!r}", "the unit of a country")


_CODES: dict[str, dict[str, str]] = {
    "accessions": {"iso3": "iso3"},
    "statuses": {"iso3": "iso3"},
    "other_blocs": {"iso3": "iso3", "unit": "unit"},
    "historical_states": {"part_iso3": "iso3", "unit": "unit"},
    "territory_changes": {"iso3": "iso3", "unit": "unit"},
    "events": {"countries": "iso3"},
    "statements": {"country_iso3": "iso3", "targets": "iso3"},
    "draft_treaties": {"affected_iso3_2021": "iso3"},
    "borders": {"a": "unit", "b": "unit"},
    "measures": {f"{city}_unit": "unit" for city in City},
    "disputed": {"unit": "unit"},
    "unit_measures": {"unit": "unit"},
}
"""Which columns name units, and by which column of units.csv."""


def _check_codes(sheets: Sheets, _sound: Sheets) -> Problems:
    known = {column: {row[column] for row in sheets["units"]} for column in ("iso3", "unit")}
    for name, columns in _CODES.items():
        for row in sheets.get(name, []):
            for column, of in columns.items():
                for code in row.items(column):
                    if code not in known[of] and not (column == "targets" and code == EVERY_COUNTRY):
                        what = "an ISO code" if of == "iso3" else "a unit"
                        yield row.problem(f"{column} {code!r} is unknown", f"{what} of units.csv")


def _check_states(sheets: Sheets, _sound: Sheets) -> Problems:
    codes = {row["unit"] for row in sheets["units"]} | {row["state_code"] for row in sheets["historical_states"]}
    named = (("historical_states", "next_state"), ("other_blocs", "as_part_of"), ("names", "code"))
    for name, column in named:
        for row in sheets.get(name, []):
            if row[column] and row[column] not in codes:
                yield row.problem(f"{column} {row[column]!r} is unknown", "a unit or a state of historical_states.csv")


_STEPS = ("invited_on", "protocol_signed_on", "protocol_in_force_on", "joined_on")


def _check_accessions(sheets: Sheets, sound: Sheets) -> Problems:
    if not sheets["accessions"]:
        yield "accessions.csv: no rows; expected the founders at least"
    for place, row in enumerate(sheets["accessions"], start=1):
        if row["order_of_joining"] != str(place):
            yield row.problem(f"{row['iso3']} is number {row['order_of_joining']}", f"{place}, in order of joining")
    for row in sound["accessions"]:
        steps = [(step, row[step]) for step in _STEPS if row[step]]
        for (step, earlier), (next_step, later) in pairwise(steps):
            if first_day(earlier) > first_day(later):
                yield row.problem(
                    f"{row['iso3']}: {next_step} {later} is before {step} {earlier}", "the steps in order"
                )
    for above, row in pairwise(sound["accessions"]):
        if first_day(above["joined_on"]) > first_day(row["joined_on"]):
            found = f"{row['iso3']} joined {row['joined_on']}, before {above['iso3']} in line {above.line}"
            yield row.problem(found, "the members in order of joining")


def _check_invitations(_sheets: Sheets, sound: Sheets) -> Problems:
    joined = {row["iso3"]: row for row in sound["accessions"]}
    invited = [row for row in sound["statuses"] if row["status"] == Format.INVITED]
    for row in invited:
        accession = joined.get(row["iso3"])
        if accession is None:
            continue
        agreed = accession["invited_on"], accession["joined_on"]
        if (row["start_on"], row["end_on"]) != agreed:
            found = f"{row['iso3']} is invited from {row['start_on']} to {row['end_on'] or 'open'}"
            yield row.problem(found, f"{agreed[0] or 'no invitation'} to {agreed[1]} as in accessions.csv")
    for row in sound["accessions"]:
        if row["invited_on"] and row["iso3"] not in {entry["iso3"] for entry in invited}:
            yield row.problem(f"{row['iso3']} has no invited row in statuses.csv", f"one from {row['invited_on']}")


def _check_headlines(_sheets: Sheets, sound: Sheets) -> Problems:
    heading: dict[int, Row] = {}
    for row in sound["events"]:
        if row["headline"] != "true":
            continue
        year = first_day(row["date"]).year
        if year in heading:
            yield row.problem(f"a second headline for {year}, after line {heading[year].line}", "at most one a year")
        heading.setdefault(year, row)
        for column, limit in (("title", HEADLINE_TITLE), ("summary", HEADLINE_SUMMARY)):
            if len(row[column]) > limit:
                yield row.problem(f"a headline's {column} of {len(row[column])} characters", f"at most {limit}")


def _check_statements(sheets: Sheets, sound: Sheets) -> Problems:
    said = {row["id"]: (first_day(row["date"]), row.line) for row in sound["statements"]}
    ids = {row["id"] for row in sheets["statements"]}
    for row in sound["statements"]:
        if not row["id"].startswith(row["date"] + "-"):
            yield row.problem(f"id {row['id']!r} does not begin with the date {row['date']}", "one that does")
        answered = row["reply_to"]
        if answered == row["id"]:
            yield row.problem(f"{row['id']} answers itself", "another statement")
        elif answered and answered not in ids:
            yield row.problem(f"reply_to {answered!r} is unknown", "the id of a statement")
        elif answered in said and said[answered] > (first_day(row["date"]), row.line):
            found = f"reply_to {answered} is later than {row['date']} or stands below it on the same day"
            yield row.problem(found, "an earlier statement; the rows of one day stand in the order of speaking")


def _check_quotes(_sheets: Sheets, sound: Sheets) -> Problems:
    for row in (*sound["statements"], *sound["readings"]):
        words = len(row["quote"].split())
        if words > QUOTE_WORDS:
            yield row.problem(f"a quotation of {words} words", f"at most {QUOTE_WORDS}")


def _check_statement_ids(sheets: Sheets, sound: Sheets) -> Problems:
    known = {row["id"] for row in sheets["statements"]}
    named = [(row, id_) for row in sound["line_phases"] for id_ in row.items("statement_ids")]
    named += [(row, row["statement"]) for row in sound["readings"] if row["statement"]]
    for row, id_ in named:
        if id_ not in known:
            yield row.problem(f"statement {id_!r} is unknown", "the id of a statement")


def _check_counts(_sheets: Sheets, sound: Sheets) -> Problems:
    for row in sound["draft_treaties"]:
        listed = len(row.items("affected_iso3_2021"))
        if listed != int(row["affected_count_2021"]):
            yield row.problem(f"{row['affected_count_2021']} counted and {listed} listed", "the same number")


_OFFICIAL = ("official_km", "official_of", "confidence")


def _check_borders(_sheets: Sheets, sound: Sheets) -> Problems:
    for row in sound["borders"]:
        if not row["a"] < row["b"] or row["border"] != f"{row['a']}|{row['b']}":
            found = f"{row['border']} is the border of {row['a']} and {row['b']}"
            yield row.problem(found, "the two units in alphabetical order")
        told = [column for column in _OFFICIAL if row[column]]
        if told and len(told) < len(_OFFICIAL):
            missing = " and ".join(column for column in _OFFICIAL if column not in told)
            yield row.problem(f"{' and '.join(told)} without {missing}", "an official length in full, or none")


def _check_unit_measures(_sheets: Sheets, sound: Sheets) -> Problems:
    for row in sound["unit_measures"]:
        if bool(row["population"]) != bool(row["population_on"]):
            found = "a population without its date" if row["population"] else "the date of no population"
            yield row.problem(found, "both, or none")
    missing = sorted({row["unit"] for row in sound["units"]} - {row["unit"] for row in sound["unit_measures"]})
    if missing:
        yield f"unit_measures.csv: no row for {', '.join(missing)}; expected one for each unit of units.csv"


def _check_measures(_sheets: Sheets, sound: Sheets) -> Problems:
    for row in sound["measures"]:
        if first_day(row["day"]).year != int(row["year"]):
            yield row.problem(f"the picture of {row['year']} is of {row['day']}", "a day of that year")


_CHECKS: dict[Callable[[Sheets, Sheets], Iterable[str]], tuple[str, ...]] = {
    _check_units: ("units",),
    _check_codes: ("units",),
    _check_states: ("units", "historical_states"),
    _check_sources: ("sources",),
    _check_accessions: ("accessions",),
    _check_invitations: ("accessions", "statuses"),
    _check_headlines: ("events",),
    _check_statements: ("statements",),
    _check_statement_ids: ("statements", "line_phases", "readings"),
    _check_quotes: ("statements", "readings"),
    _check_counts: ("draft_treaties",),
    _check_borders: ("borders",),
    _check_measures: ("measures",),
    _check_unit_measures: ("units", "unit_measures"),
}
"""Each check, and the tables it cannot do without."""
