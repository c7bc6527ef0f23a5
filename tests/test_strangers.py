"""Pages of other sites read tables, maps and files; parts of a file are sent; OPTIONS and HEAD are answered."""

from collections.abc import Iterator

import pytest
from each import for_each
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from data.export import PACKAGE
from geo.wire.answers import GzipWhereWanted
from geo.wire.assets import current_assets
from geo.wire.downloads import ROUTES as DOWNLOADS
from geo.wire.health import HEALTH
from geo.wire.routes import PREFIX, ROUTES
from geo.wire.strangers import Strangers

ZIP = f"/data/{PACKAGE}.zip"
ASSET = f"/{PREFIX}/{current_assets().digest}/europe.json"
OPEN = ["/data/", "/data/events.csv", ZIP, ASSET, "/data/nothing.csv", "/data/status.csv", f"/{PREFIX}/0/atlas.js"]
QR = "/qr?path=/class"
OWN = ["/class", "/teach", "/embed", QR, "/healthz"]
ORDER = [Middleware(Strangers), Middleware(GzipWhereWanted, minimum_size=1000)]


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=[*ROUTES, *DOWNLOADS, HEALTH], middleware=ORDER)) as opened:
        yield opened


@pytest.mark.parametrize("path", OPEN)
def test_what_is_open_can_be_read_from_other_sites(client: TestClient, path: str) -> None:
    headers = client.get(path, headers={"Origin": "https://notebook.example"}).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert {"Content-Range", "ETag"} <= set(headers["Access-Control-Expose-Headers"].split(", "))


@pytest.mark.parametrize("path", OWN)
def test_the_rest_cannot(client: TestClient, path: str) -> None:
    assert not [name for name in client.get(path).headers if name.startswith("access-control")]


@for_each("path", [*OPEN, *OWN])
def test_options_are_told(client: TestClient, path: str) -> None:
    asked = {"Origin": "https://notebook.example", "Access-Control-Request-Method": "GET"}
    response = client.options(path, headers=asked)
    takes = "GET, HEAD, OPTIONS, POST" if path == QR else "GET, HEAD, OPTIONS"
    assert (response.status_code, response.headers["Allow"]) == (204, takes)
    assert ("Access-Control-Allow-Methods" in response.headers) is (path in OPEN)


@pytest.mark.parametrize("path", ["/database", "/classes", "/qrcode"])
def test_an_address_that_only_begins_alike_is_none_of_ours(client: TestClient, path: str) -> None:
    assert client.options(path).status_code == 404


@for_each("path", [*OPEN, *OWN])
@for_each("method", ["PUT", "DELETE", "POST"])
def test_nothing_can_be_sent(client: TestClient, path: str, method: str) -> None:
    """But the address for a code, which may hold the key of a room and is not to stand in a log."""
    response = client.request(method, path)
    takes = {"POST"} if path == QR else set()
    if method in takes:
        assert response.status_code == 400
    else:
        assert response.status_code == 405
        assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD"} | takes


@for_each("path", [*OPEN, *OWN])
def test_head_tells_what_get_would(client: TestClient, path: str) -> None:
    plain = {"Accept-Encoding": "identity"}
    head, get = client.head(path, headers=plain), client.get(path, headers=plain)
    assert (head.status_code, dict(head.headers)) == (get.status_code, dict(get.headers))


@for_each(
    "asked, start, stop",
    [("bytes=0-99", 0, 100), ("bytes=100-", 100, None), ("bytes=-50", -50, None), ("bytes=7-7", 7, 8)],
)
@for_each("path", [ZIP, ASSET, "/data/events.csv", "/class"])
@for_each("encoding", ["identity", "gzip"])
def test_a_part_is_sent_as_it_is(
    client: TestClient, path: str, asked: str, start: int, stop: int | None, encoding: str
) -> None:
    whole = client.get(path).content
    response = client.get(path, headers={"Range": asked, "Accept-Encoding": encoding})
    assert response.status_code == 206
    assert response.content == whole[start:stop]
    first = start % len(whole)
    last = first + len(response.content) - 1
    assert response.headers["Content-Range"] == f"bytes {first}-{last}/{len(whole)}"
    assert "Content-Encoding" not in response.headers


def test_parts_join_to_the_whole(client: TestClient) -> None:
    whole = client.get(ZIP)
    assert whole.headers["Accept-Ranges"] == "bytes"
    tag = whole.headers["ETag"]
    assert not tag.startswith("W/")
    rest = client.get(ZIP, headers={"Range": "bytes=1000-", "If-Range": tag})
    assert rest.status_code == 206
    assert client.get(ZIP, headers={"Range": "bytes=0-999"}).content + rest.content == whole.content


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=-0"])
def test_a_part_beyond_the_file_is_refused_with_its_length(client: TestClient, asked: str) -> None:
    response = client.get(ZIP, headers={"Range": asked})
    assert response.status_code == 416
    assert response.headers["Content-Range"] == f"bytes */{len(client.get(ZIP).content)}"


@pytest.mark.parametrize(
    "headers",
    [
        {"Range": "bytes=-"},
        {"Range": "bytes=9-3"},
        {"Range": "bytes=0-1,5-6"},
        {"Range": "lines=0-1"},
        {"Range": f"bytes={'9' * 5000}-"},
        {"Range": "bytes=٣-"},
        {"Range": "bytes=0-9", "If-Range": '"another"'},
        {"Range": "bytes=0-9", "If-Range": "Wed, 21 Oct 2026 07:28:00 GMT"},
    ],
)
def test_what_cannot_be_answered_in_part_is_sent_whole(client: TestClient, headers: dict[str, str]) -> None:
    raw = {name: value.encode() for name, value in headers.items()}
    assert client.get(ZIP, headers=raw).status_code == 200


def test_what_may_travel_in_two_forms_is_not_joined_from_parts(client: TestClient) -> None:
    tag = client.get("/data/events.csv").headers["ETag"]
    assert client.get("/data/events.csv", headers={"Range": "bytes=0-9", "If-Range": tag}).status_code == 200


def test_a_head_has_no_part(client: TestClient) -> None:
    assert client.head(ZIP, headers={"Range": "bytes=0-9"}).status_code == 200
