"""The slides around the stops: goals and starter before them, a misconception and the exit questions after them.

A question stands before its answer: the starter's answers are in the notes, those of the exit on slides of their own.
"""

from collections.abc import Iterable
from typing import Any

from data.memberships.told import Told
from data.words import words
from geo.lesson.head import CheckQuestion, Head, glossary
from geo.publish.slide_file import new_slide
from geo.publish.slide_room import ASKED, BODY, MARGIN, TEXT_GAP, TITLE, Line, fitting, height_of
from geo.publish.slide_sources import source_lines
from geo.publish.slide_text import TITLE_ONLY, box, note, place, write

ANSWER = 52  # px
LEFT, WIDTH, TOP, BOTTOM = 120, 1680, 90, 1080 - MARGIN


def add_before(deck: Any, head: Head, told: Told) -> None:
    """A slide of the goals and key words, and one of each question of the starter."""
    named = words()["slides"]
    terms = glossary()
    lines: list[Line] = [(f"• {goal}", BODY, False) for goal in head.goals]
    lines += [(f"{terms[word]['term']}: {terms[word]['name']}", BODY, True) for word in head.key_words]
    if lines:
        _add(deck, named["goals"] if head.goals else named["key_words"], lines, head.guidance.strip())
    for question in head.starter:
        _add(deck, question.prompt, _options(question), _answer_notes(question, told), ASKED)


def add_after(deck: Any, head: Head, told: Told) -> None:
    """A slide of the misconception, and two of each exit question: asked, then answered."""
    wrong = head.misconception
    if wrong.text:
        _add(deck, wrong.text, [(wrong.answer, BODY, False)], "\n".join(source_lines(wrong.sources, told)))
    for question in head.exit:
        _add(deck, question.prompt, _options(question), words()["slides"]["answer_next"], ASKED)
        _add(deck, question.prompt, _answered(question), "\n".join(source_lines(question.sources, told)), ASKED)


def _options(question: CheckQuestion) -> list[Line]:
    return [(f"{letter(at)}  {option}", ANSWER, False) for at, option in enumerate(question.options)]


def _answered(question: CheckQuestion) -> list[Line]:
    right = question.options[question.right]
    return [(f"{letter(question.right)}  {right}", ANSWER, True), (question.why, BODY, False)]


def _answer_notes(question: CheckQuestion, told: Told) -> str:
    answered = [text for text, *_ in _answered(question) if text]
    return "\n\n".join([*answered, "\n".join(source_lines(question.sources, told))]).strip()


def letter(at: int) -> str:
    """What an answer is called: A, B, C by its place."""
    return chr(ord("A") + at)


def _add(deck: Any, title: str, lines: Iterable[Line], notes: str, size: int = TITLE) -> None:
    slide = new_slide(deck, TITLE_ONLY)
    tall = height_of([(title, size, True)], WIDTH)
    place(slide.shapes.title, LEFT, TOP, WIDTH, tall)
    write(slide.shapes.title, [(title, size, True)])
    top = TOP + tall + 2 * TEXT_GAP
    shown = fitting([line for line in lines if line[0]], WIDTH, BOTTOM - top)
    write(box(slide, LEFT, top, WIDTH, BOTTOM - top), shown, gap=TEXT_GAP)
    note(slide, notes)
