"""What crosses to the browser of the project's own tables, made once for all tests of a process; none changes it."""

from functools import cache

from data.memberships.reader import current_membership
from data.tables import current_tables
from geo.drawing.view import view_payload
from geo.lesson.lesson import Lesson
from geo.publish.class_page import Reader, class_html
from geo.wire.facts import facts_payload
from geo.wire.membership_facts import membership_facts
from geo.wire.strict_json import Json


@cache
def made_facts() -> Json:
    """The facts."""
    return facts_payload(current_tables())


@cache
def made_membership(id_: str) -> Json:
    """The facts of a membership of the project's own."""
    return membership_facts(current_membership(id_))


@cache
def made_view(name: str) -> Json:
    """A view by name."""
    return view_payload(name, current_tables())


@cache
def made_class_page(lesson: Lesson, reader: Reader = Reader.TEACHER) -> bytes:
    """The class page of a lesson."""
    return class_html(lesson, current_tables(), reader=reader)
