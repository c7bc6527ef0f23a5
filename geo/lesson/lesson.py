"""A lesson: stops on the map, read from TOML, checked against the tables, and written back.

A stop puts the atlas into a state and says something about it. A text that does not hold raises LessonError, whose
`problems` name line, field, what was found and what was expected; nothing of a faulty lesson is used.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache, partial
from math import isfinite
from pathlib import Path
from typing import Any

import tomli_w

from data.dates import WHOLE_DATE, spelled
from data.export import asked_day
from data.gate.limits import MOST_TOML_BYTES
from data.gate.text import cut, shown
from data.gate.toml import Places
from data.memberships.told import Told, day_of_year
from data.named import Known, many_of_tables, one_of_tables
from data.tables import Tables, current_tables
from data.vocabulary import Status
from geo.drawing.layers import LAYERS, PLAIN
from geo.drawing.views import VIEWS
from geo.errors import LessonError
from geo.lesson.gate import admitted, decoded
from geo.lesson.head import (
    HEAD_FIELDS,
    MOST_NAMED,
    Head,
    Unfinished,
    head_of,
    head_problems_of,
    head_table,
    id_problems,
    text_problems,
)

LESSON = Path(__file__).parent.parent.parent / "data" / "lesson.toml"
LONGEST = {"title": 60, "text": 170, "question": 110, "notes": 1200, "wrong_answer": 300}
"""Characters that a field may have: what fits a projector at the size of its text."""
CAMERA = ("x", "y", "zoom")
MOST_ZOOM = 14
"""As near as the map comes; the browser has the same in core/camera.mjs."""
MOST_STOPS = 40
MOST_MINUTES = 60


@dataclass(frozen=True)
class Stop:
    """One step of a lesson.

    `day` is a day of the year, YYYY-MM-DD, whose picture is shown in place of the year's; empty for the year's own.
    `before` is the year to halt at while the class predicts; 0 where the stop shows its year at once. `minutes` is
    the time planned for it. `focus` is who is outlined once it is told, `names` whom the question is about, whose names
    stand on the map before the answer too; whom a draft touches is named without it. `camera` is the point in the
    middle of the map, in units of the view, and how many times larger it is than the whole view; empty for the whole
    view. `solo` is the status that the legend singles out, `country` the one whose card is open.
    """

    year: int
    title: str
    day: str = ""
    view: str = "europe"
    before: int = 0
    focus: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    layers: tuple[str, ...] = PLAIN
    statement: str = ""
    draft: str = ""
    camera: tuple[float, ...] = ()
    solo: str = ""
    country: str = ""
    text: str = ""
    question: str = ""
    notes: str = ""
    wrong_answer: str = ""
    minutes: float = 3
    sources: tuple[str, ...] = ()

    @property
    def asks_before(self) -> bool:
        """Whether the class is asked before it sees the answer."""
        return bool(self.before and self.question)


def day_of(stop: Stop, told: Told | None = None) -> date:
    """The day whose picture a stop shows: its own, else that of its year."""
    return date.fromisoformat(stop.day) if stop.day else day_of_year(stop.year, told or current_tables())


def when(stop: Stop) -> str:
    """The day of a stop as it is told: 2008, or 3 April 2008."""
    return spelled(date.fromisoformat(stop.day)) if stop.day else str(stop.year)


@dataclass(frozen=True)
class Lesson(Head):
    """What a lesson has as a whole, and the stops in their order."""

    stops: tuple[Stop, ...] = ()

    @property
    def minutes(self) -> float:
        """The time planned for all stops."""
        return sum(stop.minutes for stop in self.stops)


STOP_FIELDS = tuple(each.name for each in fields(Stop))
LISTS = frozenset({"focus", "names", "layers", "camera", "sources"})


def parse_lesson(text: str | bytes, tables: Tables | None = None, name: str = "lesson.toml") -> Lesson:
    """A lesson from TOML, as text or as the bytes of a file; raises LessonError with the problems and their lines."""
    return _parsed(text, tables or current_tables(), name, whole=True)


def parse_draft(text: str | bytes, tables: Tables | None = None, name: str = "lesson.toml") -> Lesson:
    """A lesson in the making, by the same checks: it may lack what is still to come, such as a title or all stops."""
    return _parsed(text, tables or current_tables(), name, whole=False)


def _parsed(text: str | bytes, tables: Tables, name: str, *, whole: bool) -> Lesson:
    found, where = admitted(decoded(text, name) if isinstance(text, bytes) else text, name)
    told = _lesson_problems(found, where, tables)
    faults = LessonError(each for each in told if whole or not isinstance(each, Unfinished))
    if faults.problems:
        raise faults
    return Lesson(**{"title": "", **head_of(found)}, stops=tuple(_stop(each) for each in found.get("stop", [])))


def read_lesson(path: Path, tables: Tables | None = None) -> Lesson:
    """A lesson from a file; raises LessonError as `parse_lesson` does."""
    with path.open("rb") as file:
        return parse_lesson(file.read(MOST_TOML_BYTES + 1), tables, path.name)


@cache
def current_lesson() -> Lesson:
    """The project's own lesson, read at the first call."""
    return read_lesson(LESSON)


def write_lesson(lesson: Lesson) -> str:
    """TOML text that `parse_lesson` reads back to the same lesson; fields that have their default are left out."""
    return tomli_w.dumps({**head_table(lesson), "stop": [_as_table(stop) for stop in lesson.stops]})


