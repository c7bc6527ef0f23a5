"""What the first visit costs: the atlas beside a one-line Streamlit app, with and without the gzip middleware.

    python benchmarks/first_load.py

Each visit is a new browser with an empty cache on the same machine as the server, which has served one visit before.
Bytes are what came over the line: responses with their headers as Chromium counts them, and the frames of the web
socket. They are counted twice: two seconds after the map, or the line, is drawn; and once nothing has come for five
seconds, since the atlas then fetches the views that nobody has asked for yet. Time is from the address to the drawing.
"""

import base64
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, Page

from benchmarks.serve import READY, ROOT, chromium, end, machine, median, new_page, print_table, streamlit

VISITS = 5
DRAWN_S = 2.0
QUIET_S = 5.0
LIMIT_BYTES = 1_450_000
TIMES_ONE_LINE = 1.5
BINARY_FRAME = 2
LINE = "One line."

PLAIN = f"""import streamlit as st
st.write({LINE!r})
"""
GZIPPED = f"""import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
app = st.App(__file__, middleware=[Middleware(GZipMiddleware, minimum_size=1000)])
if __name__ == "__main__":
    st.write({LINE!r})
"""


@dataclass
class Visit:
    """What one visit transferred and how long it took."""

    files: int = 0
    total: float = 0
    drawn: float = 0
    drawn_s: float = 0
    last_s: float = field(default_factory=time.monotonic)

    def finished(self, event: dict[str, Any]) -> None:
        self.files += 1
        self.total += event["encodedDataLength"]
        self.last_s = time.monotonic()

    def frame(self, event: dict[str, Any]) -> None:
        payload = event["response"]["payloadData"]
        is_binary = event["response"]["opcode"] == BINARY_FRAME
        self.total += len(base64.b64decode(payload) if is_binary else payload.encode())
        self.last_s = time.monotonic()


def visit(browser: Browser, address: str, drawn: str) -> Visit:
    """Open the address in a new browser and wait until `drawn` matches and the line is quiet."""
    with new_page(browser) as page:
        seen = Visit()
        with _listening(page, seen):
            start = time.monotonic()
            page.goto(address, wait_until="commit")
            page.wait_for_selector(drawn, timeout=60_000)
            seen.drawn_s = time.monotonic() - start
            page.wait_for_timeout(DRAWN_S * 1000)
            seen.drawn = seen.total
            while time.monotonic() - seen.last_s < QUIET_S:
                page.wait_for_timeout(100)
        return seen


@contextmanager
def _listening(page: Page, seen: Visit) -> Iterator[None]:
    session = page.context.new_cdp_session(page)
    session.on("Network.loadingFinished", seen.finished)
    session.on("Network.webSocketFrameReceived", seen.frame)
    session.on("Network.webSocketFrameSent", seen.frame)
    session.send("Network.enable")
    yield
    session.detach()


def visits(browser: Browser, script: Path, drawn: str) -> list[Visit]:
    """Several first visits to one server, after one that is not counted."""
    with streamlit(script) as address:
        return [visit(browser, address, drawn) for _ in range(VISITS + 1)][1:]


def row(name: str, seen: list[Visit]) -> list[str]:
    sizes = [[getattr(each, part) / 1000 for each in seen] for part in ("drawn", "total")]
    times = [each.drawn_s for each in seen]
    files = f"{median([each.files for each in seen]):.0f}"
    return [name, files, *(f"{median(size):,.0f}" for size in sizes), f"{median(times):.2f}", f"{max(times):.2f}"]


def main() -> None:
    """Visit each, and print."""
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        print(machine(browser))
        for name, script in (("plain.py", PLAIN), ("gzipped.py", GZIPPED)):
            (Path(folder) / name).write_text(script, encoding="utf-8")
        line = f"text={LINE}"
        atlas = visits(browser, ROOT / "dashboard.py", READY)
        gzipped = visits(browser, Path(folder) / "gzipped.py", line)
        plain = visits(browser, Path(folder) / "plain.py", line)
    print()
    print_table(
        ["first visit", "files", "kB when drawn", "kB in the end", "s to drawn", "longest"],
        [
            row("the atlas", atlas),
            row("one line of Streamlit, with gzip", gzipped),
            row("one line of Streamlit, as it comes", plain),
        ],
    )
    print()
    size = max(each.drawn for each in atlas)
    kept = "kept" if size <= LIMIT_BYTES else "NOT kept"
    print(f"the atlas, when drawn: {size / 1e6:.2f} MB at most, limit {LIMIT_BYTES / 1e6:.2f} MB: {kept}")
    times = median([each.drawn_s for each in atlas]) / median([each.drawn_s for each in gzipped])
    kept = "kept" if times <= TIMES_ONE_LINE else "NOT kept"
    print(f"drawn in {times:.2f} times the time of one line, limit {TIMES_ONE_LINE}: {kept}")
    end([size <= LIMIT_BYTES, times <= TIMES_ONE_LINE])


if __name__ == "__main__":
    main()
