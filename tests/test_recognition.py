"""The legend says of 1949 to 1991 that most Western states did not recognise the annexation of the Baltic states."""

import io
from dataclasses import replace
from datetime import date

import pytest
from pptx import Presentation

from data.cards import cards
from data.ground_note import sentences_of
from data.picture import picture_on
from data.recognition import not_recognised_on
from data.tables import current_tables
from geo.drawing.sheet import SMALL
from geo.lesson.lesson import Lesson, Stop
from geo.picture import svg
from geo.publish.map_words import alt_text
from geo.publish.slides import slides_pptx

TABLES = current_tables()
BALTIC = ("EST", "LVA", "LTU")
NOTE = (
    "Estonia, Latvia and Lithuania: annexed by the Soviet Union in 1940, which most Western states did not recognise."
)
LESSON = Lesson("Lesson", "", (Stop(1989, "Then"), Stop(2004, "Now")))


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(1949, 1, 1), (NOTE,)),
        (date(1990, 12, 31), (NOTE,)),
        (date(1991, 9, 5), (NOTE,)),
        (date(1991, 9, 6), ()),
        (date(2004, 12, 31), ()),
    ],
)
def test_the_note_holds_while_they_were_held(day: date, told: tuple[str, ...]) -> None:
    assert sentences_of(not_recognised_on(day, TABLES)) == told
    noted = sentences_of(picture_on(day, TABLES).ground_notes)
    assert tuple(note for note in noted if "recognise" in note) == told


def test_the_note_follows_the_table() -> None:
    states = TABLES.historical_states.copy()
    states.loc[states["unit"].isin(["EST", "LVA"]), "not_recognised_by"] = ""
    told = sentences_of(not_recognised_on(date(1960, 1, 1), replace(TABLES, historical_states=states)))
    assert told == ("Lithuania: annexed by the Soviet Union in 1940, which most Western states did not recognise.",)


def test_the_rows_rest_on_more_than_one_states_word() -> None:
    rows = TABLES.historical_states[TABLES.historical_states["not_recognised_by"] != ""]
    assert set(rows["unit"]) == set(BALTIC)
    assert all({"S420", "S421"} <= set(sources) for sources in rows["source_ids"])
    assert set(rows["confidence"]) == {"verified"}


@pytest.mark.parametrize("unit", BALTIC)
def test_their_cards_say_so_with_the_sources(unit: str) -> None:
    (note,) = (note for note in cards(TABLES)[unit].notes if note.of == "Soviet Union")
    assert "Most Western states" in note.text
    assert {"S420", "S421"} <= set(note.sources)


def words_of(drawn: str) -> str:
    """The words of a picture, its lines joined by blanks."""
    return " ".join(part.partition("<")[0] for part in drawn.split(">"))


def test_pictures_say_so_in_their_key() -> None:
    assert NOTE in " ".join(words_of(svg(1989, tables=TABLES)).split())
    assert "did not recognise" not in svg(2004, tables=TABLES)
    assert "did not recognise" not in svg(1989, sheet=SMALL, tables=TABLES)


def test_slides_say_so_and_those_who_listen_hear_it() -> None:
    then, now = LESSON.stops
    deck = Presentation(io.BytesIO(slides_pptx(LESSON, TABLES)))
    _cover, first, second, *_ = (
        " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in deck.slides
    )
    assert NOTE in first
    assert "did not recognise" not in second
    assert NOTE in alt_text(then, TABLES)
    assert "did not recognise" not in alt_text(now, TABLES)
