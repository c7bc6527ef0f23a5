"""In which language the title of a source is, so that a reader of the screen says it in that."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_suffix(".toml")


class InLanguage(NamedTuple):
    """A title in two parts: what is in a language, as a code of BCP 47, and what follows in English."""

    language: str
    told: str
    rest: str


def in_its_language(title: str) -> InLanguage:
    """A title with its language; one in English has no language, and is all rest.

    >>> in_its_language("Décret 91-391 (text of Article 5 of the treaty)")
    InLanguage(language='fr', told='Décret 91-391', rest=' (text of Article 5 of the treaty)')
    >>> in_its_language("A Fateful Error")
    InLanguage(language='', told='', rest='A Fateful Error')
    """
    for told, language in title_languages().items():
        if title.startswith(told):
            return InLanguage(language, told, title.removeprefix(told))
    return InLanguage("", "", title)


@cache
def title_languages() -> dict[str, str]:
    """Every title that is not in English, or its beginning that is not, with its language."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {told: language for language, titles in table.items() for told in titles}
