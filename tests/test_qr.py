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
from geo.wire.qr import MOST_PATH, Reach, check_path, listen_on, network_address, qr_svg, reach_of
from geo.wire.routes import ROUTES

NETWORK = "192.168.7.20"


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=ROUTES), base_url="http://school.example:8501")


@pytest.mark.parametrize("text", ["http://192.168.7.20:8501/class?stop=5", "http://x/" + "a" * 900])
def test_a_code_is_read_by_a_program_not_ours(text: str, tmp_path: Path, program: Callable[[str], str]) -> None:
    path = tmp_path / "code.png"
    path.write_bytes(png(qr_svg(text), 1200))
    read = subprocess.run([program("zbarimg"), "--raw", "-q", path], check=True, capture_output=True, encoding="utf-8")
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


@pytest.fixture(autouse=True)
def _bound_to_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EASTWARD_URL", raising=False)
    monkeypatch.setattr(qr, "_bound_to", [""])


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "0.0.0.0", "[::]"])
@pytest.mark.parametrize(
    ("network", "bound_to", "expected"),
    [
        (NETWORK, "", Reach(f"http://{NETWORK}:8501/class", "network")),
        (NETWORK, "0.0.0.0", Reach(f"http://{NETWORK}:8501/class", "network")),
        (NETWORK, "::", Reach(f"http://{NETWORK}:8501/class", "network")),
        (NETWORK, NETWORK, Reach(f"http://{NETWORK}:8501/class", "network")),
        ("2001:db8::7", "", Reach("http://[2001:db8::7]:8501/class", "network")),
        (NETWORK, "127.0.0.1", "here"),
        (NETWORK, "localhost", "here"),
        (None, "", "nowhere"),
    ],
)
def test_the_reach_of_a_server_opened_on_its_own_machine(
    monkeypatch: pytest.MonkeyPatch, host: str, network: str | None, bound_to: str, expected: Reach | str
) -> None:
    monkeypatch.setattr(qr, "network_address", lambda: network)
    listen_on(bound_to)
    own = f"http://{host}:8501"
    wanted = expected if isinstance(expected, Reach) else Reach(f"{own}/class", expected)
    for asker in ("127.0.0.1", "::1", "::ffff:127.0.0.1"):
        assert reach_of(own, "/class", asker) == wanted


@pytest.mark.parametrize("asker", [NETWORK, "203.0.113.9", "172.17.0.1", "testclient", None])
def test_a_stranger_who_says_localhost_is_told_only_what_was_said(
    monkeypatch: pytest.MonkeyPatch, asker: str | None
) -> None:
    monkeypatch.setattr(qr, "network_address", lambda: pytest.fail("looked for an address"))
    assert reach_of("http://localhost:2024", "/class", asker) == Reach("http://localhost:2024/class", "behind")


@pytest.mark.parametrize("base", ["http://localhost:8501", "http://inside:8501"])
def test_the_deployer_s_address_goes_first(monkeypatch: pytest.MonkeyPatch, base: str) -> None:
    monkeypatch.setenv("EASTWARD_URL", "https://atlas.example.org/maps/")
    assert reach_of(base, "/class?stop=5", "127.0.0.1") == Reach("https://atlas.example.org/maps/class?stop=5", "own")


def test_nobody_is_asked(monkeypatch: pytest.MonkeyPatch, client: TestClient) -> None:
    def knock(*_: object, **__: object) -> None:
        pytest.fail("knocked at an address")

    monkeypatch.setattr(socket, "create_connection", knock)
    for host in ("localhost:2024", "localhost:22", "10.0.0.1:80", "127.0.0.1:1"):
        said = client.get("/qr?path=/class", headers={"Host": host}).json()
        assert said["address"] == f"http://{host}/class"


def test_a_machine_on_a_network_of_ipv6_alone_has_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    class Probe(socket.socket):
        def connect(self, _address: object) -> None:
            if self.family == socket.AF_INET:
                raise OSError("Network is unreachable")

        def getsockname(self) -> tuple[str, int, int, int]:
            return ("2001:db8::7", 40000, 0, 0)

    monkeypatch.setattr(socket, "socket", Probe)
    assert network_address() == "2001:db8::7"


def test_the_route_codes_the_address_the_reader_used(client: TestClient) -> None:
    answer = client.get("/qr", params={"path": "/class?stop=5"})
    assert answer.status_code == 200
    assert answer.json()["address"] == "http://school.example:8501/class?stop=5"
    assert answer.json()["how"] == "own"
    assert answer.json()["svg"].startswith("<svg")


def test_a_path_that_is_nobody_s_business_comes_in_the_body(client: TestClient) -> None:
    answer = client.post("/qr", content="/teach#lead=BCDFHJ.key")
    assert answer.json()["address"] == "http://school.example:8501/teach#lead=BCDFHJ.key"
    assert answer.headers["cache-control"] == "no-store"
    assert client.post("/qr", content="/" + "a" * 9000).json()["how"] == "long"
    for refused in ("", "teach", "https://elsewhere.org"):
        assert client.post("/qr", content=refused).status_code == 400


@pytest.mark.parametrize(
    "query", ["", "path=/a&path=/b", "path=/a&other=1", "path=https://elsewhere.org", "path=//elsewhere.org"]
)
def test_the_route_refuses_what_is_no_path_of_this_server(client: TestClient, query: str) -> None:
    answer = client.get(f"/qr?{query}")
    assert answer.status_code == 400
    assert "expected" in answer.text
