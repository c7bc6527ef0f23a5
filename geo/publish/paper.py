"""A handout of a lesson on paper (PDF, A4): its stops with room to write, then a key of answers, then the sources."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from data.citation import imprint
from data.memberships.told import Told, joined_by, membership_of, picture_when, tables_of
from data.quotation import original_of, words_said
from data.sentences import listed
from data.tables import current_tables
from data.words import phrase
from geo.drawing.key import OTHERS, Row
from geo.drawing.number_rows import numbers_in_a_row
from geo.drawing.svg import is_drawable
from geo.drawing.told_in_full import over_in_key, spelled_out
from geo.lesson.halt import halted_when
from geo.lesson.lesson import Lesson, Stop, day_of, when
from geo.publish.map_words import alt_of_asked, alt_text, with_what_lies_over
from geo.publish.paper_around import around
from geo.publish.paper_file import (
    ON_PAPER,
    Data,
    compiled,
    legend_rows,
    part,
    pictures_of_signs,
    sign_rows,
    source_rows,
)
from geo.publish.progress import Progress, silent
from geo.publish.stop_picture import asked_day, stop_pictures
from geo.publish.stop_words import who_said
from geo.publish.unbroken import with_whole_dates

HANDOUT_WIDTH = 780
"""Dots of a map: 130 to 190 to the inch on paper, which keeps the file of a long lesson small."""
MOST_ROWS = 17
"""Of a key with its numbers in a row each; in a longer one they stand in one sentence, and its stop shares a page.

So they do in one that has a row more for what is laid over the maps.
"""
HANDOUT_COLOURS = 64
"""Of a map: its own are a dozen, and nobody sees fewer shades between them on paper; it saves a tenth of the bytes."""


def handout_pdf(lesson: Lesson, told: Told | None = None, progress: Progress = silent, over: str = "") -> bytes:
    """A page or more for the students: map, text, quotation, question and room to write for each stop.

    The membership `over` is laid over its maps.
    """
    told = told or current_tables()
    total = len(lesson.stops) + 1
    progress(0, total)
    shown = [(stop, stop.asks_before) for stop in lesson.stops]
    painted = stop_pictures(shown, HANDOUT_WIDTH, told, ON_PAPER, HANDOUT_COLOURS, over)
    pictures: Data = {}
    stops = []
    for done, (stop, (picture, made)) in enumerate(zip(lesson.stops, painted, strict=True), start=1):
        name = f"stop-{done}"
        pictures[name] = list(picture)  # as JSON can have bytes
        # How many others are beyond the map would take the line by which two stops share a page.
        rows = [row for row in made.key if row.sign != OTHERS]
        signs = [row for row in (numbers_in_a_row(rows) if over or len(rows) > MOST_ROWS else rows) if not row.count]
        pictures |= pictures_of_signs(signs, told)
        over_it = over_in_key(signs, over)
        names = spelled_out(signs, membership_of(told), over)
        stops.append({**_stop(stop, name, told, signs, made.notes), "over": over_it, "short_names": names})
        progress(done, total)
    of_stops = (source for stop in lesson.stops for source in _cited(stop, told))
    ids = list(dict.fromkeys([*of_stops, *lesson.sources]))

    def numbers(named: Iterable[str]) -> list[int]:
        return [ids.index(source) + 1 for source in named]

    for each, stop in zip(stops, lesson.stops, strict=True):
        each["cited"] = numbers(_cited(stop, told))
        each["apart"] = [at for at, before in enumerate(lesson.stops) if answers(stop, before, told)]
    own = {"told": [part(phrase("paper", "own_sources", imprint=imprint(tables_of(told))))], "url": ""}
    sources = source_rows(ids, told) or [own]
    page = {"kind": "handout", "title": lesson.title, "subtitle": lesson.subtitle, "stops": stops, "sources": sources}
    pdf = compiled({**page, **around(lesson, numbers)}, pictures, told)
    progress(total, total)
    return pdf


def answers(stop: Stop, asking: Stop, told: Told) -> bool:
    """Whether what a stop shows in the handout tells what another asks: its map is of that one's day or a later."""
    if stop is asking or not asking.asks_before:
        return False
    shown = asked_day(stop, told) if stop.asks_before else day_of(stop, told)
    return shown >= day_of(asking, told)


def _stop(stop: Stop, picture: str, told: Told, signs: Sequence[Row], notes: Sequence[str]) -> Data:
    spoken = _spoken(tables_of(told).statements.set_index("id").loc[stop.statement], told) if stop.statement else {}
    asks = stop.asks_before
    day = asked_day(stop, told) if asks else day_of(stop, told)
    return {
        **{name: with_whole_dates(getattr(stop, name)) for name in ("title", "text", "question")},
        "when": when(stop),
        "asks": asks,
        "shown": halted_when(stop, told) if asks else when(stop),
        "joined": _joined(stop, told) if asks else "",
        "ground_notes": " ".join(notes),
        "picture": picture,
        "alt": with_what_lies_over(alt_of_asked(stop, told) if asks else alt_text(stop, told), signs),
        "legend": legend_rows(day, told),
        "signs": sign_rows(signs),
        "spoken": spoken,
    }


def _joined(stop: Stop, told: Told) -> str:
    """Who joined, for a key without maps; nothing where nobody did, or its own words name them all."""
    names = joined_by(picture_when(day_of(stop, told), told))
    if all(name in f"{stop.title} {stop.text}" for name in names):
        return ""
    return phrase("paper", "who_joined", names=listed(names))


def _spoken(row: Any, told: Told) -> Data:
    """The words of a statement, with those of its own language where there are some that the font can print."""
    original = original_of(row)
    return {
        "quote": words_said(row),
        "who": with_whole_dates(who_said(row, tables_of(told))),
        "original": asdict(original) if original and is_drawable(original.text) else None,
    }


def _cited(stop: Stop, told: Told) -> list[str]:
    """The sources of a stop, those of its statement with them."""
    spoken = tables_of(told).statements.set_index("id").loc[stop.statement, "source_ids"] if stop.statement else ()
    return list(dict.fromkeys((*stop.sources, *spoken)))
