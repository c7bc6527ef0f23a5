"""Several processes serve one class through a bus; one of them is killed in the middle, then the bus itself."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from redis import Redis

from data.settings import SettingError
from geo.room.bus import BUS, bus_address
from geo.room.redis_bus import RedisBus
from tests.rooms import CHOICE, STOP, client, phone, process, redis_server, run, served, wall


def test_a_class_goes_on_where_one_of_its_processes_is_killed(program: Callable[[str], str], tmp_path: Path) -> None:
    async def lesson(one: str, two: str, kill: Callable[[], None]) -> None:
        async with wall(one) as (teacher, code, key), phone(one, code) as (ann, token), phone(two, code) as (ben, _):
            await teacher.hear("class", lambda told: told["phones"] == 2)
            await teacher.say("ask", exit=False, questions=[CHOICE])
            for pupil in (ann, ben):
                await pupil.hear("asked", lambda told: bool(told["questions"]))
                await pupil.say("give", sheet="1", question="q1", answer=[1])
            await teacher.hear("class", lambda told: told["answered"] == [2])
            name = ann.last["you"]["name"]
            kill()
            assert await ann.is_over()
            assert await teacher.is_over()
            async with client(two) as teacher, client(two) as ann:
                await teacher.say("lead", code=code, key=key)
                await ann.say("back", code=code, token=token)
                assert await ann.hear("you", lambda told: told["name"] == name and told["answers"] == {"q1": [1]})
                assert await teacher.hear("class", lambda told: (told["phones"], told["answered"]) == (2, [2]))
                await teacher.say("show", **STOP)
                await teacher.say("reveal")
                for pupil in (ann, ben):
                    await pupil.hear("wall", lambda told: told["stop"] == 3)
                    await pupil.hear("result", lambda told: bool(told["results"]))
                await teacher.say("end")
                for each in (teacher, ann, ben):
                    assert await each.is_over()
                    assert each.last["ended"]["why"] == "pressed"

    with (
        redis_server(program("redis-server"), tmp_path) as bus,
        process(bus) as (one, running),
        process(bus) as (two, _),
    ):
        run(lesson(one, two, lambda: os.kill(running.pid, signal.SIGKILL)))
    assert list(tmp_path.iterdir()) == []


def test_a_room_outlives_its_lines_to_the_bus(
    program: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.room.house.BEAT_S", 0.2)

    async def lesson(bus: str) -> None:
        def make(hear: object) -> RedisBus:
            return RedisBus(bus, hear)  # type: ignore[arg-type]

        async with (
            served(make) as one,
            served(make) as two,
            wall(one) as (teacher, code, _),
            phone(two, code) as (pupil, _),
        ):
            await pupil.hear("you")
            # All lines are cut at once, those that listen included: nothing that was told meanwhile is lost.
            with Redis.from_url(bus) as operator:
                assert operator.client_kill_filter(_type="pubsub") == 2
            await teacher.say("show", **STOP)
            await pupil.hear("wall", lambda told: told["stop"] == 3)
            await teacher.say("show", **STOP | {"stop": 4})
            await pupil.hear("wall", lambda told: told["stop"] == 4)

    with redis_server(program("redis-server"), tmp_path) as bus:
        run(lesson(bus))


def test_a_bus_that_is_away_gets_a_sentence() -> None:
    async def lesson() -> None:
        async with served(lambda hear: RedisBus("redis://127.0.0.1:1/0", hear)) as address, client(address) as teacher:
            assert await teacher.refused("open", teams=0) == "away"
            assert await teacher.refused("join", code="BCDFHJ") == "away"
            await teacher.still()

    run(lesson())


def test_the_address_of_a_bus_is_checked_and_never_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(BUS, raising=False)
    assert bus_address() == ""
    monkeypatch.setenv(BUS, "valkeys://user:secret@host:6379/0")
    assert bus_address() == "rediss://user:secret@host:6379/0"
    monkeypatch.setenv(BUS, "http://user:secret@host")
    with pytest.raises(SettingError, match="EASTWARD_BUS") as told:
        bus_address()
    assert "secret" not in str(told.value)
