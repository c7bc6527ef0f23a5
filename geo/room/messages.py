"""What is said to a room: one value a kind, once it has passed the gate of `protocol`."""

from dataclasses import dataclass

from geo.room.question import Answer, Question


@dataclass(frozen=True)
class Open:
    """A wall lets its class in; `teams` is 0 where everybody answers alone."""

    teams: int


@dataclass(frozen=True)
class Lead:
    """A wall, or the notes on another machine, comes back with the teacher's key."""

    code: str
    key: str


@dataclass(frozen=True)
class Join:
    """A phone comes for the first time."""

    code: str


@dataclass(frozen=True)
class Back:
    """A phone comes back with the token it was given."""

    code: str
    token: str


@dataclass(frozen=True)
class Give:
    """A phone answers a question of a sheet; a later answer takes the place of an earlier one."""

    sheet: str
    question: str
    answer: Answer


@dataclass(frozen=True)
class Leave:
    """A phone is gone for good: the room forgets its name and its answers."""


@dataclass(frozen=True)
class Beat:
    """Somebody is still there; it is answered with the same."""


@dataclass(frozen=True)
class Show:
    """What the wall shows.

    `place` is the query of the atlas's address, for all that has no field of its own; `words` are the title of a stop,
    or its question while the class predicts.
    """

    stop: int
    day: int
    view: str
    halted: bool
    place: str
    words: str


@dataclass(frozen=True)
class Draw:
    """A stroke of the pen on the wall: `points` are x, y, x, y in units of the view. They go with the next stop."""

    pen: str
    points: tuple[int, ...]


@dataclass(frozen=True)
class Wipe:
    """The strokes are taken away."""


@dataclass(frozen=True)
class Ask:
    """A sheet of questions for all; `exit` says that it is the quiz at the end."""

    exit: bool
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Reveal:
    """The answers to the open sheet are shown, and no more are taken."""


@dataclass(frozen=True)
class Clear:
    """The sheet is taken away; what was not revealed never will be."""


@dataclass(frozen=True)
class Rank:
    """The board is shown, or taken away."""

    shown: bool


@dataclass(frozen=True)
class Counts:
    """The wall wants the counts of all that was revealed, as CSV."""


@dataclass(frozen=True)
class End:
    """The room is over."""


Leading = Show | Draw | Wipe | Ask | Reveal | Clear | Rank | Counts | End
"""What only the teacher's key may say."""
Message = Open | Lead | Join | Back | Give | Leave | Beat | Leading
