"""Chromium 92 as the tests drive it: by keys, presses and scripts, since the driver's locators want a newer one."""

import json
import platform
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from conftest import FLAGS, missing
from playwright.sync_api import Browser, Page, Playwright

PROGRAM = Path(__file__).parent.parent / "oldest" / "node_modules" / ".chromium" / "chromium"
PATIENCE_S = 60
PARDONED = "Permissions-Policy"
"""It knows fewer of what a page can forbid."""
PLACE = """(css) => {
  const found = [...document.querySelectorAll(css)].find((one) => one.getClientRects().length > 0);
  if (!found) return null;
  found.scrollIntoView({block: 'nearest'});
  const {left, top, width, height} = found.getBoundingClientRect();
  const at = [left + width / 2, top + height / 2];
  const hit = document.elementFromPoint(...at);
  return found.contains(hit) || hit?.contains(found) ? at : null;
}"""
"""The middle of what can be pressed there; null where it is not there or something lies over it."""


@contextmanager
def oldest_chromium(driver: Playwright) -> Iterator[Browser]:
    """The browser; skips on machines for which it was not made."""
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        pytest.skip("Chromium 92 is there for Linux on x86-64 alone")
    if not PROGRAM.exists():
        missing("no Chromium 92; `scripts/oldest` fetches it")
    browser = driver.chromium.launch(executable_path=PROGRAM, args=[*FLAGS, "--disable-dev-shm-usage"])
    yield browser
    browser.close()


class Old:
    """A page in it, with what its console said."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        page.on("console", lambda said: said.type == "error" and self.said.append(said.text))
        page.on("pageerror", lambda error: self.said.append(f"page error: {error}"))

    def go(self, address: str) -> None:
        """Begin to read a document; what it becomes is waited for by what it shows."""
        self.page.goto(address, timeout=PATIENCE_S * 1000, wait_until="commit")

    def open(self, address: str) -> None:
        self.go(address)
        self.until("document.querySelector('[data-atlas]')?.dataset.ready === 'true'")

    def ask(self, script: str) -> Any:
        return self.page.evaluate(script)

    def until(self, script: str) -> None:
        """Wait until a script gives something; a busy machine is slow, not wrong."""
        deadline = time.monotonic() + PATIENCE_S
        while not self.ask(f"!!({script})"):
            if time.monotonic() > deadline:
                pytest.fail(f"not so within {PATIENCE_S} s: {script}")
            self.page.wait_for_timeout(30)

    def shows(self, **told: object) -> None:
        """Wait until the root of the atlas says so; None for what it must not say."""
        wanted = {name: None if value is None else str(value) for name, value in told.items()}
        self.until(
            f"Object.entries({json.dumps(wanted)}).every(([name, value]) =>"
            " (document.querySelector('[data-atlas]').dataset[name] ?? null) === value)"
        )

    def press(self, css: str) -> None:
        """Press in the middle of the first that is shown, once nothing lies over it."""
        self.until(f"({PLACE})({json.dumps(css)})")
        self.page.mouse.click(*self.page.evaluate(PLACE, css))

    def key(self, *names: str) -> None:
        for name in names:
            self.page.keyboard.press(name)

    def complaints(self) -> list[str]:
        return [line for line in self.said if PARDONED not in line]
