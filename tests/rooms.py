"""A room's socket served without Streamlit, and walls and phones that talk to it."""

import asyncio
import json
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from geo.room.bus import BUS, Bus, Hear, MemoryBus
from geo.room.house import House
from geo.room.route import ROUTES, Door

ROOT = Path(__file__).parent.parent
PATIENCE_S = 30
VERSION = 1
CHOICE = {"id": "q1", "kind": "choice", "prompt": "Who?", "options": ["One", "Two", "Three"], "most": 1, "right": [1]}
COUNTRIES = {"id": "q2", "kind": "countries", "prompt": "Tap", "options": ["EST", "LVA", "LTU"], "most": 2}
COUNTRIES |= {"right": ["EST", "LVA"]}
STOP = {"stop": 3, "day": 18332, "view": "europe", "halted": False, "place": "?year=1999", "words": "1999"}

Fields = dict[str, Any]
MakeBus = Callable[[Hear], Bus]


def run(lesson: Coroutine[Any, Any, None]) -> None:
    """Go through a lesson in a loop of its own: the thread of the tests may have that of the browser."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, lesson).result()


@asynccontextmanager
async def served(make_bus: MakeBus = MemoryBus) -> AsyncIterator[str]:
    """The address of a room's socket, in the loop of whoever asks."""
    async with serving(House(make_bus)) as address:
        yield address


@asynccontextmanager
async def serving(house: House) -> AsyncIterator[str]:
    """The same, for a house of one's own."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(1024)
        app = Starlette(routes=[WebSocketRoute("/room", Door(house).serve)])
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        running = asyncio.create_task(server.serve([listener]))
        try:
            yield f"ws://127.0.0.1:{listener.getsockname()[1]}/room"
        finally:
            server.should_exit = True
            await running
            await house.close()


@contextmanager
def redis_server(program: str, folder: Path) -> Iterator[str]:
    """The address of a server of its own that writes nothing to disk."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", str(folder)]
    with subprocess.Popen([program, *options], stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout
        next(line for line in process.stdout if "eady to accept connections" in line)
        try:
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            process.terminate()


@contextmanager
def process(bus: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A process of its own that serves rooms of a bus, and its address."""
    command = [sys.executable, "-m", "tests.rooms"]
    environment = os.environ | {BUS: bus}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdout
        try:
            yield running.stdout.readline().strip(), running
        finally:
            running.kill()


def main() -> None:
    """Serve rooms, and say where."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(1024)
        print(f"ws://127.0.0.1:{listener.getsockname()[1]}/room", flush=True)
        config = uvicorn.Config(Starlette(routes=ROUTES), log_level="error", lifespan="off")
        uvicorn.Server(config).run([listener])


class Client:
    """A wall or a phone: it knows the last message of each kind, and waits until one is as expected."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line
        self.last: dict[str, Fields] = {}
        self.heard: list[Fields] = []

    async def say(self, kind: str, /, **fields: object) -> None:
        await self.line.send(json.dumps({"v": VERSION, "kind": kind, **fields}))

    async def hear(self, kind: str, is_so: Callable[[Fields], bool] = lambda _: True) -> Fields:
        """The last message of a kind that is as expected, or the next one."""
        async with asyncio.timeout(PATIENCE_S):
            while kind not in self.last or not is_so(self.last[kind]):
                await self._next()
        return self.last[kind]

    async def ask(self, kind: str, answer: str, /, **fields: object) -> Fields:
        """What is said to a message, anew."""
        self.last.pop(answer, None)
        await self.say(kind, **fields)
        return await self.hear(answer)

    async def refused(self, kind: str, /, **fields: object) -> str:
        """Why a message is refused."""
        return str((await self.ask(kind, "refused", **fields))["why"])

    async def is_over(self) -> bool:
        """Whether the other side has ended, once all was heard."""
        async with asyncio.timeout(PATIENCE_S):
            try:
                while True:
                    await self._next()
            except ConnectionClosed:
                return True

    async def still(self) -> None:
        """Once all that was on its way has been heard."""
        await self.ask("beat", "beat")

    async def _next(self) -> None:
        found = json.loads(await self.line.recv())
        self.last[found["kind"]] = found
        self.heard.append(found)


@asynccontextmanager
async def client(address: str) -> AsyncIterator[Client]:
    """Somebody who has said nothing yet."""
    async with connect(address, proxy=None, max_size=None, max_queue=None) as line:
        yield Client(line)


@asynccontextmanager
async def wall(address: str, teams: int = 0) -> AsyncIterator[tuple[Client, str, str]]:
    """A wall that has opened a room, its code and key."""
    async with client(address) as opened:
        told = await opened.ask("open", "opened", teams=teams)
        yield opened, told["code"], told["key"]


@asynccontextmanager
async def phone(address: str, code: str) -> AsyncIterator[tuple[Client, str]]:
    """A phone that has joined, and its token."""
    async with client(address) as joined:
        token = (await joined.ask("join", "joined", code=code))["token"]
        yield joined, token


if __name__ == "__main__":
    main()
