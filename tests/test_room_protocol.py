"""What travels between a browser and a room: both sides take and refuse the same, and understand what the room says."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from each import for_each

from data.words import words
from geo.room import messages as said
from geo.room.codes import digest_of
from geo.room.deeds import Came, Deed, after
from geo.room.messages import Message
from geo.room.protocol import MOST_BYTES, SHAPES, parse
from geo.room.refused import Refused
from geo.room.room import WALL, Room
from geo.room.telling import message, told_of
from tests.test_room import QUESTIONS

ROOT = Path(__file__).parent.parent
CASES = json.loads((Path(__file__).parent / "cases" / "room_messages.json").read_text(encoding="utf-8"))
TO_ROOM, FROM_ROOM = CASES["to_room"], CASES["from_room"]
PHONE = digest_of("a phone")
SCRIPT = """
import {readFileSync} from 'node:fs';
const {module, to, from} = JSON.parse(readFileSync(0, 'utf8'));
const {read, refusal, written} = await import(module);
const spoilt = (text) => {
  const found = JSON.parse(text);
  const names = Object.keys(found).filter((name) => name !== 'v' && name !== 'kind');
  return [{...found, v: 2}, {...found, kind: 'other'}, {...found, more: 1},
    ...names.map((name) => ({...found, [name]: undefined})), ...names.map((name) => ({...found, [name]: [{}]}))];
};
console.log(JSON.stringify({
  refused: to.map(([text, most]) => refusal(text, most)),
  read: from.map((text) => read(text)),
  misread: from.flatMap(spoilt).map((each) => JSON.stringify(each)).filter((text) => read(text) !== null),
  written: written('join', {code: 'BCDFHJ'}),
}));
"""


def text_of(case: dict[str, Any]) -> str:
    """What travels, filled up with spaces to the bytes of the case."""
    text = case["text"] if "text" in case else json.dumps(case["said"], ensure_ascii=False)
    return text + " " * (case.get("bytes", 0) - len(text.encode()))


def why_refused(text: str, most: int) -> str:
    try:
        parse(text, most)
    except Refused as why:
        return why.why
    return ""


def said_by_a_room() -> list[str]:
    """One message of each kind, and more where they differ with the state of the room."""
    room = Room("BCDFHJ", digest_of("key"), 1_800_000_000, teams=2)
    texts = [
        message("opened", {"code": room.code, "key": "abc-_1"}),
        message("joined", {"code": room.code, "token": "t"}),
    ]
    texts += [tell.text for tell in told_of(room, WALL)]
    deeds: list[tuple[str, Deed]] = [(PHONE, Came("here/1", True))]
    deeds += [(WALL, said.Show(3, 18332, "europe", True, "?year=1999", "")), (WALL, said.Draw("pen", (0, -1, 2, 3)))]
    deeds += [(WALL, said.Ask(True, QUESTIONS)), (PHONE, said.Give("1", "who", ("EST", "LVA")))]
    deeds += [(PHONE, said.Give("1", "order", (2, 1, 0))), (PHONE, said.Give("1", "when", (1999,)))]
    for reveal in ((), (said.Reveal(), said.Rank(True))):
        for by, deed in (*deeds, *((WALL, each) for each in reveal)):
            room = after(room, by, deed, 1_800_000_001)
        texts += [tell.text for to in (WALL, PHONE) for tell in told_of(room, to)]
        deeds = []
    texts += [tell.text for tell in told_of(after(room, WALL, said.End(), 1_800_000_002), WALL)]
    why = Refused("large", most=MOST_BYTES)
    texts += [message("refused", {"why": why.why, "sentence": str(why)}), message("beat", {})]
    return list(dict.fromkeys([*texts, message("counts", {"csv": "question\n"})]))


@pytest.fixture(scope="module")
def told(program: Callable[[str], str]) -> Any:
    module = (ROOT / "geo" / "room" / "protocol.mjs").as_uri()
    to = [(text_of(case), case.get("most", MOST_BYTES)) for case in TO_ROOM]
    given = json.dumps({"module": module, "to": to, "from": FROM_ROOM})
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_the_room_takes_and_refuses_what_the_cases_say() -> None:
    found = [why_refused(text_of(case), case.get("most", MOST_BYTES)) for case in TO_ROOM]
    assert [(case, why) for case, why in zip(TO_ROOM, found, strict=True) if case["why"] != why] == []


def test_the_browser_takes_and_refuses_the_same(told: Any) -> None:
    found = told["refused"]
    assert [(case, why) for case, why in zip(TO_ROOM, found, strict=True) if case["why"] != why] == []


def test_every_kind_is_among_the_cases_taken_and_refused() -> None:
    for is_taken in (True, False):
        kinds = [case["said"].get("kind") for case in TO_ROOM if "said" in case and (not case["why"]) == is_taken]
        assert [kind for kind, (make, _) in SHAPES.items() if (is_taken or fields(make)) and kind not in kinds] == []


def test_every_message_has_a_shape() -> None:
    assert {make for make, _ in SHAPES.values()} == set(Message.__args__)
    for make, checks in SHAPES.values():
        assert [field.name for field in fields(make)] == list(checks)


def test_the_cases_are_what_a_room_says() -> None:
    assert said_by_a_room() == FROM_ROOM


def test_the_browser_understands_whatever_a_room_says_and_nothing_else(told: Any) -> None:
    assert told["read"] == [json.loads(text) for text in FROM_ROOM]
    assert told["misread"] == []


def test_the_room_understands_what_the_browser_writes(told: Any) -> None:
    assert parse(told["written"]) == said.Join("BCDFHJ")


@for_each("why", words()["room"]["refused"])
def test_every_refusal_is_a_sentence(why: str) -> None:
    sentence = str(Refused(why, most=5, minutes=5))
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert len(sentence) <= 160
