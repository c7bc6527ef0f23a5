"""The table at an address: fetched by the reader's browser from another site, where that lets it; told where not."""

import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from conftest import PROBED
from playwright.sync_api import Page, expect

from data.gate.limits import MOST_OWN_BYTES, MOST_OWN_MEGABYTES
from data.words import words

Watched = Callable[..., AbstractContextManager[Page]]
TEXT = words()["your_own"]
ADDRESS = {name: said.format(most=MOST_OWN_MEGABYTES) for name, said in TEXT["address"].items()}
TABLE = b"Country;Joined\nDenmark;1973\nSweden;1995\n"
PATIENCE_MS = 120_000
ASKED: list[dict[str, str]] = []


class Elsewhere(BaseHTTPRequestHandler):
    """Another site: some of its files are for all pages, some are not."""

    def do_GET(self) -> None:
        ASKED.append({"path": self.path} | {name.lower(): value for name, value in self.headers.items()})
        if self.path == "/moved.csv":
            self.answer(b"", HTTPStatus.FOUND, Location="/open/members.csv")
        elif self.path == "/closed.csv":
            self.answer(TABLE)
        elif self.path == "/open/large.csv":
            self.answer(b"x" * (MOST_OWN_BYTES + 1))
        elif self.path == "/open/members.csv":
            self.answer(TABLE)
        else:
            self.answer(b"", HTTPStatus.NOT_FOUND)

    def answer(self, body: bytes, status: HTTPStatus = HTTPStatus.OK, **headers: str) -> None:
        self.send_response(status)
        if self.path != "/closed.csv":
            self.send_header("Access-Control-Allow-Origin", "*")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()  # without its length, so that it is counted as it comes
        try:
            self.wfile.write(body)
        except OSError:  # the browser had enough
            return

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""


@pytest.fixture
def elsewhere(tmp_path: Path, program: Callable[[str], str]) -> Iterator[str]:
    """The address of the other site, with a certificate of its own making."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    asked = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    files = ["-keyout", str(key), "-out", str(certificate), "-subj", "/CN=127.0.0.1"]
    subprocess.run([program("openssl"), *asked, *files], check=True, capture_output=True)
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    httpd.socket = context.wrap_socket(httpd.socket, server_side=True)
    thread = Thread(target=httpd.serve_forever)
    thread.start()
    yield f"https://127.0.0.1:{httpd.server_port}/"
    httpd.shutdown()
    thread.join()
    httpd.server_close()


def test_a_browser_fetches_a_table_from_another_site_and_tells_where_it_may_not(
    server: str, watched: Watched, elsewhere: str
) -> None:
    pardon = rf"{PROBED}|blocked by CORS policy|net::ERR|has been blocked|404"
    with watched(pardon=pardon, alone=True, ignore_https_errors=True) as page:
        page.goto(f"{server}your_own")
        place = page.locator(".st-key-own_address")
        said = place.get_by_role("status")
        field = place.get_by_label(ADDRESS["label"])

        def fetch(address: str) -> None:
            field.fill(address)
            field.press("Enter")

        expect(said).to_have_text(ADDRESS["help"], timeout=PATIENCE_MS)
        assert not [frame for frame in page.frames if "/fetch" in frame.url]
        for address, told in (
            ("http://127.0.0.1/members.csv", "no_address"),
            (f"{elsewhere}open/large.csv", "large"),
            (f"{elsewhere}nothing.csv", "missing"),
            (f"{elsewhere}closed.csv", "unreached"),
        ):
            fetch(address)
            expect(said).to_have_text(ADDRESS[told], timeout=PATIENCE_MS)
        fetch(f"{elsewhere}moved.csv")
        expect(page.locator('[data-atlas] path[data-unit="DNK"]').first).to_have_attribute(
            "data-status", "member", timeout=PATIENCE_MS
        )
        expect(page.get_by_text("moved.csv").first).to_be_visible()
        assert ASKED and not [each for each in ASKED if "cookie" in each or "referer" in each]
        assert [each for each in ASKED if each.get("origin") != "null"] == []
