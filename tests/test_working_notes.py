"""Working notes are there for whoever asks, and nowhere else."""

from collections.abc import Iterator

from made import made_facts
from markupsafe import escape

from data.cards import working_notes
from data.export import table_csv
from data.schema import SCHEMA, WORKING_NOTE
from data.tables import current_tables
from geo.wire.strict_json import to_json
from pages.parts.country_profile import profile_html

TABLES = current_tables()


def noted() -> Iterator[tuple[str, str]]:
    for name, columns in SCHEMA.items():
        if any(column.name == WORKING_NOTE for column in columns):
            yield from ((name, text) for text in getattr(TABLES, name)[WORKING_NOTE] if text)


def test_no_working_note_travels_with_the_facts() -> None:
    facts = to_json(made_facts())
    assert len(list(noted())) > 50
    assert not [(name, text) for name, text in noted() if to_json(text)[1:-1] in facts]


def test_a_table_taken_away_carries_its_working_notes() -> None:
    for name, text in noted():
        assert text.split('"')[0] in table_csv(name, TABLES), (name, text)


def test_a_profile_folds_the_working_notes_of_its_rows_away() -> None:
    (first, *_) = working_notes(TABLES, "UZB")
    told = str(profile_html(TABLES, "light", "UZB")[1])
    before, folded = told.split('<details class="working">')
    assert escape(first.text) not in before
    assert escape(first.text) in folded.split("</details>")[0]
