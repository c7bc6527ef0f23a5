"""All tables with their descriptions as one package, a ZIP."""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date

from data.citation import WORK
from data.croissant import croissant
from data.dates import spelled
from data.export import UNDO, data_package, table_csv
from data.schema import SCHEMA
from data.tables import EDITION, Tables
from data.words import phrase

FIRST_ZIP_DAY = date(1980, 1, 1)  # a ZIP knows no earlier one
READABLE = 0o644 << 16


def package_zip(tables: Tables) -> bytes:
    """All tables as a Data Package in a ZIP; the same tables give the same bytes."""
    moment = max(tables.as_of, FIRST_ZIP_DAY).timetuple()[:6]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in package_files(tables):
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = READABLE
            archive.writestr(entry, text.encode())
    return packed.getvalue()


def package_files(tables: Tables) -> Iterator[tuple[str, str]]:
    """Name and text of every file of the package."""
    yield "README.md", _readme(tables)
    yield "datapackage.json", as_json(data_package(tables))
    yield EDITION, _edition(tables)
    yield "croissant.json", as_json(croissant(tables))
    for name in SCHEMA:
        yield f"{name}.csv", table_csv(name, tables)


def as_json(value: object) -> str:
    """A description as the text of its file."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _edition(tables: Tables) -> str:
    quoted = {key: json.dumps(text, ensure_ascii=False) for key, text in
              (("version", tables.version), ("note", tables.edition_note))}  # fmt: skip
    return f"version = {quoted['version']}\nas_of = {tables.as_of}\nnote = {quoted['note']}\n"


def _readme(tables: Tables) -> str:
    listed = "\n".join(phrase("package", "table", name=name, rows=len(getattr(tables, name))) for name in SCHEMA)
    said = {"work": WORK, "note": tables.edition_note, "tables": listed, "undo": UNDO}
    return phrase("package", "readme", version=tables.version, as_of=spelled(tables.as_of), **said)
