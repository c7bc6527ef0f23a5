"""A room after some deeds, and what they tell: the whole of the game, without a socket."""

from collections.abc import Iterable
from dataclasses import dataclass

from geo.room.deeds import Deed, after
from geo.room.refused import Refused
from geo.room.room import Room
from geo.room.telling import Tell, changes


@dataclass(frozen=True)
class Applied:
    """The room as it is now, what was told, and for each deed why it was refused, or None."""

    room: Room
    tells: tuple[Tell, ...]
    refused: tuple[Refused | None, ...]


def applied(room: Room, deeds: Iterable[tuple[str, Deed]], now_s: float) -> Applied:
    """What comes of deeds, each with who did it, in their order. Together they tell once what is different."""
    now = room
    refused: list[Refused | None] = []
    for by, deed in deeds:
        try:
            now = after(now, by, deed, now_s)
        except Refused as why:
            refused.append(why)
        else:
            refused.append(None)
    return Applied(now, tuple(changes(room, now)) if now is not room else (), tuple(refused))
