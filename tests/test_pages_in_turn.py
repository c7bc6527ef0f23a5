"""One reader goes through the pages in any order: what one keeps in the session, another does not take for its own."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)

from data.tables import current_tables
from data.words import words
from pages.parts import changes, data_tables

ROOT = Path(__file__).parent.parent
PATIENCE_S = 120
KEEP_WORK = ("lesson", "your_own")
"""Those that keep what a reader made; each is come to from every other page, and from each other."""
OTHERS = ("countries", "data_and_sources", "red_lines", "compare")


def test_whoever_comes_from_any_page_finds_each_page_whole() -> None:
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=PATIENCE_S).run()
    named = words()["frame"]
    for other in OTHERS:
        for name in (other, *KEEP_WORK):
            app.switch_page(f"pages/{name}.py").run()
            assert [each.value for each in (*app.exception, *app.error)] == [], f"{name} after {other}"
            assert app.title or app.header, named[name]


def test_a_run_of_a_page_makes_no_table_anew_and_no_file_that_nobody_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = AppTest.from_file(ROOT / "pages" / "data_and_sources.py", default_timeout=PATIENCE_S).run()

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("made at a run")

    monkeypatch.setattr("streamlit.dataframe_util.convert_pandas_df_to_arrow_table", fail)
    for part, name in ((changes, "changes_csv"), (changes, "package_path"), (data_tables, "rows_by_source")):
        monkeypatch.setattr(part, name, fail)
    app.text_input(key="search").set_value("Estonia").run()
    assert not app.exception
    assert 0 < len(app.dataframe[0].value) < len(data_tables.sent("accessions", current_tables()))
