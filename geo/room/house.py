"""The rooms as this process serves them: who is connected to which, and what is told to whom."""

import asyncio
import logging
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from time import time

from geo.room.applied import Applied, applied
from geo.room.bus import Bus, BusAway, Hear
from geo.room.codes import digest_of, new_code, new_secret
from geo.room.deeds import Alive, Came, Deed, Went
from geo.room.line import Line
from geo.room.refused import Refused
from geo.room.room import WALL, Room
from geo.room.telling import ALL, Tell, told_of

BEAT_S = 10
"""How often a process says that it is alive, for each room it serves; a third of what it is believed for."""
_log = logging.getLogger(__name__)


@dataclass
class Served:
    """A room with connections here: by the wall and by phone, and the numbers of the last change heard and made."""

    lines: dict[str, dict[str, Line]] = field(default_factory=dict)
    heard: int = -1
    made: int = -1

    def all(self) -> list[Line]:
        return [line for lines in self.lines.values() for line in lines.values()]

    def of(self, to: str) -> list[Line]:
        """Those whom something is told."""
        return self.all() if to == ALL else list(self.lines.get(to, {}).values())


@dataclass
class Waiting:
    """A deed that waits for its turn in a room."""

    by: str
    deed: Deed
    done: "asyncio.Future[tuple[int, Room]]"


