"""With tables that do not hold together the server starts, and every page and route says so in words."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pages.parts.markdown import as_markdown_text

ROOT = Path(__file__).parent.parent
ROUTES = [
    "/healthz",
    "/class",
    "/teach",
    "/embed",
    "/picture.png",
    "/eastward/0123456789abcdef/facts.json",
    "/data/events.csv",
    "/data/status.csv?date=1999-12-31",
    "/data/eastward.zip",
    "/data/",
    "/data/map.geojson?date=1999-12-31",
    "/data/status.parquet",
]
pytestmark = pytest.mark.slow
PAGES = [path.stem for path in sorted((ROOT / "pages").glob("*.py"))]
SENTENCE = "statuses.csv line 2: confidence is 'sure'; expected one of verified, known, unsure"
ASK = """
import json, runpy, sys
from functools import partial
from types import SimpleNamespace
import streamlit as st
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest
from geo.wire.broken import logged_if_broken
from geo.wire.downloads import ROUTES as DOWNLOADS
from geo.wire.health import HEALTH
from geo.wire.routes import ROUTES
from dashboard import make_ready

routes, pages = json.loads(sys.argv[1])
logged_if_broken(make_ready)
said = {}
with TestClient(Starlette(routes=[*ROUTES, *DOWNLOADS, HEALTH]), raise_server_exceptions=False) as client:
    for path in routes:
        answer = client.get(path)
        said[path] = [answer.status_code, answer.headers["Content-Type"], answer.text]
for page in pages:
    chosen = SimpleNamespace(title=page, run=partial(runpy.run_path, f"pages/{page}.py"))
    st.navigation = lambda *_, **__: chosen  # the tester knows no pages made by st.navigation
    app = AppTest.from_file("dashboard.py", default_timeout=60).run()
    said[page] = [len(app.exception), "page", "".join(told.value for told in app.error)]
print(json.dumps(said))
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, Any], str]]:
    """What a copy of the project with one wrong cell answers by route and page, and what it logs at the start."""
    copy = tmp_path_factory.mktemp("copy")
    for room in ("data", "geo", "pages"):
        shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "dashboard.py", copy)
    statuses = copy / "data" / "statuses.csv"
    header, first, *rest = statuses.read_text(encoding="utf-8").splitlines(keepends=True)
    spoilt = f"{first.rpartition(',')[0]},sure\n"
    statuses.write_text("".join([header, spoilt, *rest]), encoding="utf-8")
    command = [sys.executable, "-c", ASK, json.dumps([ROUTES, PAGES])]
    done = subprocess.run(command, cwd=copy, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    yield json.loads(done.stdout.splitlines()[-1]), done.stderr


@pytest.mark.parametrize("path", ROUTES)
def test_a_route_answers_503_and_the_sentence(asked: tuple[dict[str, Any], str], path: str) -> None:
    status, media_type, text = asked[0][path]
    assert (status, media_type) == (503, "text/plain; charset=utf-8")
    assert SENTENCE in text


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_the_sentence_and_shows_no_traceback(asked: tuple[dict[str, Any], str], page: str) -> None:
    exceptions, _, told = asked[0][page]
    assert exceptions == 0
    assert as_markdown_text(SENTENCE) in told


def test_the_start_logs_the_sentence(asked: tuple[dict[str, Any], str]) -> None:
    assert SENTENCE in asked[1]
    assert "Traceback" not in asked[1]
