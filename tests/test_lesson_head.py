"""What a lesson has beside its stops: read back as written, told by line and field, cited, given to whom it is for."""

import io
import json

import pytest
from each import for_each
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from data.dates import spelled
from data.gate.limits import MOST_TOML_BYTES as MOST_BYTES
from data.tables import current_tables
from geo.drawing.drawn import Drawn
from geo.errors import LessonError
from geo.lesson.head import (
    GOAL_LONGEST,
    HEAD_LONGEST,
    MISCONCEPTION_LONGEST,
    MOST_GOALS,
    MOST_KEY_WORDS,
    MOST_QUESTIONS,
    OPTION_LONGEST,
    OPTIONS,
    QUESTION_LONGEST,
    CheckQuestion,
    Misconception,
    glossary,
    head_payload,
)
from geo.lesson.lesson import (
    LONGEST,
    MOST_STOPS,
    Lesson,
    Stop,
    current_lesson,
    head_problems,
    parse_draft,
    parse_lesson,
    write_lesson,
)
from geo.publish.class_page import lesson_payload
from geo.publish.slides import slides_pptx
from geo.publish.stop_picture import stop_pictures
from geo.publish.unbroken import NO_BREAK
from pages.parts.lesson_head_values import head_value, with_head_value

TABLES = current_tables()
OURS = current_lesson()
SOURCES = sorted(TABLES.sources["id"])[:20]
STOPS = (Stop(2004, "Seven"),)
GOOD = 'title = "T"\n[[stop]]\nyear = 2004\ntitle = "A"\n'
ASKED = GOOD + '[[starter]]\nprompt = "Which?"\noptions = ["a", "b"]\n'


def texts(most: int) -> st.SearchStrategy[str]:
    return st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=most).filter(str.strip)


QUESTIONS = st.builds(
    lambda options, place, **more: CheckQuestion(options=tuple(options), right=place % len(options), **more),
    options=st.lists(texts(20), min_size=OPTIONS[0], max_size=OPTIONS[1]),
    place=st.integers(0, 9),
    prompt=texts(40),
    why=texts(40),
    sources=st.lists(st.sampled_from(SOURCES), max_size=3).map(tuple),
)
LESSONS = st.builds(
    Lesson,
    title=texts(40),
    stops=st.just(STOPS),
    goals=st.lists(texts(40), max_size=MOST_GOALS).map(tuple),
    key_words=st.lists(st.sampled_from(sorted(glossary())), max_size=3).map(tuple),
    guidance=st.just("") | texts(40),
    misconception=st.just(Misconception()) | st.builds(Misconception, text=texts(40), answer=texts(40)),
    starter=st.lists(QUESTIONS, max_size=2).map(tuple),
    exit=st.lists(QUESTIONS, max_size=2).map(tuple),
)


@given(LESSONS)
def test_a_written_head_is_read_back(lesson: Lesson) -> None:
    assert parse_lesson(write_lesson(lesson), TABLES) == lesson
    assert head_problems(lesson, TABLES) == []


@for_each(
    "text, told",
    [
        ("goals = 3\n" + GOOD, "line 1: goals: 3; expected a list of texts"),
        (f"goals = ['{'a' * 200}']\n" + GOOD, f"line 1: goals: 200 characters; expected at most {GOAL_LONGEST}"),
        ("key_words = ['pfp', 'nato2']\n" + GOOD, "line 1: key_words: 'nato2'; expected some of map, nacc"),
        ("misconception = 'x'\n" + GOOD, "line 1: misconception: 'x'; expected text and answer"),
        (GOOD + "[misconception]\ntext = 'x'\n", "line 5: misconception, answer: nothing; expected text"),
        (GOOD + "[misconception]\ntext = 'x'\nanswer = 4\n", "line 7: misconception, answer: 4; expected text"),
        (ASKED + "right = 2\n", "line 8: starter 1, right: 2; expected a place among the answers, 0 to 1"),
        (ASKED + "right = true\n", "line 8: starter 1, right: True; expected the place"),
        (ASKED + "sources = ['S0']\n", "line 8: starter 1, sources: 'S0'; expected ids of sources"),
        (ASKED + "colour = 'red'\n", "line 8: starter 1, colour: unknown; expected one of prompt, options"),
        (ASKED + "[[starter]]\nprompt = 'x'\noptions = ['a']\n", "line 10: starter 2, options: 1; expected 2 to 5"),
        (ASKED + '[[exit]]\nwhy = "x"\noptions = ["a", "b"]\n', "line 8: exit 1, prompt: nothing; expected a question"),
        (GOOD + "[[exit]]\n" * 7, "line 5: exit: 7 questions; expected at most 6"),
        ("starter = [{prompt = 'x', options = ['a', 2]}]\n" + GOOD, "line 1: starter 1, options: 2; expected text"),
        (GOOD + "[starter]\nprompt = 'x'\n", "line 5: starter: {'prompt': 'x'}; expected [[starter]]"),
    ],
)
def test_what_is_wrong_is_told_by_line_and_field(text: str, told: str) -> None:
    with pytest.raises(LessonError) as caught:
        parse_lesson(text, TABLES)
    assert told in str(caught.value)


