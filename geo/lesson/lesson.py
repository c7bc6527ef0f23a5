"""A lesson: stops on the map, read from TOML, checked against the tables, and written back.

A stop puts the atlas into a state and says something about it. A text that does not hold raises LessonError, whose
`problems` name line, field, what was found and what was expected; nothing of a faulty lesson is used.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, partial
from pathlib import Path
from typing import Any

import tomli_w

from data.named import Known, many_of_tables, one_of_tables
from data.tables import Tables, current_tables
from geo.drawing.views import VIEWS
from geo.errors import JoinError
from geo.picture import LAYERS

LESSON = Path(__file__).parent.parent.parent / "data" / "lesson.toml"
LONGEST = {"title": 60, "text": 170, "question": 110, "notes": 1200, "wrong_answer": 300}
"""Characters that a field may have: what fits a projector at the size of its text."""
MOST_STOPS = 40
MOST_MINUTES = 60
LESSON_LAYERS = ("nearest", *LAYERS)
DEFAULT_LAYERS = ("front", "names")
HEADER = re.compile(r"^\s*\[\[\s*stop\s*\]\]")
KEY = re.compile(r"^\s*([A-Za-z_][\w-]*)\s*=")
FENCES = ('"""', "'''")


class LessonError(JoinError):
    """A lesson does not hold together; `problems` lists every reason, one sentence each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True)
class Stop:
    """One step of a lesson.

    `before` is the year to halt at while the class predicts; 0 where the stop shows its year at once. `minutes` is
    the time planned for it.
    """

    year: int
    title: str
    view: str = "europe"
    before: int = 0
    focus: tuple[str, ...] = ()
    layers: tuple[str, ...] = DEFAULT_LAYERS
    statement: str = ""
    draft: str = ""
    text: str = ""
    question: str = ""
    notes: str = ""
    wrong_answer: str = ""
    minutes: float = 3
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lesson:
    """A title, the line beneath it, and the stops in their order."""

    title: str
    subtitle: str = ""
    stops: tuple[Stop, ...] = ()

    @property
    def minutes(self) -> float:
        """The time planned for all stops."""
        return sum(stop.minutes for stop in self.stops)


STOP_FIELDS = tuple(each.name for each in fields(Stop))
LISTS = frozenset({"focus", "layers", "sources"})
LESSON_FIELDS = ("title", "subtitle")


def parse_lesson(text: str, tables: Tables | None = None, name: str = "lesson.toml") -> Lesson:
    """A lesson from TOML text; raises LessonError with every problem found, each with its line."""
    tables = tables or current_tables()
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LessonError([f"{name}: {error}; expected TOML"]) from None
    except RecursionError:
        raise LessonError([f"{name}: brackets within brackets without end; expected TOML"]) from None
    lines = _lines(text)
    where = _Places(name, lines)
    problems = list(_lesson_problems(found, where, tables))
    if problems:
        raise LessonError(problems)
    stops = tuple(_stop(each) for each in found["stop"])
    return Lesson(found["title"], found.get("subtitle", ""), stops)


def read_lesson(path: Path, tables: Tables | None = None) -> Lesson:
    """A lesson from a file; raises LessonError as `parse_lesson` does."""
    return parse_lesson(path.read_text(encoding="utf-8-sig"), tables, path.name)


@cache
def current_lesson() -> Lesson:
    """The project's own lesson, read at the first call."""
    return read_lesson(LESSON)


def write_lesson(lesson: Lesson) -> str:
    """TOML text that `parse_lesson` reads back to the same lesson; fields that have their default are left out."""
    head = {key: value for key in LESSON_FIELDS if (value := getattr(lesson, key))}
    return tomli_w.dumps({**head, "stop": [_as_table(stop) for stop in lesson.stops]})


def stop_problems(stop: Stop, tables: Tables | None = None) -> list[str]:
    """What is wrong with one stop, one sentence each, by field."""
    values = {name: list(value) if name in LISTS else value for name, value in _all_values(stop).items()}
    return list(_stop_problems(values, lambda key: f"{key}:", tables or current_tables()))


def _all_values(stop: Stop) -> dict[str, Any]:
    return {name: getattr(stop, name) for name in STOP_FIELDS}


def _as_table(stop: Stop) -> dict[str, Any]:
    plain = Stop(year=0, title="")
    kept = {name: value for name, value in _all_values(stop).items() if value != getattr(plain, name)}
    return {name: list(value) if name in LISTS else value for name, value in kept.items()}


def _stop(table: Mapping[str, Any]) -> Stop:
    values: dict[str, Any] = {name: tuple(value) if name in LISTS else value for name, value in table.items()}
    return Stop(**values)


# ---------------------------------------------------------------------- where things stand in the text


