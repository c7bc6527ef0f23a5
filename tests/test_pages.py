"""Every page runs in Streamlit without an exception, and the first one mounts the atlas."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)

from data.captions import CaptionError
from data.drafts import articles
from data.editions import EditionError
from data.errors import DataError
from data.gate.problems import GateError
from data.keys import KEYS
from data.schema import SCHEMA, Kind
from data.settings import SettingError
from data.tables import TableError, current_tables
from data.words import WordsError, words
from geo.claims.registry import ClaimError
from geo.errors import GeoError, JoinError, LessonError
from geo.wire.assets import current_assets
from geo.wire.bundle import BundleError
from geo.wire.routes import PREFIX
from pages.parts.markdown import as_markdown_text
from pages.parts.statement_cards import StatementCards

ROOT = Path(__file__).parent.parent
PATIENCE_S = 60


def run(path: str) -> AppTest:
    return AppTest.from_file(ROOT / path, default_timeout=PATIENCE_S).run()


def atlases(app: AppTest) -> list[Any]:
    """What is mounted of the atlas; beside it stands what listens to the frame of the pages."""
    return [each for each in app.get("bidi_component") if each.proto.component_name.endswith("eastward_atlas")]


def test_the_dashboard_mounts_the_atlas_once() -> None:
    app = run("dashboard.py")
    assert not app.exception
    assert len(atlases(app)) == 1
    assert len(app.get("bidi_component")) == 2


def test_the_atlas_is_told_where_its_files_are() -> None:
    (atlas,) = atlases(run("dashboard.py"))
    data = json.loads(atlas.proto.json)
    assert data["base"] == f"{PREFIX}/{current_assets().digest}/"


def test_a_second_run_mounts_the_same_atlas() -> None:
    app = run("dashboard.py")
    (before,) = atlases(app)
    (after,) = atlases(app.run())
    assert not app.exception
    assert after.proto == before.proto


@pytest.mark.parametrize("page", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.name)
def test_every_page_runs(page: Path) -> None:
    assert not run(str(page)).exception


@pytest.mark.parametrize("error", [TableError(["statuses.csv line 14: broken"]), JoinError("no shape for unit ATL")])
def test_tables_or_shapes_that_do_not_hold_are_one_sentence(error: ValueError, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr("geo.atlas.current_assets", fail)
    app = run("dashboard.py")
    assert not app.exception
    assert [as_markdown_text(str(error)) in told.value for told in app.error] == [True]


@pytest.mark.parametrize(
    ("base", "kinds"),
    [
        (DataError, {TableError, CaptionError, WordsError, EditionError, SettingError, GateError}),
        (GeoError, {JoinError, LessonError, BundleError, ClaimError}),
    ],
)
def test_each_layer_has_one_base_of_its_errors(base: type[ValueError], kinds: set[type[ValueError]]) -> None:
    assert set(base.__subclasses__()) == kinds
    assert issubclass(base, ValueError)


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> & </details>"


def test_a_hostile_string_in_any_text_column_shows_as_text() -> None:
    tables = current_tables()
    spoilt = {}
    for name in ("statements", "readings", "line_phases", "draft_treaties", "sources", "units"):
        frame = getattr(tables, name).copy()
        texts = [
            column.name
            for column in SCHEMA[name]
            if column.kind is Kind.TEXT and column.name not in {*KEYS.get(name, ()), "reply_to", "statement", "article"}
        ]
        frame[[column for column in texts if column not in ("country_iso3", "of", "iso3", "document")]] = HOSTILE
        spoilt[name] = frame
    spoilt["statements"]["original_language"] = "ru"
    cards = StatementCards(replace(tables, **spoilt), "light")
    page = cards.page(
        cards.listed(spoilt["statements"]),
        cards.pair(spoilt["statements"]["id"], spoilt["statements"]["id"]),
        *map(cards.account, spoilt["readings"].itertuples()),
        *map(cards.phase, spoilt["line_phases"].itertuples()),
        *(cards.draft(each, ("POL",), date(2000, 5, 1), "map.png") for each in articles(replace(tables, **spoilt))),
    )
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "<img src=x" not in page
    assert page.count("</details>") == page.count("<details")


STATEMENTS = current_tables().statements


def test_the_red_lines_say_how_many_statements_each_side_has() -> None:
    app = AppTest.from_file(ROOT / "pages/red_lines.py", default_timeout=PATIENCE_S).run()
    told = app.caption[0].value
    assert told.startswith(f"{len(STATEMENTS)} statements: ")
    named = {words()["side"][side]: str(n) for side, n in STATEMENTS["side"].value_counts().items()}
    assert (
        dict(side.rsplit("\N{NO-BREAK SPACE}", 1) for side in told.partition(": ")[2].rstrip(".").split(" · ")) == named
    )


def counted(column: str, word: str) -> int:
    return int((STATEMENTS[column] == word).sum())


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, len(STATEMENTS)),
        ({"stance": "Dissent"}, counted("stance", "dissent")),
        ({"text": "zzz"}, 0),
        ({"form": "Leaked"}, counted("form", "leaked")),
    ],
)
def test_the_red_lines_count_what_the_address_asks_for(query: dict[str, str], count: int) -> None:
    app = AppTest.from_file(ROOT / "pages/red_lines.py", default_timeout=PATIENCE_S)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    assert f"**{count} of {len(STATEMENTS)} statements**" in [told.value for told in app.markdown]
