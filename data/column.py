"""A column of a table: its name, and what its cells may hold."""

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What the cells of a column hold."""

    TEXT = auto()
    DATE = auto()
    WORD = auto()
    FLAG = auto()
    WHOLE = auto()
    NUMBER = auto()
    DEGREES = auto()
    LIST = auto()


@dataclass(frozen=True)
class Column:
    """One column; `words` is its closed list, `limit` the most a number may be on either side of zero."""

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    words: tuple[str, ...] = ()
    limit: float = 0
