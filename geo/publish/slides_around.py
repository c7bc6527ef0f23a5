"""The slides around the stops: goals and starter before them, a misconception and the exit questions after them.

A question stands before its answer: the starter's answers are in the notes, those of the exit on slides of their own.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR

from data.memberships.told import Told
from data.words import phrase, words
from geo.drawing.palette import LIGHT
from geo.lesson.head import CheckQuestion, Head, glossary
from geo.publish.slide_file import new_slide
from geo.publish.slide_room import ASKED, BODY, MARGIN, TEXT_GAP, TITLE, Line, fitting, height_of, largest, lines_of
from geo.publish.slide_sources import source_lines
from geo.publish.slide_text import TITLE_ONLY, box, fill, note, place, write

PART, GOAL = 34, 54  # px; the part of the lesson stands over a title
ANSWERS, LEAD = (92, 84, 76, 68, 60, 56, 52, 48, 44, 40, 36, 32, 28, 24), 1.16
WITHOUT_BREAK, FULL = 52, 99
"""Answers rather keep to a line each than become larger than that; lines of one that takes what it needs."""
LEFT, WIDTH, TOP, BOTTOM = 120, 1680, 80, 1080 - MARGIN
TITLE_SIZES, TITLE_HEIGHT = (ASKED, TITLE, 48, 44, 40), 230
GAP, PAD = 32, 36
"""Beside each other between two answers, and left and right of the words of one."""
ABOVE, APART = 0.55, 0.48
"""Over and under the words of an answer, and between two rows of them, as parts of their size."""
TALLEST = 300
"""Of an answer, px: less than that, they share what is left of the slide."""
WHY_HEIGHT = 200
GROWN = 1.3
"""How much larger than planned a text becomes that has the slide for itself."""
INDENT = 1.4
"""Where the words of an answer begin after its letter, as part of their size."""
BULLET = 40
TERMS = 560
"""The width of the key words beside the goals."""


def add_before(deck: Any, head: Head, told: Told) -> None:
    """A slide of the goals and key words, and one of each question of the starter."""
    named, part = words()["slides"], words()["paper"]["starter"]
    terms = [glossary()[word] for word in head.key_words]
    if head.goals or terms:
        slide, top = _new(deck, named["goals"] if head.goals else named["key_words"], head.guidance.strip())
        aside = TERMS if head.goals and terms else 0
        if head.goals:
            _text(slide, [(goal, GOAL, False) for goal in head.goals], (LEFT, top, WIDTH - aside - GAP), bullet=BULLET)
        if terms:
            heading: list[Line] = [(named["key_words"], BODY, True)] if head.goals else []
            lines: list[Line] = [(f"{term['term']}: {term['name']}", BODY, False) for term in terms]
            left = LEFT + WIDTH - aside if aside else LEFT
            _text(slide, [*heading, *lines], (left, top, aside or WIDTH))
    for question in head.starter:
        slide, top = _new(deck, question.prompt, _answer_notes(question, told), part)
        _answers(slide, question, top, BOTTOM)


def add_after(deck: Any, head: Head, told: Told) -> None:
    """A slide of the misconception, and two of each exit question: asked, then answered."""
    named, wrong = words(), head.misconception
    if wrong.text:
        notes = "\n".join(source_lines(wrong.sources, told))
        slide, top = _new(deck, wrong.text, notes, named["paper"]["misconception"])
        _text(slide, [(wrong.answer, GOAL, False)], (LEFT, top, WIDTH))
    part = named["paper"]["exit"]
    for question in head.exit:
        slide, top = _new(deck, question.prompt, named["slides"]["answer_next"], part)
        why = fitting([(question.why, BODY, False)], WIDTH, WHY_HEIGHT) if question.why else []
        room = BOTTOM - height_of(why, WIDTH, 3 * TEXT_GAP)
        _answers(slide, question, top, room)
        notes = "\n".join(source_lines(question.sources, told))
        answer = phrase("slides", "answer", part=part, letter=letter(question.right))
        slide, top = _new(deck, question.prompt, notes, answer)
        top = _answers(slide, question, top, room, answered=True)
        if why:
            _text(slide, why, (LEFT, top + 2 * TEXT_GAP, WIDTH))


def _answers(slide: Any, question: CheckQuestion, top: float, end: float, *, answered: bool = False) -> float:
    """The answers, each in a box with its letter; once it is `answered` the right one is dark. Gives where they end."""
    size, columns, heights = _laid_out(question.options, end - top)
    across = (WIDTH - GAP * (columns - 1)) / columns
    y = top
    for first in range(0, len(question.options), columns):
        tall = max(heights[first : first + columns])
        for at, option in enumerate(question.options[first : first + columns], start=first):
            is_right = answered and at == question.right
            x = LEFT + (at - first) * (across + GAP)
            shape = box(slide, x, y, across, tall)
            ink = LIGHT.page if is_right else LIGHT.quiet_text if answered else LIGHT.text
            write(
                shape,
                [(f"{letter(at)}\t{option}", size, is_right)],
                ink=ink,
                anchor=MSO_ANCHOR.MIDDLE,
                hang=round(INDENT * size),
            )
            fill(shape, LIGHT.text if is_right else LIGHT.sea, PAD)
        y += tall + APART * size
    return y - APART * size


def _laid_out(options: Sequence[str], height: float) -> tuple[int, int, list[float]]:
    """The size of the answers in px, in how many columns they stand, and how high each is."""
    tried = [(size, columns, 1) for size in ANSWERS if size >= WITHOUT_BREAK for columns in (2, 1)]
    for size, columns, most in (*tried, *((size, 1, FULL) for size in ANSWERS)):
        across = (WIDTH - GAP * (columns - 1)) / columns - 2 * PAD - INDENT * size
        lines = [lines_of(option, size, across, bold=True) for option in options]
        heights = [many * size * LEAD + 2 * ABOVE * size for many in lines]
        rows = [max(heights[first : first + columns]) for first in range(0, len(options), columns)]
        if sum(rows) + APART * size * (len(rows) - 1) <= height and max(lines) <= most:
            return size, columns, _tall(heights, columns, height - APART * size * (len(rows) - 1))
    return size, columns, heights


def _tall(heights: Sequence[float], columns: int, height: float) -> list[float]:
    """The answers as high as lets their rows fill a height: all alike, where none needs more than its share."""
    rows = sorted(max(heights[first : first + columns]) for first in range(0, len(heights), columns))
    share = next(
        (left for at in range(len(rows), 0, -1) if (left := (height - sum(rows[at:])) / at) >= rows[at - 1]), 0
    )
    return [max(tall, min(share, TALLEST)) for tall in heights]


def _answer_notes(question: CheckQuestion, told: Told) -> str:
    right = f"{letter(question.right)}  {question.options[question.right]}"
    answered = [text for text in (right, question.why) if text]
    return "\n\n".join([*answered, "\n".join(source_lines(question.sources, told))]).strip()


def letter(at: int) -> str:
    """What an answer is called: A, B, C by its place."""
    return chr(ord("A") + at)


def _new(deck: Any, title: str, notes: str, part: str = "") -> tuple[Any, float]:
    """A slide with a title, over it of what part of the lesson it is; and where what follows may begin."""
    slide, top = new_slide(deck, TITLE_ONLY), float(TOP)
    if part:
        over: list[Line] = [(part, PART, False)]
        tall = height_of(over, WIDTH)
        write(box(slide, LEFT, top, WIDTH, tall), over, ink=LIGHT.quiet_text)
        top += tall + 8
    line = largest(title, TITLE_SIZES, WIDTH, TITLE_HEIGHT)
    tall = height_of([line], WIDTH)
    place(slide.shapes.title, LEFT, top, WIDTH, tall)
    write(slide.shapes.title, [line])
    note(slide, notes)
    return slide, top + tall + 2 * TEXT_GAP


def _text(slide: Any, lines: Iterable[Line], room: tuple[float, float, float], bullet: int = 0) -> None:
    """Paragraphs from x and y on in a width, down to the foot of the slide, as large as they fit."""
    x, y, width = room
    shown = fitting([line for line in lines if line[0]], width - bullet, BOTTOM - y, GROWN)
    write(box(slide, x, y, width, BOTTOM - y), shown, gap=TEXT_GAP, hang=bullet, bullets=bool(bullet))
