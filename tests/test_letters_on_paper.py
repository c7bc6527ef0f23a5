"""No letter on paper is smaller than can be read: all that is written is measured where it stands."""

import re

import pytest
from letters import letter_sizes

from data.tables import current_tables
from geo.drawing.legible import NAME_PT, PT_PER_MM, SIGN_PT, TOLD_PT
from geo.lesson.lesson import Lesson, Stop, current_lesson
from geo.publish.paper import handout_pdf
from geo.publish.paper_file import ON_PAPER, WIDTHS_MM
from geo.publish.stop_picture import stop_drawn
from geo.publish.worksheet import worksheet_pdf

pytestmark = pytest.mark.slow

TABLES = current_tables()
OURS = current_lesson()
CROWDED = 1, "hard"
"""A worksheet whose questions leave its map too little room on one page."""
MARKS = 4
"""Letters that stand in the signs of a page's keys, at most."""


@pytest.mark.parametrize(("seed", "level"), [CROWDED, (4242, "medium")])
def test_whatever_stands_on_a_worksheet_can_be_read(seed: int, level: str) -> None:
    pages = letter_sizes(worksheet_pdf(seed, level, TABLES))
    assert min(min(page) for page in pages) >= NAME_PT
    assert min(pages[-1]) >= TOLD_PT, "its sources"
    assert sum(map(len, pages)) > 20


def test_words_and_signs_of_a_handout_can_be_read() -> None:
    folded = Stop(2022, "Many statements", layers=("statements", "names"), text="Told.", question="Why?")
    pages = letter_sizes(handout_pdf(Lesson("L", "", (folded, *OURS.stops[-3:])), TABLES))
    assert min(min(page) for page in pages) >= SIGN_PT, "what stands on a sign of the key"
    assert all(size >= TOLD_PT for page in pages for size, many in page.items() if many > MARKS)
    assert min(pages[-1]) >= TOLD_PT, "its sources"


def test_names_on_the_maps_of_the_lesson_can_be_read_however_small_a_map_is() -> None:
    points = min(WIDTHS_MM) * PT_PER_MM / ON_PAPER.width
    for stop in OURS.stops:
        made = stop_drawn(stop, TABLES, ON_PAPER, asked=stop.asks_before)
        written = [float(size) for ink in made.ink for size in re.findall(r'^<text[^>]* font-size="([\d.]+)"', ink)]
        assert len(written) > 10, stop.title
        assert min(written) * points >= NAME_PT - 0.02, stop.title
