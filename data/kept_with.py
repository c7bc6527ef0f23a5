"""What is made of a thing is kept with it and goes when it goes, however many such things there were before."""

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from typing import Concatenate, ParamSpec, TypeVar

Thing = TypeVar("Thing")
More = ParamSpec("More")
Made = TypeVar("Made")


def kept_with(
    most: int = 1,
) -> Callable[[Callable[Concatenate[Thing, More], Made]], Callable[Concatenate[Thing, More], Made]]:
    """As `lru_cache` for a function of a thing, yet the thing itself holds what was made of it.

    A cache that the function holds would hold the thing too: a table that somebody brought along, after they are gone.

    Parameters
    ----------
    most
        Answers that a thing holds, one for all else it is asked with; the one asked for longest ago goes first.
    """

    def decorate(make: Callable[Concatenate[Thing, More], Made]) -> Callable[Concatenate[Thing, More], Made]:
        name = f"{make.__module__}.{make.__qualname__}"

        @wraps(make)
        def found(thing: Thing, /, *more: More.args, **named: More.kwargs) -> Made:
            held = thing.__dict__
            kept = held.get(name)
            if kept is None:
                kept = held.setdefault(name, lru_cache(most)(partial(make, thing)))
            made: Made = kept(*more, **named)
            return made

        return found

    return decorate