def head_problems(lesson: Lesson, tables: Tables | None = None) -> list[str]:
    """What is wrong with what a lesson has beside its stops, one sentence each, by field."""
    return list(head_problems_of(head_table(lesson), lambda key: f"{key}:", tables or current_tables()))


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
    values: dict[str, Any] = {name: tuple(value) if name in LISTS else _iso(value) for name, value in table.items()}
    return Stop(**{"title": "", **values})


# ---------------------------------------------------------------------- what a lesson must hold to


def _lesson_problems(found: Mapping[str, Any], where: Places, tables: Tables) -> Iterator[str]:
    for key in found:
        if key not in (*HEAD_FIELDS, "stop"):
            yield f"{where.of(0, key)} unknown; expected {', '.join(HEAD_FIELDS)} and [[stop]]"
    yield from head_problems_of(found, partial(where.of, 0), tables)
    stops = found.get("stop", [])
    if not isinstance(stops, list) or not all(isinstance(each, dict) for each in stops):
        yield f"{where.of(0, 'stop')} no stop; expected [[stop]] at least once"
        return
    if not stops:
        yield Unfinished(f"{where.of(0, 'stop')} no stop; expected [[stop]] at least once")
    if len(stops) > MOST_STOPS:
        yield f"{where.of(MOST_STOPS + 1, 'stop')} {len(stops)} stops; expected at most {MOST_STOPS}"
    for number, stop in enumerate(stops[:MOST_STOPS], start=1):
        yield from _stop_problems(stop, partial(where.of, number), tables)


def _stop_problems(stop: Mapping[str, Any], at: Callable[[str], str], tables: Tables) -> Iterator[str]:
    for key in stop:
        if key not in STOP_FIELDS:
            yield f"{at(key)} unknown; expected one of {', '.join(STOP_FIELDS)}"
    years = f"a year from {tables.first_year} to {tables.last_year}"
    year = stop.get("year")
    if not isinstance(year, int) or isinstance(year, bool) or not tables.first_year <= year <= tables.last_year:
        yield f"{at('year')} {shown(year)}; expected {years}"
    else:
        if type(before := stop.get("before", 0)) is not int or (before and not tables.first_year <= before < year):
            told = f"{at('before')} {shown(before)}; expected a year from {tables.first_year} and before {year}"
            yield Unfinished(told) if type(before) is int else told
        if (day := _iso(stop.get("day", ""))) and not _is_day_of(day, year, tables):
            told = f"{at('day')} {shown(day)}; expected a day of {year} up to {tables.as_of} as {WHOLE_DATE}, or none"
            yield Unfinished(told) if isinstance(day, str) and len(day) <= len(WHOLE_DATE) else told
    if not str(stop.get("title", "")).strip():
        yield Unfinished(f"{at('title')} nothing; expected a title")
    yield from text_problems(stop, LONGEST, at)
    minutes = stop.get("minutes", 1)
    if isinstance(minutes, bool) or not isinstance(minutes, int | float) or not 0 <= minutes <= MOST_MINUTES:
        yield f"{at('minutes')} {shown(minutes)}; expected a number above 0 and up to {MOST_MINUTES}"
    elif not minutes:
        yield Unfinished(f"{at('minutes')} {shown(minutes)}; expected a number above 0 and up to {MOST_MINUTES}")
    yield from _word_problems(stop, at, tables)
    yield from _camera_problems(stop, at)


def _iso(day: object) -> object:
    """A date as a file may write it, bare or in quotes, as text."""
    return day.isoformat() if isinstance(day, date) else day


def _is_day_of(day: object, year: int, tables: Tables) -> bool:
    try:
        found = asked_day(str(day))
    except ValueError:
        return False
    return found.year == year and tables.first_day <= found <= tables.as_of


def _camera_problems(stop: Mapping[str, Any], at: Callable[[str], str]) -> Iterator[str]:
    view = VIEWS.get(str(stop.get("view", Stop.view)))
    camera = stop.get("camera", [])
    if view is None or camera in ([], ()):
        return
    bounds = (view.width, view.height, MOST_ZOOM)
    numbers = isinstance(camera, list | tuple) and len(camera) == len(CAMERA) and all(map(_is_number, camera))
    if not numbers or not all(0 <= each <= most for each, most in zip(camera, bounds, strict=True)) or not camera[2]:
        most = f"[x, y, zoom] up to [{view.width}, {view.height}, {MOST_ZOOM}]"
        yield f"{at('camera')} {cut(str(camera))}; expected {most}, zoom above 0, or none"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _word_problems(stop: Mapping[str, Any], at: Callable[[str], str], tables: Tables) -> Iterator[str]:
    one = {
        "view": Known(frozenset(VIEWS), f"one of {', '.join(VIEWS)}"),
        "solo": Known(frozenset({"", *Status}), f"one of {', '.join(Status)}"),
        **one_of_tables(tables),
    }
    for key, known in one.items():
        value = stop.get(key, getattr(Stop, key))
        if not isinstance(value, str) or value not in known.ids:
            yield f"{at(key)} {shown(value)}; expected {known.expected}"
    layers = Known(frozenset(LAYERS), f"some of {', '.join(LAYERS)}")
    many = {"layers": layers, **many_of_tables(tables)}
    for key, known in many.items():
        yield from id_problems(stop, key, known, MOST_NAMED, at)
