"""The gate of a room: text from a browser becomes a message, or is refused in a sentence.

`protocol.mjs` is its twin in the browser; `tests/cases/room_messages.json` holds both together, `docs/room.md` tells of
them.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from data.gate.text import UNSEEN, shown
from geo.room import messages as said
from geo.room.codes import is_code, typed
from geo.room.messages import Message
from geo.room.question import LAST_YEAR, Kind, Question
from geo.room.refused import Refused

VERSION = 1
MOST_BYTES, MOST_BYTES_LEADING = 2_000, 32_000
"""What a phone and a wall may say at once."""
MOST_QUESTIONS, FEWEST_OPTIONS, MOST_OPTIONS, MOST_UNITS, MOST_POINTS = 20, 2, 8, 150, 600
MOST_STATES = 300
"""That can be tapped: the world has some 240."""
MOST_STOP, MOST_DAY, FARTHEST = 99, 99_999, 99_999
TEAMS = (0, 6)
_WORD = re.compile(r"[a-z][a-z_]{0,29}")
_ID = re.compile(r"[\w-]{1,40}", re.ASCII)
_UNIT = re.compile(r"[A-Z]{3}(-[A-Z-]{1,20})?")
_PLACE = re.compile(r"[!-~]{0,600}", re.ASCII)
Check = Callable[[Any], Any]


def parse(text: str, most_bytes: int = MOST_BYTES) -> Message:
    """A message from the text of a browser; raises Refused for what is too large, of another version or shape."""
    if len(text) > most_bytes or len(text.encode("utf-8", "surrogatepass")) > most_bytes:
        raise Refused("large", most=most_bytes)
    try:
        found = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Refused("shape") from None
    if not isinstance(found, dict):
        raise Refused("shape")
    if found.get("v") != VERSION or isinstance(found["v"], bool):
        raise Refused("version")
    kind = found.get("kind")
    if not isinstance(kind, str) or kind not in SHAPES:
        raise Refused("shape")
    make, checks = SHAPES[kind]
    try:
        return make(**_checked({name: value for name, value in found.items() if name not in ("v", "kind")}, checks))
    except Refused:
        raise
    except ValueError:
        raise Refused("shape") from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _checked(found: Any, checks: Mapping[str, Check]) -> dict[str, Any]:
    """All fields and no other, each as its check returns it."""
    if not isinstance(found, dict) or found.keys() != checks.keys():
        raise ValueError(f"{shown(found)}; expected {', '.join(checks)}")
    return {name: check(found[name]) for name, check in checks.items()}


# ---------------------------------------------------------------------- checks of a field


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{shown(value)}; expected true or false")
    return value


def _whole(least: int, most: int) -> Check:
    def check(value: Any) -> int:
        # To the browser 1.0 is the same number as 1.
        is_whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        if isinstance(value, bool) or not is_whole or not least <= value <= most:
            raise ValueError(f"{shown(value)}; expected a whole number from {least} to {most}")
        return int(value)

    return check


def _like(pattern: re.Pattern[str]) -> Check:
    def check(value: Any) -> str:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise ValueError(f"{shown(value)}; expected {pattern.pattern}")
        return value

    return check


def _text(most: int, least: int = 1) -> Check:
    def check(value: Any) -> str:
        if not isinstance(value, str) or not least <= len(value) <= most or UNSEEN.search(value):
            raise ValueError(f"{shown(value)}; expected {least} to {most} characters that can be seen")
        return value

    return check


def _many(least: int, most: int, each: Check) -> Check:
    def check(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or not least <= len(value) <= most:
            raise ValueError(f"{shown(value)}; expected a list of {least} to {most}")
        return tuple(map(each, value))

    return check


def _code(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{shown(value)}; expected the letters of a code")
    code = typed(value)
    if not is_code(code):
        raise Refused("unknown")
    return code


def _teams(value: Any) -> int:
    teams: int = _whole(*TEAMS)(value)
    if teams == 1:
        raise ValueError("1; expected 0, or 2 and more")
    return teams


def _points(value: Any) -> tuple[int, ...]:
    points: tuple[int, ...] = _many(4, MOST_POINTS, _whole(-FARTHEST, FARTHEST))(value)
    if len(points) % 2:
        raise ValueError(f"{len(points)} numbers; expected an even number")
    return points


_NUMBERS = _many(0, MOST_UNITS, _whole(0, LAST_YEAR))
_UNITS = _many(0, MOST_UNITS, _like(_UNIT))


def _answer(value: Any) -> tuple[Any, ...]:
    """Units, or whole numbers; not both."""
    is_of_units = isinstance(value, list) and all(isinstance(each, str) for each in value)
    answer: tuple[Any, ...] = (_UNITS if is_of_units else _NUMBERS)(value)
    return answer


_SHAPE_OF_QUESTION: dict[str, Check] = {
    "id": _like(_ID),
    "kind": Kind,
    "prompt": _text(300),
    "options": _many(0, MOST_STATES, _text(200)),
    "most": _whole(1, MOST_UNITS),
    "right": _answer,
}


def _question(value: Any) -> Question:
    """A question that can be answered, and whose right answer is one."""
    question = Question(**_checked(value, _SHAPE_OF_QUESTION))
    options = question.options
    match question.kind:
        case Kind.YEAR:
            fits = not options and question.most == 1
        case Kind.COUNTRIES:
            fits = bool(options) and all(map(_UNIT.fullmatch, options))
        case Kind.CHOICE | Kind.ORDER:
            fits = FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS
    if not fits or len(set(options)) < len(options) or not _may_be_right(question):
        raise ValueError(f"{question.id}: {question.kind} with {len(options)} options does not hold together")
    return question


def _may_be_right(question: Question) -> bool:
    """Whether a right answer is one to its question; of a choice, several may be right."""
    if question.kind == Kind.CHOICE:
        return set(question.right) <= set(range(len(question.options)))
    return not question.right or question.takes(question.right)


def _questions(value: Any) -> tuple[Question, ...]:
    questions: tuple[Question, ...] = _many(1, MOST_QUESTIONS, _question)(value)
    if len({question.id for question in questions}) < len(questions):
        raise ValueError("an id stands twice; expected each once")
    return questions


_SECRET = _like(_ID)
_CHECKS: dict[str, dict[str, Check]] = {
    "open": {"teams": _teams},
    "lead": {"code": _code, "key": _SECRET},
    "join": {"code": _code},
    "back": {"code": _code, "token": _SECRET},
    "give": {"sheet": _like(_ID), "question": _like(_ID), "answer": _answer},
    "leave": {},
    "beat": {},
    "show": {
        "stop": _whole(0, MOST_STOP),
        "day": _whole(0, MOST_DAY),
        "view": _like(_WORD),
        "halted": _flag,
        "place": _like(_PLACE),
        "words": _text(300, least=0),
    },
    "draw": {"pen": _like(_WORD), "points": _points},
    "wipe": {},
    "ask": {"exit": _flag, "questions": _questions},
    "reveal": {},
    "clear": {},
    "rank": {"shown": _flag},
    "counts": {},
    "end": {},
}
SHAPES: dict[str, tuple[type[Message], dict[str, Check]]] = {
    kind: (getattr(said, kind.capitalize()), checks) for kind, checks in _CHECKS.items()
}
"""Every kind with its value and the checks of its fields."""
