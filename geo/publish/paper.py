"""A lesson on paper (PDF, A4): a handout of its stops, and a worksheet with a blank map, six questions and a key."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import typst

from data.citation import imprint
from data.dates import spelled
from data.memberships.told import Told, cited, membership_of, picture_when, tables_of
from data.quotation import original_of
from data.sentences import listed
from data.tables import Tables, current_tables
from data.timeline import picture_day
from data.title_languages import in_its_language
from data.vocabulary import Status
from data.words import phrase, words
from geo.drawing.beside import source_of
from geo.drawing.key import Row, alone, printed_swatch
from geo.drawing.label_layout import Box
from geo.drawing.palette import rungs_of, theme_of
from geo.drawing.sheet import Focus, Sheet
from geo.drawing.svg import FONT, drawable, font_folder, is_drawable
from geo.drawing.told_in_full import over_in_key, spelled_out
from geo.lesson.halt import halted_when
from geo.lesson.lesson import Lesson, Stop, day_of, when
from geo.lesson.quiz import Question, quiz
from geo.picture import drawn, svg
from geo.publish.map_words import alt_of_asked, alt_of_day, alt_text, alt_without_day, legend, with_what_lies_over
from geo.publish.paper_around import around
from geo.publish.progress import Progress, silent
from geo.publish.slide_sources import source_lines
from geo.publish.stop_picture import asked_day, stop_pictures
from geo.publish.stop_words import who_said, words_said
from geo.publish.unbroken import with_whole_dates

TEMPLATE = Path(__file__).parent / "paper.typ"
ON_PAPER = Sheet(1280, 840, Box(0, 0, 1280, 840), base=34, around="nothing", scale=1.6, printed=True)
WIDE = Sheet(1280, 840, Box(0, 0, 1280, 840), base=32, around="nothing", printed=True)
"""Of the map with numbers, which are as small on the page as the words of their list."""
HANDOUT_WIDTH = 780
"""Dots of a map: 160 to the inch on paper, which keeps the file of a long lesson small."""
HANDOUT_COLOURS = 64
"""Of a map: its own are a dozen, and nobody sees fewer shades between them on paper; it saves a tenth of the bytes."""
SWATCH, SIGN = "swatch-{}", "sign-{}"
QUESTIONS = 6
BLANK, KEY = "blank", "key"
WORKSHEET_VIEW = "europe"
BLANK_MAP = Focus(blank=True, news=False)
TO_SEE_MM, TO_COLOUR_MM = 52, 84
"""Of a question's own map on the page: one that is looked at, one that is coloured."""
STANDARD: Final = "ua-1"
"""PDF/UA-1: what is not tagged, named or described is an error when it is written, not when it is read."""
Data = dict[str, Any]


def handout_pdf(lesson: Lesson, told: Told | None = None, progress: Progress = silent, over: str = "") -> bytes:
    """A page or more for the students: map, text, quotation, question and room to write for each stop.

    The membership `over` is laid over its maps.
    """
    told = told or current_tables()
    inks = theme_of(membership_of(told), "light")
    total = len(lesson.stops) + 1
    progress(0, total)
    shown = [(stop, stop.asks_before) for stop in lesson.stops]
    painted = stop_pictures(shown, HANDOUT_WIDTH, told, ON_PAPER, HANDOUT_COLOURS, over)
    pictures: Data = {}
    stops = []
    for done, (stop, (picture, made)) in enumerate(zip(lesson.stops, painted, strict=True), start=1):
        name = f"stop-{done}"
        pictures[name] = list(picture)  # as JSON can have bytes
        signs = [row for row in made.key if not row.count]
        pictures |= {SIGN.format(row.sign): alone(row, inks) for row in signs}
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
    own = {"told": [_part(phrase("paper", "own_sources", imprint=imprint(tables_of(told))))], "url": ""}
    sources = _sources(ids, told) or [own]
    page = {"kind": "handout", "title": lesson.title, "subtitle": lesson.subtitle, "stops": stops, "sources": sources}
    pdf = _compile({**page, **around(lesson, numbers), "pictures": pictures}, told)
    progress(total, total)
    return pdf


