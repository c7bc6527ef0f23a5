"""The tables as they leave the house: as CSV, described column by column and source by source."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from data.citation import WORK
from data.csv_out import as_csv, cell_text
from data.dates import WHOLE_DATE, first_day
from data.gate.links import is_web
from data.gate.text import plain
from data.keys import INTERVALS, KEYS
from data.membership import status_on
from data.schema import SCHEMA, Column, Kind
from data.tables import TableError, Tables
from data.words import phrase, words

MEANINGS = Path(__file__).parent / "columns.toml"
EVERY_TABLE = "every"
STATUS_COLUMNS = ("iso3", "state", "status", "since")
PACKAGE = "eastward"
SHORT_TEXT = 110
LICENCE, LICENCE_URL = "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"
PROFILES = "https://datapackage.org/profiles/2.0/"
PARTIAL_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
UNDO: str = words()["package"]["undo"]

FRICTIONLESS = {
    Kind.FLAG: "boolean",
    Kind.WHOLE: "integer",
    Kind.NUMBER: "number",
    Kind.DEGREES: "number",
    Kind.LIST: "list",
}
TYPES: dict[Kind, tuple[str, str]] = {
    kind: (words()["column_type"][kind.name.lower()], FRICTIONLESS.get(kind, "string")) for kind in Kind
}
"""By kind: what a reader calls it, and its type in a Data Package."""

SHAPES: dict[Kind, str] = {kind: words()["column_shape"][kind.name.lower()] for kind in (Kind.DATE, Kind.LIST)}
"""What the type alone does not say."""

REFERENCES: dict[str, dict[str, tuple[str, str]]] = {
    "accessions": {"iso3": ("units", "unit")},
    "statuses": {"iso3": ("units", "unit")},
    "other_blocs": {"iso3": ("units", "unit"), "unit": ("units", "unit")},
    "historical_states": {"part_iso3": ("units", "unit"), "unit": ("units", "unit")},
    "territory_changes": {"iso3": ("units", "unit")},
    "eras": {"event_id": ("events", "event_id")},
    "draft_treaties": {"statement": ("statements", "id")},
    "statements": {"country_iso3": ("units", "unit"), "reply_to": ("statements", "id")},
    "readings": {"statement": ("statements", "id")},
    "votes": {"iso3": ("units", "unit")},
    "consultations": {"event_id": ("events", "event_id")},
    "disputed": {"unit": ("units", "unit")},
    "forces": {"unit": ("units", "unit")},
    "borders": {"a": ("units", "unit"), "b": ("units", "unit")},
    "unit_measures": {"unit": ("units", "unit")},
    "units": {"iso3": ("units", "unit"), "of": ("units", "unit")},
}
"""Columns whose one entry is the key of a row elsewhere; lists of keys are beyond the foreign key of a Data Package."""

TOLD: dict[str, tuple[str, ...]] = {
    "accessions": ("name", "round"),
    "statuses": ("name", "status", "detail"),
    "other_blocs": ("name", "bloc", "territory"),
    "historical_states": ("part_name", "state"),
    "territory_changes": ("territory", "change"),
    "events": ("title",),
    "eras": ("era",),
    "statements": ("speaker", "paraphrase"),
    "draft_treaties": ("demand",),
    "claims": ("claim",),
    "readings": ("title", "who"),
    "two_sentences": ("document", "sentence"),
    "line_phases": ("title",),
    "votes": ("body", "question"),
    "consultations": ("article", "why"),
    "treaties": ("name",),
    "disputed": ("title",),
    "forces": ("place", "what"),
    "names": ("code", "name"),
    "borders": ("border", "note"),
    "measures": ("day",),
    "day_measures": ("day",),
    "unit_measures": ("unit", "continent"),
    "codes": ("code", "name"),
    "sources": ("producer", "title"),
    "units": ("name", "kind"),
}
"""By table: the columns that tell a reader which row it is."""


LIKE = {"day_measures": "measures"}
"""Tables whose other columns mean the same as those of another table."""


# ---------------------------------------------------------------------- CSV


def table_csv(name: str, tables: Tables) -> str:
    """A table with the columns and in the order of its file, formula-like text guarded; KeyError for no table."""
    return as_csv((column.name for column in SCHEMA[name]), cells(name, tables).itertuples(index=False, name=None))


def status_csv(day: date, tables: Tables) -> str:
    """The status of every unit on a day; ValueError for a day the tables do not cover."""
    shown = status_on(day, tables)
    rows = ((unit, *(row[name] for name in STATUS_COLUMNS), ";".join(row["formats"])) for unit, row in shown.iterrows())
    return as_csv(("unit", *STATUS_COLUMNS, "formats"), rows)


def asked_day(text: str) -> date:
    """A full date of the calendar; ValueError with a sentence for anything else."""
    try:
        if len(text) == len(WHOLE_DATE):
            return first_day(text)
    except ValueError:
        pass
    raise ValueError(phrase("download", "no_day", text=plain(text), day=WHOLE_DATE))


def cells(name: str, tables: Tables) -> pd.DataFrame:
    """A table as the text of its cells, unguarded: what stands in its file, numbers in their shortest form."""
    frame: pd.DataFrame = getattr(tables, name)
    return pd.DataFrame(
        {column.name: [_cell(value, column.kind) for value in frame[column.name]] for column in SCHEMA[name]},
        dtype="object",
    )


def _cell(value: Any, kind: Kind) -> str:
    return ";".join(value) if kind is Kind.LIST else cell_text(value)


# ---------------------------------------------------------------------- columns and sources


def dictionary() -> pd.DataFrame:
    """Every column of every table: table, column, type, closed_list, required, meaning."""
    rows = [
        (name, column.name, TYPES[column.kind][0], column.words, column.required, meaning(name, column.name))
        for name, columns in SCHEMA.items()
        for column in columns
    ]
    return pd.DataFrame(rows, columns=["table", "column", "type", "closed_list", "required", "meaning"])


def meaning(table: str, column: str) -> str:
    """What a column means, in one sentence; KeyError where no one has written it."""
    meanings = _meanings()
    told = (meanings.get(where, {}).get(column) for where in (table, LIKE.get(table, ""), EVERY_TABLE))
    return next(filter(None, told), "") or meanings[EVERY_TABLE][column]


@cache
def _meanings() -> dict[str, dict[str, str]]:
    try:
        return tomllib.loads(MEANINGS.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise TableError([f"{MEANINGS.name}: {error}; expected what each column means, as TOML"]) from error


def key_columns(name: str) -> tuple[str, ...]:
    """What names a row in its table: its key, or whom and what it is about and from when."""
    if name == "historical_states":  # a part is not always drawn by itself, and a country of today may have several
        return ("state_code", "part_name", "start_on")
    return KEYS.get(name) or (*INTERVALS[name], "start_on")


def row_key(name: str, row: Any) -> str:
    """What names a row in its table, as text."""
    parts = (getattr(row, column) for column in key_columns(name))
    return " ".join(";".join(part) if isinstance(part, tuple) else str(part) for part in parts)


def rows_by_source(tables: Tables) -> pd.DataFrame:
    """Every row under every source it rests on: source, table, key, text; in the order of the tables."""
    rows = []
    for name, columns in SCHEMA.items():
        if "source_ids" not in {column.name for column in columns}:
            continue
        for row in getattr(tables, name).itertuples():
            told = ": ".join(str(part) for part in (getattr(row, column) for column in TOLD[name]) if str(part))
            short = told if len(told) <= SHORT_TEXT else f"{told[: SHORT_TEXT - 1].rstrip()}…"
            rows += [(source, name, row_key(name, row), short) for source in row.source_ids]
    return pd.DataFrame(rows, columns=["source", "table", "key", "text"])


# ---------------------------------------------------------------------- the descriptor


def data_package(tables: Tables) -> dict[str, Any]:
    """The descriptor of a Data Package, version 2."""
    named = words()["package"]
    return {
        "$schema": f"{PROFILES}datapackage.json",
        "name": PACKAGE,
        "title": WORK,
        "description": f"{tables.edition_note} {UNDO}",
        "version": tables.version,
        "created": f"{tables.as_of}T00:00:00Z",
        "keywords": named["keywords"],
        "licenses": [{"name": LICENCE, "title": named["licence"], "path": LICENCE_URL}],
        "contributors": [{"title": named["creator"], "roles": ["creator"]}],
        "sources": [_source(row) for row in tables.sources.itertuples()],
        "resources": [_resource(name) for name in SCHEMA],
    }


def _source(row: Any) -> dict[str, str]:
    source = {"title": phrase("package", "source", id=row.id, producer=row.producer, title=row.title)}
    return {**source, "path": row.url} if is_web(row.url) else source


def _resource(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{PROFILES}tableschema.json",
        "fields": [_field(name, column) for column in SCHEMA[name]],
        "missingValues": [""],
    }
    if name in KEYS:
        schema["primaryKey"] = list(KEYS[name])
    if name in REFERENCES:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": ({} if table == name else {"resource": table}) | {"fields": [of]}}
            for column, (table, of) in REFERENCES[name].items()
        ]
    return {
        "$schema": f"{PROFILES}dataresource.json",
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(table: str, column: Column) -> dict[str, Any]:
    told = " ".join(filter(None, (meaning(table, column.name), SHAPES.get(column.kind))))
    field: dict[str, Any] = {"name": column.name, "type": TYPES[column.kind][1], "description": told}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.words:
        field["categories"] = constraints["enum"] = list(column.words)
    match column.kind:
        case Kind.DATE:
            constraints["pattern"] = PARTIAL_DATE
        case Kind.WHOLE | Kind.NUMBER:
            constraints["minimum"] = 0
        case Kind.DEGREES:
            constraints |= {"minimum": -column.limit, "maximum": column.limit}
        case Kind.LIST:
            field |= {"delimiter": ";", "itemType": "string"}
        case Kind.FLAG:
            field |= {"trueValues": ["true"], "falseValues": ["false"]}
    return {**field, "constraints": constraints} if constraints else field
