"""A statement as it is printed: its words in English and in the language in which they were spoken, and its town."""

from dataclasses import dataclass
from typing import Any

from data.sentences import printed
from data.words import phrase, words


@dataclass(frozen=True)
class Original:
    """The words as they were spoken, in the marks of their language, which is a code as in BCP 47.

    `label` says of these words, `translated` of their translation, which language it is.
    """

    text: str
    language: str
    label: str
    translated: str


def town_of(row: Any) -> str:
    """The town where a statement was made, with its state where its name alone would be read as something else."""
    return str(words()["city_in_full"].get(row.city, row.city))


def quoted(quote: str) -> str:
    """English words in quotation marks."""
    return phrase("quoted", "en", quote=quote)


def words_said(row: Any) -> str:
    """What was said, in quotation marks; where no words are kept, what it came to, without; apostrophes as in print."""
    return printed(quoted(row.quote) if row.quote else str(row.paraphrase))


def original_of(row: Any) -> Original | None:
    """The original words of a row of the statements; None where the table has none."""
    if not row.original:
        return None
    language = row.original_language
    label, translated = (
        phrase("statement", key, language=phrase("language_name", language)) for key in ("original_in", "translated")
    )
    return Original(phrase("quoted", language, quote=row.original), language, label, translated)
