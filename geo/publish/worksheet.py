"""A worksheet (PDF, A4): a blank map and six questions, then their key with the maps of those that are coloured."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from data.dates import spelled
from data.ground_note import GroundNote
from data.ground_notes import not_independent_on, of_the_area_on
from data.memberships.told import picture_when
from data.sentences import listed
from data.tables import Tables, current_tables
from data.timeline import picture_day
from data.words import phrase, words
from geo.drawing.drawn import Drawn
from geo.drawing.key import Row
from geo.drawing.label_layout import Box
from geo.drawing.legible import NAME_PT, mm_on_paper
from geo.drawing.offered import view_name
from geo.drawing.sheet import Focus, Sheet
from geo.lesson.quiz import Question, quiz
from geo.picture import drawn, svg
from geo.publish.map_words import alt_of_day, alt_without_day
from geo.publish.paper_file import ON_PAPER, Data, compiled, legend_rows, pictures_of_signs, sign_rows, source_rows
from geo.publish.progress import Progress, silent

WIDE = Sheet(1280, 840, Box(0, 0, 1280, 840), base=32, around="nothing", printed=True)
"""Of the map with numbers, which are as small on the page as the words of their list."""
UNLISTED = replace(ON_PAPER, lists=False)
QUESTIONS = 6
BLANK, ANSWER = "blank", "answer-{}"
WORKSHEET_VIEW = "europe"
BLANK_MAP = Focus(blank=True, news=False)
TO_SEE_MM, TO_COLOUR_MM = 56, 84
"""Of a question's own map on the page: one that is looked at, one that is coloured."""


def worksheet_pdf(
    seed: int = 1, level: str = "medium", tables: Tables | None = None, progress: Progress = silent
) -> bytes:
    """A sheet with a blank map and six questions, the last overleaf for want of room; their key on a sheet of its own.

    Raises ValueError as `quiz` does.
    """
    tables = tables or current_tables()
    asked = quiz(seed, level, QUESTIONS, tables)
    progress(0, len(asked) + 1)
    coloured = [year_to_colour(question, tables) for question in asked if question.kind == "click"]
    year = coloured[0] if coloured else tables.last_year
    blank, numbered, not_independent = _blank(year, tables)
    pictures: Data = {BLANK: blank}
    sources = list(dict.fromkeys(source for question in asked for source in question.sources))
    questions, answer_maps = [], []
    for done, question in enumerate(asked, start=1):
        name = f"{question.kind}-{done}"
        if question.kind == "year":
            plain = _plain(question.year, tables)
            pictures |= {name: plain.svg(), **pictures_of_signs(_signs(plain), tables)}
        elif question.kind == "click":
            if (own := year_to_colour(question, tables)) != year:
                pictures[name] = _unnumbered(own, tables)
            answered = drawn(question.year, question.view, ("names",), sheet=UNLISTED, tables=tables)
            signs = _signs(answered)
            answer_maps.append(_answer_map(question, done, signs, answered.notes, tables))
            pictures |= {ANSWER.format(done): answered.svg(), **pictures_of_signs(signs, tables)}
        told = _question(question, name if name in pictures else "", tables, numbered)
        questions.append({**told, "cited": [sources.index(source) + 1 for source in dict.fromkeys(question.sources)]})
        progress(done, len(asked) + 1)
    named = words()["paper"]
    page = {
        "kind": "worksheet",
        "title": named["worksheet"],
        "seed": named["seed"].format(level=words()["quiz"][level], seed=seed),
        "questions": questions,
        "numbered": [words()["short_name"].get(name, name) for name in numbered],
        "blank_mm": mm_on_paper(NAME_PT, WIDE.base, WIDE.width),
        "shape": WIDE.width / WIDE.height,
        "borders": phrase("paper", "blank_borders", year=year),
        "not_independent": not_independent,
        "blank_alt": phrase("map_words", "blank", view=view_name(WORKSHEET_VIEW), count=len(numbered)),
        "answer_maps": answer_maps,
        "sources": source_rows(sources, tables),
    }
    pdf = compiled(page, pictures, tables)
    progress(len(asked) + 1, len(asked) + 1)
    return pdf


def year_to_colour(question: Question, tables: Tables) -> int:
    """The year on whose map the states of a question are to be coloured: the last before they were members."""
    return max(tables.first_year, question.year - 1)


# ---------------------------------------------------------------------- maps


@lru_cache(maxsize=16)
def _blank(year: int, tables: Tables) -> tuple[str, tuple[str, ...], str]:
    """The map to colour, the names of the states that have its numbers, in order, and who of them were none yet.

    Drawn once a year of it.
    """
    facts = replace(picture_when(year, tables), ground_notes=tuple(_not_independent(year, tables)))
    made = drawn(facts, layers=("names",), sheet=WIDE, focus=BLANK_MAP)
    return made.svg(), tuple(made.numbered), " ".join(made.notes)


