"""An easy question asks for what a class knows: accessions by rule, and what a short list names with its reason."""

import pytest

from data.event_told import event_told
from data.tables import current_tables
from geo.lesson.quiz import MOST_QUESTIONS, questions
from geo.lesson.quiz.well_known import LIST, is_known_event, is_known_speaker, listed

TABLES = current_tables()
EASY = [one for one in questions(TABLES) if one.level == "easy"]
EVENTS = {event_told(row, TABLES).title: row for row in TABLES.events.itertuples()}


def test_the_list_names_rows_of_the_tables_each_once_and_says_why() -> None:
    events = [one["id"] for one in listed()["event"]]
    speakers = [one["name"] for one in listed()["speaker"]]
    assert set(events) <= set(TABLES.events["event_id"])
    assert set(speakers) <= set(TABLES.statements["speaker"])
    assert len(set(events)) == len(events)
    assert len(set(speakers)) == len(speakers)
    assert all(one["why"].strip() for rows in listed().values() for one in rows), LIST


def test_an_easy_order_has_only_events_a_class_knows() -> None:
    asked = {title for one in EASY if one.kind == "order" for title in one.options}
    assert asked
    assert all(is_known_event(EVENTS[title], TABLES) for title in asked)


@pytest.mark.parametrize("words", ["Greenland", "Istanbul Summit", "Bosnia", "Study on", "Strategic Concept"])
def test_what_a_class_cannot_know_is_not_easy(words: str) -> None:
    assert not [one.options for one in EASY if any(words in option for option in one.options)]
    (title,) = [title for title in EVENTS if words in title]
    assert not is_known_event(EVENTS[title], TABLES)


def test_a_day_on_which_states_joined_is_known_by_rule() -> None:
    (row,) = [row for row in EVENTS.values() if row.title == "Finland joins"]
    assert row.event_id not in {one["id"] for one in listed()["event"]}
    assert is_known_event(row, TABLES)


def test_an_easy_quotation_is_of_a_known_speaker_beside_known_ones_and_asks_for_no_place() -> None:
    asked = [one for one in EASY if one.kind == "who"]
    assert len(asked) >= MOST_QUESTIONS // 5
    for one in asked:
        assert all(map(is_known_speaker, one.options))
        assert one.then is None


def test_harder_levels_still_ask_for_the_place() -> None:
    assert all(one.then for one in questions(TABLES) if one.kind == "who" and one.level != "easy")
