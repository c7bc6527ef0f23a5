"""The stylesheets of the class pages by topic, over the atlas's. Where two rules weigh the same, the later wins."""

from pathlib import Path

CLASSROOM = Path(__file__).parent.parent / "classroom"
LESSON = (
    "frame",
    "stop",
    "foot",
    "key",
    "projected",
    "upright",
    "small",
    "low",
    "explored",
    "contrast",
    "cover",
)
QUIZ = (
    "quiz",
    "quiz_start",
    "quiz_question",
    "quiz_end",
    "quiz_place",
    "quiz_masks",
    "quiz_small",
    "quiz_paper",
    "quiz_contrast",
)
LEADING = ("ink", "leading", "live", "notes")
"""What leads a lesson, its words and its look, each beside its modules: of the teacher's page alone."""

QUIZ_LOOK = tuple(CLASSROOM / "look" / f"{topic}.css" for topic in QUIZ)
CLASS_LOOK = (*(CLASSROOM / "look" / f"{topic}.css" for topic in LESSON), *QUIZ_LOOK)
LEADING_LOOK = tuple(CLASSROOM / topic / f"{topic}.css" for topic in LEADING)
