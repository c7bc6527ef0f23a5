"""Whether a class of phones is served in time: in memory, and with a process beside it through a redis-server.

    python benchmarks/room.py

A server with the socket of the rooms and nothing else, and in a process of their own the walls and phones, which note
when each hears a stop: from the moment the wall sends it to the moment the phone has read it, on the loopback. The
phones share the two cores with the server, which a class does not; the figures are therefore on the safe side.

joined
    Seconds until 60 phones of one room have come, each with its token and all that is on the wall.
stop
    Milliseconds until 95 percent of the phones have a stop: of 60 in one room, then of 600 in 20 rooms whose walls
    send at the same moment. The median of several stops.
hostile
    1,000 messages that do not fit, from one phone: the others get the next stop in time, and nobody else is gone.
memory
    What the server holds after each of several rooms of 400 phones with answers has ended: it grows no more.
"""

import asyncio
import json
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from benchmarks.serve import end, p95
from tests.rooms import CHOICE, STOP, process, redis_server

JOIN_LIMIT_S, ONE_ROOM_LIMIT_MS, MANY_ROOMS_LIMIT_MS, GROWN_LIMIT_MB = 5, 150, 500, 4
CLASS, ROOMS, PHONES = 60, 20, 30
STOPS = 9
FULL = 400
HOSTILE = ['{"v":1,"kind":"end"}', "[" * 1_900, "x" * 50_000, "{}", '{"v":1,"kind":"give","sheet":"1"}']
AT_ONCE = 30  # handshakes
Verdict = tuple[str, bool]


def text(kind: str, **fields: Any) -> str:
    return json.dumps({"v": 1, "kind": kind, **fields})


class Room:
    """A wall and its phones; `came` notes when each phone had heard the stop that is on its way."""

    def __init__(self, wall: ClientConnection, code: str) -> None:
        self.wall, self.code = wall, code
        self.phones: list[ClientConnection] = []
        self.came: dict[int, float] = {}
        self.stop = 0

    async def listen(self, phone: ClientConnection) -> None:
        number = len(self.phones)
        self.phones.append(phone)
        try:
            async for said in phone:
                if isinstance(said, str) and f'"kind":"wall","stop":{self.stop},' in said:
                    self.came.setdefault(number, time.perf_counter())
        except ConnectionClosed:
            return


async def heard(line: ClientConnection, kind: str) -> dict[str, Any]:
    """The next message of a kind."""
    while True:
        found: dict[str, Any] = json.loads(await line.recv())
        if found["kind"] == kind:
            return found


async def drained(line: ClientConnection) -> None:
    try:
        async for _ in line:
            pass
    except ConnectionClosed:
        return


class Lesson:
    """Walls and phones in this process, at one or several addresses of servers."""

    def __init__(self, addresses: list[str], stack: AsyncExitStack) -> None:
        self.addresses, self.stack = addresses, stack
        self.tasks: list[asyncio.Task[None]] = []
        self.gate = asyncio.Semaphore(AT_ONCE)

    async def line(self, place: int) -> ClientConnection:
        address = self.addresses[place % len(self.addresses)]
        async with self.gate:
            opened = connect(address, proxy=None, max_queue=None, compression=None, open_timeout=60, close_timeout=1)
            return await self.stack.enter_async_context(opened)

    async def room(self) -> Room:
        wall = await self.line(0)
        await wall.send(text("open", teams=0))
        room = Room(wall, (await heard(wall, "opened"))["code"])
        self.tasks.append(asyncio.create_task(drained(wall)))
        return room

    async def join(self, room: Room, n: int) -> None:
        """So many phones come at once."""

        async def one(place: int) -> None:
            phone = await self.line(place)
            await phone.send(text("join", code=room.code))
            await heard(phone, "joined")
            self.tasks.append(asyncio.create_task(room.listen(phone)))

        await asyncio.gather(*map(one, range(n)))

    async def stop(self, rooms: list[Room]) -> float:
        """Milliseconds until 95 percent of the phones of all rooms have the next stop."""
        for room in rooms:
            room.stop, room.came = room.stop % 90 + 1, {}
        begun = time.perf_counter()
        await asyncio.gather(*(room.wall.send(text("show", **STOP | {"stop": room.stop})) for room in rooms))
        deadline = begun + 10
        while any(len(room.came) < len(room.phones) for room in rooms) and time.perf_counter() < deadline:
            await asyncio.sleep(0.005)
        missing = sum(len(room.phones) - len(room.came) for room in rooms)
        return p95([at - begun for room in rooms for at in room.came.values()] + [10.0] * missing) * 1000


