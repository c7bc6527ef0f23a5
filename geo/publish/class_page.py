"""The class pages: the atlas and a lesson in one HTML file that needs no server and no network.

The pupil's page has nothing of what only the teacher's shows: neither what leads a lesson nor what is said for it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from enum import StrEnum
from functools import cache
from html import escape
from threading import Lock

from data.memberships.reader import current_membership, membership_ids
from data.memberships.told import Told, cited, ids_in_order, membership_of, tables_of
from data.memberships.value import Membership
from data.runs import day_number
from data.settings import address
from data.tables import Tables, current_tables
from data.words import classroom_words, phrase, words
from geo.drawing.layers import OF_ANY, PLAIN
from geo.drawing.offered import laid_over_on, views_for
from geo.lesson.halt import halted_on, halted_when
from geo.lesson.head import HEAD_LONGEST, head_payload
from geo.lesson.lesson import LONGEST, MOST_MINUTES, MOST_STOPS, MOST_ZOOM, Lesson, Stop, current_lesson, day_of, when
from geo.lesson.link import FOR_TEACHERS, TOLD
from geo.lesson.quiz import bank
from geo.publish.class_look import CLASS_LOOK, CLASSROOM, LEADING, LEADING_LOOK
from geo.publish.progress import Progress, silent
from geo.publish.whole_page import WholePage, packed_before, packed_well, ready, whole_page
from geo.wire.assets import PREFIX, Assets, current_assets
from geo.wire.link_preview import lesson_preview
from geo.wire.made_before import Packed, made_before
from geo.wire.search import search_payload
from geo.wire.strict_json import Json, to_json

ALWAYS = ("europe", "north_atlantic", "arctic")
"""The views of every class page; those that the lesson asks for come with them."""


class Reader(StrEnum):
    """Whom a class page is for; the values name its module and its address."""

    PUPIL = "class"
    TEACHER = "teach"


FILES = {Reader.TEACHER: "lesson.html", Reader.PUPIL: "lesson-pupils.html"}
"""What the pages are called as files."""

LIMITS = {
    "head": {name: HEAD_LONGEST[name] for name in TOLD},
    "longest": max(HEAD_LONGEST.values()),
    "stop": LONGEST,
    "stops": MOST_STOPS,
    "view": Stop.view,
    "layers": PLAIN,
    "minutes": Stop.minutes,
    "most_minutes": MOST_MINUTES,
    "most_zoom": MOST_ZOOM,
}
"""What a lesson from an address may have, and what a stop has that does not say: the browser's gate reads it."""


def _limits(told: Told) -> Json:
    """The same of a membership, which has views and layers of its own."""
    own = {"view": _offered(told)[0], "layers": OF_ANY} if isinstance(told, Membership) else {}
    return {**LIMITS, **own}


def class_views(lesson: Lesson, told: Told | None = None) -> tuple[str, ...]:
    """The views inside the page of a lesson, in the order of their keys."""
    always = told.views if isinstance(told, Membership) else ALWAYS
    asked = {*always, *(stop.view for stop in lesson.stops)}
    return tuple(name for name in _offered(told) if name in asked)


def _offered(told: Told | None) -> tuple[str, ...]:
    return views_for(told if isinstance(told, Membership) else None)


def class_html(
    lesson: Lesson,
    told: Told | None = None,
    progress: Progress = silent,
    head: str = "",
    reader: Reader = Reader.TEACHER,
    base: str = "",
) -> bytes:
    """The page of a lesson as one HTML file, UTF-8; everything is inside, nothing is fetched.

    `head` is its title with more tags, where the title alone will not do. A lesson from its address may show more views
    than are inside; they are fetched from `base`, a folder beneath the page, if it is given.
    """
    told = told or current_tables()
    tables = tables_of(told)
    views = class_views(lesson, told)
    progress(0, len(views) + 1)
    drawn = []
    for done, name in enumerate(views, start=1):
        drawn.append(f'"{name}":{_file(f"{name}.json", tables)}')
        progress(done, len(views) + 1)
    data = {
        **(_held_of_ours() if told is current_tables() else _held(told)),
        "words": to_json(_words_for(reader, told)),
        "views": f"{{{','.join(drawn)}}}",
        "lesson": to_json(lesson_payload(lesson, told, reader)),
        "around": to_json(
            {
                "base": base,
                "views": _offered(told) if base else views,
                "limits": _limits(told),
                "memberships": membership_ids() if base else (),
                "over": laid_over_on(membership_of(told)) if base else (),
                "not_over": words()["membership_choice"]["over"]["unknown"],
            }
        ),
    }
    title = f"<title>{escape(phrase('class_file', 'title', lesson=lesson.title))}</title>"
    leading = LEADING_LOOK if reader is Reader.TEACHER else ()
    page = whole_page(CLASSROOM / f"{reader}.mjs", head or title, data, styles=(*CLASS_LOOK, *leading))
    progress(len(views) + 1, len(views) + 1)
    return page


