"""The document of the first page tells what the atlas will ask for, and no other answer does."""

import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from geo.wire import assets as made
from geo.wire.assets import current_assets
from geo.wire.preload import Preload
from geo.wire.routes import PREFIX, ROUTES


async def document(_request: object) -> HTMLResponse:
    return HTMLResponse("<p>a page</p>")


async def text(_request: object) -> PlainTextResponse:
    return PlainTextResponse("no page")


PAGES = [Route("/", document), Route("/red_lines", document), Route("/plain", text), *ROUTES]
CLIENT = TestClient(Starlette(routes=PAGES, middleware=[Middleware(Preload)]))


def told(address: str) -> list[str]:
    """The addresses that the answer's links name."""
    return re.findall(r"<([^>]+)>; rel=(?:modulepreload|preload; as=\w+)", CLIENT.get(address).headers.get("Link", ""))


@pytest.mark.parametrize(
    ("query", "view"),
    [
        ("", "europe"),
        ("?view=world&year=1990", "world"),
        ("?view=nowhere", "europe"),
        ("?view=a&view=arctic", "arctic"),
    ],
)
def test_the_first_page_names_the_files_of_its_view(query: str, view: str) -> None:
    base = f"{PREFIX}/{current_assets().digest}/"
    assert told(f"/{query}") == [base + name for name in ("atlas.js", "atlas.css", "facts.json", f"{view}.json")]


def test_each_file_named_is_there() -> None:
    current_assets()
    assert [CLIENT.get(f"/{address}").status_code for address in told("/")] == [200] * 4


@pytest.mark.parametrize("address", ["/red_lines", "/plain", "/nowhere"])
def test_other_answers_name_none(address: str) -> None:
    current_assets()
    assert told(address) == []


def test_before_the_files_are_made_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "_current", [])
    assert told("/") == []
