"""The tables on disk: read, checked, and handed over as one value."""

import math
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import Any

import pandas as pd

from data.checks import Row, Sheets, sheet_problems
from data.dates import end_day, first_day
from data.editions import EDITION, Edition, EditionError, published
from data.errors import DataError
from data.gate.limits import MOST_LISTED
from data.gate.problems import GateError, first_told
from data.gate.text import first_unfit, named, shown
from data.gate.toml import read_toml
from data.keys import DAYS, INTERVALS
from data.schema import SCHEMA, Column, Kind
from data.sheets import read_sheet

FOLDER = Path(__file__).parent
YEARS_AHEAD = 5
EDITION_KEYS: dict[str, type] = {"as_of": date, "date": date, "version": str, "changed": str, "note": str}


class TableError(DataError):
    """The tables do not hold together; `problems` lists the reasons, one sentence each, and the message the first."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(first_told(problems)))
        self.problems = tuple(problems)


@dataclass(frozen=True, eq=False)
class Tables:
    """Every table of one edition.

    Text stays text and is empty where nothing is known; a number that is not known, such as an
    official length, is NaN. Intervals are half-open: `end_day` is the first day after, `date.max`
    while open. Columns that list things hold tuples. Events carry `after_as_of`: true for one that
    was still to come when the facts were last checked. `editions` are those that were published.
    """

    accessions: pd.DataFrame
    statuses: pd.DataFrame
    other_blocs: pd.DataFrame
    historical_states: pd.DataFrame
    territory_changes: pd.DataFrame
    events: pd.DataFrame
    eras: pd.DataFrame
    statements: pd.DataFrame
    draft_treaties: pd.DataFrame
    claims: pd.DataFrame
    readings: pd.DataFrame
    two_sentences: pd.DataFrame
    line_phases: pd.DataFrame
    votes: pd.DataFrame
    consultations: pd.DataFrame
    treaties: pd.DataFrame
    disputed: pd.DataFrame
    forces: pd.DataFrame
    names: pd.DataFrame
    borders: pd.DataFrame
    measures: pd.DataFrame
    day_measures: pd.DataFrame
    unit_measures: pd.DataFrame
    codes: pd.DataFrame
    sources: pd.DataFrame
    units: pd.DataFrame
    as_of: date
    version: str
    edition_date: date
    edition_changed: str
    edition_note: str
    editions: tuple[Edition, ...]

    @cached_property
    def first_year(self) -> int:
        """The year of the first accession."""
        return int(min(self.accessions["joined_day"]).year)

    @cached_property
    def first_day(self) -> date:
        """1 January of the first year, the first day with a picture."""
        return date(self.first_year, 1, 1)

    @property
    def is_published(self) -> bool:
        """Whether the edition is one of those published; the tables of another may still change."""
        return self.version in {edition.number for edition in self.editions}

    @property
    def last_year(self) -> int:
        """The last year with a picture; it is taken on `as_of`."""
        return self.as_of.year


def read_tables(folder: Path = FOLDER) -> Tables:
    """All tables of a folder; raises TableError with every problem found."""
    sheets, edition, problems = _load(folder)
    if problems:
        raise TableError(problems)
    frames = {name: _frame(name, sheets[name]) for name in SCHEMA}
    frames["events"]["after_as_of"] = [day > edition["as_of"] for day in frames["events"]["day"]]
    return Tables(
        **frames,
        as_of=edition["as_of"],
        version=edition["version"],
        edition_date=edition["date"],
        edition_changed=edition["changed"],
        edition_note=edition["note"],
        editions=tuple(published(folder)),
    )


def read_edition(folder: Path = FOLDER) -> dict[str, Any]:
    """What a folder tells of its edition, whatever its tables hold; raises TableError."""
    problems: list[str] = []
    edition = _read_edition(folder / EDITION, problems)
    if problems:
        raise TableError(problems)
    return edition


@cache
def current_tables() -> Tables:
    """The project's own tables, read once per process."""
    return read_tables()


def find_problems(folder: Path = FOLDER) -> list[str]:
    """The problems of the tables in a folder, one sentence each; none if they hold together.

    Where there are more than a person reads, the last one tells how many.
    """
    return _load(folder)[2]


def _load(folder: Path) -> tuple[Sheets, dict[str, Any], list[str]]:
    problems: list[str] = []
    edition = _read_edition(folder / EDITION, problems)
    sheets: Sheets = {}
    for name in SCHEMA:
        rows = read_sheet(folder / f"{name}.csv", tuple(column.name for column in SCHEMA[name]), problems)
        if rows is not None:
            sheets[name] = rows
    try:
        published(folder)
    except EditionError as error:
        problems.append(str(error))
    told = first_told(chain(problems, sheet_problems(sheets, edition.get("as_of"))), MOST_LISTED)
    return sheets, edition, list(told)


def _read_edition(path: Path, problems: list[str]) -> dict[str, Any]:
    try:
        edition = read_toml(path)
    except FileNotFoundError:
        problems.append(
            f"{path.name}: not found in {path.parent.name}; expected the date up to which the facts are checked"
        )
        return {}
    except OSError as error:
        problems.append(f"{path.name}: {error.strerror}; expected a file that can be read")
        return {}
    except GateError as error:
        problems.append(str(error))
        return {}
    for key, kind in EDITION_KEYS.items():
        value = edition.get(key)
        if not isinstance(value, kind) or isinstance(value, datetime):
            found = f"{key} is {shown(value)}" if key in edition else f"no {key}"
            problems.append(f"{path.name}: {found}; expected a {'text' if kind is str else 'date'}")
            edition.pop(key, None)
        elif isinstance(value, str) and (unfit := first_unfit(value)):
            problems.append(f"{path.name}: {key} has {named(unfit)}; expected text in one line")
    if isinstance(as_of := edition.get("as_of"), date) and as_of > (latest := _latest_day()):
        problems.append(f"{path.name}: as_of is {as_of}; expected a day up to {latest}")
        edition.pop("as_of")
    return edition


def _latest_day() -> date:
    """A maintainer may rehearse an accession that is years ahead; a slip of the pen is further off."""
    return date(date.today().year + YEARS_AHEAD, 12, 31)


def _frame(name: str, rows: list[Row]) -> pd.DataFrame:
    columns = {column.name: _values(column, [row.cells[column.name] for row in rows]) for column in SCHEMA[name]}
    with pd.option_context("mode.string_storage", "python"):  # Arrow's makes a text anew whenever one is asked for
        frame = pd.DataFrame(columns)
    if name in INTERVALS:
        frame["start_day"] = [first_day(row["start_on"]) for row in rows]
        frame["end_day"] = [end_day(row["end_on"]) for row in rows]
    if name in DAYS:
        column, source = DAYS[name]
        frame[column] = [first_day(row[source]) for row in rows]
    return frame


def _values(column: Column, cells: list[str]) -> list[Any]:
    match column.kind:
        case Kind.FLAG:
            return [cell == "true" for cell in cells]
        case Kind.WHOLE:
            return [int(cell) if cell else math.nan for cell in cells]
        case Kind.NUMBER | Kind.DEGREES:
            return [float(cell) if cell else math.nan for cell in cells]
        case Kind.LIST:
            return [tuple(cell.split(";")) if cell else () for cell in cells]
        case _:
            return cells
