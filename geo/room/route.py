"""`/room`: the socket of a wall or a phone. What does not fit gets a sentence and hurts only whoever sent it."""

import asyncio
import logging
from contextlib import suppress

from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from data.settings import SettingError
from geo.room.bus import Bus, Hear, MemoryBus, bus_address
from geo.room.codes import new_secret
from geo.room.counts import counts_csv
from geo.room.house import House
from geo.room.limits import Tries
from geo.room.line import Line
from geo.room.messages import Back, Beat, Counts, Join, Lead, Leave, Message, Open
from geo.room.protocol import MOST_BYTES, MOST_BYTES_LEADING, parse
from geo.room.refused import Refused
from geo.room.room import WALL

SILENCE_S = 60
"""A browser says every few seconds that it is there; one that is silent for so long is gone."""
FIRST_WORD_S = 20
SLOW_S = 20
MOST_TRIES, MOST_OPENED = 100, 40
"""Wrong codes in five minutes, and rooms in ten, from one network: a whole school may stand behind one address."""
GONE = (WebSocketDisconnect, RuntimeError, OSError, TimeoutError)
"""How a socket says that nobody reads it any more."""
_log = logging.getLogger(__name__)


class Door:
    """Lets sockets into the rooms of a house."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._codes = Tries(MOST_TRIES, 5)
        self._rooms = Tries(MOST_OPENED, 10)

    async def serve(self, websocket: WebSocket) -> None:
        """Talk with one socket until it ends."""
        line = Line(self.house.process, websocket.client.host if websocket.client else "")
        await websocket.accept()
        writing = asyncio.create_task(_write(websocket, line))
        try:
            while not line.is_over and (text := await _next_text(websocket, line)) is not None:
                if not line.may_speak():
                    line.refuse(Refused("pace"))
                    continue
                try:
                    await self._answer(line, parse(text, MOST_BYTES_LEADING if line.by == WALL else MOST_BYTES))
                except Refused as why:
                    line.refuse(why)
        finally:
            line.finish()
            await self.house.go(line)
            await writing

    async def _answer(self, line: Line, message: Message) -> None:
        match message:
            case Beat():
                line.say("beat")
            case Open() | Lead() | Join() | Back():
                if line.code:
                    raise Refused("shape")
                await self._enter(line, message)
            case _ if not line.code:
                raise Refused("first")
            case Counts() if line.by == WALL:
                line.say("counts", csv=counts_csv(await self.house.room(line.code)))
            case Leave():
                await self.house.do(line.code, line.by, message)
                line.finish()
            case _:
                await self.house.do(line.code, line.by, message)

    async def _enter(self, line: Line, message: Open | Lead | Join | Back) -> None:
        if isinstance(message, Open):
            if self._rooms.are_many(line.address):
                raise Refused("opened", minutes=self._rooms.minutes)
            self._rooms.note(line.address)
            code, key = await self.house.open(message.teams)
            line.say("opened", code=code, key=key)
            await self.house.lead(line, code, key)
            return
        if isinstance(message, Lead | Join) and self._codes.are_many(line.address):
            raise Refused("tries", minutes=self._codes.minutes)
        try:
            match message:
                case Lead(code=code, key=key):
                    await self.house.lead(line, code, key)
                case Join(code=code):
                    token = new_secret()
                    await self.house.come(line, code, token, first=True)
                    line.say("joined", code=code, token=token)
                case Back(code=code, token=token):
                    await self.house.come(line, code, token, first=False)
        except Refused as why:
            if why.why in ("unknown", "key"):
                self._codes.note(line.address)
            raise


async def _next_text(websocket: WebSocket, line: Line) -> str | None:
    """What the browser says next; None once it has gone, or has been silent for too long."""
    try:
        found = await asyncio.wait_for(websocket.receive(), SILENCE_S if line.code else FIRST_WORD_S)
    except GONE:
        return None
    if found["type"] != "websocket.receive":
        return None
    return found.get("text") or ""


async def _write(websocket: WebSocket, line: Line) -> None:
    """Send what the line has, until it is over or nobody reads."""
    with suppress(*GONE):
        while texts := await line.texts():
            for text in texts:
                await asyncio.wait_for(websocket.send_text(text), SLOW_S)
    line.is_over = True
    with suppress(*GONE):
        await asyncio.wait_for(websocket.close(), SLOW_S)


# ---------------------------------------------------------------------- the one of this process

_door: list[Door] = []


def current_bus(hear: Hear) -> Bus:
    """The bus that the deployer has set, else that of this process."""
    address = bus_address()
    if not address:
        return MemoryBus(hear)
    from geo.room.redis_bus import RedisBus  # a second of every start, for the few who need it

    return RedisBus(address, hear)


async def room(websocket: WebSocket) -> None:
    """`/room`, served by the rooms of this process, which are made at the first call."""
    if not _door:
        try:
            _door.append(Door(House(current_bus)))
        except SettingError as error:
            _log.error("%s", error)
            await websocket.close()
            return
    await _door[0].serve(websocket)


async def close_rooms() -> None:
    """Let go of all rooms, at the end of this process."""
    while _door:
        await _door.pop().house.close()


ROUTES = [WebSocketRoute("/room", room)]