@dataclass(frozen=True)
class _Places:
    """Says where a field of a stop stands: file, line, stop, field."""

    name: str
    lines: Mapping[tuple[int, str], int]

    def of(self, stop: int, key: str) -> str:
        line = self.lines.get((stop, key)) or self.lines.get((stop, "")) or 1
        which = f"stop {stop}, " if stop else ""
        return f"{self.name} line {line}: {which}{key}:"


def _lines(text: str) -> dict[tuple[int, str], int]:
    """The line of every key by stop (0 before the first) and name, of every stop under the name ''."""
    places: dict[tuple[int, str], int] = {}
    stop, fence = 0, ""
    for number, line in enumerate(text.splitlines(), start=1):
        if fence:
            fence = "" if fence in line else fence
            continue
        if HEADER.match(line):
            stop += 1
            places[stop, ""] = number
        elif key := KEY.match(line):
            places.setdefault((stop, key[1]), number)
            fence = next((each for each in FENCES if line.count(each) % 2), "")
    return places


# ---------------------------------------------------------------------- what a lesson must hold to


def _lesson_problems(found: Mapping[str, Any], where: _Places, tables: Tables) -> Iterator[str]:
    for key in found:
        if key not in (*LESSON_FIELDS, "stop"):
            yield f"{where.of(0, key)} unknown; expected {', '.join(LESSON_FIELDS)} and [[stop]]"
    if not isinstance(found.get("title"), str) or not found["title"].strip():
        yield f"{where.of(0, 'title')} {found.get('title', 'nothing')!r}; expected the title of the lesson"
    if not isinstance(found.get("subtitle", ""), str):
        yield f"{where.of(0, 'subtitle')} {found['subtitle']!r}; expected text"
    stops = found.get("stop", [])
    if not isinstance(stops, list) or not stops or not all(isinstance(each, dict) for each in stops):
        yield f"{where.of(0, 'stop')} no stop; expected [[stop]] at least once"
        return
    if len(stops) > MOST_STOPS:
        yield f"{where.of(MOST_STOPS + 1, 'stop')} {len(stops)} stops; expected at most {MOST_STOPS}"
    for number, stop in enumerate(stops, start=1):
        yield from _stop_problems(stop, partial(where.of, number), tables)


def _stop_problems(stop: Mapping[str, Any], at: Callable[[str], str], tables: Tables) -> Iterator[str]:
    for key in stop:
        if key not in STOP_FIELDS:
            yield f"{at(key)} unknown; expected one of {', '.join(STOP_FIELDS)}"
    years = f"a year from {tables.first_year} to {tables.last_year}"
    year = stop.get("year")
    if not isinstance(year, int) or isinstance(year, bool) or not tables.first_year <= year <= tables.last_year:
        yield f"{at('year')} {year!r}; expected {years}"
    elif type(before := stop.get("before", 0)) is not int or (before and not tables.first_year <= before < year):
        yield f"{at('before')} {before!r}; expected a year from {tables.first_year} and before {year}"
    if not str(stop.get("title", "")).strip():
        yield f"{at('title')} nothing; expected a title"
    for key, most in LONGEST.items():
        value = stop.get(key, "")
        if not isinstance(value, str):
            yield f"{at(key)} {value!r}; expected text"
        elif len(value) > most:
            yield f"{at(key)} {len(value)} characters; expected at most {most}"
    minutes = stop.get("minutes", 1)
    if isinstance(minutes, bool) or not isinstance(minutes, int | float) or not 0 < minutes <= MOST_MINUTES:
        yield f"{at('minutes')} {minutes!r}; expected a number above 0 and up to {MOST_MINUTES}"
    yield from _word_problems(stop, at, tables)


def _word_problems(stop: Mapping[str, Any], at: Callable[[str], str], tables: Tables) -> Iterator[str]:
    one = {"view": Known(frozenset(VIEWS), f"one of {', '.join(VIEWS)}"), **one_of_tables(tables)}
    for key, known in one.items():
        value = stop.get(key, getattr(Stop, key))
        if not isinstance(value, str) or value not in known.ids:
            yield f"{at(key)} {value!r}; expected {known.expected}"
    layers = Known(frozenset(LESSON_LAYERS), f"some of {', '.join(LESSON_LAYERS)}")
    many = {"layers": layers, **many_of_tables(tables)}
    for key, known in many.items():
        values = stop.get(key, [])
        if not isinstance(values, list | tuple):
            yield f"{at(key)} {values!r}; expected a list: {known.expected}"
            continue
        unknown = [value for value in values if not isinstance(value, str) or value not in known.ids]
        if unknown:
            yield f"{at(key)} {', '.join(map(repr, unknown))}; expected {known.expected}"