def worksheet_pdf(
    seed: int = 1, level: str = "medium", tables: Tables | None = None, progress: Progress = silent
) -> bytes:
    """Page one: a blank map and six questions; page two: their key. Raises ValueError as `quiz` does."""
    tables = tables or current_tables()
    asked = quiz(seed, level, QUESTIONS, tables)
    progress(0, len(asked) + 1)
    coloured = [year_to_colour(question, tables) for question in asked if question.kind == "click"]
    year = coloured[0] if coloured else tables.last_year
    blank, numbered = _blank(year, tables)
    pictures = {
        BLANK: blank,
        KEY: _plain(tables.last_year, ("names",), tables),
    }
    questions = []
    for done, question in enumerate(asked, start=1):
        name = f"{question.kind}-{done}"
        if question.kind == "year":
            pictures[name] = _plain(question.year, (), tables)
        elif question.kind == "click" and (own := year_to_colour(question, tables)) != year:
            pictures[name] = _unnumbered(own, tables)
        questions.append(_question(question, name if name in pictures else "", tables, numbered))
        progress(done, len(asked) + 1)
    named = words()["paper"]
    page = {
        "kind": "worksheet",
        "title": named["worksheet"],
        "seed": named["seed"].format(level=words()["quiz"][level], seed=seed),
        "questions": questions,
        "numbered": [words()["short_name"].get(name, name) for name in numbered],
        "shape": WIDE.width / WIDE.height,
        "legend": _legend(tables.as_of, tables),
        "borders": phrase("paper", "blank_borders", year=year),
        "blank_alt": phrase("map_words", "blank", view=words()["view"][WORKSHEET_VIEW], count=len(numbered)),
        "key_day": phrase("paper", "key_day", day=spelled(tables.as_of)),
        "key_alt": alt_of_day(tables.as_of, WORKSHEET_VIEW, tables),
        "sources": _sources((source for question in asked for source in question.sources), tables),
    }
    made = _compile({**page, "pictures": pictures}, tables)
    progress(len(asked) + 1, len(asked) + 1)
    return made


def year_to_colour(question: Question, tables: Tables) -> int:
    """The year on whose map the states of a question are to be coloured: the last before they were members."""
    return max(tables.first_year, question.year - 1)


@lru_cache(maxsize=16)
def _blank(year: int, tables: Tables) -> tuple[str, tuple[str, ...]]:
    """The map to colour, and the names of the states that have its numbers, in order; drawn once a year of it."""
    made = drawn(year, layers=("names",), sheet=WIDE, tables=tables, focus=BLANK_MAP)
    return made.svg(), tuple(made.numbered)


@lru_cache(maxsize=16)
def _unnumbered(year: int, tables: Tables) -> str:
    return svg(year, layers=(), sheet=ON_PAPER, tables=tables, focus=BLANK_MAP)


@lru_cache(maxsize=16)
def _plain(year: int, layers: tuple[str, ...], tables: Tables) -> str:
    """The map of a year without news, drawn once for the worksheets of a class."""
    return svg(year, layers=layers, sheet=replace(ON_PAPER, lists=False), tables=tables, focus=Focus(news=False))


def _stop(stop: Stop, picture: str, told: Told, signs: Sequence[Row], notes: Sequence[str]) -> Data:
    spoken = _spoken(tables_of(told).statements.set_index("id").loc[stop.statement]) if stop.statement else {}
    asks = stop.asks_before
    day = asked_day(stop, told) if asks else day_of(stop, told)
    return {
        **{name: with_whole_dates(getattr(stop, name)) for name in ("title", "text", "question")},
        "when": when(stop),
        "asks": asks,
        "shown": halted_when(stop, told) if asks else when(stop),
        "ground_notes": " ".join(notes),
        "picture": picture,
        "alt": with_what_lies_over(alt_of_asked(stop, told) if asks else alt_text(stop, told), signs),
        "legend": _legend(day, told),
        "signs": [
            {"label": row.label, "swatch": "" if row.is_plain else SIGN.format(row.sign), "quiet": row.is_lead}
            for row in signs
        ],
        "spoken": spoken,
    }


def _spoken(row: Any) -> Data:
    """The words of a statement, with those of its own language where there are some that the font can print."""
    original = original_of(row)
    return {
        "quote": words_said(row),
        "who": with_whole_dates(who_said(row)),
        "original": asdict(original) if original and is_drawable(original.text) else None,
    }


def _cited(stop: Stop, told: Told) -> list[str]:
    """The sources of a stop, those of its statement with them."""
    spoken = tables_of(told).statements.set_index("id").loc[stop.statement, "source_ids"] if stop.statement else ()
    return list(dict.fromkeys((*stop.sources, *spoken)))


