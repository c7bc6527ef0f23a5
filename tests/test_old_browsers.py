"""A browser that cannot run the pages is told so, with what they need and a way to the class page."""

import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from data.words import words
from geo.wire.answers import GzipWhereWanted
from geo.wire.link_preview import LinkPreview
from geo.wire.old_browsers import check

SHELL = '<!doctype html><html><head><title>A page</title></head><body><div id="root"></div></body></html>'
OTHER = "<!doctype html><html><head></head><body><p>Data</p></body></html>"
NEWER_THAN_ES5 = re.compile(r"=>|`|\b(?:let|const|class|async|await|import|export)\s")


async def shell(_request: object) -> HTMLResponse:
    return HTMLResponse(SHELL)


async def other(_request: object) -> HTMLResponse:
    return HTMLResponse(OTHER)


PAGES = [Route("/", shell), Route("/about", shell), Route("/data/", other)]
INNER = [Middleware(GzipWhereWanted, minimum_size=10), Middleware(LinkPreview, pages=["", "about"])]
CLIENT = TestClient(Starlette(routes=PAGES, middleware=INNER))


@pytest.mark.parametrize("address", ["/", "/about"])
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_every_page_has_the_check_before_its_body(address: str, coding: str) -> None:
    got = CLIENT.get(address, headers={"Accept-Encoding": coding})
    assert got.text.count(check().decode()) == 1
    assert got.text.index(check().decode()) < got.text.index("</head>")


def test_other_documents_stay_as_they_are() -> None:
    assert CLIENT.get("/data/").text == OTHER


def test_the_head_alone_is_answered() -> None:
    assert CLIENT.head("/").status_code == 200


def test_the_check_is_in_the_language_that_all_browsers_know() -> None:
    script = re.sub(r"/\*.*?\*/", "", check().decode(), flags=re.DOTALL).replace(words()["old_browser"]["needs"], "")
    assert not NEWER_THAN_ES5.search(re.sub(r'"(?:[^"\\]|\\.)*"', '""', script))
