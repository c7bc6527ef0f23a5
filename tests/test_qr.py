"""QR codes of this server's addresses: read back by a program not ours, and honest about how far they reach."""

import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.drawing.svg import png
from geo.wire import qr
from geo.wire.qr import MOST_PATH, Reach, check_path, network_address, qr_svg, reach_of
from geo.wire.routes import ROUTES

NETWORK = "192.168.7.20"


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=ROUTES), base_url="http://school.example:8501")


@pytest.mark.parametrize("text", ["http://192.168.7.20:8501/class?stop=5", "http://x/" + "a" * 900])
def test_a_code_is_read_by_a_program_not_ours(text: str, tmp_path: Path, program: Callable[[str], str]) -> None:
    path = tmp_path / "code.png"
    path.write_bytes(png(qr_svg(text), 1200))
    read = subprocess.run([program("zbarimg"), "--raw", "-q", path], check=True, capture_output=True, text=True)
    assert read.stdout.strip() == text


def test_a_text_too_long_for_a_code_is_refused() -> None:
    with pytest.raises(ValueError, match="expected fewer"):
        qr_svg("a" * 5000)


def test_the_machine_s_address_is_none_of_its_own_loop() -> None:
    found = network_address()
    assert found is None or not found.startswith("127.")


def test_without_a_network_there_is_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: object) -> None:
        raise OSError("Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", unreachable)
    assert network_address() is None


@pytest.mark.parametrize("path", ["", "class", "//elsewhere.org", "/\\elsewhere.org", "http://elsewhere.org/", "/" * 3])
def test_a_path_that_could_lead_elsewhere_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="expected one of this server"):
        check_path(path)


@pytest.mark.parametrize("path", ["/a\nb", "/a b", "/\t/elsewhere.org", "/ä"])
def test_a_path_that_a_browser_would_rewrite_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="expected one of this server"):
        check_path(path)


def test_a_path_may_be_so_long_and_no_longer() -> None:
    assert check_path("/" + "a" * (MOST_PATH - 1))
    with pytest.raises(ValueError, match=f"at most {MOST_PATH}"):
        check_path("/" + "a" * MOST_PATH)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "0.0.0.0", "[::]"])
@pytest.mark.parametrize(
    ("network", "answers", "expected"),
    [
        (NETWORK, True, Reach(f"http://{NETWORK}:8501/class", "network")),
        ("2001:db8::7", True, Reach("http://[2001:db8::7]:8501/class", "network")),
        (NETWORK, False, "here"),
        (None, False, "nowhere"),
    ],
)
def test_the_reach_of_a_server_opened_on_its_own_machine(
    monkeypatch: pytest.MonkeyPatch, host: str, network: str | None, answers: bool, expected: Reach | str
) -> None:
    monkeypatch.setattr(qr, "network_address", lambda: network)
    monkeypatch.setattr(qr, "_answers", lambda *_: answers)
    own = f"http://{host}:8501"
    wanted = expected if isinstance(expected, Reach) else Reach(f"{own}/class", expected)
    assert reach_of(own, "/class") == wanted


def test_a_machine_on_a_network_of_ipv6_alone_has_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    class Probe(socket.socket):
        def connect(self, _address: object) -> None:
            if self.family == socket.AF_INET:
                raise OSError("Network is unreachable")

        def getsockname(self) -> tuple[str, int, int, int]:
            return ("2001:db8::7", 40000, 0, 0)

    monkeypatch.setattr(socket, "socket", Probe)
    assert network_address() == "2001:db8::7"


def test_whether_the_server_answers_is_tried() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        assert qr._answers("127.0.0.1", port)
    assert not qr._answers("127.0.0.1", port)


def test_the_route_codes_the_address_the_reader_used(client: TestClient) -> None:
    answer = client.get("/qr", params={"path": "/class?stop=5"})
    assert answer.status_code == 200
    assert answer.json()["address"] == "http://school.example:8501/class?stop=5"
    assert answer.json()["how"] == "own"
    assert answer.json()["svg"].startswith("<svg")


@pytest.mark.parametrize(
    "query", ["", "path=/a&path=/b", "path=/a&other=1", "path=https://elsewhere.org", "path=//elsewhere.org"]
)
def test_the_route_refuses_what_is_no_path_of_this_server(client: TestClient, query: str) -> None:
    answer = client.get(f"/qr?{query}")
    assert answer.status_code == 400
    assert "expected" in answer.text
