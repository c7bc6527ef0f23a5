"""A lesson being made: undo gives back what was, and a stop comes from what the atlas shows."""

from dataclasses import replace

import pytest
from each import for_each
from hypothesis import given
from hypothesis import strategies as st
from made import made_facts

from data.tables import current_tables
from geo.drawing.layers import DRAWN, LAYERS, PLAIN, SHOWN
from geo.lesson.edit import MOST_STEPS, Draft, added, moved, removed, stop_of_address, stop_of_state, with_stop
from geo.lesson.lesson import Lesson, Stop, current_lesson, parse_lesson, write_lesson

TABLES = current_tables()
OURS = current_lesson()
TAG = "<script>alert(1)</script> *a* [b](c) $d$"
stops = st.builds(Stop, year=st.integers(TABLES.first_year, TABLES.last_year), title=st.text(min_size=1, max_size=20))
lessons = st.builds(Lesson, title=st.just("x"), stops=st.lists(stops, min_size=1, max_size=5).map(tuple))


@st.composite
def changes(draw: st.DrawFn) -> tuple[Lesson, Lesson]:
    """A lesson and the same after one change."""
    lesson = draw(lessons)
    at = draw(st.integers(0, len(lesson.stops) - 1))
    kind = draw(st.sampled_from(["stop", "add", "remove", "move", "title"]))
    after = {
        "stop": lambda: with_stop(lesson, at, draw(stops)),
        "add": lambda: added(lesson, at, draw(stops)),
        "remove": lambda: removed(lesson, at),
        "move": lambda: moved(lesson, at, draw(st.integers(-9, 9))),
        "title": lambda: replace(lesson, title=draw(st.text(max_size=9))),
    }[kind]()
    return lesson, after


@given(change=changes())
def test_undo_gives_back_the_lesson_before_and_redo_the_one_after(change: tuple[Lesson, Lesson]) -> None:
    before, after = change
    draft = Draft(before).changed(after)
    assert draft.lesson == after
    assert draft.undone().lesson == before
    assert draft.undone().redone().lesson == after
    assert bool(draft.past) is (before != after)


@given(made=st.lists(lessons, max_size=8))
def test_every_change_can_be_undone_to_the_first(made: list[Lesson]) -> None:
    draft = Draft(OURS)
    for lesson in made:
        draft = draft.changed(lesson)
    while draft.past:
        draft = draft.undone()
    assert draft.lesson == OURS
    assert draft.undone() is draft
    assert Draft(OURS).redone().lesson == OURS


def test_a_new_change_forgets_what_was_undone_and_memory_has_an_end() -> None:
    draft = Draft(OURS).changed(Lesson("a")).undone().changed(Lesson("b"))
    assert not draft.future
    for number in range(MOST_STEPS + 5):
        draft = draft.changed(Lesson(str(number)))
    assert len(draft.past) == MOST_STEPS


@given(lesson=lessons, at=st.integers(0, 4), by=st.integers(-6, 6))
def test_moving_a_stop_keeps_all_of_them(lesson: Lesson, at: int, by: int) -> None:
    at = min(at, len(lesson.stops) - 1)
    after = moved(lesson, at, by).stops
    assert sorted(after, key=repr) == sorted(lesson.stops, key=repr)
    assert after[min(len(after) - 1, max(0, at + by))] == lesson.stops[at]


def test_what_is_typed_comes_back_from_the_file_as_typed() -> None:
    lesson = Lesson(TAG, TAG, (Stop(1999, TAG[:60], text=TAG, question=TAG, notes=TAG + "\n\n" + TAG),))
    assert parse_lesson(write_lesson(lesson), TABLES) == lesson


def test_a_stop_is_what_the_atlas_shows() -> None:
    shown = {
        "year": 2004,
        "view": "baltic",
        "layers": "front,names",
        "country": "EST",
        "statement": None,
        "draft": "nato-4",
    }
    stop = stop_of_state(shown, TABLES)
    assert (stop.year, stop.view, stop.layers, stop.focus) == (2004, "baltic", ("front", "names"), ("EST",))
    assert (stop.statement, stop.draft) == ("", "nato-4")


@pytest.mark.parametrize(
    "shown", [{}, {"year": "2004"}, {"year": 1900}, {"year": 2004, "view": "moon"}, {"year": 2004, "country": "XXX"}]
)
def test_a_state_the_atlas_cannot_have_is_refused(shown: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="expected"):
        stop_of_state(shown, TABLES)


def test_an_address_becomes_a_stop() -> None:
    stop = stop_of_address(" http://127.0.0.1:8501/?year=2004&country=EST&view=baltic&layers=names ", TABLES)
    assert (stop.year, stop.focus, stop.view, stop.layers) == (2004, ("EST",), "baltic", ("names",))
    stop = stop_of_address("?statement=2007-02-10-putin-munich&layers=none", TABLES)
    assert (stop.year, stop.statement, stop.layers) == (2007, "2007-02-10-putin-munich", ())


def test_an_address_without_layers_has_those_of_the_atlas_and_a_file_those_it_always_had() -> None:
    assert stop_of_address("?year=2004", TABLES).layers == SHOWN
    assert stop_of_address("?year=2004&layers=", TABLES).layers == SHOWN
    assert stop_of_state({"year": 2004}, TABLES).layers == SHOWN
    assert stop_of_state({"year": 2004, "layers": ""}, TABLES).layers == ()
    (stop,) = parse_lesson('title = "T"\n[[stop]]\nyear = 2004\ntitle = "A"', TABLES).stops
    assert stop.layers == PLAIN == ("front", "names")


def test_what_an_address_says_twice_is_read_as_the_atlas_reads_it() -> None:
    assert stop_of_address("?year=2004&year=1999&words=nato", TABLES).year == 2004


def test_layers_have_one_source_for_browser_pictures_and_lessons() -> None:
    facts = made_facts()
    assert (tuple(facts["layers"]), tuple(facts["layers_shown"])) == (LAYERS, SHOWN)
    assert set(SHOWN) | set(PLAIN) | set(DRAWN) <= set(LAYERS)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("?year=2004&colour=red&embed=true", "'colour', 'embed' in the address; expected only day, year, country"),
        ("?year=" + "9" * 5000, "has no year; expected an address"),
        ("?year=2004&view=" + "x" * 5000, "…; expected one that the atlas has"),
        ("?year=2004&" + "x" * 5000 + "=1", "… in the address; expected only"),
        ("http://[?year=2004", "expected an address of the atlas"),
        ("?year=٢٠٠٤", "has no year"),
    ],
)
def test_junk_in_an_address_is_told_in_short(address: str, told: str) -> None:
    with pytest.raises(ValueError, match="expected") as caught:
        stop_of_address(address, TABLES)
    assert told in str(caught.value)
    assert len(str(caught.value)) < 300


@for_each(
    "address",
    [
        *("", "hello", "?year=", "?year=19x", "?year=1900", "?year=2004&view=moon", "?year=2004&layers=x"),
        *("?year=2004&statement=x", "?year=2004&country=XXX", "?year=2004&draft=x"),
    ],
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        stop_of_address(address, TABLES)