class House:
    """All rooms of this process.

    Deeds that come while a room is being changed wait, and are then done together: a class that answers at once costs
    a few changes, not four hundred.
    """

    def __init__(self, make_bus: Callable[[Hear], Bus], clock: Callable[[], float] = time) -> None:
        self.process = secrets.token_hex(6)
        self._clock = clock
        self._bus = make_bus(self._hear)
        self._served: dict[str, Served] = {}
        self._waiting: dict[str, list[Waiting]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._beats: asyncio.Task[None] | None = None

    async def open(self, teams: int) -> tuple[str, str]:
        """A new room: its code and the teacher's key, of which it keeps only a digest."""
        key = new_secret()
        try:
            while True:
                room = Room(new_code(), digest_of(key), self._clock(), teams)
                if await self._bus.open(room):
                    return room.code, key
        except BusAway as error:
            raise _away(error) from error

    async def lead(self, line: Line, code: str, key: str) -> None:
        """Connect a wall by the teacher's key."""
        room = await self.room(code)
        if not secrets.compare_digest(room.key, digest_of(key)):
            raise Refused("key")
        await self._connect(line, code, WALL, Alive(self.process))

    async def come(self, line: Line, code: str, token: str, *, first: bool) -> None:
        """Connect a phone by its token; `first` where it has just been given it."""
        await self.room(code)  # a code that was guessed costs a look, no more
        await self._connect(line, code, digest_of(token), Came(line.id, first))

    async def _connect(self, line: Line, code: str, by: str, deed: Deed) -> None:
        served = self._served.setdefault(code, Served())
        lines = served.lines.setdefault(by, {})
        lines[line.id] = line
        try:
            await self._bus.listen(code)
            number, room = await self.do(code, by, deed)
        except (BusAway, Refused) as error:
            await self._disconnect(line.id, code, by)
            raise _away(error) if isinstance(error, BusAway) else error from error
        line.belongs_to(code, by)
        line.tell(told_of(room, by), number)
        if room.ended:
            line.finish()
        self._beat_from_now_on()

    async def go(self, line: Line) -> None:
        """Disconnect; a phone is away from now on, and may come back."""
        if not line.code:
            return
        with suppress(Refused):
            if line.by != WALL:
                await self.do(line.code, line.by, Went(line.id))
        await self._disconnect(line.id, line.code, line.by)

    async def _disconnect(self, line_id: str, code: str, by: str) -> None:
        served = self._served.get(code)
        if served is None:
            return
        lines = served.lines.get(by, {})
        lines.pop(line_id, None)
        if not lines:
            served.lines.pop(by, None)
        if not served.lines:
            del self._served[code]
            await self._bus.unlisten(code)

    async def room(self, code: str) -> Room:
        """A room as it is; raises Refused where there is none."""
        return (await self._changed(code, lambda room: Applied(room, (), ())))[1].room

    async def do(self, code: str, by: str, deed: Deed) -> tuple[int, Room]:
        """The room after a deed, with the number of the change; raises Refused where it does not fit."""
        waiting = Waiting(by, deed, asyncio.get_running_loop().create_future())
        self._waiting.setdefault(code, []).append(waiting)
        if code not in self._tasks:
            self._tasks[code] = asyncio.create_task(self._work(code))
        return await waiting.done

    async def _work(self, code: str) -> None:
        """Do what waits in a room, until nothing does."""
        batch: list[Waiting] = []
        try:
            while batch := self._waiting.pop(code, []):
                deeds = [(each.by, each.deed) for each in batch]
                try:
                    number, made = await self._changed(code, lambda room: applied(room, deeds, self._clock()))  # noqa: B023
                except Refused as why:
                    _settle(batch, [why] * len(batch), (-1, None))
                else:
                    _settle(batch, made.refused, (number, made.room))
        finally:
            del self._tasks[code]
            batch += self._waiting.pop(code, [])
            _settle(batch, [Refused("away")] * len(batch), (-1, None))

    async def _changed(self, code: str, step: Callable[[Room], Applied]) -> tuple[int, Applied]:
        try:
            changed = await self._bus.change(code, step)
        except BusAway as error:
            raise _away(error) from error
        if changed is None:
            raise Refused("unknown")
        if code in self._served:
            self._served[code].made = changed[0]
        return changed

    # ------------------------------------------------------------------ what is told

    def _hear(self, code: str, number: int, tells: tuple[Tell, ...]) -> None:
        served = self._served.get(code)
        if served is None:
            return
        has_missed = -1 < served.heard < number - 1
        served.heard = max(served.heard, number)
        for each in tells:
            for line in served.of(each.to):
                line.tell((each,), number)
                if each.kind == "ended":
                    line.finish()
        if has_missed:
            self._tasks.setdefault(f"{code} anew", asyncio.create_task(self._tell_anew(code)))

    async def _tell_anew(self, code: str) -> None:
        """Tell everybody here everything, since something was missed."""
        try:
            number, made = await self._changed(code, lambda room: Applied(room, (), ()))
            served = self._served.get(code, Served())
            served.heard = max(served.heard, number)
            for line in served.all():
                line.tell(told_of(made.room, line.by), number)
        except Refused as why:
            if why.why == "unknown":
                self._end(code)
        finally:
            self._tasks.pop(f"{code} anew", None)

    def _end(self, code: str) -> None:
        """The room is gone, and its end was missed."""
        for line in self._served.get(code, Served()).all():
            line.say("ended", why="hours")
            line.finish()

    # ------------------------------------------------------------------ the beat

    def _beat_from_now_on(self) -> None:
        if self._beats is None or self._beats.done():
            self._beats = asyncio.create_task(self._beat())

    async def _beat(self) -> None:
        """Say that this process is alive, as long as it serves a room; what was missed in silence shows here, too."""
        while self._served:
            await asyncio.sleep(BEAT_S)
            for code in list(self._served):
                served = self._served.get(code, Served())
                was_missed = served.heard < served.made
                try:
                    await self.do(code, WALL, Alive(self.process))
                except Refused as why:
                    if why.why == "unknown":
                        self._end(code)
                    continue
                if was_missed and served.heard < served.made:
                    await self._tell_anew(code)

    async def close(self) -> None:
        """End all that runs; what the bus keeps stays with it."""
        for task in [*self._tasks.values(), *filter(None, [self._beats])]:
            task.cancel()
        await self._bus.close()


def _settle(batch: list[Waiting], refused: "list[Refused] | tuple[Refused | None, ...]", made: object) -> None:
    for each, why in zip(batch, refused, strict=True):
        if each.done.done():
            continue
        if why is not None:
            each.done.set_exception(why)
        else:
            each.done.set_result(made)  # type: ignore[arg-type]


def _away(error: BusAway) -> Refused:
    _log.warning("rooms: %s", error)
    return Refused("away")
