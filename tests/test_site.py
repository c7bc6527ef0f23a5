"""The site of files is whole, rests on no server, and may lie at any place."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.drawing.views import VIEWS
from geo.publish.__main__ import main
from geo.publish.class_page import Reader, current_class_page
from geo.wire.assets import current_assets
from geo.wire.guard import ALWAYS, hashes_of
from geo.wire.offers import TABLES

BASE = f"eastward/{current_assets().digest}"


OURS = ("csto", "euro")
"""Of the memberships as many as show what becomes of each."""


@pytest.fixture(scope="module", autouse=True)
def few() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("geo.publish.site.membership_ids", lambda: OURS)
        yield


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "new"
    assert main(["site", str(folder)]) == 0
    return folder


def test_the_map_alone_finds_its_files(site: Path) -> None:
    page = (site / "embed.html").read_text(encoding="utf-8")
    held = re.search(r'<script type="application/json" id="embed">(.*?)</script>', page)
    assert held
    payload = json.loads(held[1])
    assert payload["base"] == f"{BASE}/"
    of_memberships = (f"{kind}-{id_}" for kind in ("facts", "over") for id_ in OURS)
    views = {view for offered in payload["memberships"].values() for view in offered}
    for name in ("facts", "sources", "forces", "ear", "ear-of-the-world", *payload["views"], *of_memberships, *views):
        assert json.loads((site / payload["base"] / f"{name}.json").read_text(encoding="utf-8"))
    assert payload["views"] == list(VIEWS)


def test_the_first_page_is_the_pupil_s(site: Path) -> None:
    assert (site / "index.html").read_bytes() == (site / "class.html").read_bytes() == current_class_page().body
    assert (site / "teach.html").read_bytes() == current_class_page(Reader.TEACHER).body


@pytest.mark.parametrize("reader", Reader)
@pytest.mark.parametrize("id_", OURS)
def test_a_membership_has_its_pages_beside_those_of_all(site: Path, reader: Reader, id_: str) -> None:
    assert (site / f"{reader}-{id_}.html").read_bytes() == current_class_page(reader, id_).body


def test_no_address_rests_on_the_place_of_the_site(site: Path) -> None:
    for path in site.rglob("*.html"):
        head = path.read_text(encoding="utf-8").partition("<style>")[0]
        assert not re.findall(r"""(?:src|href)\s*=\s*["'](?:/|https?:)""", head), path


@pytest.mark.parametrize("page", ["class", "teach", "embed"])
def test_an_address_without_an_ending_leads_on_with_its_query(site: Path, page: str) -> None:
    text = (site / page / "index.html").read_text(encoding="utf-8")
    assert f"location.replace('../{page}.html' + location.search" in text
    (script,) = hashes_of(text.encode())
    assert f"script-src {script};" in text


def test_every_table_lies_there(site: Path) -> None:
    assert {path.name for path in (site / "data").iterdir()} >= {*TABLES, "eastward.zip", "panel.csv", "status.parquet"}
    for name, offer in TABLES.items():
        assert (site / "data" / name).read_bytes() == offer.made().body


def test_the_headers_are_those_of_the_server(site: Path) -> None:
    told = (site / "_headers").read_text(encoding="utf-8")
    for name, value in ALWAYS.items():
        assert f"  {name}: {value}\n" in told
    files, data = told.partition("/eastward/*\n")[2].split("/data/*\n")
    assert "immutable" in files
    for part in (files, data):
        assert "Access-Control-Allow-Origin: *" in part


def test_nothing_half_written_stays(site: Path) -> None:
    assert not list(site.rglob("*.part"))


def test_what_others_have_open_stays_and_a_lesson_of_one_s_own_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.publish.site.link_picture", lambda *_: b"picture")
    former = tmp_path / "eastward" / ("0" * 16) / "facts.json"
    former.parent.mkdir(parents=True)
    former.write_text("{}")
    ours = (Path(__file__).parent.parent / "data" / "lesson.toml").read_text(encoding="utf-8")
    own = tmp_path / "own.toml"
    own.write_text(
        re.sub(r'^title = ".*?"', 'title = "Of my own"', ours, count=1, flags=re.MULTILINE), encoding="utf-8"
    )
    assert main(["site", str(tmp_path), "--lesson", str(own)]) == 0
    assert former.read_text() == "{}"
    assert "Of my own" in (tmp_path / "index.html").read_text(encoding="utf-8")
