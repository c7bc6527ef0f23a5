"""Where the two class pages are on a server, as the tests open them, and a short lesson for a page of its own."""

from geo.lesson.head import CheckQuestion
from geo.lesson.lesson import Lesson, Stop

PUPILS = "class"
WALL = "teach"
"""The teacher's page: all that leads a lesson is on it alone."""

STOPS = (
    Stop(1949, "Twelve", notes="Say twelve", question="Why?", sources=("S01", "S02"), minutes=3),
    Stop(1955, "Fifteen", before=1952, question="Who?", minutes=5, view="north_atlantic"),
    Stop(2004, "Seven more", text="Seven join.", sources=("S02", "S04"), minutes=4),
)
STARTER = CheckQuestion("How many founded it?", ("6", "12", "16"), right=1, why="Ten and two.", sources=("S01",))
LESSON = Lesson("A lesson", "Three stops", STOPS, starter=(STARTER,))
