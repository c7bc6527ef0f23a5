"""How many problems are told, and what is raised for one that ends the reading."""

from collections.abc import Iterable
from itertools import islice

from data.errors import DataError
from data.gate.limits import MOST_COUNTED, MOST_TOLD


class GateError(DataError):
    """Something from outside is refused; one sentence says where, what was found and what was expected."""


def first_told(problems: Iterable[str], most: int = MOST_TOLD) -> tuple[str, ...]:
    """The first problems, and in one more line how many there are beside them; the others are not kept.

    Where there are many times as many, the rest are not even looked for.
    """
    every = iter(problems)
    told = list(islice(every, most))
    if more := sum(1 for _ in islice(every, most * (MOST_COUNTED - 1))):
        told.append(f"and {more} more" if next(every, None) is None else f"and more than {more} more")
    return tuple(told)
