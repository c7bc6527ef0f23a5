"""Every word a reader sees, by language and topic: `en/` is English, and another language is another folder.

What the browser shows stands in `browser/` and crosses with the facts; `pages/` and `files/` stay on the server.
{braces} are filled in by the code.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
BROWSER = "browser"
Words = dict[str, Any]


class WordsError(ValueError):
    """The words do not hold together; the text says where, what was found and what was expected."""


@cache
def words(language: str = "en") -> Words:
    """Every word of a language, by topic and key."""
    return read_words(FOLDER / language)


@cache
def browser_words(language: str = "en") -> Words:
    """The words that the atlas and the class page show."""
    return read_words(FOLDER / language / BROWSER)


def read_words(folder: Path) -> Words:
    """All files of a folder as one. Raises WordsError for one that cannot be read or a topic that stands in two."""
    found: Words = {}
    for path in sorted(folder.rglob("*.toml")):
        try:
            topics = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise WordsError(f"{path.name}: {error.strerror}; expected a file that can be read") from error
        except (ValueError, RecursionError) as error:
            raise WordsError(f"{path.name}: {error}; expected TOML in UTF-8") from error
        if twice := found.keys() & topics.keys():
            raise WordsError(f"{path.name}: {', '.join(sorted(twice))} stands in another file too; expected each once")
        found |= topics
    return found
