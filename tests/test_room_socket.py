"""A room through its socket: what wall and phones hear, in memory and in Redis alike."""

import asyncio
from collections.abc import Callable, Iterator
from time import time

import pytest

from geo.room.bus import MemoryBus
from geo.room.deeds import Came
from geo.room.house import House
from geo.room.redis_bus import RedisBus
from geo.room.room import LIFE_S
from tests.rooms import CHOICE, COUNTRIES, STOP, MakeBus, client, phone, redis_server, run, served, serving, wall

BUSES = ["memory", "redis"]
LEADS: dict[str, dict[str, object]] = {
    "show": STOP,
    "draw": {"pen": "pen", "points": [0, 0, 1, 1]},
    "wipe": {},
    "ask": {"exit": False, "questions": [CHOICE]},
    "reveal": {},
    "clear": {},
    "rank": {"shown": True},
    "counts": {},
    "end": {},
}


@pytest.fixture(scope="module")
def redis(program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with redis_server(program("redis-server"), tmp_path_factory.mktemp("redis")) as address:
        yield address


@pytest.fixture(params=BUSES)
def make_bus(request: pytest.FixtureRequest) -> MakeBus:
    if request.param == "memory":
        return MemoryBus
    address = request.getfixturevalue("redis")
    return lambda hear: RedisBus(address, hear)


def test_a_phone_follows_the_wall(make_bus: MakeBus) -> None:
    async def lesson() -> None:
        async with served(make_bus) as address, wall(address) as (teacher, code, _), phone(address, code) as (pupil, _):
            assert (await teacher.hear("class", lambda told: told["phones"] == 1))["code"] == code
            await teacher.say("show", **STOP)
            shown = await pupil.hear("wall", lambda told: told["stop"] == 3)
            assert {name: shown[name] for name in STOP} == STOP
            await teacher.say("draw", pen="pen", points=[0, 0, 5, 5])
            assert await pupil.hear("ink", lambda told: bool(told["strokes"]))

    run(lesson())


def test_answers_are_seen_when_the_teacher_reveals_them(make_bus: MakeBus) -> None:
    async def lesson() -> None:
        async with (
            served(make_bus) as address,
            wall(address) as (teacher, code, _),
            phone(address, code) as (ann, _),
            phone(address, code) as (ben, _),
        ):
            await teacher.say("ask", exit=False, questions=[CHOICE, COUNTRIES])
            for pupil, units in ((ann, ["EST", "LVA"]), (ben, ["EST", "LTU"])):
                sheet = (await pupil.hear("asked", lambda told: bool(told["questions"])))["sheet"]
                await pupil.say("give", sheet=sheet, question="q2", answer=units)
            await teacher.hear("class", lambda told: told["answered"] == [0, 2])
            await asyncio.gather(*(each.still() for each in (teacher, ann, ben)))
            heard = [told for each in (teacher, ann, ben) for told in each.heard]
            assert all(not told["results"] for told in heard if told["kind"] == "result")
            assert not any("right" in question for told in heard for question in told.get("questions", ()))
            await teacher.say("reveal")
            for each in (teacher, ann, ben):
                result = (await each.hear("result", lambda told: bool(told["results"])))["results"][1]
                assert result["votes"] == [["EST", 2], ["LTU", 1], ["LVA", 1]]
                assert (result["answered"], result["rightly"], result["right"]) == (2, 1, ["EST", "LVA"])
            assert (await ann.hear("you", lambda told: told["rightly"] == 1))["name"]
            assert await ben.refused("give", sheet=sheet, question="q2", answer=["EST", "LVA"]) == "closed"
            assert "Tap,countries,EST,2" in (await teacher.ask("counts", "counts"))["csv"]
            await teacher.say("rank", shown=True)
            rows = (await ben.hear("board", lambda told: told["shown"]))["rows"]
            assert [row["name"] for row in rows] == [ann.last["you"]["name"]]

    run(lesson())


def test_a_phone_that_comes_back_is_where_the_wall_is_with_its_answers(make_bus: MakeBus) -> None:
    async def lesson() -> None:
        async with served(make_bus) as address, wall(address) as (teacher, code, _):
            await teacher.say("ask", exit=True, questions=[CHOICE])
            async with phone(address, code) as (pupil, token):
                name = (await pupil.hear("you"))["name"]
                await pupil.say("give", sheet="1", question="q1", answer=[2])
                await pupil.hear("you", lambda told: told["answers"] == {"q1": [2]})
            await teacher.hear("class", lambda told: (told["phones"], told["answered"]) == (0, [1]))
            await teacher.say("show", **STOP)
            async with client(address) as pupil:
                await pupil.say("back", code=code, token=token)
                assert await pupil.hear("you", lambda told: told["answers"] == {"q1": [2]} and told["name"] == name)
                assert (await pupil.hear("wall"))["stop"] == 3
                assert (await pupil.hear("asked"))["questions"]
                await teacher.hear("class", lambda told: told["phones"] == 1)
                await pupil.say("leave")
                assert await pupil.is_over()
            async with client(address) as pupil:
                assert await pupil.refused("back", code=code, token=token) == "gone"

    run(lesson())


def test_only_the_key_leads_and_it_leads_from_anywhere(make_bus: MakeBus) -> None:
    async def lesson() -> None:
        async with (
            served(make_bus) as address,
            wall(address) as (teacher, code, key),
            phone(address, code) as (pupil, _),
        ):
            for kind, fields in LEADS.items():
                assert await pupil.refused(kind, **fields) == "lead"
            async with client(address) as stranger:
                assert await stranger.refused("reveal") == "first"
                assert await stranger.refused("lead", code=code, key="A" * 24) == "key"
                assert await stranger.refused("lead", code="BBBBBB", key=key) == "unknown"
            async with client(address) as notes:
                await notes.say("lead", code=code, key=key)
                await notes.hear("class")
                await notes.say("show", **STOP)
                await teacher.hear("wall", lambda told: told["stop"] == 3)
            await pupil.hear("wall", lambda told: told["stop"] == 3)
            assert key not in str(pupil.heard)
            assert set(pupil.last) <= {"wall", "ink", "asked", "result", "board", "you", "joined", "refused"}

    run(lesson())


def test_a_room_ends_by_a_press_for_all(make_bus: MakeBus) -> None:
    async def lesson() -> None:
        async with (
            served(make_bus) as address,
            wall(address) as (teacher, code, key),
            phone(address, code) as (pupil, token),
        ):
            await teacher.say("end")
            for each in (teacher, pupil):
                assert await each.is_over()
                assert each.last["ended"]["why"] == "pressed"
            async with client(address) as late:
                assert await late.refused("join", code=code) == "unknown"
                assert await late.refused("back", code=code, token=token) == "unknown"
                assert await late.refused("lead", code=code, key=key) == "unknown"

    run(lesson())


def test_a_room_ends_after_three_hours(make_bus: MakeBus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.room.house.BEAT_S", 0.05)

    async def lesson() -> None:
        clock = [time()]
        house = House(make_bus, lambda: clock[0])
        async with serving(house) as address, wall(address) as (teacher, code, _), phone(address, code) as (pupil, _):
            clock[0] += LIFE_S
            for each in (teacher, pupil):
                assert await each.is_over()
                assert each.last["ended"]["why"] == "hours"

    run(lesson())


def test_many_messages_at_once_cost_few_changes(make_bus: MakeBus) -> None:
    async def lesson() -> None:
        house = House(make_bus)
        code, _ = await house.open(0)
        numbers = await asyncio.gather(*(house.do(code, f"{n:x}", Came(f"here/{n}", True)) for n in range(100)))
        assert len((await house.room(code)).phones) == 100
        assert {number for number, _ in numbers} <= {1, 2}
        await house.close()

    run(lesson())


@pytest.mark.slow
def test_the_atlas_serves_rooms_beside_its_pages(server: str) -> None:
    async def lesson() -> None:
        address = f"ws{server.removeprefix('http')}room"
        async with wall(address, teams=2) as (teacher, code, _), phone(address, code) as (pupil, _):
            await teacher.say("show", **STOP)
            await pupil.hear("wall", lambda told: told["stop"] == 3)
            assert (await pupil.hear("you"))["team"] == 1
            await teacher.say("end")
            assert await pupil.is_over()

    run(lesson())
