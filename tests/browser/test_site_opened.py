"""The site of files opens from a plain file server, at any place of it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from conftest import READY, listening
from playwright.sync_api import Page, expect

from geo.publish.site import write_site

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
PATIENCE_MS = 60_000


class Quiet(SimpleHTTPRequestHandler):
    """Tests are quiet."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_it_opens_beneath_any_address(watched: Watched, tmp_path: Path) -> None:
    write_site(tmp_path / "maps" / "eastward")
    with listening(partial(Quiet, directory=tmp_path)) as url, watched() as page:
        base = f"{url}maps/eastward/"
        page.goto(f"{base}class?stop=2")
        atlas = page.locator(READY)
        atlas.wait_for(timeout=PATIENCE_MS)
        assert page.url == f"{base}class.html?stop=2"
        page.goto(f"{base}embed?year=1999&country=POL&view=baltic")
        expect(atlas).to_have_attribute("data-year", "1999", timeout=PATIENCE_MS)
        expect(atlas).to_have_attribute("data-view", "baltic")
        full = page.get_by_role("link", name="Full atlas")
        expect(full).to_have_attribute("href", "./?year=1999&country=POL&view=baltic")
        page.goto(base + (full.get_attribute("href") or "").removeprefix("./"))
        expect(atlas).to_have_attribute("data-year", "1999", timeout=PATIENCE_MS)
        expect(page.locator("[data-card]")).to_have_attribute("data-unit", "POL")
