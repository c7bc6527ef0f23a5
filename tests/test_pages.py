"""Every page runs in Streamlit without an exception, and the first one mounts the atlas."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)

from data.tables import TableError
from geo.assets import current_assets
from geo.errors import JoinError
from geo.routes import PREFIX

ROOT = Path(__file__).parent.parent
PATIENCE_S = 60


def run(path: str) -> AppTest:
    return AppTest.from_file(ROOT / path, default_timeout=PATIENCE_S).run()


def test_the_dashboard_mounts_the_atlas_once() -> None:
    app = run("dashboard.py")
    assert not app.exception
    (atlas,) = app.get("bidi_component")
    assert atlas.proto.component_name.endswith("eastward_atlas")


def test_the_atlas_is_told_where_its_files_are() -> None:
    (atlas,) = run("dashboard.py").get("bidi_component")
    data = json.loads(atlas.proto.json)
    assert data["base"] == f"{PREFIX}/{current_assets().digest}/"
    assert data["modules"] == current_assets().modules


def test_a_second_run_mounts_the_same_atlas() -> None:
    app = run("dashboard.py")
    (before,) = app.get("bidi_component")
    (after,) = app.run().get("bidi_component")
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
    assert [str(error) in told.value for told in app.error] == [True]
