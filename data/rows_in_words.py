"""Rows of the tables as a reader names them: whom or what they are about, never by their keys."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from data.dates import spelled_as_given
from data.event_told import event_told
from data.keys import INTERVALS, KEYS
from data.rows import rows
from data.sentences import in_sentence, listed, printed
from data.tables import Tables
from data.words import phrase, words

Named = tuple[str, str]


@dataclass(frozen=True)
class RowsOfTable:
    """Rows of one table that a reader would call by one name, and what each is about."""

    table: str
    label: str
    about: tuple[str, ...]


def rows_in_words(keys: Iterable[tuple[str, str]], tables: Tables) -> list[RowsOfTable]:
    """Rows given as (table, key), gathered under what they are; those of one kind stand together, each once."""
    gathered: dict[Named, dict[str, None]] = {}
    for table, key in keys:
        for row in _rows_by_key(table, tables).get(key, ()):
            label, about = _told(table, row, tables)
            gathered.setdefault((table, label), {})[about] = None
    return [RowsOfTable(table, label, tuple(about)) for (table, label), about in gathered.items()]


@lru_cache(maxsize=64)
def _rows_by_key(table: str, tables: Tables) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows(tables, table):
        found[" ".join(str(getattr(row, column)) for column in KEYS.get(table) or INTERVALS[table])].append(row)
    return found


@lru_cache(maxsize=4)
def _names(tables: Tables) -> dict[str, str]:
    return dict(zip(tables.units["unit"], tables.units["name"], strict=True))


def _told(table: str, row: Any, tables: Tables) -> Named:
    """What kind of row it is, and what it is about."""
    labels = words()["rows_in_words"]
    return LABELS_OF_THEIR_OWN.get(table, lambda _: str(labels[table]))(row), ABOUT[table](row, tables)


def _dated(what: str, day: str) -> str:
    return phrase("rows_in_words", "dated", what=what, date=spelled_as_given(day))


LABELS_OF_THEIR_OWN: dict[str, Callable[[Any], str]] = {
    "statuses": lambda row: str(words()["format"][row.status]),
    "other_blocs": lambda row: str(words()["bloc"][row.bloc]),
    "historical_states": lambda row: phrase("format", "part_of", state=in_sentence(row.state)),
    "draft_treaties": lambda row: str(row.document),
}
"""Tables that hold rows of several kinds."""

ABOUT: dict[str, Callable[[Any, Tables], str]] = {
    "accessions": lambda row, tables: _names(tables)[row.iso3],
    "statuses": lambda row, tables: _names(tables)[row.iso3],
    "other_blocs": lambda row, tables: _names(tables)[row.unit],
    "historical_states": lambda row, _: str(row.part_name),
    "territory_changes": lambda row, _: str(row.territory),
    "events": lambda row, tables: _dated(event_told(row, tables).title, row.date),
    "measures": lambda row, _: str(row.year),
    "unit_measures": lambda row, tables: _names(tables)[row.unit],
    "borders": lambda row, tables: listed([_names(tables)[row.a], _names(tables)[row.b]]),
    "draft_treaties": lambda row, _: phrase("rows_in_words", "article", article=row.article),
    "readings": lambda row, _: printed(row.title),
    "claims": lambda row, _: printed(row.claim),
    "statements": lambda row, _: _dated(row.speaker, row.date),
}
