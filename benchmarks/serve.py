"""What the benchmarks share: servers on free ports, and one Chromium that reaches nothing but this machine."""

import os
import platform
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NoReturn

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
READY = '[data-atlas][data-ready="true"]'
START_S = 60
CHROMIUM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}"]


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        return int(listener.getsockname()[1])


@contextmanager
def streamlit(script: Path) -> Iterator[str]:
    """Run a Streamlit script from the project's folder; gives its address once the server is healthy."""
    with serving(script) as (address, _):
        yield address


@contextmanager
def serving(script: Path, **settings: str) -> Iterator[tuple[str, int]]:
    """The same, with settings in its environment; gives the address and the id of the server's process."""
    port = free_port()
    options = ["--server.address", HOST, "--server.port", str(port), "--browser.gatherUsageStats", "false"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_for(f"http://{HOST}:{port}/_stcore/health", server)
            yield f"http://{HOST}:{port}/", server.pid
        except Exception:
            log.seek(0)
            sys.stderr.write(log.read().decode(errors="replace"))
            raise
        finally:
            server.terminate()
            server.wait()


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers with success; RuntimeError where it ends before, or takes too long."""
    deadline = time.monotonic() + START_S
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"no answer from {address} within {START_S} s")


@contextmanager
def files(contents: dict[str, bytes]) -> Iterator[str]:
    """Serve bytes by name, to any page; gives the address of the folder."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = contents.get(self.path.lstrip("/").partition("?")[0])
            self.send_response(200 if body is not None else 404)
            self.send_header("Content-Type", "application/json" if ".json" in self.path else "text/html; charset=utf-8")
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_parts: object) -> None:
            """Say nothing: the terminal is for the results."""

    server = ThreadingHTTPServer((HOST, 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{HOST}:{server.server_port}/"
    finally:
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, headless, on the central processor; no name but this machine's resolves."""
    found = os.environ.get("CHROME") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not found:
        raise SystemExit("no Chromium found; install one, or name it in the environment variable CHROME")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def new_page(browser: Browser, width: int = 1920, height: int = 1080) -> Iterator[Page]:
    """A page with an empty cache; a request to another host ends the benchmark."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="light")
    page = context.new_page()
    foreign: list[str] = []
    page.on("request", lambda request: foreign.append(request.url) if _is_foreign(request.url) else None)
    try:
        yield page
        if foreign:
            raise RuntimeError(f"requests to other hosts: {', '.join(foreign)}")
    finally:
        context.close()


def _is_foreign(address: str) -> bool:
    return address.startswith("http") and not address.startswith(f"http://{HOST}:")


def p95(values: Sequence[float]) -> float:
    """The smallest value that at least 95 % of the values do not exceed."""
    return sorted(values)[-(-len(values) * 95 // 100) - 1]


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def ms(value: float) -> str:
    """Milliseconds, small ones to the hundredth."""
    return f"{value:,.2f}" if value < 10 else f"{value:,.0f}"


def end(kept: Iterable[bool]) -> NoReturn:
    """End a benchmark: with success where all its limits were kept."""
    raise SystemExit(0 if all(kept) else 1)


def machine(browser: Browser) -> str:
    """What the numbers were measured on, in one line."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    cores = f"{os.cpu_count()} cores{load}"
    return f"Chromium {browser.version} headless, no GPU; {cores}; Python {platform.python_version()}"


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """The first column to the left, the others to the right."""
    widths = [max(len(row[place]) for row in (header, *rows)) for place in range(len(header))]
    for row in (header, *rows):
        first, *others = zip(row, widths, strict=True)
        print(first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others), sep="  ")
