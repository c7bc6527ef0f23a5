"""Every address that is ours, in the order in which the server has them: OPTIONS, HEAD, parts, packing and headers."""

import gzip
from collections.abc import Iterator
from http import HTTPStatus

import pytest
from each import for_each
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

import dashboard
from geo.wire.assets import current_assets
from geo.wire.downloads import ROUTES as DOWNLOADS
from geo.wire.guard import ALWAYS, POLICY
from geo.wire.offers import OFFERS, Asks
from geo.wire.routes import ROUTES
from geo.wire.strangers import METHODS, TAKES_MORE, Strangers

DAY = "2008-04-03"
FILLED = {"{digest}": current_assets().digest, "{name:path}": "europe.json", "{file}": "events.csv"}
ASKED = {"/qr": "?path=/class", **{f"/data/{each.file}": f"?date={DAY}" for each in OFFERS if each.asks is Asks.DAY}}
"""What an address has to be asked with."""
MADE_FOR_ONE = {"/qr", "/healthz", "/data"}
"""No files: what they say is a line, and comes whole."""
REFUSED = ("/eastward/0123456789abcdef/atlas.js", "/data/nothing.csv", f"/data/status.csv?date={'9' * 400}", "/qr")
"""Answers that say no."""


def address(path: str) -> str:
    for name, value in FILLED.items():
        path = path.replace(name, value)
    return path + ASKED.get(path, "")


EVERY = [route for route in (*ROUTES, *DOWNLOADS, dashboard.HEALTH) if isinstance(route, Route)]
ADDRESSES = list(dict.fromkeys(address(route.path) for route in EVERY))
FILES = [each for each in ADDRESSES if each.partition("?")[0] not in MADE_FOR_ONE]
each_address = for_each("path", ADDRESSES)
each_file = for_each("path", FILES)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """The server as it stands, without Streamlit's own pages."""
    app = Starlette(routes=dashboard.app._user_routes, middleware=dashboard.app._user_middleware)
    with TestClient(app, follow_redirects=False) as opened:
        yield opened


def raw(client: TestClient, path: str, **headers: str) -> tuple[Response, bytes]:
    """An answer, and its body as it travelled."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with client.stream("GET", path, headers=named) as answer:
        return answer, b"".join(answer.iter_raw())


def test_the_routes_are_those_of_the_server() -> None:
    ours = (*ROUTES, *dashboard.LATER, dashboard.HEALTH)
    assert [each for each in ours if each not in dashboard.app._user_routes] == []
    assert len(FILES) >= 20
    assert any(each.endswith(".zip") for each in FILES)


@each_address
def test_options_say_what_may_be_done(client: TestClient, path: str) -> None:
    answer = client.options(path, headers={"Origin": "https://notebook.example"})
    takes = TAKES_MORE.get(path.partition("?")[0], METHODS)
    assert (answer.status_code, answer.headers["Allow"]) == (HTTPStatus.NO_CONTENT, takes)
    assert answer.content == b""


@for_each("path", [*ADDRESSES, *REFUSED])
def test_the_head_is_that_of_the_answer(client: TestClient, path: str) -> None:
    plain = {"Accept-Encoding": "identity"}
    head, get = client.head(path, headers=plain), client.get(path, headers=plain)
    assert (head.status_code, dict(head.headers)) == (get.status_code, dict(get.headers))
    assert head.content == b""
    assert int(get.headers["Content-Length"]) == len(get.content)


@for_each("path", [*ADDRESSES, *REFUSED])
@for_each("given", ["gzip;q=0", "gzip; q=0.000, *;q=0", "br;q=1.0, gzip;q=0", "identity", ""])
def test_what_is_not_wanted_packed_is_sent_as_it_is(client: TestClient, path: str, given: str) -> None:
    answer, body = raw(client, path, Accept_Encoding=given)
    assert "Content-Encoding" not in answer.headers
    assert body == client.get(path).content


@each_file
def test_what_is_wanted_packed_is_the_same(client: TestClient, path: str) -> None:
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    answer, body = raw(client, path, Accept_Encoding="gzip;q=0.5")
    is_packed = answer.headers.get("Content-Encoding") == "gzip"
    assert (gzip.decompress(body) if is_packed else body) == plain.content
    assert not is_packed or "Accept-Encoding" in answer.headers["Vary"]


@each_file
@for_each("given", ["identity", "gzip"])
def test_a_part_of_every_file_is_sent_as_it_is(client: TestClient, path: str, given: str) -> None:
    whole = client.get(path, headers={"Accept-Encoding": "identity"}).content
    for asked, part in (("0-99", whole[:100]), ("100-", whole[100:]), ("-50", whole[-50:])):
        answer, body = raw(client, path, Range=f"bytes={asked}", Accept_Encoding=given)
        assert (answer.status_code, body) == (HTTPStatus.PARTIAL_CONTENT, part), asked
        assert "Content-Encoding" not in answer.headers
        first = len(whole) - len(part) if asked.startswith("-") else int(asked.partition("-")[0])
        assert answer.headers["Content-Range"] == f"bytes {first}-{first + len(part) - 1}/{len(whole)}"
    beyond = client.get(path, headers={"Range": f"bytes={len(whole)}-"})
    assert beyond.status_code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
    assert beyond.headers["Content-Range"] == f"bytes */{len(whole)}"


@for_each("path", sorted(MADE_FOR_ONE))
def test_a_line_comes_whole(client: TestClient, path: str) -> None:
    answer = client.get(address(path), headers={"Range": "bytes=0-9"})
    assert answer.status_code in {HTTPStatus.OK, HTTPStatus.PERMANENT_REDIRECT}


@for_each("path", [*ADDRESSES, *REFUSED])
@for_each("method", ["GET", "OPTIONS", "DELETE"])
def test_every_answer_tells_browsers_not_to_guess(client: TestClient, path: str, method: str) -> None:
    """A part of a page carries no more than it needs, since a first visit fetches a hundred."""
    headers = client.request(method, path).headers
    owed = ALWAYS if POLICY in headers else dict([next(iter(ALWAYS.items()))])
    assert {name: headers.get(name) for name in owed} == owed
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_whatever_a_stranger_may_not_read_says_nothing_to_strangers(client: TestClient) -> None:
    open_to_all = [each for each in ADDRESSES if each.startswith(("/data", "/eastward", "/picture.png"))]
    for path in ADDRESSES:
        headers = client.get(path, headers={"Origin": "https://notebook.example"}).headers
        assert ("Access-Control-Allow-Origin" in headers) is (path in open_to_all), path
    assert any(each.cls is Strangers for each in dashboard.app._user_middleware)
