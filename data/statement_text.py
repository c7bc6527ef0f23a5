"""A statement as plain text to paste elsewhere: its words, who said them, when and where, and where they were read."""

from collections.abc import Mapping
from typing import Any

from data.dates import spelled_as_given
from data.quotation import original_of, quoted, town_of
from data.vocabulary import TRANSLATED_FROM, Confidence
from data.words import phrase, words

WHO = ("speaker", "role", "venue")


def statement_text(row: Any, sources: Mapping[str, Any]) -> str:
    """The words of a row of the statements, then speaker, place, date and sources, a line each.

    `sources` are the rows of the sources by id.
    """
    original = original_of(row)
    lines = [
        quoted(row.quote) if row.quote else phrase("statement_text", "in_our_words", paraphrase=row.paraphrase),
        phrase("statement_text", "original", text=original.text, label=original.label) if original else "",
        phrase("statement_text", "by", date=spelled_as_given(row.date), city=town_of(row), **_who(row)),
        _how_known(row),
        *(_source(sources[id_]) for id_ in row.source_ids),
    ]
    return "\n".join(filter(None, lines))


def _who(row: Any) -> dict[str, str]:
    return {name: getattr(row, name) for name in WHO}


def _how_known(row: Any) -> str:
    """From which language the words come, and whether they are contested."""
    named = words()["statement"]
    told = [named["contested"]] if row.confidence == Confidence.CONTESTED else []
    if row.quote and row.quote_language.startswith(TRANSLATED_FROM):
        spoken = words()["language_name"][row.quote_language.removeprefix(TRANSLATED_FROM)]
        told.append(named["translated"].format(language=spoken))
    return ". ".join(told) + "." if told else ""


def _source(source: Any) -> str:
    told = ", ".join(filter(None, (source.producer, source.title, source.date_published, source.url)))
    return phrase("statement_text", "source", source=told)
