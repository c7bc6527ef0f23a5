"""Who had the atlas of a membership open before an update goes on with it, for a day."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.wire.assets import Asset, current_assets
from geo.wire.former import Former, keep_files, keep_late
from geo.wire.routes import PREFIX, ROUTES

OLD = "0" * 16
FACTS, OVER = "facts-eu.json", "over-schengen.json"


class Edition:
    """As much of an edition as is kept; what it has not made must not be asked for."""

    digest = OLD
    names = ("atlas.js", "memberships.json", OVER, FACTS, "facts-coe.json")

    def file(self, name: str) -> Asset:
        assert not name.startswith("facts-")
        return Asset(name, f"{OLD} {name}".encode())


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A server that was updated: somebody had the Union open before."""
    monkeypatch.setenv("EASTWARD_KEEP", str(tmp_path))
    keep_files(Edition())
    keep_late(OLD, Asset(FACTS, b"the facts of then"))
    keep_late(OLD, Asset("small-2004-1999-01-01.png", b"no facts"))
    keep_late("1" * 16, Asset(FACTS, b"of an edition that is not kept"))
    (tmp_path / OLD / ".ended").write_text("9999999999")
    assert Former(tmp_path).has(OLD)
    made = Asset("facts-coe.json", b"the facts of now")
    monkeypatch.setattr(type(current_assets()), "file", lambda _self, _name: made)
    return TestClient(Starlette(routes=ROUTES))


def test_what_was_open_before_is_served_as_it_was(client: TestClient, tmp_path: Path) -> None:
    facts, over = (client.get(f"/{PREFIX}/{OLD}/{name}") for name in (FACTS, OVER))
    assert facts.text == "the facts of then"
    assert over.text == f"{OLD} {OVER}"
    assert all("immutable" in each.headers["cache-control"] for each in (facts, over))
    assert {path.name for path in tmp_path.iterdir()} == {OLD}
    assert {path.name for path in (tmp_path / OLD).iterdir()} == {"atlas.js", "memberships.json", OVER, FACTS, ".ended"}


def test_facts_that_nobody_had_asked_for_are_those_of_now(client: TestClient) -> None:
    answer = client.get(f"/{PREFIX}/{OLD}/facts-coe.json")
    assert (answer.status_code, answer.text) == (200, "the facts of now")
    assert answer.headers["cache-control"] == "no-cache"
    for gone in (f"{OLD}/facts-atlantis.json", f"{'1' * 16}/{FACTS}"):
        assert client.get(f"/{PREFIX}/{gone}").status_code == 404


def test_what_is_asked_for_now_is_kept_for_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EASTWARD_KEEP", str(tmp_path))
    assets = current_assets()
    (tmp_path / assets.digest).mkdir()
    monkeypatch.setattr(type(assets), "file", lambda _self, name: Asset(name, b"{}"))
    client = TestClient(Starlette(routes=ROUTES))
    for name in (FACTS, OVER):
        assert client.get(f"/{PREFIX}/{assets.digest}/{name}").status_code == 200
    assert [path.name for path in (tmp_path / assets.digest).iterdir()] == [FACTS]
