"""A room as a value: what one message makes of it, without a socket, a clock or a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from geo.room.question import Answer, Question, Result

LIFE_S = 3 * 60 * 60
MOST_PHONES = 400
MOST_RESULTS = 100
MOST_STROKES = 40
LEASE_S = 30
"""How long a process is believed to be alive that says nothing."""
WALL = "wall"
"""Who leads, where another has the digest of a token."""


@dataclass(frozen=True)
class Phone:
    """One of the class. `at` is the connection that it is at, empty while it is away; `rightly` are right answers."""

    name: str
    team: int
    at: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    rightly: int = 0


@dataclass(frozen=True)
class Shown:
    """What stands on the wall."""

    stop: int = 0
    day: int = 0
    view: str = ""
    halted: bool = False
    place: str = ""
    words: str = ""


@dataclass(frozen=True)
class Stroke:
    """A line drawn on the wall."""

    pen: str
    points: tuple[int, ...]


@dataclass(frozen=True)
class Sheet:
    """Questions that are open together; once there are results, they are revealed."""

    id: str
    exit: bool
    questions: tuple[Question, ...]
    results: tuple[Result, ...] = ()

    def question(self, id_: str) -> Question | None:
        return next((question for question in self.questions if question.id == id_), None)


@dataclass(frozen=True)
class Room:
    """A class that answers. `key` and the names of `phones` are digests; `alive` says when a process was last heard."""

    code: str
    key: str
    opened_s: float
    teams: int = 0
    wall: Shown = Shown()
    ink: tuple[Stroke, ...] = ()
    phones: Mapping[str, Phone] = field(default_factory=dict)
    sheet: Sheet | None = None
    sheets: int = 0
    done: tuple[Result, ...] = ()
    is_ranked: bool = False
    alive: Mapping[str, float] = field(default_factory=dict)
    ended: str = ""

    @property
    def ends_s(self) -> float:
        """When the room is over without a press."""
        return self.opened_s + LIFE_S

    @property
    def asked(self) -> int:
        """How many questions were revealed."""
        return len(self.done)

    def with_phone(self, id_: str, phone: Phone) -> "Room":
        """The room with a phone as it is now."""
        return replace(self, phones={**self.phones, id_: phone})