async def measured(addresses: list[str]) -> list[Verdict]:
    verdicts: list[Verdict] = []
    async with AsyncExitStack() as stack:
        lesson = Lesson(addresses, stack)
        room = await lesson.room()
        begun = time.perf_counter()
        await lesson.join(room, CLASS)
        joined = time.perf_counter() - begun
        verdicts.append((f"{CLASS} phones joined in {joined:.2f} s, limit {JOIN_LIMIT_S}", joined < JOIN_LIMIT_S))
        stops = [await lesson.stop([room]) for _ in range(STOPS)]
        verdicts.append(told(f"{CLASS} phones in one room", stops, ONE_ROOM_LIMIT_MS))
        verdicts.append(await attacked(lesson, room))
        rooms = [await lesson.room() for _ in range(ROOMS)]
        for each in rooms:
            await lesson.join(each, PHONES)
        stops = [await lesson.stop(rooms) for _ in range(STOPS)]
        verdicts.append(told(f"{ROOMS * PHONES} phones in {ROOMS} rooms", stops, MANY_ROOMS_LIMIT_MS))
    return verdicts


def told(what: str, stops: list[float], limit_ms: int) -> Verdict:
    found = median(stops)
    spread = f"{min(stops):.0f} to {max(stops):.0f}"
    return f"a stop reached 95 % of {what} in {found:.0f} ms ({spread}), limit {limit_ms}", found < limit_ms


async def attacked(lesson: Lesson, room: Room) -> Verdict:
    """What 1,000 messages that do not fit come to."""
    vandal = await lesson.line(0)
    await vandal.send(text("join", code=room.code))
    sent = 0
    try:
        for sent in range(1, 1001):
            await vandal.send(HOSTILE[sent % len(HOSTILE)])
    except ConnectionClosed:
        pass
    await drained(vandal)
    stop = await lesson.stop([room])
    gone = sum(phone.close_code is not None for phone in (*room.phones, room.wall))
    said = f"1,000 hostile messages: their sender was gone after {sent}, {gone} others; the next stop in {stop:.0f} ms"
    return said, not gone and len(room.came) == len(room.phones)


async def filled(addresses: list[str]) -> None:
    """A full room that answers and ends."""
    async with AsyncExitStack() as stack:
        lesson = Lesson(addresses, stack)
        room = await lesson.room()
        await lesson.join(room, FULL)
        await room.wall.send(text("ask", exit=True, questions=[CHOICE]))
        await asyncio.gather(*(phone.send(text("give", sheet="1", question="q1", answer=[1])) for phone in room.phones))
        for kind in ("reveal", "end"):
            await room.wall.send(text(kind))
        await asyncio.gather(*lesson.tasks)


def in_a_process(job: Callable[[list[str]], Any], addresses: list[str]) -> Any:
    """Run the phones beside the server, not within it."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(run, (job, addresses))


def run(job: Callable[[list[str]], Any], addresses: list[str]) -> Any:
    return asyncio.run(job(addresses))


def resident_mb(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def memory(address: str, pid: int) -> Verdict:
    held: list[float] = []
    for _ in range(5):
        in_a_process(filled, [address])
        held.append(resident_mb(pid))
    grown = held[-1] - held[1]
    return (
        f"rooms of {FULL} that ended: {', '.join(f'{mb:.0f}' for mb in held)} MB held after each",
        grown < GROWN_LIMIT_MB,
    )


def say(where: str, verdicts: list[Verdict]) -> bool:
    for what, is_kept in verdicts:
        print(f"{where}: {what}: {'kept' if is_kept else 'BROKEN'}", flush=True)
    return all(is_kept for _, is_kept in verdicts)


def main() -> None:
    """Measure and print."""
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with process("") as (address, running):
        is_kept = say("memory", [*in_a_process(measured, [address]), memory(address, running.pid)])
    server = shutil.which("redis-server") or shutil.which("valkey-server")
    if server is None:
        print("no redis-server on the path: two processes were not measured")
    else:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            bus = stack.enter_context(redis_server(server, folder))
            addresses = [stack.enter_context(process(bus))[0] for _ in range(2)]
            is_kept &= say("two processes and Redis", in_a_process(measured, addresses))
    end([is_kept])


if __name__ == "__main__":
    main()
