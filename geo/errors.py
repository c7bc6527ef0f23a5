"""What geo/ says where its input does not hold: one base, so that whoever shows it need not know the kinds."""

from collections.abc import Iterable
from itertools import islice

MOST_PROBLEMS = 20


class GeoError(ValueError):
    """Something that geo/ was given does not hold; the message says where, what was found, what was expected."""


class JoinError(GeoError):
    """A unit has no shape, or a shape has no unit; the message names them."""


class LessonError(GeoError):
    """A lesson does not hold together; `problems` lists the reasons, one sentence each, and how many more there are."""

    def __init__(self, problems: Iterable[str]) -> None:
        every = iter(problems)
        told = list(islice(every, MOST_PROBLEMS))
        if more := sum(1 for _ in every):
            told.append(f"and {more} more")
        self.problems = tuple(told)
        super().__init__("\n".join(self.problems))
