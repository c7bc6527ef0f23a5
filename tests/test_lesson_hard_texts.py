"""A lesson that the gate lets in can be given away: slides and class page are made, whatever its texts."""

import io
import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation

from data.tables import current_tables
from geo.drawing.drawn import Drawn
from geo.lesson.head import HEAD_LONGEST
from geo.lesson.lesson import LONGEST, Lesson, Stop, parse_lesson, write_lesson
from geo.publish.class_page import class_html, lesson_payload
from geo.publish.slides import slides_pptx
from geo.publish.stop_picture import stop_pictures
from geo.publish.unbroken import NO_BREAK, unbroken

TABLES = current_tables()
MARKUP = ["]]>", "</script>", "<!--", "&amp;", "${title}", "$$", '"', "'", "\\", " "]
WRITING = ["שלום", "مرحبا", "\u202e", "\u2028", "\U0001f30d", "W" * 60]
SIGNS = st.characters(exclude_categories=("Cs", "Cc", "Cn"))
HARD = st.lists(st.sampled_from([*MARKUP, *WRITING]) | SIGNS, max_size=12).map("".join)


def hard(most: int) -> st.SearchStrategy[str]:
    return HARD.map(lambda text: text[:most])


def titles(most: int) -> st.SearchStrategy[str]:
    return hard(most).filter(str.strip)


FIELDS = {key: titles(most) if key == "title" else hard(most) for key, most in LONGEST.items()}
LESSONS = st.builds(
    Lesson,
    title=titles(HEAD_LONGEST["title"]),
    subtitle=hard(HEAD_LONGEST["subtitle"]),
    stops=st.lists(st.builds(Stop, year=st.just(2004), **FIELDS), min_size=1, max_size=2).map(tuple),
)
FULL = Lesson(
    **{key: "W" * most for key, most in HEAD_LONGEST.items()},
    stops=(Stop(year=2004, **{key: "W" * most for key, most in LONGEST.items()}),),
)


@pytest.fixture(scope="module")
def painted() -> tuple[bytes, Drawn]:
    return next(stop_pictures([(Stop(year=2004, title="A"), False)], 64, TABLES))


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lesson=LESSONS)
def test_hard_texts_stand_in_slides_and_class_page(
    lesson: Lesson, painted: tuple[bytes, Drawn], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The map has none of the texts.
    monkeypatch.setattr("geo.publish.slides.stop_pictures", lambda shown, *_args, **_named: (painted for _ in shown))
    monkeypatch.setattr("geo.publish.class_page.bank", lambda _: [])  # nor has the quiz
    is_given_away(lesson)


def test_the_longest_texts_stand_in_slides_and_class_page() -> None:
    is_given_away(FULL)


def breaking(text: str) -> str:
    """A text whose last words may stand on two lines."""
    return text.replace(NO_BREAK, " ")


def is_given_away(lesson: Lesson) -> None:
    lesson = parse_lesson(write_lesson(lesson), TABLES)
    deck = Presentation(io.BytesIO(slides_pptx(lesson, TABLES)))
    assert deck.core_properties.title == lesson.title
    titles = [slide.shapes.title.text for slide in list(deck.slides)[1 : 1 + len(lesson.stops)]]
    assert list(map(breaking, titles)) == [breaking(stop.title) for stop in lesson.stops]
    page = class_html(lesson, TABLES).decode()
    (inside,) = re.findall(r'<script[^>]*id="lesson"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert json.loads(inside) == json.loads(json.dumps(lesson_payload(lesson)))


def test_spaces_at_the_end_of_a_title_stay_what_they_are() -> None:
    assert unbroken("a title of  ") == "a title of  "
