"""What geo/ says where its input does not hold: one base, so that whoever shows it need not know the kinds."""

from collections.abc import Iterable

from data.gate.problems import first_told


class GeoError(ValueError):
    """Something that geo/ was given does not hold; the message says where, what was found, what was expected."""


class JoinError(GeoError):
    """A unit has no shape, or a shape has no unit; the message names them."""


class LessonError(GeoError):
    """A lesson does not hold together; `problems` lists the reasons, one sentence each, and how many more there are."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = first_told(problems)
        super().__init__("\n".join(self.problems))
