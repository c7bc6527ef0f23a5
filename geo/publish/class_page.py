"""The class page: the atlas and a lesson in one HTML file that needs no server and no network."""

import gzip
import json
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from string import Template
from threading import Lock

from data.runs import day_number
from data.tables import Tables, current_tables
from data.words import phrase
from geo.drawing.views import VIEWS
from geo.lesson.halt import halted_on, halted_when
from geo.lesson.lesson import Lesson, Stop, current_lesson, day_of, when
from geo.lesson.quiz import bank
from geo.publish.progress import Progress, silent
from geo.publish.typeface import typeface_css
from geo.wire.answers import tag_of
from geo.wire.assets import Assets, current_assets
from geo.wire.bundle import join_modules
from geo.wire.look import look_css
from geo.wire.search import search_payload
from geo.wire.strict_json import Json, to_json

GEO = Path(__file__).parent.parent
CLASSROOM = GEO / "classroom"
ALWAYS = ("europe", "north_atlantic", "arctic")
"""The views of every class page; those that the lesson asks for come with them."""
QUICKLY = 7
"""Level of compression: a quarter of the time of level 9 for 2 % more bytes."""


def class_views(lesson: Lesson) -> tuple[str, ...]:
    """The views inside the page of a lesson, in the order of their keys."""
    asked = {*ALWAYS, *(stop.view for stop in lesson.stops)}
    return tuple(name for name in VIEWS if name in asked)


def class_html(lesson: Lesson, tables: Tables | None = None, progress: Progress = silent) -> bytes:
    """The page of a lesson as one HTML file, UTF-8; everything is inside, nothing is fetched."""
    tables = tables or current_tables()
    views = class_views(lesson)
    progress(0, len(views) + 1)
    parts = {
        "title": escape(phrase("class_file", "title", lesson=lesson.title)),
        "style": _style(),
        "facts": _inside_html(_file("facts.json", tables)),
        "sources": _inside_html(_file("sources.json", tables)),
        "forces": _inside_html(_file("forces.json", tables)),
        "search": _inside_html(to_json(search_payload(tables, alone=True))),
        "lesson": _inside_html(to_json(lesson_payload(lesson, tables))),
        "quiz": _inside_html(to_json(bank(tables))),
        "script": join_modules(CLASSROOM / "class.mjs"),
    }
    drawn = []
    for done, name in enumerate(views, start=1):
        drawn.append(f'"{name}":{_file(f"{name}.json", tables)}')
        progress(done, len(views) + 1)
    parts["views"] = _inside_html(f"{{{','.join(drawn)}}}")
    page = Template((CLASSROOM / "class.html").read_text(encoding="utf-8")).substitute(parts)
    progress(len(views) + 1, len(views) + 1)
    return page.encode()


def _style() -> str:
    """The typeface, the atlas's look, and over it that of the class."""
    own = (path.read_text(encoding="utf-8") for path in sorted(CLASSROOM.glob("*.css")))
    return typeface_css() + look_css() + "".join(own)


def _file(name: str, tables: Tables) -> str:
    """A file of the atlas; those of the project's own tables are made once for all."""
    assets = current_assets() if tables is current_tables() else Assets(tables)
    return assets.file(name).body.decode()


def lesson_payload(lesson: Lesson, tables: Tables | None = None) -> Json:
    """A lesson as the browser reads it; the days of its pictures are numbered as those of the facts."""
    tables = tables or current_tables()
    stops = [_stop_payload(stop, tables) for stop in lesson.stops]
    return {"title": lesson.title, "subtitle": lesson.subtitle, "stops": stops}


def _stop_payload(stop: Stop, tables: Tables) -> Json:
    halt = halted_on(stop, tables)
    told = asdict(stop)
    producer = dict(zip(tables.sources["id"], tables.sources["producer"], strict=True))
    return {
        **json.loads(json.dumps({name: told[name] for name in told if name != "sources"})),
        "producers": list(dict.fromkeys(producer[source] for source in stop.sources)),
        "day": day_number(day_of(stop, tables), tables),
        "day_before": halt and day_number(halt, tables),
        "when_before": halted_when(stop, tables),
        "when": when(stop),
    }


def _inside_html(text: str) -> str:
    """JSON that no HTML parser can take for markup."""
    return text.replace("<", "\\u003c")


@dataclass(frozen=True)
class ClassPage:
    """A page ready to be sent: plain, compressed, and the tag that its content has."""

    body: bytes
    gzipped: bytes
    tag: str


_lock = Lock()
_current: list[ClassPage] = []


def class_page_made() -> ClassPage | None:
    """The page of the project's own lesson, if it has been made."""
    return _current[0] if _current else None


def current_class_page() -> ClassPage:
    """The page of the project's own lesson, made at the first call, once however many ask."""
    with _lock:
        if not _current:
            _current.append(_ready(class_html(current_lesson())))
        return _current[0]


def _ready(body: bytes) -> ClassPage:
    return ClassPage(body, gzip.compress(body, QUICKLY, mtime=0), tag_of(body))
