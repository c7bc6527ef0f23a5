"""The page on which a lesson is made, driven as a reader would."""

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)

from geo.lesson.edit import Draft
from geo.lesson.lesson import current_lesson, write_lesson
from geo.publish.jobs import Jobs

PAGE = Path(__file__).parent.parent / "pages" / "lesson.py"
PATIENCE_S = 60
TAG = "<script>alert(1)</script> **b** [l](x)"
OURS = current_lesson()


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(PAGE, default_timeout=PATIENCE_S).run()


def press(app: AppTest, label: str) -> AppTest:
    (button,) = (each for each in app.button if each.label == label)
    button.click().run()
    assert not app.exception
    return app


def draft(app: AppTest) -> Draft:
    found = app.session_state["draft"]
    assert isinstance(found, Draft)
    return found


def titles(app: AppTest) -> list[str]:
    return [stop.title for stop in draft(app).lesson.stops]


def field(app: AppTest, kind: str, label: str) -> object:
    (found,) = (each for each in getattr(app, kind) if each.label == label)
    return found


def test_it_begins_with_the_atlas_s_own_lesson(app: AppTest) -> None:
    assert not app.exception
    assert draft(app).lesson == OURS
    assert len(app.radio[0].options) == len(OURS.stops)
    assert not [warning.value for warning in app.warning]
    assert sum('"take"' in component.proto.json for component in app.get("bidi_component")) == 1


def test_a_stop_that_does_not_halt_has_no_year_0(app: AppTest) -> None:
    at = next(i for i, stop in enumerate(OURS.stops) if stop.before)
    assert not OURS.stops[0].before
    assert field(app, "number_input", "Halt before, at year").value is None  # type: ignore[attr-defined]
    app.radio[0].set_value(at).run()
    halt = field(app, "number_input", "Halt before, at year")
    assert halt.value == OURS.stops[at].before  # type: ignore[attr-defined]
    halt.set_value(None).run()  # type: ignore[attr-defined]
    assert draft(app).lesson.stops[at].before == 0
    assert not app.exception


def test_fields_are_kept_and_undone_and_shown_as_typed(app: AppTest) -> None:
    field(app, "text_input", "Title").set_value(TAG).run()
    field(app, "text_area", "Question").set_value("Why?").run()
    assert (draft(app).lesson.stops[0].title, draft(app).lesson.stops[0].question) == (TAG, "Why?")
    assert "\\<script\\>" in app.radio[0].options[0]
    press(app, "Undo")
    press(app, "Undo")
    assert draft(app).lesson == OURS
    assert field(app, "text_input", "Title").value == OURS.stops[0].title
    press(app, "Redo")
    assert field(app, "text_input", "Title").value == TAG


@pytest.mark.parametrize("act", ["Down", "Duplicate", "Delete", "Show in the atlas", "Begin with an empty one", "Undo"])
def test_words_typed_just_before_a_press_are_kept(app: AppTest, act: str) -> None:
    field(app, "text_input", "Title").set_value("Before").run()
    field(app, "text_input", "Title").set_value("Mine")
    field(app, "text_input", "Title of the lesson").set_value("Ours")
    press(app, act)
    steps = [*draft(app).past, draft(app).lesson, *draft(app).future]
    assert any(step.title == "Ours" and step.stops and step.stops[0].title == "Mine" for step in steps)


def test_another_stop_chosen_right_after_typing_keeps_the_words_where_they_were_typed(app: AppTest) -> None:
    field(app, "text_area", "Question").set_value("Why?")
    app.radio[0].set_value(3).run()
    assert draft(app).lesson.stops[0].question == "Why?"
    assert draft(app).lesson.stops[1:] == OURS.stops[1:]
    assert field(app, "text_area", "Question").value == OURS.stops[3].question


