"""Lessons: what is written is read back, and what is wrong is told by line and field."""

import pytest
from each import for_each
from hypothesis import given
from hypothesis import strategies as st

from data.tables import current_tables
from geo.drawing.layers import LAYERS
from geo.errors import LessonError
from geo.lesson.lesson import Lesson, Stop, parse_lesson, stop_problems, write_lesson

TABLES = current_tables()
YEARS = st.integers(TABLES.first_year, TABLES.last_year)
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
UNITS = st.lists(st.sampled_from(sorted(TABLES.units["unit"])), max_size=3).map(tuple)
STOPS = st.builds(
    Stop,
    year=YEARS,
    title=TEXTS.filter(str.strip),
    focus=UNITS,
    names=UNITS,
    layers=st.lists(st.sampled_from(LAYERS), max_size=4).map(tuple),
    text=TEXTS,
    question=TEXTS,
    notes=TEXTS,
)
GOOD = '[[stop]]\nyear = 2004\ntitle = "Seven"\n'


@given(st.lists(STOPS, min_size=1, max_size=4))
def test_a_written_lesson_is_read_back(stops: list[Stop]) -> None:
    lesson = Lesson("A <script>", "of stops", tuple(stops))
    assert parse_lesson(write_lesson(lesson), TABLES) == lesson


@for_each(
    "text, told",
    [
        ('title = "T"\n\n[[stop]]\nyear = 1900\ntitle = "A"\n', "lesson.toml line 4: stop 1, year: 1900; expected"),
        ('title = "T"\n' + GOOD + "view = 'moon'\n", "line 5: stop 1, view: 'moon'; expected one of europe"),
        ('title = "T"\n' + GOOD + "focus = ['POL', 'ATL']\n", "line 5: stop 1, focus: 'ATL'; expected ids"),
        ('title = "T"\n' + GOOD + "names = ['ATL']\n", "line 5: stop 1, names: 'ATL'; expected ids of countries"),
        ('title = "T"\n' + GOOD + "colour = 'red'\n", "line 5: stop 1, colour: unknown; expected one of year"),
        ('title = "T"\n' + GOOD + "minutes = 0\n", "line 5: stop 1, minutes: 0; expected a number above 0"),
        ('title = "T"\n' + GOOD + "before = 2004\n", "line 5: stop 1, before: 2004; expected a year from"),
        ('title = "T"\n' + GOOD + "before = false\n", "line 5: stop 1, before: False; expected a year from"),
        ('title = "T"\n' + GOOD + "text = '''\nyear = 1\n'''\nstatement = 'x'\n", "line 8: stop 1, statement: 'x'"),
        (f'title = "T"\n{GOOD}text = "{"a" * 400}"\n', "line 5: stop 1, text: 400 characters; expected at most"),
        ('title = "T"\n' + GOOD + "[[stop]]\ntitle = 'B'\n", "line 5: stop 2, year: None; expected a year"),
        (GOOD, "line 1: title: 'nothing'; expected the title of the lesson"),
        ('title = "T"\n', "line 1: stop: no stop; expected [[stop]] at least once"),
        ("title = ", "expected TOML"),
    ],
)
def test_what_is_wrong_is_told_by_line_and_field(text: str, told: str) -> None:
    with pytest.raises(LessonError) as caught:
        parse_lesson(text, TABLES)
    assert told in str(caught.value)


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(LessonError) as caught:
        parse_lesson('title = "T"\n' + GOOD.replace("2004", "1") + "view = 'moon'\ndraft = 'x'\n", TABLES)
    assert len(caught.value.problems) == 3


def test_a_stop_alone_is_checked_by_field() -> None:
    assert stop_problems(Stop(year=2004, title="Seven"), TABLES) == []
    assert stop_problems(Stop(year=2004, title=" "), TABLES) == ["title: nothing; expected a title"]
