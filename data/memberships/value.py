"""A membership as a value: its statuses, who had which of them from when to when, its events and sources."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from data.dates import OPEN_END
from data.tables import Tables


@dataclass(frozen=True)
class Status:
    """One of the statuses of a membership, which stand in order of closeness.

    `colour` is its place on the ramp of colours, from 1 for the closest; `member` says whether who has it is counted
    as a member. The verbs tell what happens when it begins or ends, of one country and of many.
    """

    key: str
    label: str
    meaning: str
    colour: int
    member: bool
    becomes_one: str
    becomes_many: str
    ends_one: str
    ends_many: str


@dataclass(frozen=True)
class Stretch:
    """One row: who had which status from when until when, half-open, `date.max` while open.

    `of` names the state whose ground it is, for land that is told apart from its state, such as Greenland; such a row
    colours the map and counts nobody. `continues` names the state whose seat this one took over.
    """

    code: str
    name: str
    status: str
    start_day: date
    end_day: date = OPEN_END
    start_on: str = ""
    end_on: str = ""
    of: str = ""
    continues: str = ""
    end_reason: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    confidence: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the row is in force."""
        return self.start_day <= day < self.end_day

    @property
    def since(self) -> str:
        """The start at the precision of its source, or to the day where no text was given."""
        return self.start_on or self.start_day.isoformat()

    @property
    def until(self) -> str:
        """The same for the end, the first day after; "" while open."""
        return self.end_on or (self.end_day.isoformat() if self.end_day < OPEN_END else "")


@dataclass(frozen=True)
class Event:
    """What happened to a membership on a day; a headline stands over its year."""

    id: str
    day: date
    date: str
    title: str
    summary: str
    codes: tuple[str, ...]
    headline: bool
    sources: tuple[str, ...]
    confidence: str


@dataclass(frozen=True)
class Source:
    """What rows rest on; `seen` says whether it was read."""

    id: str
    producer: str
    title: str
    url: str
    published: str
    accessed: str
    seen: str
    note: str


@dataclass(frozen=True, eq=False)
class Membership:
    """Everything that is known of one membership; can be built from rows that never lay in a file.

    Attributes
    ----------
    statuses
        In order of closeness: of several that hold at one time the first is shown.
    stretches
        In any order; one country may have several, with gaps between them.
    headline
        Sentences of its own in place of those of `data/words`, by their key there.
    with_state
        Dependencies that share the status of their state; others have one only by rows of their own.
    apart
        Units that do not share the status of the state they belong to.
    tables
        The atlas's own tables: for names of the day, and for states that are gone.
    """

    id: str
    title: str
    short: str
    first_day: date
    as_of: date
    statuses: tuple[Status, ...]
    stretches: tuple[Stretch, ...]
    tables: Tables
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    views: tuple[str, ...] = ("europe",)
    headline: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    with_state: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()

    @cached_property
    def closeness(self) -> dict[str, int]:
        """By status, its place: 0 for the closest."""
        return {status.key: place for place, status in enumerate(self.statuses)}

    @cached_property
    def status(self) -> dict[str, Status]:
        """The statuses by their key."""
        return {status.key: status for status in self.statuses}

    @cached_property
    def counting(self) -> frozenset[str]:
        """The statuses of those who are counted as members."""
        return frozenset(status.key for status in self.statuses if status.member)

    @cached_property
    def rows_of(self) -> dict[str, tuple[Stretch, ...]]:
        """The rows of each country, state or piece of land, by code, the earliest first."""
        found: dict[str, list[Stretch]] = defaultdict(list)
        for row in sorted(self.stretches, key=lambda row: (row.start_day, self.closeness[row.status])):
            found[row.code].append(row)
        return {code: tuple(rows) for code, rows in found.items()}

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The codes of all who ever had a status in their own name, the earliest first."""
        return tuple(code for code, rows in self.rows_of.items() if any(not row.of for row in rows))
