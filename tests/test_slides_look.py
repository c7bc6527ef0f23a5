"""How slides are set: keys that fit, days as they are said, short names in full, answers where the options were."""

import io
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from pptx import Presentation

from data.memberships.laid_over import ground_of_members, told_of_members
from data.memberships.shipped import shipped
from data.memberships.told import picture_when
from data.tables import current_tables
from data.vocabulary import Stance
from geo.drawing.beside import source_of
from geo.drawing.drawn import Drawn
from geo.drawing.key import ALSO, BERLIN, DISPUTES, DRAFT, LEAD, OVER, UNCOVERED_BERLIN, Row
from geo.drawing.number_rows import number_row, numbers_in_a_row
from geo.drawing.offered import laid_over_on
from geo.drawing.svg import wrapped
from geo.lesson.lesson import Lesson, Stop, current_lesson, day_of
from geo.publish import slide_key, slides
from geo.publish.slide_key import fits
from geo.publish.slide_room import ended
from geo.publish.slide_text import PX
from geo.publish.slides import slides_pptx
from geo.publish.stop_picture import STOP, asked_day, pictures_of, stop_drawn, stop_pictures
from geo.publish.unbroken import NO_BREAK, unbroken, with_whole_dates

TABLES = current_tables()
OURS = current_lesson()


def deck(lesson: Lesson, over: str = "") -> list[Any]:
    return list(Presentation(io.BytesIO(slides_pptx(lesson, TABLES, over=over))).slides)


def texts(slide: Any) -> list[str]:
    """The texts of a slide as they are read: what holds words on one line is a space."""
    return [shape.text_frame.text.replace(NO_BREAK, " ") for shape in slide.shapes if shape.has_text_frame]


@pytest.fixture(scope="module")
def drawn_stops() -> list[tuple[Stop, bool, Drawn]]:
    """Every map of the lesson, before its answer and after."""
    return [(stop, asked, stop_drawn(stop, TABLES, asked=asked)) for stop, asked in pictures_of(OURS)]


ROOM = 240
"""Px that a key of a slide has at least."""
BELOW_IT = {DRAFT, *DISPUTES, BERLIN, UNCOVERED_BERLIN, *Stance}
BELOW_IT |= {"contested", "badge", "chosen", "arc"}
"""Signs whose rows come after that of what lies over a map."""


def laid_under(made: Drawn, stop: Stop, day: date, over: str) -> Drawn:
    """A map with the row and the source of a membership, as if it were laid over it, in no time.

    It has them even where none of its members is in sight: a key that is longer than the true one.
    """
    rows = [row for row in made.key if row.sign != over]
    if over and ground_of_members(shipped(over), day):
        at = next((at for at, row in enumerate(rows) if row.sign in BELOW_IT), len(rows))
        rows.insert(at, Row(OVER, f"key.{OVER}", (told_of_members(shipped(over), day),)))
        made = replace(made, source=source_of(picture_when(day, TABLES), stop.view, over))
    return replace(made, key=tuple(rows))


