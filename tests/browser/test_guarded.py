"""In the frame of another site, which keeps it from all memory, the pages start all the same."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import READY, missing, served
from playwright.sync_api import Browser, BrowserContext, expect

BLOCKED = {"profile": {"cookie_controls_mode": 1, "block_third_party_cookies": True}}
"""As a private window has it, and more and more browsers by themselves."""
WITH_SETTINGS = ("chromium", "google-chrome", "google-chrome-stable")
FRAMED = {"embed": READY, "class": READY, "": READY, "lesson": "h1"}
KEEP = "() => { try { localStorage.setItem('a', 'b'); return 'kept'; } catch (error) { return error.name; } }"
PATIENCE_MS = 60_000


@pytest.fixture
def blocking(chromium: Browser, tmp_path: Path) -> Iterator[BrowserContext]:
    """A browser that keeps frames of other sites from storage."""
    found = os.environ.get("CHROME") or next(filter(None, map(shutil.which, WITH_SETTINGS)), None)
    if not found:
        missing("no Chromium with settings found; set CHROME to one, or put `chromium` or `google-chrome` on the path")
    settings = tmp_path / "Default" / "Preferences"
    settings.parent.mkdir()
    settings.write_text(json.dumps(BLOCKED))
    flags = ["--no-sandbox", "--disable-gpu"]
    context = chromium.browser_type.launch_persistent_context(tmp_path, executable_path=found, args=flags)
    yield context
    context.close()


def test_every_page_starts_in_a_frame_without_storage(blocking: BrowserContext, server: str) -> None:
    frames = "".join(f'<iframe name="f{at}" src="{server}{path}" width="900" height="600"></iframe>'
                     for at, path in enumerate(FRAMED))  # fmt: skip
    course = f'<!doctype html><title>Course</title><link rel="icon" href="data:,">{frames}'.encode()
    with served(lambda name: (course, "text/html") if not name else None) as other:
        page = blocking.new_page()
        page.goto(f"http://localhost:{urlsplit(other).port}/", wait_until="commit")  # another site than 127.0.0.1
        for at, shown in enumerate(FRAMED.values()):
            frame = page.frame_locator(f"iframe[name=f{at}]")
            expect(frame.locator(shown).first).to_be_visible(timeout=PATIENCE_MS)
            inside = page.frame(name=f"f{at}")
            assert inside
            assert inside.evaluate(KEEP) == "SecurityError"
