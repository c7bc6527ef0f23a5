"""The page Data and sources: every table, filtered and counted; every source with its rows; text stays text."""

from dataclasses import replace
from pathlib import Path

import pytest
from paged import opened
from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)

from data.copy_lines import copy_lines
from data.schema import SCHEMA
from data.tables import current_tables

PAGE = Path(__file__).parent.parent / "pages" / "data_and_sources.py"
PATIENCE_S = 60
TABLES = current_tables()
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> & </dl>"


def told(app: AppTest) -> list[str]:
    return [line for one in app.markdown for line in one.value.split("\n\n")]


@pytest.mark.parametrize("name", SCHEMA)
def test_every_table_is_shown_in_full(name: str) -> None:
    app = opened("data_and_sources", table=name)
    count = len(getattr(TABLES, name))
    assert f"**{count} of {count} rows**" in told(app)
    shown = app.dataframe[0].value
    assert list(shown.columns) == [column.name for column in SCHEMA[name]]
    assert len(shown) == count
    (links,) = [one.proto.body for one in app.get("html") if "eastward.zip" in one.proto.body]
    assert f'href="./data/{name}.csv" target="_self"' in links


@pytest.mark.parametrize(("query", "count"), [("poland SIGN", None), ("zzz", 0), ("(", None)])
def test_the_filter_looks_in_every_column_and_counts(query: str, count: int | None) -> None:
    app = opened("data_and_sources", table="events", search=query)
    rows = app.dataframe[0].value
    assert f"**{len(rows)} of {len(TABLES.events)} rows**" in told(app)
    assert count is None or len(rows) == count
    texts = ["\n".join(map(str, row)).casefold() for row in rows.itertuples(index=False)]
    assert all(word in text for text in texts for word in query.casefold().split())


def test_a_source_lists_the_rows_that_rest_on_it() -> None:
    app = opened("data_and_sources", source="T061")
    rows = app.dataframe[2].value
    assert f"**{len(rows)} rows rest on T061**" in told(app)
    assert ("disputed", "GEO-ABKHAZIA 1993") in set(zip(rows["table"], rows["key"], strict=True))
    sources = app.dataframe[1].value.set_index("id")
    assert sources.loc["T061", "rows"] == len(rows)
    assert len(sources) == len(TABLES.sources)


def test_how_much_was_seen_is_computed() -> None:
    lines = told(opened("data_and_sources"))
    statements = TABLES.statements
    contested = int(((statements["confidence"] == "contested") & (statements["quote"] != "")).sum())
    seen = int((statements["confidence"] == "verified").sum()) + contested
    (of_statements,) = (line for line in lines if line.startswith(f"**{seen} of {len(statements)} statements ("))
    originals = int((statements["original"] != "").sum())
    assert f"; {originals} of " in of_statements
    frames = [getattr(TABLES, name) for name in SCHEMA if name != "statements"]
    confidences = [word for frame in frames if "confidence" in frame for word in frame["confidence"] if word]
    verified = confidences.count("verified")
    total = sum(len(frame) for frame in frames if "confidence" in frame)
    assert f"**{verified} of {total} facts ({verified / total:.0%})** were seen in the source named." in lines
    assert any(line.startswith("Statements by side: Russian\u00a0") for line in lines)


def test_a_hostile_string_shows_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = TABLES.sources.assign(producer=HOSTILE, title=HOSTILE, url="javascript:alert(3)", note=HOSTILE)
    spoilt = replace(TABLES, sources=sources, edition_note=HOSTILE, version="hostile")
    monkeypatch.setattr("data.tables.current_tables", lambda: spoilt)
    app = opened("data_and_sources", table="sources")
    pages = "".join(one.proto.body for one in app.get("html"))
    assert "&lt;script&gt;" in pages
    assert "<script" not in pages
    assert "<img" not in pages
    assert "javascript:" not in pages
    assert not any(HOSTILE in one for one in told(app))
    assert app.dataframe[0].value["note"][0] == HOSTILE


def test_the_lines_to_copy_stand_in_blocks() -> None:
    app = opened("data_and_sources")
    assert [each.label for each in app.tabs] == [each.title for each in copy_lines("")]
    assert {each.lines for each in copy_lines("data/")} <= {each.value for each in app.code}
    assert any('href="./data/"' in one.proto.body for one in app.get("html"))
