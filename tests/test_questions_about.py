"""The page of the lesson gives away the questions of any membership, of the levels that it has."""

from paged import opened

from data.memberships.reader import current_membership
from data.words import words
from geo.lesson.quiz import LEVELS, levels_of
from pages.parts.lesson_outputs import questions_output

TEXT = words()["lesson_page"]


def test_the_levels_are_those_of_what_is_asked_about() -> None:
    app = opened("lesson")
    for id_, levels in (("nato", LEVELS), ("warsaw_pact", levels_of(current_membership("warsaw_pact")))):
        app.selectbox(key="asked_about").select(id_).run()
        (level,) = [each for each in app.selectbox if each.label == TEXT["level"]]
        assert level.options == [words()["quiz"][name] for name in levels]
    assert not app.exception


def test_the_file_asks_about_the_membership() -> None:
    made = questions_output("gift", "easy", 3, current_membership("asean")).make(lambda done, total: None)
    assert current_membership("asean").title in made.decode()