def test_the_longest_lesson_of_signs_of_four_bytes_is_let_in() -> None:
    sign = "\N{EARTH GLOBE EUROPE-AFRICA}"
    asked = CheckQuestion(
        **{key: sign * most for key, most in QUESTION_LONGEST.items()},
        options=(sign * OPTION_LONGEST,) * OPTIONS[1],
        sources=tuple(SOURCES),
    )
    lesson = Lesson(
        **{key: sign * most for key, most in HEAD_LONGEST.items()},
        goals=(sign * GOAL_LONGEST,) * MOST_GOALS,
        key_words=tuple(glossary())[:MOST_KEY_WORDS],
        misconception=Misconception(**{key: sign * most for key, most in MISCONCEPTION_LONGEST.items()}),
        starter=(asked,) * MOST_QUESTIONS,
        exit=(asked,) * MOST_QUESTIONS,
        stops=(Stop(2004, **{key: sign * most for key, most in LONGEST.items()}),) * MOST_STOPS,
    )
    assert len(write_lesson(lesson).encode()) <= MOST_BYTES
    assert parse_lesson(write_lesson(lesson), TABLES) == lesson


UNFINISHED = Lesson(
    "",
    goals=("a" * 200, *"bcdefgh"),
    misconception=Misconception(text="x"),
    starter=(CheckQuestion(), CheckQuestion("Which?", ("a", "b"), 7)),
    stops=(Stop(2004, "", day="2004-0", before=2004, minutes=0),),
)


@pytest.mark.parametrize("lesson", [UNFINISHED, Lesson("Empty")])
def test_a_lesson_in_the_making_may_lack_what_is_to_come(lesson: Lesson) -> None:
    assert parse_draft(write_lesson(lesson), TABLES) == lesson
    with pytest.raises(LessonError):
        parse_lesson(write_lesson(lesson), TABLES)


@pytest.mark.parametrize(
    "change", ["view = 'moon'", "text = 3", "day = 'yesterday and the day before'", "before = 'x'"]
)
def test_a_lesson_in_the_making_holds_to_all_else(change: str) -> None:
    with pytest.raises(LessonError):
        parse_draft(f"{GOOD}{change}\n", TABLES)


# ---------------------------------------------------------------------- fields of the page


@given(lesson=LESSONS)
def test_a_field_of_the_page_gives_back_what_it_shows(lesson: Lesson) -> None:
    asked = [f"{kind}_{at}_{part}" for kind in ("starter", "exit") for at in range(len(getattr(lesson, kind)))
             for part in ("prompt", "right", "why", "sources")]  # fmt: skip
    names = ["title", "subtitle", "key_words", "guidance", "misconception_text", "misconception_sources", *asked]
    for name in names:
        assert with_head_value(lesson, name, head_value(lesson, name)) == lesson


@pytest.mark.parametrize(
    "name", ["chosen", "stops", "starter_9_prompt", "starter_x_prompt", "exit_0", "misconception_x"]
)
def test_a_field_that_is_none_changes_nothing(name: str) -> None:
    assert with_head_value(OURS, name, "x") == OURS


