"""What the fields of a whole lesson hold: each by its name, as a control has it, out of a lesson and into one."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from geo.lesson.head import QUESTIONS, CheckQuestion
from geo.lesson.lesson import Lesson

TEXTS = ("title", "subtitle", "guidance")
MISCONCEPTION = "misconception_"


def question_field(kind: str, place: int, part: str) -> str:
    """The name of a part of a question, such as `starter_0_prompt`."""
    return f"{kind}_{place}_{part}"


def questions_of(lesson: Lesson, kind: str) -> tuple[CheckQuestion, ...]:
    """The questions before a lesson, `starter`, or after it, `exit`."""
    return lesson.starter if kind == "starter" else lesson.exit


def with_questions(lesson: Lesson, kind: str, asked: tuple[CheckQuestion, ...]) -> Lesson:
    """The lesson with other questions before or after it."""
    return replace(lesson, starter=asked) if kind == "starter" else replace(lesson, exit=asked)


def as_lines(texts: tuple[str, ...]) -> str:
    """Texts, one a line."""
    return "\n".join(texts)


def head_value(lesson: Lesson, name: str) -> Any:
    """What a lesson holds under the name of a field; KeyError for a name that it has not."""
    return _field(lesson, name)[0]


def with_head_value(lesson: Lesson, name: str, value: Any) -> Lesson:
    """The lesson with what a field holds; the lesson as it is where it has no such field."""
    try:
        return _field(lesson, name)[1](value)
    except KeyError:
        return lesson


def _field(lesson: Lesson, name: str) -> tuple[Any, Callable[[Any], Lesson]]:
    """A value of a lesson, and what puts another in its place."""
    if name in TEXTS:
        return getattr(lesson, name), partial(_put, lesson, name)
    if name == "key_words":
        return list(lesson.key_words), lambda value: replace(lesson, key_words=tuple(value))
    if name == "goals":
        return as_lines(lesson.goals), lambda value: replace(lesson, goals=_lines(value))
    if name.startswith(MISCONCEPTION):
        part = name.removeprefix(MISCONCEPTION)
        found, put = _part(lesson.misconception, part)
        return found, lambda value: replace(lesson, misconception=put(value))
    kind, place, part = (*name.split("_", 2), "", "")[:3]
    if kind not in QUESTIONS or not place.isdecimal() or int(place) >= len(asked := questions_of(lesson, kind)):
        raise KeyError(name)
    at = int(place)
    found, put = _part(asked[at], part)
    return found, lambda value: with_questions(lesson, kind, (*asked[:at], put(value), *asked[at + 1 :]))


def _put(whole: Any, name: str, value: Any) -> Any:
    return replace(whole, **{name: value})


def _part(whole: Any, part: str) -> tuple[Any, Callable[[Any], Any]]:
    if part not in whole.__dataclass_fields__:
        raise KeyError(part)
    found = getattr(whole, part)
    if part == "options":
        return as_lines(found), lambda value: replace(whole, options=_lines(value))
    if isinstance(found, tuple):
        return list(found), lambda value: _put(whole, part, tuple(value))
    if part == "right" and isinstance(whole, CheckQuestion):
        return min(max(found, 0), max(len(whole.options) - 1, 0)), lambda value: replace(whole, right=value or 0)
    return found, partial(_put, whole, part)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
