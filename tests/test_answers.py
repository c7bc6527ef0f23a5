"""Whoever has a file hears so, and nothing travels compressed to whoever refuses it."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from geo.wire.answers import GzipWhereWanted, accepts_gzip, answer, has_tag, prefers, tag_of

BODY = b"eastward " * 200
TAG = tag_of(BODY)
STRONG = TAG.removeprefix("W/")


@pytest.fixture
def client() -> Iterator[TestClient]:
    async def file(request: Request) -> Response:
        headers = {"Cache-Control": "no-cache", "Content-Disposition": "attachment"}
        return answer(request, BODY, "text/plain", headers=headers, tag=TAG, gzipped=b"packed")

    async def plain(_request: Request) -> Response:
        return PlainTextResponse(BODY)

    packed = [Middleware(GzipWhereWanted, minimum_size=1000)]
    with TestClient(Starlette(routes=[Route("/", file), Route("/plain", plain)], middleware=packed)) as opened:
        yield opened


@pytest.mark.parametrize("given", [TAG, STRONG, f'"other", {TAG}', f'"other",{STRONG}', "*", " * ", f'"a,b", {TAG}'])
def test_a_known_tag_is_found(given: str) -> None:
    assert has_tag(Headers({"If-None-Match": given}), TAG)


@pytest.mark.parametrize(
    "given", ["", '"other"', TAG[:-2], TAG.strip('W/"'), f"{TAG[:-1]}x", '"*"', f'"{STRONG[1:-1]},x"']
)
def test_another_tag_is_not(given: str) -> None:
    assert not has_tag(Headers({"If-None-Match": given}), TAG)


def test_a_tag_may_stand_in_a_second_header() -> None:
    lines = [(b"if-none-match", b'"other"'), (b"if-none-match", TAG.encode())]
    assert has_tag(Headers(raw=lines), TAG)


@pytest.mark.parametrize(
    "given",
    [
        "gzip",
        "br, gzip",
        "GZIP;q=1.0",
        "gzip;q=0.001",
        "identity;q=0, gzip; q=0.5",
        "*",
        "*;q=0.1, br",
        "x-gzip",
        "deflate, *;q=0, gzip",
    ],
)
def test_gzip_is_wanted(given: str) -> None:
    assert accepts_gzip(Headers({"Accept-Encoding": given}))


@pytest.mark.parametrize(
    "given", ["", "identity", "br", "gzip;q=0", "gzip; q=0.000, br", "*;q=0", "gzip;q=0, *", "gzip;q=-1", "gzip;q=x"]
)
def test_gzip_is_not_wanted(given: str) -> None:
    assert not accepts_gzip(Headers({"Accept-Encoding": given}))


def test_unchanged_has_no_body_and_nothing_about_one(client: TestClient) -> None:
    response = client.get("/", headers={"If-None-Match": TAG})
    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["ETag"] == TAG
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["Vary"] == "Accept-Encoding"
    assert "Content-Disposition" not in response.headers


@pytest.mark.parametrize("path", ["/", "/plain"])
@pytest.mark.parametrize("given", ["gzip;q=0", "identity", "br;q=1.0, gzip;q=0"])
def test_what_is_refused_is_not_sent(client: TestClient, path: str, given: str) -> None:
    response = client.get(path, headers={"Accept-Encoding": given})
    assert "Content-Encoding" not in response.headers
    assert response.content == BODY


def test_what_is_wanted_is_sent(client: TestClient) -> None:
    assert client.get("/plain", headers={"Accept-Encoding": "br, gzip"}).headers["Content-Encoding"] == "gzip"
    with client.stream("GET", "/", headers={"Accept-Encoding": "gzip"}) as response:
        assert b"".join(response.iter_raw()) == b"packed"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("application/json", True),
        ("text/html;q=0.5, application/json", True),
        ("text/html, application/json;q=0.9", False),
        ("text/html, application/json", False),
        ("application/json;q=0", False),
        ("*/*", False),
        ("", False),
    ],
)
def test_json_is_for_whoever_would_rather_have_it(given: str, expected: bool) -> None:
    assert prefers(Headers({"Accept": given}), "application/json", "text/html") is expected
