"""A room as text and back, for a bus that keeps it outside of this process: digests, made-up names, answers."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from geo.room.question import Answer, Kind, Question, Result
from geo.room.room import Phone, Room, Sheet, Shown, Stroke


def to_text(room: Room) -> str:
    """The whole room as JSON."""
    return json.dumps(asdict(room), separators=(",", ":"), ensure_ascii=False)


def from_text(text: str) -> Room:
    """The room that `to_text` wrote."""
    found = json.loads(text)
    return Room(
        **found
        | {
            "wall": Shown(**found["wall"]),
            "ink": tuple(Stroke(each["pen"], tuple(each["points"])) for each in found["ink"]),
            "phones": {id_: Phone(**each | {"answers": _answers(each)}) for id_, each in found["phones"].items()},
            "sheet": found["sheet"] and _sheet(found["sheet"]),
            "done": _results(found["done"]),
        }
    )


def _answers(phone: Mapping[str, Any]) -> dict[str, Answer]:
    return {question: tuple(answer) for question, answer in phone["answers"].items()}


def _sheet(found: Mapping[str, Any]) -> Sheet:
    questions = tuple(map(_question, found["questions"]))
    return Sheet(found["id"], found["exit"], questions, _results(found["results"]))


def _question(found: Mapping[str, Any]) -> Question:
    lists = {"options": tuple(found["options"]), "right": tuple(found["right"])}
    return Question(**{**found, "kind": Kind(found["kind"]), **lists})


def _results(found: list[dict[str, Any]]) -> tuple[Result, ...]:
    return tuple(
        Result(_question(each["question"]), each["answered"], each["rightly"], tuple(map(_vote, each["votes"])))
        for each in found
    )


def _vote(found: Any) -> tuple[Any, int]:
    vote, n = found
    return (tuple(vote) if isinstance(vote, list) else vote), n
