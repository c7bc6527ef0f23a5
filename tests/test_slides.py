"""The slides of a lesson, read back with the library that made them and opened in a program that did not."""

import io
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation

from data.tables import current_tables
from geo.lesson.lesson import Lesson, Stop, current_lesson
from geo.publish.progress import Cancelled
from geo.publish.slides import slides_pptx, source_lines
from geo.publish.stop_picture import alt_text, legend, stop_png

TABLES = current_tables()
TAG = "<script>alert(1)</script>"
SEVEN = ("BGR", "EST", "LVA", "LTU", "ROU", "SVK", "SVN")
STOPS = (
    Stop(1949, f"First {TAG}", text=f"Text {TAG}", question=f"Why {TAG}?", notes=f"Notes {TAG}", sources=("S01",)),
    Stop(2004, "Second", before=2001, focus=SEVEN, question="Which?", wrong_answer="None", sources=("S15", "S01")),
)
LESSON = Lesson(f"Lesson {TAG}", "Two stops", STOPS)


@pytest.fixture(scope="module")
def slides() -> bytes:
    return slides_pptx(LESSON, TABLES)


@pytest.fixture(scope="module")
def deck(slides: bytes) -> Any:
    return Presentation(io.BytesIO(slides))


def words(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_each_stop_has_a_slide_between_cover_and_sources(deck: Any) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles == [LESSON.title, *(stop.title for stop in STOPS), "Sources"]
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)
    assert deck.core_properties.title == LESSON.title


def test_text_is_text_as_typed(deck: Any) -> None:
    first = words(deck.slides[1])
    for part in (STOPS[0].title, STOPS[0].text, STOPS[0].question, "1949", "Member 12"):
        assert part in first


def test_a_question_that_the_picture_answers_stands_in_the_notes_only(deck: Any) -> None:
    slide = deck.slides[2]
    assert "Which?" not in words(slide)
    notes = slide.notes_slide.notes_text_frame.text
    for part in ("Which?", "2001", "None", "3 minutes", *source_lines(STOPS[1].sources, TABLES)):
        assert part in notes


def test_the_picture_is_described_in_words(deck: Any) -> None:
    (picture,) = (shape for shape in deck.slides[2].shapes if hasattr(shape, "image"))
    described = picture._element.nvPicPr.cNvPr.get("descr")
    assert described == alt_text(STOPS[1], TABLES)
    for part in ("2004", "Member 26", "Estonia", "Slovenia"):
        assert part in described
    assert Image.open(io.BytesIO(picture.image.blob)).width >= 1600


def test_no_text_is_smaller_than_the_back_row_can_read(deck: Any) -> None:
    sizes = [
        run.font.size.pt
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert min(sizes) >= 11  # points, of a slide of 540: 22 px of 1080


def test_progress_is_told_and_stops_the_work() -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        slides_pptx(LESSON, TABLES, tell)
    assert told == [(0, 2), (1, 2)]


def test_the_picture_of_a_stop_points_at_what_the_stop_names() -> None:
    plain, focused = (Stop(2021, "", focus=focus, draft=draft) for focus, draft in (((), ""), (("POL",), "nato-4")))
    pictures = [Image.open(io.BytesIO(stop_png(stop, 640, TABLES))).convert("RGB") for stop in (plain, focused)]
    assert pictures[0].size == pictures[1].size == (640, 420)
    assert pictures[0].tobytes() != pictures[1].tobytes()
    assert "NATO draft" in alt_text(focused, TABLES)
    assert next(count for _, _, count in legend(date(2004, 12, 31), TABLES)) == 26


def test_libreoffice_opens_it_and_shows_every_stop(
    slides: bytes, tmp_path: Path, program: Callable[[str], str]
) -> None:
    soffice, pdftotext = program("soffice"), program("pdftotext")
    (tmp_path / "lesson.pptx").write_bytes(slides)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "lesson.pptx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = subprocess.run([pdftotext, "-layout", tmp_path / "lesson.pdf", "-"], check=True, capture_output=True).stdout
    pages = text.decode().split("\f")
    assert len(pages) == 5  # the last is empty
    assert "First" in pages[1]
    assert "alert(1)" in pages[1]
    assert "2004" in pages[2]


def test_the_atlas_s_own_lesson_has_a_source_for_every_slide() -> None:
    for stop in current_lesson().stops:
        assert len(source_lines(stop.sources, TABLES)) == len(set(stop.sources))
