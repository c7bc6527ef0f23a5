"""Lists and numbers as a sentence has them."""

import re
from collections.abc import Sequence

from data.words import words

APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?= )")
"""A straight one, as the tables have them."""
OPENING = re.compile(r"(?:(?<=[\s(\[“–/])|(?<!.))'(?=[\w[])", re.DOTALL)
"""A straight mark before what is quoted within a sentence."""
CLOSING = re.compile(r"(?<=[\w.,;:?!…)\]])'(?!\w)")
"""One after it."""


def listed(names: Sequence[str]) -> str:
    """At least one name as a sentence has them: `Czechia, Hungary and Poland`."""
    if len(names) == 1:
        return names[0]
    return str(words()["headline"]["and"]).format(first=", ".join(names[:-1]), last=names[-1])


def in_sentence(name: str) -> str:
    """A name with its article, where it has one: `the Czech Republic`."""
    said = words()
    return said["article"].format(name=name) if name in said["with_article"] else name


def capitalised(sentence: str) -> str:
    """A sentence that begins with a capital letter, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def uncapitalised(sentence: str) -> str:
    """The same within another sentence."""
    return sentence[:1].lower() + sentence[1:]


def number_word(count: int) -> str:
    """A number as a sentence has it: in letters up to twelve."""
    numbers = words()["numbers"]
    return str(numbers[count]) if count < len(numbers) else str(count)


def printed(text: str) -> str:
    """A text of the tables with its apostrophes and the single marks of its quotations as they are printed."""
    return CLOSING.sub("’", OPENING.sub("‘", APOSTROPHE.sub("’", text)))
