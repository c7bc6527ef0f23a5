"""What a room tells: to all, to the wall alone, to one phone alone. The right answers leave it at the reveal."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from geo.room.board import board
from geo.room.protocol import VERSION
from geo.room.question import Question, Result
from geo.room.room import WALL, Phone, Room, Sheet

ALL = "all"
"""To whom something is told, where it is not the wall or the digest of a phone."""


@dataclass(frozen=True)
class Tell:
    """A text for some of a room. It says all of its kind, so that a later one takes the place of an earlier one."""

    to: str
    kind: str
    text: str


def message(kind: str, fields: Mapping[str, Any]) -> str:
    """A message as it travels to a browser."""
    return json.dumps({"v": VERSION, "kind": kind, **fields}, separators=(",", ":"), ensure_ascii=False)


def told_of(room: Room, to: str) -> Iterator[Tell]:
    """All that the wall, or a phone, is told when it comes: it knows as much as whoever has been there all the time."""
    if room.ended:
        yield _tell(ALL, "ended", {"why": room.ended})
        return
    yield _tell(ALL, "wall", _wall(room))
    yield _tell(ALL, "ink", _ink(room))
    yield _tell(ALL, "asked", _asked(room.sheet))
    yield _tell(ALL, "result", _result(room))
    yield _tell(ALL, "board", _board(room))
    if to == WALL:
        yield _tell(WALL, "class", _class(room))
    elif phone := room.phones.get(to):
        yield _tell(to, "you", _you(room, phone))


def changes(before: Room, now: Room) -> Iterator[Tell]:
    """What has to be told when a room has changed: only what is different, and only to those whom it concerns."""
    if now.ended:
        yield _tell(ALL, "ended", {"why": now.ended})
        return
    if now.wall != before.wall:
        yield _tell(ALL, "wall", _wall(now))
    if now.ink != before.ink:
        yield _tell(ALL, "ink", _ink(now))
    if now.sheet is not before.sheet:
        yield from _different(ALL, "asked", _asked(before.sheet), _asked(now.sheet))
        yield from _different(ALL, "result", _result(before), _result(now))
    if now.is_ranked or before.is_ranked:
        yield from _different(ALL, "board", _board(before), _board(now))
    if now.phones is not before.phones or now.sheet is not before.sheet:
        yield from _different(WALL, "class", _class(before), _class(now))
        for id_, phone in now.phones.items():
            was = before.phones.get(id_)
            if was is not None and was is not phone:
                yield from _different(id_, "you", _you(before, was), _you(now, phone))


def _tell(to: str, kind: str, fields: Mapping[str, Any]) -> Tell:
    return Tell(to, kind, message(kind, fields))


def _different(to: str, kind: str, before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Tell]:
    if now != before:
        yield _tell(to, kind, now)


# ---------------------------------------------------------------------- the parts


def _wall(room: Room) -> dict[str, Any]:
    return asdict(room.wall)


def _ink(room: Room) -> dict[str, Any]:
    return {"strokes": [{"pen": stroke.pen, "points": list(stroke.points)} for stroke in room.ink]}


def _asked(sheet: Sheet | None) -> dict[str, Any]:
    if sheet is None:
        return {"sheet": "", "exit": False, "questions": []}
    return {"sheet": sheet.id, "exit": sheet.exit, "questions": [_question(each) for each in sheet.questions]}


def _question(question: Question) -> dict[str, Any]:
    """A question without its answer."""
    told = asdict(question)
    del told["right"]
    return told | {"options": list(question.options)}


def _result(room: Room) -> dict[str, Any]:
    """What came of the sheet, once it is revealed; `of` is how many questions have been revealed so far."""
    sheet = room.sheet
    results = sheet.results if sheet else ()
    told = {"sheet": sheet.id if sheet and results else "", "of": room.asked}
    return told | {"results": [_counted(each) for each in results]}


def _counted(result: Result) -> dict[str, Any]:
    votes = [[list(vote) if isinstance(vote, tuple) else vote, n] for vote, n in result.votes]
    told = {"question": result.question.id, "right": list(result.question.right), "votes": votes}
    return told | {"answered": result.answered, "rightly": result.rightly}


def _board(room: Room) -> dict[str, Any]:
    return {"shown": room.is_ranked, "rows": [asdict(row) for row in board(room)] if room.is_ranked else []}


def _class(room: Room) -> dict[str, Any]:
    """How many take part and how many have answered; what they answered not even the wall knows before the reveal."""
    here = sum(bool(phone.at) for phone in room.phones.values())
    questions = room.sheet.questions if room.sheet else ()
    answered = [sum(each.id in phone.answers for phone in room.phones.values()) for each in questions]
    return {"code": room.code, "teams": room.teams, "phones": here, "answered": answered, "ends": int(room.ends_s)}


def _you(room: Room, phone: Phone) -> dict[str, Any]:
    told = {"name": phone.name, "team": phone.team, "rightly": phone.rightly}
    answers = {id_: list(answer) for id_, answer in phone.answers.items()}
    return told | {"sheet": room.sheet.id if room.sheet and answers else "", "answers": answers}
