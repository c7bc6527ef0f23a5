"""The own lesson as a browser keeps it: taken back by its page, or put aside where it does not hold."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from each import for_each
from hypothesis import given
from hypothesis import strategies as st
from paged import opened
from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)

from data.gate.limits import MOST_TOML_BYTES as MOST_BYTES
from data.words import words
from geo.lesson.edit import Draft
from geo.lesson.lesson import Lesson, Stop, current_lesson, write_lesson
from pages.parts import lesson_kept
from pages.parts.lesson_kept import with_typed

OURS = current_lesson()
MINE = replace(OURS, title="Mine", stops=OURS.stops[:3])
BROKEN = write_lesson(MINE).replace("year = 1952", "year = 1852")
text = words()["lesson_page"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=20), inner, max_size=3),
)


@pytest.fixture
def app() -> AppTest:
    return opened("lesson")


def given_back(app: AppTest, monkeypatch: pytest.MonkeyPatch, found: dict[str, Any]) -> AppTest:
    """The page after a browser gave back what it keeps."""
    waiting: list[Callable[[], None]] = [lambda: lesson_kept.take_back(found)]
    keep = lesson_kept.keep_in_browser

    def first_take_back() -> None:
        if waiting:
            lesson_kept.state.setdefault("kept_aside", ())
            waiting.pop()()
        keep()

    monkeypatch.setattr(lesson_kept, "keep_in_browser", first_take_back)
    app.run()
    assert not app.exception
    return app


def draft(app: AppTest) -> Draft:
    found = app.session_state["draft"]
    assert isinstance(found, Draft)
    return found


def told(app: AppTest) -> dict[str, Any]:
    """What the page told the browser to keep."""
    (found,) = (json.loads(each.proto.json) for each in app.get("bidi_component") if "isFresh" in each.proto.json)
    assert isinstance(found, dict)
    return found


def labelled(app: AppTest, kind: str, label: str) -> Any:
    (found,) = (each for each in getattr(app, kind) if each.label == label)
    return found


def test_a_first_visit_has_nothing_to_keep_and_asks_what_there_is(app: AppTest) -> None:
    assert (told(app)["isFresh"], told(app)["isOwn"]) == (True, False)
    assert told(app)["text"] == write_lesson(OURS)
    labelled(app, "text_input", "Title of the lesson").set_value("Mine").run()
    assert (told(app)["isFresh"], told(app)["isOwn"], told(app)["isBack"]) == (False, True, False)
    assert 'title = "Mine"' in told(app)["text"]


def test_what_was_kept_comes_back_and_can_be_undone(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    given_back(app, monkeypatch, {"text": write_lesson(MINE), "typed": {"stop question 7 1": "Why?"}})
    assert draft(app).lesson.title == "Mine"
    assert draft(app).lesson.stops[1].question == "Why?"
    assert (told(app)["isFresh"], told(app)["isOwn"], told(app)["isBack"]) == (False, True, True)
    assert draft(app).undone().lesson == OURS


def test_a_lesson_in_the_making_comes_back(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    half = Lesson("", stops=(Stop(2004, ""),))
    given_back(app, monkeypatch, {"text": write_lesson(half)})
    assert draft(app).lesson == half
    assert told(app)["aside"] == []


def test_what_does_not_hold_is_offered_with_the_reason(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    given_back(app, monkeypatch, {"text": BROKEN, "typed": {"lesson title 1": "x"}, "aside": ["a = "]})
    assert draft(app).lesson == OURS
    assert told(app)["aside"] == [BROKEN, "a = "]
    reasons = [warning.value.replace("\\", "") for warning in app.warning]
    assert text["kept_broken"] in reasons[0]
    assert "stop 2, year: 1852; expected a year from" in reasons[0]
    assert "expected TOML" in reasons[1]
    assert [each.label for each in app.get("download_button")].count(text["kept_save"]) == 2
    drops = [each for each in app.button if each.label == text["kept_drop"]]
    drops[0].click().run()
    assert told(app)["aside"] == ["a = "]


def test_a_file_that_was_saved_needs_no_keeping(app: AppTest) -> None:
    labelled(app, "text_input", "Title of the lesson").set_value("Mine").run()
    assert not told(app)["isSaved"]
    app.session_state["kept_file"] = draft(app).lesson
    assert told(app.run())["isSaved"]


@given(st.dictionaries(st.sampled_from(["text", "typed", "aside", "x"]), JSON))
def test_whatever_a_browser_gives_back_breaks_nothing(found: dict[str, Any]) -> None:
    state = FakeState()
    with pytest.MonkeyPatch.context() as patched:
        for name, value in (("state", state), ("settle", lambda: None), ("change", lambda *_: None)):
            patched.setattr(lesson_kept, name, value)
        patched.setattr(lesson_kept, "lesson", lambda: OURS)
        lesson_kept.take_back(found)
    assert state.kept_known
    assert all(isinstance(each, str) and len(each) <= MOST_BYTES for each in state.kept_aside)


class FakeState:
    """As much of a session as taking back needs."""

    at = 0
    kept_known = False
    kept_aside: tuple[str, ...] = ()
    kept_back: Lesson | None = None


@for_each(
    "typed",
    [
        None,
        ["stop title 1 0"],
        {"stop title 1 0": 3},
        {"stop title 1 99": "x"},
        {"stop sources 1 0": "x"},
        {"stop title 1": "x"},
        {"stop title 1 0": "x" * 61},
        {"stop title 1 0": "\x01"},
        {"lesson key_words 1": "x"},
        {"lesson exit_0_right 1": "x"},
        {"": "x"},
    ],
)
def test_typed_words_that_are_of_no_field_change_nothing(typed: object) -> None:
    assert with_typed(MINE, typed) == MINE


def test_typed_words_come_into_their_fields() -> None:
    made = with_typed(MINE, {"stop title 1 2": "Two", "lesson goals 4": "a\nb", "stop day 1 1": "1952-0"})
    assert (made.stops[2].title, made.goals, made.stops[1].day) == ("Two", ("a", "b"), "1952-0")


# ---------------------------------------------------------------------- messages, goals, questions


def test_messages_stand_beside_the_control_they_are_about(app: AppTest) -> None:
    labelled(app, "text_input", "Or paste an address of the atlas").set_value("?year=2004&country=XXX&colour=red").run()
    (message,) = (each.value.replace("\\", "") for each in app.error)
    assert "'colour' in the address; expected only" in message
    assert "country 'XXX'; expected one that the atlas has" in message
    order = [part.type for part in app.main if part.type in ("error", "text_input", "file_uploader")]
    assert order[order.index("error") - 1] == "text_input"
    app.file_uploader[0].upload("wrong.toml", b"x", "application/toml").run()
    order = [part.type for part in app.main if part.type in ("error", "file_uploader")]
    assert order == ["file_uploader", "error"]


def test_goals_and_questions_are_edited(app: AppTest) -> None:
    for key in ("lesson_aims", "lesson_exit"):
        app.session_state[key] = True
    app.run()
    assert not app.exception
    labelled(app, "text_area", text["goals"]).set_value("One\nTwo").run()
    assert draft(app).lesson.goals == ("One", "Two")
    labelled(app, "button", text["add_question"]).click().run()
    assert len(draft(app).lesson.exit) == len(OURS.exit) + 1
    assert any("prompt: nothing" in warning.value.replace("\\", "") for warning in app.warning)
    drops = [each for each in app.button if each.label == text["drop_question"]]
    drops[-1].click().run()
    assert draft(app).lesson.exit == OURS.exit
    assert not app.exception
