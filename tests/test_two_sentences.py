"""The two sentences: both of every document, one size for both, quotations of thirty words at most."""

from dataclasses import replace

import pytest

from data.checks import Row
from data.checks.words_said import QUOTE_WORDS, check_quotes, check_two_sentences
from data.tables import current_tables
from data.two_sentences import documents
from data.vocabulary import Sentence
from data.words import words
from pages.parts.statement_cards import StatementCards
from pages.parts.templates import css

TABLES = current_tables()
DOCUMENTS = documents(TABLES)


def test_the_four_documents_stand_in_the_order_of_their_days() -> None:
    told = [(document.place, document.date) for document in DOCUMENTS]
    assert told == [
        ("Helsinki", "1975-08-01"),
        ("Paris", "1990-11-21"),
        ("Istanbul", "1999-11-19"),
        ("Astana", "2010-12-03"),
    ]
    rows = TABLES.two_sentences.sample(frac=1, random_state=3)
    assert [each.place for each in documents(replace(TABLES, two_sentences=rows))] == [place for place, _ in told]


def test_each_has_both_sentences_with_who_cites_them() -> None:
    for document in DOCUMENTS:
        assert document.free_choice.sentence == Sentence.FREE_CHOICE
        assert document.not_at_the_expense.sentence == Sentence.NOT_AT_THE_EXPENSE
        for row in (document.free_choice, document.not_at_the_expense):
            assert row.document == document.name
            assert row.cited_by
            assert len(row.quote.split()) <= QUOTE_WORDS
    assert set(words()["two_sentences"]["sentence"]) == set(Sentence)


def test_both_stand_side_by_side_in_one_size() -> None:
    cards = StatementCards(TABLES, "light")
    for document in DOCUMENTS:
        html = cards.two_sentences(document)
        left, right = html.split('<h3 class="subhead">')[1:]
        for part, row in ((left, document.free_choice), (right, document.not_at_the_expense)):
            assert f'<p class="words">{f"“{row.quote}”" if row.quote else row.text}</p>' in part.replace("&#39;", "'")
            assert ("English wording was not seen" in part) == (not row.quote)
    assert ".es .pair {\n  display: grid;\n  grid-template-columns: 1fr 1fr;" in css("statement_cards")


def found(**cells: str) -> list[str]:
    """What the check has against the rows with other cells in the first."""
    columns = [str(column) for column in TABLES.two_sentences.columns]
    rows = [
        Row("two_sentences.csv", line, {**dict.fromkeys(columns, ""), **{name: str(row[name]) for name in columns}})
        for line, row in enumerate(TABLES.two_sentences.to_dict("records"), start=2)
    ]
    rows[0].cells.update(cells)
    sheets = {"two_sentences": rows}
    return list(check_two_sentences(sheets, sheets))


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"quote": "", "text": ""}, "neither of quote and text"),
        ({"quote": "a", "text": "b"}, "both of quote and text"),
        ({"sentence": "not_at_the_expense"}, "stands in line"),
        ({"document": "Another"}, "Another has no not_at_the_expense"),
        ({"date": "1975-08-02"}, "of 1975-08-01 at Helsinki"),
        ({"place": "Turku"}, "the day and the place of line 2"),
    ],
)
def test_a_row_that_does_not_hold_is_told(cells: dict[str, str], problem: str) -> None:
    assert found() == []
    assert any(problem in one for one in found(**cells))


def test_a_long_quotation_is_refused() -> None:
    cells = {str(name): "" for name in TABLES.two_sentences.columns}
    row = Row("two_sentences.csv", 2, {**cells, "quote": "word " * (QUOTE_WORDS + 1)})
    sheets = {"two_sentences": [row], "statements": [], "readings": []}
    assert any(f"a quotation of {QUOTE_WORDS + 1} words" in one for one in check_quotes(sheets, sheets))
