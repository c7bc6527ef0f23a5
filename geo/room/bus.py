"""Where rooms live: in the memory of this process, unless a deployer names a server that several processes share."""

import os
from collections.abc import Callable
from time import time
from typing import Protocol

from data.settings import SettingError
from geo.room.applied import Applied
from geo.room.refused import Refused
from geo.room.room import Room
from geo.room.telling import Tell

BUS = "EASTWARD_BUS"
MOST_ROOMS = 500
Step = Callable[[Room], Applied]
"""What is made of a room. It may be called again, where another process was faster: it must not act by itself."""
Hear = Callable[[str, int, tuple[Tell, ...]], None]
"""What is told in a room, by its code, with a number that grows by one at each change of it."""


class BusAway(Exception):
    """The rooms cannot be reached at the moment."""


class Bus(Protocol):
    """Keeps rooms, changes each of them one step after another, and tells what has changed wherever it is listened to.

    A room that has ended is told of, and gone. All methods but the last may raise BusAway.
    """

    async def open(self, room: Room) -> bool:
        """Keep a new room; False where its code is taken. Raises Refused where there are too many."""

    async def change(self, code: str, step: Step) -> tuple[int, Applied] | None:
        """Change a room in one step that nobody else's comes between, and tell of it; None where there is no such room.

        The number is that of the room after the step: what is told later has a higher one.
        """

    async def listen(self, code: str) -> None:
        """Begin to hear what is told in a room; once this returns nothing is missed."""

    async def unlisten(self, code: str) -> None:
        """Hear no more of it."""

    async def close(self) -> None:
        """Let go of everything."""


class MemoryBus:
    """Rooms of this process alone."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._rooms: dict[str, tuple[int, Room]] = {}

    async def open(self, room: Room) -> bool:
        now = time()
        self._rooms = {code: each for code, each in self._rooms.items() if each[1].ends_s > now}
        if len(self._rooms) >= MOST_ROOMS:
            raise Refused("rooms")
        if room.code in self._rooms:
            return False
        self._rooms[room.code] = 0, room
        return True

    async def change(self, code: str, step: Step) -> tuple[int, Applied] | None:
        if code not in self._rooms:
            return None
        number, room = self._rooms[code]
        changed = step(room)
        if changed.room is room:
            return number, changed
        number += 1
        if changed.room.ended:
            del self._rooms[code]
        else:
            self._rooms[code] = number, changed.room
        self._hear(code, number, changed.tells)
        return number, changed

    async def listen(self, code: str) -> None:
        """Whoever keeps the rooms hears everything."""

    async def unlisten(self, code: str) -> None:
        """The same."""

    async def close(self) -> None:
        self._rooms.clear()


def bus_address() -> str:
    """The server that keeps the rooms, `redis://host:port/0`; empty where this process does. Raises SettingError."""
    text = os.environ.get(BUS, "").strip()
    if text and not text.startswith(("redis://", "rediss://", "unix://", "valkey://", "valkeys://")):
        # Not told as it was given: it may hold a password.
        raise SettingError(f"{BUS}: found what begins otherwise; expected redis://host:6379/0, or rediss:// for TLS")
    return text.replace("valkey", "redis", 1) if text.startswith("valkey") else text
