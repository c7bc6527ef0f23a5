"""The slides of a lesson, read back with the library that made them and opened in a program that did not."""

import io
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation

from data.sentences import printed
from data.tables import current_tables
from geo.lesson.lesson import Lesson, Stop, current_lesson
from geo.publish.map_words import alt_text, legend
from geo.publish.progress import Cancelled
from geo.publish.slide_room import MARGIN, SMALL, height_of
from geo.publish.slide_sources import source_lines, source_words
from geo.publish.slide_text import PX
from geo.publish.slides import MAP_HEIGHT, MAP_WIDTH, slides_pptx
from geo.publish.stop_picture import stop_pictures
from geo.publish.unbroken import NO_BREAK, with_whole_dates

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


def pictures(slide: Any) -> list[Any]:
    """The pictures of a slide that say something."""
    return [shape for shape in slide.shapes if hasattr(shape, "image") and shape._element.nvPicPr.cNvPr.get("descr")]


def test_a_stop_that_asks_has_its_question_before_its_answer(deck: Any) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles == [LESSON.title, STOPS[0].title, STOPS[1].question, STOPS[1].title, "Sources"]
    assert all(slide.shapes.title.is_placeholder for slide in deck.slides)
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)
    assert deck.core_properties.title == LESSON.title


def test_text_is_text_as_typed(deck: Any) -> None:
    first = words(deck.slides[1])
    for part in (STOPS[0].title, STOPS[0].text, STOPS[0].question, "1949", "Member\u00a012"):
        assert part in first


def test_the_slide_of_a_question_gives_nothing_of_the_answer_away(deck: Any) -> None:
    slide = deck.slides[2]
    (picture,) = pictures(slide)
    told = "\n".join([words(slide), picture._element.nvPicPr.cNvPr.get("descr"), notes_of(slide)])
    assert "1999" in told
    for hint in ("2004", "Second", "Estonia", "Slovenia", "Member 26", "Member\u00a026", "On a path", "Invited"):
        assert hint not in told
    answer = words(deck.slides[3])
    assert "Which?" not in answer
    assert "2004" in answer
    for part in ("Which?", "None", "3 minutes", *source_lines(STOPS[1].sources, TABLES)):
        assert part in notes_of(deck.slides[3])


