"""A note on ground: a sentence that names those of its parts that a map shows."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from data.sentences import listed

NAMES = "{names}"


@dataclass(frozen=True)
class GroundNote:
    """A sentence with `{names}` in it, and its parts in their order: each unit with how the sentence names it."""

    form: str
    parts: tuple[tuple[str, str], ...]


def note_of(form: str, parts: Iterable[tuple[str, str]], **fields: object) -> GroundNote:
    """A note whose other fields are filled in, its parts in the order of their names."""
    return GroundNote(form.format(names=NAMES, **fields), in_order(parts))


def in_order(parts: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Parts in the order of their names."""
    return tuple(sorted(parts, key=lambda part: part[1]))


def sentences_of(notes: Iterable[GroundNote], seen: Container[str] | None = None) -> tuple[str, ...]:
    """What notes say; of a map, of those units alone that are `seen` on it. The browser does the same."""
    told = ((note.form, [name for unit, name in note.parts if seen is None or unit in seen]) for note in notes)
    return tuple(form.replace(NAMES, listed(names)) for form, names in told if names)
