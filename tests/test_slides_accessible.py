"""Slides read aloud: titles, the order of what stands on them, pictures described or marked as decoration, language."""

import io
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pptx import Presentation

from data.tables import current_tables
from data.words import phrase
from geo.lesson.lesson import Lesson, Stop
from geo.pair import Pair
from geo.publish.map_words import alt_of_asked, alt_text
from geo.publish.pair_slide import pair_pptx
from geo.publish.slide_text import DECORATIVE
from geo.publish.slides import slides_pptx

TABLES = current_tables()
FIRST = Stop(2004, "Seven join", text="On one day.", statement="2004-04-08-putin-own-choice", sources=("S01",))
SECOND = Stop(2009, "Two join", before=2007, question="Who?", notes="Wait.", sources=("S15",))
LESSON = Lesson("How it grew", "Two stops", (FIRST, SECOND))
LANGUAGE = "en-GB"


@pytest.fixture(scope="module")
def slides() -> bytes:
    return slides_pptx(LESSON, TABLES)


@pytest.fixture(scope="module")
def decks(slides: bytes) -> list[Any]:
    pair = pair_pptx(Pair((date(1999, 1, 1), date(2004, 12, 31)), "light", TABLES))
    return [Presentation(io.BytesIO(slides)), Presentation(io.BytesIO(pair))]


@pytest.fixture(scope="module")
def deck(decks: list[Any]) -> Any:
    return decks[0]


def is_picture(shape: Any) -> bool:
    return hasattr(shape, "image")


def is_decoration(shape: Any) -> bool:
    return any(mark.get("val") == "1" for mark in shape._element.iter(f"{{{DECORATIVE}}}decorative"))


def described(shape: Any) -> str:
    return str(shape._element.nvPicPr.cNvPr.get("descr", ""))


def test_a_slide_begins_with_its_title_and_no_two_are_called_the_same(decks: list[Any]) -> None:
    for deck in decks:
        titles = []
        for slide in deck.slides:
            first = slide.shapes[0]
            assert first.shape_id == slide.shapes.title.shape_id
            assert first.is_placeholder
            titles.append(first.text_frame.text)
            assert all(shape.text_frame.text.strip() for shape in slide.placeholders)
        assert all(titles)
        assert len(set(titles)) == len(titles)


def test_after_the_title_come_year_map_words_key_and_source(deck: Any) -> None:
    slide = deck.slides[1]
    _, year, shown, told, *key, source = [shape for shape in slide.shapes if not is_decoration(shape)]
    assert year.text_frame.text == "2004"
    assert described(shown) == alt_text(FIRST, TABLES)
    assert FIRST.text in told.text_frame.text
    assert "Member\u00a026" in key[0].text_frame.text
    assert phrase("footer", "borders") in source.text_frame.text
    counted = [shape.text_frame.text for shape in key]
    for before, after in zip(slide.shapes, list(slide.shapes)[1:], strict=False):
        if is_decoration(before):
            assert after.text_frame.text in counted  # a sign before its words


def test_a_picture_is_described_or_decoration_and_never_both(decks: list[Any]) -> None:
    told = []
    for deck in decks:
        for slide in deck.slides:
            for shape in filter(is_picture, slide.shapes):
                assert is_decoration(shape) != bool(described(shape))
                told += [described(shape)] if described(shape) else []
    assert told[:3] == [alt_text(FIRST, TABLES), alt_of_asked(SECOND, TABLES), alt_text(SECOND, TABLES)]


def test_the_words_of_a_second_stop_make_no_map_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    told = alt_text(FIRST, TABLES)
    monkeypatch.setattr("geo.drawing.view.drawing", lambda *_: pytest.fail("the map of the view was made anew"))
    assert alt_text(SECOND, TABLES) != told


def test_every_word_says_its_language(decks: list[Any]) -> None:
    for deck in decks:
        assert deck.core_properties.language == "en"
        for slide in deck.slides:
            frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
            frames += [slide.notes_slide.notes_text_frame] if slide.has_notes_slide else []
            runs = [run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs]
            assert runs
            assert {run._r.get_or_add_rPr().get("lang") for run in runs} == {LANGUAGE}


def test_notes_are_kept(deck: Any) -> None:
    notes = [slide.notes_slide.notes_text_frame.text for slide in list(deck.slides)[1:]]
    assert all(notes)
    assert "Wait." in notes[2]
    assert "Who?" in notes[2]


def test_another_program_reads_the_descriptions_in_that_order(
    slides: bytes, tmp_path: Path, program: Callable[[str], str]
) -> None:
    """As a tagged PDF, in which LibreOffice keeps the order of the shapes."""
    (tmp_path / "lesson.pptx").write_bytes(slides)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    form = 'pdf:impress_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    command = [program("soffice"), profile, "--headless", "--convert-to", form, "--outdir", tmp_path]
    subprocess.run([*command, tmp_path / "lesson.pptx"], check=True, capture_output=True, timeout=240)
    with pikepdf.open(tmp_path / "lesson.pdf") as pdf:
        found = [(str(each.S), str(each.get("/Alt", ""))) for each in pdf.objects if _is_element(each)]
        assert len(pdf.pages) == len(Presentation(io.BytesIO(slides)).slides)
    assert found
    told = [alt for kind, alt in found if kind == "/Figure" and alt]
    assert told == [alt_text(FIRST, TABLES), alt_of_asked(SECOND, TABLES), alt_text(SECOND, TABLES)]


def _is_element(each: Any) -> bool:
    return isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"
