"""A table kept with what was answered: a `.zip` that reads back to the same reading.

It holds the membership as in a folder of `data/memberships/`, the file as it was given, and `answers.json`. Equal
readings give equal bytes.
"""

import json
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
from data.own_table.faults import check_size, fault
from data.own_table.reading import Reading, read_table
from data.own_table.telling import about_table, sheets_of, title_of
from data.tables import Tables
from data.zipped import FIRST_ZIP_DAY, zipped

ANSWERS = "answers.json"
FOLDER = "table/"
FORMAT = 1


def saved(reading: Reading, title: str = "") -> bytes:
    """The reading as a file; without a membership as long as no row is taken."""
    title = title or title_of(reading.file)
    name = PurePath(reading.file).name or "table"
    files: list[tuple[str, bytes]] = []
    if reading.taken:
        about = about_table(reading.taken, reading.statuses, title, reading.today)
        files.append((ABOUT, tomli_w.dumps(about).encode()))
        for sheet, rows in sheets_of(reading.taken, reading.statuses, reading.file, reading.today).items():
            files.append((f"{sheet}.csv", _csv(sheet, rows).encode()))
    told = {
        "format": FORMAT,
        "title": title,
        "file": name,
        "today": reading.today.isoformat(),
        "mapping": {
            "columns": {str(role): column for role, column in sorted(reading.mapping.columns.items())},
            "system": reading.mapping.system,
            "is_last_day": reading.mapping.is_last_day,
        },
        "answers": dict(sorted(reading.answers.items())),
    }
    files.append((ANSWERS, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()))
    files.append((FOLDER + name, reading.raw))
    return zipped(files, FIRST_ZIP_DAY)


def _csv(sheet: str, rows: list[Row]) -> str:
    columns = tuple(column.name for column in COLUMNS[sheet])
    return as_csv(columns, (tuple(row[column] for column in columns) for row in rows))


def is_saved(raw: bytes) -> bool:
    """Whether bytes are such a file, by the name of a part of it."""
    return raw.startswith(b"PK") and ANSWERS.encode() in raw


def read_saved(raw: bytes, file: str, tables: Tables | None = None) -> tuple[Reading, str]:
    """The reading that was saved, and its title; GateError where the file is none such."""
    check_size(raw, file)
    package = Archive(raw, file)
    if ANSWERS not in package.names:
        raise fault("no_saved", file=file, part=ANSWERS)
    try:
        told: dict[str, Any] = json.loads(package.read(ANSWERS))
        given = told["mapping"]
        mapping = Mapping(_texts(given["columns"]), str(given["system"]), bool(given["is_last_day"]))
        name, title, today = str(told["file"]), str(told["title"]), date.fromisoformat(told["today"])
        answers = _texts(told["answers"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise fault("bad_answers", file=file) from error
    if FOLDER + name not in package.names:
        raise fault("no_saved", file=file, part=FOLDER + name)
    return read_table(package.read(FOLDER + name), name, answers, mapping, today=today, tables=tables), title


def _texts(given: dict[str, Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in given.items()}
