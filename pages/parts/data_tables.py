"""What the page Data and sources shows of the tables, each made once and kept.

It stands apart from the page, whose script runs anew for every reader and every change. No frame given here is to be
changed.
"""

from functools import cache
from typing import Any

import pandas as pd
from markupsafe import Markup

from data.export import SHAPES, TYPES, cells, meaning, rows_by_source
from data.schema import SCHEMA, Kind
from data.search_text import folded, looked_for
from data.statement_counts import Counts, counts_of
from data.tables import Tables
from data.vocabulary import Confidence
from data.words import words
from pages.parts.statement_cards import cards_of
from pages.parts.templates import filled

NUMBERS = {Kind.WHOLE, Kind.NUMBER, Kind.DEGREES}
text = words()["data_page"]


@cache
def shown_rows(name: str, tables: Tables) -> pd.DataFrame:
    """A table as it is shown: the text of its cells, numbers as numbers."""
    rows = cells(name, tables)
    for column in SCHEMA[name]:
        if column.kind in NUMBERS:
            rows[column.name] = pd.to_numeric(rows[column.name])
    return rows


@cache
def searchable(name: str, tables: Tables) -> tuple[str, ...]:
    """One plain text a row, in the order of the table."""
    return tuple(folded("\n".join(row)) for row in cells(name, tables).itertuples(index=False, name=None))


def found(name: str, query: str, tables: Tables) -> pd.DataFrame:
    """The rows that have every word of the query somewhere."""
    rows = shown_rows(name, tables)
    if not (wanted := looked_for(query)):
        return rows
    return rows[[all(word in row for word in wanted) for row in searchable(name, tables)]]


@cache
def columns_html(name: str, tables: Tables, theme: str) -> Markup:
    """The columns of a table, each with its type, its closed list and its meaning."""
    columns: list[dict[str, Any]] = [
        {
            "name": column.name,
            "type": text["column_type_required" if column.required else "column_type"].format(
                type=TYPES[column.kind][0]
            ),
            "told": " ".join(filter(None, (meaning(name, column.name), SHAPES.get(column.kind)))),
            "words": column.words,
        }
        for column in SCHEMA[name]
    ]
    return cards_of(tables, theme).page(filled("columns", columns=columns))


@cache
def rests(tables: Tables) -> pd.DataFrame:
    """Every row under every source that it rests on."""
    return rows_by_source(tables)


@cache
def listed_sources(tables: Tables) -> pd.DataFrame:
    """Every source with the number of rows that rest on it."""
    counts = rests(tables)["source"].value_counts()
    return tables.sources.assign(rows=[int(counts.get(id_, 0)) for id_ in tables.sources["id"]])


@cache
def sources_alone(tables: Tables) -> pd.DataFrame:
    """Every source, without the id by which rows name it."""
    return tables.sources.drop(columns="id")


@cache
def statement_counts(tables: Tables) -> Counts:
    """The counts of all statements."""
    return counts_of(tables.statements)


@cache
def confidence_counts(tables: Tables) -> pd.DataFrame:
    """How many rows of each table have each confidence; tables without the column are left out."""
    counts = {
        name: getattr(tables, name)["confidence"].value_counts()
        for name, columns in SCHEMA.items()
        if "confidence" in {column.name for column in columns}
    }
    order = [*map(str, Confidence), ""]
    frame = pd.DataFrame(counts).T.reindex(columns=order).fillna(0).astype(int)
    return frame.rename(columns={"": text["no_confidence"]})
