"""Lists and numbers as a sentence has them."""

from collections.abc import Sequence

from data.words import words


def listed(names: Sequence[str]) -> str:
    """At least one name as a sentence has them: `Czechia, Hungary and Poland`."""
    if len(names) == 1:
        return names[0]
    return str(words()["headline"]["and"]).format(first=", ".join(names[:-1]), last=names[-1])


def number_word(count: int) -> str:
    """A number as a sentence has it: in letters up to twelve."""
    numbers = words()["headline"]["numbers"]
    return str(numbers[count]) if count < len(numbers) else str(count)
