"""Every word a reader sees, by language and topic: `en/` is English, and another language is another folder.

What the browser shows stands in `browser/` and crosses with the facts, what class pages show as well in `classroom/`,
and crosses with them; `facts/` (sentences about the tables), `pages/`
and `files/` stay on the server.
{braces} are filled in by the code.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from data.errors import DataError

FOLDER = Path(__file__).parent
BROWSER = "browser"
CLASSROOM = "classroom"
Words = dict[str, Any]


class WordsError(DataError):
    """The words do not hold together; the text says where, what was found and what was expected."""


@cache
def words(language: str = "en") -> Words:
    """Every word of a language, by topic and key."""
    return read_words(FOLDER / language)


@cache
def browser_words(language: str = "en") -> Words:
    """The words that the atlas shows."""
    return read_words(FOLDER / language / BROWSER)


@cache
def classroom_words(language: str = "en") -> Words:
    """The words that lesson, quiz and notes show beside those of the atlas."""
    return read_words(FOLDER / language / CLASSROOM)


def phrase(*path: str, **values: object) -> str:
    """The words at a path of topic and keys, with their {braces} filled in; KeyError where there are none."""
    found: Any = words()
    for key in path:
        found = found[key]
    return str(found).format(**values)


def counted(forms: Words, n: int, **values: object) -> str:
    """The form for a number, `one` or `other`, filled in with it as {n}."""
    return str(forms["one" if n == 1 else "other"]).format(n=n, **values)


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
