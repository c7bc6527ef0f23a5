"""What the page Data and sources shows of the tables, each made once and kept.

It stands apart from the page, whose script runs anew for every reader and every change. No frame given here is to be
changed.
"""

from functools import cache, lru_cache
from typing import Any

import pandas as pd
import pyarrow as pa

from data.export import PACKAGE, SHAPES, TYPES, cells, meaning, rows_by_source
from data.schema import SCHEMA, Kind
from data.search_text import folded, looked_for
from data.sentences import printed
from data.statement_counts import counts_of, more_of
from data.tables import Tables
from data.vocabulary import Confidence
from data.words import words
from geo.wire.downloads import PREFIX
from pages.parts.statement_cards import cards_of
from pages.parts.templates import Html, filled

NUMBERS = {Kind.WHOLE, Kind.NUMBER, Kind.DEGREES}
KEPT = 64
"""Sources of which the rows are kept; those of one take some kB."""
named = words()
text = named["data_page"]


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


def found(name: str, query: str, tables: Tables) -> list[int]:
    """The places of the rows that have every word of the query somewhere."""
    wanted = looked_for(query)
    return [place for place, row in enumerate(searchable(name, tables)) if all(word in row for word in wanted)]


def as_sent(rows: pd.DataFrame) -> pa.Table:
    """Rows as a grid takes them over; Streamlit would make the same of the frame at each run."""
    return pa.Table.from_pandas(rows, preserve_index=False)


@cache
def sent(name: str, tables: Tables) -> pa.Table:
    """A table as a grid takes it over."""
    return as_sent(shown_rows(name, tables))


@cache
def downloads_html(name: str, tables: Tables, theme: str) -> Html:
    """The files of a table and of all of them."""
    files = filled("downloads", folder=PREFIX, name=name, package=PACKAGE, day=tables.as_of)
    return cards_of(tables, theme).page(files)


@cache
def columns_html(name: str, tables: Tables, theme: str) -> Html:
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
    return cards_of(tables, theme).further(filled("columns", columns=columns))


@cache
def elsewhere_html(tables: Tables, theme: str) -> Html:
    """The way to the addresses of all files."""
    return cards_of(tables, theme).further(filled("elsewhere", folder=PREFIX))


@cache
def gaps_html(tables: Tables, theme: str) -> Html:
    """What the tables are known to lack."""
    return cards_of(tables, theme).further(
        filled("paragraphs", texts=[printed(tables.edition_note), text["gaps_1990"]])
    )


@cache
def rests(tables: Tables) -> pd.DataFrame:
    """Every row under every source that it rests on."""
    return rows_by_source(tables)


@lru_cache(maxsize=KEPT)
def resting(source: str, tables: Tables) -> pa.Table:
    """The rows that rest on a source."""
    rows = rests(tables)
    return as_sent(rows[rows["source"] == source].drop(columns="source"))


@lru_cache(maxsize=KEPT)
def source_html(source: str, tables: Tables, theme: str) -> Html:
    """A source, one click away."""
    cards = cards_of(tables, theme)
    return cards.further(filled("paragraphs", texts=[cards.source_links([source])]))


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
def shares(tables: Tables) -> str:
    """How many facts and statements were seen in their source, and which sides speak, in Markdown."""
    facts = confidence_counts(tables).drop(index="statements")
    said = counts_of(tables.statements)
    total, verified = int(facts.to_numpy().sum()), int(facts[Confidence.VERIFIED].sum())
    sides = ", ".join(text["side"].format(side=named["side"][side], n=n) for side, n in said.by_side.items())
    told = (
        text["facts_seen"].format(verified=verified, total=total, share=verified / total),
        text["statements_seen"].format(share=said.seen / said.total, more=more_of(said), **vars(said)).strip(),
        text["statements_by_side"].format(sides=sides),
    )
    return "\n\n".join((text["confidence_why"], *told))


@cache
def confidence_html(tables: Tables, theme: str) -> tuple[Html, Html]:
    """The counts as a table, and what the words of it mean."""
    cards, counts = cards_of(tables, theme), confidence_counts(tables)
    meanings = [(word, named["confidence"][word]) for word in Confidence]
    return (
        cards.further(filled("count_table", counts=counts.loc[:, counts.any()])),
        cards.further(filled("definitions", definitions=meanings)),
    )


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
