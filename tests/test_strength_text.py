"""Text is text wherever it leaves the house: Markdown, HTML, SVG, slides, paper, braille and spreadsheets."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.tables import current_tables
from geo.drawing import braille
from geo.drawing.svg import LACKING, drawable, is_drawable
from geo.lesson.lesson import Lesson, Stop
from geo.publish.paper import handout_pdf
from pages.parts.markdown import as_markdown_lines, as_markdown_text

ROOT = Path(__file__).parent.parent
TABLES = current_tables()
WRITING = "שלום العربية ไทย 漢字 e\u0301 👩‍👩‍👧 \u202e\u200d\ufe0f\u00ad"


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    """What is wrong with all that is made of accepted tables full of markup, and how much of it they have."""
    command = [sys.executable, str(ROOT / "tests" / "spoilt.py")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


@pytest.mark.slow
def test_accepted_tables_full_of_markup_make_every_page_and_file_and_stay_text(found: dict[str, Any]) -> None:
    for name in ("units", "statements", "events", "claims", "sources", "accessions", "treaties"):
        assert found["marked"][name], f"{name} has none of it"
    assert found["wrong"] == []


@given(st.text(max_size=60))
def test_the_font_has_what_is_left_of_a_text(text: str) -> None:
    left = drawable(text)
    assert is_drawable(left)
    assert left == text or not is_drawable(text)
    assert drawable("Łódź, 3 April") == "Łódź, 3 April"
    assert drawable("a漢b\u200dc") == f"a{LACKING}bc"


@settings(max_examples=3)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=40))
def test_a_handout_can_be_made_of_any_writing(text: str) -> None:
    title = f"{text}{WRITING}"[:60]
    lesson = Lesson(title, text, (Stop(2004, title, text=text, question=WRITING, notes=text),))
    assert handout_pdf(lesson, TABLES).startswith(b"%PDF-")


@given(st.text(min_size=1, max_size=40).filter(str.strip))
def test_any_name_can_be_felt(text: str) -> None:
    cells = braille.cells(text)
    assert cells
    assert {dot for cell in cells for dot in cell} <= set("123456")
    braille.wrapped(text, 20)


@given(st.text(max_size=60))
def test_markdown_of_a_text_is_that_text(text: str) -> None:
    """Every sign of Markdown has a backslash before it, and taken away they leave the text."""
    made = as_markdown_text(text)
    assert re.sub(r"\\(.)", r"\1", "".join(made.split())) == "".join(text.split())
    bare = made.replace("\\\\", "")
    for at, sign in enumerate(bare):
        assert sign not in "`*_{}[]<>()#!|$:~&" or bare[at - 1] == "\\"


def test_lines_become_paragraphs() -> None:
    assert as_markdown_lines("a\n\n# b\n<i>") == "a\n\n\\# b\n\n\\<i\\>"
