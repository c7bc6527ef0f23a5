"""The page Lesson leads to the class pages with the lesson in hand, to the atlas's own while hers has faults."""

from pathlib import Path

from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)

from geo.lesson.edit import Draft
from geo.lesson.lesson import Lesson, Stop
from geo.lesson.link import lesson_hash

PAGE = Path(__file__).parent.parent / "pages" / "lesson.py"
PATIENCE_S = 60
MINE = Lesson("Mine", "", (Stop(2004, "Seven", notes="Not for pupils.", minutes=7),))
FAULTY = Lesson("Mine", "", (Stop(2004, ""),))


def ways(app: AppTest) -> list[tuple[str, str]]:
    return [(each.proto.label, each.proto.url) for each in app.get("link_button")]


def test_the_links_carry_the_lesson_in_hand() -> None:
    app = AppTest.from_file(PAGE, default_timeout=PATIENCE_S).run()
    ours = [("Start the lesson (45 min)", "/teach"), ("Open the pupils’ page", "/class")]
    assert ways(app) == ours
    app.session_state["draft"] = Draft(MINE)
    app.session_state["at"] = 0
    app.run()
    start, pupils = ways(app)
    assert start == ("Start the lesson (7 min)", f"/teach#{lesson_hash(MINE, for_teacher=True)}")
    assert pupils == ("Open the pupils’ page", f"/class#{lesson_hash(MINE)}")
    app.session_state["draft"] = Draft(FAULTY)
    app.run()
    assert ways(app) == ours
    assert not app.exception
