"""Rooms in Redis or Valkey, so that several processes and machines serve one class.

A room is one key: its text and the number of its last change. A script on the server takes a change only from whoever
knew the last one, and tells of it in the same breath, so that all hear all changes in one order.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable
from contextlib import suppress
from pathlib import Path
from time import time
from typing import Any, cast

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from geo.room.applied import Applied
from geo.room.bus import MOST_ROOMS, BusAway, Hear, Step
from geo.room.kept import from_text, to_text
from geo.room.refused import Refused
from geo.room.room import Room
from geo.room.telling import Tell

PREFIX = "eastward:room:"
LIST = "eastward:rooms"
OVERTIME_S = 60
"""How long a room that nobody ended stays behind its hours, so that somebody may hear of its end."""
TIMEOUT_S = 5
AGAIN_S = 0.5
MOST_TRIES = 100
AWAY = (RedisError, OSError, TimeoutError)

_log = logging.getLogger(__name__)


class RedisBus:
    """The rooms of a server that several processes share."""

    def __init__(self, address: str, hear: Hear) -> None:
        self._hear = hear
        self._redis = Redis.from_url(
            address,
            decode_responses=True,
            socket_timeout=TIMEOUT_S,
            socket_connect_timeout=TIMEOUT_S,
            health_check_interval=3 * TIMEOUT_S,
            retry=Retry(NoBackoff(), 1),
        )
        self._open, self._change = map(self._redis.register_script, map(_script, ("open_room", "change_room")))
        self._known: dict[str, tuple[int, Room]] = {}
        self._ears: PubSub | None = None
        self._listening: dict[str, asyncio.Event] = {}
        self._listener: asyncio.Task[None] | None = None
        self._one_by_one = asyncio.Lock()

    async def open(self, room: Room) -> bool:
        until = int(room.ends_s) + OVERTIME_S
        arguments: list[str | int] = [int(time()), MOST_ROOMS, to_text(room), until]
        answer = await self._asked(self._open(keys=[PREFIX + room.code, LIST], args=arguments))
        if answer == "full":
            raise Refused("rooms")
        return bool(answer == "open")

    async def change(self, code: str, step: Step) -> tuple[int, Applied] | None:
        for _ in range(MOST_TRIES):
            kept = self._known.pop(code, None)
            known = kept or await self._read(code)
            if known is None:
                return None
            number, room = known
            changed = step(room)
            if changed.room is room:
                if kept:
                    continue  # nobody has vouched that this is how the room is now
                return number, changed
            text = "" if changed.room.ended else to_text(changed.room)
            arguments: list[str | int] = [number, number + 1, text, _written(number + 1, changed.tells)]
            if await self._asked(self._change(keys=[PREFIX + code, LIST], args=arguments)):
                if text and code in self._listening:
                    self._known[code] = number + 1, changed.room
                return number + 1, changed
        raise BusAway(f"{code}: others were faster {MOST_TRIES} times")

    async def _read(self, code: str) -> tuple[int, Room] | None:
        fields = cast("Awaitable[list[str | None]]", self._redis.hmget(PREFIX + code, ["number", "room"]))
        number, text = await self._asked(fields)
        return (int(number), from_text(text)) if number and text else None

    async def _asked(self, answer: Awaitable[Any]) -> Any:
        try:
            return await answer
        except AWAY as error:
            raise BusAway(str(error)) from error

    # ------------------------------------------------------------------ what is told

    async def listen(self, code: str) -> None:
        if code not in self._listening:
            self._listening[code] = asyncio.Event()
            if self._listener is None:
                self._listener = asyncio.create_task(self._hear_all())
            else:
                await self._asked(self._subscribe(code))
        try:
            await asyncio.wait_for(self._listening[code].wait(), TIMEOUT_S)
        except TimeoutError as error:
            raise BusAway(f"{code}: no word for {TIMEOUT_S} s") from error

    async def _subscribe(self, *codes: str) -> None:
        """Subscribe on the line there is; where there is none, the next one does."""
        async with self._one_by_one:
            if self._ears is not None:
                await self._ears.subscribe(LIST, *(PREFIX + code for code in codes))

    async def unlisten(self, code: str) -> None:
        self._listening.pop(code, None)
        self._known.pop(code, None)
        if self._ears is not None:
            with suppress(*AWAY):
                await self._ears.unsubscribe(PREFIX + code)

    async def _hear_all(self) -> None:
        """Hear, and where the line breaks listen anew; what was missed shows in the numbers of the changes."""
        while True:
            self._ears = self._redis.pubsub()
            try:
                await self._subscribe(*self._listening)
                while True:
                    found = await self._ears.get_message(timeout=TIMEOUT_S)
                    if found is not None:
                        self._heard(found)
            except AWAY as error:
                _log.warning("rooms: %s; listening again", error)
                self._known.clear()
                await asyncio.sleep(AGAIN_S)
            finally:
                ears, self._ears = self._ears, None
                with suppress(*AWAY):
                    await ears.aclose()  # type: ignore[no-untyped-call]

    def _heard(self, found: dict[str, Any]) -> None:
        code = str(found["channel"]).removeprefix(PREFIX)
        if found["type"] == "subscribe" and code in self._listening:
            self._listening[code].set()
        elif found["type"] == "message" and code in self._listening:
            number, tells = _read_tells(found["data"])
            self._hear(code, number, tells)

    async def close(self) -> None:
        if self._listener is not None:
            self._listener.cancel()
            with suppress(asyncio.CancelledError):
                await self._listener
            self._listener = None
        await self._redis.aclose()


def _script(name: str) -> str:
    return Path(__file__).with_name(f"{name}.lua").read_text(encoding="utf-8")


def _written(number: int, tells: tuple[Tell, ...]) -> str:
    return json.dumps([number, [[each.to, each.kind, each.text] for each in tells]], ensure_ascii=False)


def _read_tells(text: str) -> tuple[int, tuple[Tell, ...]]:
    number, tells = json.loads(text)
    return number, tuple(Tell(*each) for each in tells)
