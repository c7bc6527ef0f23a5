"""What really crosses to the browser is what its types say: the TypeScript compiler judges the payloads as literals."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from made import made_facts, made_membership, made_view

from data.memberships.reader import current_membership
from data.tables import current_tables
from geo.drawing.views import VIEWS
from geo.lesson.lesson import current_lesson
from geo.lesson.quiz import bank
from geo.publish.class_page import LIMITS, Reader, lesson_payload
from geo.wire.ear import ear_payload
from geo.wire.facts import sources_payload
from geo.wire.forces import force_details
from geo.wire.laid_over import laid_over
from geo.wire.membership_facts import choices
from geo.wire.strict_json import Json, to_json

ROOT = Path(__file__).parent.parent
TABLES = current_tables()
Judge = Callable[[str, str, Json], str]


@pytest.fixture(scope="module")
def judge(program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Judge:
    """`judge(room, name, payload)`: what the compiler has against a payload as a literal of a type of the room."""
    compiler = program(str(ROOT / "node_modules" / ".bin" / "tsc"))
    folder = tmp_path_factory.mktemp("payload")

    def found(room: str, name: str, payload: Json) -> str:
        types = (ROOT / "geo" / room / "payload").as_posix()
        literal = folder / f"{name}.ts"
        literal.write_text(
            f"import type {{{name}}} from '{types}';\nexport const literal: {name} = {to_json(payload)};\n",
            encoding="utf-8",
        )
        command = [compiler, "--noEmit", "--strict", "--skipLibCheck", "--types", "", literal]
        return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False).stdout

    return found


def test_the_facts_are_what_their_type_says(judge: Judge) -> None:
    assert judge("atlas", "RawFacts", made_facts()) == ""


def test_the_facts_of_another_membership_are_of_the_same_type(judge: Judge) -> None:
    assert judge("atlas", "RawFacts", made_membership("eu")) == ""


def test_the_memberships_to_choose_are_what_their_type_says(judge: Judge) -> None:
    assert judge("atlas", "Choices", choices(TABLES)) == ""


def test_what_is_laid_over_is_what_its_type_says(judge: Judge) -> None:
    assert judge("atlas", "LaidOver", laid_over(current_membership("eu"))) == ""


def test_the_details_of_the_forces_are_what_their_type_says(judge: Judge) -> None:
    assert judge("atlas", "ForceDetails", force_details(TABLES)) == ""


def test_the_sources_are_what_their_type_says(judge: Judge) -> None:
    assert judge("atlas", "Sources", sources_payload(TABLES)) == ""


def test_what_is_told_by_ear_is_what_its_type_says(judge: Judge) -> None:
    assert judge("atlas", "EarData", ear_payload()) == ""


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_what_its_type_says(judge: Judge, name: str) -> None:
    assert judge("atlas", "View", made_view(name)) == ""


def test_the_lesson_is_what_its_type_says(judge: Judge) -> None:
    assert judge("classroom", "TeachersLesson", lesson_payload(current_lesson(), TABLES)) == ""
    assert judge("classroom", "Lesson", lesson_payload(current_lesson(), TABLES, Reader.PUPIL)) == ""
    assert judge("classroom", "Limits", LIMITS) == ""


def test_the_questions_are_what_their_type_says(judge: Judge) -> None:
    assert judge("classroom", "Bank", bank(TABLES)) == ""


def test_a_payload_that_has_more_or_less_or_other_than_its_type_is_found(judge: Judge) -> None:
    lesson = lesson_payload(current_lesson(), TABLES, Reader.PUPIL)
    first, *_ = lesson["stops"]
    assert "'\"colour\"' does not exist" in judge("classroom", "Lesson", {**lesson, "colour": "red"})
    assert "'stops' is missing" in judge("classroom", "Lesson", {key: lesson[key] for key in lesson if key != "stops"})
    assert "not assignable to type 'number'" in judge(
        "classroom", "Lesson", {**lesson, "stops": [{**first, "day": ""}]}
    )
