"""What does not fit in a room gets a sentence, and hurts only whoever sent it."""

import json
from contextlib import AsyncExitStack

import pytest
from websockets.exceptions import ConnectionClosed

from data.words import phrase
from geo.room.limits import Allowance, Tries
from geo.room.line import MISFITS_AT_ONCE, PHONE_AT_ONCE, Line
from geo.room.protocol import MOST_BYTES, MOST_BYTES_LEADING
from geo.room.refused import Refused
from geo.room.telling import Tell
from tests.rooms import CHOICE, STOP, Client, client, phone, run, served, wall


async def flood(pupil: Client, texts: list[str | bytes]) -> None:
    """Send all, as far as the other side lets it."""
    try:
        for text in texts:
            await pupil.line.send(text)
    except ConnectionClosed:
        pass


def test_a_message_that_is_too_large_or_strange_is_refused_and_the_phone_goes_on() -> None:
    async def lesson() -> None:
        async with served() as address, wall(address) as (teacher, code, _), phone(address, code) as (pupil, _):
            for text, why in (("x" * (MOST_BYTES + 1), "large"), ("{}", "version"), (b"\x00", "shape"), ("[", "shape")):
                pupil.last.pop("refused", None)
                await pupil.line.send(text)
                told = await pupil.hear("refused")
                assert told["why"] == why
                assert told["sentence"] == phrase("room", "refused", why, most=MOST_BYTES)
            await teacher.line.send("x" * MOST_BYTES_LEADING)
            assert (await teacher.hear("refused"))["why"] == "shape"
            await teacher.say("show", **STOP)
            await pupil.hear("wall", lambda shown: shown["stop"] == 3)

    run(lesson())


def test_a_thousand_hostile_messages_end_nothing_but_their_sender() -> None:
    hostile: list[str | bytes] = ["x" * 100_000, b"\xff" * 5_000, "[" * 1_900, "{}", '{"v":1,"kind":"end"}', "", "null"]
    hostile += ['{"v":1,"kind":"give","sheet":"1","question":"q1","answer":[99]}', '{"v":1,"kind":"beat"}']

    async def lesson() -> None:
        async with served() as address, wall(address) as (teacher, code, _), phone(address, code) as (pupil, _):
            async with phone(address, code) as (vandal, token):
                await flood(vandal, (hostile * 112)[:1000])
                assert await vandal.is_over()
                assert vandal.last["refused"]["why"] in ("many", "pace")
            await teacher.hear("class", lambda told: told["phones"] == 1)
            await teacher.say("ask", exit=False, questions=[CHOICE])
            await pupil.hear("asked", lambda told: bool(told["questions"]))
            await pupil.say("give", sheet="1", question="q1", answer=[1])
            await teacher.hear("class", lambda told: told["answered"] == [1])
            async with client(address) as vandal:
                await vandal.say("back", code=code, token=token)
                assert await vandal.hear("you")

    run(lesson())


def test_what_comes_too_fast_is_left_out_with_a_sentence() -> None:
    async def lesson() -> None:
        async with served() as address, wall(address) as (_, code, _), phone(address, code) as (pupil, _):
            await flood(pupil, ['{"v":1,"kind":"beat"}'] * (PHONE_AT_ONCE + 3))
            assert (await pupil.hear("refused"))["why"] == "pace"

    run(lesson())


def test_a_room_takes_four_hundred(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.room.deeds.MOST_PHONES", 2)

    async def lesson() -> None:
        async with served() as address, wall(address) as (_, code, _), AsyncExitStack() as stack:
            tokens = [(await stack.enter_async_context(phone(address, code)))[1] for _ in range(2)]
            async with client(address) as third:
                assert await third.refused("join", code=code) == "full"
                await third.say("back", code=code, token=tokens[0])
                assert await third.hear("you")

    run(lesson())


def test_too_many_codes_from_a_network_are_refused_while_phones_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.room.route.MOST_TRIES", 3)

    async def lesson() -> None:
        async with (
            served() as address,
            wall(address) as (_, code, key),
            phone(address, code) as (_, token),
            client(address) as guesser,
        ):
            for guess in ("BBBBBB", "BBBBBC", "BBBBBD"):
                assert await guesser.refused("join", code=guess) == "unknown"
            assert await guesser.refused("join", code="BBBBBF") == "tries"
            assert guesser.last["refused"]["sentence"].count("5 minutes") == 1
            assert await guesser.refused("lead", code=code, key=key[::-1]) == "tries"
            await guesser.say("back", code=code, token=token)
            assert await guesser.hear("you")

    run(lesson())


def test_too_many_rooms_from_a_network_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.room.route.MOST_OPENED", 1)

    async def lesson() -> None:
        async with served() as address, wall(address) as (teacher, code, _), client(address) as second:
            assert await second.refused("open", teams=0) == "opened"
            await teacher.still()
            assert code

    run(lesson())


def test_an_address_is_kept_as_a_hash_and_for_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr("geo.room.limits.monotonic", lambda: now[0])
    tries = Tries(2, minutes=5)
    for _ in range(2):
        tries.note("192.0.2.7")
    assert tries.are_many("192.0.2.7")
    assert not tries.are_many("192.0.2.8")
    assert "192" not in str(vars(tries))
    now[0] += 301
    assert not tries.are_many("192.0.2.7")
    assert not vars(tries)["_tried"]
    # A household has many addresses of IPv6.
    tries.note("2001:db8::1")
    tries.note("2001:db8::2")
    assert tries.are_many("2001:db8::3")
    assert not tries.are_many("2001:db8:0:1::1")


def test_an_allowance_comes_back_with_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("geo.room.limits.monotonic", lambda: now[0])
    allowance = Allowance(2, 1)
    assert [allowance.take() for _ in range(3)] == [True, True, False]
    now[0] = 1.0
    assert [allowance.take() for _ in range(2)] == [True, False]


def test_a_phone_that_reads_slowly_misses_steps_and_never_the_end() -> None:
    async def lesson() -> None:
        line = Line("here", "")
        for number in range(1000):
            line.tell([Tell("all", "wall", str(number))], number)
        line.tell([Tell("all", "wall", "late")], 5)
        line.tell([Tell("all", "ink", "ink")], 5)
        assert await line.texts() == ["999", "ink"]

    run(lesson())


def test_after_many_misfits_a_line_is_over() -> None:
    async def lesson() -> None:
        line = Line("here", "")
        for _ in range(int(MISFITS_AT_ONCE)):
            line.refuse(Refused("shape"))
        assert not line.is_over
        line.refuse(Refused("shape"))
        assert line.is_over
        assert [json.loads(text)["why"] for text in await line.texts()] == ["many"]
        assert await line.texts() == []

    run(lesson())
