"""The words of a statement as they are printed: in English, and in the language in which they were spoken."""

from dataclasses import dataclass
from typing import Any

from data.words import phrase


@dataclass(frozen=True)
class Original:
    """The words as they were spoken, in the marks of their language, which is a code as in BCP 47.

    `label` says of these words, `translated` of their translation, which language it is.
    """

    text: str
    language: str
    label: str
    translated: str


def quoted(quote: str) -> str:
    """English words in quotation marks."""
    return phrase("quoted", "en", quote=quote)


def original_of(row: Any) -> Original | None:
    """The original words of a row of the statements; None where the table has none."""
    if not row.original:
        return None
    language = row.original_language
    label, translated = (
        phrase("statement", key, language=phrase("language_name", language)) for key in ("original_in", "translated")
    )
    return Original(phrase("quoted", language, quote=row.original), language, label, translated)