def _not_independent(year: int, tables: Tables) -> Iterator[GroundNote]:
    """Which countries belonged to another state, with it; on a map without colours those of members, too."""
    said = words()["not_independent"]
    for note in not_independent_on(picture_day(year, tables), tables, ()):
        if note.form == said["told"]:
            yield replace(note, form=said["on_paper"])


@lru_cache(maxsize=16)
def _unnumbered(year: int, tables: Tables) -> str:
    return svg(year, layers=(), sheet=ON_PAPER, tables=tables, focus=BLANK_MAP)


@lru_cache(maxsize=16)
def _plain(year: int, tables: Tables) -> Drawn:
    """The map of a year without names and news, drawn once for the worksheets of a class.

    Of the ground it tells alone what explains a colour, without a year: that is what is asked.
    """
    notes = tuple(of_the_area_on(picture_day(year, tables), tables, dated=False))
    facts = replace(picture_when(year, tables), ground_notes=notes)
    return drawn(facts, layers=(), sheet=UNLISTED, focus=Focus(news=False))


def _signs(map_: Drawn) -> tuple[Row, ...]:
    """The rows of a map's key that have no status."""
    return tuple(row for row in map_.key if not row.count)


@lru_cache(maxsize=16)
def _answer_map(question: Question, number: int, signs: Sequence[Row], notes: Sequence[str], tables: Tables) -> Data:
    """What is said beside the map that answers a question: those who joined are outlined and named on it."""
    day = picture_day(question.year, tables)
    return {
        "picture": ANSWER.format(number),
        "alt": alt_of_day(day, question.view, tables),
        "day": phrase("paper", "key_day", number=number, day=spelled(day)),
        "rows": [*legend_rows(day, tables), *({**row, "count": ""} for row in sign_rows(signs))],
        "ground_notes": " ".join(notes),
    }


# ---------------------------------------------------------------------- questions


def _question(question: Question, picture: str, tables: Tables, numbered: Sequence[str] = ()) -> Data:
    """A question; to be named are all that are coloured on a map of its own, else those that have no number."""
    answer, called = _answer(question, tables), _called(question, tables)
    is_click = question.kind == "click"
    then = _question(question.then, "", tables) if question.then else None
    return {
        "prompt": question.on_paper or question.prompt,
        "options": question.options,
        "ordered": question.kind == "order",
        "answer": answer,
        "told": told_once(answer, then["answer"] if then else "", question.explanation),
        "picture": picture,
        "alt": _alt(question, tables) if picture else "",
        "borders": _borders(question, tables) if picture and is_click else "",
        **explained(question, tables, has_map=bool(picture)),
        "name_lines": len(called if picture else set(called) - set(numbered)),
        "width": TO_COLOUR_MM if is_click else TO_SEE_MM,
        "then": then,
    }


def _called(question: Question, tables: Tables) -> list[str]:
    """The states that are to be coloured, as they are called on the map for it."""
    if question.kind != "click":
        return []
    facts = picture_when(year_to_colour(question, tables), tables)
    return [facts.state_name(facts.units[unit].state) for unit in question.answer]


def _answer(question: Question, tables: Tables) -> str:
    if question.kind == "click":
        return listed(_called(question, tables))
    if question.kind == "order":
        ranks = {place: rank for rank, place in enumerate(question.answer, start=1)}
        return ", ".join(str(ranks[place]) for place in range(len(question.options)))
    return str(question.options[question.answer[0]])


def told_once(answer: str, then: str, why: str) -> list[Data]:
    """An answer, that of what is asked then, and why, as parts of which the answers are bold.

    Where the reason begins with the answer or has the other in it, these stand there and are not told twice.
    """
    parts = [{"text": answer, "bold": True}]
    rest = why.removeprefix(answer) if why.startswith(answer) else f"  {why}"
    before, found, after = rest.partition(then) if then else (rest, "", "")
    if then and not found:
        parts += [{"text": " · ", "bold": False}, {"text": then, "bold": True}]
    told = [(before, False), (found, True), (after, False)]
    return [*parts, *({"text": text, "bold": bold} for text, bold in told if text)]


def explained(question: Question, tables: Tables, *, has_map: bool) -> Data:
    """What is said beside a map that is looked at: all but how many have each status, which would tell the year."""
    if not has_map or question.kind != "year":
        return {"legend": [], "ground_notes": ""}
    plain, fills = _plain(question.year, tables), legend_rows(picture_day(question.year, tables), tables)
    signs = sign_rows(row for row in _signs(plain) if not row.is_plain)
    return {"legend": [{**row, "count": ""} for row in (*fills, *signs)], "ground_notes": " ".join(plain.notes)}


def _borders(question: Question, tables: Tables) -> str:
    return phrase("paper", "borders", year=year_to_colour(question, tables))


def _alt(question: Question, tables: Tables) -> str:
    if question.kind == "click":
        view, year = view_name(WORKSHEET_VIEW), year_to_colour(question, tables)
        return phrase("map_words", "blank_of_year", view=view, year=year)
    return alt_without_day(picture_day(question.year, tables), WORKSHEET_VIEW, tables)
