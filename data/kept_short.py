"""What short texts mean is kept; of long ones a few would fill the memory, and no name or day is one."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")
LONGEST_KEPT = 200
"""Characters of a text; a cell of somebody's table may have thousands."""


def kept_short(most: int) -> Callable[[Callable[Given, Made]], Callable[Given, Made]]:
    """As `lru_cache` for a function whose last value is a text: for a long one it is asked anew each time."""

    def decorate(make: Callable[Given, Made]) -> Callable[Given, Made]:
        kept: Any = lru_cache(most)(make)

        @wraps(make)
        def found(*given: Given.args, **named: Given.kwargs) -> Made:
            is_short = len(str(given[-1])) <= LONGEST_KEPT
            made: Made = (kept if is_short else make)(*given, **named)
            return made

        return found

    return decorate
