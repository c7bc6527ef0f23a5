"""Whether a class notices that one of four processes behind the proxy is killed while it reads.

    python benchmarks/processes.py

Four servers, the nginx of `deploy/`, a redis-server; over them readers of pages, sessions of Streamlit, and a room with
a wall and phones. After a while one process is killed, as by a machine that has no memory left.

pages
    Answers over the proxy to `/class`, tables, health and documents, each whole and with 200; none may be lost. An
    answer that was on its way when its process died is asked for once more, as browsers do.
sessions
    Readers whose line broke come back over the proxy and run their page again, with the state of its address.
room
    The wall leads again by its key, the phones come back by their tokens with their answers, the next stop arrives.
"""

import asyncio
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from websockets.exceptions import ConnectionClosed, InvalidStatus

from benchmarks.pages import wait_until_idle
from benchmarks.proxy import proxy
from benchmarks.serve import HOST, ROOT, end, p95, serving
from benchmarks.session import Session
from tests.rooms import CHOICE, STOP, Client, client, redis_server

PROCESSES, READERS, SESSIONS, PHONES = 4, 8, 16, 12
BEFORE_S, AFTER_S = 8.0, 15.0
PATHS = ("/class", "/data/accessions.csv", "/healthz", "/red_lines", "/?year=2004", "/qr?path=/class")
TRIES = 5


@dataclass
class Told:
    """What came of everything that was asked."""

    pages: int = 0
    again: int = 0
    lost: list[str] = field(default_factory=list)
    runs: int = 0
    wrong_runs: int = 0
    came_back: int = 0
    times_ms: list[float] = field(default_factory=list)


async def page(address: str, path: str) -> bool:
    """Whether a page comes whole, as one reader among many behind one address."""
    where = urlsplit(address)
    device = f"device {random.randrange(1_000)}"
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    ask = f"GET {path} HTTP/1.1\r\nHost: {where.netloc}\r\nUser-Agent: {device}\r\nAccept-Encoding: gzip\r\n"
    writer.write(f"{ask}Connection: close\r\n\r\n".encode())
    try:
        answer = await asyncio.wait_for(reader.read(-1), 30)
    except (ConnectionError, TimeoutError):
        return False
    finally:
        writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: (\d+)", head)
    is_whole = len(body) == int(length[1]) if length else body.endswith(b"0\r\n\r\n")
    return head.startswith(b"HTTP/1.1 200") and is_whole


async def read(address: str, told: Told, until: float) -> None:
    """Ask for page after page; once more where an answer broke off."""
    while time.monotonic() < until:
        path = random.choice(PATHS)
        begun = time.perf_counter()
        if not await page(address, path):
            told.again += 1
            if not await page(address, path):
                told.lost.append(path)
        told.times_ms.append(1000 * (time.perf_counter() - begun))
        told.pages += 1


async def use(address: str, reader: str, told: Told, until: float) -> None:
    """Run a page again and again; where the line breaks, come back as a browser does."""
    gone = 0
    while time.monotonic() < until:
        try:
            async with Session(address, "frontier", reader) as session:
                told.came_back += gone > 0
                gone = 0
                while time.monotonic() < until:
                    await session.run("year=2004")
                    told.runs += 1
                    told.wrong_runs += session.wrong
                    session.wrong = 0
                    await asyncio.sleep(1)
        except (ConnectionClosed, ConnectionError, InvalidStatus, TimeoutError):
            gone += 1
            if gone == TRIES:
                told.lost.append("a session")
                return
            await asyncio.sleep(0.5)


class Class:
    """A wall and its phones, over the proxy."""

    def __init__(self, address: str) -> None:
        self.address = f"ws://{urlsplit(address).netloc}/room"
        self.code = self.key = ""
        self.tokens: list[str] = []

    async def begin(self, stack: AsyncExitStack) -> None:
        """Let all in, ask, and have the answers."""
        wall = await stack.enter_async_context(client(self.address))
        opened = await wall.ask("open", "opened", teams=0)
        self.code, self.key = str(opened["code"]), str(opened["key"])
        await wall.say("ask", exit=False, questions=[CHOICE])
        for _ in range(PHONES):
            phone = await stack.enter_async_context(client(self.address))
            joined = await phone.ask("join", "joined", code=self.code)
            self.tokens.append(str(joined["token"]))
            await phone.hear("asked", lambda told: bool(told["questions"]))
            await phone.say("give", sheet="1", question="q1", answer=[1])
        await wall.hear("class", lambda told: told["answered"] == [PHONES])

    async def goes_on(self) -> bool:
        """Whether all come back with what they had, and hear the next stop."""
        async with AsyncExitStack() as stack:
            wall = await stack.enter_async_context(client(self.address))
            await wall.say("lead", code=self.code, key=self.key)
            await wall.hear("class", lambda told: told["answered"] == [PHONES])
            phones: list[Client] = []
            for token in self.tokens:
                phone = await stack.enter_async_context(client(self.address))
                await phone.say("back", code=self.code, token=token)
                await phone.hear("you", lambda told: told["answers"] == {"q1": [1]})
                phones.append(phone)
            await wall.say("show", **STOP)
            for phone in phones:
                await phone.hear("wall", lambda told: told["stop"] == STOP["stop"])
            await wall.say("end")
        return True


async def lesson(address: str, victim: int) -> tuple[Told, bool]:
    """A class over the proxy; the victim dies in the middle."""
    told, until = Told(), time.monotonic() + BEFORE_S + AFTER_S
    async with AsyncExitStack() as stack:
        room = Class(address)
        await room.begin(stack)
        crowd = [asyncio.create_task(read(address, told, until)) for _ in range(READERS)]
        crowd += [asyncio.create_task(use(address, f"reader{each}", told, until)) for each in range(SESSIONS)]
        await asyncio.sleep(BEFORE_S)
        os.kill(victim, signal.SIGKILL)
        await asyncio.sleep(1)
    try:
        is_led = await room.goes_on()
    except (TimeoutError, ConnectionClosed, InvalidStatus) as error:
        print(f"the room: {error!r}")
        is_led = False
    await asyncio.gather(*crowd)
    return told, is_led


def needed(*names: str) -> str:
    """The first of these programs that is on the path."""
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise SystemExit(f"no {' or '.join(names)} on the path; install one")
    return found


def main() -> None:
    """Kill one of four, and print what was lost."""
    nginx, server = needed("nginx"), needed("valkey-server", "redis-server")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        bus = stack.enter_context(redis_server(server, folder))
        settings = {"EASTWARD_BUS": bus, "EASTWARD_KEEP": "none", "FORWARDED_ALLOW_IPS": HOST}
        servers = []
        for _ in range(PROCESSES):
            servers.append(stack.enter_context(serving(ROOT / "dashboard.py", **settings)))
            wait_until_idle(servers[-1][1])
        address = stack.enter_context(proxy(nginx, [each for each, _ in servers], folder))
        told, is_led = asyncio.run(lesson(address, servers[1][1]))
    is_kept = not told.lost and not told.wrong_runs and is_led and told.came_back > 0
    print(f"one of {PROCESSES} processes killed: {told.pages:,} pages, 95 % within {p95(told.times_ms):.0f} ms;")
    print(f"  {told.again} asked for again, {len(told.lost)} lost {told.lost[:5] or ''};")
    print(f"  {told.runs} runs of {SESSIONS} sessions, {told.wrong_runs} wrong, {told.came_back} came back;")
    print(f"  the room {'went on' if is_led else 'DID NOT GO ON'}: {'kept' if is_kept else 'NOT kept'}")
    end([is_kept])


if __name__ == "__main__":
    main()
