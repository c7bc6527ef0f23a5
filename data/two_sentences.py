"""The two sentences on security in Europe, free choice and not at the expense of others, by document."""

from dataclasses import dataclass
from typing import Any

from data.rows import rows
from data.tables import Tables
from data.vocabulary import Sentence


@dataclass(frozen=True)
class Document:
    """A document with the row of each of its two sentences; `date` as the table has it."""

    name: str
    date: str
    place: str
    free_choice: Any
    not_at_the_expense: Any


def documents(tables: Tables) -> list[Document]:
    """The documents in the order of their days."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows(tables, "two_sentences"):
        found.setdefault(row.document, {})[row.sentence] = row
    of_one = [
        Document(name, said[Sentence.FREE_CHOICE].date, said[Sentence.FREE_CHOICE].place, *map(said.get, Sentence))
        for name, said in found.items()
    ]
    return sorted(of_one, key=lambda document: document.date)
