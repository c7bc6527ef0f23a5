"""One open connection: what waits to be sent on it, and how much it may ask for."""

import asyncio
from collections.abc import Iterable
from itertools import count

from geo.room.limits import Allowance
from geo.room.refused import Refused
from geo.room.room import WALL
from geo.room.telling import Tell, message

PHONE_AT_ONCE, PHONE_A_SECOND = 20, 4
WALL_AT_ONCE, WALL_A_SECOND = 60, 30
"""A wall is dragged through the years."""
MISFITS_AT_ONCE, MISFITS_A_SECOND = 25, 0.2
_numbers = count(1)


class Line:
    """A connection of a wall or a phone, once it has said which; before that it has no `code`.

    A text that waits gives way to a later one of its kind, since each says all of its kind: a phone that reads slowly
    misses steps, never the end, and never fills the memory.
    """

    def __init__(self, process: str, address: str) -> None:
        self.id = f"{process}/{next(_numbers)}"
        self.address = address
        self.code = ""
        self.by = ""
        self.is_over = False
        self._waiting: dict[str, str] = {}
        self._last: dict[str, int] = {}
        self._more = asyncio.Event()
        self._pace = Allowance(PHONE_AT_ONCE, PHONE_A_SECOND)
        self._misfits = Allowance(MISFITS_AT_ONCE, MISFITS_A_SECOND)

    def belongs_to(self, code: str, by: str) -> None:
        """The connection of somebody in a room."""
        self.code, self.by = code, by
        if by == WALL:
            self._pace = Allowance(WALL_AT_ONCE, WALL_A_SECOND)

    def may_speak(self) -> bool:
        """Whether one more message is not too fast."""
        return self._pace.take()

    def tell(self, tells: Iterable[Tell], number: int) -> None:
        """Send what a room told at a change of that number; what is older than what was sent is left out."""
        for each in tells:
            if self._last.get(each.kind, -1) <= number:
                self._last[each.kind] = number
                self._waiting[each.kind] = each.text
        self._more.set()

    def say(self, kind: str, **fields: object) -> None:
        """Send something that concerns this connection alone."""
        self._waiting[kind] = message(kind, fields)
        self._more.set()

    def refuse(self, why: Refused) -> None:
        """Send why something did not fit; where that happens too often, the connection is over."""
        if not self._misfits.take():
            why = Refused("many")
            self.is_over = True
        self.say("refused", why=why.why, sentence=str(why))

    def finish(self) -> None:
        """Send what waits, and end."""
        self.is_over = True
        self._more.set()

    async def texts(self) -> list[str]:
        """What waits, as soon as there is something; empty once the connection is over."""
        if not (self._waiting or self.is_over):
            self._more.clear()
            await self._more.wait()
        waiting, self._waiting = self._waiting, {}
        return list(waiting.values())
