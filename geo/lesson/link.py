"""A lesson as text in the hash of an address, so that a page opens it without a server that knows it.

The text is JSON, packed as `data/packed.py` does it. What follows from the tables is left out, since the page has
them; the browser reads it in `geo/classroom/link/`.
"""

import json
from dataclasses import replace
from typing import Any

from data.memberships.told import ids_in_order
from data.packed import packed
from data.tables import Tables, current_tables
from geo.lesson.halt import halted_on
from geo.lesson.head import head_payload
from geo.lesson.lesson import STOP_FIELDS, Lesson, Stop

VERSION = 1
"""Of the form; a page says so where it does not know one."""
NAME = "lesson"
TOLD = ("title", "subtitle")
"""What a pupil's address says of a lesson beside its stops; a teacher's has the whole head."""
FOR_TEACHERS = frozenset({"notes", "wrong_answer"})
"""Fields of a stop that are said to the teacher alone."""


def lesson_hash(lesson: Lesson, tables: Tables | None = None, *, for_teacher: bool = False) -> str:
    """`lesson=…`, the hash of an address of the class page; a teacher's has the notes and the hash for pupils, too."""
    tables = tables or current_tables()
    left_out = frozenset() if for_teacher else FOR_TEACHERS
    told: dict[str, Any] = {name: value for name in TOLD if (value := getattr(lesson, name))}
    told |= {"v": VERSION, "stops": [_told(stop, tables, left_out) for stop in lesson.stops]}
    if for_teacher:
        told["head"] = {name: value for name, value in head_payload(lesson).items() if name not in TOLD}
        told["link"] = lesson_hash(lesson, tables)
    return f"{NAME}={packed(json.dumps(told, ensure_ascii=False, separators=(',', ':')))}"


def _told(stop: Stop, tables: Tables, left_out: frozenset[str]) -> dict[str, Any]:
    """What a stop has beyond a plain one, its sources in their order, and the day on which it halts."""
    plain = Stop(year=0, title="")
    stop = replace(stop, sources=tuple(ids_in_order(stop.sources, tables)))
    kept = (name for name in STOP_FIELDS if name not in left_out)
    told = {name: value for name in kept if (value := getattr(stop, name)) != getattr(plain, name)}
    halt = halted_on(stop, tables)
    return told | ({"halt": halt.isoformat()} if halt else {})
