"""A table kept with what was answered: a `.zip` that reads back to the same reading.

It holds the membership as in a folder of `data/memberships/`, the file as it was given, and `answers.json`. Equal
readings give equal bytes.
"""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Any

import tomli_w

from data.checks.rows import Row
from data.csv_out import as_csv
from data.gate.archive import Archive
from data.memberships.about import ABOUT
from data.memberships.columns import COLUMNS
from data.own_table.columns import Mapping
from data.own_table.countries import System
from data.own_table.faults import fault
from data.own_table.reading import Reading, read_table
from data.own_table.telling import Look, about_table, sheets_of, title_of
from data.tables import Tables
from data.zipped import FIRST_ZIP_DAY, zipped

ANSWERS = "answers.json"
FOLDER = "table/"
FORMAT = 1


def saved(reading: Reading, title: str = "") -> bytes:
    """The reading as a file; without a membership as long as no row is taken."""
    title = title or title_of(reading.file)
    files: list[tuple[str, bytes]] = []
    if reading.taken:
        about = about_table(reading.taken, reading.statuses, title, reading.today, reading.looks)
        files.append((ABOUT, tomli_w.dumps(about).encode()))
        for sheet, rows in sheets_of(reading.taken, reading.statuses, reading.file, reading.today).items():
            files.append((f"{sheet}.csv", _csv(sheet, rows).encode()))
    told = notes_of(reading, title)
    files.append((ANSWERS, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()))
    files.append((FOLDER + told["file"], reading.raw))
    return zipped(files, FIRST_ZIP_DAY)


def notes_of(reading: Reading, title: str) -> dict[str, Any]:
    """Everything about a reading but the table itself."""
    told: dict[str, Any] = {
        "format": FORMAT,
        "title": title,
        "file": PurePath(reading.file).name or "table",
        "today": reading.today.isoformat(),
        "mapping": {
            "columns": {str(role): column for role, column in sorted(reading.mapping.columns.items())},
            "system": reading.mapping.system,
            "is_last_day": reading.mapping.is_last_day,
        },
        "answers": dict(sorted(reading.answers.items())),
    }
    if reading.looks:
        told["looks"] = {status: asdict(look) for status, look in sorted(reading.looks.items())}
    return told


@dataclass(frozen=True)
class Notes:
    """The same read back."""

    file: str
    title: str
    today: date
    mapping: Mapping
    answers: dict[str, str]
    looks: dict[str, Look]

    def reading(self, raw: bytes, tables: Tables | None = None) -> Reading:
        """The reading of the table that they are about."""
        made = read_table(raw, self.file, self.answers, self.mapping, today=self.today, tables=tables)
        return replace(made, looks=self.looks)


def notes_from(told: Any, file: str) -> Notes:
    """Notes as they came from JSON; GateError where they are none."""
    try:
        given = told["mapping"]
        mapping = Mapping(_texts(given["columns"]), str(given["system"]), bool(given["is_last_day"]))
        if mapping.system:
            System(mapping.system)
        looks = {
            str(status): Look(str(look["label"]), int(look["colour"])) for status, look in told.get("looks", {}).items()
        }
        today = date.fromisoformat(told["today"])
        return Notes(str(told["file"]), str(told["title"]), today, mapping, _texts(told["answers"]), looks)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise fault("bad_answers", file=file) from error


def _csv(sheet: str, rows: list[Row]) -> str:
    columns = tuple(column.name for column in COLUMNS[sheet])
    return as_csv(columns, (tuple(row[column] for column in columns) for row in rows))


def is_saved(raw: bytes) -> bool:
    """Whether bytes are such a file, by the name of a part of it."""
    return raw.startswith(b"PK") and ANSWERS.encode() in raw


def read_saved(raw: bytes, file: str, tables: Tables | None = None) -> tuple[Reading, str]:
    """The reading that was saved, and its title; GateError where the file is none such."""
    package = Archive(raw, file)
    if ANSWERS not in package.names:
        raise fault("no_saved", file=file, part=ANSWERS)
    try:
        told = json.loads(package.read(ANSWERS))
    except (ValueError, RecursionError) as error:
        raise fault("bad_answers", file=file) from error
    notes = notes_from(told, file)
    if FOLDER + notes.file not in package.names:
        raise fault("no_saved", file=file, part=FOLDER + notes.file)
    return notes.reading(package.read(FOLDER + notes.file), tables), notes.title


def _texts(given: dict[str, Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in given.items()}
