"""What the pupil's page leaves out: no note, no likely wrong answer, nothing that leads a lesson."""

import re
from functools import cache
from pathlib import Path

import pytest
from class_pages import PUPILS, WALL
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.words import classroom_words
from geo.lesson.lesson import Lesson, Stop, current_lesson, write_lesson
from geo.lesson.link import FOR_TEACHERS
from geo.publish.__main__ import main
from geo.publish.class_look import CLASS_LOOK, CLASSROOM, LEADING_LOOK, QUIZ_LOOK
from geo.publish.class_look import LEADING as LEADING_TOPICS
from geo.publish.class_page import (
    Reader,
    class_html,
    current_class_page,
    lesson_payload,
)
from geo.publish.embed_page import EMBED, EMBED_LOOK
from geo.publish.join_page import PHONE, PHONE_LOOK
from geo.wire.routes import ROUTES

LEADING = (
    "eastward-notes",
    "notes_link",
    "createBlank",
    "createSpot",
    "createNotesWindow",
    "createRoomLine",
    "createLive",
)
"""What the script of the teacher's page is known by."""
SAID_TOO = ("QR code of {address}", "{n} of {all} right", "Question {at} of {all}", "Back to the lesson")
"""Words for the teacher that the atlas and the quiz have, too."""
PLAIN = r"[^\"\\<\n]{16,}"


@cache
def page(reader: Reader) -> str:
    return current_class_page(reader).body.decode()


@cache
def client() -> TestClient:
    return TestClient(Starlette(routes=ROUTES))


def told_to_the_teacher() -> list[str]:
    """What JSON writes as it is of all that is said to the teacher alone, but for single words."""
    texts = [text for stop in current_lesson().stops for text in (stop.notes, stop.wrong_answer)]
    told = [text for topic in LEADING_TOPICS for text in classroom_words()[topic].values() if text not in SAID_TOO]
    return [part for text in [*texts, *told] for part in re.findall(PLAIN, text)]


def test_no_note_and_no_wrong_answer_is_in_its_source() -> None:
    parts = told_to_the_teacher()
    assert len(parts) > 50
    assert [part for part in parts if part in page(Reader.PUPIL)] == []
    assert [part for part in parts if part not in page(Reader.TEACHER)] == []


def test_its_payload_has_no_field_for_them() -> None:
    pupils, teachers = (lesson_payload(current_lesson(), reader=reader)["stops"] for reader in Reader)
    for pupil, teacher in zip(pupils, teachers, strict=True):
        assert teacher.keys() - pupil.keys() == FOR_TEACHERS
        assert {**pupil, **{name: teacher[name] for name in FOR_TEACHERS}} == teacher


def test_each_stylesheet_of_the_class_pages_has_its_place_in_their_order() -> None:
    assert sorted(CLASSROOM.rglob("*.css")) == sorted([*CLASS_LOOK, *LEADING_LOOK])


def test_each_stylesheet_of_the_map_alone_and_of_a_phone_has_its_place_in_their_order() -> None:
    assert sorted(EMBED.rglob("*.css")) == sorted(EMBED_LOOK)
    assert [path for path in PHONE_LOOK if path not in {*CLASS_LOOK, *LEADING_LOOK}] == [
        *EMBED_LOOK,
        *PHONE.glob("*.css"),
    ]
    assert set(QUIZ_LOOK) < set(PHONE_LOOK)


def test_what_leads_has_its_look_and_its_words_under_the_same_topics() -> None:
    assert all(path.exists() for path in LEADING_LOOK)
    assert classroom_words().keys() > set(LEADING_TOPICS)


def test_no_look_of_what_leads_is_in_it() -> None:
    classes = {name for path in LEADING_LOOK for name in re.findall(r"\.([a-z]+(?:-[a-z]+)*)", path.read_text())}
    own = {f".{name}" for name in classes if name.partition("-")[0] in {"blank", "ink", "live", "notes", "spot"}}
    assert len(own) > 50
    styles = {reader: page(reader).partition("</style>")[0] for reader in Reader}
    found = {reader: {name for name in own if re.search(rf"\{name}(?![\w-])", text)} for reader, text in styles.items()}
    assert found[Reader.PUPIL] == {".notes"}  # a card has them, too
    assert len(found[Reader.TEACHER]) > 50


def test_no_key_that_leads_is_in_its_script() -> None:
    acts = ("notesBelow", "'blank'", "'spot'", "'draw'", "'live'")
    assert [name for name in acts if name not in page(Reader.TEACHER)] == []
    assert [name for name in acts if name in page(Reader.PUPIL)] == []


def test_nothing_that_leads_is_in_its_script() -> None:
    known = [name for name in LEADING if name in page(Reader.TEACHER)]
    assert known
    assert [name for name in known if name in page(Reader.PUPIL)] == []


@pytest.mark.parametrize(("path", "reader"), [(PUPILS, Reader.PUPIL), (WALL, Reader.TEACHER)])
def test_each_has_its_address(path: str, reader: Reader) -> None:
    answer = client().get(f"/{path}?stop=3")
    assert answer.status_code == 200
    assert answer.content == current_class_page(reader).body


def test_the_file_of_another_lesson_leaves_them_out_too() -> None:
    lesson = Lesson("Mine", "", (Stop(1949, "Twelve", notes="Say hello to 7b.", wrong_answer="Because of Spain."),))
    pupils, teachers = (class_html(lesson, reader=reader).decode() for reader in Reader)
    for line in ("Say hello to 7b.", "Because of Spain."):
        assert line in teachers
        assert line not in pupils


def test_a_release_carries_both_files(tmp_path: Path) -> None:
    lesson = tmp_path / "mine.toml"
    lesson.write_text(write_lesson(Lesson("Mine", "", (Stop(1949, "Twelve", notes="Say hello to 7b."),))))
    assert main(["release", str(tmp_path / "out"), "--lesson", str(lesson)]) == 0
    found = {path.name: "Say hello to 7b." in path.read_text() for path in (tmp_path / "out").iterdir()}
    assert found == {"lesson.html": True, "lesson-pupils.html": False}
    told = (Path(__file__).parent.parent / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    assert all(f"out/{name}" in told for name in found)