def test_lines_are_goals_and_answers() -> None:
    assert with_head_value(OURS, "goals", " one \n\n two").goals == ("one", "two")
    assert with_head_value(OURS, "exit_0_options", "a\nb\n").exit[0].options == ("a", "b")


# ---------------------------------------------------------------------- the atlas's own


def test_our_head_is_whole_and_cited() -> None:
    assert head_problems(OURS, TABLES) == []
    assert OURS.goals
    assert OURS.key_words
    assert OURS.guidance
    assert OURS.misconception.sources
    assert OURS.starter
    assert OURS.exit
    for question in (*OURS.starter, *OURS.exit):
        assert question.sources, question.prompt
        assert question.why, question.prompt
        assert len(set(question.options)) == len(question.options)


def test_days_of_our_head_are_those_of_the_tables() -> None:
    applied = TABLES.statuses[TABLES.statuses["status"] == "applied"].set_index("iso3")["start_on"]
    joined = TABLES.accessions.set_index("iso3")["joined_on"]
    answer = OURS.misconception.answer
    assert str(applied["FIN"]) == str(applied["SWE"]) == "2022-05-18"
    assert "May 2022" in answer
    assert str(applied["UKR"]).startswith("2022-09")
    assert "September 2022" in answer
    for name, state in (("Macedonia", "MKD"), ("Finland", "FIN"), ("Sweden", "SWE")):
        assert name in answer
        assert f"joined in {str(joined[state])[:4]}" in answer
    seven = TABLES.accessions[TABLES.accessions["joined_on"] == joined["EST"]]
    (asked,) = (question for question in OURS.exit if "more states join" in question.prompt)
    assert spelled(seven["joined_day"].iloc[0]) in asked.why
    assert asked.options[asked.right] == str(joined["EST"])[:4]
    assert asked.why.endswith(f"{min(seven['order_of_joining'])} to {max(seven['order_of_joining'])}.")


# ---------------------------------------------------------------------- who gets what


def test_a_pupils_lesson_has_neither_guidance_nor_answers() -> None:
    pupils = json.dumps(head_payload(OURS, teacher=False))
    hidden = [OURS.guidance, OURS.misconception.answer]
    hidden += [each.why for each in (*OURS.starter, *OURS.exit)] + [each.prompt for each in OURS.exit]
    assert [text for text in hidden if json.dumps(text)[1:-1] in pupils] == []
    assert all(question.prompt in pupils for question in OURS.starter)
    assert '"right"' not in pupils
    teachers = lesson_payload(OURS, TABLES)
    assert teachers["exit"][0]["right"] == OURS.exit[0].right
    assert teachers["guidance"] == OURS.guidance


def test_slides_ask_before_they_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = OURS
    lesson = Lesson(
        "T",
        stops=STOPS,
        goals=ours.goals,
        misconception=ours.misconception,
        guidance=ours.guidance,
        starter=ours.starter,
        exit=ours.exit,
    )
    painted: tuple[bytes, Drawn] = next(stop_pictures([(STOPS[0], False)], 64, TABLES))
    monkeypatch.setattr("geo.publish.slides.stop_pictures", lambda shown, *_args, **_named: (painted for _ in shown))
    slides = list(Presentation(io.BytesIO(slides_pptx(lesson, TABLES))).slides)
    titles = [slide.shapes.title.text.replace(NO_BREAK, " ") for slide in slides]
    starter = [question.prompt for question in ours.starter]
    exits = [question.prompt for question in ours.exit for _ in range(2)]
    assert titles[2:] == [*starter, "Seven", ours.misconception.text, *exits, "Sources"]
    told = [
        "\n".join(shape.text for shape in slide.shapes if shape.has_text_frame).replace(NO_BREAK, " ")
        for slide in slides
    ]
    assert all(goal in told[1] for goal in ours.goals)
    assert slides[1].notes_slide.notes_text_frame.text == ours.guidance.strip()
    first = titles.index(exits[0])
    assert ours.exit[0].why not in told[first]
    assert ours.exit[0].why in told[first + 1]