def _held(told: Told) -> Mapping[str, str]:
    """What every class page holds of what is told, as JSON by the id of its element."""
    if isinstance(told, Membership):
        from geo.publish.membership_class import membership_held  # what one of NATO's does not wait for

        return membership_held(told)
    tables = told
    return {
        "facts": _file("facts.json", tables),
        "forces": _file("forces.json", tables),
        "search": to_json(search_payload(tables, alone=True)),
        "ear": _file("ear.json", tables),
        "sources": _file("sources.json", tables),
        "quiz": to_json(bank(tables)),
    }


@cache
def _held_of_ours() -> Mapping[str, str]:
    """The same of the project's own tables, made once for all."""
    return _held(current_tables())


def _words_for(reader: Reader, told: Told) -> Json:
    left_out = frozenset(LEADING) if reader is Reader.PUPIL else frozenset()
    said = {topic: texts for topic, texts in classroom_words().items() if topic not in left_out}
    if not isinstance(told, Membership):
        return said
    over = {topic: words()[f"membership_{topic}"] for topic in ("cover", "live") if topic in said}
    return said | {topic: said[topic] | own for topic, own in over.items()}


def _file(name: str, tables: Tables) -> str:
    """A file of the atlas; those of the project's own tables are made once for all."""
    assets = current_assets() if tables is current_tables() else Assets(tables)
    return assets.file(name).body.decode()


def lesson_payload(lesson: Lesson, told: Told | None = None, reader: Reader = Reader.TEACHER) -> Json:
    """A lesson as the browser reads it; the days of its pictures are numbered as those of the facts.

    A pupil's has nothing that is said for the teacher alone.
    """
    told = told or current_tables()
    left_out = FOR_TEACHERS if reader is Reader.PUPIL else frozenset()
    stops = [
        {name: value for name, value in _stop_payload(stop, told).items() if name not in left_out}
        for stop in lesson.stops
    ]
    return {**head_payload(lesson, teacher=reader is Reader.TEACHER), "link": "", "stops": stops}


def _stop_payload(stop: Stop, told: Told) -> Json:
    halt, tables = halted_on(stop, told), tables_of(told)
    return {
        **json.loads(json.dumps(asdict(stop))),
        "sources": ids_in_order(stop.sources, told),
        "producers": list(dict.fromkeys(source.producer for source in cited(stop.sources, told))),
        "day": day_number(day_of(stop, told), tables),
        "day_before": halt and day_number(halt, tables),
        "when_before": halted_when(stop, told),
        "when": when(stop),
    }


_lock = Lock()
_current: dict[tuple[Reader, str], WholePage] = {}


def class_page_made(reader: Reader, membership: str = "") -> WholePage | None:
    """The page of the project's own lesson, or of that of a membership by its id, if it has been made."""
    return _current.get((reader, membership))


def current_class_page(reader: Reader = Reader.PUPIL, membership: str = "") -> WholePage:
    """The page of the project's own lesson, made at the first call, once however many ask.

    Of one of its memberships other than NATO by id; KeyError for an id there is not.
    """
    with _lock:
        if (reader, membership) not in _current:
            packed = made_before(current_assets().digest, _file_of(reader, membership))
            page = ready(_current_html(reader, membership)) if packed is None else packed_before(packed)
            _current[reader, membership] = page
        return _current[reader, membership]


def _file_of(reader: Reader, membership: str) -> str:
    return f"{membership}/{FILES[reader]}" if membership else FILES[reader]


def _current_html(reader: Reader, membership: str) -> bytes:
    told: Told = current_tables()
    lesson = current_lesson()
    if membership:
        from geo.lesson.of_membership import lesson_of

        told = current_membership(membership)
        lesson = lesson_of(told)
    head = lesson_preview(lesson, told, reader).html(address())
    return class_html(lesson, told, head=head, reader=reader, base=f"{PREFIX}/{current_assets().digest}/")


def pack_class_pages() -> None:
    """Pack the pages that have been made in fewer bytes: a second of work each, which nobody waits for."""
    for name, page in list(_current.items()):
        _current[name] = packed_well(page)


def packed_pages() -> Iterator[Packed]:
    """The pages that have been made, for the next start of this edition."""
    for name, page in list(_current.items()):
        yield _file_of(*name), page.gzipped