def test_stops_are_ordered_doubled_and_deleted(app: AppTest) -> None:
    three = replace(OURS, stops=OURS.stops[:3])
    app.file_uploader[0].upload("three.toml", write_lesson(three).encode(), "application/toml").run()
    names = titles(app)
    press(app, "Down")
    assert titles(app)[:2] == [names[1], names[0]]
    assert field(app, "text_input", "Title").value == names[0]
    press(app, "Duplicate")
    assert titles(app)[:3] == [names[1], names[0], names[0]]
    press(app, "Delete")
    assert titles(app) == [names[1], names[0], *names[2:]]
    press(app, "Up")
    assert titles(app)[:3] == [names[1], names[2], names[0]]
    for _ in names:
        press(app, "Delete")
    assert not titles(app)
    assert "There is no stop yet" in app.info[0].value
    while draft(app).past:
        press(app, "Undo")
    assert draft(app).lesson == OURS


def test_another_stop_is_chosen_and_its_fields_are_shown(app: AppTest) -> None:
    app.radio[0].set_value(7).run()
    assert field(app, "text_input", "Title").value == OURS.stops[7].title
    assert list(field(app, "multiselect", "Countries outlined").value) == list(OURS.stops[7].focus)
    assert draft(app).lesson == OURS


def test_an_address_is_taken_as_a_stop_and_a_wrong_one_is_told(app: AppTest) -> None:
    label = "Or paste an address of the atlas"
    field(app, "text_input", label).set_value("http://x/?year=1999&country=POL").run()
    assert (draft(app).lesson.stops[1].year, draft(app).lesson.stops[1].focus) == (1999, ("POL",))
    assert "Stop 2 shows 1999" in app.success[0].value
    field(app, "text_input", label).set_value("http://x/?year=1800").run()
    assert len(draft(app).lesson.stops) == len(OURS.stops) + 1
    assert "expected" in app.error[0].value
    assert field(app, "text_input", label).value == "http://x/?year=1800"


def test_a_file_that_is_wrong_says_where_and_loses_nothing(app: AppTest) -> None:
    field(app, "text_input", "Title").set_value("Mine").run()
    wrong = b'title = "x"\n[[stop]]\nyear = 1900\ntitle = "y"\n'
    app.file_uploader[0].upload("wrong.toml", wrong, "application/toml").run()
    assert not app.exception
    told = app.error[0].value.replace("\\", "")
    for part in ("wrong.toml line 3", "stop 1, year", "1900", "expected a year from"):
        assert part in told
    assert draft(app).lesson.stops[0].title == "Mine"
    app.file_uploader[0].upload("right.toml", write_lesson(OURS).encode(), "application/toml").run()
    assert draft(app).lesson == OURS
    press(app, "Undo")
    assert draft(app).lesson.stops[0].title == "Mine"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("latin.toml", "title = 'Å'".encode("latin-1"), "is not UTF"),
        ("deep.toml", b"a = " + b"[" * 100_000, "brackets within brackets"),
        ("none.toml", b"", "expected"),
    ],
)
def test_what_is_no_lesson_is_told(app: AppTest, name: str, content: bytes, told: str) -> None:
    app.file_uploader[0].upload(name, content, "application/toml").run()
    assert not app.exception
    assert told in app.error[0].value
    assert draft(app).lesson == OURS


def test_a_file_from_an_editor_that_marks_its_encoding_is_loaded(app: AppTest) -> None:
    mine = replace(OURS, title="Mine", stops=(replace(OURS.stops[0], minutes=0.25),))
    app.file_uploader[0].upload("mine.toml", write_lesson(mine).encode("utf-8-sig"), "application/toml").run()
    assert not app.exception
    assert draft(app).lesson == mine


def test_a_faulty_stop_is_told_beside_its_fields_and_nothing_is_made_of_it(app: AppTest) -> None:
    field(app, "text_input", "Title").set_value("").run()
    assert any("title" in warning.value for warning in app.warning)
    makes = [each for each in app.button if each.label.startswith("Make ")]
    assert [each.disabled for each in makes] == [True] * 7 + [False] * 5


def test_what_is_made_can_be_fetched(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = Jobs()
    monkeypatch.setattr("geo.publish.jobs.JOBS", jobs)
    app.run()
    makes = [each for each in app.button if each.label.startswith("Make ")]
    makes[0].click().run()
    assert not app.exception
    (job,) = jobs._jobs.values()
    assert job.future.result(PATIENCE_S).startswith(b"<!doctype html>")
    app.run()
    assert any("Download lesson.html" in each.label for each in app.get("download_button"))