def _sources(ids: Iterable[str], told: Told) -> list[Data]:
    """Each source once, with the address it leads to where it has one."""
    once = list(dict.fromkeys(ids))
    found = zip(cited(once, told), source_lines(once, told), strict=True)
    return [{"told": _parts(source.title, line), "url": source.url} for source, line in found]


def _parts(title: str, line: str) -> list[Data]:
    """The line of a source in parts, of which one is in another language where its title is."""
    language, said, _ = in_its_language(title)
    if not language:
        return [_part(line)]
    before, _, after = line.partition(said)
    return [_part(before), _part(said, language), _part(after)]


def _part(text: str, language: str = "en") -> Data:
    return {"text": text, "lang": language}


def _legend(day: date, told: Told) -> list[Data]:
    rungs = rungs_of(membership_of(told))
    return [
        {"label": label, "count": count, "swatch": SWATCH.format(rungs[status])}
        for status, label, count in legend(day, told)
    ]


def _uncounted(year: int, tables: Tables) -> list[Data]:
    """What the colours of a year's map mean; how many there are of each would tell the year."""
    return [{**row, "count": ""} for row in _legend(picture_day(year, tables), tables)]


def _question(question: Question, picture: str, tables: Tables, numbered: Sequence[str] = ()) -> Data:
    """A question; to be named are all that are coloured on a map of its own, else those that have no number."""
    ordered, to_name = question.kind == "order", 0
    if question.kind == "click":
        facts = picture_when(year_to_colour(question, tables), tables)  # called as on the map that is coloured
        called = [facts.state_name(facts.units[unit].state) for unit in question.answer]
        to_name = len(called if picture else set(called) - set(numbered))
        answer = listed(called)
    elif ordered:
        ranks = {place: rank for rank, place in enumerate(question.answer, start=1)}
        answer = ", ".join(str(ranks[place]) for place in range(len(question.options)))
    else:
        answer = question.options[question.answer[0]]
    return {
        "prompt": question.on_paper or question.prompt,
        "options": question.options,
        "ordered": ordered,
        "answer": answer,
        "explanation": question.explanation,
        "picture": picture,
        "alt": _alt(question, tables) if picture else "",
        "borders": _borders(question, tables) if picture and question.kind == "click" else "",
        "legend": _uncounted(question.year, tables) if picture and question.kind == "year" else [],
        "name_lines": to_name,
        "width": TO_COLOUR_MM if question.kind == "click" else TO_SEE_MM,
        "then": _question(question.then, "", tables) if question.then else None,
    }


def _borders(question: Question, tables: Tables) -> str:
    return phrase("paper", "borders", year=year_to_colour(question, tables))


def _alt(question: Question, tables: Tables) -> str:
    if question.kind == "click":
        view, year = words()["view"][WORKSHEET_VIEW], year_to_colour(question, tables)
        return phrase("map_words", "blank_of_year", view=view, year=year)
    return alt_without_day(picture_day(question.year, tables), WORKSHEET_VIEW, tables)


def _printable(value: Any) -> Any:
    """Data with signs in its texts that the font has: a file for everybody may have no others."""
    match value:
        case str():
            return drawable(value)
        case dict():
            return {key: _printable(each) for key, each in value.items()}
        case [int(), *_]:
            return value  # the bytes of a picture
        case list() | tuple():
            return [_printable(each) for each in value]
    return value


def _compile(data: Data, told: Told) -> bytes:
    """The PDF of the template with this data; the same data gives the same bytes."""
    data = {**data, "maps": source_of(picture_when(told.as_of, told))}
    named = words()["paper"]
    foot = words()["slides"]["source"] if membership_of(told) else named["facts"]
    facts = foot.format(day=spelled(told.as_of), imprint=imprint(tables_of(told)))
    swatches = {SWATCH.format(status): printed_swatch(status) for status in Status}
    pictures = {**data["pictures"], **swatches}
    whole = {**_printable({**data, "pictures": pictures, "facts": facts}), "words": named, "font": FONT}
    made = typst.compile(
        TEMPLATE,
        font_paths=[font_folder()],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=STANDARD,
        sys_inputs={"data": json.dumps(whole, allow_nan=False)},
        timestamp=datetime.combine(told.as_of, time(), UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError(f"typst gave {type(made).__name__}; expected one document")
    return made
