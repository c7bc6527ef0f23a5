"""Readers' words have typographic apostrophes."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from paged import html_of, opened

from data.headlines import headline
from data.quotation import words_said
from data.rows import rows
from data.sentences import APOSTROPHE, CLOSING, OPENING, printed
from data.tables import current_tables
from data.words import words
from geo.charts.red_lines import statements_figure
from geo.claims.registry import evaluate
from geo.publish.slide_sources import source_lines, source_words
from geo.wire.link_preview import preview_of

DATA = Path(__file__).parent.parent / "data"
AS_GIVEN = {"edition.toml", "captions.toml", "origin.toml", "title_languages.toml"}
"""Published as it is; words of the sides and titles as the tables have them; notes on the shapes that no page shows."""
QUOTED = re.compile("“[^”]*”")
"""As the tables have it, letter by letter."""
CODE = re.compile(r"`[^`]*`|';'|\^'\+\S*")
"""What is typed so: names of columns, what parts a list, the pattern of a cell."""
STRAIGHT = (APOSTROPHE, OPENING, CLOSING)


def texts(value: Any) -> Iterator[str]:
    """All texts in a file of words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inside in value.values():
            yield from texts(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from texts(inside)


def test_no_apostrophe_is_straight() -> None:
    files = [path for path in DATA.rglob("*.toml") if path.name not in AS_GIVEN]
    told = [text for path in files for text in texts(tomllib.loads(path.read_text(encoding="utf-8")))]
    told = [CODE.sub("", QUOTED.sub("", text)) for text in told]
    assert told
    assert [text for text in told if any(mark.search(text) for mark in STRAIGHT)] == []


def test_a_straight_one_would_be_found() -> None:
    for text in ("NATO's members", "the pupils' page", "it isn't"):
        assert APOSTROPHE.search(text)
    for text in ("joined by ';'.", "NATO’s members", "that matches ^'+[=+]"):
        assert not APOSTROPHE.search(text)
        assert not any(mark.search(CODE.sub("", text)) for mark in STRAIGHT)
    for text in ("'Annual' is imprecise", "speaks of 'not one inch' eastward", "('meaning Russia')"):
        assert OPENING.search(text)
        assert CLOSING.search(text)


def test_what_the_tables_have_straight_is_printed_typographically() -> None:
    assert printed("NATO's members' vote on 'not one inch'") == "NATO’s members’ vote on ‘not one inch’"
    assert printed("('a mistake, and a serious one.')") == "(‘a mistake, and a serious one.’)"
    tables = current_tables()
    lines = [headline(year, tables) for year in range(tables.first_year, tables.last_year + 1)]
    assert [line for line in lines if "'" in f"{line.title} {line.detail}"] == []
    assert any("’" in line.title for line in lines)


def test_words_of_a_statement_are_told_as_printed() -> None:
    tables = current_tables()
    said = [row for row in rows(tables, "statements") if "'" in words_said(row)]
    assert said == []
    straight = next(row for row in rows(tables, "statements") if "'" in row.quote)
    assert "'" not in preview_of("", [("statement", straight.id)], tables).description
    assert "'" not in str(evaluate("C37", tables, promise="spoken").answer)


def test_the_chart_of_statements_has_none_that_is_straight() -> None:
    tables = current_tables()
    told = [
        str(text)
        for trace in statements_figure(tables.statements, tables, "light").to_dict()["data"]
        for text in trace.get("text", ()) or ()
    ]
    assert told
    assert [text for text in told if any(mark.search(text) for mark in STRAIGHT)] == []


def test_sources_read_the_same_on_a_slide_as_in_its_notes() -> None:
    tables = current_tables()
    ids = [row.id for row in tables.sources.itertuples()]
    _, columns = source_words(ids, tables, (60, 1800), 900)
    face = "\n".join(paragraph for _, column in columns for paragraph in column)
    for told in (face, *source_lines(ids, tables)):
        assert "'" not in told


PARTS = words()["red_lines_page"]["parts"]
WORDS_OF_OTHERS = re.compile(r"<style.*?</style>|“[^”]*”|<a [^>]*>.*?</a>|<details class=.cite.*?</details>", re.DOTALL)


@pytest.mark.parametrize("part", ["sentences", "drafts", "arms"])
def test_our_words_on_a_page_are_printed_typographically(part: str) -> None:
    """Quotations and titles are as they were written."""
    told = html_of(opened("red_lines", part=PARTS[part]))
    assert "’" in told
    assert re.findall(r".{30}&#39;.{20}", WORDS_OF_OTHERS.sub(" ", told)) == []


@pytest.mark.parametrize("page", ["about", "data_and_sources"])
def test_the_note_on_the_edition_is_printed_so_too(page: str) -> None:
    assert "'" in current_tables().edition_note
    told = html_of(opened(page)) + "".join(each.value for each in opened(page).markdown)
    assert "summit’s declaration" in told
    assert re.findall("summit(?:'|&#39;)s", told) == []


def test_the_notes_on_what_is_contested_are_printed_so_too() -> None:
    notes = re.findall(r'<span class="by doubt">(.*?)</span>', html_of(opened("red_lines", part=PARTS["promised"])))
    assert any("‘the zone of NATO’" in note for note in notes)
    assert [note for note in notes if "&#39;" in note] == []
