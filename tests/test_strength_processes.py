"""Before several processes, as the kit has it: a reader stays with one, and the next takes over where it ends."""

import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http import HTTPStatus
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest

from benchmarks.proxy import proxy

UPLOAD = "_stcore/upload_file/0/1"
MANY = 40
NOBODY = ("_stcore/metrics", "_stcore/agent/interact")


class Process(ThreadingHTTPServer):
    """As much of a process as a proxy sees: it says which one it is, whatever it is asked."""

    daemon_threads = True

    def __init__(self, name: str) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.name = name.encode()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    """Says by which process it was given, and takes what is sent."""

    server: Process

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.server.name)))
        self.end_headers()
        self.wfile.write(self.server.name)

    do_PUT = do_GET

    def log_message(self, *_parts: object) -> None:
        """Say nothing."""


@contextmanager
def running(name: str) -> Iterator[Process]:
    with Process(name) as process:
        thread = Thread(target=process.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield process
        finally:
            process.shutdown()
            thread.join()


@pytest.fixture
def house(program: Callable[[str], str], tmp_path: Path) -> Iterator[tuple[str, list[Process], ExitStack]]:
    """The address of the proxy, the processes behind it, and what ends the first of them."""
    with ExitStack() as first, running("two") as other:
        processes = [first.enter_context(running("one")), other]
        with proxy(program("nginx"), [each.address for each in processes], tmp_path) as address:
            yield address, processes, first


def by(address: str, path: str = "", *, cookie: str = "", device: str = "a browser", sent: bytes | None = None) -> str:
    """Which process answers a reader."""
    headers = {"User-Agent": device} | ({"Cookie": f"eastward={cookie}"} if cookie else {})
    asked = urllib.request.Request(address + path, sent, headers, method="PUT" if sent else "GET")
    with urllib.request.urlopen(asked, timeout=30) as answer:
        return str(answer.read().decode())


House = tuple[str, list[Process], ExitStack]


def test_a_reader_and_what_they_send_stay_with_one_process(house: House) -> None:
    address, *_ = house
    by_reader = {cookie: by(address, cookie=cookie) for cookie in map(str, range(MANY))}
    assert set(by_reader.values()) == {"one", "two"}, "readers are spread"
    for cookie, process in by_reader.items():
        assert by(address, "lesson", cookie=cookie, device="another") == process
        assert by(address, UPLOAD, cookie=cookie, sent=b"a lesson") == process


def test_a_reader_without_a_cookie_goes_by_address_and_device(house: House) -> None:
    address, *_ = house
    by_device = {device: by(address, device=device) for device in map(str, range(MANY))}
    assert set(by_device.values()) == {"one", "two"}
    for device, process in by_device.items():
        assert by(address, UPLOAD, device=device, sent=b"a lesson") == process


def test_where_a_process_ends_the_next_takes_over(house: House) -> None:
    address, _, first = house
    of_the_first = [cookie for cookie in map(str, range(MANY)) if by(address, cookie=cookie) == "one"]
    first.close()
    assert {by(address, cookie=cookie) for cookie in of_the_first} == {"two"}


def test_a_document_brings_a_number_and_nothing_else_does(house: House) -> None:
    address, *_ = house

    def given(dest: str, cookie: str = "") -> str | None:
        headers = {"Sec-Fetch-Dest": dest} | ({"Cookie": f"eastward={cookie}"} if cookie else {})
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=30) as answer:
            return answer.headers["Set-Cookie"]

    for dest in ("document", "iframe"):
        told = given(dest)
        assert told
        assert told.startswith("eastward=")
        assert "HttpOnly" in told
    assert given("document") != given("document"), "each reader has a number of their own"
    assert given("script") is given("document", cookie="1") is None


def status(address: str, path: str, size: int = 0) -> int:
    """What is said of a request that tells how much it will send, before any of it is sent."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
    try:
        connection.putrequest("PUT" if size else "GET", f"/{path}")
        connection.putheader("Content-Length", str(size))
        connection.endheaders()
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.mark.parametrize("path", NOBODY)
def test_what_is_for_those_who_run_the_server_is_not_let_through(house: House, path: str) -> None:
    assert status(house[0], path) == HTTPStatus.NOT_FOUND


def test_nobody_sends_more_than_is_taken(house: House) -> None:
    assert status(house[0], UPLOAD, 6_000_000) == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
