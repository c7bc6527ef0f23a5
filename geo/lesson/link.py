"""A lesson as text in the hash of an address, so that a page opens it without a server that knows it.

The text is JSON, packed (RFC 1951) and written with letters that an address may have (RFC 4648, section 5). What
follows from the tables is left out, since the page has them; the browser reads it in `geo/classroom/link/`.
"""

import json
import zlib
from base64 import urlsafe_b64encode
from typing import Any

from data.tables import Tables, current_tables
from geo.lesson.halt import halted_on
from geo.lesson.lesson import LESSON_FIELDS, STOP_FIELDS, Lesson, Stop

VERSION = 1
"""Of the form; a page says so where it does not know one."""
NAME = "lesson"
FOR_TEACHERS = frozenset({"notes", "wrong_answer"})
"""Fields of a stop that are said to the teacher alone."""
RAW = -15  # without the frame of zlib


def lesson_hash(lesson: Lesson, tables: Tables | None = None, *, for_teacher: bool = False) -> str:
    """`lesson=…`, the hash of an address of the class page; a teacher's has the notes and the hash for pupils, too."""
    tables = tables or current_tables()
    left_out = frozenset() if for_teacher else FOR_TEACHERS
    told: dict[str, Any] = {name: value for name in LESSON_FIELDS if (value := getattr(lesson, name))}
    told |= {"v": VERSION, "stops": [_told(stop, tables, left_out) for stop in lesson.stops]}
    if for_teacher:
        told["link"] = lesson_hash(lesson, tables)
    return f"{NAME}={_packed(json.dumps(told, ensure_ascii=False, separators=(',', ':')))}"


def _packed(text: str) -> str:
    packing = zlib.compressobj(9, zlib.DEFLATED, RAW)
    packed = packing.compress(text.encode()) + packing.flush()
    return urlsafe_b64encode(packed).decode().rstrip("=")


def _told(stop: Stop, tables: Tables, left_out: frozenset[str]) -> dict[str, Any]:
    """What a stop has beyond a plain one, and the day on which it halts."""
    plain = Stop(year=0, title="")
    kept = (name for name in STOP_FIELDS if name not in left_out)
    told = {name: value for name in kept if (value := getattr(stop, name)) != getattr(plain, name)}
    halt = halted_on(stop, tables)
    return told | ({"halt": halt.isoformat()} if halt else {})
