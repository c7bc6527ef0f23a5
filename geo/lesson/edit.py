"""A lesson being made: changes that can be undone, and stops taken from the atlas or from one of its addresses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

from data.drafts import articles
from data.tables import Tables, current_tables
from data.timeline import picture_day
from geo.drawing.layers import LAYERS, SHOWN
from geo.drawing.views import VIEWS
from geo.lesson.gate import cut, shown
from geo.lesson.lesson import Lesson, Stop, stop_problems, when

MOST_STEPS = 200
"""Changes that can be undone."""
NO_LAYERS = "none"
ADDRESS = ("day", "year", "country", "view", "statement", "layers", "draft", "solo", "at", "words")
"""What an address of the atlas can say; a stop has no side's `words`, so it leaves them out."""
YEAR = re.compile(r"[0-9]{4}")
AT = re.compile(r"[0-9]{1,5},[0-9]{1,5},[0-9]{1,2}(\.[0-9]{1,2})?")
"""As the browser's core/address.mjs has it."""


@dataclass(frozen=True)
class Draft:
    """A lesson with what it was before and what was undone; every change gives a new draft."""

    lesson: Lesson
    past: tuple[Lesson, ...] = ()
    future: tuple[Lesson, ...] = ()

    def changed(self, lesson: Lesson) -> "Draft":
        """The draft after a change; what was undone is gone. A change that changes nothing is none."""
        if lesson == self.lesson:
            return self
        return Draft(lesson, (*self.past, self.lesson)[-MOST_STEPS:])

    def undone(self) -> "Draft":
        """The draft before the last change, or the same where there was none."""
        if not self.past:
            return self
        return Draft(self.past[-1], self.past[:-1], (self.lesson, *self.future))

    def redone(self) -> "Draft":
        """The draft with the change that was undone last, or the same where there was none."""
        if not self.future:
            return self
        return Draft(self.future[0], (*self.past, self.lesson), self.future[1:])


# ---------------------------------------------------------------------- changes


def with_stop(lesson: Lesson, at: int, stop: Stop) -> Lesson:
    """The lesson with another stop at a place."""
    return replace(lesson, stops=(*lesson.stops[:at], stop, *lesson.stops[at + 1 :]))


def added(lesson: Lesson, at: int, stop: Stop) -> Lesson:
    """The lesson with one stop more, before the one that stands at a place."""
    return replace(lesson, stops=(*lesson.stops[:at], stop, *lesson.stops[at:]))


def removed(lesson: Lesson, at: int) -> Lesson:
    """The lesson without the stop at a place."""
    return replace(lesson, stops=(*lesson.stops[:at], *lesson.stops[at + 1 :]))


def moved(lesson: Lesson, at: int, by: int) -> Lesson:
    """The lesson with a stop moved by some places, as far as there are places."""
    to = min(len(lesson.stops) - 1, max(0, at + by))
    return added(removed(lesson, at), to, lesson.stops[at])


# ---------------------------------------------------------------------- stops from the atlas


def stop_of_state(state: Mapping[str, Any], tables: Tables | None = None) -> Stop:
    """The stop of what the atlas shows: year, view, layers, and what is open. Raises ValueError, a sentence a problem.

    `state` is the atlas's own: `year`, `day` for one within it (YYYY-MM-DD), `view`, `layers` joined by commas or None
    for those it shows at first, `camera` as x, y and zoom or None, and `country`, `statement`, `draft`, `solo` or None.
    """
    tables = tables or current_tables()
    layers = state.get("layers")
    country, camera = state.get("country"), state.get("camera")
    stop = Stop(
        year=state.get("year", ""),
        title="",
        day=str(state.get("day") or ""),
        view=str(state.get("view") or Stop.view),
        focus=(str(country),) if country else (),
        layers=SHOWN if layers is None else tuple(layer for layer in str(layers).split(",") if layer),
        statement=str(state.get("statement") or ""),
        draft=str(state.get("draft") or ""),
        camera=tuple(camera) if isinstance(camera, list | tuple) else (),
        solo=str(state.get("solo") or ""),
        country=str(country or ""),
    )
    problems = [problem for problem in stop_problems(stop, tables) if not problem.startswith("title:")]
    if problems:
        raise ValueError("\n".join(problems))
    return replace(stop, title=when(stop))


def stop_of_address(address: str, tables: Tables | None = None) -> Stop:
    """The stop of an address of the atlas, such as `http://…/?year=2004&country=EST`.

    Without layers it has those that the atlas shows at first. Raises ValueError for a text without a year, and for
    names and values that the atlas does not know.
    """
    tables = tables or current_tables()
    try:
        query = {name: values[0] for name, values in parse_qs(urlsplit(address.strip()).query).items()}
    except ValueError as error:
        raise ValueError(f"{shown(address)} ({cut(str(error))}); expected an address of the atlas") from None
    year, day = _when_of(query, tables)
    if not YEAR.fullmatch(year):
        raise ValueError(f"{shown(address.strip())} has no year; expected an address of the atlas, such as ?year=2004")
    if strange := [name for name in query if name not in ADDRESS]:
        raise ValueError(f"{cut(', '.join(map(repr, strange)))} in the address; expected only {', '.join(ADDRESS)}")
    known = {
        "view": VIEWS,
        "draft": [article.id for article in articles(tables)],
        "statement": list(tables.statements["id"]),
    }
    for name, values in known.items():
        if name in query and query[name] not in values:
            raise ValueError(f"{name} {shown(query[name])}; expected one that the atlas has")
    layers = query.get("layers", ",".join(SHOWN))
    if unknown := [layer for layer in layers.split(",") if layer not in (*LAYERS, NO_LAYERS)]:
        raise ValueError(f"layers {cut(', '.join(unknown))}; expected some of {', '.join(LAYERS)}")
    seen = {"layers": "" if layers == NO_LAYERS else layers, "camera": _camera_of(query.get("at", ""))}
    return stop_of_state({**query, "year": int(year), "day": day, **seen}, tables)


def _camera_of(at: str) -> tuple[float, ...]:
    """Where the map of an address is and how large: x, y, zoom; nothing where it is shown whole."""
    if at and not AT.fullmatch(at):
        raise ValueError(f"at {shown(at)}; expected x,y,zoom, such as 960,540,2.5")
    return tuple(map(float, at.split(","))) if at else ()


def _when_of(query: Mapping[str, str], tables: Tables) -> tuple[str, str]:
    """The year of an address and its day, if it is not the year's last: by `day`, else the statement, else `year`."""
    days = dict(zip(tables.statements["id"], tables.statements["day"], strict=True))
    said = days.get(query.get("statement", ""))
    day = query.get("day") or (max(said, tables.first_day).isoformat() if said else "")
    if not day:
        return query.get("year", ""), ""
    year = day[:4]
    is_last = year.isdigit() and int(year) in range(tables.first_year, tables.last_year + 1)
    return year, "" if is_last and day == picture_day(int(year), tables).isoformat() else day