@pytest.mark.parametrize("over", ["", *laid_over_on(None)])
def test_the_key_of_every_stop_fits_above_the_source(
    over: str, drawn_stops: list[tuple[Stop, bool, Drawn]], monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms: list[bool] = []

    def look(_slide: Any, rows: Any, notes: Any, _theme: Any, room: tuple[float, float, float, float]) -> None:
        rooms.append(fits(rows, notes, *room[2:]))

    monkeypatch.setattr(slides, "add_key", look)
    monkeypatch.setattr(slides, "write", lambda *_, **__: None)
    monkeypatch.setattr(slides, "box", lambda *_: None)
    for stop, asked, plain in drawn_stops:
        made = laid_under(plain, stop, asked_day(stop, TABLES) if asked else day_of(stop, TABLES), over)
        foot = slides._foot(made, slides.names_of(stop, made, TABLES, over, asked=asked))
        slides._beneath(None, made, TABLES, foot, slides.WIDE)
    assert len(rooms) == len(drawn_stops)
    assert all(rooms), [stop.title for (stop, *_), fit in zip(drawn_stops, rooms, strict=True) if not fit]


def test_a_key_is_one_grid_of_one_size(drawn_stops: list[tuple[Stop, bool, Drawn]]) -> None:
    """Columns filled in order: no block at an end of one could go over and leave it and its neighbour more alike.

    The list of numbers goes on in another column or is a row where the key would not stand there otherwise, and the
    last one at worst.
    """
    for stop, _, made in drawn_stops:
        grid = slide_key._largest(made.key, made.notes, slides.WIDE, ROOM)
        cells = [cell for column in grid.columns for cell in column]
        in_a_row = numbers_in_a_row(made.key)
        last = sorted(in_a_row, key=lambda row: row.is_also)
        for rows, is_whole in ((made.key, True), (made.key, False), (in_a_row, True), (last, True)):
            told = slide_key._told(rows, made.notes)
            size = slide_key.MOST, slide_key.LEAST, slide_key.CLOSE
            if slide_key._grid(told, slides.WIDE, *size, is_whole=is_whole).stands_in(ROOM):
                break
        assert [(row, words) for row, words, _ in cells] == told, stop.title
        for one, other in pairwise(grid.columns):
            last, first = (slide_key._blocks(part, is_whole=is_whole)[at] for part, at in ((one, -1), (other, 0)))
            high, low, *ends = (_height(cells, grid) for cells in (one, other, last, first))
            assert abs(high - low) < max(ends) + 1, stop.title


def _height(cells: list[Any], grid: Any) -> float:
    return sum(slide_key._height(cell, grid.size, grid.between) for cell in cells)


def test_what_leads_in_stands_with_its_list() -> None:
    rows = [Row("joined", "key.joined"), Row(LEAD, "key.numbers"), *(number_row(str(at), "Name") for at in range(9))]
    for count in range(2, 12):
        grid = slide_key._grid(slide_key._told(rows[:count], ()), 1800, 4, 30, 0.4)
        assert not [column for column in grid.columns if column[-1][0].is_lead and count > 2]
        assert len({cell[0].sign for column in grid.columns for cell in column}) == count
    listed = [number_row("1", "Name"), Row(ALSO, "key.over", ("Others",))]
    assert [len(block) for block in slide_key._grid(slide_key._told(listed, ()), 400, 1, 30, 0.4).blocks] == [2]


@pytest.mark.parametrize("over", laid_over_on(None))
def test_what_is_laid_under_for_the_keys_is_what_a_map_is_drawn_with(
    over: str, drawn_stops: list[tuple[Stop, bool, Drawn]]
) -> None:
    has = [bool(ground_of_members(shipped(over), day_of(stop, TABLES))) for stop, *_ in drawn_stops]
    last_with_it = len(has) - 1 - has[::-1].index(True)
    for at in {last_with_it, len(has) - 1}:
        stop, asked, plain = drawn_stops[at]
        really = stop_drawn(stop, TABLES, asked=asked, over=over)
        made = laid_under(plain, stop, day_of(stop, TABLES), over)
        assert not asked
        assert (made.key, made.source, made.notes) == (really.key, really.source, really.notes)
        assert (OVER in {row.sign for row in really.key}) == has[at]


def test_a_day_has_a_line_and_beneath_it_stands_what_lies_over_the_map() -> None:
    stops = (Stop(1999, "Three", day="1999-03-12"), Stop(1970, "Sixteen"))
    first, second = (texts(slide)[1] for slide in deck(Lesson("L", "", stops), "schengen")[1:3])
    assert first == "12 March 1999\nwith the Schengen area"
    assert second == "1970", "when there was none"


def test_the_last_line_of_a_title_is_about_as_long_as_the_others() -> None:
    question = "NATO has 14 members. Who comes fifteenth, and what happens eight days later?"
    assert wrapped(question, 52, 1680, bold=True)[-1] == "days later?", "as it would break"
    kept = ended(question, 52, 1680, bold=True).split(" ")[-1]
    assert kept.replace(NO_BREAK, " ") == "and what happens eight days later?"
    assert ended(question, 52, 1680) == question
    assert ended("Who joined in 1949?", 52, 1680, bold=True) == unbroken("Who joined in 1949?")


def test_a_date_and_the_last_words_of_a_text_stay_on_one_line() -> None:
    assert with_whole_dates("Washington, 2 April 1949").split(" ") == ["Washington,", "2\u00a0April\u00a01949"]
    assert unbroken("32 members in July 2026").split(" ")[-1] == "in\u00a0July\u00a02026"
    assert unbroken("the last before the Cold War ends").endswith(" War\u00a0ends")
    assert unbroken("Two words") == "Two words"
    assert unbroken("may 12 members march on 8 tanks") == "may 12 members march on 8\u00a0tanks"
    assert unbroken("the last before the Cold War ends", bold=False).endswith(" War ends")
    for other in ("5 Mayors met", "2 Marches in 1963", "3 Augusta 1999"):
        assert with_whole_dates(other) == other
    assert with_whole_dates("5 May, 6 May") == "5\u00a0May, 6\u00a0May"
    assert unbroken("a counterrevolution internationally") == "a counterrevolution internationally"


def test_short_names_of_the_words_on_a_slide_are_told_in_full() -> None:
    (slide,) = deck(Lesson("L", "", (Stop(2022, "War", layers=("front", "names")),)))[1:2]
    said = "\n".join(texts(slide))
    for told in (
        "MAP: Membership Action Plan",
        "PfP: Partnership",
        "EAPC: Euro-Atlantic",
        "CSTO: Collective Security",
    ):
        assert told in said
    made = Drawn(STOP, "", "", (1, 0, 0), "", (), (), (), ())
    asking = Stop(2004, "Seven", question="What had PfP to do with it?")
    assert slides.names_of(asking, made, TABLES, "", asked=False) == "PfP: Partnership for Peace."


def test_answers_stay_where_the_options_were(monkeypatch: pytest.MonkeyPatch) -> None:
    stops = (Stop(2004, "Seven"),)
    painted: tuple[bytes, Drawn] = next(stop_pictures([(stops[0], False)], 64, TABLES))
    monkeypatch.setattr("geo.publish.slides.stop_pictures", lambda shown, *_args, **_named: (painted for _ in shown))
    made = deck(Lesson("L", "", stops, exit=OURS.exit))[2:]
    for question, asked, answered in zip(OURS.exit, made[::2], made[1::2], strict=False):
        letters = [f"{chr(ord('A') + at)}\t{option}" for at, option in enumerate(question.options)]
        places = [
            {each.text_frame.text.replace(NO_BREAK, " "): (each.left, each.top, each.height) for each in slide.shapes}
            for slide in (asked, answered)
        ]
        assert [places[0][each] for each in letters] == [places[1][each] for each in letters]
        assert all(top + height <= 1080 * PX for _, top, height in places[1].values())
        assert any(text.endswith(f"the answer is {chr(ord('A') + question.right)}") for text in texts(answered))
        assert not any("the answer is" in text for text in texts(asked))


def test_answers_take_the_room_of_their_slide(monkeypatch: pytest.MonkeyPatch) -> None:
    stops = (Stop(2004, "Seven"),)
    painted: tuple[bytes, Drawn] = next(stop_pictures([(stops[0], False)], 64, TABLES))
    monkeypatch.setattr("geo.publish.slides.stop_pictures", lambda shown, *_args, **_named: (painted for _ in shown))
    for question in OURS.starter:
        (slide,) = deck(Lesson("L", "", stops, starter=(question,)))[1:2]
        answers = [shape for shape in slide.shapes if shape.has_text_frame and "\t" in shape.text_frame.text]
        assert max(shape.top + shape.height for shape in answers) > 800 * PX
        assert len({shape.height for shape in answers}) == 1


def test_no_option_of_a_question_is_too_long_for_its_slide(monkeypatch: pytest.MonkeyPatch) -> None:
    stops = (Stop(2004, "Seven"),)
    painted: tuple[bytes, Drawn] = next(stop_pictures([(stops[0], False)], 64, TABLES))
    monkeypatch.setattr("geo.publish.slides.stop_pictures", lambda shown, *_args, **_named: (painted for _ in shown))
    long = replace(OURS.exit[0], prompt="which " * 26, options=("an answer " * 10,) * 5, why="because " * 37)
    for slide in deck(Lesson("L", "", stops, exit=(long,)))[2:4]:
        assert max(shape.top + shape.height for shape in slide.shapes) <= 1080 * PX
