"""Screenshots of pages as people will see them: projector, laptop and phone, light and dark, without a network.

    scripts/look FOLDER ["?year=2004&country=EST" red_lines class ...]

Starts an atlas of its own and writes a PNG a page, size and theme into the folder; without an address, the atlas as it
opens. Says of each what is wrong with it: errors in the console, requests to other hosts, a page wider than the
window, and by how much it scrolls.
"""

import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, ConsoleMessage, Page, TimeoutError

from benchmarks.serve import READY, ROOT, chromium, streamlit

SIZES = {"projector": (1920, 1080), "laptop": (1280, 720), "phone": (390, 844)}
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
ATLAS_MS = 8_000
"""How long to wait for an atlas; on a page without one, Streamlit is done by then."""
SETTLE_MS = 700
SCROLLS_BY = """() => Math.max(0, ...[...document.querySelectorAll('*')]
  .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowY))
  .map((each) => each.scrollHeight - each.clientHeight))"""
OF_STREAMLIT = "/_stcore/"
"""A page's own address has no such folder; Streamlit looks for it there before it asks at the root."""
WIDER_BY = "() => document.documentElement.scrollWidth - innerWidth"


def main() -> None:
    """Look at every address in every size and theme."""
    parser = ArgumentParser(prog="scripts/look", description="Screenshots of pages, without a network.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("addresses", nargs="*", default=[""], metavar="address")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with streamlit(ROOT / "dashboard.py") as base, chromium() as browser:
        for address in options.addresses:
            for size in SIZES:
                for theme in THEMES:
                    file = options.folder / f"{_name(address)}-{size}-{theme}.png"
                    print(file.name, *_look(browser, urljoin(base, address), size, theme, file), sep="  ", flush=True)


def _name(address: str) -> str:
    """A file name for an address."""
    return re.sub(r"[^a-z0-9]+", "-", address.lower()).strip("-") or "atlas"


def _look(browser: Browser, address: str, size: str, theme: Literal["light", "dark"], file: Path) -> list[str]:
    """Take one screenshot; gives what is wrong with the page, `ok` if nothing is."""
    width, height = SIZES[size]
    phone = size == "phone"
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=theme, has_touch=phone, is_mobile=phone
    )
    said: list[str] = []
    page = context.new_page()
    _listen(page, urlsplit(address).netloc, said)
    page.goto(address)
    with suppress(TimeoutError):  # a page without an atlas
        page.wait_for_selector(READY, state="attached", timeout=ATLAS_MS)
    page.wait_for_timeout(SETTLE_MS)
    said += _measure(page)
    page.screenshot(path=file)
    context.close()
    return said or ["ok"]


def _listen(page: Page, host: str, said: list[str]) -> None:
    """Note errors, and requests to other hosts, which find no network."""

    def note(url: str) -> None:
        if url.startswith("http") and urlsplit(url).netloc != host:
            said.append(f"request to another host: {url}")

    def note_error(line: ConsoleMessage) -> None:
        where = line.location["url"]
        if line.type == "error" and OF_STREAMLIT not in where:
            said.append(f"console: {line.text} {where}".strip())

    page.on("request", lambda request: note(request.url))
    page.on("console", note_error)
    page.on("pageerror", lambda error: said.append(f"page error: {error}"))


def _measure(page: Page) -> Iterator[str]:
    """By how many pixels the page goes beyond the window."""
    if (wider := page.evaluate(WIDER_BY)) > 0:
        yield f"{wider} px wider than the window"
    if (scrolls := page.evaluate(SCROLLS_BY)) > 0:
        yield f"scrolls by {scrolls} px"


if __name__ == "__main__":
    main()
