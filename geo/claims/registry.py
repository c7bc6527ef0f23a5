"""The claims that can be computed, the definitions they offer, and the question put to one."""

from collections.abc import Callable
from dataclasses import dataclass

from data.tables import Tables, current_tables
from data.vocabulary import Verdict
from data.words import words
from geo.errors import GeoError

Rests = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Choice:
    """A definition that the reader can choose; the first option is the default."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]


def choice(key: str, *options: str) -> Choice:
    """A choice by its key and those of its options, in their order and with their words."""
    text = words()["choice"][key]
    return Choice(key, text["label"], tuple((option, text[option]) for option in options))


@dataclass(frozen=True)
class Finding:
    """What the tables say of a claim, in sentences, and where in the atlas to look.

    `rests_on` names the rows used as (table, key), the parts of a key joined by a space; `year` is the year whose
    picture shows it best, `country` a unit to open there and `layers` the layers that help, both possibly empty.
    """

    answer: str
    verdict: Verdict
    rests_on: Rests
    year: int
    country: str = ""
    layers: str = ""


class ClaimError(GeoError):
    """A claim cannot be computed, since the tables lack what it rests on; the message says what."""


@dataclass(frozen=True)
class _Claim:
    compute: Callable[..., Finding]
    choices: tuple[Choice, ...]


_CLAIMS: dict[str, _Claim] = {}


def claim(claim_id: str, *offered: Choice) -> Callable[[Callable[..., Finding]], Callable[..., Finding]]:
    """Register a computation, which takes the tables and each choice by its key."""

    def register(compute: Callable[..., Finding]) -> Callable[..., Finding]:
        _CLAIMS[claim_id] = _Claim(compute, offered)
        return compute

    return register


def claim_ids() -> tuple[str, ...]:
    """The claims that have a computation, in order."""
    return tuple(sorted(_CLAIMS))


def choices(claim_id: str) -> tuple[Choice, ...]:
    """The definitions that a reader can choose for a claim; raises ValueError for an unknown claim."""
    return _known(claim_id).choices


def evaluate(claim_id: str, tables: Tables | None = None, **chosen: str) -> Finding:
    """The finding under the chosen definitions; the default is taken for each that is not given.

    Raises ValueError for an unknown claim, choice or value, ClaimError where the tables lack what it rests on.
    """
    known = _known(claim_id)
    offered = {choice.key: [value for value, _ in choice.options] for choice in known.choices}
    for key, value in chosen.items():
        if key not in offered:
            raise ValueError(f"{claim_id} has no choice {key!r}; expected one of {list(offered)}")
        if value not in offered[key]:
            raise ValueError(f"{claim_id}: {key} is {value!r}; expected one of {offered[key]}")
    defaults = {key: values[0] for key, values in offered.items()}
    try:
        return known.compute(tables or current_tables(), **(defaults | chosen))
    except (ValueError, LookupError, ArithmeticError) as error:
        raise ClaimError(f"{claim_id} cannot be computed: {error}") from error


def _known(claim_id: str) -> _Claim:
    if claim_id not in _CLAIMS:
        raise ValueError(f"unknown claim {claim_id!r}; expected one of {list(claim_ids())}")
    return _CLAIMS[claim_id]
