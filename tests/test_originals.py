"""A translation and the words that were spoken stand side by side, in one size, wherever a statement is read."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from spoken import MUNICH, ONE_LANGUAGE, SPOKEN, TRANSLATION, TWO_LANGUAGES, with_words

from data.quotation import original_of, quoted
from data.red_lines import Filters, chosen
from data.tables import Tables
from data.vocabulary import ORIGINAL_LANGUAGES
from data.words import words
from geo.drawing.svg import is_drawable
from geo.lesson.lesson import Lesson, Stop
from geo.publish.paper import handout_pdf
from geo.wire.facts import facts_payload
from pages.parts.statement_cards import StatementCards

LESSON = Lesson("Lesson", "", (Stop(2007, "Munich", statement=MUNICH),))
CSS = Path(__file__).parent.parent / "pages" / "parts" / "statement_cards.css"


def row_of(tables: Tables) -> object:
    return next(row for row in tables.statements.itertuples() if row.id == MUNICH)


def seen(html: str) -> str:
    """A card without what its button copies."""
    return re.sub(r'data-copy="[^"]*"', "", html)


def test_every_language_has_its_marks_and_its_name() -> None:
    named = words()
    assert set(named["quoted"]) == {"en", *ORIGINAL_LANGUAGES}
    assert set(named["language_name"]) >= set(ORIGINAL_LANGUAGES)
    assert all(marks.count("{quote}") == 1 and len(marks) > len("{quote}") for marks in named["quoted"].values())


def test_words_stand_in_the_marks_of_their_language() -> None:
    original = original_of(row_of(TWO_LANGUAGES))
    assert original is not None
    assert (original.text, original.language, original.label) == (f"«{SPOKEN}»", "ru", "Original in Russian")
    assert original_of(row_of(ONE_LANGUAGE)) is None
    assert quoted("{quote}") == "“{quote}”"


def test_the_card_has_both_in_one_size() -> None:
    cards = StatementCards(TWO_LANGUAGES, "light")
    for html in map(seen, (cards.listed([MUNICH]), cards.pair([MUNICH], []))):
        assert f'<span lang="ru" dir="auto">«{SPOKEN}»</span>' in html
        assert f"“{TRANSLATION}”" in html
        assert html.count("Translated from Russian") == html.count("Original in Russian") == 1
        begins = html.index('<span class="words both">')
        assert html.index(TRANSLATION) > begins
        assert html.index(SPOKEN) > begins
    assert "font-size" not in "".join(rule for rule in CSS.read_text().split("}") if ".both" in rule)


def test_without_original_words_the_card_says_from_what_it_was_translated() -> None:
    html = seen(StatementCards(ONE_LANGUAGE, "light").listed([MUNICH]))
    assert "lang=" not in html
    assert html.count("Translated from Russian") == 1


def test_original_words_are_found() -> None:
    assert list(chosen(TWO_LANGUAGES, Filters(text="ПРОВОЦИРУЮЩИИ фактор"))["id"]) == [MUNICH]
    assert chosen(ONE_LANGUAGE, Filters(text="провоцирующий")).empty


def test_the_browser_gets_them() -> None:
    (sent,) = (row for row in facts_payload(TWO_LANGUAGES)["statements"] if row["id"] == MUNICH)
    assert (sent["original"], sent["original_language"]) == (SPOKEN, "ru")


@pytest.fixture(scope="module")
def read(program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], str]:
    pdftotext = program("pdftotext")
    path = tmp_path_factory.mktemp("paper") / "paper.pdf"

    def text(pdf: bytes) -> str:
        path.write_bytes(pdf)
        found = subprocess.run([pdftotext, "-raw", path, "-"], check=True, capture_output=True, encoding="utf-8").stdout
        return " ".join(found.split())

    return text


def test_the_handout_prints_both(read: Callable[[bytes], str]) -> None:
    text = read(handout_pdf(LESSON, TWO_LANGUAGES))
    assert f"“{TRANSLATION}”" in text
    assert f"“{TRANSLATION}” Translated from Russian «{SPOKEN}» Original in Russian" in text
    assert "Original in" not in read(handout_pdf(LESSON, ONE_LANGUAGE))


def test_words_that_the_font_cannot_print_stay_out_of_the_handout(read: Callable[[bytes], str]) -> None:
    assert is_drawable("Vīķe, Çırağan, «щось»")
    assert not is_drawable("თავისუფლება")
    spoken = with_words(MUNICH, quote_language="translated-from-ka", original="ნატო", original_language="ka")
    text = read(handout_pdf(LESSON, spoken))
    assert "Original in" not in text
    assert "Vladimir Putin, Munich" in text
