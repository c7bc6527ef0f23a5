"""A browser that cannot run the pages is told so, with what they need and a way to the class page."""

import re
from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from data.words import words
from geo.wire.answers import GzipWhereWanted
from geo.wire.icons_later import icons_later
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


@pytest.mark.parametrize("script", [check, icons_later])
@pytest.mark.parametrize("address", ["/", "/about"])
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_every_page_has_the_scripts_before_its_body(address: str, coding: str, script: Callable[[], bytes]) -> None:
    got, written = CLIENT.get(address, headers={"Accept-Encoding": coding}).text, script().decode()
    assert got.count(written) == 1
    assert got.index(written) < got.index("</head>")


def test_other_documents_stay_as_they_are() -> None:
    assert CLIENT.get("/data/").text == OTHER


def test_the_head_alone_is_answered() -> None:
    assert CLIENT.head("/").status_code == 200


@pytest.mark.parametrize("written", [check, icons_later])
def test_the_scripts_are_in_the_language_that_all_browsers_know(written: Callable[[], bytes]) -> None:
    script = re.sub(r"/\*.*?\*/", "", written().decode(), flags=re.DOTALL).replace(words()["old_browser"]["needs"], "")
    assert not NEWER_THAN_ES5.search(re.sub(r'"(?:[^"\\]|\\.)*"', '""', script))
