"""One question of the quiz, and what all kinds of questions share."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeVar

from data.words import phrase

Made = TypeVar("Made")
LEVELS = ("easy", "medium", "hard")
A_POOL = 24
"""Questions of one kind and level in the bank, at most."""
OPTIONS = {"easy": 3, "medium": 4, "hard": 5}
MANY = 7
"""A round of so many or more is hard to name in full."""


@dataclass(frozen=True)
class Question:
    """One question. `answer` holds places among `options`, in order where order is asked; for a click, units.

    `year` and `view` are the map to show and `mask` what it must not tell; `card` names what explains the answer;
    `on_paper` is the prompt where there is nothing to click. `seen` are the years, half-open, on whose map the answer
    can be seen; `names` those of which the words name everybody who joined.
    """

    kind: str
    level: str
    prompt: str
    options: tuple[str, ...]
    answer: tuple[Any, ...]
    explanation: str
    year: int
    mask: str = ""
    view: str = "europe"
    card: tuple[str, str] = ("", "")
    sources: tuple[str, ...] = ()
    then: "Question | None" = field(default=None)
    on_paper: str = ""
    seen: tuple[int, ...] = ()
    names: tuple[int, ...] = ()


def pooled(made: Sequence[Made], kind: str, level: str) -> Sequence[Made]:
    """Not more than a pool holds, drawn evenly by a seed of its own."""
    if len(made) <= A_POOL:
        return made
    return [made[place] for place in sorted(Random(f"{kind} {level}").sample(range(len(made)), A_POOL))]


def word(key: str, **values: object) -> str:
    """A sentence of the quiz."""
    return phrase("quiz", key, **values)


def sources_of(rows: Any) -> tuple[str, ...]:
    """The sources of some rows, each once, in order."""
    return tuple(dict.fromkeys(source for row in rows for source in row))
