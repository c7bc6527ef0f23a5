"""Streamlit's files are compressed once, and whoever asks otherwise than usual is answered as before."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.testclient import TestClient
from streamlit import file_util  # noqa: TID251  (its files are what is kept)
from streamlit.web.server.starlette.starlette_static_routes import (  # noqa: TID251
    create_streamlit_static_handler,
)

from geo.wire import kept_answers
from geo.wire.answers import GzipWhereWanted
from geo.wire.guard import Guard
from geo.wire.kept_answers import KEPT_BYTES, KeptAnswers

STATIC = Path(file_util.get_static_dir()) / "static"
BODY = b"a chunk of Streamlit's " * 100
FOR_GOOD = {"Cache-Control": "public, immutable, max-age=31536000", "ETag": '"1"'}
ORDER = [Middleware(Guard), Middleware(KeptAnswers), Middleware(GzipWhereWanted, minimum_size=1000)]


class Counted:
    """An app that counts what comes through to it."""

    def __init__(self) -> None:
        self.asked = 0
        routes = [
            Route("/static/js/{name}", self._file),
            Route("/static/page", self._page),
            Route("/other", self._file),
        ]
        self.client = TestClient(Starlette(routes=routes, middleware=ORDER))

    async def _file(self, request: Request) -> Response:
        self.asked += 1
        if request.headers.get("If-None-Match") == '"1"':
            return Response(status_code=304)
        return PlainTextResponse(BODY + request.url.path.encode(), headers=FOR_GOOD, media_type="text/javascript")

    async def _page(self, _request: Request) -> Response:
        self.asked += 1
        return PlainTextResponse(BODY, headers={"Cache-Control": "no-cache"})


@pytest.fixture
def app() -> Iterator[Counted]:
    yield Counted()


def test_a_file_is_made_ready_once_and_sent_alike(app: Counted) -> None:
    answers = [app.client.get("/static/js/index.1.js") for _ in range(3)]
    assert app.asked == 1
    assert {answer.content for answer in answers} == {BODY + b"/static/js/index.1.js"}
    assert len({tuple(answer.headers.multi_items()) for answer in answers}) == 1
    assert answers[2].headers["Content-Encoding"] == "gzip"
    with app.client.stream("GET", "/static/js/index.1.js") as answer:
        assert gzip.decompress(b"".join(answer.iter_raw())) == answers[0].content


def test_each_address_has_its_own(app: Counted) -> None:
    names = ("a.js", "b.js", "a.js", "b.js")
    assert [app.client.get(f"/static/js/{name}").content[-4:] for name in names] == [name.encode() for name in names]
    assert app.asked == 2


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"Accept-Encoding": "identity"}, 200), ({"If-None-Match": '"1"'}, 304), ({"Range": "bytes=0-3"}, 200)],
)
def test_other_wishes_go_through(app: Counted, headers: dict[str, str], status: int) -> None:
    app.client.get("/static/js/a.js")
    answer = app.client.get("/static/js/a.js", headers=headers)
    assert (answer.status_code, app.asked) == (status, 2)
    assert ("Content-Encoding" in answer.headers) == ("Accept-Encoding" not in headers and status == 200)


@pytest.mark.parametrize("path", ["/static/page", "/other", "/static/js"])
def test_what_may_change_and_what_is_missing_is_not_kept(app: Counted, path: str) -> None:
    first, second = (app.client.get(path) for _ in range(2))
    assert (first.status_code, first.content) == (second.status_code, second.content)
    assert app.asked == (0 if path == "/static/js" else 2)


def test_the_head_alone_goes_through(app: Counted) -> None:
    app.client.get("/static/js/a.js")
    assert app.client.head("/static/js/a.js").content == b""
    assert app.asked == 2


# ---------------------------------------------------------------------- up to so much


def size_of(answer: Response) -> int:
    return int(answer.headers["Content-Length"])


def test_a_file_under_ever_new_addresses_is_kept_up_to_so_many_bytes(
    app: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Streamlit finds a file however many slashes stand before its name."""
    monkeypatch.setattr(kept_answers, "_size", lambda _path, answer: len(answer[1]["body"]))
    size = size_of(app.client.get("/static/js/0.js"))
    monkeypatch.setattr(kept_answers, "KEPT_BYTES", 4 * size)
    for at in range(1, 10):
        app.client.get(f"/static/js/{at}.js")
    asked = app.asked
    for at in (9, 8, 7, 6):
        app.client.get(f"/static/js/{at}.js")
    assert app.asked == asked, "the last four are kept"
    app.client.get("/static/js/0.js")
    assert app.asked == asked + 1, "the first gave way"
    app.client.get("/static/js/9.js")
    assert app.asked == asked + 2, "and so does what nobody asked for longest"
    app.client.get("/static/js/6.js")
    assert app.asked == asked + 2


def test_a_file_larger_than_all_that_may_be_kept_goes_through(app: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_answers, "KEPT_BYTES", 10)
    assert app.client.get("/static/js/a.js").content == app.client.get("/static/js/a.js").content
    assert app.asked == 2


def test_the_length_of_an_address_counts_as_well(app: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_answers, "KEPT_BYTES", 8_000)
    for name, asked in (("a" * 100, 1), ("b" * 10_000, 3)):
        for _ in range(2):
            app.client.get(f"/static/js/{name}")
        assert app.asked == asked


def test_all_files_of_streamlit_are_kept() -> None:
    files = [path for path in STATIC.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 2 * KEPT_BYTES, "packed they take less than half"
    assert len(files) > 100


def test_streamlit_finds_a_file_under_many_addresses() -> None:
    """What the bound is for; where Streamlit finds them no longer, it may go."""
    found = next(path for path in (STATIC / "js").iterdir() if path.suffix == ".js")
    app = create_streamlit_static_handler(str(STATIC.parent), "")
    with TestClient(Starlette(routes=[Mount("/", app)], middleware=ORDER)) as client:
        for slashes in ("/", "//", "/./", "/././"):
            answer = client.get(f"http://testserver/static/js{slashes}{found.name}")
            assert answer.content == found.read_bytes()
            assert "immutable" in answer.headers["Cache-Control"]
