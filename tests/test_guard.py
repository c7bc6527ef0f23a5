"""Every answer tells the browser what it may use, and who may frame it; no page runs a script not its own."""

import gzip
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

import pytest
from each import for_each
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from data.settings import SettingError, frames
from geo.publish.class_page import current_class_page
from geo.publish.embed_page import current_embed_page
from geo.wire.answers import GzipWhereWanted
from geo.wire.downloads import ROUTES as DOWNLOADS
from geo.wire.guard import ALWAYS, POLICY, Guard, hashes_of
from geo.wire.health import HEALTH
from geo.wire.link_preview import LinkPreview
from geo.wire.routes import PREFIX, ROUTES

DOCUMENT = b"<!doctype html><head><title>Streamlit</title><script>first()</script></head><p>"
PROMISED = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
"""As `SECURITY.md` and others rely on them, whatever the guard's own list has."""
HASH = f"'sha256-{b64encode(sha256(b'first()').digest()).decode()}'"


async def streamlits(_request: Request) -> Response:
    return HTMLResponse(DOCUMENT)


async def svg(_request: Request) -> Response:
    return Response("<svg/>", media_type="image/svg+xml")


async def packed(request: Request) -> Response:
    """As Streamlit, which packs its documents where that is wanted."""
    if "Accept-Encoding" in request.headers:
        return HTMLResponse(gzip.compress(DOCUMENT), headers={"Content-Encoding": "gzip"})
    return HTMLResponse(DOCUMENT)


@pytest.fixture
def client() -> Iterator[TestClient]:
    pages = [Route("/", streamlits), Route("/other", streamlits), Route("/claims", packed), Route("/mark.svg", svg)]
    order = [Middleware(Guard), Middleware(GzipWhereWanted), Middleware(LinkPreview, pages=("atlas", "claims"))]
    with TestClient(Starlette(routes=[*pages, *ROUTES, *DOWNLOADS, HEALTH], middleware=order)) as opened:
        yield opened


def policy(response: Response) -> dict[str, str]:
    """The directives of the one policy of an answer."""
    stated = [value for name, value in response.headers.multi_items() if name.lower() == POLICY.lower()]
    assert len(stated) == 1
    return {name: sources for name, _, sources in (each.strip().partition(" ") for each in stated[0].split(";"))}


@for_each(
    "method, path, status",
    [
        ("GET", "/", 200),
        ("GET", "/healthz", 200),
        ("GET", "/class", 200),
        ("GET", "/teach", 200),
        ("GET", "/data/", 200),
        ("GET", "/data/events.csv", 200),
        ("GET", "/data/nothing.csv", 404),
        ("GET", "/eastward/0000000000000000/atlas.js", 404),
        ("GET", "/qr", 400),
        ("GET", "/nowhere", 404),
        ("POST", "/class", 405),
    ],
)
def test_every_answer_carries_the_headers(client: TestClient, method: str, path: str, status: int) -> None:
    response = client.request(method, path)
    assert response.status_code == status
    assert {name: response.headers.get(name) for name in ALWAYS | PROMISED} == ALWAYS | PROMISED
    assert policy(response)["frame-ancestors"] == "*"


def test_a_page_runs_only_what_is_served_and_the_scripts_of_its_document(client: TestClient) -> None:
    found = policy(client.get("/"))
    scripts = found["script-src"].split()
    assert scripts[:2] == ["'self'", "blob:"]
    assert HASH in scripts
    assert all(each.startswith("'sha256-") for each in scripts[2:])
    assert "'unsafe-inline'" not in found["script-src"]
    assert found["object-src"] == "'none'"
    assert found["default-src"] == found["connect-src"] == "'self'"


def test_a_page_that_streamlit_would_pack_is_read_whole(client: TestClient) -> None:
    response = client.get("/claims", headers={"Accept-Encoding": "gzip"})
    assert HASH in policy(response)["script-src"]
    assert "og:title" in response.text


@pytest.mark.parametrize("path", ["/class", "/teach", "/embed"])
def test_a_page_of_ours_says_the_same_in_itself_and_runs_its_one_script(client: TestClient, path: str) -> None:
    response = client.get(path)
    found = policy(response)
    del found["frame-ancestors"]  # which counts in headers alone
    inside = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', response.text)
    assert inside
    assert inside[1] == "; ".join(f"{name} {sources}" for name, sources in found.items())
    script = re.findall(r'<script type="module">(.*?)</script>', response.text, re.DOTALL)
    assert len(script) == 1
    assert found["script-src"] == f"'sha256-{b64encode(sha256(script[0].encode()).digest()).decode()}'"
    assert found["default-src"] == "'none'"


@pytest.mark.parametrize("path", ["/class", "/fetch"])
def test_what_has_not_changed_keeps_its_policy(client: TestClient, path: str) -> None:
    """Headers of such an answer take the place of those that the browser has: a lesser policy would undo the whole."""
    tag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert POLICY.lower() not in again.headers


def test_a_picture_and_the_list_of_the_data_run_nothing(client: TestClient) -> None:
    for path in ("/mark.svg", "/data/"):
        found = policy(client.get(path))
        assert found["default-src"] == "'none'"
        assert "script-src" not in found


def test_a_part_of_a_page_carries_no_more_than_it_needs(client: TestClient) -> None:
    """A first visit fetches a hundred of them."""
    base = re.findall(r'"base":"([^"]+)"', client.get("/embed").text)[0]
    headers = client.get(f"/{base}atlas.js").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert not {"referrer-policy", "permissions-policy", POLICY.lower()} & set(headers)


def test_data_in_a_document_is_no_script() -> None:
    held = b'<script type="application/json" id="a">{}</script><script src="x.js"></script>'
    assert hashes_of(held) == ()
    assert hashes_of(held + b"<SCRIPT >first()</script >") == (HASH,)


def test_both_pages_carry_their_policy() -> None:
    for page in (current_class_page(), current_embed_page(PREFIX)):
        assert page.policy.encode() in page.body


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("", "*"),
        (" * ", "*"),
        ("none", "'none'"),
        ("self", "'self'"),
        ("https://moodle.school.example", "https://moodle.school.example"),
        ("self https://*.example.org:* moodleappfs:", "'self' https://*.example.org:* moodleappfs:"),
    ],
)
def test_who_may_frame_is_a_setting(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, text: str, listed: str
) -> None:
    monkeypatch.setenv("EASTWARD_FRAMES", text)
    assert frames() == listed
    assert policy(client.get("/embed"))["frame-ancestors"] == listed


BAD = ["https://x.example/path", "x.example", "https://x.example; script-src *", "'self'", "none self", "* self", "a,b",
       "https://" + "a" * 400, " ".join(["self"] * 21), "javascript", "https://é.example"]  # fmt: skip


@pytest.mark.parametrize("text", BAD)
def test_a_setting_that_is_no_good_is_told_and_lets_nobody_in(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("EASTWARD_FRAMES", text)
    with pytest.raises(SettingError, match=r"EASTWARD_FRAMES: .*; expected"):
        frames()
    assert policy(client.get("/embed"))["frame-ancestors"] == "'none'"
