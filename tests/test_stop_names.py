"""Whom the question of a stop is about stands by name on its map, or by number, before the answer as after it."""

import re
from dataclasses import replace

import pytest

from data.names import short_names
from data.picture import picture_on
from data.tables import current_tables
from geo.drawing.drawn import Drawn
from geo.drawing.sheet import Sheet
from geo.lesson.lesson import Lesson, Stop, current_lesson, day_of, parse_lesson, write_lesson
from geo.publish.map_words import alt_of_asked, alt_text
from geo.publish.paper import ON_PAPER
from geo.publish.stop_picture import STOP, asked_day, pictures_of, stop_drawn

TABLES = current_tables()
OURS = {stop.year: stop for stop in current_lesson().stops}
BUCHAREST, DRAFT = OURS[2008], OURS[2021]
TEXT = re.compile(r"<text[^>]*>([^<]*)</text>")
SHEETS = pytest.mark.parametrize("sheet", [STOP, ON_PAPER], ids=["slide", "paper"])


def texts_on(drawn: Drawn) -> str:
    """What a map names, on it, where a name may stand on two lines, or in the list of its numbers."""
    return " ".join(["", *TEXT.findall("".join(drawn.ink)), *(row.told for row in drawn.key), ""])


def missing(units: tuple[str, ...], drawn: Drawn, stop: Stop, *, asked: bool = False) -> list[str]:
    """The units of which neither the name nor its shorter form is told."""
    picture = picture_on(asked_day(stop, TABLES) if asked else day_of(stop, TABLES), TABLES)
    found, short = texts_on(drawn), short_names()
    names = {unit: picture.labels.get(picture.units[unit].state) or picture.labels[unit] for unit in units}
    return [unit for unit, name in names.items() if not any(f" {text} " in found for text in (name, short.get(name)))]


@SHEETS
@pytest.mark.parametrize("stop", [stop for stop in OURS.values() if stop.names], ids=lambda stop: str(stop.year))
def test_all_whom_a_question_is_about_can_be_found_on_its_map(stop: Stop, sheet: Sheet) -> None:
    for each, asked in pictures_of(Lesson("", "", (stop,))):
        assert not missing(stop.names, stop_drawn(each, TABLES, sheet, asked=asked), stop, asked=asked)


@SHEETS
def test_all_whom_a_draft_touches_can_be_found_on_its_map(sheet: Sheet) -> None:
    touched = picture_on(day_of(DRAFT, TABLES), TABLES).drafts[DRAFT.draft].countries
    assert len(touched) > 12
    assert not missing(touched, stop_drawn(DRAFT, TABLES, sheet), DRAFT)
    assert missing(touched, stop_drawn(replace(DRAFT, draft=""), TABLES, sheet), DRAFT)


def test_who_is_named_is_not_outlined_and_a_question_that_names_nobody_is_asked_as_before() -> None:
    drawn = stop_drawn(BUCHAREST, TABLES, asked=True)
    assert "data-outline" not in "".join(drawn.units)
    assert "outlined" not in {row.sign for row in drawn.key}
    nobody = stop_drawn(replace(BUCHAREST, names=()), TABLES, asked=True)
    assert missing(BUCHAREST.names, nobody, BUCHAREST, asked=True) == ["ALB", "GEO", "HRV", "MKD"]


def test_the_words_of_a_map_say_whom_it_is_about() -> None:
    told = "The question is about Albania, Georgia, Croatia, Macedonia, Ukraine."
    assert alt_of_asked(BUCHAREST, TABLES).endswith(told)
    assert told.removesuffix(".") in alt_text(BUCHAREST, TABLES)
    assert "Whom it touches: Albania, " in alt_text(DRAFT, TABLES)
    assert "about" not in alt_of_asked(OURS[1952], TABLES)


def test_names_come_back_from_a_file() -> None:
    lesson = Lesson("One", "", (BUCHAREST,))
    assert 'names = [\n    "ALB",' in write_lesson(lesson)
    assert parse_lesson(write_lesson(lesson), TABLES) == lesson
    assert "names" not in write_lesson(Lesson("One", "", (Stop(2004, "Seven"),)))


@pytest.mark.parametrize("stop", [stop for stop in OURS.values() if stop.names], ids=lambda stop: str(stop.year))
def test_names_give_no_answer_away(stop: Stop) -> None:
    """They are in the words of the question, or more than those who are the answer."""
    then, now = (picture_on(day, TABLES).units for day in (asked_day(stop, TABLES), day_of(stop, TABLES)))
    moved = {unit for unit in stop.names if then[unit].status != now[unit].status}
    told = {unit for unit in stop.names if now[unit].name in stop.question or "two Germanies" in stop.question}
    assert moved <= told or moved < set(stop.names)
