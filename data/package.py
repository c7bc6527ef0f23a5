"""All tables with their descriptions as one package, a ZIP."""

import json
from collections.abc import Iterator
from dataclasses import astuple

from data.citation import WORK, edition_name
from data.croissant import croissant
from data.csv_out import as_csv
from data.dates import spelled
from data.editions import COLUMNS, EDITION, LIST, edition_text
from data.export import UNDO, data_package, table_csv
from data.schema import SCHEMA
from data.tables import Tables
from data.words import phrase
from data.zipped import zipped


def package_zip(tables: Tables) -> bytes:
    """All tables as a Data Package in a ZIP; the same tables give the same bytes."""
    return zipped(((name, text.encode()) for name, text in package_files(tables)), tables.as_of)


def package_files(tables: Tables) -> Iterator[tuple[str, str]]:
    """Name and text of every file of the package."""
    yield "README.md", _readme(tables)
    yield "datapackage.json", as_json(data_package(tables))
    yield EDITION, _edition(tables)
    yield LIST, as_csv(COLUMNS, (map(str, astuple(edition)) for edition in tables.editions))
    yield "croissant.json", as_json(croissant(tables))
    for name in SCHEMA:
        yield f"{name}.csv", table_csv(name, tables)


def as_json(value: object) -> str:
    """A description as the text of its file."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _edition(tables: Tables) -> str:
    return edition_text(tables.version, tables.as_of, tables.edition_date, tables.edition_changed, tables.edition_note)


def _readme(tables: Tables) -> str:
    listed = "\n".join(phrase("package", "table", name=name, rows=len(getattr(tables, name))) for name in SCHEMA)
    said = {"edition": edition_name(tables), "changed": tables.edition_changed, "note": tables.edition_note}
    days = {"date": spelled(tables.edition_date), "as_of": spelled(tables.as_of)}
    return phrase("package", "readme", work=WORK, **said, **days, tables=listed, undo=UNDO)
