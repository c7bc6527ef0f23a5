"""NATO as a membership like the others: the answers of the atlas's own tables in the same form.

The rules of NATO's statuses stay in `data/timeline.py`; here they are only read off, day of change by day of change.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from data.dates import OPEN_END
from data.headlines import CALLED
from data.membership import states_on
from data.memberships.ground import same_ground
from data.memberships.value import Membership, Status, Stretch
from data.names import Names
from data.sentences import uncapitalised
from data.tables import Tables
from data.timeline import segments, segments_on
from data.vocabulary import RAMP
from data.vocabulary import Status as NatoStatus
from data.words import words

ID = "nato"
Held = tuple[str, str]
"""A status, and the state whose ground it is, "" for a state of its own."""


@lru_cache(maxsize=8)
def nato(tables: Tables) -> Membership:
    """NATO of an edition, from the first day of its tables to `as_of`."""
    said = words()["membership"]["nato"]
    return Membership(
        id=ID,
        title=said["title"],
        short=said["short"],
        first_day=tables.first_day,
        as_of=tables.as_of,
        statuses=tuple(_statuses()),
        stretches=tuple(_stretches(tables)),
        tables=tables,
    )


def _statuses() -> Iterator[Status]:
    """The statuses of the vocabulary but `none`, with the words and verbs that the atlas has for them."""
    said = words()
    moves, exits = said["headline"]["moves"], said["headline"]["exits"]
    ends = {many: said["headline"][f"partnership_ends_{many}"] for many in ("one", "many")}
    for status in (each for each in NatoStatus if each is not NatoStatus.NONE):
        called = uncapitalised(said["status"][status]["label"])
        yield Status(
            key=status,
            label=said["status"][status]["label"],
            meaning=said["status"][status]["explain"],
            colour=RAMP.index(status) + 1,
            member=status is NatoStatus.MEMBER,
            becomes_one=moves[status]["one"].replace(CALLED, called),
            becomes_many=moves[status]["many"].replace(CALLED, called),
            ends_one=exits.get(status, ends)["one"],
            ends_many=exits.get(status, ends)["many"],
        )


def _stretches(tables: Tables) -> Iterator[Stretch]:
    """A row for each time that a state kept a status, and for each that a unit had one with its state."""
    days = sorted({part.start_day for history in segments(tables).values() for part in history})
    names = Names.of(tables)
    same = same_ground(tables)
    held: dict[str, list[tuple[date, Held]]] = {}
    for day in days:
        now: dict[str, Held] = {
            same.get(state, state): (status, "") for state, status in states_on(day, tables).items()
        }
        for unit, part in segments_on(tables, day).items():
            now.setdefault(unit, (part.status, same.get(part.state, part.state)))
        for code in held.keys() | now.keys():
            runs = held.setdefault(code, [])
            value = now.get(code, (str(NatoStatus.NONE), ""))
            if not runs or runs[-1][1] != value:
                runs.append((day, value))
    for code, runs in held.items():
        for start, end, (status, of) in _with_ends(runs):
            if status != NatoStatus.NONE:
                name = names.of_state(code, start)
                yield Stretch(code, name, str(status), start, end, of=of)


def _with_ends(runs: Iterable[tuple[date, Held]]) -> Iterator[tuple[date, date, Held]]:
    listed = list(runs)
    ends = [start for start, _ in listed[1:]] + [OPEN_END]
    for (start, value), end in zip(listed, ends, strict=True):
        yield start, end, value
