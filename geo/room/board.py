"""The board at the end: who did best, and nobody who is last."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from geo.room.room import Room

PLACES = 5


@dataclass(frozen=True)
class Row:
    """A place on the board: a phone under its name, or a team by its number. Who has as many points shares a place."""

    place: int
    name: str
    team: int
    points: int


def board(room: Room) -> tuple[Row, ...]:
    """The first places, best first: right answers of a phone, or of a team the share in percent.

    Whoever has the fewest points is left out, unless all have the same: then all are first together. Phones that are
    away are on it, too; ones that gave no right answer are not.
    """
    if not room.teams:
        return _placed((phone.rightly, phone.name, 0) for phone in room.phones.values())
    right: defaultdict[int, int] = defaultdict(int)
    members: defaultdict[int, int] = defaultdict(int)
    for phone in room.phones.values():
        right[phone.team] += phone.rightly
        members[phone.team] += 1
    asked = max(room.asked, 1)
    return _placed((round(100 * right[team] / (members[team] * asked)), "", team) for team in members)


def _placed(found: Iterable[tuple[int, str, int]]) -> tuple[Row, ...]:
    by_points = sorted(found, key=lambda each: (-each[0], each[2], each[1]))
    points = [each[0] for each in by_points]
    if not points or not points[0]:
        return ()
    fewest = points[-1] if points[-1] < points[0] else -1
    rows = (Row(points.index(each) + 1, name, team, each) for each, name, team in by_points if each > fewest)
    return tuple(row for row in rows if row.place <= PLACES)