def notes_of(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


def test_the_picture_is_described_in_words_and_the_signs_are_decoration(deck: Any) -> None:
    slide = deck.slides[3]
    (picture,) = pictures(slide)
    described = picture._element.nvPicPr.cNvPr.get("descr")
    assert described == alt_text(STOPS[1], TABLES)
    for part in ("2004", "Member 26", "Estonia", "Slovenia"):
        assert part in described
    assert Image.open(io.BytesIO(picture.image.blob)).width >= 1600
    signs = [shape for shape in slide.shapes if hasattr(shape, "image") and shape is not picture][1:]
    assert signs
    assert all("decorative" in sign._element.xml for sign in signs)


def test_a_sign_stands_beside_its_words(deck: Any) -> None:
    for slide in list(deck.slides)[1:-1]:
        signs = [shape for shape in slide.shapes if "decorative" in shape._element.xml]
        boxes = [shape for shape in slide.shapes if shape.has_text_frame]
        for sign in signs:
            beside = [
                box
                for box in boxes
                if 0 <= box.left - sign.left - sign.width <= 30 * PX and abs(box.top - sign.top) <= 10 * PX
            ]
            assert len(beside) == 1


def test_every_shape_of_a_slide_has_its_own_number(deck: Any) -> None:
    for slide in deck.slides:
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(set(numbers)) == len(numbers)
        assert len(numbers) > 1


def test_the_file_has_each_part_and_each_picture_once_and_pictures_as_they_are(slides: bytes, deck: Any) -> None:
    with zipfile.ZipFile(io.BytesIO(slides)) as packed:
        assert packed.testzip() is None
        assert max(Counter(packed.namelist()).values()) == 1
        images = [part for part in packed.infolist() if part.filename.startswith("ppt/media/")]
        assert {part.compress_type for part in images} == {zipfile.ZIP_STORED}
        blobs = [packed.read(part) for part in images]
    assert len(set(blobs)) == len(blobs)
    shown = [shape.image.blob for slide in deck.slides for shape in slide.shapes if hasattr(shape, "image")]
    assert set(shown) == set(blobs)
    assert len(shown) > len(blobs)  # signs that come on several slides


def test_no_text_is_smaller_than_twelve_points(deck: Any) -> None:
    sizes = [
        run.font.size.pt
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert min(sizes) >= 12


def test_the_sources_of_the_atlas_s_own_lesson_fit_on_one_slide() -> None:
    ids = list(dict.fromkeys(source for stop in current_lesson().stops for source in stop.sources))
    size, columns = source_words(ids, TABLES, (60, 1800), 900)
    shown = "\n".join(line for _, lines in columns for line in lines).replace(NO_BREAK, " ")
    assert size > SMALL  # to be read from the back row
    producers = TABLES.sources.set_index("id").loc[ids, "producer"]
    assert [producer for producer in producers if printed(producer) not in shown] == []
    larger, columns = source_words(ids[:9], TABLES, (60, 1800), 900)
    few = "\n".join(line for _, lines in columns for line in lines)
    assert larger > size
    titles = TABLES.sources.set_index("id").loc[ids[:9], "title"]
    assert [title for title in titles if printed(title) not in few] == []


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
    painted = stop_pictures([(plain, False), (focused, False)], 640, TABLES)
    made = [Image.open(io.BytesIO(picture)).convert("RGB") for picture, _ in painted]
    assert made[0].size == made[1].size == (640, 420)
    assert made[0].tobytes() != made[1].tobytes()
    assert "Draft with NATO" in alt_text(focused, TABLES)
    assert next(count for _, _, count in legend(date(2004, 12, 31), TABLES)) == 26


@pytest.mark.slow
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
    assert len(pages) == 6  # the last is empty
    assert "First" in pages[1]
    assert "alert(1)" in pages[1]
    assert "Which?" in pages[2]
    assert "2004" in pages[3]


def test_the_atlas_s_own_lesson_has_a_source_for_every_slide() -> None:
    for stop in current_lesson().stops:
        assert len(source_lines(stop.sources, TABLES)) == len(set(stop.sources))


BESIDE_IT = (MAP_WIDTH + MARGIN) * PX
"""Where what stands beside a map begins: no key beneath the map alone reaches it."""


@pytest.mark.slow
def test_all_that_a_slide_says_stays_beside_its_map_in_wider_letters_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever font the program has: no box is lower than its place, and none begins before the one above it ends."""
    monkeypatch.setattr("geo.publish.slides.PICTURE_WIDTH", 64)  # nobody looks at the maps
    made = Presentation(io.BytesIO(slides_pptx(current_lesson(), TABLES)))
    for slide in list(made.slides)[1:-1]:
        beside = [shape for shape in slide.shapes if shape.has_text_frame and shape.left > MAP_WIDTH * PX]
        bottom = 0
        for shape in sorted(beside, key=lambda shape: shape.top):
            paragraphs = [paragraph for paragraph in shape.text_frame.paragraphs if paragraph.runs]
            if shape.top > MAP_HEIGHT * PX:
                continue  # the key
            told = [(run.text, run.font.size.pt * 2, bool(run.font.bold)) for each in paragraphs for run in each.runs]
            assert shape.top >= bottom
            bottom = shape.top + height_of(told, shape.width / PX) * PX
        under = [
            each.top for each in slide.shapes if each.top >= MAP_HEIGHT * PX and each.left + each.width > BESIDE_IT
        ]
        assert bottom <= min(under, default=MAP_HEIGHT * PX), slide.shapes.title.text_frame.text


def test_a_stop_s_statement_stands_on_its_slide_with_who_made_it() -> None:
    stop = Stop(2007, "Munich", statement="2007-02-10-putin-munich")
    slide = Presentation(io.BytesIO(slides_pptx(Lesson("Lesson", "", (stop,)), TABLES))).slides[1]
    assert "serious provocation" in words(slide)
    assert with_whole_dates("Vladimir Putin, Munich, 10 February 2007") in words(slide)
