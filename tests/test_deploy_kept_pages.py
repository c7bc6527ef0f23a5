"""The proxy may give one reader's page to the next: it keeps those that are the same for all, and only those."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.wire.routes import ROUTES

CONFIG = (Path(__file__).parent.parent / "deploy" / "nginx.conf").read_text(encoding="utf-8")
KEPT = re.findall(r"location ~ \^/\(([a-z|]+)\)\$ \{[^}]*proxy_cache pages;", CONFIG)[0].split("|")


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=ROUTES)) as opened:
        yield opened


def test_nothing_else_is_kept() -> None:
    assert CONFIG.count("proxy_cache pages;") == 1
    assert "Set-Cookie" not in CONFIG[CONFIG.index("location ~") : CONFIG.index("location = /_stcore/stream")]


@pytest.mark.parametrize("name", KEPT)
def test_a_kept_page_is_the_same_whatever_is_asked_of_it(client: TestClient, name: str) -> None:
    plain = client.get(f"/{name}")
    assert plain.status_code == 200
    assert "set-cookie" not in plain.headers
    asked = client.get(f"/{name}?stop=3&code=ABCDEF", headers={"Host": "atlas.school.example", "Cookie": "eastward=1"})
    assert asked.text == plain.text
    assert {**asked.headers} == {**plain.headers}
    assert plain.headers["vary"] == "Accept-Encoding"
